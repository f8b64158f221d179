package asterism.command.wiring.axon;

import asterism.command.wiring.journal.Journal;
import asterism.command.wiring.journal.JournalDatabase;
import java.sql.SQLException;
import java.util.function.UnaryOperator;
import org.axonframework.eventsourcing.eventstore.EmbeddedEventStoreTest;
import org.axonframework.eventsourcing.eventstore.EventStorageEngine;
import org.junit.jupiter.api.AfterEach;

/** All of Axon's tests of an embedded event store. */
class AxonEventStoreIT extends EmbeddedEventStoreTest {
    private final JournalDatabase database = new JournalDatabase();
    private final Journal journal = new Journal(database.source());

    @Override
    public EventStorageEngine createStorageEngine() {
        return Engines.over(journal, database, UnaryOperator.identity());
    }

    @AfterEach
    void close() throws SQLException {
        journal.close();
        database.close();
    }
}
