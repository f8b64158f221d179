package asterism.command.round;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import asterism.command.round.Assignment.Candidate;
import asterism.command.round.Assignment.Need;
import asterism.command.round.RoundCommand.ProposeAssignment;
import asterism.events.ApplicationId;
import asterism.events.AssignmentPlan.Panel;
import asterism.events.AssignmentPlan;
import asterism.events.BodyId;
import asterism.events.BranchId;
import asterism.events.InvalidValue;
import asterism.events.PersonId;
import asterism.events.RoundId;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Who could assess what: fairly, evenly, by people who know, and so that all marks can be compared. */
class AssignmentTest {
    private static final RoundId ROUND = new RoundId("r2026");
    private static final int NO_LIMIT = Integer.MAX_VALUE;

    @Test
    void loads_are_even_and_everybody_is_linked_to_everybody() {
        AssignmentPlan plan = new Assignment(ROUND, needs(40), people(7), List.of(), 3, NO_LIMIT).propose();
        assertThat(plan.panels()).hasSize(40).allSatisfy(panel -> {
            assertThat(panel.assessors()).hasSize(3).doesNotHaveDuplicates().contains(panel.lead());
            assertThat(panel.why()).isNull();
        });
        assertThat(plan.whole().connected()).isTrue();
        assertThat(plan.whole().most() - plan.whole().fewest()).isLessThanOrEqualTo(1);
    }

    @Test
    void the_order_in_which_things_are_told_does_not_matter() {
        List<Need> needs = new ArrayList<>(needs(30));
        List<Candidate> people = new ArrayList<>(people(9));
        String before = new Assignment(ROUND, needs, people, List.of(), 3, NO_LIMIT).propose().text();
        Collections.shuffle(needs, new Random(1));
        Collections.shuffle(people, new Random(2));
        String after = new Assignment(ROUND, needs, people, List.of(), 3, NO_LIMIT).propose().text();
        assertThat(after).isEqualTo(before);
        assertThat(AssignmentPlan.of(after).text()).as("and reads back").isEqualTo(after);
    }

    @Test
    void whoever_must_stand_back_does_and_nobody_gets_more_than_the_limit() {
        List<Need> needs = List.of(need(1, "p01"), need(2, "p01"), need(3));
        AssignmentPlan plan = new Assignment(ROUND, needs, people(4), List.of(), 2, 2).propose();
        assertThat(plan.panels().subList(0, 2)).allSatisfy(panel -> assertThat(panel.assessors()).doesNotContain(new PersonId("p01")));
        assertThat(plan.whole().most()).isLessThanOrEqualTo(2);
    }

    @Test
    void where_too_few_are_free_the_proposal_says_so_and_goes_on() {
        AssignmentPlan plan = new Assignment(ROUND, List.of(need(1, "p01", "p02"), need(2)), people(3), List.of(), 2, NO_LIMIT).propose();
        assertThat(plan.panels().getFirst()).isEqualTo(new Panel(need(1).application(), List.of(), null, "too-few-free"));
        assertThat(plan.panels().getLast().assessors()).hasSize(2);
    }

    @Test
    void somebody_who_knows_the_kind_sits_on_each_panel_and_leads_it() {
        List<Candidate> people = IntStream.rangeClosed(1, 8).mapToObj(i -> new Candidate(person(i), new BodyId("body"),
                i > 6 ? Set.of("agency") : Set.of())).toList();
        AssignmentPlan plan = new Assignment(ROUND, needs(12), people, List.of(), 3, NO_LIMIT).propose();
        assertThat(plan.panels()).allSatisfy(panel -> assertThat(Set.of(person(7), person(8))).contains(panel.lead()));
        assertThat(plan.whole().connected()).isTrue();
    }

    @Test
    void people_of_several_bodies_sit_together() {
        List<Candidate> people = IntStream.rangeClosed(1, 6).mapToObj(i -> new Candidate(person(i), new BodyId(i > 3 ? "audit" : "finance"),
                Set.of())).toList();
        AssignmentPlan plan = new Assignment(ROUND, needs(6), people, List.of(), 2, NO_LIMIT).propose();
        assertThat(plan.panels().getFirst().assessors()).containsExactly(person(1), person(4));
    }

    @Test
    void panels_that_stood_apart_before_are_linked_by_the_next_ones() {
        List<Set<PersonId>> before = List.of(Set.of(person(1), person(2)), Set.of(person(3), person(4)), Set.of(person(5), person(6)));
        AssignmentPlan none = new Assignment(ROUND, List.of(), people(6), before, 2, NO_LIMIT).propose();
        assertThat(none.whole().connected()).isFalse();
        assertThat(new Assignment(ROUND, needs(2), people(6), before, 2, NO_LIMIT).propose().whole().connected()).isTrue();
    }

    @Test
    void the_first_of_a_panel_comes_from_the_greatest_group_and_the_second_from_one_that_stands_apart() {
        List<Set<PersonId>> before = List.of(Set.of(person(1), person(2), person(3)), Set.of(person(4), person(5)));
        AssignmentPlan plan = new Assignment(ROUND, needs(2), people(7), before, 2, NO_LIMIT).propose();
        assertThat(plan.panels()).extracting(Panel::assessors).as("then whoever has least")
                .containsExactly(List.of(person(1), person(4)), List.of(person(2), person(6)));
    }

    @Test
    void nobody_is_asked_beyond_the_limit_by_one() {
        List<Set<PersonId>> before = List.of(Set.of(person(1), person(2)));
        assertThat(new Assignment(ROUND, needs(1), people(2), before, 2, 1).propose().panels().getFirst().why()).isEqualTo("too-few-free");
        assertThat(new Assignment(ROUND, needs(1), people(2), before, 2, 2).propose().panels().getFirst().why()).isNull();
    }

    @ParameterizedTest
    @CsvSource({"0,,size", "51,,size", ",0,most", ",10001,most"})
    void panels_and_loads_have_bounds(@Nullable Integer size, @Nullable Integer most, String which) {
        assertThatThrownBy(() -> new ProposeAssignment(ROUND, size, most)).isInstanceOf(InvalidValue.class).hasMessageContaining(which);
        assertThat(new ProposeAssignment(ROUND, 1, 1)).isNotEqualTo(new ProposeAssignment(ROUND, 50, 10_000));
    }

    @Test
    void alone_nobody_is_linked_to_anybody_and_the_proposal_says_so() {
        assertThat(new Assignment(ROUND, needs(4), people(2), List.of(), 1, NO_LIMIT).propose().whole().connected()).isFalse();
    }

    @Test
    void thousands_of_branches_are_no_matter() {
        AssignmentPlan plan = new Assignment(ROUND, needs(5_000), people(120), List.of(), 3, 200).propose();
        assertThat(plan.panels()).allSatisfy(panel -> assertThat(panel.assessors()).hasSize(3));
        assertThat(plan.whole()).isEqualTo(new AssignmentPlan.Whole(ROUND, true, 125, 125));
    }

    private static List<Need> needs(int count) {
        return IntStream.rangeClosed(1, count).mapToObj(AssignmentTest::need).toList();
    }

    private static Need need(int number, String... barred) {
        return new Need(new ApplicationId(ROUND, new BranchId("b%05d".formatted(number))), "agency",
                Set.of(barred).stream().map(PersonId::new).collect(Collectors.toUnmodifiableSet()));
    }

    private static List<Candidate> people(int count) {
        return IntStream.rangeClosed(1, count).mapToObj(i -> new Candidate(person(i), new BodyId("body"), Set.of())).toList();
    }

    private static PersonId person(int number) {
        return new PersonId("p%02d".formatted(number));
    }
}
