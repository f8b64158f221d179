package asterism.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;
import tools.jackson.databind.json.JsonMapper;

/** An office asks what a change of its scheme would do, before anybody decides on it. */
class ImpactCommandTest {
    private static final Path SCHEME = Path.of("schemes", "zoucheng-70-30.yaml");
    private static final String ROWS = """
            branch,base,deductions,appraisal,satisfaction,committee_rank
            B1,99;97;98,0,96,97,
            B2,95;95;95,0,95,59.5,
            B3,94;94;94,0,94,90,
            B4,70;71;72,0,80,80,
            """;

    @TempDir
    private Path folder = Path.of("set by JUnit");

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    private int impact(Path to, Object... more) throws IOException {
        Path rows = Files.writeString(folder.resolve("rows.csv"), ROWS);
        Stream<Object> always = Stream.of("--from", SCHEME, "--to", to, "--input", rows);
        return new CommandLine(new ImpactCommand()).setOut(new PrintWriter(out)).setErr(new PrintWriter(err))
                .execute(Stream.concat(always, Stream.of(more)).map(Object::toString).toArray(String[]::new));
    }

    private Path changed(String name, String what, String by) throws IOException {
        String text = Files.readString(SCHEME);
        assertThat(text).contains(what);
        return Files.writeString(folder.resolve(name), text.replace(what, by));
    }

    @Test
    void a_milder_cap_lets_one_unit_up() throws IOException {
        Path csv = folder.resolve("changes.csv");
        Path json = folder.resolve("report.json");
        assertThat(impact(changed("v2.yaml", "below: 60}\n    limit", "below: 50}\n    limit"), "--csv", csv, "--json", json))
                .as(err::toString).isZero();
        assertThat(out.toString()).contains("4 units, 1 change, 0 of them only because others do", "1  satisfaction_cap changed",
                "B2: 2 -> 4, satisfaction_cap changed", "before  five_star_share: 2 inside for 1 seats (0.3 of 4), moved 1");
        assertThat(Files.readAllLines(csv)).containsExactly(
                "unit,way,from_outcome,from_level,from_reason,to_outcome,to_level,to_reason,steps,knock_on",
                "B2,UP,RATED,2,satisfaction_cap,RATED,4,five_star_share,satisfaction_cap:CHANGED,false");
        var report = JsonMapper.shared().readTree(json.toFile());
        assertThat(report.at("/from/0/hash").asString()).hasSize(64).isNotEqualTo(report.at("/to/0/hash").asString());
        assertThat(report.at("/changes/0/causes/0/step").asString()).isEqualTo("satisfaction_cap");
        assertThat(report.at("/quotas_after/0/have").asInt()).isEqualTo(3);
    }

    @Test
    void the_same_scheme_moves_nobody() throws IOException {
        assertThat(impact(SCHEME)).as(err::toString).isZero();
        assertThat(out.toString()).contains("4 units, 0 change").doesNotContain("way", "units\n");
    }

    @Test
    void a_scheme_with_errors_and_a_file_that_is_not_there_are_said_in_one_line() throws IOException {
        assertThat(impact(changed("v2.yaml", "of: total\n", "of: totals\n"))).isEqualTo(1);
        assertThat(err.toString()).contains("v2.yaml: E L102 line");
        assertThat(impact(folder.resolve("none.yaml"))).isEqualTo(2);
        assertThat(err.toString()).contains("none.yaml: there is no such file");
    }
}
