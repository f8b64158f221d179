package asterism.command.wiring.journal;

import asterism.journal.Recorded;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.UUID;

/** The columns of a fact, and how they are read. */
final class Rows {
    /** What {@link #read} expects, in its order; the first nine are what {@link #fact} expects. */
    static final String COLUMNS =
            "position, event_id, stream, version, type, effective_on, recorded_at, metadata, payload, command_id, ordinal, digest, leaf";
    static final String FACT = "position, event_id, stream, version, type, effective_on, recorded_at, metadata, payload";

    private Rows() {
    }

    static Recorded fact(ResultSet row) throws SQLException {
        return new Recorded(row.getLong(1), row.getObject(2, UUID.class), row.getString(3), row.getLong(4), row.getString(5),
                row.getObject(6, LocalDate.class), row.getObject(7, OffsetDateTime.class).toInstant(), row.getBytes(8), row.getBytes(9));
    }

    static Row read(ResultSet row) throws SQLException {
        return new Row(fact(row), row.getObject(10, UUID.class), row.getInt(11), row.getBytes(12), row.getBytes(13));
    }
}
