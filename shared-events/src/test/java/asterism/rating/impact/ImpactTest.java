package asterism.rating.impact;

import static org.assertj.core.api.Assertions.assertThat;

import asterism.rating.Exact;
import asterism.rating.Mini;
import asterism.rating.Rating;
import asterism.rating.Row;
import asterism.rating.Scheme;
import asterism.rating.SchemeReader;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** A scheme is about to change: who moves, and what is it that moves them? */
class ImpactTest {
    private static final String TOTAL = "id: total, add: {of: [{name: a, weight: 0.5}, {name: z, weight: 1}], as: sum,"
            + " missing_parts: zero, round: exact}";
    private static final String STARS = "id: stars, band: {of: total, rows: [{from: 40, result: 5}, {from: 30, below: 40, result: 4},"
            + " {below: 30, result: 3}], otherwise: unset}";
    private static final String CAP = "id: cap, if: {name: y, is: true}, limit: {on: level, at_most: 4}";
    private static final String FLOOR = "id: floor, if: {name: y, is: true}, limit: {on: level, at_least: 4}";
    private static final String STOP = "id: barred, if: {name: c, is: p}, stop: {not_rated: R1}";

    private static Rating by(String quota, String... steps) {
        return Mini.rating(String.join("\n", steps), quota);
    }

    private static Rating by(List<String> steps) {
        return by("none", steps.toArray(String[]::new));
    }

    private static String seats(String share) {
        return "{scope: [], quotas: [{id: seats, label: {zh: 额, en: Q}, kind: max, levels: {is: 5}, share: " + share
                + ", base: all_units, rounding: floor, rank_by: [{name: total, first: highest}],"
                + " ties: {then_by: [], still_tied: undetermined}, protected: none, if_broken: displace,"
                + " displaced: {to: next_lower, counts_there: true}, while_undetermined: ignore}]}";
    }

    /** Each unit: points/yes or no/choice. */
    private static List<Row> rows(String... units) {
        return IntStream.range(0, units.length).mapToObj(i -> {
            String[] cells = (units[i] + "//").split("/", -1);
            return Mini.row("u", "U" + i, "a", cells[0], "y", cells[1], "c", cells[2], "z", "0");
        }).toList();
    }

    private static List<String> changes(Rating from, Rating to, String... units) {
        return Impact.of(from, to, rows(units)).changes().stream().map(ImpactTest::text).toList();
    }

    private static String text(Change change) {
        return change.unit() + " " + change.from().levelOrEmpty() + ">" + change.to().levelOrEmpty() + " " + change.way() + " "
                + change.causes().stream().map(cause -> cause.step() + " " + cause.kind()).collect(Collectors.joining(", "));
    }

    @Test
    void nothing_moves_where_nothing_changes() {
        Rating scheme = by(seats("0.5"), STOP, TOTAL, STARS, CAP);
        assertThat(Impact.of(scheme, scheme, rows("90", "80/true", "70", "60//p")))
                .satisfies(impact -> assertThat(impact.changes()).isEmpty())
                .satisfies(impact -> assertThat(impact.units()).isEqualTo(4))
                .satisfies(impact -> assertThat(impact.quotasAfter()).isEqualTo(impact.quotasBefore()).hasSize(1));
    }

    @Test
    void a_moved_boundary_is_the_difference_only_for_those_it_passes() {
        Rating stricter = by("none", TOTAL, STARS.replace("40", "42"), CAP);
        assertThat(changes(by("none", TOTAL, STARS, CAP), stricter, "80", "84", "79", "82/true"))
                .containsExactly("U0 5>4 DOWN stars CHANGED");
    }

    @Test
    void a_new_weight_is_the_difference_and_not_the_band_that_reads_the_total() {
        Rating lighter = by("none", TOTAL.replace("0.5", "0.4"), STARS, CAP);
        assertThat(changes(by("none", TOTAL, STARS, CAP), lighter, "90", "100", "50"))
                .containsExactly("U0 5>4 DOWN total CHANGED");
        assertThat(changes(lighter, by("none", TOTAL, STARS, CAP), "90", "100", "50")).containsExactly("U0 4>5 UP total CHANGED");
    }

    @Test
    void a_rule_that_comes_or_goes_is_named() {
        assertThat(changes(by("none", TOTAL, STARS), by("none", TOTAL, STARS, CAP), "90/true", "90/false", "70/true"))
                .containsExactly("U0 5>4 DOWN cap ADDED");
        assertThat(changes(by("none", TOTAL, STARS, FLOOR), by("none", TOTAL, STARS), "50/true", "90/true"))
                .containsExactly("U0 4>3 DOWN floor REMOVED");
    }

    @Test
    void two_rules_may_make_the_difference_together() {
        assertThat(changes(by("none", TOTAL, STARS), by("none", TOTAL.replace("0.5", "1"), STARS, CAP), "20/true", "50/true"))
                .containsExactly("U1 3>4 UP total CHANGED, cap ADDED");
    }

    @Test
    void a_bar_takes_a_unit_out_of_the_rating_and_its_end_lets_it_in() {
        Rating barred = by("none", STOP, TOTAL, STARS);
        Rating free = by("none", TOTAL, STARS);
        assertThat(changes(free, barred, "90//p", "90//q")).containsExactly("U0 5> UNRATED barred ADDED");
        assertThat(changes(barred, free, "90//p", "90//q")).containsExactly("U0 >5 RATED barred REMOVED");
        assertThat(changes(barred, by("none", STOP.replace("R1", "R2"), TOTAL, STARS), "90//p"))
                .containsExactly("U0 > OTHER_REASON barred CHANGED");
    }

    @Test
    void who_loses_a_seat_to_others_is_told_apart_from_who_changed() {
        Impact impact = Impact.of(by(seats("0.5"), TOTAL, STARS, CAP), by(seats("0.5"), TOTAL, STARS),
                rows("95/true", "90/false", "85/false", "60/false"));
        assertThat(impact.changes().stream().map(ImpactTest::text)).containsExactly("U0 4>5 UP cap REMOVED", "U2 5>4 DOWN seats KNOCK_ON");
        assertThat(impact.changes().stream().map(Change::isKnockOn)).containsExactly(false, true);
        assertThat(impact.quotasBefore().getFirst().have()).isEqualTo(2);
        assertThat(impact.quotasAfter().getFirst()).satisfies(use -> assertThat(use.have()).isEqualTo(3))
                .satisfies(use -> assertThat(use.moved()).isEqualTo(1));
    }

    @Test
    void fewer_seats_are_a_change_of_the_quota_itself() {
        assertThat(changes(by(seats("0.75"), TOTAL, STARS), by(seats("0.5"), TOTAL, STARS), "95", "90", "85", "60"))
                .containsExactly("U2 5>4 DOWN seats CHANGED");
        assertThat(changes(by("none", TOTAL, STARS), by(seats("0.5"), TOTAL, STARS), "95", "90", "85", "60"))
                .containsExactly("U2 5>4 DOWN seats ADDED");
    }

    @Test
    void the_order_of_the_steps_can_be_the_difference() {
        assertThat(changes(by(List.of(TOTAL, STARS, CAP, FLOOR.replace("4", "5"))), by(List.of(TOTAL, STARS, FLOOR.replace("4", "5"), CAP)),
                "50/true")).singleElement().asString().startsWith("U0 5>4 DOWN").contains("cap CHANGED");
    }

    private static List<String> moved(Rating by, List<Row> before, List<Row> after) {
        return Impact.between(by.rate(before), by.rate(after)).changes().stream().map(ImpactTest::text).toList();
    }

    @Test
    void another_score_is_the_difference_and_those_it_pushes_are_told_apart() {
        Rating scheme = by(seats("0.5"), TOTAL, STARS, CAP);
        assertThat(moved(scheme, rows("95", "90", "85", "60"), rows("95", "81", "85", "60")))
                .containsExactly("U1 5>4 DOWN a INPUT", "U2 4>5 UP seats KNOCK_ON");
        assertThat(moved(by("none", TOTAL, STARS, CAP), rows("95", "90/false", "60"), rows("95", "90/true", "60")))
                .containsExactly("U1 5>4 DOWN y INPUT");
    }

    @Test
    void a_score_that_is_missing_ends_the_rating_and_is_named() {
        Rating strict = by("none", TOTAL.replace("zero", "never"), STARS);
        assertThat(moved(strict, rows("90", "70"), rows("", "70"))).containsExactly("U0 5> UNRATED a INPUT");
    }

    @Test
    void who_takes_part_in_one_rating_only_is_not_rated_in_the_other() {
        Rating scheme = by(seats("0.5"), TOTAL, STARS);
        assertThat(moved(scheme, rows("95", "90"), rows("95"))).containsExactly("U0 5>4 DOWN seats KNOCK_ON",
                "U1 4> UNRATED takes_no_part INPUT");
        assertThat(moved(scheme, rows("95"), rows("95", "90"))).contains("U1 >4 RATED takes_no_part INPUT");
    }

    @Test
    void cut_points_move_as_far_as_the_one_that_moves_most() {
        Scheme before = version(STARS);
        assertThat(Cuts.greatestMove(before, before)).isEqualTo(Exact.ZERO);
        assertThat(Cuts.greatestMove(before, version(STARS.replace("40", "42.5").replace("30", "29")))).hasToString("2.5");
        assertThat(Cuts.greatestMove(before, version(STARS.replace("stars", "other").replace("40", "99")))).as("a new band")
                .hasToString("0");
    }

    private static Scheme version(String... steps) {
        return SchemeReader.read(Mini.document(TOTAL + "\n" + String.join("\n", steps), "none")).orThrow().getFirst();
    }
}
