package asterism.command.standing;

import static asterism.command.core.Decision.accept;
import static asterism.command.standing.Stars.APPLICATION;
import static asterism.command.standing.Stars.AS_SHIPPED;
import static asterism.command.standing.Stars.AWARD;
import static asterism.command.standing.Stars.AWARDED;
import static asterism.command.standing.Stars.BRANCH;
import static asterism.command.standing.Stars.FOUR;
import static asterism.command.standing.Stars.LIFE;
import static asterism.command.standing.Stars.MADE;
import static asterism.command.standing.Stars.TODAY;
import static asterism.command.standing.Stars.after;
import static asterism.command.standing.Stars.asked;
import static asterism.command.standing.Stars.granted;
import static asterism.command.standing.Stars.house;
import static asterism.command.standing.Stars.own;
import static asterism.command.standing.Stars.ruling;
import static asterism.command.standing.Stars.unknown;
import static asterism.command.standing.Stars.where;
import static asterism.command.standing.Stars.with;
import static org.assertj.core.api.Assertions.assertThat;

import asterism.command.Lifecycle;
import asterism.command.core.Refusal.Kind;
import asterism.command.core.Decision.Accepted;
import asterism.command.standing.Standing.Given;
import asterism.command.standing.Standing.State;
import asterism.command.standing.StandingCommand.ExpireStar;
import asterism.command.standing.StandingCommand.EffectAward;
import asterism.command.standing.StandingCommand.GrantLevel;
import asterism.command.standing.StandingCommand.GrantProvisionalLevel;
import asterism.command.standing.StandingCommand.RecordPastLevel;
import asterism.command.standing.Stars.Row;
import asterism.events.AppealId;
import asterism.events.ApplicationId;
import asterism.events.DecisionId;
import asterism.events.StandingEvent.CorrectionRequired;
import asterism.events.Level;
import asterism.events.RoundId;
import asterism.events.StandingEvent.AwardNotEffected;
import asterism.events.StandingEvent.Change;
import asterism.events.StandingEvent.DecisionStruckOut;
import asterism.events.StandingEvent.Expired;
import asterism.events.StandingEvent.LevelGranted;
import asterism.events.StandingEvent.PastLevelRecorded;
import asterism.events.StandingEvent.ProvisionalGranted;
import asterism.events.StandingEvent.Reinstated;
import asterism.events.StandingEvent.Suspended;
import asterism.standing.Ledger.Entry;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** How long a star holds, what renews it, and what stands in for it. */
class ValidityTest {
    private static final Terms THREE_YEARS = where("validity", "{kind: years, years: 3, starts: announcement}");
    private static final Terms ONE_STEP = with("promotion: {most_steps: 1}");
    private static final LocalDate LAST = LocalDate.of(2027, 12, 15);
    private static final RoundId ROUND = new RoundId("r2025");
    private static final LocalDate LONG_AGO = LocalDate.of(2023, 12, 20);
    private static final ApplicationId NEXT = ApplicationId.of("r2025.b06");
    private static final DecisionId AGAIN = new DecisionId("d3");
    private static final LocalDate RENEWED = LocalDate.of(2027, 12, 10);
    private static final LevelGranted RENEWAL =
            new LevelGranted(BRANCH, AGAIN, NEXT, new Level("4"), Change.RETAINED, RENEWED, LocalDate.of(2030, 12, 9));
    private static final AwardNotEffected REFUSED = new AwardNotEffected(BRANCH, AGAIN, "standing.too-far-up", "s");
    private static final ExpireStar EXPIRE = new ExpireStar(BRANCH);
    private static final ProvisionalGranted FOR_A_YEAR = new ProvisionalGranted(
            BRANCH, MADE, ROUND, new Level("3"), "split", TODAY, TODAY.plusYears(1));

    static Stream<Row> rows() {
        Given asked = asked(TODAY, AS_SHIPPED);
        return Stream.of(
                new Row(Kind.RULE, "command.house-only", after(FOUR), EXPIRE, asked),
                new Row(Kind.GUARD, "recusal.own-branch", after(), provisional("3", TODAY, null), own()),
                new Row(Kind.UNKNOWN, "standing.round-unknown", after(), provisional("3", TODAY, null), unknown(true)),
                new Row(Kind.UNKNOWN, "standing.branch-unknown", after(), provisional("3", TODAY, null), unknown(false)),
                new Row(Kind.INVALID, "standing.level-unknown", after(), provisional("gold", TODAY, null), asked),
                new Row(Kind.INVALID, "standing.ends-before-it-begins", after(), provisional("3", TODAY, TODAY.minusDays(1)), asked),
                new Row(Kind.INVALID, "standing.begins-in-the-past", after(), provisional("3", TODAY.minusDays(1), null), asked),
                new Row(Kind.RULE, "standing.not-unrated", after(FOUR), provisional("3", TODAY, null), asked),
                new Row(Kind.GUARD, "recusal.own-branch", after(), past("3", LONG_AGO, null), own()),
                new Row(Kind.UNKNOWN, "standing.round-unknown", after(), past("3", LONG_AGO, null), unknown(true)),
                new Row(Kind.UNKNOWN, "standing.branch-unknown", after(), past("3", LONG_AGO, null), unknown(false)),
                new Row(Kind.INVALID, "standing.level-unknown", after(), past("gold", LONG_AGO, null), asked),
                new Row(Kind.INVALID, "standing.ends-before-it-begins", after(), past("3", LONG_AGO, LONG_AGO.minusDays(1)), asked),
                new Row(Kind.INVALID, "standing.not-past", after(), past("3", TODAY, null), asked),
                new Row(Kind.RULE, "standing.past-twice", after(recorded("2", LONG_AGO, null)), past("3", LONG_AGO, null), asked),
                new Row(Kind.RULE, "standing.past-too-late", after(FOUR), past("3", LONG_AGO, null), asked),
                new Row(Kind.RULE, "standing.too-far-up", after(three()), award("5"), house(TODAY, ONE_STEP)),
                new Row(Kind.RULE, "standing.award-not-refused", after(three()), jump(), awarded("4")),
                new Row(Kind.RULE, "standing.award-not-refused", after(three(), REFUSED), jump(), asked(TODAY, ONE_STEP)));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "{kind: years, years: 3, starts: announcement}            | 2027-12-15",
        "{kind: years, years: 3, starts: decision}                | 2027-12-03",
        "{kind: calendar_years, years: 5, starts: next_january_1} | 2029-12-31",
        "{kind: unlimited}                                        |",
        "{kind: until_next_round}                                 |"})
    void a_star_says_its_last_day_where_the_scheme_states_a_validity(String validity, @Nullable LocalDate lastDay) {
        assertThat(LIFE.ask(after(), new GrantLevel(BRANCH, AWARD, APPLICATION, new Level("4"), AWARDED),
                house(AWARDED, where("validity", validity)))).isEqualTo(accept(granted(lastDay)));
        assertThat(new ExpiryAlarm().setBy(granted(lastDay))).isEqualTo(Optional.ofNullable(lastDay));
    }

    @Test
    void with_a_level_a_corrective_action_is_required_where_the_scheme_says_so_of_a_branch_that_is_rated_so() {
        Terms plain = where("validity", "{kind: unlimited}");
        Given given = house(AWARDED, new Terms(plain.rules(), plain.days(), null, true));
        GrantLevel grant = new GrantLevel(BRANCH, AWARD, APPLICATION, new Level("4"), AWARDED);
        CorrectionRequired required = new CorrectionRequired(BRANCH, MADE, "rectification",
                "按评定办法须整改 · The scheme requires this to be put right", AWARDED, LocalDate.of(2025, 1, 27), false);
        assertThat(LIFE.ask(after(), grant, given)).isEqualTo(accept(granted(null), required));
        CorrectionRequired open = new CorrectionRequired(BRANCH, new DecisionId("c1"), "fees", "d", AWARDED, AWARDED.plusDays(9), false);
        assertThat(LIFE.ask(after(granted(null), open), new GrantLevel(BRANCH, new DecisionId("d9"), APPLICATION, new Level("4"), AWARDED),
                given)).as("one is open").isInstanceOfSatisfying(Accepted.class, accepted -> assertThat(accepted.facts())
                        .noneMatch(CorrectionRequired.class::isInstance));
        assertThat(LIFE.ask(after(), grant, house(AWARDED, plain))).as("otherwise rated").isEqualTo(accept(granted(null)));
    }

    @Test
    void a_star_that_nothing_renewed_expires_the_day_after_its_last() {
        State rated = after(granted(LAST));
        Expired expired = new Expired(BRANCH, MADE, new Level("4"), LAST.plusDays(1));
        assertThat(LIFE.ask(rated, EXPIRE, house(LAST, THREE_YEARS))).as("its last day is not over").isEqualTo(accept());
        assertThat(LIFE.ask(rated, EXPIRE, house(LAST.plusDays(4), THREE_YEARS))).isEqualTo(accept(expired));
        State over = after(granted(LAST), expired);
        assertThat(over).isInstanceOf(State.Expired.class);
        assertThat(over.ledger().on(LAST).map(Entry::level)).contains(new Level("4"));
        assertThat(over.ledger().on(LAST.plusDays(1)).map(Entry::level)).isEmpty();
        assertThat(LIFE.ask(over, EXPIRE, house(LAST.plusDays(9), THREE_YEARS))).as("once is enough").isEqualTo(accept());
    }

    @Test
    void a_later_award_renews_it_and_without_that_award_the_first_ends_when_it_would_have() {
        State renewed = after(granted(LAST), RENEWAL);
        assertThat(LIFE.ask(renewed, EXPIRE, house(LAST.plusDays(1), THREE_YEARS))).isEqualTo(accept());
        assertThat(new ExpiryAlarm().setBy(RENEWAL)).contains(LocalDate.of(2030, 12, 9));
        State struck = after(granted(LAST), RENEWAL, new DecisionStruckOut(BRANCH, AGAIN, new AppealId("a1"), List.of()));
        assertThat(struck.ledger().on(LAST).map(Entry::level)).contains(new Level("4"));
        assertThat(struck.ledger().on(LAST.plusDays(1))).as("nothing was recorded, and yet it is over").isEmpty();
    }

    @Test
    void an_award_without_a_last_day_stops_the_alarm() {
        ExpiryAlarm alarm = new ExpiryAlarm();
        assertThat(alarm.clearedBy(FOUR)).isTrue();
        assertThat(alarm.clearedBy(RENEWAL)).isFalse();
        assertThat(alarm.ring(FOUR.stream())).isEqualTo(EXPIRE);
    }

    @Test
    void a_branch_without_a_star_has_a_provisional_level_until_it_is_assessed() {
        assertThat(LIFE.ask(after(), provisional("3", TODAY, TODAY.plusYears(1)), asked(TODAY, AS_SHIPPED))).isEqualTo(accept(FOR_A_YEAR));
        State provisional = after(FOR_A_YEAR);
        assertThat(provisional.ledger().on(TODAY).map(Entry::level)).contains(new Level("3"));
        assertThat(provisional.application(MADE)).contains(NEXT);
        assertThat(LIFE.ask(provisional, EXPIRE, house(TODAY.plusYears(1).plusDays(1), AS_SHIPPED)))
                .isEqualTo(accept(new Expired(BRANCH, MADE, new Level("3"), TODAY.plusYears(1).plusDays(1))));
    }

    @Test
    void the_house_may_give_a_provisional_level_for_a_day_that_is_past() {
        GrantProvisionalLevel back = provisional("3", TODAY.minusDays(3), null);
        assertThat(LIFE.ask(after(), back, house(TODAY, AS_SHIPPED)))
                .isEqualTo(accept(new ProvisionalGranted(BRANCH, MADE, ROUND, new Level("3"), "split", TODAY.minusDays(3), null)));
    }

    @Test
    void levels_of_the_past_come_in_any_order_each_once_and_the_house_goes_on_from_the_last() {
        PastLevelRecorded second = recorded("4", LONG_AGO.plusYears(1), TODAY.minusDays(1));
        PastLevelRecorded first = recorded("3", LONG_AGO, LONG_AGO.plusYears(1).minusDays(1));
        assertThat(LIFE.ask(after(second), past("3", LONG_AGO, first.lastDay()), asked(TODAY, AS_SHIPPED))).isEqualTo(accept(first));
        State known = after(second, first);
        assertThat(LIFE.ask(known, past("3", LONG_AGO, first.lastDay()), asked(TODAY, AS_SHIPPED))).as("again").isEqualTo(accept());
        assertThat(known.ledger().intervals()).extracting(interval -> interval.level() == null ? "" : interval.level().code())
                .containsExactly("3", "4", "");
        assertThat(new ExpiryAlarm().setBy(second)).contains(TODAY.minusDays(1));
        assertThat(LIFE.ask(known, EXPIRE, house(TODAY, AS_SHIPPED)))
                .isEqualTo(accept(new Expired(BRANCH, MADE, new Level("4"), TODAY)));
        assertThat(LIFE.ask(after(recorded("3", LONG_AGO, null)), award("4"), house(TODAY, ONE_STEP))).isEqualTo(accept(
                new LevelGranted(BRANCH, AGAIN, NEXT, new Level("4"), Change.PROMOTED, TODAY, null)));
        assertThat(LIFE.ask(after(recorded("3", LONG_AGO, null), FOUR), past("3", LONG_AGO, null), asked(TODAY, AS_SHIPPED)))
                .as("the same again, long after").isEqualTo(accept());
    }

    @Test
    void a_jump_beyond_the_step_limit_takes_effect_by_exception_only() {
        assertThat(LIFE.ask(after(three()), award("4"), house(TODAY, ONE_STEP))).isEqualTo(accept(
                new LevelGranted(BRANCH, AGAIN, NEXT, new Level("4"), Change.PROMOTED, TODAY, null)));
        assertThat(ruling(LIFE.ask(after(three(), REFUSED), jump(), awarded("5")))).isEqualTo(
                new LevelGranted(BRANCH, AGAIN, NEXT, new Level("5"), Change.PROMOTED, TODAY, null));
        assertThat(ruling(LIFE.ask(after(), award("5"), house(TODAY, ONE_STEP)))).as("a first star is no step").isEqualTo(
                new LevelGranted(BRANCH, AGAIN, NEXT, new Level("5"), Change.FIRST, TODAY, null));
    }

    @Test
    void an_award_that_came_while_the_star_was_suspended_takes_effect_when_somebody_says_so() {
        Suspended held = new Suspended(BRANCH, new DecisionId("d5"), new Level("3"), "veto", TODAY, TODAY, TODAY, false);
        Reinstated back = new Reinstated(BRANCH, new DecisionId("d6"), new Level("3"), TODAY);
        assertThat(LIFE.ask(after(three(), held, REFUSED, back), jump(), awarded("4"))).isEqualTo(accept(
                new LevelGranted(BRANCH, AGAIN, NEXT, new Level("4"), Change.PROMOTED, TODAY, null)));
    }

    private static RecordPastLevel past(String level, LocalDate from, @Nullable LocalDate lastDay) {
        return new RecordPastLevel(BRANCH, ROUND, new Level(level), "paper 8 of 2023", from, lastDay);
    }

    private static PastLevelRecorded recorded(String level, LocalDate from, @Nullable LocalDate lastDay) {
        return new PastLevelRecorded(BRANCH, MADE, ROUND, new Level(level), "paper 8 of 2023", from, lastDay);
    }

    private static LevelGranted three() {
        return new LevelGranted(BRANCH, AWARD, APPLICATION, new Level("3"), Change.FIRST, AWARDED, null);
    }

    private static GrantLevel award(String level) {
        return new GrantLevel(BRANCH, AGAIN, NEXT, new Level(level), TODAY);
    }

    private static EffectAward jump() {
        return new EffectAward(BRANCH, NEXT, TODAY);
    }

    private static Given awarded(String level) {
        return Stars.awarded(Lifecycle.person("general", "because", TODAY), ONE_STEP, AGAIN, level);
    }

    private static GrantProvisionalLevel provisional(String level, LocalDate from, @Nullable LocalDate lastDay) {
        return new GrantProvisionalLevel(BRANCH, ROUND, new Level(level), "split", from, lastDay);
    }
}
