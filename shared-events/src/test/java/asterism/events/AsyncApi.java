package asterism.events;

import com.fasterxml.jackson.annotation.JsonValue;
import java.lang.reflect.AnnotatedParameterizedType;
import java.lang.reflect.AnnotatedType;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.time.LocalDate;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** The description of the topic as AsyncAPI 3.0, made of the facts themselves. */
final class AsyncApi {
    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final String CHANNEL = "#/channels/facts";
    private final ObjectNode schemas = JSON.createObjectNode();
    private final ObjectNode messages = JSON.createObjectNode();

    /** The whole document. */
    ObjectNode document() {
        EventTypes.all().forEach(type -> messages.set(id(type), message(type)));
        ObjectNode document = JSON.createObjectNode().put("asyncapi", "3.0.0");
        document.putObject("info").put("title", "Asterism: facts").put("version", "1").put("description",
                "Every fact of a house in its one order, on one partition. The position is dense: a consumer that has taken in n takes in"
                + " n + 1 next, passes over what it has, and where something is missing reads the journal's feed. Personal and sealed"
                + " values stand encrypted. Facts are added; what is known of one does not change.");
        document.put("defaultContentType", "application/json");
        ObjectNode channel = document.putObject("channels").putObject("facts").put("address", "asterism.events");
        ObjectNode kafka = channel.putObject("bindings").putObject("kafka").put("topic", "asterism.events").put("partitions", 1);
        kafka.putObject("topicConfiguration").put("retention.ms", 604_800_000);
        ObjectNode sent = channel.putObject("messages");
        messages.propertyNames().forEach(id -> sent.putObject(id).put("$ref", "#/components/messages/" + id));
        document.putObject("operations").putObject("read").put("action", "send").putObject("channel").put("$ref", CHANNEL);
        ObjectNode components = document.putObject("components");
        components.set("messages", messages);
        components.set("schemas", schemas);
        schemas.set("CloudEvent", headers());
        return document;
    }

    /** Of a message, by the wire name of its fact. */
    static String id(Class<? extends Event> type) {
        return EventTypes.nameOf(type).replace('/', '-');
    }

    private ObjectNode message(Class<? extends Event> type) {
        ObjectNode message = JSON.createObjectNode().put("name", EventTypes.nameOf(type)).put("contentType", "application/json");
        message.putObject("headers").putArray("allOf").add(ref("CloudEvent")).addObject().putObject("properties").putObject("ce_type")
                .put("const", EventTypes.nameOf(type));
        message.set("payload", schema(type));
        ObjectNode key = message.putObject("bindings").putObject("kafka").putObject("key");
        key.put("type", "string").put("description", "the branch the fact is about, else its stream");
        return message;
    }

    private static ObjectNode headers() {
        ObjectNode headers = JSON.createObjectNode().put("type", "object").put("description", "CloudEvents 1.0 in binary mode");
        ObjectNode properties = headers.putObject("properties");
        new TreeMap<>(Map.of("ce_specversion", "1.0", "ce_source", "/asterism/journal")).forEach((name, value) -> properties.putObject(name)
                .put("const", value));
        new TreeMap<>(Map.of("ce_id", "the fact's id", "ce_type", "wire name with its version", "ce_subject", "the stream", "ce_time",
                "when it was recorded", "ce_position", "in the journal, from 1, without gaps", "ce_streamversion", "in its stream, from 1",
                "ce_effectiveon", "the day it holds from", "ce_metadata", "the envelope as JSON: who, on whose behalf, why")).forEach(
                (name, what) -> properties.putObject(name).put("type", "string").put("description", what));
        ArrayNode required = headers.putArray("required");
        properties.propertyNames().stream().sorted().forEach(required::add);
        return headers;
    }

    private static ObjectNode ref(String name) {
        return JSON.createObjectNode().put("$ref", "#/components/schemas/" + name);
    }

    private ObjectNode schema(AnnotatedType type) {
        if (type instanceof AnnotatedParameterizedType parameterized) {
            List<AnnotatedType> of = List.of(parameterized.getAnnotatedActualTypeArguments());
            Class<?> raw = raw(type.getType());
            if (List.class.isAssignableFrom(raw)) {
                ObjectNode list = JSON.createObjectNode().put("type", "array");
                list.set("items", schema(of.getFirst()));
                return list;
            }
            if (Map.class.isAssignableFrom(raw)) {
                ObjectNode map = JSON.createObjectNode().put("type", "object");
                map.set("additionalProperties", schema(of.getLast()));
                return map;
            }
        }
        return schema(raw(type.getType()));
    }

    private ObjectNode schema(Class<?> type) {
        ObjectNode schema = JSON.createObjectNode();
        if (Guarded.class.isAssignableFrom(type)) {
            return guarded();
        }
        if (type.isEnum()) {
            ArrayNode names = schema.put("type", "string").putArray("enum");
            Arrays.stream(type.getEnumConstants()).map(String::valueOf).forEach(names::add);
            return schema;
        }
        Class<?> value = value(type);
        if (value != null) {
            return schema(value);
        }
        if (type.isRecord()) {
            return Event.class.isAssignableFrom(type) ? object(type) : shared(type);
        }
        return plain(type, schema);
    }

    private static ObjectNode plain(Class<?> type, ObjectNode schema) {
        if (type == String.class) {
            return schema.put("type", "string");
        } else if (type == LocalDate.class) {
            return schema.put("type", "string").put("format", "date");
        } else if (type == Instant.class) {
            return schema.put("type", "string").put("format", "date-time");
        } else if (type == boolean.class) {
            return schema.put("type", "boolean");
        } else if (type == int.class || type == long.class || type == Integer.class || type == Long.class) {
            return schema.put("type", "integer");
        }
        throw new IllegalStateException("say what " + type + " looks like in the description of the topic");
    }

    /** A record that several facts hold, said once. */
    private ObjectNode shared(Class<?> type) {
        if (!schemas.has(type.getSimpleName())) {
            schemas.putObject(type.getSimpleName()); // it may hold itself
            schemas.set(type.getSimpleName(), object(type));
        }
        return ref(type.getSimpleName());
    }

    private ObjectNode object(Class<?> type) {
        ObjectNode object = JSON.createObjectNode().put("type", "object").put("additionalProperties", false);
        ObjectNode properties = object.putObject("properties");
        ArrayNode required = JSON.createArrayNode();
        for (RecordComponent component : type.getRecordComponents()) {
            properties.set(component.getName(), schema(component.getAnnotatedType()));
            if (!component.getAnnotatedType().isAnnotationPresent(Nullable.class)) {
                required.add(component.getName());
            }
        }
        if (!required.isEmpty()) {
            object.set("required", required);
        }
        return object;
    }

    /** AES-256-GCM under a key that the house gives to its own services alone. */
    private ObjectNode guarded() {
        if (!schemas.has("Guarded")) {
            ObjectNode object = schemas.putObject("Guarded").put("type", "object").put("additionalProperties", false)
                    .put("description", "a value under the key of a person or a panel");
            object.putObject("properties").putObject("key").put("type", "string");
            object.withObjectProperty("properties").putObject("box").put("type", "string").put("contentEncoding", "base64");
            object.putArray("required").add("key").add("box");
        }
        return ref("Guarded");
    }

    /** The one value that a record is written as; none where it is an object. */
    private static @Nullable Class<?> value(Class<?> type) {
        Stream<Class<?>> written = Arrays.stream(type.getMethods()).filter(method -> method.isAnnotationPresent(JsonValue.class))
                .map(method -> method.getReturnType());
        return written.findFirst().orElse(null);
    }

    private static Class<?> raw(Type type) {
        return (Class<?>) (type instanceof ParameterizedType parameterized ? parameterized.getRawType() : type);
    }
}
