package asterism.command.wiring.pack;

import java.util.Arrays;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Lines of RFC 4180. A cell that a spreadsheet would take for a formula, beginning with = + - @ or a tab, gets an apostrophe in front. */
final class Csv {
    private Csv() {
    }

    /** The line with its end. */
    static String line(@Nullable Object... cells) {
        return Arrays.stream(cells).map(cell -> cell == null ? "" : cell(cell.toString())).collect(Collectors.joining(",")) + "\n";
    }

    private static String cell(String text) {
        String safe = !text.isEmpty() && "=+-@\t\r".indexOf(text.charAt(0)) >= 0 ? "'" + text : text;
        return safe.chars().anyMatch(c -> c == ',' || c == '"' || c == '\n' || c == '\r') ? "\"" + safe.replace("\"", "\"\"") + "\"" : safe;
    }
}
