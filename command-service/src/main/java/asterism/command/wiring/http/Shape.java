package asterism.command.wiring.http;

import com.fasterxml.jackson.annotation.JsonValue;
import java.lang.reflect.AnnotatedParameterizedType;
import java.lang.reflect.AnnotatedType;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** What a record looks like as JSON: nothing more, and nothing less than it must have. */
final class Shape {
    private Shape() {
    }

    /**
     * Compares a value with the record it is to become, down to the last field.
     *
     * @throws Trouble {@code field.unknown}, {@code field.missing}, {@code field.not-an-object}, {@code field.not-a-list},
     *                 {@code field.malformed}
     */
    static void check(Class<?> type, JsonNode node, String path) {
        if (!node.isObject()) {
            throw Trouble.bad("field.not-an-object", path, "here an object is expected");
        }
        List<RecordComponent> components = List.of(type.getRecordComponents());
        Set<String> names = components.stream().map(RecordComponent::getName).collect(Collectors.toSet());
        for (String name : node.propertyNames()) {
            if (!names.contains(name)) {
                throw Trouble.bad("field.unknown", join(path, name), "nobody knows a field of that name here");
            }
        }
        for (RecordComponent component : components) {
            check(component.getAnnotatedType(), node.get(component.getName()), join(path, component.getName()));
        }
    }

    private static void check(AnnotatedType type, @Nullable JsonNode value, String path) {
        if (value == null || value.isNull()) {
            if (!optional(type)) {
                throw Trouble.bad("field.missing", path, "this field must be given");
            }
            return;
        }
        Optional<AnnotatedType> element = element(type);
        if (element.isPresent()) {
            if (!value.isArray()) {
                throw Trouble.bad("field.not-a-list", path, "here a list is expected");
            }
            for (int i = 0; i < value.size(); i++) {
                check(element.get(), value.get(i), path + "[" + i + "]");
            }
        } else if (structured(raw(type.getType()))) {
            check(raw(type.getType()), value, path);
        } else if (value.isContainer() && !Map.class.isAssignableFrom(raw(type.getType()))) { // Jackson reads no day from an empty list
            throw Trouble.bad("field.malformed", path, "here one value is expected");
        }
    }

    /** A record that is written as an object, not as the one value it holds. */
    static boolean structured(Class<?> type) {
        return type.isRecord() && Arrays.stream(type.getMethods()).noneMatch(method -> method.isAnnotationPresent(JsonValue.class));
    }

    /** The type one gets to along these names, through lists. */
    static Class<?> at(Class<?> type, List<String> names) {
        if (names.isEmpty() || !type.isRecord()) {
            return type;
        }
        return Arrays.stream(type.getRecordComponents()).filter(component -> component.getName().equals(names.getFirst())).findFirst()
                .map(RecordComponent::getAnnotatedType).map(found -> raw(element(found).orElse(found).getType()))
                .<Class<?>>map(found -> at(found, names.subList(1, names.size()))).orElse(type);
    }

    static boolean optional(AnnotatedType type) {
        return type.isAnnotationPresent(Nullable.class);
    }

    /** The type of a list's elements; empty for what is no list. */
    static Optional<AnnotatedType> element(AnnotatedType type) {
        return type instanceof AnnotatedParameterizedType list && List.class.isAssignableFrom(raw(type.getType()))
                ? Optional.of(list.getAnnotatedActualTypeArguments()[0]) : Optional.empty();
    }

    static Class<?> raw(Type type) {
        return (Class<?>) (type instanceof ParameterizedType parameterized ? parameterized.getRawType() : type);
    }

    private static String join(String path, String name) {
        return path.isEmpty() ? name : path + "." + name;
    }
}
