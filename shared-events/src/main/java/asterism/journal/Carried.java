package asterism.journal;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * A fact on its way through Kafka: the payload is the record's value, all else stands in headers of a CloudEvent in binary
 * mode. The extensions are {@code position}, {@code streamversion}, {@code effectiveon} and {@code metadata}.
 */
public final class Carried {
    private static final String SOURCE = "/asterism/journal";

    private Carried() {
    }

    /** The headers in a fixed order; all values are UTF-8 text. */
    public static Map<String, byte[]> headers(Recorded fact) {
        Map<String, String> headers = new LinkedHashMap<>();
        headers.put("ce_specversion", "1.0");
        headers.put("ce_id", fact.eventId().toString());
        headers.put("ce_source", SOURCE);
        headers.put("ce_type", fact.type());
        headers.put("ce_subject", fact.stream());
        headers.put("ce_time", fact.recordedAt().toString());
        headers.put("content-type", "application/json");
        headers.put("ce_position", Long.toString(fact.position()));
        headers.put("ce_streamversion", Long.toString(fact.version()));
        headers.put("ce_effectiveon", fact.effectiveOn().toString());
        headers.put("ce_metadata", new String(fact.metadata(), StandardCharsets.UTF_8));
        Map<String, byte[]> bytes = new LinkedHashMap<>();
        headers.forEach((name, value) -> bytes.put(name, value.getBytes(StandardCharsets.UTF_8)));
        return bytes;
    }

    /**
     * The fact a record carries.
     *
     * @param headers finds a header's value by its name
     * @throws IllegalArgumentException where a header is missing or malformed
     */
    public static Recorded fact(Function<String, byte @Nullable []> headers, byte[] value) {
        try {
            return new Recorded(
                    Long.parseLong(text(headers, "ce_position")), UUID.fromString(text(headers, "ce_id")), text(headers, "ce_subject"),
                    Long.parseLong(text(headers, "ce_streamversion")), text(headers, "ce_type"),
                    LocalDate.parse(text(headers, "ce_effectiveon")), Instant.parse(text(headers, "ce_time")),
                    text(headers, "ce_metadata").getBytes(StandardCharsets.UTF_8), value);
        } catch (RuntimeException e) {
            throw new IllegalArgumentException("a record of the topic carries no fact: " + e.getMessage(), e);
        }
    }

    private static String text(Function<String, byte @Nullable []> headers, String name) {
        byte[] value = headers.apply(name);
        if (value == null) {
            throw new IllegalArgumentException("the header " + name + " is missing");
        }
        return new String(value, StandardCharsets.UTF_8);
    }
}
