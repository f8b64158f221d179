package asterism.command.wiring.journal;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/**
 * Group commit: the caller that finds nobody writing writes for all who wait, then hands the turn to the next. Callers hold no connection
 * while they wait.
 */
final class Turns {
    private static final int MOST_FACTS = 2_000;
    private static final int MOST_BYTES = 1 << 20;

    private final Consumer<List<Pending>> writer;
    private final ArrayDeque<Pending> waiting = new ArrayDeque<>();
    private boolean busy;

    /** @param writer answers every append of a batch, and throws nothing; one batch at a time, from changing threads */
    Turns(Consumer<List<Pending>> writer) {
        this.writer = writer;
    }

    Outcome take(Append append) {
        var mine = new Pending(append);
        if (enter(mine) || mine.awaitTurn()) {
            var batch = nextBatch();
            var interrupted = Thread.interrupted(); // an interrupt during socket I/O would close the connection that all share
            try {
                writer.accept(batch);
            } finally {
                handOver();
                batch.forEach(Pending::release);
                if (interrupted) {
                    Thread.currentThread().interrupt();
                }
            }
        }
        return mine.result();
    }

    private synchronized boolean enter(Pending mine) {
        waiting.add(mine);
        var leads = !busy;
        busy = true;
        return leads;
    }

    /** The longest waiting, the caller's own among them, up to the cap. */
    private synchronized List<Pending> nextBatch() {
        var batch = new ArrayList<Pending>();
        var facts = 0;
        var bytes = 0;
        do {
            var next = waiting.removeFirst();
            batch.add(next);
            facts += next.append().facts().size();
            bytes += next.append().size();
        } while (!waiting.isEmpty() && facts < MOST_FACTS && bytes < MOST_BYTES);
        return batch;
    }

    private synchronized void handOver() {
        if (waiting.isEmpty()) {
            busy = false;
        } else {
            waiting.getFirst().lead();
        }
    }
}
