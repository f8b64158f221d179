package asterism.events;

import java.util.Optional;

/** A value about a person, under that person's key: erasing the key erases the value, and the history still verifies. */
public record Personal<T>(@Open String key, Optional<T> value) implements Guarded<T> {

    public static <T> Personal<T> of(PersonId person, T value) {
        return new Personal<>(keyOf(person), Optional.of(value));
    }

    /** The name of a person's key. */
    public static String keyOf(PersonId person) {
        return "person/" + person;
    }
}
