package asterism.rating;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.data.Offset.offset;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.TimeZone;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What holds for any rows whatever, tried on seeded random ones. */
class PropertiesTest {
    private final Rating rating = Fixtures.shippedRating("zoucheng-70-30.yaml");

    private static List<Row> randomRows(long seed) {
        Random random = new Random(seed);
        List<Row> rows = new ArrayList<>();
        for (int i = 0; i < 60; i++) {
            Map<String, String> cells = new LinkedHashMap<>();
            cells.put("branch", "R" + i);
            cells.put("base", tenths(random, 700) + ";" + (random.nextInt(9) == 0 ? "" : tenths(random, 700)) + ";" + tenths(random, 700)
                    + ";" + tenths(random, 700));
            cells.put("deductions", random.nextInt(12) == 0 ? "" : Integer.toString(random.nextInt(5)));
            cells.put("appraisal", Integer.toString(75 + 5 * random.nextInt(6)));
            cells.put("satisfaction", random.nextInt(20) == 0 ? "x" : tenths(random, 500));
            cells.put("committee_rank", random.nextInt(4) == 0 ? Integer.toString(1 + random.nextInt(3)) : "");
            rows.add(new Row(cells));
        }
        return rows;
    }

    private static String tenths(Random random, int least) {
        int tenths = least + random.nextInt(1001 - least);
        return tenths / 10 + "." + tenths % 10;
    }

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {1, 2, 3, 5, 8, 13})
    void the_order_of_the_rows_changes_nothing_but_the_order_of_the_result(long seed) {
        List<Row> rows = randomRows(seed);
        List<Row> shuffled = new ArrayList<>(rows);
        Collections.shuffle(shuffled, new Random(seed * 31));
        assertThat(accounts(rating.rate(shuffled))).isEqualTo(accounts(rating.rate(rows)));
    }

    @ParameterizedTest(name = "seed {0}")
    @Tag("F14")
    @ValueSource(longs = {21, 34, 55})
    void time_zone_and_locale_change_no_byte(long seed) {
        String here = whole(rating.rate(randomRows(seed)));
        Locale locale = Locale.getDefault();
        TimeZone zone = TimeZone.getDefault();
        try {
            for (String tag : List.of("tr-TR", "ar-EG-u-nu-arab", "zh-CN", "de-DE")) {
                Locale.setDefault(Locale.forLanguageTag(tag));
                TimeZone.setDefault(TimeZone.getTimeZone(tag.startsWith("t") ? "Pacific/Kiritimati" : "America/Adak"));
                assertThat(whole(Fixtures.shippedRating("zoucheng-70-30.yaml").rate(randomRows(seed)))).as(tag).isEqualTo(here);
            }
        } finally {
            Locale.setDefault(locale);
            TimeZone.setDefault(zone);
        }
    }

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {89, 144, 233})
    void the_level_can_be_recomputed_from_the_account_alone(long seed) {
        for (UnitRating unit : rating.rate(randomRows(seed)).units()) {
            Map<String, String> values = new HashMap<>();
            String ended = "";
            for (TraceLine line : unit.trace()) {
                if (line.reads() != null) {
                    line.reads().forEach((name, value) -> assertThat(values.getOrDefault(name, String.valueOf(value))).as("%s", line)
                            .isEqualTo(String.valueOf(value)));
                }
                if (line.name() != null && line.before() != null) {
                    assertThat(values).as("%s", line).containsEntry(line.name(), line.before());
                }
                if (line.name() != null && line.after() != null) {
                    values.put(line.name(), line.after());
                }
                ended = line.outcome() == null ? ended : line.outcome() + " " + line.reason();
            }
            checkSums(unit, values);
            assertThat(ended.isEmpty() ? "RATED " + values.get("level") : ended)
                    .isEqualTo(unit.outcome() instanceof Outcome.Rated(String level, String _)
                    ? "RATED " + level : unit.outcome().word() + " " + unit.outcome().reason());
        }
    }

    /** The sums of this scheme, done again with nothing but the values of the account. */
    private static void checkSums(UnitRating unit, Map<String, String> values) {
        Map<String, String> read = new HashMap<>();
        unit.trace().stream().filter(line -> line.reads() != null).forEach(line -> read.putAll(line.reads()));
        String total = values.get("total");
        if (total != null) {
            double net = Double.parseDouble(values.getOrDefault("base", "")) - Double.parseDouble(read.getOrDefault("deductions", ""));
            assertThat(Double.parseDouble(values.getOrDefault("net_base", ""))).isCloseTo(net, offset(1e-9));
            assertThat(Double.parseDouble(total)).isCloseTo(net * 0.7 + Double.parseDouble(read.getOrDefault("appraisal", "")) * 0.3,
                    offset(0.00501));
        }
    }

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {377, 610})
    void a_line_reads_back_as_it_was_written_and_no_trace_means_the_same_outcomes(long seed) {
        List<Row> rows = randomRows(seed);
        CohortRating traced = rating.rate(rows);
        traced.units().forEach(unit -> unit.trace().forEach(line -> assertThat(TraceLine.parse(line.json())).isEqualTo(line)));
        CohortRating plain = rating.withoutTrace().rate(rows);
        assertThat(plain.units()).map(UnitRating::outcome).isEqualTo(traced.units().stream().map(UnitRating::outcome).toList());
        assertThat(plain.units()).allSatisfy(unit -> assertThat(unit.trace()).isEmpty());
    }

    private static Map<String, String> accounts(CohortRating rated) {
        Map<String, String> accounts = new HashMap<>();
        rated.units().forEach(unit -> accounts.put(unit.unit(), Mini.summary(unit) + "\n" + unit.traceJson()));
        return accounts;
    }

    private static String whole(CohortRating rated) {
        StringBuilder all = new StringBuilder(rated.quotas().toString());
        rated.units().forEach(unit -> all.append(Mini.summary(unit)).append('\n').append(unit.traceJson()));
        return all.toString();
    }
}
