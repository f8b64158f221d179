package asterism.rating;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What each verb does, on the smallest scheme that shows it. */
class StepsTest {
    private static final String THREE = "id: start, take: {which: only, of: [m]}";

    @Test
    void a_stop_ends_before_a_missing_value_further_down_is_used() {
        String steps = "id: bar, if: {name: y, is: true}, stop: {not_rated: R1}\n" + THREE;
        assertThat(Mini.outcome(steps, "y", "true")).isEqualTo("NOT_RATED R1");
        assertThat(Mini.outcome(steps, "y", "false")).isEqualTo("NOT_RATED R2");
        assertThat(Mini.outcome(steps, "y", "false", "m", "3")).isEqualTo("RATED 3 start");
    }

    @Test
    void a_stop_may_leave_a_level_with_its_reason() {
        assertThat(Mini.outcome("id: keep, stop: {level: {name: l, plus: 1}, because: R1}", "l", "5")).isEqualTo("RATED 5 R1");
        assertThat(Mini.outcome("id: keep, stop: {level: {name: l}, because: R1}")).isEqualTo("UNDETERMINED MISSING:l");
    }

    @Test
    void without_a_level_at_the_end_a_unit_is_undetermined() {
        assertThat(Mini.outcome("id: x, count: {of: [m], where: {is: 1}}", "m", "1")).isEqualTo("UNDETERMINED NO_LEVEL");
    }

    @Test
    void missing_parts_of_a_sum_or_mean_do_as_the_step_says() {
        assertThat(Mini.number("add: {of: [a, b], as: sum, missing_parts: never, round: exact}", "b", "1")).isEqualTo("MISSING:a");
        assertThat(Mini.number("add: {of: [a, b], as: sum, missing_parts: zero, round: exact}", "b", "1.50")).isEqualTo("1.5");
        assertThat(Mini.number("add: {of: [a, b], as: mean, missing_parts: zero, round: {scale: 1, mode: half_up}}", "b", "1.5"))
                .isEqualTo("0.8");
        assertThat(Mini.number("add: {of: [{name: a, weight: 0.4}, {name: b, weight: 0.6}], as: mean, missing_parts: renormalise, round: "
                + "{scale: 2, mode: down}}", "b", "5"))
                .isEqualTo("5");
        assertThat(Mini.number("add: {of: [a, b], as: sum, missing_parts: zero, round: exact, at_least_present: 2}", "b", "1"))
                .isEqualTo("none");
        assertThat(Mini.number("add: {of: [a, b], as: sum, missing_parts: zero, round: exact}", "a", "1")).isEqualTo("R1");
        assertThat(Mini.number("add: {of: [a, z], as: sum, missing_parts: never, round: exact}", "a", "0.25")).isEqualTo("7.25");
    }

    @ParameterizedTest
    @CsvSource({"half_up, 0.1", "half_down, 0.0", "half_even, 0.0", "up, 0.1", "down, 0.0", "ceiling, 0.1", "floor, 0.0"})
    void rounding_is_that_of_the_step(String mode, String rounded) {
        assertThat(new java.math.BigDecimal(Mini.number("add: {of: [b], as: sum, missing_parts: never, round: {scale: 1, mode: " + mode
                + "}}", "b", "0.05")))
                .isEqualByComparingTo(rounded);
    }

    @Test
    void numbers_of_any_length_stay_exact() {
        assertThat(Mini.number("add: {of: [{name: b, weight: 3}], as: sum, missing_parts: never, round: exact}", "b",
                "0.00000000000000000000000000000001"))
                .isEqualTo("0.00000000000000000000000000000003");
    }

    @Test
    void several_scores_become_one_as_their_group_says() {
        String take = "take: {which: highest, of: [%s]}";
        assertThat(Mini.number(take.formatted("s1"), "s1", "90;80;79")).isEqualTo("83");
        assertThat(Mini.outcome("id: x, " + take.formatted("s1"), "s1", "97;;95")).isEqualTo("UNDETERMINED R2");
        assertThat(Mini.number(take.formatted("s1"), "s1", "97;;95;93")).isEqualTo("95");
        assertThat(Mini.number(take.formatted("s2"), "s2", "1;2;4;90")).isEqualTo("3");
        assertThat(Mini.number(take.formatted("s3"), "s3", "0;10;20;100")).isEqualTo("15");
        assertThat(Mini.number(take.formatted("s4"), "s4.agreed", "88.5")).isEqualTo("88.5");
        assertThat(Mini.number(take.formatted("s4"), "s4", "90;80;70")).isEqualTo("MISSING:s4");
    }

    @Test
    void totals_are_added_per_assessor_before_they_are_combined() {
        String add = "add: {of: [s5, s6, a], as: sum, missing_parts: never, round: exact}";
        assertThat(Mini.number(add, "s5", "10;20;30;40", "s6", "1;2;;4", "a", "100")).isEqualTo("125.67");
        assertThat(Mini.outcome("id: x, " + add, "s5", "10;20;30", "s6", "1;2;", "a", "0")).isEqualTo("UNDETERMINED R2");
    }

    @Test
    void items_are_deducted_to_the_floor_and_collected_to_the_cap() {
        String sum = "add: {of_part: p1, as: sum, missing_parts: zero, round: exact}";
        assertThat(Mini.number(sum, "ded", "late;2.5", "col", "0")).isEqualTo("13.5");
        assertThat(Mini.number(sum, "ded", "late;late;late;late;late", "col", "prize;prize")).isEqualTo("15");
        assertThat(Mini.outcome("id: x, " + sum, "col", "3")).isEqualTo("UNDETERMINED INVALID:col");
        assertThat(Mini.outcome("id: x, " + sum, "ded", "never")).isEqualTo("UNDETERMINED INVALID:ded");
    }

    @Test
    void a_count_skips_what_is_missing() {
        assertThat(Mini.number("count: {of: [l, m, v], where: {at_most: 3}}", "m", "2", "v", "4")).isEqualTo("1");
        assertThat(Mini.number("count: {conditions: [{name: y, is: true}, {name: c, in: [p, q]}, {not: {name: a, above: 1}}]}", "c", "q"))
                .isEqualTo("2");
    }

    @Test
    void take_finds_the_worst_and_the_best_level() {
        assertThat(Mini.outcome("id: x, take: {which: lowest, of: [m, v]}", "m", "2", "v", "4")).isEqualTo("RATED 2 x");
        assertThat(Mini.outcome("id: x, take: {which: highest, of: [m, v]}", "m", "2", "v", "4")).isEqualTo("RATED 4 x");
        assertThat(Mini.outcome("id: x, take: {which: highest, of: [m, v]}", "m", "2")).isEqualTo("UNDETERMINED MISSING:v");
    }

    @ParameterizedTest
    @CsvSource({"90, 5", "89.99, 4", "80, 4", "79.5, 3", "70, 2", "0, 1"})
    void band_bounds_are_inside_or_outside_as_written(String number, String level) {
        String band = "id: x, band: {of: a, rows: [{from: 90, result: 5}, {from: 80, below: 90, result: 4}, {above: 70, below: 80, "
                + "result: 3}, {from: 70, to: 70, result: 2}],"
                + " otherwise: 1}";
        assertThat(Mini.outcome(band, "a", number)).isEqualTo("RATED " + level + " x");
    }

    @ParameterizedTest
    @CsvSource({"p, 20, from, 5", "p, 19, from, 3", "p, 10, above, 1", "q, 10, from, 5", "q, 15, from, 3", "q, 21, from, 1"})
    void cuts_may_go_either_way_by_the_table(String key, String number, String bound, String level) {
        assertThat(Mini.outcome(cuts("c", bound, "by_table"), "c", key, "a", number)).isEqualTo("RATED " + level + " x");
    }

    @Test
    void an_empty_cut_cannot_be_reached_and_a_missing_row_is_told() {
        assertThat(Mini.outcome(cuts("z", "from", "higher"), "z", "7", "a", "49")).isEqualTo("RATED 1 x");
        assertThat(Mini.outcome(cuts("z", "from", "higher"), "a", "50")).isEqualTo("RATED 5 x");
        assertThat(Mini.outcome(cuts("z", "from", "higher"), "z", "8", "a", "50")).isEqualTo("NOT_RATED R2");
    }

    private static String cuts(String by, String bound, String direction) {
        return "id: x, band: {of: a, direction: " + direction + ", cuts: {table: cuts, by: [" + by + "], columns: [low, high], bound: "
                + bound
                + ", results: [1, 3, 5], no_row: {not_rated: R2}}}";
    }

    @Test
    void a_climb_stops_at_the_first_rung_that_fails() {
        String climb = "id: x, decide: {mode: climb, rows: [{result: 1, when: {name: a, at_least: 10}}, {result: 2, when: {name: y, is: "
                + "true}},"
                + " {result: 3, when: {name: a, at_least: 30}}], otherwise: {not_rated: R1}}";
        assertThat(Mini.outcome(climb, "a", "50", "y", "false")).isEqualTo("RATED 1 x");
        assertThat(Mini.outcome(climb, "a", "50", "y", "true")).isEqualTo("RATED 3 x");
        assertThat(Mini.outcome(climb, "a", "5", "y", "true")).isEqualTo("NOT_RATED R1");
    }

    @Test
    void a_clamp_acts_in_its_own_step() {
        String steps = THREE + "\nid: up, move: {on: level, rules: [{by: 1, when: {name: y, is: true}}], clamp: [1, 5]}"
                + "\nid: down, move: {on: level, rules: [{by: -1, when: {name: c, is: p}}], clamp: [1, 5]}";
        assertThat(Mini.outcome(steps, "m", "5", "y", "true", "c", "p")).isEqualTo("RATED 4 down");
        assertThat(Mini.outcome(steps, "m", "5", "y", "true", "c", "q")).isEqualTo("RATED 5 start");
    }

    @Test
    void a_limit_caps_first_and_then_raises() {
        String steps = THREE + "\nid: both, limit: {on: level, at_most: 2, at_least: {name: l, plus: -1}}";
        assertThat(Mini.outcome(steps, "m", "5", "l", "4")).isEqualTo("RATED 3 both");
        assertThat(Mini.outcome(steps, "m", "1", "l", "1")).isEqualTo("RATED 1 start");
        assertThat(Mini.outcome(steps, "m", "1")).isEqualTo("UNDETERMINED MISSING:l");
        assertThat(Mini.number("limit: {on: a, at_most: 60}", "a", "75")).isEqualTo("60");
    }

    @Test
    void people_choose_among_the_options_or_keep_what_is_computed() {
        String judge = THREE + "\nid: j, judge: {options: [{name: l, plus: 1}, {name: l}, 5], decision: v, undecided: %s, body: office}";
        UnitRating open = Mini.rate(judge.formatted("undetermined"), "m", "3", "l", "4");
        assertThat(Mini.summary(open)).isEqualTo("UNDETERMINED JUDGEMENT:j");
        assertThat(open.trace().getLast().options()).containsExactly("5", "4");
        assertThat(Mini.outcome(judge.formatted("keep"), "m", "3", "l", "4")).isEqualTo("RATED 3 start");
        assertThat(Mini.outcome(judge.formatted("keep"), "m", "3", "l", "4", "v", "4")).isEqualTo("RATED 4 j");
        assertThat(Mini.outcome(judge.formatted("keep"), "m", "3", "l", "4", "v", "2")).isEqualTo("UNDETERMINED DECISION_NOT_ALLOWED:j");
    }

    @ParameterizedTest
    @CsvSource({"2024-02-29, 2025-02-28, months, 12, true", "2024-01-31, 2024-02-29, months, 1, true",
            "2023-12-31, 2024-12-31, years, 1, true",
        "2024-01, 2024-01-08, days, 7, true", "2024, 2024-01-02, days, 1, true", "2024-01-31, 2024-03-01, months, 1, false"})
    void dates_move_by_days_months_and_years(String from, String to, String unit, String by, boolean same) {
        String steps = THREE + "\nid: late, if: {name: d, is: {name: e, plus: " + by + ", unit: " + unit + "}}, stop: {not_rated: R1}";
        assertThat(Mini.outcome(steps, "m", "3", "d", to, "e", from)).isEqualTo(same ? "NOT_RATED R1" : "RATED 3 start");
    }

    @Test
    void a_comparison_with_a_missing_value_is_false_and_conditions_are_asked_no_further_than_needed() {
        String steps = THREE + "\nid: g, if: {all: [{name: l, missing: false}, {name: level, above: {name: l}}]}, limit: {on: level, "
                + "at_most: {name: l}}";
        assertThat(Mini.outcome(steps, "m", "3")).isEqualTo("RATED 3 start");
        assertThat(Mini.outcome(steps, "m", "3", "l", "2")).isEqualTo("RATED 2 g");
        String unguarded = THREE + "\nid: g, if: {name: level, above: {name: l}}, limit: {on: level, at_most: 1}";
        assertThat(Mini.outcome(unguarded, "m", "3")).isEqualTo("UNDETERMINED MISSING:l");
    }

    @ParameterizedTest
    @CsvSource({"a, 101", "a, -1", "a, 1.005", "a, 1e2", "a, ١", "a, '1,5'", "a, +1", "z, 1.5", "l, 6", "y, yes", "y, TRUE", "c, r",
            "d, 2024-02-30", "d, 24-01-01",
        "s1, 90;x;80", "s4.agreed, 101"})
    void a_cell_that_cannot_be_read_makes_its_unit_undetermined(String column, String cell) {
        assertThat(Mini.outcome(THREE, "m", "3", column, cell)).isEqualTo("UNDETERMINED INVALID:" + column.replace(".agreed", ""));
    }

    @Test
    void zeros_at_the_end_are_no_further_decimals() {
        assertThat(Mini.outcome(THREE, "m", "3", "z", "7.0", "a", "1.500")).isEqualTo("RATED 3 start");
    }
}
