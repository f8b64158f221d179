package asterism.command.wiring.http;

import asterism.events.InvalidValue;
import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.MapperFeature;
import tools.jackson.databind.cfg.CoercionAction;
import tools.jackson.databind.cfg.CoercionInputShape;
import tools.jackson.databind.cfg.EnumFeature;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;
import tools.jackson.databind.type.LogicalType;

/** JSON from outside, taken at its word: nothing is guessed, bent into shape or silently dropped. */
final class StrictJson {
    private static final int DEEPEST = 32;
    private static final int LONGEST_NUMBER = 50;
    private static final int LONGEST_NAME = 200;

    private static final JsonMapper MAPPER = JsonMapper.builder(JsonFactory.builder()
                    .streamReadConstraints(StreamReadConstraints.builder()
                            .maxNestingDepth(DEEPEST).maxNumberLength(LONGEST_NUMBER).maxNameLength(LONGEST_NAME).build())
                    .build())
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS, DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES,
                    DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES, DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .disable(DeserializationFeature.ACCEPT_FLOAT_AS_INT)
            .enable(EnumFeature.FAIL_ON_NUMBERS_FOR_ENUMS)
            .disable(MapperFeature.ALLOW_COERCION_OF_SCALARS)
            .withCoercionConfigDefaults(all -> all.setCoercion(CoercionInputShape.EmptyString, CoercionAction.Fail)) // no day is no null
            .withCoercionConfig(LogicalType.Textual, text -> {
                for (CoercionInputShape shape : List.of(
                        CoercionInputShape.Integer, CoercionInputShape.Float, CoercionInputShape.Boolean)) {
                    text.setCoercion(shape, CoercionAction.Fail);
                }
            })
            .changeDefaultPropertyInclusion(included -> included.withValueInclusion(JsonInclude.Include.NON_NULL))
            .build();

    private StrictJson() {
    }

    /**
     * The object these bytes say.
     *
     * @throws Trouble {@code body.malformed}, {@code body.not-an-object}, {@code text.unusable}
     */
    static ObjectNode object(byte[] body) {
        try {
            JsonNode tree = MAPPER.readTree(body);
            usable(tree, "");
            if (tree instanceof ObjectNode object) {
                return object;
            }
        } catch (JacksonException e) {
            throw Trouble.bad("body.malformed", null, "the body is not JSON as it must be: " + first(e.getOriginalMessage()));
        }
        throw Trouble.bad("body.not-an-object", null, "the body must be a JSON object");
    }

    /**
     * The record such an object says.
     *
     * @throws Trouble as {@link Shape#check}; {@code field.malformed} or the code of the value's own rule
     */
    static <T> T record(ObjectNode object, Class<T> type) {
        Shape.check(type, object, "");
        try {
            return MAPPER.readerFor(type).readValue(object);
        } catch (JacksonException e) {
            throw e.getCause() instanceof InvalidValue invalid
                    ? Trouble.bad(invalid.code(), field(e, invalid, type), String.valueOf(invalid.getMessage()))
                    : Trouble.bad("field.malformed", path(e), "this value is not of the kind expected here");
        }
    }

    /** Where a rule over a whole record failed, its sentence begins with the name of the field at fault. */
    private static @Nullable String field(JacksonException e, InvalidValue invalid, Class<?> type) {
        String path = path(e);
        String word = first(invalid.getMessage()).split(" ", 2)[0];
        Class<?> at = Shape.at(type, e.getPath().stream().map(JacksonException.Reference::getPropertyName)
                .filter(Objects::nonNull).toList());
        boolean named = Shape.structured(at)
                && Arrays.stream(at.getRecordComponents()).anyMatch(component -> component.getName().equals(word));
        return !named ? path : path == null ? word : path + "." + word;
    }

    private static @Nullable String path(JacksonException e) {
        StringBuilder path = new StringBuilder();
        for (JacksonException.Reference step : e.getPath()) {
            if (step.getPropertyName() == null) {
                path.append('[').append(step.getIndex()).append(']');
            } else {
                path.append(path.isEmpty() ? "" : ".").append(step.getPropertyName());
            }
        }
        return path.isEmpty() ? null : path.toString();
    }

    /** No NUL, which no database holds, and no half of a surrogate pair, which no UTF-8 says. */
    private static void usable(JsonNode node, String path) {
        if (node.isString() && node.stringValue().codePoints().anyMatch(c -> c == 0 || (c >= 0xD800 && c <= 0xDFFF))) {
            throw Trouble.bad("text.unusable", path, "this text holds a character that cannot be stored");
        }
        if (node.isObject()) {
            node.propertyStream().forEach(field -> usable(field.getValue(), path.isEmpty() ? field.getKey() : path + "." + field.getKey()));
        }
        for (int i = 0; node.isArray() && i < node.size(); i++) {
            usable(node.get(i), path + "[" + i + "]");
        }
    }

    private static String first(@Nullable String message) {
        return message == null ? "" : message.lines().findFirst().orElse("");
    }
}
