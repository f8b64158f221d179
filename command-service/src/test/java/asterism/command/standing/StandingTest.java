package asterism.command.standing;

import static asterism.command.core.Decision.accept;
import static asterism.command.standing.Stars.APPLICATION;
import static asterism.command.standing.Stars.AWARD;
import static asterism.command.standing.Stars.AWARDED;
import static asterism.command.standing.Stars.BRANCH;
import static asterism.command.standing.Stars.FOUR;
import static asterism.command.standing.Stars.LIFE;
import static asterism.command.standing.Stars.TODAY;
import static asterism.command.standing.Stars.after;
import static asterism.command.standing.Stars.given;
import static asterism.command.standing.Stars.own;
import static asterism.command.standing.Stars.ruling;
import static org.assertj.core.api.Assertions.assertThat;

import asterism.command.Lifecycle;
import asterism.command.core.Asked;
import asterism.command.core.Refusal.Kind;
import asterism.command.standing.Standing.Given;
import asterism.command.standing.Standing.State;
import asterism.command.standing.StandingCommand.Downgrade;
import asterism.command.standing.StandingCommand.GrantLevel;
import asterism.command.standing.StandingCommand.RecordAwardNotEffected;
import asterism.command.standing.StandingCommand.StrikeOut;
import asterism.command.standing.Stars.Row;
import asterism.events.AppealId;
import asterism.events.ApplicationId;
import asterism.events.BranchId;
import asterism.events.DecisionId;
import asterism.events.Level;
import asterism.events.PersonId;
import asterism.events.StandingEvent;
import asterism.events.StandingEvent.AwardNotEffected;
import asterism.events.StandingEvent.Change;
import asterism.events.StandingEvent.DecisionStruckOut;
import asterism.events.StandingEvent.Downgraded;
import asterism.events.StandingEvent.LevelGranted;
import asterism.standing.Ledger.Entry;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class StandingTest {
    private static final ApplicationId NEXT = ApplicationId.of("r2025.b06");
    private static final AppealId APPEAL = new AppealId("ap-1");
    private static final DecisionId LOWERING = new DecisionId("d2");
    private static final DecisionId AGAIN = new DecisionId("d3");
    private static final Downgraded TO_TWO =
            new Downgraded(BRANCH, LOWERING, new Level("4"), new Level("2"), "veto", TODAY.minusDays(9), TODAY);
    private static final LevelGranted THREE =
            new LevelGranted(BRANCH, AGAIN, NEXT, new Level("3"), Change.PROMOTED, LocalDate.of(2025, 12, 16), null);
    private static final DecisionStruckOut STRUCK = new DecisionStruckOut(BRANCH, LOWERING, APPEAL, List.of());

    private static final State UNRATED = after();
    private static final State RATED = after(FOUR);
    private static final State LOWERED = after(FOUR, TO_TWO);

    static Stream<Row> rows() {
        Given asked = given(person("because"));
        return Stream.concat(byTheHouse(), Stream.of(
                new Row(Kind.RULE, "standing.unrated", UNRATED, downgrade("3"), asked),
                new Row(Kind.INVALID, "standing.overtaken", after(new LevelGranted(BRANCH, AWARD, APPLICATION, new Level("4"), Change.FIRST,
                        TODAY.plusDays(9), null)), downgrade("3", TODAY, TODAY.plusDays(1)), asked),
                new Row(Kind.GUARD, "recusal.own-branch", RATED, downgrade("3"), own()),
                new Row(Kind.INVALID, "reason.required", RATED, downgrade("3"), given(person(null))),
                new Row(Kind.INVALID, "standing.fact-not-yet", RATED, downgrade("3", TODAY.plusDays(1), TODAY), asked),
                new Row(Kind.INVALID, "standing.begins-in-the-past", RATED, downgrade("3", TODAY, TODAY.minusDays(1)), asked),
                new Row(Kind.INVALID, "standing.level-unknown", RATED, downgrade("gold"), asked),
                new Row(Kind.RULE, "standing.not-lower", RATED, downgrade("4"), asked),
                new Row(Kind.RULE, "standing.not-lower", LOWERED, downgrade("3"), asked)));
    }

    private static Stream<Row> byTheHouse() {
        Given asked = given(person("because"));
        return Stream.of(
                new Row(Kind.RULE, "command.house-only", UNRATED, grant("4"), asked),
                new Row(Kind.RULE, "command.house-only", RATED, new StrikeOut(BRANCH, AWARD, APPEAL), asked),
                new Row(Kind.RULE, "command.house-only", RATED, new RecordAwardNotEffected(BRANCH, AWARD, "c", "s"), asked),
                new Row(Kind.RULE, "standing.level-unknown", UNRATED, grant("gold"), given(house())));
    }

    @Test
    void an_award_becomes_an_entry_once() {
        assertThat(LIFE.ask(UNRATED, grant("4"), given(house()))).isEqualTo(accept(FOUR));
        assertThat(LIFE.ask(RATED, grant("4"), given(house()))).isEqualTo(accept());
    }

    @ParameterizedTest
    @CsvSource({"5, PROMOTED", "4, RETAINED", "3, LOWERED"})
    void the_next_award_says_how_it_compares(String level, Change change) {
        GrantLevel next = new GrantLevel(BRANCH, AGAIN, NEXT, new Level(level), AWARDED.plusYears(1));
        assertThat(ruling(LIFE.ask(RATED, next, given(house()))))
                .isEqualTo(new LevelGranted(BRANCH, AGAIN, NEXT, new Level(level), change, AWARDED.plusYears(1), null));
    }

    @Test
    void an_award_without_effect_is_said_and_changes_nothing() {
        AwardNotEffected said = new AwardNotEffected(BRANCH, AGAIN, "c", "s");
        assertThat(LIFE.ask(RATED, new RecordAwardNotEffected(BRANCH, AGAIN, "c", "s"), given(house()))).isEqualTo(accept(said));
        assertThat(after(FOUR, said).ledger()).isEqualTo(RATED.ledger());
    }

    @Test
    void a_downgrade_lowers_the_star_or_takes_it_and_remembers_who_decided() {
        DecisionId decision = new DecisionId(Lifecycle.COMMAND.toString());
        for (String to : new String[] {"2", null}) {
            Level level = to == null ? null : new Level(to);
            assertThat(ruling(LIFE.ask(RATED, downgrade(to), given(person("because"))))).isEqualTo(
                    new Downgraded(BRANCH, decision, new Level("4"), level, "veto", TODAY.minusDays(9), TODAY));
        }
        assertThat(LOWERED.application(LOWERING)).contains(APPLICATION);
        assertThat(LOWERED.deciders(LOWERING)).containsExactly(new PersonId("general"));
    }

    @Test
    void a_decision_struck_out_leaves_what_stood_before_it() {
        assertThat(LIFE.ask(LOWERED, new StrikeOut(BRANCH, LOWERING, APPEAL), given(house()))).isEqualTo(accept(STRUCK));
        State after = after(FOUR, TO_TWO, STRUCK);
        assertThat(after.ledger().on(TODAY).map(Entry::because)).contains(AWARD);
        assertThat(LIFE.ask(after, new StrikeOut(BRANCH, LOWERING, APPEAL), given(house()))).as("once is enough").isEqualTo(accept());
    }

    @Test
    void a_later_decision_stays_and_is_listed_to_be_looked_at() {
        State state = after(FOUR, TO_TWO, THREE);
        DecisionStruckOut struck = new DecisionStruckOut(BRANCH, LOWERING, APPEAL, List.of(AGAIN));
        assertThat(LIFE.ask(state, new StrikeOut(BRANCH, LOWERING, APPEAL), given(house()))).isEqualTo(accept(struck));
        State after = after(FOUR, TO_TWO, THREE, struck);
        assertThat(after.ledger().on(LocalDate.of(2026, 1, 1)).map(Entry::level)).contains(new Level("3"));
        assertThat(after.ledger().on(TODAY.plusDays(1)).map(Entry::level)).contains(new Level("4"));
    }

    private static Asked person(@Nullable String reason) {
        return Lifecycle.person("general", reason, TODAY);
    }

    private static Asked house() {
        return Lifecycle.house(TODAY);
    }

    private static GrantLevel grant(String level) {
        return new GrantLevel(BRANCH, AWARD, APPLICATION, new Level(level), AWARDED);
    }

    private static Downgrade downgrade(@Nullable String to) {
        return downgrade(to, TODAY.minusDays(9), TODAY);
    }

    private static Downgrade downgrade(@Nullable String to, LocalDate factOn, LocalDate from) {
        return new Downgrade(BRANCH, to == null ? null : new Level(to), "veto", factOn, from);
    }
}
