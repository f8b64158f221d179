package asterism.query.worklist;

import static org.assertj.core.api.Assertions.assertThat;

import asterism.events.AppealId;
import asterism.events.ApplicationId;
import asterism.events.BodyId;
import asterism.events.BranchEvent.Reorganisation;
import asterism.events.BranchEvent.BranchEnded;
import asterism.events.BranchId;
import asterism.events.DecisionId;
import asterism.events.Label;
import asterism.events.Level;
import asterism.events.StandingEvent.AwardNotEffected;
import asterism.events.StandingEvent.BranchPaired;
import asterism.events.StandingEvent.Change;
import asterism.events.StandingEvent.CorrectionEnded;
import asterism.events.StandingEvent.CorrectionMissed;
import asterism.events.StandingEvent.CorrectionRechecked;
import asterism.events.StandingEvent.CorrectionRequired;
import asterism.events.StandingEvent.CorrectionShown;
import asterism.events.StandingEvent.Counted;
import asterism.events.StandingEvent.DecisionReviewed;
import asterism.events.StandingEvent.DecisionStruckOut;
import asterism.events.StandingEvent.Downgraded;
import asterism.events.StandingEvent.FollowUpClosed;
import asterism.events.StandingEvent.FollowUpDue;
import asterism.events.StandingEvent.LevelGranted;
import asterism.events.StandingEvent.Occasion;
import asterism.events.StandingEvent.Outcome;
import asterism.events.StandingEvent.PlaqueReturned;
import asterism.events.StandingEvent.PracticeRecognised;
import asterism.events.StandingEvent.Reinstated;
import asterism.events.StandingEvent.StarOwnerReminded;
import asterism.events.StandingEvent.SurveillanceClosed;
import asterism.events.StandingEvent.SurveillanceOpened;
import asterism.events.StandingEvent.Suspended;
import asterism.events.StandingEvent.SuspensionOverdue;
import asterism.events.StandingEvent.Withdrawn;
import asterism.events.StandingEvent;
import asterism.policy.Policy;
import asterism.query.projecting.Rows;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What is open about a star, fact by fact. */
class StarStepsTest {
    private static final BranchId BRANCH = new BranchId("b017");
    private static final DecisionId ACT = new DecisionId("d1");
    private static final LocalDate DAY = LocalDate.of(2026, 3, 2);
    private static final LocalDate DUE = DAY.plusDays(40);
    private static final Level FOUR = new Level("4");

    private final Rows rows = Rows.empty();

    @Test
    void a_correction_goes_back_and_forth_until_it_is_cured_or_judged() {
        after(new CorrectionRequired(BRANCH, ACT, "finding", "d", DAY, DUE, false));
        assertThat(open()).containsExactly("ShowCorrection " + DUE);
        after(new CorrectionShown(BRANCH, ACT, List.of(), "s"));
        assertThat(open()).containsExactly("RecheckCorrection " + DUE);
        after(new CorrectionRechecked(BRANCH, ACT, false, "f"));
        assertThat(open()).containsExactly("ShowCorrection " + DUE);
        after(new CorrectionMissed(BRANCH, ACT, DUE, new BodyId("county")));
        assertThat(open()).containsExactly("Downgrade null", "SeeToIt " + DUE, "ShowCorrection " + DUE);
        after(new CorrectionShown(BRANCH, ACT, List.of(), "s"), new CorrectionRechecked(BRANCH, ACT, true, "f"));
        assertThat(open()).isEmpty();
    }

    @Test
    void whoever_must_show_something_is_reminded_and_the_body_above_sees_to_a_suspension_that_nobody_lifted() {
        after(new CorrectionRequired(BRANCH, ACT, "finding", "d", DAY, DUE, false),
                new StarOwnerReminded(BRANCH, ACT, Counted.CORRECTION, DUE));
        assertThat(rows.of(WorklistProjection.ITEM, "standing/" + BRANCH)).singleElement()
                .satisfies(item -> assertThat(item.reminded()).isEqualTo(DAY));
        after(new CorrectionShown(BRANCH, ACT, List.of(), "s"), new CorrectionRechecked(BRANCH, ACT, true, "f"),
                new Suspended(BRANCH, ACT, FOUR, "veto", DAY, DAY, DUE, false),
                new SuspensionOverdue(BRANCH, ACT, DUE, new BodyId("county")));
        assertThat(open()).containsExactly("ReinstateStar " + DUE, "SeeToIt " + DUE);
        after(new Reinstated(BRANCH, ACT, FOUR, DAY));
        assertThat(open()).isEmpty();
    }

    @Test
    void a_missed_correction_is_judged_by_lowering_the_star() {
        after(new CorrectionMissed(BRANCH, ACT, DUE, new BodyId("county")), new Downgraded(BRANCH, ACT, FOUR, null, "veto", DAY, DAY));
        assertThat(open()).isEmpty();
        after(new CorrectionMissed(BRANCH, ACT, DUE, null));
        assertThat(open()).as("the scheme itself said what follows").isEmpty();
        after(new CorrectionRequired(BRANCH, ACT, "finding", "d", DAY, DUE, false),
                new CorrectionMissed(BRANCH, ACT, DUE, new BodyId("county")), new CorrectionEnded(BRANCH, ACT, Reorganisation.ABOLISH));
        assertThat(open()).as("the branch is no more").isEmpty();
    }

    @Test
    void a_suspension_is_to_be_lifted_and_a_plaque_to_come_back_by_a_day() {
        after(new Suspended(BRANCH, ACT, FOUR, "veto", DAY, DAY, DUE, false));
        assertThat(open()).containsExactly("ReinstateStar " + DUE);
        after(new Reinstated(BRANCH, ACT, FOUR, DAY));
        assertThat(open()).isEmpty();
        after(new Withdrawn(BRANCH, ACT, FOUR, "veto", DAY, DAY, DUE, null));
        assertThat(open()).containsExactly("RecordPlaqueReturned " + DUE);
        after(new PlaqueReturned(BRANCH, ACT, DAY));
        assertThat(open()).isEmpty();
    }

    @Test
    void what_a_level_asks_for_stays_open_until_it_is_done_or_the_level_is_another() {
        after(granted("5", Change.PROMOTED), followUp("5", "practice_library"));
        assertThat(open()).containsExactly("RecognisePractice null");
        after(granted("5", Change.RETAINED));
        assertThat(open()).containsExactly("RecognisePractice null");
        after(new PracticeRecognised(BRANCH, ACT, "base", "t", List.of()));
        assertThat(open()).isEmpty();
        after(granted("2", Change.LOWERED), followUp("2", "pairing"));
        assertThat(open()).containsExactly("PairBranch null");
        after(new BranchPaired(BRANCH, new BranchId("b018"), "p", DAY));
        assertThat(open()).isEmpty();
    }

    @Test
    void a_review_waits_for_its_finding_and_an_award_that_was_refused_for_somebody_who_stands_for_it() {
        after(new SurveillanceOpened(BRANCH, "yearly_recheck", Occasion.YEARLY, null, DAY));
        assertThat(open()).containsExactly("CloseSurveillance null");
        after(new SurveillanceClosed(BRANCH, "yearly_recheck", Outcome.CONFIRMED, "f"));
        after(new AwardNotEffected(BRANCH, ACT, "standing.too-far-up", "s"));
        assertThat(open()).containsExactly("EffectAward null");
        after(granted("5", Change.PROMOTED));
        assertThat(open()).isEmpty();
    }

    @Test
    void each_decision_made_in_view_of_one_that_falls_is_looked_at_again() {
        after(new DecisionStruckOut(BRANCH, ACT, new AppealId("a1"), List.of(new DecisionId("d2"), new DecisionId("d3"))));
        assertThat(open()).containsExactly("ReviewDecision null", "ReviewDecision null");
        after(new DecisionReviewed(BRANCH, new DecisionId("d2"), true, "f"),
                new DecisionReviewed(BRANCH, new DecisionId("d3"), false, "f"));
        assertThat(open()).isEmpty();
    }

    @Test
    void what_a_level_asks_for_is_seen_to_tier_by_tier() {
        after(followUp("3", "improve"), followUp("2", "rectify"));
        assertThat(open()).containsExactly("CloseFollowUp null", "RequireCorrection null");
        after(new FollowUpClosed(BRANCH, "improve", "done"), new CorrectionRequired(BRANCH, ACT, "finding", "d", DAY, DUE, false));
        assertThat(open()).containsExactly("ShowCorrection " + DUE);
        after(new CorrectionRechecked(BRANCH, ACT, true, "f"), new CorrectionShown(BRANCH, ACT, List.of(), "s"),
                new CorrectionRechecked(BRANCH, ACT, true, "f"), followUp("3", "improve"), granted("4", Change.PROMOTED));
        assertThat(open()).as("another level asks for other things").isEmpty();
    }

    @Test
    void of_a_branch_that_is_no_more_nothing_is_open_but_its_plaque() {
        after(new Withdrawn(BRANCH, ACT, FOUR, "veto", DAY, DAY, DUE, null),
                new SurveillanceOpened(BRANCH, "yearly", Occasion.YEARLY, null, DAY), followUp("2", "pairing"), followUp("2", "rectify"),
                followUp("2", "improve"));
        assertThat(open()).hasSize(5);
        StarSteps.fold(new BranchEnded(BRANCH, Reorganisation.ABOLISH, List.of(), List.of(), "Order 12", DAY), DAY, rows);
        assertThat(open()).containsExactly("RecordPlaqueReturned " + DUE);
    }

    private void after(StandingEvent... facts) {
        for (StandingEvent fact : facts) {
            StarSteps.fold(fact, DAY, rows);
        }
    }

    private List<String> open() {
        assertThat(rows.of(WorklistProjection.ITEM, "standing/b017")).as("a post owns each step")
                .allMatch(item -> !Policy.posts(item.step()).isEmpty());
        return rows.of(WorklistProjection.ITEM, "standing/b017").stream().map(item -> item.step() + " " + item.dueOn()).toList();
    }

    private static LevelGranted granted(String level, Change change) {
        return new LevelGranted(BRANCH, ACT, ApplicationId.of("r2026.b017"), new Level(level), change, DAY, null);
    }

    private static FollowUpDue followUp(String level, String action) {
        return new FollowUpDue(BRANCH, ACT, new Level(level), action, new Label("一", "One"));
    }
}
