package asterism.rating;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Real published ratings, where the folder with them is given: {@code -Drating.data.dir}. They judge the engine; nobody here wrote them.
 */
class RealRatingsTest {
    private static final String FOLDER = System.getProperty("rating.data.dir", "");

    @BeforeEach
    void the_data_is_given() {
        assumeTrue(!FOLDER.isEmpty() && Files.isDirectory(folder()), "no-rating-data");
    }

    @Test
    void aged_care_comes_out_as_published_but_for_three_rows_that_leave_the_publishers_own_rule() {
        List<Row> rows = read(folder().resolve("au_aged_care_stars_2023-05_2024-07.csv.gz"));
        List<UnitRating> rated = Fixtures.shippedRating("au-aged-care.yaml").withoutTrace().rate(rows).units();
        int both = 0;
        int equal = 0;
        for (int i = 0; i < rows.size(); i++) {
            String published = rows.get(i).cell("overall");
            if (!published.isEmpty() && rated.get(i).outcome() instanceof Outcome.Rated(String level, String _)) {
                both++;
                equal += level.equals(published) ? 1 : 0;
            }
        }
        assertThat(List.of(rows.size(), both, equal)).containsExactly(15_695, 14_849, 14_846);
    }

    @Test
    void nursing_homes_of_august_2021_come_out_as_published() {
        List<Row> rows = read(folder().resolve("cms_nursing_home_2021-08.csv.gz"));
        List<UnitRating> rated = Fixtures.shippedRating("cms-nursing-home.yaml").withoutTrace().rate(rows).units();
        Map<String, Integer> reasons = new TreeMap<>();
        for (int i = 0; i < rows.size(); i++) {
            assertThat(rated.get(i).outcome().levelOrEmpty()).as("%s", rows.get(i)).isEqualTo(rows.get(i).cell("overall"));
            if (rated.get(i).outcome() instanceof Outcome.NotRated(String reason)) {
                reasons.merge(reason, 1, Integer::sum);
            }
        }
        assertThat(reasons).isEqualTo(Map.of("TOO_NEW", 147, "SPECIAL_FOCUS", 88));
    }

    @ParameterizedTest
    @CsvSource({"zoucheng-70-30, zoucheng-70-30, branch, 0", "zoucheng-70-30-voted, zoucheng-70-30, branch, 0",
            "wuxing-110, wuxing-110, branch, 0",
        "shengzhou-step, shengzhou-step, branch, 0", "shengzhou-step-decided, shengzhou-step, branch, 0", "cqc, cqc, location, 0",
        "cms-cases, cms-nursing-home, unit_id+period, 0", "cms-nursing-home-2021-08, cms-nursing-home, unit_id, 0",
        "au-aged-care-2023-05, au-aged-care, row+unit_id+period, 3"})
    void each_rated_set_comes_out_as_expected(String set, String scheme, String key, int deviating) {
        Path folder = Stream.of(folder(), folder().resolve("cases-rated"), folder().resolveSibling("domain").resolve("cases-rated"))
                .map(it -> it.resolve(set))
                .filter(Files::isDirectory).findFirst().orElse(null);
        assumeTrue(folder != null, "no-rating-data");
        List<Row> rows = read(folder.resolve("rows.csv.gz"));
        Map<String, String> expected = new HashMap<>();
        read(folder.resolve("expected.csv.gz")).forEach(row -> expected.put(key(row, key), row.cell("outcome") + " " + row.cell("level")));
        List<UnitRating> rated = Fixtures.shippedRating(scheme + ".yaml").withoutTrace().rate(rows).units();
        List<String> others = new ArrayList<>();
        for (int i = 0; i < rows.size(); i++) {
            String outcome = rated.get(i).outcome().word() + " " + rated.get(i).outcome().levelOrEmpty();
            if (!outcome.equals(expected.get(key(rows.get(i), key)))) {
                others.add(key(rows.get(i), key) + ": " + outcome);
            }
        }
        assertThat(others).hasSize(deviating);
    }

    private static Path folder() {
        return Path.of(FOLDER);
    }

    private static String key(Row row, String key) {
        return String.join("|", Stream.of(key.split("\\+", -1)).map(row::cell).toList());
    }

    private static List<Row> read(Path file) {
        assumeTrue(Files.isRegularFile(file), "no-rating-data");
        try (GZIPInputStream in = new GZIPInputStream(Files.newInputStream(file))) {
            List<List<String>> lines = new String(in.readAllBytes(), StandardCharsets.UTF_8).lines().map(RealRatingsTest::cells).toList();
            return lines.stream().skip(1).map(line -> row(lines.getFirst(), line)).toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Row row(List<String> header, List<String> cells) {
        Map<String, String> row = new LinkedHashMap<>();
        for (int i = 0; i < header.size(); i++) {
            row.put(header.get(i), cells.get(i));
        }
        return new Row(row);
    }

    /** A line of these files: cells may be quoted, but never hold a line end. */
    private static List<String> cells(String line) {
        List<String> cells = new ArrayList<>();
        StringBuilder cell = new StringBuilder();
        boolean quoted = false;
        for (int i = 0; i < line.length(); i++) {
            char c = line.charAt(i);
            if (c == '"') {
                quoted = !quoted;
            } else if (c == ',' && !quoted) {
                cells.add(cell.toString());
                cell.setLength(0);
            } else {
                cell.append(c);
            }
        }
        cells.add(cell.toString());
        return cells;
    }
}
