package asterism.rating.lint;

import static org.assertj.core.api.Assertions.assertThat;

import asterism.document.Finding;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** One clean scheme, and one fault after the other planted in it. */
class PlantedFaultsTest {
    private static final String CLEAN = text("clean.yaml");

    /** What is changed, and the finding it must give. */
    record Fault(String name, String code, List<String> changes) {
        String planted() {
            String text = CLEAN;
            for (int i = 0; i < changes.size(); i += 2) {
                assertThat(text).as(name).contains(changes.get(i));
                text = text.replaceFirst(Pattern.quote(changes.get(i)), Matcher.quoteReplacement(changes.get(i + 1)));
            }
            return text;
        }

        @Override
        public String toString() {
            return code + ": " + name;
        }
    }

    @Test
    void a_clear_scheme_gives_no_finding() {
        assertThat(new Linter().lint(CLEAN)).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("faults")
    void a_planted_fault_is_found_by_its_code_and_its_line(Fault fault) {
        List<Finding> findings = new Linter().lint(fault.planted());
        assertThat(findings).as("%s", findings).extracting(Finding::code).contains(fault.code);
        boolean warning = List.of("L105", "L205", "L314", "L323", "L324", "L331", "L332", "L405", "L601", "L604", "L606", "L611", "L612")
                .contains(fault.code);
        assertThat(findings).filteredOn(finding -> finding.code().equals(fault.code))
                .allSatisfy(finding -> assertThat(finding.isError()).isNotEqualTo(warning))
                .allSatisfy(finding -> assertThat(finding.mark().line()).isPositive());
    }

    @Test
    void a_finding_says_line_and_path() {
        String gap = new Fault("", "", List.of("{from: 60, below: 80, result: two}", "{from: 60, to: 79, result: two}")).planted();
        int line = gap.substring(0, gap.indexOf("- {from: 80")).split("\n", -1).length - 3;
        assertThat(new Linter().lint(gap)).map(Finding::toString)
                .containsExactly("E L312 line " + line + " steps.stars.band: no row for 79.01");
    }

    @Test
    void versions_must_not_overlap_nor_leave_gaps_nor_lack_a_date() {
        String dated = CLEAN.replace("version_date: none", "version_date: period");
        String early = dated.replace("valid: {from: 2024-01-01, to: open}", "valid: {from: 2023-01-01, to: 2023-06-30}");
        assertThat(codes(early + "---\n" + dated)).containsExactly("L502");
        assertThat(codes(early.replace("2023-06-30", "2024-01-01") + "---\n" + dated)).containsExactly("L501");
        assertThat(codes(early.replace("2023-06-30", "2023-12-31") + "---\n" + dated)).isEmpty();
        assertThat(codes(early.replace("2023-06-30", "2023-12-31") + "---\n" + CLEAN)).containsExactly("L503");
    }

    private static List<String> codes(String text) {
        return new Linter().lint(text).stream().map(Finding::code).toList();
    }

    private static String text(String name) {
        try (InputStream in = Objects.requireNonNull(PlantedFaultsTest.class.getResourceAsStream("/rating/" + name))) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static List<Fault> faults() {
        List<Fault> faults = new ArrayList<>();
        for (String line : text("faults.txt").lines().toList()) {
            String rest = line.isEmpty() ? "" : line.substring(1).replace("\\n", "\n");
            if (line.startsWith("## ")) {
                faults.add(new Fault(line.substring(8), line.substring(3, 7), new ArrayList<>()));
            } else if (line.startsWith("-") || line.startsWith("+")) {
                faults.getLast().changes.add(rest);
            }
        }
        return faults;
    }
}
