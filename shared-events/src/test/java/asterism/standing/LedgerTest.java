package asterism.standing;

import static org.assertj.core.api.Assertions.assertThat;

import asterism.events.AppealId;
import asterism.events.ApplicationId;
import asterism.events.BranchId;
import asterism.events.DecisionId;
import asterism.events.Level;
import asterism.events.StandingEvent;
import asterism.events.StandingEvent.Change;
import asterism.events.StandingEvent.DecisionStruckOut;
import asterism.events.StandingEvent.Downgraded;
import asterism.events.StandingEvent.Expired;
import asterism.events.StandingEvent.LevelGranted;
import asterism.events.StandingEvent.Reinstated;
import asterism.events.StandingEvent.Suspended;
import asterism.standing.Ledger.Entry;
import asterism.standing.Ledger.Interval;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class LedgerTest {
    private static final BranchId BRANCH = new BranchId("b017");
    private static final LocalDate AWARD = LocalDate.of(2024, 3, 1);
    private static final LocalDate DEMOTION = LocalDate.of(2024, 9, 1);
    private static final LocalDate REAWARD = LocalDate.of(2025, 3, 1);

    @Test
    void strikingOutADemotionLeavesTheLaterAwardStanding() {
        Ledger ledger = ledger(granted("d1", "4", AWARD), demoted("d2", "4", "2", DEMOTION), granted("d3", "3", REAWARD), struck("d2"));

        assertThat(ledger.intervals()).containsExactly(
                new Interval(new Level("4"), new DecisionId("d1"), AWARD, REAWARD),
                new Interval(new Level("3"), new DecisionId("d3"), REAWARD, null));
    }

    @Test
    void whatLookedAtAStruckDecisionIsListedForReview() {
        Ledger ledger = ledger(granted("d1", "4", AWARD), demoted("d2", "4", "2", DEMOTION), granted("d3", "3", REAWARD));

        assertThat(ledger.dependants(new DecisionId("d2"))).containsExactly(new DecisionId("d3"));
        assertThat(ledger.dependants(new DecisionId("d3"))).isEmpty();
    }

    @Test
    void aDecisionTakenLateForAnEarlierDayHoldsOnlyUntilTheNextOne() {
        Ledger ledger = ledger(granted("d1", "4", AWARD), granted("d3", "3", REAWARD), demoted("d2", "4", "2", DEMOTION));

        assertThat(ledger.on(DEMOTION).orElseThrow().level()).isEqualTo(new Level("2"));
        assertThat(ledger.on(REAWARD).orElseThrow().level()).isEqualTo(new Level("3"));
        assertThat(ledger.on(AWARD.minusDays(1))).isEmpty();
    }

    @Test
    void ofTwoDecisionsForTheSameDayTheLaterOneHolds() {
        Ledger ledger = ledger(granted("d1", "4", AWARD), granted("d2", "5", AWARD));

        assertThat(ledger.intervals()).containsExactly(new Interval(new Level("5"), new DecisionId("d2"), AWARD, null));
    }

    @Test
    void aStarEndsWithItsLastDayWhetherThatWasRecordedOrNot() {
        LocalDate last = REAWARD.minusMonths(3);
        Ledger unsaid = ledger(until("d1", "4", AWARD, last), granted("d3", "3", REAWARD));
        Ledger said = ledger(until("d1", "4", AWARD, last), new Expired(BRANCH, new DecisionId("d2"), new Level("4"), last.plusDays(1)),
                granted("d3", "3", REAWARD));

        assertThat(unsaid.intervals()).containsExactly(new Interval(new Level("4"), new DecisionId("d1"), AWARD, last.plusDays(1)),
                new Interval(null, new DecisionId("d1"), last.plusDays(1), REAWARD),
                new Interval(new Level("3"), new DecisionId("d3"), REAWARD, null));
        assertThat(said.intervals()).extracting(Interval::because).extracting(DecisionId::value).containsExactly("d1", "d2", "d3");
        assertThat(said.intervals()).extracting(Interval::from).isEqualTo(unsaid.intervals().stream().map(Interval::from).toList());
        assertThat(unsaid.on(last)).isPresent();
        assertThat(unsaid.on(last.plusDays(1))).isEmpty();
    }

    @Test
    void aDowngradeAndASuspensionKeepTheLastDayOfTheStar() {
        LocalDate last = REAWARD.minusMonths(3);
        Ledger ledger = ledger(until("d1", "4", AWARD, last), demoted("d2", "4", "2", DEMOTION),
                new Suspended(BRANCH, new DecisionId("d3"), new Level("2"), "veto", DEMOTION, DEMOTION.plusDays(9), last, false),
                new Reinstated(BRANCH, new DecisionId("d4"), new Level("2"), DEMOTION.plusDays(20)));

        assertThat(ledger.on(DEMOTION.plusDays(9)).map(Entry::level)).as("suspended").isEmpty();
        assertThat(ledger.on(DEMOTION.plusDays(20)).map(Entry::level)).contains(new Level("2"));
        assertThat(ledger.on(last.plusDays(1))).isEmpty();
    }

    @Test
    void whatFollowsAStarThatWasOverByThenHoldsOnNoDayAndStretchesDoNotOverlap() {
        LocalDate last = DEMOTION.minusDays(30);
        Ledger ledger = ledger(until("d1", "4", AWARD, last),
                new Reinstated(BRANCH, new DecisionId("d2"), new Level("4"), DEMOTION), granted("d3", "3", REAWARD));

        assertThat(ledger.on(DEMOTION)).isEmpty();
        assertThat(ledger.intervals()).containsExactly(
                new Interval(new Level("4"), new DecisionId("d1"), AWARD, last.plusDays(1)),
                new Interval(null, new DecisionId("d1"), last.plusDays(1), DEMOTION),
                new Interval(null, new DecisionId("d2"), DEMOTION, REAWARD),
                new Interval(new Level("3"), new DecisionId("d3"), REAWARD, null));
    }

    private static Ledger ledger(StandingEvent... facts) {
        return Stream.of(facts).reduce(Ledger.EMPTY, Ledger::with, (_, last) -> last);
    }

    private static StandingEvent granted(String because, String level, LocalDate from) {
        return until(because, level, from, null);
    }

    private static StandingEvent until(String because, String level, LocalDate from, @Nullable LocalDate lastDay) {
        return new LevelGranted(BRANCH, new DecisionId(because), ApplicationId.of("r2024.b017"), new Level(level), Change.FIRST, from,
                lastDay);
    }

    private static StandingEvent demoted(String because, String was, String to, LocalDate from) {
        return new Downgraded(BRANCH, new DecisionId(because), new Level(was), new Level(to), "veto", from, from);
    }

    private static StandingEvent struck(String decision) {
        return new DecisionStruckOut(BRANCH, new DecisionId(decision), new AppealId("a1"), List.of());
    }
}
