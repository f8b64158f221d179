package asterism.cli.bench;

import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.util.Map;
import org.axonframework.eventhandling.GenericDomainEventMessage;
import org.axonframework.messaging.unitofwork.DefaultUnitOfWork;

/** The peer of the journal: publishing to Axon's stock event store, one event in a unit of work. */
record AxonAppend(Axon axon) implements Work {

    /** An event of about the size of the other lines' facts, once Axon has written its identifier and type beside it. */
    record Recorded(String statement) {
    }

    static AxonAppend open(Database database, int callers) throws SQLException {
        return new AxonAppend(Axon.open(database, callers));
    }

    @Override
    public int once() {
        var event = new Recorded(new String(Samples.payload(), StandardCharsets.US_ASCII).substring(1).replace('"', ' '));
        var message = new GenericDomainEventMessage<>("bench", Samples.stream(), 0, event,
                Map.of("about", new String(Samples.metadata(), StandardCharsets.US_ASCII).replace('"', ' ')));
        var unit = DefaultUnitOfWork.startAndGet(message);
        unit.execute(() -> axon.store().publish(message));
        return 1;
    }

    @Override
    public long stored() throws SQLException {
        return axon.stored();
    }

    @Override
    public void close() {
        axon.close();
    }
}
