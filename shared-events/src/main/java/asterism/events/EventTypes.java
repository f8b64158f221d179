package asterism.events;

import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** Every fact by its wire name, read from the sealed hierarchy itself, so that none can be forgotten. */
public final class EventTypes {
    private static final Map<String, Class<? extends Event>> BY_NAME = byName();

    private EventTypes() {
    }

    /** All facts, ordered by wire name. */
    public static List<Class<? extends Event>> all() {
        return List.copyOf(BY_NAME.values());
    }

    public static Optional<Class<? extends Event>> byName(String wireName) {
        return Optional.ofNullable(BY_NAME.get(wireName));
    }

    public static String nameOf(Class<? extends Event> type) {
        Wire wire = type.getAnnotation(Wire.class);
        if (wire == null) {
            throw new IllegalStateException(type.getName() + " has no wire name");
        }
        return wire.value();
    }

    private static Map<String, Class<? extends Event>> byName() {
        Map<String, Class<? extends Event>> names = new LinkedHashMap<>();
        concrete(Event.class).sorted(Comparator.comparing(EventTypes::nameOf)).forEach(type -> {
            if (names.put(nameOf(type), type) != null) {
                throw new IllegalStateException("two facts are called " + nameOf(type));
            }
        });
        return names;
    }

    private static Stream<Class<? extends Event>> concrete(Class<?> type) {
        return type.isSealed()
                ? Arrays.stream(type.getPermittedSubclasses()).flatMap(EventTypes::concrete)
                : Stream.of(type.asSubclass(Event.class));
    }
}
