package asterism.cli.bench;

import asterism.command.wiring.journal.Append;
import asterism.command.wiring.journal.Journal;
import asterism.command.wiring.journal.NewFact;
import asterism.command.wiring.journal.Outcome;
import com.zaxxer.hikari.HikariDataSource;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;

/** The product's journal, alone: strict order, idempotency, hashes and the tree's root in the same commit. */
record JournalAppend(HikariDataSource source, Journal journal) implements Work {
    private static final LocalDate TODAY = LocalDate.of(2026, 1, 1);

    static JournalAppend open(Database database, int callers) {
        var source = database.pool(4, true);
        migrate(source);
        return new JournalAppend(source, new Journal(source));
    }

    static void migrate(HikariDataSource source) {
        Flyway.configure().dataSource(source).locations("classpath:db/command").load().migrate();
    }

    /** The first of a stream of its own. */
    static NewFact fact() {
        return new NewFact(Samples.stream(), 1, "bench.recorded/1", TODAY, Samples.metadata(), Samples.payload());
    }

    @Override
    public int once() {
        return switch (journal.append(new Append(UUID.randomUUID(), new byte[32], List.of(fact()), List.of()))) {
            case Outcome.Appended appended -> appended.facts().size();
            case Outcome.Repeated _, Outcome.OtherBody _, Outcome.Conflict _ -> throw new BenchFailure("the journal refused a new stream");
        };
    }

    @Override
    public long stored() throws SQLException {
        return stored(source);
    }

    /** Counts the rows, and makes sure that the head says the same. */
    static long stored(DataSource source) throws SQLException {
        var rows = Database.number(source, "select count(*) from journal.fact");
        if (rows != Database.number(source, "select size from journal.head")) {
            throw new BenchFailure("the journal's head does not count its rows");
        }
        return rows;
    }

    @Override
    public void close() throws SQLException {
        journal.close();
        source.close();
    }
}
