package asterism.cli;

import asterism.rating.CohortRating;
import asterism.rating.NoShareException;
import asterism.rating.Rating;
import asterism.rating.Row;
import asterism.rating.SchemeReader;
import asterism.rating.UnitRating;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Rates a table of units by a scheme document, offline. */
@Command(name = "rate", mixinStandardHelpOptions = true, description = "Rates a CSV table of units by a scheme document.",
        exitCodeListHeading = "Exit codes:%n",
        exitCodeList = {"0:all rows were rated", "1:the scheme has errors, or a quota has no share for a cohort",
            "2:wrong use, unreadable file"})
public final class RateCommand implements Callable<Integer> {
    private static final int PROGRESS_EVERY = 100_000;

    @Spec
    private CommandSpec spec;

    @Option(names = "--scheme", required = true, paramLabel = "S.yaml", description = "The scheme document, one or more versions.")
    private Path scheme;

    @Option(names = "--input", required = true, paramLabel = "rows.csv[.gz]", description = "One row per unit (and period).")
    private Path input;

    @Option(names = "--output", required = true, paramLabel = "out.csv[.gz]",
            description = "All columns of the input, then outcome, level, reason.")
    private Path output;

    @Option(names = "--trace", paramLabel = "trace.jsonl[.gz]", description = "Writes the account of each unit as JSON lines.")
    private @Nullable Path trace;

    @Option(names = "--valid-at", paramLabel = "DATE", description = "Rates every row by the version in force on this day, YYYY-MM-DD.")
    private @Nullable LocalDate validAt;

    /** Made by picocli, which fills the fields. */
    @SuppressWarnings("NullAway") // picocli fills the fields before call()
    public RateCommand() {
    }

    @Override
    public Integer call() throws IOException {
        PrintWriter err = spec.commandLine().getErr();
        try {
            SchemeReader.Reading reading = SchemeFiles.reading(scheme);
            if (reading.hasErrors()) {
                reading.findings().forEach(err::println);
                return 1;
            }
            rate(reading, err);
            return 0;
        } catch (NoShareException e) {
            err.println(e.getMessage());
            return 1;
        } catch (Csv.BadFileException e) {
            err.println(e.getMessage());
            return 2;
        }
    }

    private void rate(SchemeReader.Reading reading, PrintWriter err) throws IOException {
        if (!Files.isRegularFile(input)) {
            throw new Csv.BadFileException(input + ": there is no such file");
        }
        Rating rating = Rating.by(reading.versions());
        rating = validAt == null ? rating : rating.validAt(validAt);
        rating = trace == null ? rating.withoutTrace() : rating;
        try (Csv.Table table = Csv.open(input); Result result = new Result(output, trace)) {
            Summary summary = new Summary(reading.versions(), table.header());
            result.header(table.header());
            if (rating.needsCohort()) {
                cohort(rating, table, result, summary);
            } else {
                oneByOne(rating, table, result, summary, err);
            }
            result.keep();
            summary.print(err);
        }
    }

    private static void oneByOne(Rating rating, Csv.Table table, Result result, Summary summary, PrintWriter err) throws IOException {
        long[] count = {0};
        table.each(cells -> {
            Row row = new Row(table.named(cells));
            UnitRating unit = rating.rateUnit(row);
            result.unit(cells, unit);
            summary.add(row, unit);
            if (++count[0] % PROGRESS_EVERY == 0) {
                err.println(count[0] + " rows rated …");
                err.flush();
            }
        });
    }

    private static void cohort(Rating rating, Csv.Table table, Result result, Summary summary) throws IOException {
        List<List<String>> cells = new ArrayList<>();
        List<Row> rows = new ArrayList<>();
        table.each(row -> {
            cells.add(row);
            rows.add(new Row(table.named(row)));
        });
        CohortRating rated = rating.rate(rows);
        for (int i = 0; i < rows.size(); i++) {
            result.unit(cells.get(i), rated.units().get(i));
            summary.add(rows.get(i), rated.units().get(i));
        }
        summary.quotas(rated.quotas());
    }

    /** The result file and the trace, put in place only once they are whole. */
    private static final class Result implements AutoCloseable {
        private final Path output;
        private final @Nullable Path trace;
        private final BufferedWriter rows;
        private final @Nullable BufferedWriter lines;
        private boolean whole;

        Result(Path output, @Nullable Path trace) throws IOException {
            this.output = output;
            this.trace = trace;
            this.rows = writer(output);
            this.lines = trace == null ? null : writer(trace);
        }

        private static BufferedWriter writer(Path path) throws IOException {
            try {
                return Csv.write(part(path));
            } catch (IOException e) {
                throw new Csv.BadFileException(path + ": cannot be written: " + e.getMessage());
            }
        }

        /** Beside the file, under a name that keeps its ending. */
        private static Path part(Path path) {
            return Files.exists(path) && !Files.isRegularFile(path) ? path : path.resolveSibling(".part-" + path.getFileName());
        }

        void header(List<String> header) throws IOException {
            List<String> cells = new ArrayList<>(header);
            cells.addAll(List.of("outcome", "level", "reason"));
            Csv.append(rows, cells);
        }

        void unit(List<String> row, UnitRating unit) throws IOException {
            List<String> cells = new ArrayList<>(row);
            cells.addAll(List.of(unit.outcome().word(), unit.outcome().levelOrEmpty(), unit.outcome().reason()));
            Csv.append(rows, cells);
            if (lines != null) {
                lines.write(unit.traceJson());
            }
        }

        void keep() {
            whole = true;
        }

        @Override
        public void close() throws IOException {
            rows.close();
            settle(output);
            if (lines != null && trace != null) {
                lines.close();
                settle(trace);
            }
        }

        private void settle(Path path) throws IOException {
            Path part = part(path);
            if (part.equals(path)) {
                return;
            }
            if (whole) {
                Files.move(part, path, StandardCopyOption.REPLACE_EXISTING);
            } else {
                Files.deleteIfExists(part);
            }
        }
    }
}
