package asterism.rating;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Seats of a cohort: who keeps one, who is displaced, who waits. */
class QuotasTest {
    private static final String STEPS = "id: start, take: {which: only, of: [m]}";

    private static String quota(String kind, String levels, String share, String rest) {
        return "{id: q, label: {zh: 额, en: Q}, kind: " + kind + ", levels: " + levels + ", share: " + share
                + ", base: all_units, rounding: floor, rank_by: [{name: a, first: highest}], " + rest + "}";
    }

    private static String hard(String stillTied, String protection, String broken, String to, String waits) {
        return "ties: {then_by: [{name: z, first: lowest}], still_tied: " + stillTied + "}, protected: " + protection
                + ", if_broken: " + broken
                + ", displaced: {to: " + to + ", counts_there: true}, while_undetermined: " + waits;
    }

    private static final String USUAL = hard("undetermined", "none", "displace", "next_lower", "ignore");

    private static List<String> rate(String cohort, String... units) {
        return Mini.rating(STEPS, cohort).rate(rows(units)).units().stream().map(Mini::summary).toList();
    }

    /** Each unit: level/points/other cells. */
    private static List<Row> rows(String... units) {
        return IntStream.range(0, units.length).mapToObj(i -> {
            String[] cells = units[i].split("/", -1);
            return Mini.row("u", "U" + i, "m", cells[0], "a", cells.length > 1 ? cells[1] : "", "z", cells.length > 2 ? cells[2] : "",
                    "y", cells.length > 3 ? cells[3] : "", "c", cells.length > 4 ? cells[4] : "");
        }).toList();
    }

    private static String one(String quota) {
        return "{scope: [], quotas: [" + quota + "]}";
    }

    @Test
    void the_best_keep_their_seats_and_a_missing_rank_comes_last() {
        assertThat(rate(one(quota("max", "{is: 5}", "0.5", USUAL)), "5/", "5/70", "5/80", "3/90"))
                .containsExactly("RATED 4 q", "RATED 5 start", "RATED 5 start", "RATED 3 start");
    }

    @Test
    void only_a_tie_across_the_cut_is_open_and_the_next_key_may_settle_it() {
        String quota = one(quota("max", "{is: 5}", "0.5", USUAL));
        assertThat(rate(quota, "5/90", "5/80", "5/80", "5/90")).containsExactly("RATED 5 start", "RATED 4 q", "RATED 4 q", "RATED 5 start");
        assertThat(rate(quota, "5/90", "5/80", "5/80", "1/1")).containsExactly("RATED 5 start", "UNDETERMINED TIE:q", "UNDETERMINED TIE:q",
                "RATED 1 start");
        assertThat(rate(quota, "5/90", "5/80/2", "5/80/1", "1/1")).containsExactly("RATED 5 start", "RATED 4 q", "RATED 5 start",
                "RATED 1 start");
    }

    @Test
    void a_tie_may_also_stay_in_or_go_out_together() {
        String[] units = {"5/90", "5/80", "5/80", "1/1"};
        assertThat(rate(one(quota("max", "{is: 5}", "0.5", hard("all_in", "none", "displace", "next_lower", "ignore"))), units))
                .containsExactly("RATED 5 start", "RATED 5 start", "RATED 5 start", "RATED 1 start");
        assertThat(rate(one(quota("max", "{is: 5}", "0.5", hard("all_out", "none", "displace", "{not_rated: R1}", "ignore"))), units))
                .containsExactly("RATED 5 start", "NOT_RATED R1", "NOT_RATED R1", "RATED 1 start");
    }

    @Test
    void protected_units_never_move_and_may_use_seats() {
        String[] units = {"5/10/1/true", "5/90", "5/80", "5/70"};
        assertThat(rate(one(quota("max", "{is: 5}", "0.5", hard("undetermined", "{when: {name: y, is: true}, use_seats: true}", "displace",
                "3", "ignore"))), units))
                .containsExactly("RATED 5 start", "RATED 5 start", "RATED 3 q", "RATED 3 q");
        assertThat(rate(one(quota("max", "{is: 5}", "0.5", hard("undetermined", "{when: {name: y, is: true}, use_seats: false}", "displace",
                "3", "ignore"))), units))
                .containsExactly("RATED 5 start", "RATED 5 start", "RATED 5 start", "RATED 3 q");
    }

    @Test
    void a_broken_quota_may_stay_open_or_only_warn() {
        assertThat(rate(one(quota("max", "{is: 5}", "0.5", hard("undetermined", "none", "undetermined", "next_lower", "ignore"))),
                "5/90", "5/80"))
                .containsExactly("RATED 5 start", "UNDETERMINED QUOTA:q");
        Rating soft = Mini.rating(STEPS, one(quota("max", "{is: 5}", "0.5", hard("undetermined", "none", "warn", "next_lower", "ignore"))));
        CohortRating rated = soft.rate(rows("5/90", "5/80"));
        assertThat(rated.units()).map(Mini::summary).containsExactly("RATED 5 start", "RATED 5 start");
        assertThat(rated.units().get(1).trace().getLast().effect()).isEqualTo("warned");
        assertThat(rated.quotas().getFirst().warned()).isEqualTo(1);
    }

    @Test
    void a_least_share_is_filled_up_by_the_first_outside() {
        String quota = one(quota("min", "{at_least: 4}", "0.5", hard("undetermined", "none", "displace", "4", "ignore")));
        assertThat(rate(quota, "5/1", "3/60", "2/70", "1/50")).containsExactly("RATED 5 start", "RATED 3 start", "RATED 4 q",
                "RATED 1 start");
        assertThat(rate(quota, "5/1", "3/70", "2/70", "1/50")).containsExactly("RATED 5 start", "UNDETERMINED TIE:q", "UNDETERMINED TIE:q",
                "RATED 1 start");
    }

    @Test
    void while_anyone_is_undetermined_a_quota_may_wait() {
        String waits = one(quota("max", "{is: 5}", "1", hard("undetermined", "none", "displace", "next_lower", "wait")));
        assertThat(rate(waits, "5/90", "bad", "3/1")).containsExactly("UNDETERMINED QUOTA_WAITS:q", "UNDETERMINED INVALID:m",
                "RATED 3 start");
    }

    @Test
    void a_guide_only_warns() {
        String guide = one("{id: g, label: {zh: 参考, en: Guide}, kind: guide, levels: {at_most: 2}, share: 0.25, tolerance: 0.25, base: "
                + "rated_units, rounding: half_up}");
        assertThat(Mini.rating(STEPS, guide).rate(rows("1", "2", "3", "4")).quotas().getFirst().warned()).isZero();
        CohortRating over = Mini.rating(STEPS, guide).rate(rows("1", "2", "1", "4"));
        assertThat(over.quotas().getFirst().warned()).isEqualTo(3);
        assertThat(over.units()).map(unit -> unit.trace().getLast().effect()).containsExactly("warned", "warned", "warned", "set");
    }

    @Test
    void quotas_run_in_order_and_may_hide_whom_they_moved() {
        String second = quota("max", "{is: 4}", "0.25", USUAL).replace("id: q", "id: r");
        String[] units = {"5/90", "5/80", "4/70", "4/60"};
        assertThat(rate("{scope: [], quotas: [" + quota("max", "{is: 5}", "0.25", USUAL) + ", " + second + "]}", units))
                .containsExactly("RATED 5 start", "RATED 4 q", "RATED 3 r", "RATED 3 r");
        assertThat(rate("{scope: [], quotas: [" + quota("max", "{is: 5}", "0.25", USUAL.replace("true", "false")) + ", " + second
                + "]}", units))
                .containsExactly("RATED 5 start", "RATED 4 q", "RATED 4 start", "RATED 3 r");
    }

    @Test
    void shares_may_differ_by_cohort_and_a_cohort_without_one_stops_the_run() {
        String quota = "{scope: [c], quotas: [" + quota("max", "{is: 5}", "{table: shares, by: [c], column: share}", USUAL) + "]}";
        assertThat(rate(quota, "5/90/1//p", "5/80/1//p", "5/70/1//q", "5/60/1//q"))
                .containsExactly("RATED 5 start", "RATED 4 q", "RATED 4 q", "RATED 4 q");
        assertThatThrownBy(() -> rate(quota, "5/90")).isInstanceOf(NoShareException.class).hasMessageContaining("quota q: table shares");
    }
}
