package asterism.rating;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Ten branches under the 70/30 scheme: points, the satisfaction cap, three five-star seats for ten units, and a tie at the third. */
class TenBranchesTest {
    private final Rating rating = Fixtures.shippedRating("zoucheng-70-30.yaml");
    private final List<Row> rows = Fixtures.rows(Fixtures.text("ten-branches.csv"));

    @Test
    void totals_come_out_to_the_second_decimal() {
        assertThat(rating.rate(rows).units()).map(unit -> written(unit, "total"))
                .containsExactly("97.4", "95.93", "93.4", "93.4", "92.7", "89.5", "81.37", "88.8", "72.1", "55");
    }

    @Test
    void three_seats_go_to_the_best_and_equals_at_the_cut_wait_for_the_committee() {
        assertThat(rating.rate(rows).units()).map(TenBranchesTest::summary).containsExactly(
                "B01 RATED 5 stars_by_points", "B02 RATED 5 stars_by_points", "B03 UNDETERMINED  TIE:five_star_share",
                "B04 UNDETERMINED  TIE:five_star_share", "B05 RATED 4 five_star_share", "B06 RATED 4 stars_by_points",
                "B07 RATED 4 stars_by_points", "B08 RATED 2 satisfaction_cap", "B09 RATED 3 stars_by_points",
                "B10 RATED 1 stars_by_points");
    }

    @Test
    void the_committees_vote_settles_the_tie() {
        List<Row> voted = rows.stream().map(row -> switch (row.cell("branch")) {
            case "B03" -> with(row, "committee_rank", "1");
            case "B04" -> with(row, "committee_rank", "2");
            default -> row;
        }).toList();
        assertThat(rating.rate(voted).units()).map(TenBranchesTest::summary)
                .contains("B03 RATED 5 stars_by_points", "B04 RATED 4 five_star_share", "B05 RATED 4 five_star_share");
    }

    @Test
    void a_unit_rated_alone_is_rated_as_far_as_its_own_points_go() {
        assertThat(summary(rating.rateUnit(rows.get(4)))).isEqualTo("B05 RATED 5 stars_by_points");
    }

    @Test
    void the_quota_tells_its_figures() {
        assertThat(rating.rate(rows).quotas()).containsExactly(
                new CohortRating.QuotaUse("five_star_share", "2023", Map.of(), "0.3", 10, 3, 5, 1, 2, 0));
    }

    @Test
    void the_whole_account_of_all_ten_is_as_written_down() {
        StringBuilder account = new StringBuilder();
        rating.rate(rows).units().forEach(unit -> account.append(unit.traceJson()));
        String hash = SchemeReader.read(Fixtures.shipped("zoucheng-70-30.yaml")).orThrow().getFirst().document().hash();
        assertThat(account.toString().replace(hash, "HASH")).isEqualTo(Fixtures.text("ten-branches.trace.jsonl"));
    }

    private static Row with(Row row, String column, String cell) {
        Map<String, String> cells = new HashMap<>(row.cells());
        cells.put(column, cell);
        return new Row(cells);
    }

    private static String written(UnitRating unit, String name) {
        return unit.trace().stream().filter(line -> name.equals(line.name()) && line.after() != null).map(TraceLine::after)
                .reduce("", (_, last) -> last);
    }

    private static String summary(UnitRating unit) {
        return unit.unit() + " " + unit.outcome().word() + " " + unit.outcome().levelOrEmpty() + " " + unit.outcome().reason();
    }
}
