package asterism.cli.bench;

import static org.assertj.core.api.Assertions.assertThat;

import asterism.embedded.TestJvm;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The whole bench, with windows so short and facts so few that its figures mean nothing: everything runs, and floors are floors. */
class BenchIT {
    private static final long PATIENCE_MINUTES = 5;
    /** But the start of a house, which other tests see. */
    private static final String EACH = "append,command,projection,rebuilding,rating,what-if,proof,relay,growing";
    private static final JsonMapper JSON = JsonMapper.builder().build();

    @TempDir
    Path folder = Path.of("set by JUnit");

    private record Ran(int exit, String out, String err) {
    }

    private Ran bench(String... options) throws IOException, InterruptedException {
        var command = TestJvm.of("asterism.cli.Main");
        command.addAll(List.of("bench", "--small", "--rounds", "1"));
        command.addAll(List.of(options));
        var out = folder.resolve("out").toFile();
        var err = folder.resolve("err").toFile();
        var process = new ProcessBuilder(command).redirectOutput(out).redirectError(err).start();
        try {
            assertThat(process.waitFor(PATIENCE_MINUTES, TimeUnit.MINUTES)).as("it ends in time").isTrue();
        } finally {
            process.destroy();
        }
        return new Ran(process.exitValue(), Files.readString(out.toPath()), Files.readString(err.toPath()));
    }

    private Path goals(String... rows) throws IOException {
        return Files.write(folder.resolve("goals.csv"),
                Stream.concat(Stream.of("# planted", "measure,line,against,floor,goal"), Stream.of(rows)).toList());
    }

    @Test
    void everyLineIsMeasuredAndOneRatioUnderItsFloorFailsTheBench() throws IOException, InterruptedException {
        var planted = goals("rate,projector@1,fold@1,1000,2000", "rate,command@256,group@256,0.000001,1000",
                "p50,journal@1,insert@1,1e9,1e9");
        var json = folder.resolve("figures");
        var ran = bench("--lines", EACH, "--seconds", "0.05", "--goals", planted.toString(), "--json", json.toString());
        assertThat(ran.exit()).as(ran.err() + ran.out()).isEqualTo(1);
        assertThat(ran.err()).startsWith("Warm-up: insert@1 group@1").contains("Round 1 of 1: insert@1")
                .doesNotContain("WARN", "Exception");
        assertThat(ran.out()).contains("line@callers", "facts/s", "CPU us", "p50 us", "PostgreSQL 18, fsync on")
                .containsPattern("rate projector@1 / fold@1 +[0-9.]+ +>=1,000.00 +>=2,000.00 +UNDER ITS FLOOR")
                .containsPattern("rate command@256 / group@256 .* goal missed")
                .containsPattern("p50 journal@1 / insert@1 .* goal reached");
        var lines = Files.readAllLines(json).stream().map(JSON::readTree).toList();
        assertThat(lines.stream().filter(line -> line.has("line")).map(line -> line.get("line").asString() + "@" + line.get("callers")))
                .contains("insert@1", "group@8", "journal@32", "axon@8", "axon-command@32", "command@1", "command@256", "conflicts@32",
                        "fold@1", "projector@1", "axon-pooled@1", "lag@1", "lag@256", "refill@1", "rebuild@1", "lookup@1", "as-of@1",
                        "as-of-all@1", "no-op@1", "page-branches@1", "page-branch@1", "page-overview@1", "page-history@1",
                        "copy@1", "rate@1", "rate-million@1", "rate-round@1", "what-if@1", "hash@1", "read@1", "verify@1", "producer@1",
                        "relay@1", "wait@1", "grown-append@32", "grown-check@1").hasSize(49);
        assertThat(lines.stream().filter(line -> line.has("line")).map(line -> line.get("factsPerSecond").asDouble()))
                .allMatch(rate -> rate > 0);
        assertThat(lines.stream().filter(line -> line.has("measure")).map(BenchIT::verdict))
                .containsExactly("projector@1 UNDER ITS FLOOR", "command@256 goal missed", "journal@1 goal reached");
    }

    private static String verdict(JsonNode line) {
        return line.get("of").asString() + " " + line.get("verdict").asString();
    }

    @Test
    void whereEveryFloorHoldsAllIsWell() throws IOException, InterruptedException {
        var ran = bench("--lines", "append", "--seconds", "0.05", "--goals", goals("rate,journal@8,insert@8,0.000001,1000").toString());
        assertThat(ran.exit()).as(ran.err() + ran.out()).isEqualTo(0);
        assertThat(ran.out()).contains("journal@256").doesNotContain("command@", "projector@");
    }

    @Test
    void aGoalThatCannotBeReadIsNamed() throws IOException, InterruptedException {
        var ran = bench("--goals", goals("rate,journal@9,insert@8,1,1").toString());
        assertThat(ran.exit()).isEqualTo(1);
        assertThat(ran.err()).contains("The bench failed: there is no such line: rate,journal@9,insert@8,1,1");
    }
}
