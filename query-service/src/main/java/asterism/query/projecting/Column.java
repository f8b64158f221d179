package asterism.query.projecting;

import java.lang.reflect.RecordComponent;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * A column, told by a component of the row's record. Values go to the database as text and are cast there: one form for
 * multi-row statements, for COPY and for a dump.
 *
 * @param name the component's name with underscores
 */
record Column(String name, String type, Class<?> of, Function<Record, @Nullable Object> component) {
    private static final Map<Class<?>, String> TYPES = Map.of(
            String.class, "text collate \"C\"", long.class, "bigint", Long.class, "bigint", int.class, "integer", Integer.class, "integer",
            boolean.class, "boolean", LocalDate.class, "date", Instant.class, "timestamptz", List.class, "text[]");

    static Column of(RecordComponent component) {
        Class<?> of = component.getType();
        String type = of.isEnum() ? "text collate \"C\"" : TYPES.get(of);
        if (type == null) {
            throw new IllegalArgumentException("no column holds a " + of.getName());
        }
        return new Column(name(component), type, of, Records.accessor(component));
    }

    static String name(RecordComponent component) {
        return component.getName().replaceAll("(?=[A-Z])", "_").toLowerCase(Locale.ROOT);
    }

    /** The type to cast a text to. */
    String cast() {
        return type.replace(" collate \"C\"", "");
    }

    /** The type of the elements when many values go as one array; lists go as texts, as an array of arrays would run into one. */
    String element() {
        return of == List.class ? "text" : cast();
    }

    /** A value as an element of such an array. */
    @Nullable Object element(@Nullable Object value) {
        return value instanceof Long || value instanceof Integer || value instanceof Boolean ? value : text(value);
    }

    /** An empty array for such elements. */
    @Nullable Object[] elements(int size) {
        return switch (element()) {
            case "bigint" -> new Long[size];
            case "integer" -> new Integer[size];
            case "boolean" -> new Boolean[size];
            default -> new String[size];
        };
    }

    @Nullable Object element(Record row) {
        return element(found(row));
    }

    Object value(Record row) {
        Object value = found(row);
        if (value == null) {
            throw new IllegalStateException(name + " is part of a key and must not be null");
        }
        return value;
    }

    @Nullable String text(Record row) {
        return text(found(row));
    }

    static @Nullable String text(@Nullable Object value) {
        return switch (value) {
            case null -> null;
            case List<?> list -> list.stream().map(each -> "\"" + each.toString().replace("\\", "\\\\").replace("\"", "\\\"") + "\"")
                    .collect(Collectors.joining(",", "{", "}"));
            case Enum<?> code -> code.name();
            case Object other -> other.toString();
        };
    }

    private @Nullable Object found(Record row) {
        return component.apply(row);
    }
}
