package asterism.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

/** A county clerk rates a table and checks a document, with nothing running. */
class RateCommandTest {
    private static final Path SCHEMES = Path.of("schemes");
    private static final String ROWS = """
            branch,name,base,deductions,appraisal,satisfaction
            B1,"Mill Lane, east",99;97;98,0,96,97
            B2,River,90;91;92,1,88,59.5
            B2,River,90;91;92,1,88,80
            B3,Hill,90;91,0,88,80
            B4,Wood,90;x;92,0,88,80
            """;

    @TempDir
    private Path folder = Path.of("set by JUnit");

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    private int run(Object command, Object... arguments) {
        return new CommandLine(command).setOut(new PrintWriter(out)).setErr(new PrintWriter(err))
                .execute(Stream.of(arguments).map(Object::toString).toArray(String[]::new));
    }

    private int rate(Path input, Path output, Object... more) {
        Stream<Object> always = Stream.of("--scheme", SCHEMES.resolve("zoucheng-70-30.yaml"), "--input", input, "--output", output);
        return run(new RateCommand(), Stream.concat(always, Stream.of(more)).toArray());
    }

    private Path rows() throws IOException {
        return Files.writeString(folder.resolve("rows.csv"), ROWS);
    }

    @Test
    void a_table_is_rated_and_every_column_of_the_input_is_kept() throws IOException {
        Path output = folder.resolve("out.csv");
        assertThat(rate(rows(), output, "--trace", folder.resolve("trace.jsonl"))).as(err::toString).isZero();
        assertThat(Files.readAllLines(output)).containsExactly("branch,name,base,deductions,appraisal,satisfaction,outcome,level,reason",
                "B1,\"Mill Lane, east\",99;97;98,0,96,97,RATED,5,stars_by_points", "B2,River,90;91;92,1,88,59.5,RATED,2,satisfaction_cap",
                "B2,River,90;91;92,1,88,80,RATED,4,stars_by_points", "B3,Hill,90;91,0,88,80,UNDETERMINED,,TOO_FEW_ASSESSORS",
                "B4,Wood,90;x;92,0,88,80,UNDETERMINED,,INVALID:base");
        assertThat(Files.readAllLines(folder.resolve("trace.jsonl"))).hasSize(7 + 6 + 6 + 2 + 1).first().asString()
                .startsWith("{\"unit\":\"B1\",\"seq\":1,\"step\":\"read\",\"verb\":\"read\"");
        assertThat(err.toString()).contains("rated 3, not rated 0, undetermined 2", "level 5: 1", "undetermined TOO_FEW_ASSESSORS: 1",
                "quota five_star_share: 1 inside for 1 seats (0.3 of 5)", "columns missing, counted as missing everywhere: committee_rank",
                "units that stand twice, each row rated: B2");
    }

    @Test
    void compressed_tables_give_the_same_rows() throws IOException {
        Path plain = folder.resolve("plain.csv");
        Path packed = folder.resolve("packed.csv.gz");
        Path input = folder.resolve("rows.csv.gz");
        try (OutputStream gz = new GZIPOutputStream(Files.newOutputStream(input))) {
            gz.write(ROWS.getBytes(StandardCharsets.UTF_8));
        }
        assertThat(List.of(rate(rows(), plain), rate(input, packed))).containsExactly(0, 0);
        try (GZIPInputStream in = new GZIPInputStream(Files.newInputStream(packed))) {
            assertThat(new String(in.readAllBytes(), StandardCharsets.UTF_8)).isEqualTo(Files.readString(plain));
        }
    }

    @Test
    void a_day_may_pick_the_version_for_all_rows() throws IOException {
        Path input = Files.writeString(folder.resolve("homes.csv"),
                "unit_id,period,health_inspection,staffing,quality_measures\nN1,2021-01,3,4,3\n");
        List<String> levels = Stream.of("2021-06-30", "2023-06-30").map(day -> {
            Path output = folder.resolve(day + ".csv");
            run(new RateCommand(), "--scheme", SCHEMES.resolve("cms-nursing-home.yaml"), "--input", input,
                    "--output", output, "--valid-at", day);
            return lastLine(output);
        }).toList();
        assertThat(levels).containsExactly("N1,2021-01,3,4,3,RATED,4,staffing_step", "N1,2021-01,3,4,3,RATED,3,start");
    }

    private static String lastLine(Path file) {
        try {
            return Files.readAllLines(file).getLast();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Test
    void what_cannot_be_read_is_said_in_one_sentence_and_leaves_no_output() throws IOException {
        Path output = folder.resolve("out.csv");
        assertThat(rate(folder.resolve("none.csv"), output)).isEqualTo(2);
        assertThat(err.toString().strip()).endsWith("none.csv: there is no such file");
        Path ragged = Files.writeString(folder.resolve("ragged.csv"), "branch,base\nB1,1\nB2,1,2\n");
        assertThat(rate(ragged, output)).isEqualTo(2);
        assertThat(err.toString()).contains("row 3 has 3 cells, the header 2");
        assertThat(rate(rows(), output, "--no-such-option")).isEqualTo(2);
        try (Stream<Path> left = Files.list(folder)) {
            assertThat(left.map(path -> path.getFileName().toString())).containsExactlyInAnyOrder("ragged.csv", "rows.csv");
        }
    }

    @Test
    void a_scheme_with_errors_rates_nobody() throws IOException {
        Path broken = Files.writeString(folder.resolve("broken.yaml"),
                Files.readString(SCHEMES.resolve("zoucheng-70-30.yaml")).replace("of: total", "of: totals"));
        assertThat(run(new RateCommand(), "--scheme", broken, "--input", rows(), "--output", folder.resolve("o.csv"))).isEqualTo(1);
        assertThat(err.toString()).contains("E L102 line", "steps.stars_by_points.band.of: no value is called totals");
    }

    @Test
    void lint_says_one_finding_a_line() throws IOException {
        Path scheme = SCHEMES.resolve("cqc.yaml");
        Path gap = Files.writeString(folder.resolve("gap.yaml"),
                Files.readString(SCHEMES.resolve("zoucheng-70-30.yaml"))
                        .replace("{from: 80, below: 90, result: 4}", "{from: 80, to: 89, result: 4}"));
        assertThat(run(new LintCommand(), scheme)).isZero();
        assertThat(run(new LintCommand(), "--strict", scheme)).isEqualTo(1);
        assertThat(run(new LintCommand(), gap)).isEqualTo(1);
        assertThat(out.toString().lines())
                .anyMatch(line -> line.matches("E L312 line [0-9]+ steps.stars_by_points.band: no row for 89.01"));
        assertThat(run(new LintCommand())).isEqualTo(2);
        assertThat(run(new LintCommand(), "none.yaml")).isEqualTo(2);
    }
}
