package asterism.command.standing;

import static asterism.command.core.Decision.accept;
import static asterism.command.standing.Stars.AS_SHIPPED;
import static asterism.command.standing.Stars.BRANCH;
import static asterism.command.standing.Stars.FOUR;
import static asterism.command.standing.Stars.LIFE;
import static asterism.command.standing.Stars.MADE;
import static asterism.command.standing.Stars.SUPERIOR;
import static asterism.command.standing.Stars.TODAY;
import static asterism.command.standing.Stars.after;
import static asterism.command.standing.Stars.asked;
import static asterism.command.standing.Stars.house;
import static asterism.command.standing.Stars.local;
import static asterism.command.standing.Stars.own;
import static asterism.command.standing.Stars.where;
import static org.assertj.core.api.Assertions.assertThat;

import asterism.command.Lifecycle;
import asterism.command.core.Refusal.Kind;
import asterism.command.standing.Standing.Given;
import asterism.command.standing.Standing.State;
import asterism.command.standing.StandingCommand.EndStar;
import asterism.command.standing.StandingCommand.MissCorrection;
import asterism.command.standing.StandingCommand.RecheckCorrection;
import asterism.command.standing.StandingCommand.RemindOfLastDay;
import asterism.command.standing.StandingCommand.RequireCorrection;
import asterism.command.standing.StandingCommand.ShowCorrection;
import asterism.command.standing.Stars.Row;
import asterism.events.BranchEvent.Reorganisation;
import asterism.events.DecisionId;
import asterism.events.Level;
import asterism.events.StandingEvent.CorrectionEnded;
import asterism.events.StandingEvent.CorrectionMissed;
import asterism.events.StandingEvent.CorrectionRechecked;
import asterism.events.StandingEvent.CorrectionRequired;
import asterism.events.StandingEvent.CorrectionShown;
import asterism.events.StandingEvent.Counted;
import asterism.events.StandingEvent.Downgraded;
import asterism.events.StandingEvent.StarEnded;
import asterism.events.StandingEvent.StarOwnerReminded;
import asterism.events.StandingEvent.StarReminderSet;
import asterism.events.StandingEvent.Suspended;
import asterism.events.StandingEvent.Withdrawn;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** What must be put right by a day is shown and looked at again, or missed, and then something follows. */
class CorrectionTest {
    private static final DecisionId ACT = new DecisionId("d5");
    private static final LocalDate FACT = TODAY.minusDays(9);
    /** Thirty working days after a Monday in March 2025: the Qingming holiday lies between. */
    private static final LocalDate DUE = LocalDate.of(2025, 4, 22);
    private static final LocalDate LATE = DUE.plusDays(1);
    private static final CorrectionRequired REQUIRED = new CorrectionRequired(BRANCH, ACT, "finding", "补开会议", FACT, DUE, false);
    private static final CorrectionShown SHOWN = new CorrectionShown(BRANCH, ACT, List.of(), "已补开");
    private static final CorrectionRechecked NOT_CURED = new CorrectionRechecked(BRANCH, ACT, false, "仍缺两次");
    private static final CorrectionMissed MISSED = new CorrectionMissed(BRANCH, ACT, DUE, SUPERIOR);
    private static final State OPEN = after(FOUR, REQUIRED);
    private static final RemindOfLastDay REMIND = new RemindOfLastDay(BRANCH, Counted.CORRECTION);
    private static final MissCorrection MISS = new MissCorrection(BRANCH);

    static Stream<Row> rows() {
        Given asked = asked(TODAY, AS_SHIPPED);
        Given silent = Stars.given(Lifecycle.person("general", null, TODAY));
        return Stream.of(
                new Row(Kind.GUARD, "recusal.own-branch", after(FOUR), require(null), own()),
                new Row(Kind.INVALID, "reason.required", after(FOUR), require(null), silent),
                new Row(Kind.RULE, "standing.unrated", after(), require(null), asked),
                new Row(Kind.RULE, "standing.correction-open", OPEN, require(null), asked),
                new Row(Kind.INVALID, "standing.fact-not-yet", after(FOUR),
                        new RequireCorrection(BRANCH, "finding", "补开会议", TODAY.plusDays(1), null), asked),
                new Row(Kind.INVALID, "standing.last-day-needed", after(FOUR), require(null), asked(TODAY, local("rectification", "none"))),
                new Row(Kind.INVALID, "standing.due-in-the-past", after(FOUR), require(TODAY.minusDays(1)), asked),
                new Row(Kind.INVALID, "standing.due-too-late", after(FOUR), require(DUE.plusDays(1)), asked),
                new Row(Kind.RULE, "standing.no-correction", after(FOUR), new ShowCorrection(BRANCH, List.of(), "已补开"), own()),
                new Row(Kind.RULE, "standing.no-correction", after(FOUR), recheck(true), asked),
                new Row(Kind.GUARD, "recusal.own-branch", after(FOUR, REQUIRED, SHOWN), recheck(true), own()),
                new Row(Kind.RULE, "standing.nothing-shown", OPEN, recheck(true), asked),
                new Row(Kind.RULE, "command.house-only", OPEN, MISS, asked));
    }

    @Test
    void the_deadline_is_the_one_of_the_rules_or_an_earlier_one() {
        assertThat(LIFE.ask(after(FOUR), require(null), asked(TODAY, AS_SHIPPED))).isEqualTo(accept(
                new CorrectionRequired(BRANCH, MADE, "finding", "补开会议", FACT, DUE, false)));
        assertThat(LIFE.ask(after(FOUR), require(TODAY.plusDays(7)), asked(TODAY, AS_SHIPPED))).isEqualTo(accept(
                new CorrectionRequired(BRANCH, MADE, "finding", "补开会议", FACT, TODAY.plusDays(7), false)));
        assertThat(new CorrectionAlarm().setBy(REQUIRED)).contains(DUE);
    }

    @Test
    void what_was_shown_is_looked_at_again_and_closes_the_action_when_it_is_cured() {
        assertThat(LIFE.ask(OPEN, new ShowCorrection(BRANCH, List.of(), "已补开"), own())).isEqualTo(accept(SHOWN));
        State shown = after(FOUR, REQUIRED, SHOWN);
        CorrectionRechecked cured = new CorrectionRechecked(BRANCH, ACT, true, "属实");
        assertThat(LIFE.ask(shown, new RecheckCorrection(BRANCH, true, "属实"), asked(TODAY, AS_SHIPPED))).isEqualTo(accept(cured));
        State closed = after(FOUR, REQUIRED, SHOWN, cured);
        assertThat(closed.file().watch().action()).isNull();
        assertThat(new CorrectionAlarm().clearedBy(cured)).isTrue();
        assertThat(LIFE.ask(closed, MISS, house(LATE, AS_SHIPPED))).isEqualTo(accept());
    }

    @Test
    void what_is_not_cured_stays_open_and_a_late_look_finds_it_missed() {
        State shown = after(FOUR, REQUIRED, SHOWN);
        assertThat(LIFE.ask(shown, recheck(false), asked(DUE, AS_SHIPPED))).isEqualTo(accept(NOT_CURED));
        assertThat(new CorrectionAlarm().clearedBy(NOT_CURED)).isFalse();
        assertThat(LIFE.ask(shown, MISS, house(LATE, AS_SHIPPED))).as("the branch does not answer for the office").isEqualTo(accept());
        assertThat(LIFE.ask(shown, recheck(false), asked(LATE, AS_SHIPPED))).isEqualTo(accept(NOT_CURED, MISSED));
    }

    @Test
    void a_missed_action_goes_to_the_body_above_once_and_can_still_be_cured() {
        assertThat(LIFE.ask(OPEN, MISS, house(DUE, AS_SHIPPED))).as("its last day is not over").isEqualTo(accept());
        assertThat(LIFE.ask(OPEN, MISS, house(LATE, AS_SHIPPED))).isEqualTo(accept(MISSED));
        State missed = after(FOUR, REQUIRED, MISSED);
        assertThat(LIFE.ask(missed, MISS, house(LATE, AS_SHIPPED))).isEqualTo(accept());
        State late = after(FOUR, REQUIRED, MISSED, SHOWN);
        assertThat(LIFE.ask(late, recheck(false), asked(LATE, AS_SHIPPED))).isEqualTo(accept(NOT_CURED));
        assertThat(LIFE.ask(missed, require(null), asked(TODAY, AS_SHIPPED))).as("another may follow").isEqualTo(accept(
                new CorrectionRequired(BRANCH, MADE, "finding", "补开会议", FACT, DUE, false)));
        assertThat(new CorrectionAlarm().clearedBy(MISSED)).isTrue();
        assertThat(new CorrectionAlarm().ring(MISSED.stream())).isEqualTo(MISS);
    }

    @Test
    void the_branch_is_reminded_before_the_last_day_while_it_has_shown_nothing() {
        StarReminderSet set = new StarReminderSet(BRANCH, MADE, Counted.CORRECTION, DUE, DUE.minusDays(5));
        assertThat(LIFE.ask(after(FOUR), require(null), asked(TODAY, Stars.with("remind_before: {days: 5, day_type: calendar}"))))
                .isEqualTo(accept(new CorrectionRequired(BRANCH, MADE, "finding", "补开会议", FACT, DUE, false), set));
        StarReminderAlarm alarm = new StarReminderAlarm(Counted.CORRECTION);
        assertThat(alarm.setBy(set)).contains(DUE.minusDays(6));
        assertThat(new StarReminderAlarm(Counted.PLAQUE).setBy(set)).isEmpty();
        assertThat(alarm.clearedBy(REQUIRED)).isTrue();
        assertThat(alarm.ring(REQUIRED.stream())).isEqualTo(REMIND);
        assertThat(LIFE.ask(OPEN, REMIND, house(DUE, AS_SHIPPED)))
                .isEqualTo(accept(new StarOwnerReminded(BRANCH, ACT, Counted.CORRECTION, DUE)));
        assertThat(LIFE.ask(OPEN, REMIND, house(LATE, AS_SHIPPED))).as("too late").isEqualTo(accept());
        assertThat(LIFE.ask(after(FOUR, REQUIRED, SHOWN), REMIND, house(DUE, AS_SHIPPED))).as("something was shown").isEqualTo(accept());
        for (Counted other : List.of(Counted.SUSPENSION, Counted.PLAQUE)) {
            assertThat(LIFE.ask(OPEN, new RemindOfLastDay(BRANCH, other), house(DUE, AS_SHIPPED))).isEqualTo(accept());
        }
        State suspended = after(FOUR, new Suspended(BRANCH, MADE, new Level("4"), "g", FACT, TODAY, DUE, false));
        assertThat(LIFE.ask(suspended, new RemindOfLastDay(BRANCH, Counted.SUSPENSION), house(DUE, AS_SHIPPED)))
                .isEqualTo(accept(new StarOwnerReminded(BRANCH, MADE, Counted.SUSPENSION, DUE)));
        State withdrawn = after(FOUR, new Withdrawn(BRANCH, MADE, new Level("4"), "g", FACT, TODAY, DUE, null));
        assertThat(LIFE.ask(withdrawn, new RemindOfLastDay(BRANCH, Counted.PLAQUE), house(DUE, AS_SHIPPED)))
                .isEqualTo(accept(new StarOwnerReminded(BRANCH, MADE, Counted.PLAQUE, DUE)));
        assertThat(LIFE.ask(OPEN, REMIND, asked(DUE, AS_SHIPPED))).asString().contains("command.house-only");
    }

    @Test
    void where_the_scheme_says_what_follows_it_follows() {
        Level four = new Level("4");
        CorrectionMissed settled = new CorrectionMissed(BRANCH, ACT, DUE, null);
        assertThat(LIFE.ask(OPEN, MISS, house(LATE, missed("{move: -1}")))).isEqualTo(accept(settled,
                new Downgraded(BRANCH, MADE, four, new Level("3"), "missed_correction", DUE, LATE)));
        assertThat(LIFE.ask(OPEN, MISS, house(LATE, missed("{move: -9}")))).isEqualTo(accept(settled,
                new Downgraded(BRANCH, MADE, four, null, "missed_correction", DUE, LATE)));
        assertThat(LIFE.ask(OPEN, MISS, house(LATE, missed("withdraw")))).isEqualTo(accept(settled,
                new Withdrawn(BRANCH, MADE, four, "missed_correction", DUE, LATE, null, null)));
        assertThat(LIFE.ask(OPEN, MISS, house(LATE, missed("suspend")))).as("without a limit nobody can suspend by rule")
                .isEqualTo(accept(MISSED));
        Terms limited = where("suspension", "{max: {months: 6, from: suspension, first_day_counts: true}, then: judge}",
                "if_missed: judge", "if_missed: suspend");
        assertThat(LIFE.ask(OPEN, MISS, house(LATE, limited))).isEqualTo(accept(settled,
                new Suspended(BRANCH, MADE, four, "missed_correction", DUE, LATE, LATE.plusMonths(6).minusDays(1), false)));
    }

    @Test
    void what_a_branch_owes_ends_with_it_whether_it_has_a_star_or_not() {
        EndStar end = new EndStar(BRANCH, MADE, Reorganisation.MERGE, TODAY);
        CorrectionEnded ended = new CorrectionEnded(BRANCH, ACT, Reorganisation.MERGE);
        assertThat(LIFE.ask(OPEN, end, house(TODAY, AS_SHIPPED))).isEqualTo(accept(
                new StarEnded(BRANCH, MADE, new Level("4"), Reorganisation.MERGE, TODAY), ended));
        Downgraded toNothing = new Downgraded(BRANCH, MADE, new Level("4"), null, "veto", FACT, TODAY);
        assertThat(LIFE.ask(after(FOUR, REQUIRED, toNothing), end, house(TODAY, AS_SHIPPED))).isEqualTo(accept(ended));
        State over = after(FOUR, REQUIRED, toNothing, ended);
        assertThat(LIFE.ask(over, MISS, house(LATE, AS_SHIPPED))).as("nobody is left to miss it").isEqualTo(accept());
        assertThat(over.bars()).isEmpty();
        assertThat(new CorrectionAlarm().clearedBy(ended)).isTrue();
    }

    private static Terms missed(String effect) {
        return local("rectification", "{days: 30, day_type: working, if_missed: " + effect + "}");
    }

    private static RequireCorrection require(@Nullable LocalDate dueOn) {
        return new RequireCorrection(BRANCH, "finding", "补开会议", FACT, dueOn);
    }

    private static RecheckCorrection recheck(boolean cured) {
        return new RecheckCorrection(BRANCH, cured, "仍缺两次");
    }
}
