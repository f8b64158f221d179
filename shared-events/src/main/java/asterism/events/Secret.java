package asterism.events;

import java.util.Optional;

/** A value sealed until its time, such as a score before all scores are in, under the key of the panel. */
public record Secret<T>(@Open String key, Optional<T> value) implements Guarded<T> {

    public static <T> Secret<T> of(ApplicationId panel, T value) {
        return new Secret<>(keyOf(panel), Optional.of(value));
    }

    /** The name of the key of the panel that scores an application. */
    public static String keyOf(ApplicationId panel) {
        return "panel/" + panel;
    }
}
