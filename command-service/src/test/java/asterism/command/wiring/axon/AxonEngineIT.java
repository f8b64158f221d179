package asterism.command.wiring.axon;

import asterism.command.wiring.journal.Journal;
import asterism.command.wiring.journal.JournalDatabase;
import java.sql.SQLException;
import java.util.function.UnaryOperator;
import org.axonframework.eventsourcing.eventstore.BatchingEventStorageEngine;
import org.axonframework.eventsourcing.eventstore.BatchingEventStorageEngineTest;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;

/** All of Axon's tests of a batching storage engine. */
class AxonEngineIT extends BatchingEventStorageEngineTest<BatchingEventStorageEngine, BatchingEventStorageEngine.Builder> {
    private final JournalDatabase database = new JournalDatabase();
    private final Journal journal = new Journal(database.source());

    @BeforeEach
    void an_engine() {
        setTestSubject(createEngine());
    }

    @Override
    protected BatchingEventStorageEngine createEngine(UnaryOperator<BatchingEventStorageEngine.Builder> customization) {
        return Engines.over(journal, database, customization);
    }

    @AfterEach
    void close() throws SQLException {
        journal.close();
        database.close();
    }
}
