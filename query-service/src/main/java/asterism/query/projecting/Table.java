package asterism.query.projecting;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.RowMapper;

/**
 * A table of a projection, told by the record of its rows: a column for each component.
 *
 * @param name    in the projection's schema
 * @param row     the record
 * @param keys    how many leading components are the primary key; the first of them is the subject, whose rows are read together
 * @param indexes column lists, such as {@code body, level}
 * @param log     folds only ever add rows to it, each key once, and never look at them
 */
public record Table<R extends Record>(String name, Class<R> row, int keys, List<String> indexes, boolean log) implements RowMapper<R> {

    public static <R extends Record> Table<R> of(String name, Class<R> row, int keys, String... indexes) {
        return new Table<>(name, row, keys, List.of(indexes), false);
    }

    /** One with a row for a fact, and the position of that as its key. */
    public static <R extends Record> Table<R> log(String name, Class<R> row, String... indexes) {
        return new Table<>(name, row, 1, List.of(indexes), true);
    }

    public List<Column> columns() {
        return COLUMNS.get(row);
    }

    /** Every look at a row passes here; a table is like no other. */
    @Override
    public boolean equals(@Nullable Object other) {
        return this == other;
    }

    @Override
    public int hashCode() {
        return name.hashCode();
    }

    List<Column> key() {
        return columns().subList(0, keys);
    }

    /** The values of a row's primary key. */
    List<Object> keyOf(R of) {
        Object[] values = new Object[keys];
        for (int i = 0; i < keys; i++) {
            values[i] = columns().get(i).value(of);
        }
        return List.of(values);
    }

    /** A statement that creates the table. */
    String create(String schema) {
        String columns = columns().stream().map(column -> column.name() + " " + column.type()).collect(Collectors.joining(", "));
        return "create table %s.%s (%s, primary key (%s))".formatted(schema, name, columns, names(key()));
    }

    /** Statements that make a filled table quick to ask. */
    Stream<String> ready(String schema) {
        return Stream.concat(indexes.stream().map(index -> "create index on %s.%s (%s)".formatted(schema, name, index)),
                Stream.of("analyze %s.%s".formatted(schema, name)));
    }

    static String names(List<Column> columns) {
        return columns.stream().map(Column::name).collect(Collectors.joining(", "));
    }

    @Override
    public R mapRow(ResultSet found, int number) throws SQLException {
        return Records.of(row).mapRow(found, number);
    }

    private static final ClassValue<List<Column>> COLUMNS = new ClassValue<>() {
        @Override
        protected List<Column> computeValue(Class<?> row) {
            return Arrays.stream(row.getRecordComponents()).map(Column::of).toList();
        }
    };
}
