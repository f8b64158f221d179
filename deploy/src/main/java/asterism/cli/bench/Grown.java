package asterism.cli.bench;

import asterism.command.wiring.journal.Journal;
import com.zaxxer.hikari.HikariDataSource;
import java.sql.SQLException;
import java.util.concurrent.atomic.AtomicLong;

/** The journal alone, once it holds what {@code --rebuild} says: appended to, or looked through row by row as the self-check does. */
final class Grown {
    /** The journal keeps two of them for itself. */
    private static final int CONNECTIONS = 4;

    private Grown() {
    }

    /** More facts on top. */
    static Work append(Services services, Database database, long facts) throws SQLException {
        grow(services, database, facts);
        return JournalAppend.open(database, 1);
    }

    /** Every row hashed again and held against the root; a call counts as many facts as there are. */
    static Work check(Services services, Database database, long facts) throws SQLException {
        grow(services, database, facts);
        var source = database.pool(CONNECTIONS, true);
        return new Check(source, new Journal(source), new AtomicLong());
    }

    private static void grow(Services services, Database database, long facts) throws SQLException {
        var source = database.pool(CONNECTIONS, true);
        JournalAppend.migrate(source);
        try (source; var journal = new Journal(source)) {
            if (journal.head() == 0) {
                Histories.fill(journal, services.sized(Math.toIntExact(facts)), services.sized(Histories.BRANCHES));
            }
        }
    }

    private record Check(HikariDataSource source, Journal journal, AtomicLong checked) implements Work {
        @Override
        public int once() {
            if (!journal.verify().sound()) {
                throw new BenchFailure("the journal is not sound");
            }
            checked.addAndGet(journal.head());
            return Math.toIntExact(journal.head());
        }

        @Override
        public long stored() {
            return checked.get();
        }

        @Override
        public void close() throws SQLException {
            journal.close();
            source.close();
        }
    }
}
