package asterism.events;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.Optional;
import java.util.UUID;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.JsonParser;
import tools.jackson.databind.BeanProperty;
import tools.jackson.databind.DeserializationContext;
import tools.jackson.databind.JavaType;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.SerializationContext;
import tools.jackson.databind.ValueDeserializer;
import tools.jackson.databind.ValueSerializer;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.module.SimpleModule;

/** Writes a guarded value as {@code {"key": …, "box": …}} and opens the box again where the key is at hand. */
final class GuardedJson extends SimpleModule {
    static final String KEYS = "asterism.keys";
    static final String EVENT = "asterism.event";
    private static final JsonMapper INSIDE = JsonMapper.builder()
            .changeDefaultPropertyInclusion(included -> included.withValueInclusion(JsonInclude.Include.NON_NULL))
            .build();

    GuardedJson() {
        super("guarded");
        addSerializer(Personal.class, new Write<>());
        addSerializer(Secret.class, new Write<>());
        addDeserializer(Personal.class, new Read<>(null, Personal::new));
        addDeserializer(Secret.class, new Read<>(null, Secret::new));
    }

    private static final class Write<G extends Guarded<?>> extends ValueSerializer<G> {
        @Override
        public void serialize(G guarded, JsonGenerator out, SerializationContext context) {
            Object value = guarded.value().orElseThrow(() -> new IllegalStateException("a withheld value cannot be written"));
            Keys keys = (Keys) context.getAttribute(KEYS);
            UUID event = (UUID) context.getAttribute(EVENT);
            out.writeStartObject();
            out.writeStringProperty("key", guarded.key());
            out.writeName("box");
            out.writeBinary(Box.close(keys.obtain(guarded.key()), event, INSIDE.writeValueAsBytes(value)));
            out.writeEndObject();
        }
    }

    private static final class Read<G extends Guarded<?>> extends ValueDeserializer<G> {
        private final @Nullable JavaType inside;
        private final BiFunction<String, Optional<Object>, G> make;

        Read(@Nullable JavaType inside, BiFunction<String, Optional<Object>, G> make) {
            this.inside = inside;
            this.make = make;
        }

        @Override
        public ValueDeserializer<?> createContextual(DeserializationContext context, BeanProperty property) {
            return new Read<>(property.getType().containedType(0), make);
        }

        @Override
        public G deserialize(JsonParser in, DeserializationContext context) {
            JsonNode node = context.readTree(in);
            String key = node.required("key").stringValue();
            Keys keys = (Keys) context.getAttribute(KEYS);
            return make.apply(key, keys.find(key)
                    .map(secret -> INSIDE.readValue(Box.open(secret, node.required("box").binaryValue()), inside)));
        }
    }
}
