package asterism.command.wiring.journal;

import asterism.journal.Recorded;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.UUID;
import java.util.function.Consumer;
import org.postgresql.PGConnection;

/** Reads facts by binary COPY, the fastest way out of PostgreSQL: each message is one row, each field its length and its bytes. */
final class Copy {
    private static final byte[] SIGNATURE = {'P', 'G', 'C', 'O', 'P', 'Y', '\n', (byte) 0xff, '\r', '\n', 0};
    private static final LocalDate DAY_ZERO = LocalDate.of(2000, 1, 1);
    private static final Instant TIME_ZERO = Instant.parse("2000-01-01T00:00:00Z");

    private Copy() {
    }

    /** Within the caller's transaction, whose snapshot both the head and the rows come from. */
    static Head out(Connection connection, long after, Consumer<Row> rows) throws SQLException {
        var head = Session.head(connection, Session.HEAD);
        var copy = connection.unwrap(PGConnection.class).getCopyAPI().copyOut("copy (select " + Rows.COLUMNS
                + " from journal.fact where position > " + after + " order by position) to stdout (format binary)");
        try {
            for (var message = copy.readFromCopy(); message != null; message = copy.readFromCopy()) {
                var row = ByteBuffer.wrap(message);
                skipHeader(row);
                if (row.remaining() > Short.BYTES && row.getShort() > 0) {
                    rows.accept(row(row));
                }
            }
        } finally {
            if (copy.isActive()) {
                copy.cancelCopy();
            }
        }
        return head;
    }

    private static void skipHeader(ByteBuffer message) {
        if (message.remaining() >= SIGNATURE.length + 8 && message.slice(0, SIGNATURE.length).equals(ByteBuffer.wrap(SIGNATURE))) {
            var extension = message.getInt(SIGNATURE.length + 4);
            message.position(SIGNATURE.length + 8 + extension);
        }
    }

    private static Row row(ByteBuffer in) {
        return new Row(
                new Recorded(number(in), uuid(in), text(in), number(in), text(in), day(in), time(in), bytes(in), bytes(in)),
                uuid(in), integer(in), bytes(in), bytes(in));
    }

    private static long number(ByteBuffer in) {
        in.getInt();
        return in.getLong();
    }

    private static int integer(ByteBuffer in) {
        in.getInt();
        return in.getInt();
    }

    private static UUID uuid(ByteBuffer in) {
        in.getInt();
        return new UUID(in.getLong(), in.getLong());
    }

    private static String text(ByteBuffer in) {
        return new String(bytes(in), StandardCharsets.UTF_8);
    }

    private static LocalDate day(ByteBuffer in) {
        return DAY_ZERO.plusDays(integer(in));
    }

    private static Instant time(ByteBuffer in) {
        return TIME_ZERO.plus(number(in), ChronoUnit.MICROS);
    }

    private static byte[] bytes(ByteBuffer in) {
        var bytes = new byte[in.getInt()];
        in.get(bytes);
        return bytes;
    }
}
