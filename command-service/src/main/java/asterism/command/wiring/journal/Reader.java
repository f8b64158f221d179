package asterism.command.wiring.journal;

import asterism.journal.Recorded;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Consumer;
import javax.sql.DataSource;

/** Everything that is asked of the journal's rows, and the hashes kept beside them, each question one statement. */
final class Reader {
    private static final String SELECT = "select " + Rows.FACT + " from journal.fact ";
    private final DataSource source;

    Reader(DataSource source) {
        this.source = source;
    }

    List<Recorded> stream(String stream, long afterVersion) {
        return facts("where stream = ? and version > ? order by version", s -> {
            s.setString(1, stream);
            s.setLong(2, afterVersion);
        });
    }

    List<Recorded> withPrefix(String prefix) {
        return facts("where stream >= ? and stream < ? order by stream, version", s -> {
            s.setString(1, prefix);
            s.setString(2, prefix + Character.toString(Character.MAX_CODE_POINT));
        });
    }

    List<Recorded> ofType(String type) {
        return facts("where type = ? order by position", s -> s.setString(1, type));
    }

    List<Recorded> after(long position, int max) {
        return facts("where position > ? order by position limit ?", s -> {
            s.setLong(1, position);
            s.setInt(2, max);
        });
    }

    long lastVersion(String stream) {
        return ask("select coalesce(max(version), 0) from journal.fact where stream = ?", s -> s.setString(1, stream), rows -> {
            rows.next();
            return rows.getLong(1);
        });
    }

    Tree tree() {
        return ask("select size, root from journal.head", _ -> { }, rows -> {
            rows.next();
            return new Tree(rows.getLong(1), rows.getBytes(2));
        });
    }

    /** @throws IllegalStateException where one of them is missing */
    List<byte[]> leaves(long from, long count) {
        return ask("select position, leaf from journal.fact where position > ? and position <= ? order by position", s -> {
            s.setLong(1, from);
            s.setLong(2, from + count);
        }, rows -> {
            var leaves = new ArrayList<byte[]>();
            while (rows.next()) {
                if (rows.getLong(1) != from + leaves.size() + 1) {
                    break;
                }
                leaves.add(rows.getBytes(2));
            }
            if (leaves.size() < count) {
                throw new IllegalStateException("the fact at position " + (from + leaves.size() + 1) + " is missing");
            }
            return leaves;
        });
    }

    /** How many subtrees of that height are kept, from the first on. */
    long subtrees(int height) {
        return ask("select coalesce(max(index) + 1, 0) from journal.subtree where height = ?", s -> s.setInt(1, height), rows -> {
            rows.next();
            return rows.getLong(1);
        });
    }

    /** Those that are kept, by their index. */
    Map<Long, byte[]> subtrees(int height, long from, long count) {
        return ask("select index, hash from journal.subtree where height = ? and index >= ? and index < ? order by index", s -> {
            s.setInt(1, height);
            s.setLong(2, from);
            s.setLong(3, from + count);
        }, rows -> {
            var found = new LinkedHashMap<Long, byte[]>();
            while (rows.next()) {
                found.put(rows.getLong(1), rows.getBytes(2));
            }
            return found;
        });
    }

    void keepSubtree(int height, long index, byte[] hash) {
        ask("insert into journal.subtree (height, index, hash) values (?, ?, ?) on conflict do nothing returning index", s -> {
            s.setInt(1, height);
            s.setLong(2, index);
            s.setBytes(3, hash);
        }, ResultSet::next);
    }

    List<Row> command(UUID commandId) {
        return ask("select " + Rows.COLUMNS + " from journal.fact where command_id = ? order by position",
                s -> s.setObject(1, commandId), rows -> {
            var found = new ArrayList<Row>();
            while (rows.next()) {
                found.add(Rows.read(rows));
            }
            return found;
        });
    }

    /** Everything after a position, and the head at the moment of reading, both of one snapshot. */
    Head copyOut(long after, Consumer<Row> rows) {
        try (var connection = twice(this::snapshot)) {
            try {
                return Copy.out(connection, after, rows);
            } finally {
                connection.rollback();
                connection.setTransactionIsolation(Connection.TRANSACTION_READ_COMMITTED);
                connection.setAutoCommit(true);
            }
        } catch (SQLException e) {
            throw unavailable(e);
        }
    }

    private Connection snapshot() throws SQLException {
        var connection = source.getConnection();
        try {
            connection.setAutoCommit(false);
            connection.setTransactionIsolation(Connection.TRANSACTION_REPEATABLE_READ);
            return connection;
        } catch (SQLException e) {
            connection.close();
            throw e;
        }
    }

    static long size(Connection connection) throws SQLException {
        try (var statement = connection.prepareStatement("select size from journal.head"); var rows = statement.executeQuery()) {
            return rows.next() ? rows.getLong(1) : 0;
        }
    }

    private List<Recorded> facts(String where, Values values) {
        return ask(SELECT + where, values, rows -> {
            var facts = new ArrayList<Recorded>();
            while (rows.next()) {
                facts.add(Rows.fact(rows));
            }
            return facts;
        });
    }

    private <T> T ask(String sql, Values values, Answer<T> answer) {
        try {
            return twice(() -> askOnce(sql, values, answer));
        } catch (SQLException e) {
            throw unavailable(e);
        }
    }

    /** Tries once more when the session turns out broken: a pool may hand out one that ended a moment ago. */
    private static <T> T twice(Attempt<T> attempt) throws SQLException {
        try {
            return attempt.make();
        } catch (SQLException first) {
            try {
                return attempt.make();
            } catch (SQLException e) {
                e.addSuppressed(first);
                throw e;
            }
        }
    }

    private <T> T askOnce(String sql, Values values, Answer<T> answer) throws SQLException {
        try (var connection = source.getConnection(); var statement = connection.prepareStatement(sql)) {
            values.set(statement);
            try (var rows = statement.executeQuery()) {
                return answer.read(rows);
            }
        }
    }

    private static JournalUnavailable unavailable(SQLException e) {
        return new JournalUnavailable(false, "the journal cannot be read: " + e.getMessage(), e);
    }

    @FunctionalInterface
    private interface Attempt<T> {
        T make() throws SQLException;
    }

    @FunctionalInterface
    private interface Values {
        void set(PreparedStatement statement) throws SQLException;
    }

    @FunctionalInterface
    private interface Answer<T> {
        T read(ResultSet rows) throws SQLException;
    }
}
