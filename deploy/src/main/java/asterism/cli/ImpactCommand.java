package asterism.cli;

import asterism.rating.CohortRating.QuotaUse;
import asterism.rating.NoShareException;
import asterism.rating.Outcome;
import asterism.rating.Rating;
import asterism.rating.Row;
import asterism.rating.SchemeReader;
import asterism.rating.impact.Cause;
import asterism.rating.impact.Change;
import asterism.rating.impact.Impact;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;
import tools.jackson.databind.json.JsonMapper;

/** Says what a change of a scheme would do to the units of a table, offline. */
@Command(name = "impact", mixinStandardHelpOptions = true, sortOptions = false,
        description = "Says who would move if one scheme took the place of another, and which step makes the difference.",
        exitCodeListHeading = "Exit codes:%n",
        exitCodeList = {"0:all rows were rated by both", "1:a scheme has errors, or a quota has no share for a cohort",
            "2:wrong use, unreadable file"})
public final class ImpactCommand implements Callable<Integer> {
    private static final int SHOWN = 30;

    @Spec
    private CommandSpec spec;

    @Option(names = "--from", required = true, paramLabel = "V1.yaml", description = "The scheme in force.")
    private Path from;

    @Option(names = "--to", required = true, paramLabel = "V2.yaml",
            description = "The scheme to come; may be the same file, with another day.")
    private Path to;

    @Option(names = "--from-valid-at", paramLabel = "DATE", description = "Rates by the version of --from in force on this day.")
    private @Nullable LocalDate fromDay;

    @Option(names = "--to-valid-at", paramLabel = "DATE", description = "Rates by the version of --to in force on this day.")
    private @Nullable LocalDate toDay;

    @Option(names = "--input", required = true, paramLabel = "rows.csv[.gz]", description = "One row per unit (and period).")
    private Path input;

    @Option(names = "--csv", paramLabel = "changes.csv[.gz]", description = "Writes each unit that changes.")
    private @Nullable Path csv;

    @Option(names = "--json", paramLabel = "report.json", description = "Writes the whole report.")
    private @Nullable Path json;

    /** Made by picocli, which fills the fields. */
    @SuppressWarnings("NullAway") // picocli fills the fields before call()
    public ImpactCommand() {
    }

    @Override
    public Integer call() throws IOException {
        PrintWriter err = spec.commandLine().getErr();
        try {
            SchemeReader.Reading before = SchemeFiles.reading(from);
            SchemeReader.Reading after = SchemeFiles.reading(to);
            if (before.hasErrors() || after.hasErrors()) {
                before.findings().forEach(finding -> err.println(from + ": " + finding));
                after.findings().forEach(finding -> err.println(to + ": " + finding));
                return 1;
            }
            report(before, after);
            return 0;
        } catch (NoShareException e) {
            err.println(e.getMessage());
            return 1;
        } catch (Csv.BadFileException e) {
            err.println(e.getMessage());
            return 2;
        }
    }

    private void report(SchemeReader.Reading before, SchemeReader.Reading after) throws IOException {
        Impact impact = Impact.of(rating(before, fromDay), rating(after, toDay), rows());
        if (csv != null) {
            writeCsv(csv, impact.changes());
        }
        if (json != null) {
            Files.writeString(json, JsonMapper.builder().build().writerWithDefaultPrettyPrinter()
                    .writeValueAsString(json(before, after, impact)) + "\n");
        }
        PrintWriter out = spec.commandLine().getOut();
        out.println(name(before, fromDay) + " -> " + name(after, toDay) + ": " + impact.units() + " units, "
                + impact.changes().size() + " change, " + impact.changes().stream().filter(Change::isKnockOn).count()
                + " of them only because others do");
        table(out, "way", counted(impact.changes(), change -> word(change.way())));
        table(out, "from -> to", counted(impact.changes(), change -> state(change.from()) + " -> " + state(change.to())));
        table(out, "the step that makes the difference", counted(impact.changes(), ImpactCommand::causes));
        quotas(out, impact);
        if (!impact.changes().isEmpty()) {
            out.printf("%nunits%n");
            impact.changes().stream().limit(SHOWN).forEach(change -> out.println("  " + change.unit() + ": " + state(change.from())
                    + " -> " + state(change.to()) + ", " + causes(change)));
        }
        if (impact.changes().size() > SHOWN) {
            out.println("  and " + (impact.changes().size() - SHOWN) + " more; --csv writes them all");
        }
        out.flush();
    }

    private static Rating rating(SchemeReader.Reading reading, @Nullable LocalDate day) {
        Rating rating = Rating.by(reading.versions());
        return day == null ? rating : rating.validAt(day);
    }

    private List<Row> rows() throws IOException {
        if (!Files.isRegularFile(input)) {
            throw new Csv.BadFileException(input + ": there is no such file");
        }
        List<Row> rows = new ArrayList<>();
        try (Csv.Table table = Csv.open(input)) {
            table.each(cells -> rows.add(new Row(table.named(cells))));
        }
        return rows;
    }

    private static String name(SchemeReader.Reading reading, @Nullable LocalDate day) {
        String versions = reading.versions().stream().filter(version -> day == null || version.valid().contains(day))
                .map(version -> version.version()).collect(Collectors.joining(", "));
        return reading.versions().getFirst().id() + " " + versions;
    }

    private static String state(Outcome outcome) {
        return outcome instanceof Outcome.Rated(String level, String _) ? level : word(outcome.word()) + " (" + outcome.reason() + ")";
    }

    private static String word(Object constant) {
        return constant.toString().toLowerCase(Locale.ROOT).replace('_', ' ');
    }

    private static String causes(Change change) {
        return change.causes().stream().map(ImpactCommand::cause).collect(Collectors.joining(", "));
    }

    private static String cause(Cause cause) {
        return cause.step() + " " + word(cause.kind());
    }

    private static Map<String, Long> counted(List<Change> changes, Function<Change, String> by) {
        return changes.stream().collect(Collectors.groupingBy(by, TreeMap::new, Collectors.counting()));
    }

    private static void table(PrintWriter out, String title, Map<String, Long> rows) {
        if (!rows.isEmpty()) {
            out.printf("%n%s%n", title);
            rows.forEach((name, count) -> out.printf("  %6d  %s%n", count, name));
        }
    }

    private static void quotas(PrintWriter out, Impact impact) {
        if (impact.quotasBefore().isEmpty() && impact.quotasAfter().isEmpty()) {
            return;
        }
        out.printf("%nquotas%n");
        impact.quotasBefore().forEach(use -> out.println("  before  " + Summary.quota(use)));
        impact.quotasAfter().forEach(use -> out.println("  after   " + Summary.quota(use)));
    }

    private static void writeCsv(Path path, List<Change> changes) throws IOException {
        try (BufferedWriter out = Csv.write(path)) {
            Csv.append(out, List.of("unit", "way", "from_outcome", "from_level", "from_reason", "to_outcome", "to_level", "to_reason",
                    "steps", "knock_on"));
            for (Change change : changes) {
                Csv.append(out, List.of(change.unit(), change.way().name(), change.from().word(), change.from().levelOrEmpty(),
                        change.from().reason(), change.to().word(), change.to().levelOrEmpty(), change.to().reason(),
                        change.causes().stream().map(cause -> cause.step() + ":" + cause.kind()).collect(Collectors.joining(";")),
                        Boolean.toString(change.isKnockOn())));
            }
        }
    }

    /** The report: both documents by their hashes, then what the function said. */
    private static Map<String, Object> json(SchemeReader.Reading before, SchemeReader.Reading after, Impact impact) {
        Map<String, Object> report = new LinkedHashMap<>();
        report.put("from", documents(before));
        report.put("to", documents(after));
        report.put("units", impact.units());
        report.put("changes", impact.changes().stream().map(ImpactCommand::json).toList());
        report.put("quotas_before", impact.quotasBefore());
        report.put("quotas_after", impact.quotasAfter());
        return report;
    }

    private static List<Map<String, String>> documents(SchemeReader.Reading reading) {
        return reading.versions().stream().map(version -> ordered("scheme", version.id(), "version", version.version(),
                "hash", version.document().hash())).toList();
    }

    private static Map<String, Object> json(Change change) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("unit", change.unit());
        json.put("way", change.way());
        json.put("from", json(change.from()));
        json.put("to", json(change.to()));
        json.put("causes", change.causes());
        json.put("knock_on", change.isKnockOn());
        return json;
    }

    private static Map<String, String> json(Outcome outcome) {
        return ordered("outcome", outcome.word(), "level", outcome.levelOrEmpty(), "reason", outcome.reason());
    }

    private static Map<String, String> ordered(String... pairs) {
        Map<String, String> map = new LinkedHashMap<>();
        for (int i = 0; i < pairs.length; i += 2) {
            map.put(pairs[i], pairs[i + 1]);
        }
        return map;
    }
}
