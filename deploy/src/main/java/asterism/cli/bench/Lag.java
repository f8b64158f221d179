package asterism.cli.bench;

import asterism.query.projecting.Projector;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;
import java.util.concurrent.locks.ReentrantLock;

/**
 * How long a fact takes from the topic until every projection shows it: a call sends one and waits. At a rate, the calls begin that many
 * times a second, whether or not those before have ended; idle, one after the other with a pause between.
 */
final class Lag implements Work {
    private static final Duration LOOK = Duration.ofNanos(200_000);
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final Projector projector;
    private final Grants grants;
    private final Duration apart;
    private final ReentrantLock order = new ReentrantLock();
    private final AtomicLong slots = new AtomicLong();
    private final long before;
    private volatile long began;
    private int sent;

    private Lag(Projector projector, Grants grants, Duration apart) {
        this.projector = projector;
        this.grants = grants;
        this.apart = apart;
        this.before = projector.applied();
    }

    static Lag open(Services services, Database database, Duration apart) {
        var projector = ProjectorFollow.pages(services, database).getBean(Projector.class);
        return new Lag(projector, Grants.after(projector.applied(), services, ProjectorFollow.TOPIC), apart);
    }

    /** Waits for its turn, outside of what is measured. */
    @Override
    public boolean more() {
        if (began == 0) {
            began = System.nanoTime();
        }
        var turn = slots.getAndIncrement();
        if (turn >= grants.records().size()) {
            return false;
        }
        LockSupport.parkNanos(began + turn * apart.toNanos() - System.nanoTime());
        return true;
    }

    @Override
    public int once() {
        var position = send();
        var deadline = System.nanoTime() + PATIENCE.toNanos();
        while (projector.applied() < position) {
            if (System.nanoTime() > deadline) {
                throw new BenchFailure("the projections stand at " + projector.applied() + ", not at " + position);
            }
            LockSupport.parkNanos(LOOK.toNanos());
        }
        return 1;
    }

    private long send() {
        order.lock();
        try {
            var _ = grants.producer().send(grants.records().get(sent));
            return before + ++sent;
        } finally {
            order.unlock();
        }
    }

    @Override
    public long stored() {
        return projector.applied();
    }

    /** The service goes on. */
    @Override
    public void close() {
        grants.close();
    }
}
