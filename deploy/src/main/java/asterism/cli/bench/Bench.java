package asterism.cli.bench;

import asterism.embedded.EmbeddedPostgres;
import java.io.PrintWriter;
import java.util.List;

/**
 * Measures lines in rounds: in each, every line has its window, raw and product lines by turns.
 *
 * @param server   a durable one
 * @param cpu      of this JVM and that server
 * @param warmUp   before the first round, unmeasured, for each line
 * @param progress is told which line is under way
 */
record Bench(EmbeddedPostgres server, Cpu cpu, int rounds, Window warmUp, Window window, PrintWriter progress) {

    /** @throws BenchFailure when a line fails, or has not stored what it acknowledged */
    Results run(List<Line> lines) {
        var results = new Results();
        for (var round = 0; round <= rounds; round++) {
            progress.print(round == 0 ? "Warm-up:" : "Round " + round + " of " + rounds + ":");
            for (var line : lines) {
                progress.print(" " + line.id());
                progress.flush();
                var measured = measure(line, round == 0 ? warmUp : window);
                if (round > 0) {
                    results.add(line, measured);
                }
            }
            progress.println();
        }
        lines.forEach(line -> results.size(line, size(line)));
        return results;
    }

    private Measured measure(Line line, Window window) {
        var database = database(line);
        server.createDatabase(database.name());
        try (var work = line.worker().open(database, line.callers())) {
            try (var pool = database.pool(1, true)) {
                Database.run(pool, "checkpoint"); // what the line before has left to write is not this line's work
            }
            return window.measure(line, work, cpu);
        } catch (BenchFailure e) {
            throw e;
        } catch (Exception e) {
            throw new BenchFailure(line.id() + ": " + e.getMessage(), e);
        }
    }

    private Results.Size size(Line line) {
        var database = database(line);
        try (var work = line.worker().open(database, 1); var pool = database.pool(1, true)) {
            return new Results.Size(work.stored(), Database.number(pool, "select pg_database_size(current_database())"));
        } catch (Exception e) {
            throw new BenchFailure(line.id() + ": " + e.getMessage(), e);
        }
    }

    private Database database(Line line) {
        return new Database(server, line.database());
    }
}
