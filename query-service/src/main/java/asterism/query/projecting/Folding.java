package asterism.query.projecting;

import asterism.events.Event;
import asterism.journal.Framed;
import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Base64;
import java.util.HashSet;
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
    private final Set<String> parkedBranches;

    Folding(Projection projection, Rows rows, Set<String> parkedBranches) {
        this.projection = projection;
        this.rows = rows;
        this.reads = projection.reads();
        this.parkedBranches = new HashSet<>(parkedBranches);
    }

    /** @throws Stopped where the fact cannot be folded and belongs to no branch */
    void take(Incoming incoming) {
        Optional<Class<? extends Event>> type = incoming.type();
        if (type.isPresent() && !passes(type.get())) {
            return;
        }
        if (!parkedBranches.isEmpty() && incoming.branch().filter(parkedBranches::contains).isPresent()) {
            park(incoming, incoming.branch().get(), "behind an earlier fact of its branch");
            return;
        }
        rows.mark();
        try {
            projection.fold(incoming.fact(), rows);
        } catch (RuntimeException e) {
            rows.undo();
            rethrowUnlessOfTheFact(e);
            String branch = incoming.branch().orElseThrow(() -> new Stopped(incoming.position(), reason(e)));
            park(incoming, branch, reason(e));
        }
    }

    private boolean passes(Class<? extends Event> type) {
        return reads.contains(type);
    }

    /** A database that does not answer is no fault of the fact. */
    private static void rethrowUnlessOfTheFact(RuntimeException e) {
        if (e instanceof DataAccessException) {
            throw e;
        }
    }

    private static String reason(RuntimeException e) {
        return e.getMessage() == null ? e.getClass().getSimpleName() : e.getMessage();
    }

    private void park(Incoming incoming, String branch, String reason) {
        parkedBranches.add(branch);
        rows.put(PARKED, new Parked(branch, incoming.position(), incoming.at().type(), reason, frame(incoming)));
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
