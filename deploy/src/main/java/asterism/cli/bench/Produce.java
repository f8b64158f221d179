package asterism.cli.bench;

import java.util.ArrayList;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;

/** Raw: as many facts as the relay sends, from memory, by a producer with the relay's settings; all answers are awaited in the end. */
final class Produce implements Work {
    static final int FACTS = 50_000;
    private static final String TOPIC = "bench-produced";

    private final Services services;
    private final byte[] metadata = Samples.metadata();
    private final byte[] payload = Samples.payload();
    private long sent;

    private Produce(Services services) {
        this.services = services;
    }

    static Produce open(Services services) {
        services.kafka().createTopic(TOPIC);
        return new Produce(services);
    }

    @Override
    public int once() throws InterruptedException, ExecutionException {
        var facts = services.sized(FACTS);
        var answers = new ArrayList<Future<RecordMetadata>>(facts);
        try (var producer = services.producer()) {
            for (var i = 0; i < facts; i++) {
                var told = new ProducerRecord<>(TOPIC, 0, Samples.stream(), payload);
                told.headers().add("ce_metadata", metadata);
                answers.add(producer.send(told));
            }
            for (var answer : answers) {
                answer.get();
            }
        }
        sent += facts;
        return facts;
    }

    @Override
    public boolean more() {
        return sent == 0;
    }

    @Override
    public long stored() {
        return sent;
    }

    @Override
    public void close() {
        // closed at once
    }
}
