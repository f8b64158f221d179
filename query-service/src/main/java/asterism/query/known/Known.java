package asterism.query.known;

import asterism.journal.Recorded;
import asterism.query.projecting.Rows;
import asterism.query.projecting.Table;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Tables of which each row says between which facts it was believed, so that a list answers for any position and any time. */
public final class Known {
    /** Holds for the rows that were believed at {@code :asOf} and {@code :knownAt}, as a list names these. */
    public static final String BELIEVED = """
            (known_from <= :asOf and known_from_at <= :knownAt
            and (known_to is null or known_to > :asOf or known_to_at > :knownAt))""";

    /** A row that was believed from a fact on, and no longer from another on where there is one. */
    public interface Version<R extends Record> {
        long knownFrom();

        Instant knownFromAt();

        @Nullable Long knownTo();

        /** The same row, believed at that time. */
        R known(long from, Instant fromAt, @Nullable Long to, @Nullable Instant toAt);
    }

    private Known() {
    }

    /** The rows of a subject that are believed now. */
    public static <R extends Record & Version<R>> List<R> now(Table<R> table, Object subject, Rows rows) {
        return rows.of(table, subject).stream().filter(row -> row.knownTo() == null).toList();
    }

    /** From this fact on, the row is believed. */
    public static <R extends Record & Version<R>> void begin(Table<R> table, R row, Recorded fact, Rows rows) {
        rows.put(table, row.known(fact.position(), fact.recordedAt(), null, null));
    }

    /** From this fact on, a row that was believed no longer is. */
    public static <R extends Record & Version<R>> void end(Table<R> table, R row, Recorded fact, Rows rows) {
        rows.put(table, row.known(row.knownFrom(), row.knownFromAt(), fact.position(), fact.recordedAt()));
    }

    /** From this fact on, exactly these rows of a subject are believed; what is believed already goes on. */
    public static <R extends Record & Version<R>> void only(Table<R> table, Object subject, List<R> now, Recorded fact, Rows rows) {
        List<R> fresh = new ArrayList<>(now);
        for (R believed : now(table, subject, rows)) {
            if (!fresh.removeIf(row -> says(row).equals(says(believed)))) {
                end(table, believed, fact, rows);
            }
        }
        fresh.forEach(row -> begin(table, row, fact, rows));
    }

    private static <R extends Record & Version<R>> R says(R row) {
        return row.known(0, Instant.EPOCH, null, null);
    }

    /** From this fact on, the one row is believed in place of the other. */
    public static <R extends Record & Version<R>> void replace(Table<R> table, R was, R now, Recorded fact, Rows rows) {
        end(table, was, fact, rows);
        begin(table, now, fact, rows);
    }
}
