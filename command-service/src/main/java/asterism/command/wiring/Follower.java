package asterism.command.wiring;

import asterism.command.wiring.journal.Journal;
import asterism.journal.Recorded;
import java.time.Duration;
import java.util.List;

/** Takes in what is recorded, in its order, and sees to what came of it; one process at a time, the one that holds the lease. */
public abstract class Follower extends Worker {
    private static final Duration LOOK = Duration.ofSeconds(1);
    private static final int BATCH = 1_000;
    private final Journal journal;
    private final Lease lease;

    protected Follower(String name, Journal journal, Lease lease) {
        super(name);
        this.journal = journal;
        this.lease = lease;
    }

    /** The position up to which facts were taken in. */
    protected abstract long position();

    /** Takes in facts, the last of which is at that position, once and for all. */
    protected abstract void take(List<Recorded> facts, long upTo);

    /** Sees to what waits. */
    protected abstract void tend();

    /** Whether this process may still do it; asked before each thing that takes long. */
    protected final boolean holds() {
        return lease.hold();
    }

    @Override
    protected final void round() throws InterruptedException {
        if (!lease.hold()) {
            Thread.sleep(LOOK);
            return;
        }
        long position = position();
        List<Recorded> next = journal.after(position, BATCH);
        if (!next.isEmpty()) {
            position = next.getLast().position();
            take(next, position);
        }
        tend();
        if (next.size() < BATCH) {
            journal.awaitBeyond(position, LOOK);
        }
    }

    @Override
    protected final void end() {
        lease.close();
    }
}
