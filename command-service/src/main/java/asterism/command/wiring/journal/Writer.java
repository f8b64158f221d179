package asterism.command.wiring.journal;

import java.sql.SQLException;
import java.time.Duration;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.locks.LockSupport;
import java.util.function.LongConsumer;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/** Writes batches, one at a time: quickly while this process writes alone and nobody collides, carefully else. */
final class Writer implements AutoCloseable {
    /** How many batches lock the head first after another process was seen writing. */
    private static final int WARY = 32;
    private static final Duration LONGEST_PAUSE = Duration.ofMillis(250);

    private final DataSource source;
    private final InstantSource clock;
    private final Duration patience;
    private final LongConsumer appended;
    private final Versions versions = new Versions();
    private @Nullable Session session;
    private @Nullable Head head;
    private int wary;

    /**
     * @param patience how long a batch is tried again when the database does not answer
     * @param appended told the new size after each commit
     */
    Writer(DataSource source, InstantSource clock, Duration patience, LongConsumer appended) {
        this.source = source;
        this.clock = clock;
        this.patience = patience;
        this.appended = appended;
    }

    /** Answers every append of the batch. */
    void write(List<Pending> batch) {
        var carefully = wary > 0;
        wary = Math.max(0, wary - 1);
        attempt(batch, carefully);
    }

    private void attempt(List<Pending> batch, boolean carefully) {
        var until = System.nanoTime() + patience.toNanos();
        var pause = Duration.ofMillis(10);
        var unknown = false;
        var careful = carefully;
        while (true) {
            var open = batch.stream().filter(p -> !p.answered()).toList();
            try {
                if (careful || !quickly(open)) {
                    carefully(open, unknown);
                }
                return;
            } catch (SQLException e) {
                unknown |= session != null && Trouble.of(e) == Trouble.BROKEN;
                if (settled(open, e, careful, System.nanoTime() >= until, unknown)) {
                    return;
                }
            } catch (RuntimeException | Error e) {
                drop();
                fail(open, new JournalUnavailable(true, "the journal's writer failed: " + e, e));
                return;
            }
            if (session == null) {
                LockSupport.parkNanos(pause.toNanos());
                pause = pause.multipliedBy(2).compareTo(LONGEST_PAUSE) < 0 ? pause.multipliedBy(2) : LONGEST_PAUSE;
            }
            careful = true;
        }
    }

    /** Sees to it that another attempt can be made, or that none is needed. */
    private boolean settled(List<Pending> open, SQLException e, boolean careful, boolean late, boolean unknown) {
        var trouble = Trouble.of(e);
        if (trouble == Trouble.BROKEN || trouble == Trouble.DENIED || !rolledBack()) {
            drop();
        }
        if (trouble == Trouble.REFUSED) {
            refuse(open, e);
        } else if (trouble == Trouble.COLLIDED && careful) {
            fail(open, new JournalUnavailable(unknown, "the journal's rows do not fit its head, verify it", e));
        } else if (late) {
            fail(open, new JournalUnavailable(unknown, "the journal cannot be reached: " + e.getMessage(), e));
        } else {
            return false;
        }
        return true;
    }

    /** One of these cannot be stored; it shall not take its neighbours with it. */
    private void refuse(List<Pending> open, SQLException e) {
        if (open.size() == 1) {
            open.getFirst().fail(new IllegalArgumentException("the facts cannot be stored: " + e.getMessage(), e));
        } else {
            open.forEach(one -> attempt(List.of(one), true));
        }
    }

    /** One statement, decided from what is remembered. False: it must go the careful way. */
    private boolean quickly(List<Pending> open) throws SQLException {
        var plan = new Plan(versions, false, open);
        if (plan.unsure() || plan.onlyConditions()) {
            return false;
        }
        var from = head;
        if (plan.hasFacts()) {
            from = from == null ? session().head() : from;
            var batch = Batch.after(from, plan.standing(), clock.instant().truncatedTo(ChronoUnit.MICROS));
            if (!session().append(from, batch.head(), batch.rows(), plan.unproven())) {
                return false;
            }
            committed(plan, batch);
        }
        lookUp(plan.doubtful(), plan.hasFacts());
        return true;
    }

    /**
     * Locks the head and looks before it writes.
     *
     * @param unknown whether an earlier attempt on these same appends may have been committed
     */
    private void carefully(List<Pending> open, boolean unknown) throws SQLException {
        var locked = session().lockHead();
        if (head == null || head.size() != locked.size() || !Arrays.equals(head.root(), locked.root())) {
            wary = head == null ? wary : WARY;
            versions.forget();
        }
        head = locked;
        answerRecorded(open, session().recorded(commands(open)), unknown);
        var rest = open.stream().filter(p -> !p.answered()).toList();
        versions.learn(session().lastVersions(streams(rest)));
        var plan = new Plan(versions, true, rest);
        if (plan.hasFacts()) {
            var batch = Batch.after(locked, plan.standing(), clock.instant().truncatedTo(ChronoUnit.MICROS));
            if (!session().append(locked, batch.head(), batch.rows(), Map.of())) {
                throw new IllegalStateException("the head moved while it was locked");
            }
            session().commit();
            committed(plan, batch);
        } else {
            session().commit();
            plan.standing().forEach(p -> p.answer(new Outcome.Appended(List.of())));
        }
        lookUp(plan.doubtful(), true);
    }

    private void committed(Plan plan, Batch batch) {
        head = batch.head();
        versions.learn(plan.moved());
        for (var i = 0; i < batch.outcomes().size(); i++) {
            plan.standing().get(i).answer(batch.outcomes().get(i));
        }
        appended.accept(batch.head().size());
    }

    /** Tells repeated commands from conflicts. */
    private void lookUp(List<Pending> doubtful, boolean remembered) throws SQLException {
        if (doubtful.isEmpty()) {
            return;
        }
        answerRecorded(doubtful, session().recorded(commands(doubtful)), false);
        var conflicts = doubtful.stream().filter(p -> !p.answered()).toList();
        var actual = new HashMap<String, Long>();
        var missing = new HashSet<String>();
        for (var stream : streams(conflicts)) {
            var known = remembered ? versions.of(stream) : null;
            if (known == null) {
                missing.add(stream);
            } else {
                actual.put(stream, known);
            }
        }
        if (!missing.isEmpty()) {
            actual.putAll(session().lastVersions(missing));
        }
        for (var pending : conflicts) {
            var streams = streams(List.of(pending)).stream().sorted();
            pending.answer(new Outcome.Conflict(streams.map(s -> new StreamVersion(s, actual.getOrDefault(s, 0L))).toList()));
        }
    }

    private static void answerRecorded(List<Pending> open, Map<UUID, List<Row>> recorded, boolean mayBeOurs) {
        for (var pending : open) {
            var rows = recorded.get(pending.append().commandId());
            if (rows != null) {
                pending.answer(Recall.outcome(pending.append(), rows, mayBeOurs));
            }
        }
    }

    private static Set<UUID> commands(List<Pending> open) {
        var commands = new HashSet<UUID>();
        open.forEach(p -> commands.add(p.append().commandId()));
        return commands;
    }

    private static Set<String> streams(List<Pending> open) {
        var streams = new HashSet<String>();
        for (var pending : open) {
            pending.append().facts().forEach(f -> streams.add(f.stream()));
            pending.append().conditions().forEach(c -> streams.add(c.stream()));
        }
        return streams;
    }

    private Session session() throws SQLException {
        var current = session;
        if (current == null) {
            current = new Session(source, (int) patience.multipliedBy(4).toMillis());
            session = current;
        }
        return current;
    }

    private boolean rolledBack() {
        try {
            if (session != null) {
                session.rollback();
            }
            return true;
        } catch (SQLException _) {
            return false;
        }
    }

    private void drop() {
        if (session != null) {
            session.close();
        }
        session = null;
        head = null;
        versions.forget();
    }

    private static void fail(List<Pending> open, RuntimeException why) {
        open.stream().filter(p -> !p.answered()).forEach(p -> p.fail(why));
    }

    @Override
    public void close() {
        drop();
    }
}
