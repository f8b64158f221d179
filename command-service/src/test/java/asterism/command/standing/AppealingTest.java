package asterism.command.standing;

import static asterism.command.core.Decision.accept;
import static asterism.command.standing.Stars.AWARD;
import static asterism.command.standing.Stars.BRANCH;
import static asterism.command.standing.Stars.FOUR;
import static asterism.command.standing.Stars.LIFE;
import static asterism.command.standing.Stars.TODAY;
import static asterism.command.standing.Stars.after;
import static org.assertj.core.api.Assertions.assertThat;

import asterism.command.core.Refusal.Kind;
import asterism.command.standing.Standing.State;
import asterism.command.standing.StandingCommand.CloseFollowUp;
import asterism.command.standing.StandingCommand.LiftStay;
import asterism.command.standing.StandingCommand.Replace;
import asterism.command.standing.StandingCommand.ReviewDecision;
import asterism.command.standing.StandingCommand.StayDecision;
import asterism.command.standing.StandingCommand.StrikeOut;
import asterism.command.standing.Stars.Row;
import asterism.events.AppealId;
import asterism.events.ApplicationId;
import asterism.events.DecisionId;
import asterism.events.Label;
import asterism.events.Level;
import asterism.events.StandingEvent.Change;
import asterism.events.StandingEvent.DecisionReviewed;
import asterism.events.StandingEvent.DecisionStayed;
import asterism.events.StandingEvent.DecisionStruckOut;
import asterism.events.StandingEvent.Downgraded;
import asterism.events.StandingEvent.FollowUpClosed;
import asterism.events.StandingEvent.FollowUpDue;
import asterism.events.StandingEvent.LevelGranted;
import asterism.events.StandingEvent.LevelReplaced;
import asterism.events.StandingEvent.StayLifted;
import asterism.events.StandingEvent.Suspended;
import asterism.events.StandingEvent.SuspensionOverdue;
import asterism.standing.Ledger.Entry;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What appeals do to a star: nothing is restored, something no longer counts. */
class AppealingTest {
    private static final AppealId APPEAL = new AppealId("a1");
    private static final DecisionId DEMOTION = new DecisionId("d2");
    private static final DecisionId AGAIN = new DecisionId("d3");
    private static final Standing.Given HOUSE = Stars.house(TODAY, Stars.AS_SHIPPED);
    private static final Standing.Given SOMEBODY = Stars.asked(TODAY, Stars.AS_SHIPPED);
    private static final LocalDate DEMOTED = TODAY.minusDays(40);
    private static final LocalDate RERATED = TODAY.minusDays(5);
    private static final Downgraded DOWN = new Downgraded(BRANCH, DEMOTION, new Level("4"), new Level("2"), "veto", DEMOTED, DEMOTED);
    private static final LevelGranted THREE = new LevelGranted(BRANCH, AGAIN, ApplicationId.of("r2025.b06"), new Level("3"),
            Change.PROMOTED, RERATED, null);
    private static final Downgraded DOWN_AGAIN = new Downgraded(BRANCH, AGAIN, new Level("2"), new Level("1"), "veto", DEMOTED, RERATED);
    private static final DecisionStruckOut STRUCK_ALONE = new DecisionStruckOut(BRANCH, DEMOTION, APPEAL, List.of());
    private static final State STORY = after(FOUR, DOWN, THREE);
    private static final DecisionStruckOut STRUCK = new DecisionStruckOut(BRANCH, DEMOTION, APPEAL, List.of(AGAIN));
    private static final ReviewDecision REVIEW = new ReviewDecision(BRANCH, AGAIN, true, "it rests on other facts");
    private static final CloseFollowUp CLOSE = new CloseFollowUp(BRANCH, "improve", "the plan was carried out");

    static Stream<Row> rows() {
        return Stream.of(
                new Row(Kind.RULE, "standing.no-review-due", STORY, REVIEW, SOMEBODY),
                new Row(Kind.GUARD, "recusal.own-branch", after(FOUR, DOWN, THREE, STRUCK), REVIEW, Stars.own()),
                new Row(Kind.GUARD, "recusal.own-decision", after(FOUR, DOWN, DOWN_AGAIN, new DecisionStruckOut(BRANCH, DEMOTION, APPEAL,
                        List.of(DOWN_AGAIN.decision()))), new ReviewDecision(BRANCH, DOWN_AGAIN.decision(), true, "fine"),
                        SOMEBODY),
                new Row(Kind.RULE, "standing.no-follow-up", STORY, CLOSE, SOMEBODY),
                new Row(Kind.GUARD, "recusal.own-branch", STORY, CLOSE, Stars.own()),
                new Row(Kind.RULE, "command.house-only", STORY, new Replace(BRANCH, DEMOTION, APPEAL, new DecisionId("d9"), null),
                        SOMEBODY),
                new Row(Kind.RULE, "command.house-only", STORY, new StayDecision(BRANCH, DEMOTION, APPEAL),
                        SOMEBODY),
                new Row(Kind.RULE, "command.house-only", STORY, new LiftStay(BRANCH, DEMOTION, APPEAL),
                        SOMEBODY),
                new Row(Kind.UNKNOWN, "standing.decision-unknown", STORY, new StayDecision(BRANCH, new DecisionId("d8"), APPEAL),
                        HOUSE));
    }

    @Test
    void award_four_demote_to_two_award_three_and_an_appeal_against_the_demotion_leave_three() {
        assertThat(LIFE.ask(STORY, new StrikeOut(BRANCH, DEMOTION, APPEAL), HOUSE)).isEqualTo(accept(STRUCK));
        State struck = after(FOUR, DOWN, THREE, STRUCK);
        assertThat(level(struck, TODAY)).as("the re-award stands as its own decision").contains("3");
        assertThat(level(struck, RERATED.minusDays(1))).as("and until then the first award").contains("4");
        assertThat(LIFE.ask(struck, REVIEW, SOMEBODY))
                .isEqualTo(accept(new DecisionReviewed(BRANCH, AGAIN, true, "it rests on other facts")));
        assertThat(LIFE.ask(after(FOUR, DOWN, THREE, STRUCK, new DecisionReviewed(BRANCH, AGAIN, true, "f")), REVIEW,
                SOMEBODY)).as("once is enough").isNotEqualTo(accept());
    }

    @Test
    void where_the_ledger_holds_no_such_decision_nothing_is_struck_out() {
        assertThat(LIFE.ask(STORY, new StrikeOut(BRANCH, new DecisionId("d8"), APPEAL), HOUSE)).as("the refusal of a star")
                .isEqualTo(accept());
        assertThat(LIFE.ask(after(FOUR, DOWN, THREE, STRUCK), new StrikeOut(BRANCH, DEMOTION, APPEAL), HOUSE)).as("it fell before")
                .isEqualTo(accept());
    }

    @Test
    void another_decision_takes_the_place_of_one_from_its_first_day_and_what_came_later_stands() {
        DecisionId by = new DecisionId("d9");
        LevelReplaced replaced = new LevelReplaced(BRANCH, by, DEMOTION, APPEAL, new Level("3"), DEMOTED, null);
        assertThat(LIFE.ask(STORY, new Replace(BRANCH, DEMOTION, APPEAL, by, new Level("3")), HOUSE))
                .isEqualTo(accept(STRUCK, replaced));
        State after = after(FOUR, DOWN, STRUCK_ALONE, replaced);
        assertThat(level(after, TODAY)).contains("3");
        assertThat(level(after, DEMOTED.minusDays(1))).contains("4");
        assertThat(after.application(by)).as("by the rules of the star").contains(Stars.APPLICATION);
        assertThat(LIFE.ask(after, new Replace(BRANCH, DEMOTION, APPEAL, by, null), HOUSE))
                .as("asked again").isEqualTo(accept());
        assertThat(after(FOUR, DOWN, STRUCK_ALONE, new LevelReplaced(BRANCH, by, DEMOTION, APPEAL, null, DEMOTED, null)))
                .isInstanceOf(State.Unrated.class);
    }

    @Test
    void what_a_pending_appeal_suspends_does_not_count_until_it_is_dismissed() {
        DecisionStayed stayed = new DecisionStayed(BRANCH, DEMOTION, APPEAL);
        StayLifted lifted = new StayLifted(BRANCH, DEMOTION, APPEAL);
        assertThat(LIFE.ask(after(FOUR, DOWN), new StayDecision(BRANCH, DEMOTION, APPEAL), HOUSE))
                .isEqualTo(accept(stayed));
        State pending = after(FOUR, DOWN, stayed);
        assertThat(level(pending, TODAY)).contains("4");
        assertThat(LIFE.ask(pending, new LiftStay(BRANCH, DEMOTION, APPEAL), HOUSE)).isEqualTo(accept(lifted));
        assertThat(level(after(FOUR, DOWN, stayed, lifted), TODAY)).contains("2");
        assertThat(LIFE.ask(after(FOUR, DOWN), new LiftStay(BRANCH, DEMOTION, APPEAL), HOUSE))
                .as("nothing was stayed").isEqualTo(accept());
        assertThat(LIFE.ask(pending, new StrikeOut(BRANCH, DEMOTION, APPEAL), HOUSE))
                .as("upheld, it falls for good").isEqualTo(accept(STRUCK_ALONE));
    }

    @Test
    void a_suspension_whose_time_went_by_while_it_was_stayed_ends_with_the_stay() {
        Suspended suspended = new Suspended(BRANCH, DEMOTION, new Level("4"), "veto", DEMOTED, DEMOTED, TODAY.minusDays(1), false);
        State pending = after(FOUR, suspended, new DecisionStayed(BRANCH, DEMOTION, APPEAL));
        assertThat(LIFE.ask(pending, new LiftStay(BRANCH, DEMOTION, APPEAL), HOUSE)).isEqualTo(accept(
                new StayLifted(BRANCH, DEMOTION, APPEAL),
                new SuspensionOverdue(BRANCH, DEMOTION, TODAY.minusDays(1), Stars.SUPERIOR)));
    }

    @Test
    void what_a_level_asks_for_is_closed_with_what_came_of_it() {
        State open = after(FOUR, new FollowUpDue(BRANCH, AWARD, new Level("4"), "improve", new Label("改进", "Improve")));
        FollowUpClosed closed = new FollowUpClosed(BRANCH, "improve", "the plan was carried out");
        assertThat(LIFE.ask(open, CLOSE, SOMEBODY)).isEqualTo(accept(closed));
    }

    private static Optional<String> level(State state, LocalDate day) {
        return state.ledger().on(day).map(Entry::level).map(Level::code);
    }
}
