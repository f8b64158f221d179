package asterism.command.wiring.relay;

import asterism.command.wiring.Lease;
import asterism.command.wiring.Liveness;
import asterism.command.wiring.Mark;
import asterism.command.wiring.Worker;
import asterism.command.wiring.journal.Journal;
import asterism.events.EventJson;
import asterism.journal.Carried;
import asterism.journal.Recorded;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.tracing.Span;
import io.micrometer.tracing.propagation.Propagator;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.jspecify.annotations.Nullable;
import org.springframework.kafka.core.KafkaAdmin;
import org.springframework.kafka.core.ProducerFactory;

/**
 * Sends what the journal records to Kafka, by one process at a time. The mark moves after Kafka acknowledged, so after a fault
 * facts may come twice and never not at all; readers take position = last + 1 and let the rest pass.
 */
public final class Relay extends Worker {
    private static final int BATCH = 1_000;
    private static final int MOST_UNDERWAY = 4;
    private static final Duration LOOK = Duration.ofSeconds(1);

    private final Journal journal;
    private final Lease lease;
    private final Mark mark;
    private final ProducerFactory<String, byte[]> kafka;
    private final KafkaAdmin topics;
    private final String topic;
    private final Liveness liveness;
    private final Propagator traces;
    private @Nullable Sending sending;
    private volatile long acknowledged;

    Relay(Journal journal, Lease lease, Mark mark, ProducerFactory<String, byte[]> kafka, KafkaAdmin topics, String topic,
          Liveness liveness, MeterRegistry metrics, Propagator traces) {
        super("relay");
        this.journal = journal;
        this.lease = lease;
        this.mark = mark;
        this.kafka = kafka;
        this.topics = topics;
        this.topic = topic;
        this.liveness = liveness;
        this.traces = traces;
        metrics.gauge("asterism.relay.lag", this, relay -> relay.journal.head() - relay.mark.position());
    }

    /** A producer, and the batches it has not yet heard of. */
    private static final class Sending {
        final Producer<String, byte[]> producer;
        final ArrayDeque<Batch> underway = new ArrayDeque<>();
        long sent;

        Sending(Producer<String, byte[]> producer, long from) {
            this.producer = producer;
            sent = from;
        }
    }

    private record Batch(long last, List<Future<RecordMetadata>> answers, List<Span> spans) {
    }

    /** The position of the last fact Kafka acknowledged to this process. */
    public long acknowledged() {
        return acknowledged;
    }

    /** The position of the last fact Kafka acknowledged, to whichever process. */
    public long position() {
        return mark.position();
    }

    @Override
    protected void round() throws InterruptedException {
        if (!lease.hold()) {
            stopSending();
            liveness.alive();
            Thread.sleep(LOOK);
            return;
        }
        try {
            relay(sending());
            liveness.alive();
        } catch (ExecutionException e) {
            stopSending();
            throw new IllegalStateException("Kafka did not take a fact", e);
        } catch (RuntimeException e) {
            stopSending();
            throw e;
        }
    }

    private void relay(Sending on) throws InterruptedException, ExecutionException {
        List<Recorded> next = journal.after(on.sent, BATCH);
        if (!next.isEmpty()) {
            List<Span> spans = next.stream().flatMap(fact -> span(fact).stream()).toList();
            List<Future<RecordMetadata>> answers = next.stream().map(fact -> on.producer.send(record(fact))).toList();
            on.underway.add(new Batch(next.getLast().position(), answers, spans));
            on.sent = next.getLast().position();
        }
        boolean idle = next.isEmpty();
        while (on.underway.size() > (idle ? 0 : MOST_UNDERWAY)) {
            settle(on.underway.removeFirst());
        }
        if (idle) {
            journal.awaitBeyond(on.sent, LOOK);
        }
    }

    private void settle(Batch batch) throws InterruptedException, ExecutionException {
        for (Future<RecordMetadata> answer : batch.answers()) {
            answer.get();
        }
        mark.move(batch.last());
        acknowledged = batch.last();
        batch.spans().forEach(Span::end);
    }

    private Optional<Span> span(Recorded fact) {
        return EventJson.traceparent(fact.metadata()).map(parent -> traces.extract(Map.of("traceparent", parent), Map::get)
                .kind(Span.Kind.PRODUCER).name("relay").tag("position", fact.position()).start());
    }

    private Sending sending() {
        Sending on = sending;
        if (on == null) {
            topics.initialize();
            acknowledged = mark.position();
            on = new Sending(kafka.createProducer(), acknowledged);
            sending = on;
        }
        return on;
    }

    private void stopSending() {
        Sending on = sending;
        sending = null;
        if (on != null) {
            on.producer.close(LOOK);
        }
    }

    private ProducerRecord<String, byte[]> record(Recorded fact) {
        ProducerRecord<String, byte[]> sent = new ProducerRecord<>(topic, 0, TopicKey.of(fact), fact.payload());
        Carried.headers(fact).forEach(sent.headers()::add);
        return sent;
    }

    @Override
    protected void end() {
        stopSending();
        lease.close();
    }
}
