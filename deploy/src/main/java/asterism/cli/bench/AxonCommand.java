package asterism.cli.bench;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.sql.SQLException;
import java.util.concurrent.ThreadLocalRandom;
import org.axonframework.commandhandling.CommandBus;
import org.axonframework.commandhandling.SimpleCommandBus;
import org.axonframework.commandhandling.gateway.CommandGateway;
import org.axonframework.commandhandling.gateway.DefaultCommandGateway;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.eventsourcing.EventSourcingRepository;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.axonframework.modelling.command.AggregateLifecycle;
import org.axonframework.modelling.command.Repository;
import org.jspecify.annotations.Nullable;

/** The peer of the command path: Axon's command bus, an event-sourced aggregate in its stock repository, its stock JDBC event store. */
record AxonCommand(Axon axon, CommandGateway gateway, Subjects subjects) implements Work {

    record RecordAttempt(String log, String rule, String asked, String subject) {
    }

    record AttemptRefused(@JsonProperty("log") String log, @JsonProperty("rule") String rule, @JsonProperty("asked") String asked,
            @JsonProperty("subject") String subject) {
    }

    /** The refused attempts of one person, as the product's command keeps them. */
    static final class Log {
        @AggregateIdentifier
        private @Nullable String log;
        private int attempts;

        void record(RecordAttempt attempt) {
            AggregateLifecycle.apply(new AttemptRefused(attempt.log(), attempt.rule(), attempt.asked(), attempt.subject()));
        }

        @EventSourcingHandler
        void on(AttemptRefused refused) {
            log = refused.log();
            attempts++;
        }

        @Override
        public String toString() {
            return log + ": " + attempts;
        }
    }

    static AxonCommand open(Database database, int callers) throws SQLException {
        var axon = Axon.open(database, callers);
        Repository<Log> logs = EventSourcingRepository.builder(Log.class).eventStore(axon.store()).build();
        CommandBus bus = SimpleCommandBus.builder().build();
        bus.subscribe(RecordAttempt.class.getName(), message -> {
            var attempt = (RecordAttempt) message.getPayload();
            return logs.loadOrCreate(attempt.log(), Log::new).invoke(log -> {
                log.record(attempt);
                return attempt.log();
            });
        });
        return new AxonCommand(axon, DefaultCommandGateway.builder().commandBus(bus).build(), new Subjects());
    }

    @Override
    public int once() {
        var subject = subjects.take();
        var padding = Samples.words(150, ThreadLocalRandom.current());
        gateway.sendAndWait(new RecordAttempt(subject.id(), "separation.bench", "RecordAttempt", "bench/" + padding));
        subjects.giveBack(subject);
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
