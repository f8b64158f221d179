package asterism.cli.bench;

import asterism.cli.bench.Bars.Bar;
import asterism.cli.bench.Bars.Kind;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import tools.jackson.databind.JsonNode;

/** {@code asterism bench page}: the page of results and its plots, from what a run wrote with {@code --json}. */
@Command(name = "page", mixinStandardHelpOptions = true, description = "Writes the page of results with its plots from a run's --json.")
final class PageCommand implements Callable<Integer> {
    private static final Set<String> RAW = Set.of("insert", "group", "fold", "refill", "lookup", "rate-round", "read", "copy", "hash",
            "no-op");

    @Parameters(paramLabel = "FIGURES", description = "what bench wrote with --json")
    private Path figures = Path.of("");

    @Option(names = "--to", paramLabel = "DIR", defaultValue = "deploy/bench", description = "(default: ${DEFAULT-VALUE})")
    private Path folder = Path.of("");

    @Override
    public Integer call() throws IOException {
        Figures run = Figures.read(figures);
        Files.createDirectories(folder);
        StringBuilder plots = new StringBuilder();
        Set<String> parts = new LinkedHashSet<>();
        run.lines().values().forEach(line -> parts.add(line.path("part").asString()));
        for (String part : parts) {
            Files.writeString(folder.resolve(part + ".svg"), rates(part, run).svg());
            plots.append("![%s: facts a second](%s.svg)%n%n".formatted(part, part));
        }
        Files.writeString(folder.resolve("goals.svg"), goals(run).svg());
        Files.writeString(folder.resolve("README.md"), page(run, plots.toString()));
        return 0;
    }

    private static Bars rates(String part, Figures run) {
        return new Bars(part + ": facts a second", run.lines().entrySet().stream()
                .filter(line -> line.getValue().path("part").asString().equals(part)).map(line -> new Bar(line.getKey(),
                        line.getValue().path("factsPerSecond").asDouble(), number(line.getValue(), "factsPerSecond", 0),
                        kind(line.getKey()))).toList(), 0);
    }

    private static Kind kind(String id) {
        String name = id.substring(0, id.indexOf('@'));
        return name.startsWith("axon") ? Kind.PEER : RAW.contains(name) ? Kind.RAW : Kind.HOUSE;
    }

    /** How far each ratio has come to its goal, which is the mark. */
    private static Bars goals(Figures run) {
        List<Bar> bars = run.ratios().stream().filter(ratio -> ratio.path("ratio").isNumber()).map(ratio -> {
            double measured = ratio.path("ratio").asDouble();
            double goal = ratio.path("goal").asDouble();
            double come = ratio.path("measure").asString().equals("rate") ? measured / goal : goal / measured;
            return new Bar(name(ratio), Math.min(come, 2), String.format(Locale.ROOT, "%.2f", measured),
                    come >= 1 ? Kind.HOUSE : Kind.MISSED);
        }).toList();
        return new Bars("Ratios on their way to the goal (the line); the figure is the ratio", bars, 1);
    }

    private static String name(JsonNode ratio) {
        return "%s %s/%s".formatted(ratio.path("measure").asString(), ratio.path("of").asString(), ratio.path("to").asString());
    }

    private static String page(Figures run, String plots) throws IOException {
        return """
                # Results of the bench

                Written by `deploy/asterism bench page FIGURES` from a run of `deploy/asterism bench --json FIGURES`; do the same to
                repeat it. Ratios within one run say something, figures of one machine little. What each line does stands in
                [the bench](../README.md#the-bench).

                %s

                ## What was aimed at

                | what | aim | measured |
                |---|---|---|
                %s
                ![ratios and goals](goals.svg)

                ## Lines

                | line@callers | facts/s | CPU µs a fact | p50 µs | p99 µs |
                |---|---|---|---|---|
                %s
                Blue is the house, grey what PostgreSQL or the JDK can do at all, yellow what people would use instead.

                %s""".formatted(machine(run.run()), aims(run), lines(run), plots).strip() + "\n";
    }

    private static String machine(JsonNode run) {
        return run.isEmpty() ? "The run did not say on which machine it was."
                : "%s: %d processors, %d MB of memory, %s, Java %s, PostgreSQL 18 with fsync on, %d rounds of %s s a line, %s.".formatted(
                run.path("machine").asString(), run.path("processors").asInt(), run.path("memoryMegabytes").asInt(),
                run.path("system").asString(), run.path("java").asString(), run.path("rounds").asInt(), run.path("seconds").asString(),
                run.path("at").asString());
    }

    private static String aims(Figures run) throws IOException {
        StringBuilder table = new StringBuilder();
        for (List<String> row : rows()) {
            String by = row.get(2);
            String measured = run.of(by).map(value -> by.contains("/") ? String.format(Locale.ROOT, "%.2f", value) : time(value))
                    .map(value -> "**" + value + "** (`" + by + "`)").orElse(by.contains("@") ? "not in this run" : by);
            table.append("| %s | %s | %s |%n".formatted(row.get(0), row.get(1), measured));
        }
        return table.toString();
    }

    static List<List<String>> rows() throws IOException {
        try (InputStream in = PageCommand.class.getResourceAsStream("/bench/rows.csv")) {
            List<List<String>> rows = new ArrayList<>();
            new String(Objects.requireNonNull(in).readAllBytes(), StandardCharsets.UTF_8).lines().skip(1)
                    .forEach(line -> rows.add(List.of(line.split(",", -1))));
            return rows;
        }
    }

    private static String time(double micros) {
        return micros < 1_000_000 ? String.format(Locale.ROOT, "%.1f ms", micros / 1_000) : String.format(Locale.ROOT, "%.2f s",
                micros / 1_000_000);
    }

    private static String lines(Figures run) {
        StringBuilder table = new StringBuilder();
        run.lines().forEach((id, line) -> table.append("| `%s` | %s | %s | %s | %s |%n".formatted(id, number(line, "factsPerSecond", 0),
                number(line, "cpuMicrosPerFact", 2), number(line, "p50Micros", 0), number(line, "p99Micros", 0))));
        return table.toString();
    }

    private static String number(JsonNode line, String field, int decimals) {
        return line.path(field).isNumber() ? String.format(Locale.ROOT, "%,." + decimals + "f", line.path(field).asDouble()) : "–";
    }
}
