package asterism.query.difference;

import static asterism.query.Judging.given;
import static org.assertj.core.api.Assertions.assertThat;

import asterism.events.BranchId;
import asterism.events.Fact;
import asterism.events.Pin;
import asterism.events.SchemeEvent.SchemeVersionPublished;
import asterism.query.County;
import asterism.query.Judging;
import asterism.query.Judging.Given;
import asterism.query.Story;
import asterism.rating.Exact;
import asterism.rating.Scheme;
import asterism.rating.SchemeReader;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.junit.jupiter.api.Test;

/** Two rounds of one branch that differ in one respect, or in several. */
class DifferenceTest {
    private static final Given THREE_STARS = given("r2024", "b001", "75", "a1", "75", "a2", "75", "a3", "75");
    private static final Map<String, Scheme> READ = new ConcurrentHashMap<>();
    private final Story story = new Story();
    private Judging judging = new Judging(story);

    private void first(Given given, String level) {
        story.tell(County.branch("b001", "agency"));
        judging.scored(given).awarded(given, level, level, "d-1", "2024-07-01");
    }

    private Difference difference() {
        return difference("2024-12-31", "2026-12-31");
    }

    private Difference difference(String from, String to) {
        List<Fact> facts = story.read();
        List<Fact> about = facts.stream().filter(fact -> fact.event().about().equals(Optional.of(new BranchId("b001")))).toList();
        Difference difference = Difference.between(Star.on(LocalDate.parse(from), about, pin -> scheme(facts, pin)),
                Star.on(LocalDate.parse(to), about, pin -> scheme(facts, pin)));
        assertThat(difference.parts().values().stream().reduce(Exact.ZERO, Exact::plus)).isEqualTo(difference.change());
        assertThat(DifferenceQuestion.parts(difference).stream().map(DifferenceQuestion.Part::levels)
                .reduce(java.math.BigDecimal.ZERO, java.math.BigDecimal::add)).isEqualByComparingTo(difference.change().toString());
        return difference;
    }

    private static Optional<Scheme> scheme(List<Fact> facts, Pin pin) {
        return facts.stream().map(Fact::event).filter(SchemeVersionPublished.class::isInstance).map(SchemeVersionPublished.class::cast)
                .filter(published -> published.sha256().equals(pin.sha256())).findFirst()
                .map(published -> READ.computeIfAbsent(published.document(), text -> SchemeReader.read(text).orThrow().getFirst()));
    }

    private static Map<Factor, Exact> only(Factor factor, int levels) {
        return Map.of(factor, Exact.of(levels));
    }

    @Test
    void whatTheSameJudgesGaveMoreForIsPerformance() {
        first(THREE_STARS, "3");
        Given better = given("r2025", "b001", "95", "a1", "96", "a2", "95", "a3", "94");
        judging.scored(better).awarded(better, "5", "5", "d-2", "2025-07-01");
        Difference difference = difference();
        assertThat(difference.parts()).isEqualTo(only(Factor.PERFORMANCE, 2));
        assertThat(difference.panelTold()).isTrue();
    }

    @Test
    void whatAnotherJudgeGaveMoreForWhereThoseWhoStayedGaveTheSameIsThePanel() {
        first(THREE_STARS, "3");
        Given milder = given("r2025", "b001", "75", "a1", "75", "a2", "75", "a9", "100");
        judging.scored(milder).awarded(milder, "4", "4", "d-2", "2025-07-01");
        assertThat(difference().parts()).isEqualTo(only(Factor.PANEL, 1));
    }

    @Test
    void whereNobodyJudgedBothTimesItIsTakenForPerformanceAndSaidSo() {
        first(THREE_STARS, "3");
        Given others = given("r2025", "b001", "75", "x1", "90", "x2", "91", "x3", "92");
        judging.scored(others).awarded(others, "4", "4", "d-2", "2025-07-01");
        assertThat(difference().parts()).isEqualTo(only(Factor.PERFORMANCE, 1));
        assertThat(difference().panelTold()).isFalse();
    }

    @Test
    void anotherVersionOfTheSchemeAloneIsTheScheme() {
        first(THREE_STARS, "3");
        judging = new Judging(story, Judging.shipped().replace("version: 2023", "version: 2024")
                .replace("{from: 80, below: 90, result: 4}", "{from: 74, below: 90, result: 4}")
                .replace("{from: 70, below: 80, result: 3}", "{from: 70, below: 74, result: 3}"));
        Given same = given("r2025", "b001", "75", "a1", "75", "a2", "75", "a3", "75");
        judging.scored(same).awarded(same, "4", "4", "d-2", "2025-07-01");
        Difference difference = difference();
        assertThat(difference.parts()).isEqualTo(only(Factor.SCHEME, 1));
        assertThat(difference.steps()).extracting(cause -> cause.step()).containsExactly("stars_by_points");
    }

    @Test
    void whatTheModeratorReplacedIsModeration() {
        first(THREE_STARS, "3");
        Given same = given("r2025", "b001", "75", "a1", "75", "a2", "75", "a3", "75");
        judging.scored(same).moderated(same, "a3", "100").awarded(same, "4", "4", "d-2", "2025-07-01");
        assertThat(difference().parts()).isEqualTo(only(Factor.MODERATION, 1));
    }

    @Test
    void whatTheSeatsTheBodyARulingAndAnAppealMadeOfItStandsApart() {
        Given five = given("r2024", "b001", "99", "a1", "99", "a2", "99", "a3", "99");
        story.tell(County.branch("b001", "agency"));
        judging.scored(five).awarded(five, "5", "5", "d-1", "2024-07-01");
        Given same = given("r2025", "b001", "99", "a1", "99", "a2", "99", "a3", "99");
        judging.scored(same).allocated(same).awarded(same, "4", "4", "d-2", "2025-07-01");
        assertThat(difference().parts()).isEqualTo(only(Factor.QUOTA, -1));

        Given departed = given("r2026", "b001", "99", "a1", "99", "a2", "99", "a3", "99");
        judging.scored(departed).allocated(departed).awarded(departed, "4", "3", "d-3", "2026-07-01");
        assertThat(difference("2025-12-31", "2026-12-31").parts()).isEqualTo(only(Factor.DEPARTURE, -1));

        story.tell(County.downgraded("b001", "d-4", "3", "1", "2026-08-01"));
        assertThat(difference("2026-07-31", "2026-12-31").parts()).isEqualTo(only(Factor.RULING, -2));
        story.tell(County.struck("b001", "d-4", "ap-1"));
        assertThat(difference("2026-07-31", "2026-12-31").change()).isEqualTo(Exact.ZERO);
        assertThat(difference("2026-07-31", "2026-12-31").parts())
                .isEqualTo(Map.of(Factor.RULING, Exact.of(-2), Factor.APPEAL, Exact.of(2)));
    }

    @Test
    void theFirstRatingIsOne() {
        first(THREE_STARS, "3");
        assertThat(difference("2024-01-01", "2024-12-31").parts()).isEqualTo(only(Factor.RATING, 3));
        assertThat(difference("2024-12-31", "2024-12-31").parts()).isEmpty();
    }

    @Test
    void partsAddUpWhateverIsMixed() {
        Random random = new Random(7);
        for (int i = 0; i < 20; i++) {
            Story told = new Story();
            Judging twoRounds = new Judging(told);
            told.tell(County.branch("b001", "agency"));
            List<Fact> facts = twoRounds(told, twoRounds, random);
            List<Fact> about = facts.stream().filter(fact -> fact.event().about().isPresent()).toList();
            Difference difference = Difference.between(Star.on(LocalDate.parse("2024-12-31"), about, pin -> scheme(facts, pin)),
                    Star.on(LocalDate.parse("2025-12-31"), about, pin -> scheme(facts, pin)));
            assertThat(difference.parts().values().stream().reduce(Exact.ZERO, Exact::plus)).isEqualTo(difference.change());
            assertThat(difference.parts()).doesNotContainKeys(Factor.TOGETHER, Factor.RATING);
        }
    }

    private static List<Fact> twoRounds(Story told, Judging judging, Random random) {
        for (String round : List.of("2024", "2025")) {
            Given given = given("r" + round, "b001", points(random), "a1", points(random), "a" + (2 + random.nextInt(2)), points(random),
                    "a" + (4 + random.nextInt(3)), points(random));
            judging.scored(given);
            String level = told.read().stream().map(Fact::event).filter(asterism.events.ApplicationEvent.LevelProposed.class::isInstance)
                    .map(event -> ((asterism.events.ApplicationEvent.LevelProposed) event).computed().level()).toList().getLast().code();
            judging.awarded(given, level, level, "d-" + round, round + "-07-01");
        }
        return told.read();
    }

    private static String points(Random random) {
        return Integer.toString(50 + random.nextInt(51));
    }

    @Test
    void sharesDoNotDependOnTheOrderOfTheFactors() {
        List<Factor> factors = List.of(Factor.PERFORMANCE, Factor.PANEL, Factor.SCHEME);
        Optional<Map<Factor, Exact>> shares = Sharing.shares(factors, DifferenceTest::both);
        assertThat(shares).hasValue(Map.of(Factor.PERFORMANCE, Exact.ONE.dividedBy(Exact.of(2)), Factor.PANEL,
                Exact.ONE.dividedBy(Exact.of(2)), Factor.SCHEME, Exact.ZERO));
        assertThat(Sharing.shares(factors.reversed(), DifferenceTest::both)).isEqualTo(shares);
        assertThat(Sharing.shares(factors, world -> world.size() == 1 ? Optional.empty() : Optional.of(Exact.ONE))).isEmpty();
    }

    /** Worth something only where both have changed. */
    private static Optional<Exact> both(Set<Factor> changed) {
        return Optional.of(changed.containsAll(Set.of(Factor.PERFORMANCE, Factor.PANEL)) ? Exact.ONE : Exact.ZERO);
    }
}
