package asterism.query.projecting;

import java.lang.invoke.LambdaMetafactory;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.lang.reflect.Constructor;
import java.lang.reflect.RecordComponent;
import java.math.BigDecimal;
import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.RowMapper;

/**
 * Makes records of what a query answers: a column for each component, called as that is, with underscores. Lists answer with thousands
 * of rows, so what can be known of a record is found out once.
 */
public final class Records<R extends Record> implements RowMapper<R> {
    private static final ClassValue<Records<?>> ALL = new ClassValue<>() {
        @Override
        protected Records<?> computeValue(Class<?> row) {
            return new Records<>(row.asSubclass(Record.class));
        }
    };
    private final Constructor<R> constructor;
    private final List<Part> parts;

    /** Reads a value by the name of its column; none where it is null. */
    @FunctionalInterface
    private interface Reader {
        @Nullable Object read(ResultSet found, String column) throws SQLException;
    }

    private record Part(String column, Reader reader) {
    }

    private Records(Class<R> row) {
        RecordComponent[] components = row.getRecordComponents();
        try {
            constructor = row.getDeclaredConstructor(Arrays.stream(components).map(RecordComponent::getType).toArray(Class<?>[]::new));
        } catch (NoSuchMethodException e) {
            throw new IllegalStateException(row + " is no record", e);
        }
        constructor.setAccessible(true);
        parts = Arrays.stream(components).map(each -> new Part(Column.name(each), reader(each.getType()))).toList();
    }

    @SuppressWarnings("unchecked") // each class is kept with its own
    public static <R extends Record> Records<R> of(Class<R> row) {
        return (Records<R>) ALL.get(row);
    }

    /** Reads a component of a record. Every row passes here with each of its values: a call that the compiler sees through. */
    @SuppressWarnings("unchecked") // what a metafactory makes is of the interface it was asked for
    public static Function<Record, @Nullable Object> accessor(RecordComponent component) {
        try {
            MethodHandles.Lookup lookup = MethodHandles.privateLookupIn(component.getDeclaringRecord(), MethodHandles.lookup());
            MethodHandle get = lookup.unreflect(component.getAccessor());
            return (Function<Record, @Nullable Object>) LambdaMetafactory.metafactory(lookup, "apply",
                    MethodType.methodType(Function.class), MethodType.methodType(Object.class, Object.class), get, get.type().wrap())
                    .getTarget().invoke();
        } catch (Throwable e) {
            throw new IllegalStateException("a record hides its component " + component.getName(), e);
        }
    }

    @Override
    public R mapRow(ResultSet found, int number) throws SQLException {
        @Nullable Object[] values = new Object[parts.size()];
        for (int i = 0; i < values.length; i++) {
            values[i] = parts.get(i).reader().read(found, parts.get(i).column());
        }
        try {
            return constructor.newInstance(values);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("a row does not fit " + constructor.getDeclaringClass(), e);
        }
    }

    private static final Map<Class<?>, Reader> READERS = Map.of(
            String.class, ResultSet::getString,
            long.class, (found, column) -> known(found.getLong(column), found),
            Long.class, (found, column) -> known(found.getLong(column), found),
            int.class, (found, column) -> known(found.getInt(column), found),
            Integer.class, (found, column) -> known(found.getInt(column), found),
            boolean.class, (found, column) -> known(found.getBoolean(column), found),
            BigDecimal.class, ResultSet::getBigDecimal,
            LocalDate.class, (found, column) -> found.getObject(column, LocalDate.class),
            Instant.class, Records::instant,
            List.class, Records::list);

    private static Reader reader(Class<?> type) {
        if (type.isEnum()) {
            Map<String, Object> codes = Arrays.stream(type.getEnumConstants())
                    .collect(Collectors.toMap(each -> ((Enum<?>) each).name(), Function.identity()));
            return (found, column) -> {
                String code = found.getString(column);
                return code == null ? null : codes.get(code);
            };
        }
        Reader reader = READERS.get(type);
        if (reader == null) {
            throw new IllegalArgumentException("no column is read as a " + type.getName());
        }
        return reader;
    }

    private static @Nullable Object known(Object value, ResultSet found) throws SQLException {
        return found.wasNull() ? null : value;
    }

    private static @Nullable Instant instant(ResultSet found, String column) throws SQLException {
        OffsetDateTime time = found.getObject(column, OffsetDateTime.class);
        return time == null ? null : time.toInstant();
    }

    private static @Nullable List<?> list(ResultSet found, String column) throws SQLException {
        Array array = found.getArray(column);
        return array == null ? null : List.of((Object[]) array.getArray());
    }
}
