package asterism.events;

import asterism.journal.Recorded;
import com.fasterxml.jackson.annotation.JsonInclude;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.core.StreamWriteFeature;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectReader;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.cfg.DateTimeFeature;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** The one codec of facts and envelopes. Strict: a field nobody knows is a fault, not something to lose silently. */
public final class EventJson {
    private static final JsonMapper MAPPER = JsonMapper.builder()
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES, DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES,
                    DeserializationFeature.FAIL_ON_TRAILING_TOKENS, DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .enable(StreamWriteFeature.WRITE_BIGDECIMAL_AS_PLAIN)
            .disable(DateTimeFeature.WRITE_DATES_AS_TIMESTAMPS)
            .disable(SerializationFeature.WRAP_EXCEPTIONS) // a key that was erased says so itself
            .changeDefaultPropertyInclusion(included -> included.withValueInclusion(JsonInclude.Include.NON_NULL))
            .addModule(new GuardedJson())
            .build();

    /** Steps from an older fact to the next version of it, applied in order. */
    private static final List<Upcaster> UPCASTERS = List.of(
            new Upcaster("scheme.impact-reported/1", "scheme.impact-reported/2", fact -> fact.put("cutMove", "0").put("inputs", "")));

    /** Within a text of the envelope its quotes would be escaped. */
    private static final Pattern TRACEPARENT = Pattern.compile("\"traceparent\":\"([0-9a-f-]+)\"");

    /** Turns the payload of the fact {@code from} into one of the fact {@code to}. */
    record Upcaster(String from, String to, UnaryOperator<ObjectNode> change) {
    }

    private EventJson() {
    }

    /** The payload bytes of a fact. The same fact under the same id and keys gives the same bytes. */
    public static byte[] write(Event event, UUID eventId, Keys keys) {
        return MAPPER.writer().withAttribute(GuardedJson.KEYS, keys).withAttribute(GuardedJson.EVENT, eventId).writeValueAsBytes(event);
    }

    /** The type that a fact of this name is read as: of its latest version. Empty where no fact is called so. */
    public static Optional<Class<? extends Event>> typeOf(String name) {
        return EventTypes.byName(current(name, UPCASTERS));
    }

    /** @throws UnreadableFact for an unknown type or a payload that is not of that type */
    public static Event read(String type, byte[] payload, Keys keys) {
        return read(type, payload, keys, UPCASTERS);
    }

    static Event read(String type, byte[] payload, Keys keys, List<Upcaster> upcasters) {
        try {
            String current = current(type, upcasters);
            ObjectReader reader = MAPPER.readerFor(EventTypes.byName(current)
                    .orElseThrow(() -> new UnreadableFact("no fact is called " + current, null))).withAttribute(GuardedJson.KEYS, keys);
            return current.equals(type) ? reader.readValue(payload) : reader.readValue(upcast(type, MAPPER.readTree(payload), upcasters));
        } catch (JacksonException | ClassCastException e) {
            throw new UnreadableFact("a payload is not a " + type, e);
        }
    }

    private static String current(String type, List<Upcaster> upcasters) {
        String current = type;
        for (Upcaster upcaster : upcasters) {
            current = upcaster.from().equals(current) ? upcaster.to() : current;
        }
        return current;
    }

    private static JsonNode upcast(String type, JsonNode payload, List<Upcaster> upcasters) {
        String current = type;
        JsonNode tree = payload;
        for (Upcaster upcaster : upcasters) {
            if (upcaster.from().equals(current)) {
                tree = upcaster.change().apply((ObjectNode) tree);
                current = upcaster.to();
            }
        }
        return tree;
    }

    public static byte[] write(Envelope envelope) {
        return MAPPER.writeValueAsBytes(envelope);
    }

    /**
     * The trace in which the command behind a fact was followed, as W3C trace context; empty for nearly all facts. The envelope is not
     * decoded for it: one that cannot be read is a fault elsewhere, and following nobody's command may cost nobody anything.
     */
    public static Optional<String> traceparent(byte[] metadata) {
        Matcher found = TRACEPARENT.matcher(new String(metadata, StandardCharsets.UTF_8));
        return found.find() ? Optional.of(found.group(1)) : Optional.empty();
    }

    /** @throws UnreadableFact where the bytes are no envelope */
    public static Envelope readEnvelope(byte[] metadata) {
        try {
            return MAPPER.readValue(metadata, Envelope.class);
        } catch (JacksonException e) {
            throw new UnreadableFact("the metadata is not an envelope", e);
        }
    }

    /** @throws UnreadableFact as {@link #read(String, byte[], Keys)} */
    public static Fact read(Recorded at, Keys keys) {
        return new Fact(at, readEnvelope(at.metadata()), read(at.type(), at.payload(), keys));
    }
}
