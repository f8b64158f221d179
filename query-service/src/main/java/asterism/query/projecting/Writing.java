package asterism.query.projecting;

import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.postgresql.PGConnection;
import org.postgresql.copy.CopyIn;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/** Brings changed rows into the tables of a build: a statement per table with all rows as arrays, or COPY. */
@Component
class Writing {
    private static final int COPY_CHUNK = 1 << 16;
    private final JdbcTemplate jdbc;

    Writing(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    /** Within the caller's transaction. */
    void write(String schema, List<Rows.Changes<?>> changes) {
        jdbc.execute((Connection connection) -> {
            for (Rows.Changes<?> change : changes) {
                remove(connection, schema, change);
                upsert(connection, schema, change, Stream.concat(change.fresh().stream(), change.written().stream()).toList());
            }
            return true;
        });
    }

    private static <R extends Record> void upsert(Connection connection, String schema, Rows.Changes<R> change, List<? extends Record> rows)
            throws SQLException {
        List<Column> columns = change.table().columns();
        String set = columns.stream().skip(change.table().keys())
                .map(column -> column.name() + " = excluded." + column.name()).collect(Collectors.joining(", "));
        String sql = "insert into %s.%s (%s) select %s from unnest(%s) as u (%3$s) on conflict (%s) do %s".formatted(
                schema, change.table().name(), Table.names(columns), casts(columns), marks(columns), Table.names(change.table().key()),
                set.isEmpty() ? "nothing" : "update set " + set);
        execute(connection, sql, rows, columns, (row, i) -> columns.get(i).element(row));
    }

    private static <R extends Record> void remove(Connection connection, String schema, Rows.Changes<R> change) throws SQLException {
        List<Column> key = change.table().key();
        String match = key.stream().map(column -> "t.%1$s = u.%1$s".formatted(column.name())).collect(Collectors.joining(" and "));
        String sql = "delete from %s.%s t using unnest(%s) as u (%s) where %s".formatted(
                schema, change.table().name(), marks(key), Table.names(key), match);
        execute(connection, sql, change.removed(), key, (values, i) -> key.get(i).element(values.get(i)));
    }

    @FunctionalInterface
    private interface Cell<T> {
        @Nullable Object of(T row, int column);
    }

    private static <T> void execute(Connection connection, String sql, List<T> rows, List<Column> columns, Cell<T> cell)
            throws SQLException {
        if (rows.isEmpty()) {
            return;
        }
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            for (int i = 0; i < columns.size(); i++) {
                @Nullable Object[] cells = columns.get(i).elements(rows.size());
                for (int row = 0; row < cells.length; row++) {
                    cells[row] = cell.of(rows.get(row), i);
                }
                statement.setArray(i + 1, connection.createArrayOf(columns.get(i).element(), cells));
            }
            statement.executeUpdate();
        }
    }

    private static String casts(List<Column> columns) {
        return columns.stream().map(column -> column.element().equals(column.cast()) ? column.name() : column.name() + "::" + column.cast())
                .collect(Collectors.joining(", "));
    }

    private static String marks(List<Column> columns) {
        return columns.stream().map(column -> "?::" + column.element() + "[]").collect(Collectors.joining(", "));
    }

    /** Within the caller's transaction: rows that no table holds yet by COPY, the others as always. */
    void fill(String schema, List<Rows.Changes<?>> changes) {
        jdbc.execute((Connection connection) -> {
            for (Rows.Changes<?> change : changes) {
                remove(connection, schema, change);
                copy(connection, schema, change);
                upsert(connection, schema, change, change.written());
            }
            return true;
        });
    }

    private static <R extends Record> void copy(Connection connection, String schema, Rows.Changes<R> change) throws SQLException {
        if (change.fresh().isEmpty()) {
            return;
        }
        String sql = "copy %s.%s (%s) from stdin".formatted(schema, change.table().name(), Table.names(change.table().columns()));
        CopyIn copy = connection.unwrap(PGConnection.class).getCopyAPI().copyIn(sql);
        try {
            StringBuilder lines = new StringBuilder();
            for (R row : change.fresh()) {
                line(change.table().columns(), row, lines);
                if (lines.length() > COPY_CHUNK) {
                    send(lines, copy);
                }
            }
            send(lines, copy);
            copy.endCopy();
        } finally {
            if (copy.isActive()) {
                copy.cancelCopy();
            }
        }
    }

    private static void send(StringBuilder lines, CopyIn to) throws SQLException {
        byte[] bytes = lines.toString().getBytes(StandardCharsets.UTF_8);
        to.writeToCopy(bytes, 0, bytes.length);
        lines.setLength(0);
    }

    private static void line(List<Column> columns, Record row, StringBuilder to) {
        for (Column column : columns) {
            escape(column.text(row), to);
            to.append('\t');
        }
        to.setCharAt(to.length() - 1, '\n');
    }

    private static void escape(@Nullable String text, StringBuilder to) {
        if (text == null) {
            to.append("\\N");
            return;
        }
        for (int i = 0; i < text.length(); i++) {
            char letter = text.charAt(i);
            switch (letter) {
                case '\\' -> to.append("\\\\");
                case '\t' -> to.append("\\t");
                case '\n' -> to.append("\\n");
                case '\r' -> to.append("\\r");
                default -> to.append(letter);
            }
        }
    }
}
