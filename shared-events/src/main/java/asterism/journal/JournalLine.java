package asterism.journal;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import tools.jackson.databind.json.JsonMapper;

/** A fact as a line of a pack or a certificate: a flat JSON object from which its leaf can be computed byte for byte. */
public final class JournalLine {
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private JournalLine() {
    }

    /**
     * The line, without its end.
     *
     * @throws IOException where the fact's bytes are not UTF-8
     */
    public static String of(Recorded fact) throws IOException {
        return JSON.writeValueAsString(fields(fact));
    }

    /**
     * Its fields, in their order.
     *
     * @throws IOException where the fact's bytes are not UTF-8
     */
    public static Map<String, Object> fields(Recorded fact) throws IOException {
        Map<String, Object> line = new LinkedHashMap<>();
        line.put("position", fact.position());
        line.put("eventId", fact.eventId().toString());
        line.put("stream", fact.stream());
        line.put("version", fact.version());
        line.put("type", fact.type());
        line.put("effectiveOn", fact.effectiveOn().toString());
        line.put("recordedAt", fact.recordedAt().toString());
        line.put("metadata", text(fact, fact.metadata()));
        line.put("payload", text(fact, fact.payload()));
        return line;
    }

    private static String text(Recorded fact, byte[] bytes) throws IOException {
        String text = new String(bytes, StandardCharsets.UTF_8);
        if (!Arrays.equals(text.getBytes(StandardCharsets.UTF_8), bytes)) {
            throw new IOException("the fact at position " + fact.position() + " is no text");
        }
        return text;
    }
}
