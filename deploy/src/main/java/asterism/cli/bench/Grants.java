package asterism.cli.bench;

import asterism.events.ApplicationId;
import asterism.events.BranchId;
import asterism.events.DecisionId;
import asterism.events.Envelope;
import asterism.events.Event;
import asterism.events.EventJson;
import asterism.events.EventTypes;
import asterism.events.Keys;
import asterism.events.Level;
import asterism.events.RoundId;
import asterism.events.StandingEvent.Change;
import asterism.events.StandingEvent.LevelGranted;
import asterism.journal.Carried;
import asterism.journal.Recorded;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import java.util.stream.LongStream;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;

/**
 * What the projection lines follow: stars granted to a thousand branches by turns, ten to each, then to the next thousand. Prepared
 * before the time counts, sent within it with the settings of the relay.
 */
record Grants(KafkaProducer<String, byte[]> producer, List<ProducerRecord<String, byte[]>> records) implements AutoCloseable {
    private static final int FACTS = 10_000;
    private static final int BRANCHES = 1_000;
    private static final int EACH = 10;
    private static final LocalDate FIRST = LocalDate.of(2020, 1, 1);
    private static final Instant BEGINNING = Instant.parse("2026-01-01T00:00:00Z");

    /** The next ones after a position. */
    static Grants after(long position, Services services, String topic) {
        return new Grants(services.producer(), LongStream.rangeClosed(position + 1, position + services.sized(FACTS))
                .mapToObj(at -> record(topic, at)).toList());
    }

    private static ProducerRecord<String, byte[]> record(String topic, long position) {
        var fact = fact(position);
        var sent = new ProducerRecord<>(topic, 0, fact.stream(), fact.payload());
        Carried.headers(fact).forEach(sent.headers()::add);
        return sent;
    }

    private static Recorded fact(long position) {
        var place = (int) ((position - 1) % (BRANCHES * EACH));
        var branch = new BranchId("b%d-%d".formatted((position - 1) / (BRANCHES * EACH), place % BRANCHES));
        var turn = place / BRANCHES + 1;
        var granted = new LevelGranted(branch, new DecisionId("d" + position), new ApplicationId(new RoundId("r" + turn), branch),
                new Level("S" + (turn % 5 + 1)), turn == 1 ? Change.FIRST : Change.PROMOTED, FIRST.plusMonths(turn), null);
        var envelope = new Envelope(new UUID(1, position), "GrantLevel", "system/bench", null, "as decided", null, List.of(), null);
        return new Recorded(position, new UUID(2, position), granted.stream().toString(), turn, name(granted), granted.from(),
                BEGINNING.plusMillis(position), EventJson.write(envelope), EventJson.write(granted, new UUID(2, position), Keys.NONE));
    }

    private static String name(Event event) {
        return EventTypes.nameOf(event.getClass());
    }

    /** Sends them all from a thread of its own; nobody waits for Kafka's answers, as what is read in the end is what counts. */
    void send() {
        Thread.ofPlatform().name("grants").start(() -> {
            for (var record : records) {
                var _ = producer.send(record);
            }
            producer.flush();
        });
    }

    @Override
    public void close() {
        producer.close();
    }
}
