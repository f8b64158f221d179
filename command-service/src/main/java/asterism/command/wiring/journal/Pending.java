package asterism.command.wiring.journal;

import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;

/** An append on its way, and the caller that waits for its answer or for its turn to write for everybody. */
final class Pending {
    private final Append append;
    private final Thread caller = Thread.currentThread();
    private @Nullable Outcome outcome;
    private @Nullable RuntimeException failure;
    private volatile boolean done;
    private volatile boolean leads;

    Pending(Append append) {
        this.append = append;
    }

    Append append() {
        return append;
    }

    boolean answered() {
        return outcome != null || failure != null;
    }

    void answer(Outcome answer) {
        outcome = answer;
    }

    void fail(RuntimeException why) {
        failure = why;
    }

    /** Lets the caller go on with its answer. */
    void release() {
        done = true;
        LockSupport.unpark(caller);
    }

    /** Makes the caller the one who writes. */
    void lead() {
        leads = true;
        LockSupport.unpark(caller);
    }

    /** Waits, uninterrupted, for the answer (false) or for the turn to write (true). */
    boolean awaitTurn() {
        var interrupted = false;
        while (!done && !leads) {
            LockSupport.park(this);
            interrupted |= Thread.interrupted();
        }
        if (interrupted) {
            caller.interrupt();
        }
        return !done;
    }

    Outcome result() {
        if (failure != null) {
            throw failure;
        }
        if (outcome == null) {
            throw new IllegalStateException("an append was released without an answer");
        }
        return outcome;
    }
}
