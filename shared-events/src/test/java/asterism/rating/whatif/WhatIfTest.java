package asterism.rating.whatif;

import static asterism.rating.whatif.Town.assessor;
import static asterism.rating.whatif.Town.branch;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import asterism.events.ApplicationEvent.LevelProposed;
import asterism.events.ApplicationEvent.ScoreModerated;
import asterism.events.ApplicationEvent.ScoresOpened;
import asterism.events.BranchEvent.Reorganisation;
import asterism.events.DecisionId;
import asterism.events.Event;
import asterism.events.Level;
import asterism.events.PersonId;
import asterism.events.StandingEvent.CorrectionEnded;
import asterism.events.StandingEvent.CorrectionRechecked;
import asterism.events.StandingEvent.CorrectionRequired;
import asterism.events.StandingEvent.Downgraded;
import asterism.events.StandingEvent.Occasion;
import asterism.events.StandingEvent.SurveillanceClosed;
import asterism.events.StandingEvent.SurveillanceOpened;
import asterism.events.StandingEvent;
import asterism.rating.Cohort.StillTied;
import asterism.rating.Exact;
import asterism.rating.Outcome;
import asterism.rating.impact.Cause;
import asterism.rating.impact.Change;
import asterism.rating.whatif.WhatIf.Report;
import asterism.standing.Fate;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Something is left out, or a rule exchanged: the round is then what it would have been in a world where it always was so. */
class WhatIfTest {

    private static Inputs town(long seed) {
        return new Town(seed).inputs(Town.scheme());
    }

    private static Inputs without(long seed, Consumer<Town> what) {
        Town town = new Town(seed);
        what.accept(town);
        return town.inputs(Town.scheme());
    }

    private static Report suppose(Inputs inputs, Suppose... what) {
        return WhatIf.of(inputs, List.of(what), () -> { });
    }

    /** Both come to the same ranking, byte for byte, on the same inputs. */
    private static void same(Report supposed, Inputs world) {
        Report there = suppose(world);
        assertThat(supposed.supposedInputs()).isEqualTo(there.inputs());
        assertThat(supposed.supposedRanking()).isEqualTo(there.ranking());
    }

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {1, 2, 3, 5, 8})
    void nothing_supposed_changes_nothing_at_all(long seed) {
        Report report = suppose(town(seed));
        assertThat(report.supposedRanking()).isEqualTo(report.ranking());
        assertThat(report.supposedInputs()).isEqualTo(report.inputs());
        assertThat(report.impact().changes()).isEmpty();
        assertThat(report.inherited()).isEmpty();
        assertThat(report.impact().units()).as("b03 was merged and b09 withdrew").isEqualTo(28);
    }

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {1, 2, 3, 5, 8, 13, 21, 34})
    void without_something_is_a_world_in_which_it_never_was(long seed) {
        Inputs town = town(seed);
        same(suppose(town, new Suppose.WithoutAssessor(assessor(4), null)), without(seed, world -> world.absent.add(assessor(4))));
        ScoresOpened opened = (ScoresOpened) town.facts().stream().map(Known::event).filter(ScoresOpened.class::isInstance)
                .skip(seed % 20).findFirst().orElseThrow();
        PersonId scored = opened.scores().getFirst().assessor();
        same(suppose(town, new Suppose.WithoutScore(opened.application().branch(), scored, "base")),
                without(seed, world -> world.ungiven.add(opened.application().branch() + " " + scored + " base")));
        same(suppose(town, new Suppose.WithoutFact(Town.positions(town, Downgraded.class, Town.LOWERED).getFirst())),
                without(seed, world -> world.unrecorded.add(Town.LOWERED + " Downgraded")));
        same(suppose(town, new Suppose.WithoutFact(Town.positions(town, LevelProposed.class, branch(6)).getFirst())),
                without(seed, world -> world.unrecorded.add("b06 LevelProposed")));
        town.facts().stream().filter(fact -> fact.event() instanceof ScoreModerated).findFirst().ifPresent(moderated ->
                same(suppose(town, new Suppose.WithoutFact(moderated.position())),
                        without(seed, world -> world.unrecorded.add(moderated.event().about().orElseThrow() + " ScoreModerated"))));
        same(suppose(town, new Suppose.WithoutEvidence(Town.evidence(branch(7)))), without(seed, world -> town.facts().stream()
                .map(Known::event).filter(fact -> fact instanceof ScoresOpened other && other.application().branch().equals(branch(7)))
                .forEach(fact -> ((ScoresOpened) fact).scores().forEach(one -> world.ungiven.add("b07 " + one.assessor() + " base")))));
    }

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {55, 89})
    void several_things_may_be_otherwise_at_once(long seed) {
        same(suppose(town(seed), new Suppose.WithoutAssessor(assessor(2), null), new Suppose.WithoutAssessor(assessor(5), null)),
                without(seed, world -> world.absent.addAll(List.of(assessor(2), assessor(5)))));
    }

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {1, 2, 3})
    void another_version_rates_as_if_the_round_had_been_pinned_to_it(long seed) {
        var stricter = Town.scheme("version: 2023", "version: 2024", "{from: 90, result: 5}", "{from: 92, result: 5}",
                "{from: 80, below: 90, result: 4}", "{from: 80, below: 92, result: 4}");
        same(suppose(town(seed), new Suppose.Under(stricter, Optional.empty())), new Town(seed).inputs(stricter));
    }

    @Test
    void a_quota_and_its_ties_may_be_otherwise_and_the_account_says_so() {
        Report half = suppose(town(1), new Suppose.Share("five_star_share", Exact.parse("0.1").orElseThrow()));
        assertThat(half.impact().quotasAfter().getFirst()).satisfies(use -> assertThat(use.seats()).isEqualTo(2));
        assertThat(half.impact().changes()).isNotEmpty().allSatisfy(change -> {
            assertThat(change.from().levelOrEmpty()).isEqualTo("5");
            assertThat(change.causes()).containsExactly(new Cause("five_star_share", Cause.Kind.CHANGED));
        });
        var altered = new Premises(town(1), List.of(new Suppose.Ties("five_star_share", StillTied.ALL_IN))).scheme();
        assertThat(altered.version()).isEqualTo("2023 with five_star_share.still_tied=all_in");
        assertThat(altered.document().hash()).isNotEqualTo(Town.scheme().document().hash());
    }

    @Test
    void a_merged_branch_without_its_data_from_before_the_merger() {
        Report report = suppose(town(2), new Suppose.WithoutDataBefore(Town.MERGER, null));
        assertThat(report.inherited()).singleElement().satisfies(star -> {
            assertThat(star.level()).isEqualTo(new Level("2"));
            assertThat(star.supposed()).isNull();
        });
        Change change = report.impact().changes().stream().filter(one -> one.unit().equals(Town.MERGER.value())).findFirst().orElseThrow();
        assertThat(change.to()).isEqualTo(new Outcome.Undetermined("NO_SCORE"));
        same(report, without(2, world -> {
            world.ungiven.addAll(List.of("b02 deductions", "b02 appraisal", "b02 satisfaction"));
            world.unrecorded.addAll(List.of("b02 LevelGranted", "b02 ProvisionalGranted"));
        }));
    }

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {1, 2, 3, 5})
    void a_reorganisation_may_have_had_other_consequences(long seed) {
        same(suppose(town(seed), new Suppose.Reorganised(Reorganisation.MERGE, Fate.JUDGE)),
                without(seed, world -> world.unrecorded.add("b02 ProvisionalGranted")));
        Report carried = suppose(town(seed), new Suppose.Reorganised(Reorganisation.MERGE, Fate.LOWER_OF_BOTH));
        Level lowest = carried.inherited().isEmpty() ? new Level("2") : carried.inherited().getFirst().supposed();
        same(carried, without(seed, world -> world.inherited = java.util.Objects.requireNonNull(lowest)));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("unsettled")
    void what_is_not_settled_of_a_branch_that_ends_in_another_keeps_the_merger_from_giving_a_star(String name, List<Event> open,
            boolean clouded) {
        int fourStarsAndTwoOfTheOneThatEnds = 3;
        Inputs town = without(fourStarsAndTwoOfTheOneThatEnds, world -> world.before.addAll(open));
        Report lower = suppose(town, new Suppose.Reorganised(Reorganisation.MERGE, Fate.LOWER_OF_BOTH));
        Report judged = suppose(town, new Suppose.Reorganised(Reorganisation.MERGE, Fate.JUDGE));
        assertThat(lower.supposedInputs().equals(judged.supposedInputs())).as("somebody decides").isEqualTo(clouded);
    }

    static Stream<Arguments> unsettled() {
        DecisionId act = new DecisionId("act");
        Event required = new CorrectionRequired(Town.GONE, act, "finding", "d", Town.MERGED, Town.MERGED, false);
        Event opened = new SurveillanceOpened(Town.GONE, "yearly", Occasion.YEARLY, null, Town.MERGED);
        return Stream.of(
                arguments("a correction", List.of(required), true),
                arguments("one that is not cured", List.of(required, new CorrectionRechecked(Town.GONE, act, false, "f")), true),
                arguments("one that is cured", List.of(required, new CorrectionRechecked(Town.GONE, act, true, "f")), false),
                arguments("one that is owed no more", List.of(required, new CorrectionEnded(Town.GONE, act, Reorganisation.SPLIT)), false),
                arguments("a review", List.of(opened), true),
                arguments("a review that is closed", List.of(opened,
                        new SurveillanceClosed(Town.GONE, "yearly", StandingEvent.Outcome.CONFIRMED, "f")), false),
                arguments("a review of the branch that goes on",
                        List.of(new SurveillanceOpened(Town.MERGER, "yearly", Occasion.YEARLY, null, Town.MERGED)), false));
    }

    @Test
    void what_was_known_then_is_all_that_counts_and_who_takes_part_stays() {
        Inputs town = town(3);
        long opened = Town.positions(town, ScoresOpened.class, branch(30)).getFirst();
        Report before = suppose(town, new Suppose.KnownAt(opened - 1));
        assertThat(before.impact().units()).isEqualTo(28);
        assertThat(before.known()).isEqualTo(opened - 1);
        assertThat(before.impact().changes().stream().filter(change -> change.unit().equals("b30"))).singleElement()
                .satisfies(change -> assertThat(change.to()).isInstanceOf(Outcome.Undetermined.class));
        assertThat(suppose(town, new Suppose.KnownAt(town.ranked())).impact().changes()).isEmpty();
    }

    @Test
    void the_step_that_moves_a_star_is_named_and_knock_ons_are_told_apart() {
        Report report = suppose(town(1), new Suppose.WithoutFact(
                Town.positions(town(1), Downgraded.class, Town.LOWERED).getFirst()));
        assertThat(report.impact().changes()).allSatisfy(change -> assertThat(change.causes()).isNotEmpty());
        assertThat(report.impact().changes().stream().filter(change -> !change.isKnockOn())).allSatisfy(change -> {
            assertThat(change.unit()).isEqualTo(Town.LOWERED.value());
            assertThat(change.causes()).contains(new Cause("held", Cause.Kind.INPUT));
        });
    }

    @Test
    void what_is_not_there_cannot_be_supposed_away() {
        refused("what-if.assessor-unknown", new Suppose.WithoutAssessor(new PersonId("nobody"), null));
        refused("what-if.score-unknown", new Suppose.WithoutScore(branch(1), new PersonId("nobody"), "base"));
        refused("what-if.evidence-unknown", new Suppose.WithoutEvidence("0".repeat(64)));
        refused("what-if.fact-unknown", new Suppose.WithoutFact(1_000_000));
        refused("what-if.no-reorganisation", new Suppose.WithoutDataBefore(branch(8), null));
        refused("what-if.quota-unknown", new Suppose.Share("none", Exact.ONE));
        refused("what-if.quota-unknown", new Suppose.Ties("none", StillTied.ALL_OUT));
        refused("what-if.known-too-early", new Suppose.KnownAt(3));
    }

    private static void refused(String code, Suppose what) {
        assertThatThrownBy(() -> suppose(town(1), what)).isInstanceOfSatisfying(Unsupposable.class,
                refused -> assertThat(refused.code()).isEqualTo(code));
    }

    @Test
    void whoever_asks_may_give_up_between_facts() {
        assertThatThrownBy(() -> WhatIf.of(town(1), List.of(), () -> {
            throw new IllegalStateException("enough");
        })).hasMessage("enough");
    }
}
