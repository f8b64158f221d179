package asterism.client;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What is asked of a list; each {@code null} is left open. Which lists there are, with their fields and their clocks,
 * {@code GET /api/v1/lists} says.
 *
 * @param filter  such as {@code level>=3,kind=agency}
 * @param validAt as of this day
 * @param knownAt as it was known at this time
 * @param waitFor only once this position of the journal is shown, as a receipt names it
 */
public record Asked(@Nullable String filter, @Nullable LocalDate validAt, @Nullable Instant knownAt, @Nullable Long waitFor) {

    /** All of it, as it is. */
    public static final Asked ALL = new Asked(null, null, null, null);

    public Asked where(String words) {
        return new Asked(words, validAt, knownAt, waitFor);
    }

    public Asked validAt(LocalDate day) {
        return new Asked(filter, day, knownAt, waitFor);
    }

    public Asked knownAt(Instant time) {
        return new Asked(filter, validAt, time, waitFor);
    }

    /** Not before what this receipt tells of is shown. */
    public Asked after(Receipt receipt) {
        return new Asked(filter, validAt, knownAt, receipt.position());
    }

    String query(int limit, @Nullable String after) {
        Map<String, Object> given = new LinkedHashMap<>();
        given.put("limit", limit);
        put(given, "after", after);
        put(given, "filter", filter);
        put(given, "validAt", validAt);
        put(given, "knownAt", knownAt);
        put(given, "waitFor", waitFor);
        return given.entrySet().stream().map(each -> each.getKey() + "="
                + URLEncoder.encode(each.getValue().toString(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
    }

    private static void put(Map<String, Object> given, String name, @Nullable Object value) {
        if (value != null) {
            given.put(name, value);
        }
    }
}
