package asterism.query.projecting;

import java.lang.reflect.Constructor;
import java.lang.reflect.RecordComponent;
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
 */
public record Table<R extends Record>(String name, Class<R> row, int keys, List<String> indexes) implements RowMapper<R> {

    public static <R extends Record> Table<R> of(String name, Class<R> row, int keys, String... indexes) {
        return new Table<>(name, row, keys, List.of(indexes));
    }

    public List<Column> columns() {
        return COLUMNS.get(row);
    }

    /** Every look at a row passes here. */
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

    /** Statements that create the table and its indexes. */
    List<String> ddl(String schema) {
        String columns = columns().stream().map(column -> column.name() + " " + column.type()).collect(Collectors.joining(", "));
        String create = "create table %s.%s (%s, primary key (%s))".formatted(schema, name, columns, names(key()));
        return Stream.concat(Stream.of(create), indexes.stream().map(index -> "create index on %s.%s (%s)".formatted(schema, name, index)))
                .toList();
    }

    static String names(List<Column> columns) {
        return columns.stream().map(Column::name).collect(Collectors.joining(", "));
    }

    @Override
    public R mapRow(ResultSet found, int number) throws SQLException {
        @Nullable Object[] values = new Object[columns().size()];
        for (int i = 0; i < values.length; i++) {
            values[i] = columns().get(i).read(found);
        }
        try {
            return constructor().newInstance(values);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("a row of " + name + " does not fit its record", e);
        }
    }

    private Constructor<R> constructor() throws NoSuchMethodException {
        Constructor<R> constructor = row.getDeclaredConstructor(
                Arrays.stream(row.getRecordComponents()).map(RecordComponent::getType).toArray(Class<?>[]::new));
        constructor.setAccessible(true);
        return constructor;
    }

    private static final ClassValue<List<Column>> COLUMNS = new ClassValue<>() {
        @Override
        protected List<Column> computeValue(Class<?> row) {
            return Arrays.stream(row.getRecordComponents()).map(Column::of).toList();
        }
    };
}
