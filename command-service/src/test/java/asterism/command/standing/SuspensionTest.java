package asterism.command.standing;

import static asterism.command.core.Decision.accept;
import static asterism.command.standing.Stars.AS_SHIPPED;
import static asterism.command.standing.Stars.AWARD;
import static asterism.command.standing.Stars.BRANCH;
import static asterism.command.standing.Stars.FOUR;
import static asterism.command.standing.Stars.LIFE;
import static asterism.command.standing.Stars.MADE;
import static asterism.command.standing.Stars.TODAY;
import static asterism.command.standing.Stars.after;
import static asterism.command.standing.Stars.asked;
import static asterism.command.standing.Stars.granted;
import static asterism.command.standing.Stars.house;
import static asterism.command.standing.Stars.where;
import static asterism.command.standing.Stars.with;
import static org.assertj.core.api.Assertions.assertThat;

import asterism.command.core.Command;
import asterism.command.core.Refusal.Kind;
import asterism.command.standing.Standing.Given;
import asterism.command.standing.Standing.State;
import asterism.command.standing.StandingCommand.DeclarePlaqueVoid;
import asterism.command.standing.StandingCommand.Downgrade;
import asterism.command.standing.StandingCommand.EndSuspension;
import asterism.command.standing.StandingCommand.GrantLevel;
import asterism.command.standing.StandingCommand.RecordPlaqueReturned;
import asterism.command.standing.StandingCommand.ReinstateStar;
import asterism.command.standing.StandingCommand.SuspendStar;
import asterism.command.standing.StandingCommand.WithdrawStar;
import asterism.command.standing.Stars.Row;
import asterism.events.AppealId;
import asterism.events.ApplicationId;
import asterism.events.DecisionId;
import asterism.events.Level;
import asterism.events.StandingEvent.Change;
import asterism.events.StandingEvent.DecisionStruckOut;
import asterism.events.StandingEvent.Downgraded;
import asterism.events.StandingEvent.Expired;
import asterism.events.StandingEvent.LevelGranted;
import asterism.events.StandingEvent.PlaqueDeclaredVoid;
import asterism.events.StandingEvent.PlaqueReturned;
import asterism.events.StandingEvent.Reinstated;
import asterism.events.StandingEvent.Suspended;
import asterism.events.StandingEvent.SuspensionOverdue;
import asterism.events.StandingEvent.Withdrawn;
import asterism.standing.Ledger.Entry;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** A star is suspended and reinstated, or withdrawn with its plaque. */
class SuspensionTest {
    private static final Terms SIX_MONTHS = where("suspension",
            "{max: {months: 6, from: suspension, first_day_counts: true}, then: judge}");
    private static final Terms PLAQUES = where("plaque",
            "{levels: any, return_within: {days: 15, day_type: working, from: withdrawal, first_day_counts: false}, "
                    + "if_not_returned: announce_void}");
    private static final Terms COOL_DOWN = where("cool_down", "{after: [withdrawal], years: 2, applies_to: any}");
    private static final Terms LISTED = with("downgrade: {grounds: [veto], most_steps: 1}");
    private static final Level WAS = new Level("4");
    private static final LocalDate FACT = TODAY.minusDays(9);
    private static final LocalDate LAST = LocalDate.of(2025, 9, 9);
    private static final DecisionId ACT = new DecisionId("d5");
    private static final Suspended HELD = new Suspended(BRANCH, ACT, WAS, "veto", FACT, TODAY, LAST, false);
    private static final LocalDate PLAQUE_BY = LocalDate.of(2025, 3, 31);
    private static final Withdrawn TAKEN = new Withdrawn(BRANCH, ACT, WAS, "veto", FACT, TODAY, PLAQUE_BY, TODAY.plusYears(2));
    private static final State SUSPENDED = after(FOUR, HELD);
    private static final State WITHDRAWN = after(FOUR, TAKEN);
    private static final EndSuspension END = new EndSuspension(BRANCH);
    private static final DeclarePlaqueVoid VOID = new DeclarePlaqueVoid(BRANCH);

    static Stream<Row> rows() {
        Given asked = asked(TODAY, AS_SHIPPED);
        Given limited = asked(TODAY, SIX_MONTHS);
        return Stream.concat(withdrawing(), Stream.of(
                new Row(Kind.RULE, "command.house-only", SUSPENDED, END, asked),
                new Row(Kind.INVALID, "standing.last-day-needed", after(FOUR), suspend("veto", null), asked),
                new Row(Kind.INVALID, "standing.ends-before-it-begins", after(FOUR), suspend("veto", TODAY.minusDays(1)), asked),
                new Row(Kind.INVALID, "standing.suspended-too-long", after(FOUR), suspend("veto", LAST.plusDays(1)), limited),
                new Row(Kind.INVALID, "standing.ground-unlisted", after(FOUR), suspend("mood", LAST), asked(TODAY, LISTED)),
                new Row(Kind.RULE, "standing.unrated", after(), suspend("veto", LAST), asked),
                new Row(Kind.RULE, "standing.suspended", SUSPENDED, suspend("veto", LAST), asked),
                new Row(Kind.RULE, "standing.suspended", SUSPENDED, downgrade("3"), asked),
                new Row(Kind.RULE, "standing.suspended", SUSPENDED, award(TODAY), house(TODAY, AS_SHIPPED)),
                new Row(Kind.RULE, "standing.not-suspended", after(FOUR), new ReinstateStar(BRANCH, TODAY), asked)));
    }

    private static Stream<Row> withdrawing() {
        Given asked = asked(TODAY, AS_SHIPPED);
        State over = after(granted(TODAY.minusDays(1)), new Expired(BRANCH, ACT, WAS, TODAY));
        State heldToTheEnd = after(granted(TODAY.plusDays(5)), HELD);
        return Stream.of(
                new Row(Kind.RULE, "standing.expired", over, downgrade("3"), asked),
                new Row(Kind.RULE, "standing.expired", heldToTheEnd, new ReinstateStar(BRANCH, TODAY.plusDays(6)), asked),
                new Row(Kind.RULE, "standing.withdrawn", WITHDRAWN, withdraw("veto"), asked),
                new Row(Kind.RULE, "standing.unrated", after(), withdraw("veto"), asked),
                new Row(Kind.RULE, "standing.too-far-down", after(FOUR), downgrade("2"), asked(TODAY, LISTED)),
                new Row(Kind.RULE, "standing.cool-down", WITHDRAWN, award(TODAY.plusYears(1)), house(TODAY.plusYears(1), COOL_DOWN)),
                new Row(Kind.RULE, "standing.no-plaque-due", after(FOUR), new RecordPlaqueReturned(BRANCH, TODAY), asked),
                new Row(Kind.RULE, "standing.no-plaque-due", after(FOUR, TAKEN, new PlaqueReturned(BRANCH, ACT, TODAY)),
                        new RecordPlaqueReturned(BRANCH, TODAY), asked),
                new Row(Kind.INVALID, "standing.fact-not-yet", WITHDRAWN, new RecordPlaqueReturned(BRANCH, TODAY.plusDays(1)), asked),
                new Row(Kind.RULE, "command.house-only", WITHDRAWN, VOID, asked));
    }

    @Test
    void a_suspended_star_is_out_of_force_until_it_is_reinstated() {
        assertThat(LIFE.ask(after(FOUR), suspend("veto", LAST), asked(TODAY, AS_SHIPPED)))
                .isEqualTo(accept(new Suspended(BRANCH, MADE, WAS, "veto", FACT, TODAY, LAST, false)));
        assertThat(SUSPENDED).isInstanceOf(State.Suspended.class);
        assertThat(SUSPENDED.ledger().on(TODAY).map(Entry::level)).isEmpty();
        LocalDate back = LocalDate.of(2025, 5, 6);
        Reinstated reinstated = new Reinstated(BRANCH, MADE, WAS, back);
        assertThat(LIFE.ask(SUSPENDED, new ReinstateStar(BRANCH, back), asked(TODAY, AS_SHIPPED))).isEqualTo(accept(reinstated));
        assertThat(after(FOUR, HELD, reinstated).ledger().on(back).map(Entry::level)).contains(WAS);
    }

    @Test
    void without_a_last_day_it_lasts_as_long_as_the_scheme_allows() {
        assertThat(LIFE.ask(after(FOUR), suspend("veto", null), asked(TODAY, SIX_MONTHS)))
                .isEqualTo(accept(new Suspended(BRANCH, MADE, WAS, "veto", FACT, TODAY, LAST, false)));
        assertThat(new SuspensionAlarm().setBy(HELD)).contains(LAST);
    }

    @Test
    void when_its_time_is_over_it_ends_as_the_scheme_says_or_somebody_must_judge() {
        LocalDate after = LAST.plusDays(1);
        assertThat(LIFE.ask(SUSPENDED, END, house(LAST, SIX_MONTHS))).as("not yet over").isEqualTo(accept());
        assertThat(LIFE.ask(SUSPENDED, END, house(after, SIX_MONTHS))).isEqualTo(accept(
                new SuspensionOverdue(BRANCH, ACT, LAST, Stars.SUPERIOR)));
        assertThat(LIFE.ask(SUSPENDED, END, house(after, then("reinstate")))).isEqualTo(accept(new Reinstated(BRANCH, MADE, WAS, after)));
        assertThat(LIFE.ask(SUSPENDED, END, house(after, then("withdraw")))).isEqualTo(accept(
                new Withdrawn(BRANCH, MADE, null, "suspension-not-lifted", LAST, after, null, null)));
        assertThat(LIFE.ask(after(FOUR), END, house(after, SIX_MONTHS))).as("lifted before").isEqualTo(accept());
    }

    @Test
    void a_suspension_struck_out_leaves_the_star_as_it_was() {
        State state = after(FOUR, HELD, new DecisionStruckOut(BRANCH, ACT, new AppealId("a1"), List.of()));
        assertThat(state).isInstanceOf(State.Rated.class);
        assertThat(state.ledger().on(TODAY).map(Entry::because)).contains(AWARD);
    }

    @Test
    void a_withdrawn_star_calls_its_plaque_back_and_bars_the_way_for_a_while() {
        assertThat(LIFE.ask(after(FOUR), withdraw("veto"), asked(TODAY, PLAQUES))).isEqualTo(accept(
                new Withdrawn(BRANCH, MADE, WAS, "veto", FACT, TODAY, PLAQUE_BY, null)));
        assertThat(LIFE.ask(SUSPENDED, withdraw("veto"), asked(TODAY, COOL_DOWN))).isEqualTo(accept(
                new Withdrawn(BRANCH, MADE, null, "veto", FACT, TODAY, null, TODAY.plusYears(2))));
        assertThat(WITHDRAWN.reentryFrom()).contains(TODAY.plusYears(2));
        assertThat(LIFE.ask(WITHDRAWN, award(TODAY.plusYears(2)), house(TODAY.plusYears(2), COOL_DOWN))).isEqualTo(accept(
                new LevelGranted(BRANCH, new DecisionId("d9"), ApplicationId.of("r2027.b06"), new Level("3"), Change.FIRST,
                        TODAY.plusYears(2), null)));
    }

    @Test
    void plaques_and_cool_down_are_for_the_levels_and_grounds_the_scheme_names() {
        Terms fives = where("plaque", "{levels: {is: 5}, return_within: {days: 15, day_type: calendar, from: withdrawal, "
                + "first_day_counts: false}, if_not_returned: none}");
        assertThat(LIFE.ask(after(FOUR), withdraw("veto"), asked(TODAY, fives))).isEqualTo(accept(
                new Withdrawn(BRANCH, MADE, WAS, "veto", FACT, TODAY, null, null)));
        Terms fraud = where("cool_down", "{after: [fraud], years: 3, applies_to: any}");
        assertThat(LIFE.ask(after(FOUR), withdraw("veto"), asked(TODAY, fraud))).isEqualTo(accept(
                new Withdrawn(BRANCH, MADE, WAS, "veto", FACT, TODAY, null, null)));
        assertThat(LIFE.ask(after(FOUR), withdraw("fraud"), asked(TODAY, fraud))).isEqualTo(accept(
                new Withdrawn(BRANCH, MADE, WAS, "fraud", FACT, TODAY, null, TODAY.plusYears(3))));
    }

    @Test
    void a_plaque_comes_back_or_is_declared_void() {
        PlaqueReturned back = new PlaqueReturned(BRANCH, ACT, PLAQUE_BY);
        assertThat(LIFE.ask(WITHDRAWN, new RecordPlaqueReturned(BRANCH, PLAQUE_BY), asked(PLAQUE_BY, PLAQUES))).isEqualTo(accept(back));
        assertThat(LIFE.ask(WITHDRAWN, VOID, house(PLAQUE_BY.plusDays(1), PLAQUES)))
                .isEqualTo(accept(new PlaqueDeclaredVoid(BRANCH, ACT, PLAQUE_BY)));
        assertThat(LIFE.ask(after(FOUR, TAKEN, back), VOID, house(PLAQUE_BY.plusDays(1), PLAQUES))).isEqualTo(accept());
        assertThat(LIFE.ask(WITHDRAWN, VOID, house(PLAQUE_BY.plusDays(1), AS_SHIPPED))).as("no such rule").isEqualTo(accept());
        assertThat(new PlaqueAlarm().setBy(TAKEN)).contains(PLAQUE_BY);
    }

    @Test
    void a_downgrade_within_the_listed_grounds_and_steps_is_made() {
        assertThat(LIFE.ask(after(FOUR), downgrade("3"), asked(TODAY, LISTED))).isEqualTo(accept(
                new Downgraded(BRANCH, MADE, WAS, new Level("3"), "veto", FACT, TODAY)));
    }

    @Test
    void each_alarm_is_stopped_by_what_settles_it_and_asks_the_house() {
        Reinstated back = new Reinstated(BRANCH, MADE, WAS, TODAY);
        assertThat(Stream.of(back, TAKEN, FOUR).allMatch(new SuspensionAlarm()::clearedBy)).isTrue();
        assertThat(new SuspensionAlarm().clearedBy(HELD)).isFalse();
        assertThat(new PlaqueAlarm().clearedBy(new PlaqueReturned(BRANCH, ACT, TODAY))).isTrue();
        assertThat(new ExpiryAlarm().clearedBy(TAKEN)).isTrue();
        assertThat(Stream.<Command>of(new SuspensionAlarm().ring(HELD.stream()), new PlaqueAlarm().ring(HELD.stream())))
                .containsExactly(END, VOID);
    }

    private static Terms then(String word) {
        return where("suspension", "{max: {months: 6, from: suspension, first_day_counts: true}, then: " + word + "}");
    }

    private static SuspendStar suspend(String ground, @Nullable LocalDate lastDay) {
        return new SuspendStar(BRANCH, ground, FACT, TODAY, lastDay);
    }

    private static Downgrade downgrade(String to) {
        return new Downgrade(BRANCH, new Level(to), "veto", FACT, TODAY);
    }

    private static WithdrawStar withdraw(String ground) {
        return new WithdrawStar(BRANCH, ground, FACT, TODAY);
    }

    private static GrantLevel award(LocalDate from) {
        return new GrantLevel(BRANCH, new DecisionId("d9"), ApplicationId.of("r2027.b06"), new Level("3"), from);
    }
}
