package asterism.command.wiring.journal;

import asterism.journal.Frontier;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import javax.sql.DataSource;

/** The writer's one session with PostgreSQL, and all it ever says there. */
final class Session implements AutoCloseable {
    static final String HEAD = "select size, recorded_at, root, frontier from journal.head";
    private static final String LAST_VERSIONS = """
            select s.stream, coalesce((select f.version from journal.fact f where f.stream = s.stream order by f.version desc limit 1), 0)
            from unnest(?::text[]) s(stream)""";
    private static final String COMMANDS = "select " + Rows.COLUMNS
            + " from journal.fact where command_id = any(?::uuid[]) order by position";
    private static final String MOVED = """
            with moved as (
                update journal.head set size = ?, recorded_at = ?, root = ?, frontier = ?
                where size = ? and root = ? %s
                returning pg_notify('journal', size::text))
            insert into journal.fact (position, recorded_at, %s)
            """;
    private static final String UNMOVED = """
            and not exists (
                select from unnest(?::text[], ?::bigint[]) c(stream, version)
                where c.version <> coalesce(
                    (select f.version from journal.fact f where f.stream = c.stream order by f.version desc limit 1), 0))
            """;
    private static final String GIVEN =
            "stream, version, type, effective_on, command_id, ordinal, event_id, digest, leaf, metadata, payload";
    private static final String MANY = """
            select ?::bigint + n, ?, %s
            from unnest(?::text[], ?::bigint[], ?::text[], ?::date[], ?::uuid[], ?::int[], ?::uuid[],
                    ?::bytea[], ?::bytea[], ?::bytea[], ?::bytea[])
                with ordinality as given(%s, n)
            where exists (select from moved)""".formatted(GIVEN, GIVEN);
    private static final String APPEND = MOVED.formatted("", GIVEN) + MANY;
    private static final String APPEND_IF = MOVED.formatted(UNMOVED, GIVEN) + MANY;

    private final Connection connection;

    Session(DataSource source, int timeoutMillis) throws SQLException {
        connection = source.getConnection();
        try (var settings = connection.createStatement()) {
            connection.setAutoCommit(true);
            connection.setNetworkTimeout(Runnable::run, timeoutMillis);
            settings.execute("set idle_in_transaction_session_timeout = " + timeoutMillis / 2
                    + "; set lock_timeout = " + timeoutMillis / 2
                    + "; set plan_cache_mode = force_generic_plan; set synchronous_commit = on");
        } catch (SQLException e) {
            close();
            throw e;
        }
    }

    Head head() throws SQLException {
        return head(connection, HEAD);
    }

    /** Begins a transaction that holds the head: no other process can add until it ends. */
    Head lockHead() throws SQLException {
        connection.setAutoCommit(false);
        return head(connection, HEAD + " for update");
    }

    void commit() throws SQLException {
        connection.commit();
        connection.setAutoCommit(true);
    }

    void rollback() throws SQLException {
        if (!connection.getAutoCommit()) {
            connection.rollback();
            connection.setAutoCommit(true);
        }
    }

    static Head head(Connection connection, String sql) throws SQLException {
        try (var statement = connection.prepareStatement(sql); var rows = statement.executeQuery()) {
            if (!rows.next()) {
                throw new SQLException("the journal's head row is gone", "P0002");
            }
            var size = rows.getLong(1);
            return new Head(size, rows.getObject(2, OffsetDateTime.class).toInstant(), rows.getBytes(3),
                    Frontier.of(size, rows.getBytes(4)));
        }
    }

    /** Where each of these streams stands; 0 for none. */
    Map<String, Long> lastVersions(Collection<String> streams) throws SQLException {
        try (var statement = connection.prepareStatement(LAST_VERSIONS)) {
            statement.setArray(1, connection.createArrayOf("text", streams.toArray()));
            try (var rows = statement.executeQuery()) {
                var versions = new HashMap<String, Long>();
                while (rows.next()) {
                    versions.put(rows.getString(1), rows.getLong(2));
                }
                return versions;
            }
        }
    }

    /** The rows of those of these commands that were recorded, in order. */
    Map<UUID, List<Row>> recorded(Collection<UUID> commands) throws SQLException {
        try (var statement = connection.prepareStatement(COMMANDS)) {
            statement.setArray(1, connection.createArrayOf("uuid", commands.toArray()));
            try (ResultSet rows = statement.executeQuery()) {
                var found = new LinkedHashMap<UUID, List<Row>>();
                while (rows.next()) {
                    var row = Rows.read(rows);
                    found.computeIfAbsent(row.commandId(), _ -> new ArrayList<>()).add(row);
                }
                return found;
            }
        }
    }

    /**
     * The one statement: moves the head and adds the facts, if the head is where {@code from} says and the streams stand where
     * {@code conditions} say. False: nothing was written.
     */
    boolean append(Head from, Head to, List<Row> rows, Map<String, Long> conditions) throws SQLException {
        try (var statement = connection.prepareStatement(conditions.isEmpty() ? APPEND : APPEND_IF)) {
            var recordedAt = OffsetDateTime.ofInstant(to.recordedAt(), ZoneOffset.UTC);
            statement.setLong(1, to.size());
            statement.setObject(2, recordedAt);
            statement.setBytes(3, to.root());
            statement.setBytes(4, to.frontier().bytes());
            statement.setLong(5, from.size());
            statement.setBytes(6, from.root());
            var next = 7;
            if (!conditions.isEmpty()) {
                statement.setArray(next++, connection.createArrayOf("text", conditions.keySet().toArray()));
                statement.setArray(next++, connection.createArrayOf("bigint", conditions.values().toArray()));
            }
            statement.setLong(next++, from.size());
            statement.setObject(next++, recordedAt);
            given(statement, next, rows);
            return statement.executeUpdate() == rows.size();
        }
    }

    private void given(PreparedStatement statement, int first, List<Row> rows) throws SQLException {
        var next = first;
        array(statement, next++, "text", rows, new String[0], r -> r.fact().stream());
        array(statement, next++, "bigint", rows, new Long[0], r -> r.fact().version());
        array(statement, next++, "text", rows, new String[0], r -> r.fact().type());
        array(statement, next++, "date", rows, new String[0], r -> r.fact().effectiveOn().toString());
        array(statement, next++, "uuid", rows, new UUID[0], Row::commandId);
        array(statement, next++, "integer", rows, new Integer[0], Row::ordinal);
        array(statement, next++, "uuid", rows, new UUID[0], r -> r.fact().eventId());
        array(statement, next++, "bytea", rows, new byte[0][], Row::digest);
        array(statement, next++, "bytea", rows, new byte[0][], Row::leaf);
        array(statement, next++, "bytea", rows, new byte[0][], r -> r.fact().metadata());
        array(statement, next, "bytea", rows, new byte[0][], r -> r.fact().payload());
    }

    private <T> void array(PreparedStatement to, int index, String type, List<Row> rows, T[] none, Function<Row, T> column)
            throws SQLException {
        to.setArray(index, connection.createArrayOf(type, rows.stream().map(column).toList().toArray(none)));
    }

    @Override
    public void close() {
        try {
            connection.abort(Runnable::run); // whatever it still holds ends now, not when the pool finds out
            connection.close();
        } catch (SQLException _) {
            // nobody can use it any more, which is all that was wanted
        }
    }
}
