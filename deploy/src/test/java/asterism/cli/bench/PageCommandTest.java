package asterism.cli.bench;

import static org.assertj.core.api.Assertions.assertThat;

import asterism.cli.Main;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a run measured becomes a page, and what nobody measured says so. */
class PageCommandTest {
    private static final List<String> FIGURES = List.of("""
            {"machine":"A CPU","processors":2,"memoryMegabytes":8000,"system":"Linux 6","java":"25","rounds":3,"seconds":2.0}""",
            line("append", "insert", 8, 9_877, 12.5), line("append", "journal", 8, 6_594, 14), line("append", "axon", 8, 6_045, 80), """
            {"part":"what-if","line":"what-if","callers":1,"factsPerSecond":6500,"cpuMicrosPerFact":"unknown","p50Micros":763000}""", """
            {"measure":"rate","of":"journal@8","to":"insert@8","ratio":0.67,"floor":0.57,"goal":1.0,"verdict":"goal missed"}""");

    @TempDir
    private Path folder = Path.of("set by JUnit");

    private static String line(String part, String line, int callers, double rate, double cpu) {
        return """
                {"part":"%s","line":"%s","callers":%d,"factsPerSecond":%s,"cpuMicrosPerFact":%s,"p50Micros":90,"p99Micros":200}"""
                .formatted(part, line, callers, rate, cpu);
    }

    @Test
    void a_run_becomes_a_page_with_its_plots() throws Exception {
        Path figures = Files.write(folder.resolve("figures.json"), FIGURES);
        assertThat(Main.commandLine().execute("bench", "page", figures.toString(), "--to", folder.toString())).isZero();
        assertThat(Files.readString(folder.resolve("README.md"))).contains("A CPU: 2 processors, 8000 MB",
                "| durable appends against plain inserts (8 callers) | at least 1.0 | **0.67** (`rate journal@8/insert@8`) |",
                "| at most 2 s | **763.0 ms** (`p50 what-if@1`) |",
                "| memory of a rebuild of a million facts | under 1 GB of heap | a run of its own: ",
                "| at least 0.85 | not in this run |", "| `axon@8` | 6,045 | 80.00 | 90 | 200 |", "| `what-if@1` | 6,500 | – |",
                "(append.svg)", "(what-if.svg)");
        for (String plot : List.of("append", "what-if", "goals")) {
            assertThat(DocumentBuilderFactory.newInstance().newDocumentBuilder().parse(folder.resolve(plot + ".svg").toFile())
                    .getElementsByTagName("rect").getLength()).as(plot).isGreaterThan(1);
        }
    }

    @Test
    void what_a_row_is_measured_by_is_a_line_or_a_ratio_that_the_bench_knows() throws IOException {
        Set<String> lines = Set.copyOf(Lines.all(new Services(folder, true), Histories.LEAST).stream().map(Line::id).toList());
        Set<String> ratios = Goals.in(null, lines).stream().map(goal -> "%s %s/%s".formatted(goal.measure().word(), goal.line(),
                goal.against())).collect(Collectors.toSet());
        assertThat(PageCommand.rows()).allSatisfy(row -> {
            assertThat(row).hasSize(3);
            assertThat(row.get(2).contains(" own: ") || ratios.contains(row.get(2)) || (row.get(2).matches("p(50|99) \\S+")
                    && lines.contains(row.get(2).split(" ", -1)[1]))).as(row.toString()).isTrue();
        });
        assertThat(PageCommand.rows().stream().map(row -> row.get(2)).toList()).as("no ratio is left out").containsAll(ratios);
    }
}
