package asterism.campaign;

import asterism.campaign.Round.Result;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The file that keeps what all rounds of the campaign counted: a line each, added when the round is over. */
final class Results {
    static final List<Fault> KILLS = List.of(Fault.WRITER_KILLED, Fault.RELAY_KILLED, Fault.PROJECTOR_KILLED,
            Fault.COMMANDS_KILLED, Fault.HOUSE_KILLED);
    private static final String HEAD = "of,seed,commit,kills,acknowledged,facts,rest_ms,findings,"
            + Arrays.stream(Fault.values()).map(fault -> fault.name().toLowerCase(Locale.ROOT)).collect(Collectors.joining(","));
    private static final int IN_TIME_MILLIS = 30_000;
    private final Path file;
    private final List<String[]> rows;

    private Results(Path file, List<String[]> rows) {
        this.file = file;
        this.rows = rows;
    }

    static Results read(Path file) throws IOException {
        if (!Files.exists(file)) {
            Files.writeString(file, HEAD + "\n");
        }
        return new Results(file, new ArrayList<>(Files.readAllLines(file).stream().skip(1).map(line -> line.split(",", -1)).toList()));
    }

    /** The first seed from that one on that was not played. */
    long nextSeed(long from) {
        return Math.max(from, 1 + rows.stream().mapToLong(row -> Long.parseLong(row[1])).max().orElse(0));
    }

    /** How many processes were killed in all rounds of that kind. */
    int kills(String of) {
        return rows.stream().filter(row -> row[0].equals(of)).mapToInt(row -> Integer.parseInt(row[3])).sum();
    }

    int rounds() {
        return rows.size();
    }

    /** Over all rounds. */
    int sum(String column) {
        return rows.stream().mapToInt(row -> count(row, column)).sum();
    }

    /** What was lost, doubled or swapped in the rounds in which something of that kind was killed. */
    int findings(Fault kill) {
        return rows.stream().filter(row -> count(row, kill.name()) > 0).mapToInt(row -> count(row, "findings") - (late(row) ? 1 : 0)).sum();
    }

    /** Rounds after which the projections did not come to the head in time, which is their finding. */
    long late() {
        return rows.stream().filter(Results::late).count();
    }

    private static boolean late(String[] row) {
        return count(row, "rest_ms") > IN_TIME_MILLIS;
    }

    private static int count(String[] row, String column) {
        return Integer.parseInt(row[List.of(HEAD.split(",", -1)).indexOf(column.toLowerCase(Locale.ROOT))]);
    }

    void add(String of, long seed, Result result) throws IOException {
        Map<Fault, Integer> faults = result.faults();
        int kills = KILLS.stream().mapToInt(fault -> faults.getOrDefault(fault, 0)).sum();
        String row = Stream.concat(Stream.of(of, seed, commit(), kills, result.acknowledged(), result.facts(), result.restMillis(),
                        result.findings().size()), Arrays.stream(Fault.values()).map(fault -> faults.getOrDefault(fault, 0)))
                .map(String::valueOf).collect(Collectors.joining(","));
        rows.add(row.split(",", -1));
        Files.writeString(file, row + "\n", StandardOpenOption.APPEND);
    }

    /** {@code -Dcommit} where the build is a copy of it. */
    private static String commit() throws IOException {
        String built = System.getProperty("commit");
        if (built != null) {
            return built;
        }
        try (var said = new ProcessBuilder("git", "rev-parse", "--short", "HEAD").start().inputReader()) {
            String line = said.readLine();
            return line == null ? "unknown" : line;
        }
    }
}
