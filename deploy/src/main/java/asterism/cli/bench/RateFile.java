package asterism.cli.bench;

import java.io.BufferedReader;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import java.util.concurrent.TimeUnit;

/**
 * The rating of a file by {@code asterism rate}, in a process of its own, with its start; or, as the raw line, the same file read cell
 * by cell and written again with three more columns, in this process. Nothing is stored in the database; the rows of the results count.
 */
final class RateFile implements Work {
    /** As many as the published star ratings of a country's care homes over five quarters. */
    private static final int COUNTRY = 15_690;
    private static final int MILLION = 1_000_000;
    private static final long SEED = 20_260_101;
    private static final int PATIENCE_MINUTES = 10;

    private final Path folder;
    private final Tally done;
    private final int rows;
    private final Rater rater;

    /** Makes the result file out of the input. */
    private interface Rater {
        void rate(Path input, Path output) throws IOException, InterruptedException;
    }

    private RateFile(Path folder, String name, int rows, Rater rater) {
        this.done = new Tally(folder.resolve(name + ".rows"));
        this.folder = folder;
        this.rows = rows;
        this.rater = rater;
    }

    /** A country's homes by its scheme. */
    static RateFile country(Services services) throws IOException {
        var scheme = scheme(services.folder(), "/schemes/au-aged-care.yaml");
        return homes(services, "rate", (input, output) -> rateAlone(scheme, input, output, List.of()));
    }

    /** The same file, only copied. */
    static RateFile copy(Services services) throws IOException {
        return homes(services, "copy", RateFile::copied);
    }

    /** A million rows of a points scheme, in a heap of 512 MB. */
    static RateFile million(Services services) throws IOException {
        var scheme = scheme(services.folder(), "/bench/points.yaml");
        var random = new Random(SEED);
        var rows = services.sized(MILLION);
        var input = input(services.folder(), rows, "unit,name,a,b,c,d", row -> "U%07d,Branch number %d,%s,%s,%s,%s".formatted(row, row,
                mark(random), mark(random), mark(random), mark(random)));
        return new RateFile(input, "million", rows, (from, to) -> rateAlone(scheme, from, to, List.of("-Xmx512m")));
    }

    private static RateFile homes(Services services, String name, Rater rater) throws IOException {
        var random = new Random(SEED);
        var rows = services.sized(COUNTRY);
        var input = input(services.folder(), rows,
                "unit_id,service_name,state,size,period,residents_experience,compliance,staffing,quality_measures",
                row -> "H%05d,Home number %d,%s,Small,2023-%02d-01,%s,%s,%s,%s".formatted(row, row, "NSW", 1 + row % 12, stars(random),
                        stars(random), stars(random), stars(random)));
        return new RateFile(input, name, rows, rater);
    }

    private static String stars(Random random) {
        return random.nextInt(40) == 0 ? "" : Integer.toString(1 + random.nextInt(5));
    }

    private static String mark(Random random) {
        return Integer.toString(40 + random.nextInt(61));
    }

    /** One line of a table. */
    private interface RowOf {
        String line(int row);
    }

    /** A folder with the table in it, written once. */
    private static Path input(Path parent, int rows, String header, RowOf line) throws IOException {
        var folder = Files.createDirectories(parent.resolve("rating-" + rows));
        var file = folder.resolve("rows.csv");
        if (!Files.exists(file)) {
            try (BufferedWriter out = Files.newBufferedWriter(file)) {
                out.write(header + "\n");
                for (var row = 1; row <= rows; row++) {
                    out.write(line.line(row) + "\n");
                }
            }
        }
        return folder;
    }

    private static Path scheme(Path parent, String resource) throws IOException {
        var file = parent.resolve(resource.substring(resource.lastIndexOf('/') + 1));
        try (InputStream in = Objects.requireNonNull(RateFile.class.getResourceAsStream(resource), resource)) {
            Files.write(file, in.readAllBytes());
        }
        return file;
    }

    private static void rateAlone(Path scheme, Path input, Path output, List<String> jvm) throws IOException, InterruptedException {
        var command = Itself.command(jvm, "rate", "--scheme", scheme.toString(), "--input", input.toString(),
                "--output", output.toString());
        var said = output.resolveSibling("said.txt");
        var process = new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(said.toFile()).start();
        if (!process.waitFor(PATIENCE_MINUTES, TimeUnit.MINUTES) || process.exitValue() != 0) {
            process.destroy();
            throw new BenchFailure("rate failed: " + Files.readString(said));
        }
    }

    private static void copied(Path input, Path output) throws IOException {
        try (BufferedReader in = Files.newBufferedReader(input); BufferedWriter out = Files.newBufferedWriter(output)) {
            for (var line = in.readLine(); line != null; line = in.readLine()) {
                out.write(String.join(",", line.split(",", -1)) + ",,,\n");
            }
        }
    }

    @Override
    public int once() throws IOException, InterruptedException {
        var output = folder.resolve("out.csv");
        rater.rate(folder.resolve("rows.csv"), output);
        try (var lines = Files.lines(output)) {
            done.add(lines.count() - 1);
        }
        Files.delete(output);
        return rows;
    }

    @Override
    public long stored() throws IOException {
        return done.sum();
    }

    @Override
    public void close() {
        // the ground removes the folder
    }
}
