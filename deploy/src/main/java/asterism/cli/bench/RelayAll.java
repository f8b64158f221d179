package asterism.cli.bench;

import asterism.command.wiring.journal.Append;
import asterism.command.wiring.journal.Journal;
import asterism.command.wiring.relay.Relay;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Stream;

/** The product's relay: facts that the journal holds already are read and sent, and the mark moves once Kafka has them all. */
final class RelayAll implements Work {
    private static final int AT_ONCE = 1_000;
    private static final Duration PATIENCE = Duration.ofMinutes(2);
    private static final Duration LOOK = Duration.ofMillis(1);

    private final Relay relay;
    private final Journal journal;
    private final int facts;
    private boolean sent;

    private RelayAll(Relay relay, Journal journal, int facts) {
        this.relay = relay;
        this.journal = journal;
        this.facts = facts;
    }

    /** Records what is to be sent. */
    static RelayAll open(Services services, Database database) {
        var service = services.commands(database);
        var journal = service.getBean(Journal.class);
        var facts = services.sized(Produce.FACTS);
        for (var written = 0; written < facts; written += AT_ONCE) {
            journal.append(new Append(UUID.randomUUID(), new byte[32], Stream.generate(JournalAppend::fact)
                    .limit(Math.min(AT_ONCE, facts - written)).toList(), List.of()));
        }
        return new RelayAll(service.getBean(Relay.class), journal, (int) (journal.head() - service.getBean(Relay.class).position()));
    }

    @Override
    public int once() {
        sent = true;
        var deadline = System.nanoTime() + PATIENCE.toNanos();
        relay.start();
        while (relay.acknowledged() < journal.head()) {
            if (System.nanoTime() > deadline) {
                throw new BenchFailure("the relay stands at " + relay.acknowledged() + ", not at " + journal.head());
            }
            LockSupport.parkNanos(LOOK.toNanos());
        }
        relay.stop();
        return facts;
    }

    @Override
    public boolean more() {
        return !sent;
    }

    @Override
    public long stored() {
        return relay.position();
    }

    /** The service goes on. */
    @Override
    public void close() {
    }
}
