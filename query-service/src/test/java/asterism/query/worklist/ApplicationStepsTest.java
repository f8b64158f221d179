package asterism.query.worklist;

import static org.assertj.core.api.Assertions.assertThat;

import asterism.events.ApplicationEvent.ApplicationAccepted;
import asterism.events.ApplicationEvent.ApplicationHeld;
import asterism.events.ApplicationEvent.ApplicationReaddressed;
import asterism.events.ApplicationEvent.ApplicationResumed;
import asterism.events.ApplicationEvent.ApplicationReturned;
import asterism.events.ApplicationEvent.ApplicationStarted;
import asterism.events.ApplicationEvent.ApplicationSubmitted;
import asterism.events.ApplicationEvent.ApplicationTakenOver;
import asterism.events.ApplicationEvent.ApplicationWithdrawn;
import asterism.events.ApplicationEvent.AssessorsAssigned;
import asterism.events.ApplicationEvent.Computed;
import asterism.events.ApplicationEvent.DeskReviewCompleted;
import asterism.events.ApplicationEvent.EvidenceRevised;
import asterism.events.ApplicationEvent.HoldCause;
import asterism.events.ApplicationEvent.LevelAllocated;
import asterism.events.ApplicationEvent.LevelProposed;
import asterism.events.ApplicationEvent.OwnerReminded;
import asterism.events.ApplicationEvent.NoticeClosed;
import asterism.events.ApplicationEvent.NoticePaused;
import asterism.events.ApplicationEvent.NoticePosted;
import asterism.events.ApplicationEvent.NoticeRecounted;
import asterism.events.ApplicationEvent.NoticeResumed;
import asterism.events.ApplicationEvent.ObjectionDismissed;
import asterism.events.ApplicationEvent.ObjectionRaised;
import asterism.events.ObjectionId;
import asterism.events.Personal;
import asterism.events.ApplicationEvent.PartAsked;
import asterism.events.ApplicationEvent.PartJudged;
import asterism.events.ApplicationEvent.PartsAsked;
import asterism.events.ApplicationEvent.ReminderSet;
import asterism.events.ApplicationEvent.ScoresStoodBy;
import asterism.events.ApplicationEvent.ScoresSubmitted;
import asterism.events.ApplicationEvent.SiteVisitCompleted;
import asterism.events.ApplicationEvent.Skippable;
import asterism.events.ApplicationEvent.StageDue;
import asterism.events.ApplicationEvent.StageOverdue;
import asterism.events.ApplicationEvent.StagePaused;
import asterism.events.ApplicationEvent.StageSkipped;
import asterism.events.ApplicationEvent.StarAwarded;
import asterism.events.ApplicationEvent.SurveyOpened;
import asterism.events.ApplicationId;
import asterism.events.BodyId;
import asterism.events.BranchId;
import asterism.events.CalendarId;
import asterism.events.DecisionId;
import asterism.events.Envelope;
import asterism.events.Event;
import asterism.events.Fact;
import asterism.events.Label;
import asterism.events.Level;
import asterism.events.PersonId;
import asterism.events.Pin;
import asterism.events.RoundEvent.QuotaAllocated;
import asterism.events.RoundEvent.QuotaTied;
import asterism.events.RoundEvent.RosterSealed;
import asterism.events.RoundEvent.RoundClosed;
import asterism.events.RoundEvent.RoundOpened;
import asterism.events.RoundEvent.TieResolved;
import asterism.events.RoundId;
import asterism.events.SchemeId;
import asterism.events.Secret;
import asterism.events.Sha256;
import asterism.events.StreamId;
import asterism.journal.Recorded;
import asterism.policy.Policy;
import asterism.query.projecting.Rows;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What is open in an application, fact by fact. */
class ApplicationStepsTest {
    private static final ApplicationId APPLICATION = ApplicationId.of("r2026.b017");
    private static final ApplicationId OTHER = ApplicationId.of("r2026.b018");
    private static final LocalDate DAY = LocalDate.of(2026, 3, 2);
    private static final UUID ID = new UUID(0, 0);

    private static final Computed FOUR = new Computed("RATED", new Level("4"), "r");

    private final Rows rows = Rows.empty();
    private final List<List<ItemVersion>> stood = new ArrayList<>();
    private final WorklistProjection worklist = new WorklistProjection();

    @Test
    void on_hold_there_is_one_step_until_it_goes_on_with_the_days_it_had_left() {
        after(new ApplicationAccepted(APPLICATION), new StageDue(APPLICATION, "desk_review", DAY.plusDays(5), false));
        assertThat(open()).containsExactly("CompleteDeskReview " + DAY.plusDays(5));
        after(new ApplicationHeld(APPLICATION, HoldCause.VETO, null, List.of(), DAY),
                new StagePaused(APPLICATION, "desk_review", DAY.plusDays(5), DAY));
        assertThat(open()).containsExactly("ResumeApplication null");
        after(new ApplicationResumed(APPLICATION, DAY.plusDays(9), null, null, false),
                new StageDue(APPLICATION, "desk_review", DAY.plusDays(14), false));
        assertThat(open()).containsExactly("CompleteDeskReview " + DAY.plusDays(14));
    }

    @Test
    void an_objection_is_answered_within_its_own_days_while_those_of_the_notice_stand_still() {
        ObjectionId objection = new ObjectionId("o1");
        after(new NoticePosted(APPLICATION, DAY, DAY.plusDays(7), false), new ObjectionRaised(APPLICATION, objection,
                Personal.of(new PersonId("p1"), "not so")), new NoticePaused(APPLICATION, DAY.plusDays(7), DAY.plusDays(2)));
        assertThat(open()).as("where nothing is said of an answer").containsExactly("DismissObjection null");
        after(new StageDue(APPLICATION, "objection_answer", DAY.plusDays(23), false),
                new NoticeRecounted(APPLICATION, DAY.plusDays(8), false));
        assertThat(open()).containsExactly("DismissObjection " + DAY.plusDays(23));
        after(new ObjectionDismissed(APPLICATION, objection), new NoticeResumed(APPLICATION, DAY.plusDays(12), false));
        assertThat(open()).isEmpty();
        after(new NoticeClosed(APPLICATION));
        assertThat(open()).containsExactly("Award null");
    }

    @Test
    void a_branch_that_was_to_complete_something_completes_it_later() {
        after(new ApplicationReturned(APPLICATION, List.of("minutes"), DAY.plusDays(5)),
                new ApplicationHeld(APPLICATION, HoldCause.REQUEST, null, List.of(), DAY),
                new ApplicationResumed(APPLICATION, DAY.plusDays(9), DAY.plusDays(14), null, false));
        assertThat(open()).containsExactly("SubmitApplication " + DAY.plusDays(14));
    }

    @Test
    void where_the_branch_is_no_more_the_office_says_who_goes_on() {
        after(new ApplicationHeld(APPLICATION, HoldCause.REORGANISATION, "Order 12", List.of(new BranchId("b018")), DAY));
        assertThat(open()).containsExactly("ReaddressApplication null");
        after(new ApplicationReaddressed(APPLICATION, OTHER, DAY.plusDays(20)), new ApplicationTakenOver(OTHER, APPLICATION,
                new Pin(new SchemeId("s"), "1", Sha256.of("a"), Sha256.of("b")), DAY.plusDays(20)));
        assertThat(open()).isEmpty();
        assertThat(open(OTHER)).containsExactly("SubmitApplication " + DAY.plusDays(20));
    }

    @Test
    void departments_judge_beside_the_assessors_and_a_change_of_the_evidence_asks_all_of_them_again() {
        PersonId lead = new PersonId("a1");
        after(new DeskReviewCompleted(APPLICATION, "f"), new PartsAsked(APPLICATION, List.of(
                new PartAsked("conduct", new BodyId("discipline")))), new AssessorsAssigned(APPLICATION, List.of(lead), lead));
        assertThat(open()).containsExactly("CompleteSiteVisit null", "JudgePart null");
        after(new SiteVisitCompleted(APPLICATION, DAY, "f", List.of()), scores(lead, 1), new PartJudged(APPLICATION, "conduct", 1,
                Secret.of(APPLICATION, List.of())));
        assertThat(open()).containsExactly("CloseSurvey null");
        after(new SurveyOpened(APPLICATION, List.of(Sha256.of("code"))));
        assertThat(open()).containsExactly("CountBallots null");
        after(new EvidenceRevised(APPLICATION, 2, List.of()));
        assertThat(open()).containsExactly("JudgePart null", "SubmitScores null");
        after(new ScoresStoodBy(APPLICATION, lead, 2));
        assertThat(open()).containsExactly("JudgePart null");
    }

    @Test
    void each_part_waits_for_the_department_that_owns_it_until_that_one_has_judged() {
        after(new DeskReviewCompleted(APPLICATION, "f"), new PartsAsked(APPLICATION, List.of(
                new PartAsked("conduct", new BodyId("discipline")), new PartAsked("conduct-of-money", new BodyId("finance")))));
        assertThat(parts()).containsExactly("JudgePart conduct for discipline", "JudgePart conduct-of-money for finance");
        after(new PartJudged(APPLICATION, "conduct", 1, Secret.of(APPLICATION, List.of())));
        assertThat(parts()).as("and no other").containsExactly("JudgePart conduct-of-money for finance");
        after(new EvidenceRevised(APPLICATION, 2, List.of()));
        assertThat(parts()).hasSize(2);
    }

    private List<String> parts() {
        return rows.of(WorklistProjection.ITEM, APPLICATION.toString()).stream().filter(item -> item.step().equals("JudgePart"))
                .map(item -> item.slot() + " for " + item.body()).toList();
    }

    @Test
    void where_the_scheme_skips_the_visit_assessors_are_assigned_while_it_is_scored() {
        after(new ApplicationAccepted(APPLICATION), new StageSkipped(APPLICATION, Skippable.DESK_REVIEW),
                new StageSkipped(APPLICATION, Skippable.SITE_VISIT));
        assertThat(open()).containsExactly("AssignAssessors null");
    }

    @Test
    void who_must_act_is_reminded_and_the_body_above_sees_to_what_is_late_until_it_is_done() {
        after(new ApplicationAccepted(APPLICATION), new StageDue(APPLICATION, "desk_review", DAY.plusDays(5), false),
                new ReminderSet(APPLICATION, "desk_review", DAY.plusDays(5), DAY.plusDays(2)));
        assertThat(marks()).containsExactly("CompleteDeskReview for null reminded null");
        after(new OwnerReminded(APPLICATION, "desk_review", DAY.plusDays(5)));
        assertThat(marks()).containsExactly("CompleteDeskReview for null reminded " + DAY);
        after(new StageOverdue(APPLICATION, "desk_review", DAY.plusDays(5), new BodyId("county")));
        assertThat(marks()).containsExactly("CompleteDeskReview for null reminded " + DAY, "SeeToIt for county reminded null");
        assertThat(open()).containsOnly("CompleteDeskReview " + DAY.plusDays(5), "SeeToIt " + DAY.plusDays(5));
        after(new DeskReviewCompleted(APPLICATION, "complete"));
        assertThat(marks()).containsExactly("AssignAssessors for null reminded null");
    }

    private List<String> marks() {
        return rows.of(WorklistProjection.ITEM, APPLICATION.toString()).stream()
                .map(item -> item.step() + " for " + item.body() + " reminded " + item.reminded()).toList();
    }

    @Test
    void a_round_waits_to_be_sealed_when_all_are_ranked_and_to_be_closed_when_all_have_ended() {
        RoundId round = APPLICATION.round();
        Pin pin = new Pin(new SchemeId("s"), "1", Sha256.of("a"), Sha256.of("b"));
        after(new RoundOpened(round, new Label("轮", "Round"), pin, new CalendarId("c"), new BodyId("office"), DAY, DAY.plusDays(30)));
        after(new ApplicationStarted(APPLICATION, pin), new ApplicationSubmitted(APPLICATION, null), new ApplicationStarted(OTHER, pin),
                new LevelProposed(APPLICATION, FOUR), new ApplicationSubmitted(OTHER, null));
        assertThat(ofRound(round)).as("one is still reviewed").isEmpty();
        after(new LevelProposed(OTHER, FOUR));
        assertThat(ofRound(round)).containsExactly("SealRoster for office from " + DAY.plusDays(31));
        after(new RosterSealed(round, 1, 2, "x"), new QuotaTied(round, "q", 1, List.of(APPLICATION.branch(), OTHER.branch())));
        assertThat(ofRound(round)).containsExactly("ResolveTie for office from " + DAY.plusDays(31));
        after(new TieResolved(round, "q", List.of(), List.of(), "m"));
        assertThat(ofRound(round)).containsExactly("AllocateQuota for office from " + DAY.plusDays(31));
        after(new QuotaAllocated(round, List.of(), 2, "x"), new LevelAllocated(APPLICATION, FOUR, "x", List.of()));
        assertThat(ofRound(round)).as("two have no star yet").isEmpty();
        after(new ApplicationWithdrawn(OTHER), new StarAwarded(APPLICATION, new DecisionId("d"), new Level("4"), DAY));
        assertThat(ofRound(round)).containsExactly("CloseRound for office from " + DAY.plusDays(31));
        after(new RoundClosed(round));
        assertThat(ofRound(round)).isEmpty();
    }

    private List<String> ofRound(RoundId round) {
        return rows.of(WorklistProjection.ITEM, StreamId.of(round).toString()).stream()
                .map(item -> item.step() + " for " + item.body() + " from " + item.since()).toList();
    }

    private static ScoresSubmitted scores(PersonId assessor, int judged) {
        return new ScoresSubmitted(APPLICATION, assessor, judged, Secret.of(APPLICATION, List.of()));
    }

    private void after(Event... facts) {
        for (Event fact : facts) {
            Recorded at = new Recorded(stood.size() + 1, ID, fact.stream().toString(), 1, "", DAY, Instant.EPOCH, new byte[0], new byte[0]);
            worklist.fold(new Fact(at, new Envelope(ID, "Test", "system/test", null, null, null, List.of(), null), fact), rows);
            stood.add(rows.of(WorklistProjection.ITEM, APPLICATION.toString()).stream().map(ItemVersion::of).toList());
        }
    }

    /** What was open after each fact is what the list shows as of its position, whatever came later. */
    @AfterEach
    void everyStepIsKnownAsOfEveryPosition() {
        for (int position = 1; position <= stood.size(); position++) {
            long asOf = position;
            assertThat(rows.of(ItemVersion.TABLE, APPLICATION.toString()).stream()
                    .filter(row -> row.knownFrom() <= asOf && (row.knownTo() == null || row.knownTo() > asOf))
                    .map(row -> row.known(0, Instant.EPOCH, null, null)))
                    .as("as of position " + position).containsExactlyInAnyOrderElementsOf(stood.get(position - 1));
        }
    }

    private List<String> open() {
        return open(APPLICATION);
    }

    private List<String> open(ApplicationId application) {
        assertThat(rows.of(WorklistProjection.ITEM, application.toString())).as("somebody, or a post, owns each step")
                .allMatch(item -> item.person() != null || !Policy.posts(item.step()).isEmpty());
        return rows.of(WorklistProjection.ITEM, application.toString()).stream().map(item -> item.step() + " " + item.dueOn()).toList();
    }
}
