package asterism.query.projecting;

import asterism.events.Event;
import asterism.journal.Framed;
import asterism.journal.Recorded;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Base64;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.springframework.dao.DataAccessException;

/**
 * Folds facts into rows one by one, live and in bulk alike. A fact that cannot be read or folded is parked with its reason, and
 * with it all later facts of its branch, so that they keep their order; others flow.
 */
final class Folding {
    /** Facts that wait, in every projection's own schema, so that they stand and fall with its rows. */
    static final Table<Parked> PARKED = Table.of("parked", Parked.class, 2);

    /**
     * A fact that waits.
     *
     * @param frame  the fact as the feed frames it, in Base64
     * @param reason why it cannot be folded, or {@code behind} the position of a fact of its branch
     */
    record Parked(String branch, long position, String type, String reason, String frame) {
    }

    /** Why a fact waits that itself may be sound. */
    static final String BEHIND = "behind an earlier fact of its branch";

    /** A fact without a branch cannot be folded: nothing after it may be shown, so the projection stands still. */
    static final class Stopped extends RuntimeException {
        private final long position;
        private final String reason;

        Stopped(long position, String reason) {
            super(reason);
            this.position = position;
            this.reason = reason;
        }

        String reason() {
            return reason;
        }

        long position() {
            return position;
        }
    }

    private final Projection projection;
    private final Rows rows;
    private final Set<Class<? extends Event>> reads;
    private final Map<String, Integer> parked;

    /** @param parked how many facts of which branches wait already */
    Folding(Projection projection, Rows rows, Map<String, Integer> parked) {
        this.projection = projection;
        this.rows = rows;
        this.reads = projection.reads();
        this.parked = new HashMap<>(parked);
    }

    /** How many facts wait. */
    int parked() {
        return parked.values().stream().mapToInt(Integer::intValue).sum();
    }

    /** @throws Stopped where the fact cannot be folded and belongs to no branch */
    void take(Incoming incoming) {
        Optional<Class<? extends Event>> type = incoming.type();
        if (type.isPresent() && !reads.contains(type.get())) {
            return;
        }
        if (!parked.isEmpty() && incoming.branch().filter(parked::containsKey).isPresent()) {
            park(incoming, incoming.branch().get(), BEHIND);
            return;
        }
        rows.mark();
        try {
            projection.fold(incoming.fact(), rows);
        } catch (RuntimeException e) {
            rows.undo();
            rethrowUnlessOfTheFact(e);
            parkOrStop(incoming, reason(e));
        }
    }

    /**
     * Lets a fact wait that was found to be poison, and all of its branch that come after it.
     *
     * @throws Stopped where it belongs to no branch
     */
    void parkOrStop(Incoming incoming, String reason) {
        park(incoming, incoming.branch().orElseThrow(() -> new Stopped(incoming.position(), reason)), reason);
    }

    /** A database that does not answer is no fault of the fact. */
    private static void rethrowUnlessOfTheFact(RuntimeException e) {
        if (e instanceof DataAccessException) {
            throw e;
        }
    }

    static String reason(RuntimeException e) {
        return e.getMessage() == null ? e.getClass().getSimpleName() : e.getMessage();
    }

    private void park(Incoming incoming, String branch, String reason) {
        parked.merge(branch, 1, Integer::sum);
        rows.put(PARKED, new Parked(branch, incoming.position(), incoming.at().type(), reason, frame(incoming)));
    }

    /** The fact that waits, as it came. */
    static Incoming unframed(Parked parked) {
        try (DataInputStream in = new DataInputStream(new ByteArrayInputStream(Base64.getDecoder().decode(parked.frame())))) {
            if (Framed.read(in) instanceof Framed.Frame.OfFact(Recorded fact)) {
                return new Incoming(fact);
            }
            throw new IllegalStateException("no fact waits at position " + parked.position());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String frame(Incoming incoming) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try {
            Framed.write(incoming.at(), new DataOutputStream(bytes));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return Base64.getEncoder().encodeToString(bytes.toByteArray());
    }
}
