package asterism.query.projecting;

import java.io.IOException;
import java.io.Reader;
import java.io.StringReader;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.postgresql.PGConnection;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/** Brings changed rows into the tables of a build: a statement per table with all rows as arrays, or COPY into empty tables. */
@Component
class Writing {
    private static final int COPY_CHUNK = 5_000;
    private final JdbcTemplate jdbc;

    Writing(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    /** Within the caller's transaction. */
    void write(String schema, List<Rows.Changes<?>> changes) {
        jdbc.execute((Connection connection) -> {
            for (Rows.Changes<?> change : changes) {
                remove(connection, schema, change);
                upsert(connection, schema, change);
            }
            return true;
        });
    }

    private static <R extends Record> void upsert(Connection connection, String schema, Rows.Changes<R> change) throws SQLException {
        List<Column> columns = change.table().columns();
        String set = columns.stream().skip(change.table().keys())
                .map(column -> column.name() + " = excluded." + column.name()).collect(Collectors.joining(", "));
        String sql = "insert into %s.%s (%s) select %s from unnest(%s) as u (%s) on conflict (%s) do %s".formatted(
                schema, change.table().name(), Table.names(columns), casts(columns), arrays(columns), Table.names(columns),
                Table.names(change.table().key()), set.isEmpty() ? "nothing" : "update set " + set);
        execute(connection, sql, change.written(), columns.size(), (row, i) -> columns.get(i).text(row));
    }

    private static <R extends Record> void remove(Connection connection, String schema, Rows.Changes<R> change) throws SQLException {
        List<Column> key = change.table().key();
        String match = key.stream().map(column -> "t.%1$s = u.%1$s::%2$s".formatted(column.name(), column.cast()))
                .collect(Collectors.joining(" and "));
        String sql = "delete from %s.%s t using unnest(%s) as u (%s) where %s".formatted(
                schema, change.table().name(), arrays(key), Table.names(key), match);
        execute(connection, sql, change.removed(), key.size(), (values, i) -> Column.text(values.get(i)));
    }

    @FunctionalInterface
    private interface Cell<T> {
        @Nullable String of(T row, int column);
    }

    private static <T> void execute(Connection connection, String sql, List<T> rows, int width, Cell<T> cell) throws SQLException {
        if (rows.isEmpty()) {
            return;
        }
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            for (int i = 0; i < width; i++) {
                int column = i;
                @Nullable Object[] cells = rows.stream().map(row -> cell.of(row, column)).toArray();
                statement.setArray(i + 1, connection.createArrayOf("text", cells));
            }
            statement.executeUpdate();
        }
    }

    private static String casts(List<Column> columns) {
        return columns.stream().map(column -> column.name() + "::" + column.cast()).collect(Collectors.joining(", "));
    }

    private static String arrays(List<Column> columns) {
        return IntStream.range(0, columns.size()).mapToObj(_ -> "?").collect(Collectors.joining(", "));
    }

    /** Within the caller's transaction, into empty tables. */
    void copy(String schema, List<Rows.Changes<?>> changes) {
        jdbc.execute((Connection connection) -> {
            for (Rows.Changes<?> change : changes) {
                copy(connection, schema, change);
            }
            return true;
        });
    }

    private static <R extends Record> void copy(Connection connection, String schema, Rows.Changes<R> change) throws SQLException {
        String sql = "copy %s.%s (%s) from stdin".formatted(schema, change.table().name(), Table.names(change.table().columns()));
        for (int from = 0; from < change.written().size(); from += COPY_CHUNK) {
            List<R> chunk = change.written().subList(from, Math.min(from + COPY_CHUNK, change.written().size()));
            try (Reader lines = new StringReader(lines(change.table().columns(), chunk))) {
                connection.unwrap(PGConnection.class).getCopyAPI().copyIn(sql, lines);
            } catch (IOException e) {
                throw new DataAccessResourceFailureException("the rows could not be copied in", e);
            }
        }
    }

    private static String lines(List<Column> columns, List<? extends Record> rows) {
        StringBuilder lines = new StringBuilder();
        for (Record row : rows) {
            for (Column column : columns) {
                lines.append(escaped(column.text(row))).append('\t');
            }
            lines.setCharAt(lines.length() - 1, '\n');
        }
        return lines.toString();
    }

    private static String escaped(@Nullable String text) {
        return text == null ? "\\N"
                : text.replace("\\", "\\\\").replace("\t", "\\t").replace("\n", "\\n").replace("\r", "\\r");
    }
}
