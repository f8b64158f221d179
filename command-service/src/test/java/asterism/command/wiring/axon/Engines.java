package asterism.command.wiring.axon;

import asterism.command.wiring.journal.Journal;
import asterism.command.wiring.journal.JournalDatabase;
import java.util.function.UnaryOperator;
import org.axonframework.eventsourcing.eventstore.BatchingEventStorageEngine;
import org.axonframework.serialization.Serializer;
import org.axonframework.serialization.json.JacksonSerializer;
import org.springframework.jdbc.core.simple.JdbcClient;

/** An engine over an empty journal, for each test anew. */
final class Engines {
    private static final Serializer SERIALIZER = JacksonSerializer.defaultSerializer();

    private Engines() {
    }

    static JournalStorageEngine over(Journal journal, JournalDatabase database, UnaryOperator<BatchingEventStorageEngine.Builder> more) {
        JournalStorageEngine.Builder builder = JournalStorageEngine.over(journal, new Snapshots(JdbcClient.create(database.source())))
                .eventSerializer(SERIALIZER).snapshotSerializer(SERIALIZER);
        return ((JournalStorageEngine.Builder) more.apply(builder)).build();
    }
}
