package asterism.rating.editor;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;

/** The few words of JSON Schema that the language needs. */
final class Shapes {
    /** The document is failsafe YAML, where every scalar is text; an editor may take the same scalar for a number. */
    static final Map<String, Object> TEXT = Map.of("type", List.of("string", "number", "boolean"));
    static final Map<String, Object> NUMBER = Map.of("type", List.of("string", "number"), "pattern", "^-?[0-9]+(\\.[0-9]+)?$");
    static final Map<String, Object> WHOLE = Map.of("type", List.of("string", "integer"), "pattern", "^-?[0-9]{1,9}$");
    static final Map<String, Object> DAY = Map.of("type", "string", "pattern", "^[0-9]{4}-[0-9]{2}-[0-9]{2}$");
    static final Map<String, Object> MONTH_DAY = Map.of("type", "string", "pattern", "^[0-9]{2}-[0-9]{2}$");
    static final Map<String, Object> YES_NO = Map.of("enum", List.of("true", "false", true, false));

    private Shapes() {
    }

    /** A key of a mapping. */
    record Key(String name, Map<String, Object> shape, boolean required) {
    }

    static Key need(String name, Map<String, Object> shape) {
        return new Key(name, shape, true);
    }

    static Key may(String name, Map<String, Object> shape) {
        return new Key(name, shape, false);
    }

    /** A mapping with these keys and no others. */
    static Map<String, Object> form(Key... keys) {
        Map<String, Object> properties = new LinkedHashMap<>();
        Arrays.stream(keys).forEach(key -> properties.put(key.name, key.shape));
        Map<String, Object> form = new LinkedHashMap<>();
        form.put("type", "object");
        form.put("properties", properties);
        form.put("required", Arrays.stream(keys).filter(Key::required).map(Key::name).toList());
        form.put("additionalProperties", false);
        return form;
    }

    static Key[] and(Key[] keys, Key... more) {
        return Stream.of(keys, more).flatMap(Arrays::stream).toArray(Key[]::new);
    }

    /** A mapping from names to such parts. */
    static Map<String, Object> named(Map<String, Object> shape) {
        return Map.of("type", "object", "additionalProperties", shape);
    }

    static Map<String, Object> list(Map<String, Object> of) {
        return Map.of("type", "array", "items", of);
    }

    static Map<String, Object> some(Map<String, Object> of) {
        return Map.of("type", "array", "items", of, "minItems", 1);
    }

    static Map<String, Object> pair(Map<String, Object> of) {
        return Map.of("type", "array", "items", of, "minItems", 2, "maxItems", 2);
    }

    static Map<String, Object> words(String... words) {
        return Map.of("enum", List.of(words));
    }

    /** The constants of an enum as the document writes them, so that this cannot drift from what is read. */
    static Map<String, Object> words(Class<? extends Enum<?>> type) {
        return Map.of("enum", Arrays.stream(type.getEnumConstants()).map(constant -> constant.name().toLowerCase(Locale.ROOT)).toList());
    }

    @SafeVarargs
    static Map<String, Object> either(Map<String, Object>... shapes) {
        return Map.of("anyOf", List.of(shapes));
    }

    static Map<String, Object> orNone(Map<String, Object> shape) {
        return either(words("none"), shape);
    }

    static Map<String, Object> ref(String name) {
        return Map.of("$ref", "#/$defs/" + name);
    }
}
