package asterism.command.wiring.journal;

import asterism.journal.Nodes;
import asterism.journal.Recorded;
import io.micrometer.core.instrument.DistributionSummary;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.sql.SQLException;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.function.LongConsumer;
import javax.sql.DataSource;

/**
 * Every fact once, in one total order. For any number of threads; several processes may write to one journal.
 * Of the data source it holds one connection for writing and one for listening; callers hold none while they wait.
 */
public final class Journal implements AutoCloseable {
    private static final Duration PATIENCE = Duration.ofSeconds(5);

    private final Timer appends;
    private final DistributionSummary batches;
    private final Wake wake;
    private final Writer writer;
    private final Turns turns;
    private final Reader reader;
    private final Subtrees subtrees;

    /** A journal by the system's clock that tries for five seconds when the database does not answer, and is not measured. */
    public Journal(DataSource source) {
        this(source, InstantSource.system(), PATIENCE, new SimpleMeterRegistry());
    }

    /**
     * @param clock    the time recorded, unless the last fact is later
     * @param patience how long an append is tried again when the database does not answer; four times as long for one answer
     */
    public Journal(DataSource source, InstantSource clock, Duration patience, MeterRegistry metrics) {
        appends = Timer.builder("asterism.journal.append").description("from the asking until the facts are durable")
                .publishPercentileHistogram().register(metrics);
        batches = DistributionSummary.builder("asterism.journal.batch").description("appends that share a commit").register(metrics);
        wake = new Wake(source);
        reader = new Reader(source);
        subtrees = new Subtrees(reader);
        writer = new Writer(source, clock, patience, wake::reached);
        turns = new Turns(batch -> {
            batches.record(batch.size());
            writer.write(batch);
        });
    }

    /**
     * Records a command's facts, all or none, durably before it returns.
     *
     * @throws JournalUnavailable       when the database does not answer in time; repeating with the same command id is safe
     * @throws IllegalArgumentException when PostgreSQL cannot store a value of it
     */
    public Outcome append(Append append) {
        return Objects.requireNonNull(appends.record(() -> turns.take(append)));
    }

    /** The facts of a stream after a version, in order. */
    public List<Recorded> stream(String stream, long afterVersion) {
        return reader.stream(stream, afterVersion);
    }

    /** The facts of all streams whose name begins so, stream by stream, each in order. */
    public List<Recorded> streamsWithPrefix(String prefix) {
        return reader.withPrefix(prefix);
    }

    /** All facts of a type, in order: for types that an index is kept of. */
    public List<Recorded> ofType(String type) {
        return reader.ofType(type);
    }

    /** The next facts after a position, in order. */
    public List<Recorded> after(long position, int max) {
        return reader.after(position, max);
    }

    /** The position of the last fact; 0 when there is none. */
    public long head() {
        return reader.tree().size();
    }

    /** How many facts stand, and the root over them. */
    public Tree tree() {
        return reader.tree();
    }

    /** The version of a stream's last fact; 0 when it has none. */
    public long lastVersion(String stream) {
        return reader.lastVersion(stream);
    }

    /** What {@link #append} would answer to a command that was recorded before; empty when it was not. */
    public Optional<Outcome> answered(UUID commandId, byte[] digest) {
        var rows = reader.command(commandId);
        return rows.isEmpty() ? Optional.empty() : Optional.of(Recall.outcome(commandId, digest, rows));
    }

    /** Hands over all facts after a position, in order, by COPY; returns the tree at that moment, which ends with the last of them. */
    public Tree copyOut(long after, Consumer<Recorded> facts) {
        var head = reader.copyOut(after, row -> facts.accept(row.fact()));
        return new Tree(head.size(), head.root());
    }

    /**
     * Calls back with the new head after facts were added, by this process or another; several additions may come as one.
     * The callback may come from the thread that appended: it must be short. What it throws is logged. Close to end it.
     */
    public AutoCloseable onAppended(LongConsumer newHead) {
        return wake.onAppended(newHead);
    }

    /** Waits until there are facts after a position; false when there are none after that time. */
    public boolean awaitBeyond(long position, Duration atMost) throws InterruptedException {
        return wake.awaitBeyond(position, atMost);
    }

    /** The hashes within the tree, for proofs. What they say of leaves that do not stand is an {@link IllegalStateException}. */
    public Nodes nodes() {
        return subtrees;
    }

    /** Keeps the hashes of subtrees that became full, so that proofs stay cheap; returns how many were added. */
    public long keepSubtrees() {
        return subtrees.keep(reader.tree().size());
    }

    /** Recomputes everything from the rows, and names the first position at fault. Memory grows with the number of streams and commands. */
    public Verified verify() {
        var verification = new Verification();
        var head = reader.copyOut(0, verification::take);
        var verified = verification.against(head);
        return verification.rowsAreSound() && head.size() == verified.tree().size()
                ? new Verified(verified.tree(), subtrees.fault().or(verified::fault)) : verified; // a kept hash says where, a head does not
    }

    @Override
    public void close() throws SQLException {
        writer.close();
        wake.close();
    }
}
