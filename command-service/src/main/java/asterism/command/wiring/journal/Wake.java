package asterism.command.wiring.journal;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.LongConsumer;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.postgresql.PGConnection;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Wakes readers when the journal grows: at once for what this process writes, by LISTEN for what others write. The head is read again
 * after each new connection and each quiet minute, so that a lost notification delays and never loses.
 */
final class Wake implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Wake.class);
    private static final int QUIET_MILLIS = 60_000;
    private static final Duration PAUSE = Duration.ofMillis(500);

    private final DataSource source;
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition grown = lock.newCondition();
    private final List<LongConsumer> listeners = new CopyOnWriteArrayList<>();
    private final Thread thread = Thread.ofPlatform().daemon().name("journal-listen").unstarted(this::listen);
    private long known;
    private volatile boolean closed;
    private volatile @Nullable Connection connection;

    Wake(DataSource source) {
        this.source = source;
        thread.start();
    }

    /** The journal reaches at least so far. */
    void reached(long head) {
        lock.lock();
        try {
            if (head <= known) {
                return;
            }
            known = head;
            grown.signalAll();
        } finally {
            lock.unlock();
        }
        for (var listener : listeners) {
            try {
                listener.accept(head);
            } catch (RuntimeException e) {
                LOG.warn("somebody who waits for the journal failed; the facts stand all the same", e);
            }
        }
    }

    boolean awaitBeyond(long position, Duration atMost) throws InterruptedException {
        var left = atMost.toNanos();
        lock.lockInterruptibly();
        try {
            while (known <= position && left > 0) {
                left = grown.awaitNanos(left);
            }
            return known > position;
        } finally {
            lock.unlock();
        }
    }

    AutoCloseable onAppended(LongConsumer listener) {
        listeners.add(listener);
        return () -> listeners.remove(listener);
    }

    private void listen() {
        while (!closed) {
            try (var current = source.getConnection()) {
                connection = current;
                listen(current);
            } catch (SQLException e) {
                if (!closed) {
                    LOG.info("the journal cannot be listened to just now: {}", e.getMessage());
                    pause();
                }
            }
        }
    }

    private void listen(Connection current) throws SQLException {
        current.setAutoCommit(true);
        try (var statement = current.createStatement()) {
            statement.execute("listen journal");
            while (!closed) {
                reached(Reader.size(current));
                var notifications = current.unwrap(PGConnection.class).getNotifications(QUIET_MILLIS);
                while (notifications != null && notifications.length > 0) {
                    reached(Long.parseLong(notifications[notifications.length - 1].getParameter()));
                    notifications = current.unwrap(PGConnection.class).getNotifications(QUIET_MILLIS);
                }
            }
        }
    }

    private void pause() {
        try {
            Thread.sleep(PAUSE);
        } catch (InterruptedException _) {
            closed = true;
        }
    }

    @Override
    public void close() throws SQLException {
        closed = true;
        thread.interrupt();
        var current = connection;
        if (current != null) {
            current.abort(Runnable::run);
        }
    }
}
