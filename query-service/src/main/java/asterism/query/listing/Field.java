package asterism.query.listing;

import asterism.query.reading.Refused;
import java.lang.reflect.RecordComponent;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeParseException;
import java.util.Locale;

/**
 * A field of a list, by which it can be narrowed and ordered.
 *
 * @param name as the answer and the filter write it
 */
public record Field(String name, Type type) {

    /** What a value of a field is, and which comparisons it bears. */
    public enum Type {
        TEXT, NUMBER, DAY, TIME, FLAG;

        boolean bears(String operator) {
            boolean any = operator.equals("=") || operator.equals("!=");
            return any || (operator.equals("~") ? this == TEXT : this != FLAG);
        }

        static Type of(Class<?> value) {
            return value == LocalDate.class ? DAY : value == Instant.class ? TIME
                    : value == boolean.class || value == Boolean.class ? FLAG
                    : value.isPrimitive() || Number.class.isAssignableFrom(value) ? NUMBER : TEXT;
        }
    }

    static Field of(RecordComponent component) {
        return new Field(component.getName(), Type.of(component.getType()));
    }

    /** The column that holds it: the name with underscores, in quotes, as it may be a word of SQL such as {@code left}. */
    String column() {
        return '"' + name.replaceAll("(?=[A-Z])", "_").toLowerCase(Locale.ROOT) + '"';
    }

    /**
     * The value that a text says.
     *
     * @param at where the text stands in the filter, counted from 1
     * @throws Refused {@code filter.wrong-value} where it says none of this type
     */
    Object value(String text, int at) {
        try {
            return read(text);
        } catch (DateTimeParseException | IllegalArgumentException e) {
            throw Refused.at("filter", at, "filter.wrong-value", name + " is compared with a " + kind() + ".");
        }
    }

    /** @throws IllegalArgumentException or DateTimeParseException where the text says no value of this type */
    Object read(String text) {
        return switch (type) {
            case TEXT -> text(text);
            case NUMBER -> number(text);
            case DAY -> LocalDate.parse(text);
            case TIME -> Instant.parse(text).atOffset(ZoneOffset.UTC);
            case FLAG -> flag(text);
        };
    }

    private static String text(String text) {
        if (text.indexOf('\0') >= 0) {
            throw new IllegalArgumentException("the database holds no such text");
        }
        return text;
    }

    private static BigDecimal number(String text) {
        if (text.length() > 30 || !text.matches("-?[0-9]+(\\.[0-9]+)?")) {
            throw new IllegalArgumentException("not a plain number");
        }
        return new BigDecimal(text);
    }

    private static boolean flag(String text) {
        if (!text.equals("true") && !text.equals("false")) {
            throw new IllegalArgumentException("neither true nor false");
        }
        return text.equals("true");
    }

    private String kind() {
        return switch (type) {
            case TEXT -> "text";
            case NUMBER -> "number, such as 12.5";
            case DAY -> "day, such as 2024-05-31";
            case TIME -> "time, such as 2024-05-31T08:00:00Z";
            case FLAG -> "flag, true or false";
        };
    }
}
