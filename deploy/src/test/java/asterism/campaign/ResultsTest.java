package asterism.campaign;

import static org.assertj.core.api.Assertions.assertThat;

import asterism.house.Generated;
import java.io.IOException;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;

/** What the campaign has counted so far, as it stands in the README: a bound for each kind of kill, and never more than was counted. */
class ResultsTest {
    @Test
    void theReadmeSaysWhatWasCounted() throws IOException {
        Results results = Results.read(Path.of("campaign-results.csv"));
        StringBuilder table = new StringBuilder("""
                | killed | times | lost, doubled or swapped | fewer than, at 95 percent |
                |---|---|---|---|
                """);
        for (Fault fault : Results.KILLS) {
            int kills = results.sum(fault.name());
            int wrong = results.findings(fault);
            table.append("| %s | %,d | %d | %s |\n".formatted(fault.name().replace("_KILLED", "").toLowerCase(Locale.ROOT), kills, wrong,
                    bound(kills, wrong)));
        }
        table.append("\n%,d rounds, %,d commands acknowledged".formatted(results.rounds(), results.sum("acknowledged")))
                .append(", %,d facts; findings: %d, of which projections that came late: %d.".formatted(results.sum("facts"),
                        results.sum("findings"), results.late()));
        Generated.check(Path.of("README.md"), "campaign", table.toString());
    }

    @Test
    void aBoundIsGivenOnlyWhereNothingWasFound() {
        assertThat(List.of(bound(0, 0), bound(1_000, 0), bound(7, 0), bound(1_000, 1))).containsExactly("", "0.3 %", "42.9 %", "");
    }

    /** Three kills in N at most would go unseen in one of twenty campaigns like this. */
    private static String bound(int kills, int wrong) {
        return kills == 0 || wrong > 0 ? ""
                : new BigDecimal(300).divide(new BigDecimal(kills), 1, RoundingMode.HALF_UP).toPlainString() + " %";
    }
}
