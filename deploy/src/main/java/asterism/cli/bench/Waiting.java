package asterism.cli.bench;

import asterism.command.wiring.journal.Journal;
import java.sql.SQLException;
import java.time.Duration;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;

/** From the begin of an append until another process, which waits for what follows, knows of it: PostgreSQL tells it. */
final class Waiting implements Work {
    private static final Duration PATIENCE = Duration.ofSeconds(10);
    private static final Duration SETTLED = Duration.ofMillis(2);

    private final JournalAppend append;
    private final JournalAppend other;
    private final ExecutorService waiter = Executors.newSingleThreadExecutor();
    private @Nullable Future<Boolean> told;

    private Waiting(JournalAppend append, JournalAppend other) {
        this.append = append;
        this.other = other;
    }

    static Waiting open(Database database, int callers) {
        return new Waiting(JournalAppend.open(database, callers), JournalAppend.open(database, callers));
    }

    /** Somebody begins to wait, outside of what is measured. */
    @Override
    public boolean more() {
        Journal elsewhere = other.journal();
        var head = elsewhere.head();
        told = waiter.submit(() -> elsewhere.awaitBeyond(head, PATIENCE));
        LockSupport.parkNanos(SETTLED.toNanos());
        return true;
    }

    @Override
    public int once() throws InterruptedException, ExecutionException {
        var facts = append.once();
        var waited = told;
        if (waited == null || !waited.get()) {
            throw new BenchFailure("nobody was told of an append");
        }
        return facts;
    }

    @Override
    public long stored() throws SQLException {
        return append.stored();
    }

    @Override
    public void close() throws SQLException {
        waiter.shutdownNow();
        other.close();
        append.close();
    }
}
