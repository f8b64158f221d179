package asterism.query.listing;

import asterism.query.projecting.Records;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Rows as cells, and cells as CSV (RFC 4180) that a spreadsheet takes for text, never for a formula. */
final class Cells {
    /** A text beginning with one of these may be run as a formula. */
    private static final String STARTS_FORMULA = "=+-@\t\r\n＝＋－＠";
    /** By which spreadsheets know UTF-8. */
    private static final String MARK = "\uFEFF";

    private static final ClassValue<Map<String, Function<Record, @Nullable Object>>> PARTS = new ClassValue<>() {
        @Override
        protected Map<String, Function<Record, @Nullable Object>> computeValue(Class<?> row) {
            Map<String, Function<Record, @Nullable Object>> parts = new LinkedHashMap<>();
            Arrays.stream(row.getRecordComponents()).forEach(each -> parts.put(each.getName(), Records.accessor(each)));
            return parts;
        }
    };

    private Cells() {
    }

    /** The row's values by name, in its order. */
    static Map<String, @Nullable Object> of(Record row) {
        Map<String, @Nullable Object> cells = new LinkedHashMap<>();
        PARTS.get(row.getClass()).forEach((name, value) -> cells.put(name, value.apply(row)));
        return cells;
    }

    static byte[] csv(Listing<?> listing, List<? extends Record> rows) {
        StringBuilder csv = new StringBuilder(MARK).append(String.join(",", listing.fields().keySet())).append("\r\n");
        rows.forEach(row -> csv.append(of(row).values().stream().map(Cells::cell).collect(Collectors.joining(","))).append("\r\n"));
        return csv.toString().getBytes(StandardCharsets.UTF_8);
    }

    private static String cell(@Nullable Object value) {
        return switch (value) {
            case null -> "";
            case Number number -> number.toString();
            case Object other -> quoted(neutral(other.toString()));
        };
    }

    private static String neutral(String text) {
        return !text.isEmpty() && STARTS_FORMULA.indexOf(text.charAt(0)) >= 0 ? "'" + text : text;
    }

    private static String quoted(String text) {
        boolean plain = text.chars().noneMatch(sign -> sign == '"' || sign == ',' || sign == '\n' || sign == '\r');
        return plain ? text : "\"" + text.replace("\"", "\"\"") + "\"";
    }
}
