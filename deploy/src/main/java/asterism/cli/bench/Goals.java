package asterism.cli.bench;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The ratios that matter, kept as data: {@code bench/goals.csv}, or a file of the same form. */
final class Goals {
    private static final String SHIPPED = "/bench/goals.csv";
    private static final String HEADER = "measure,line,against,floor,goal";

    private Goals() {
    }

    /**
     * Reads them.
     *
     * @param file  none for the shipped ones
     * @param lines ids that a goal may name
     * @throws BenchFailure saying what is wrong with the file
     */
    static List<Goal> in(@Nullable Path file, Set<String> lines) throws IOException {
        var text = file == null ? shipped() : Files.readString(file);
        var rows = text.lines().filter(row -> !row.isBlank() && !row.startsWith("#")).toList();
        if (rows.isEmpty() || !rows.getFirst().equals(HEADER)) {
            throw new BenchFailure("the goals must begin with the row " + HEADER);
        }
        return rows.stream().skip(1).map(row -> goal(row, lines)).toList();
    }

    private static String shipped() throws IOException {
        try (var in = Goals.class.getResourceAsStream(SHIPPED)) {
            if (in == null) {
                throw new BenchFailure("the shipped goals are missing");
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    private static Goal goal(String row, Set<String> lines) {
        var cells = row.split(",", -1);
        try {
            var goal = new Goal(cells[1], cells[2], Goal.Measure.valueOf(cells[0].toUpperCase(Locale.ROOT)), Double.parseDouble(cells[3]),
                    Double.parseDouble(cells[4]));
            if (!lines.contains(goal.line()) || !lines.contains(goal.against())) {
                throw new BenchFailure("there is no such line: " + row);
            }
            return goal;
        } catch (IllegalArgumentException | ArrayIndexOutOfBoundsException e) {
            throw new BenchFailure("this is no goal: " + row, e);
        }
    }
}
