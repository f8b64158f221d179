package asterism.rating;

import java.util.Optional;

/** A key of the procedure: a value, expressly nothing, or something on which the legal text is silent. */
public sealed interface Stated<T> {
    record Is<T>(T is) implements Stated<T> {
    }

    record None<T>() implements Stated<T> {
    }

    record NotStated<T>() implements Stated<T> {
    }

    /** The value where there is one. */
    default Optional<T> value() {
        return switch (this) {
            case Is<T>(T is) -> Optional.of(is);
            case None<T> _ -> Optional.empty();
            case NotStated<T> _ -> throw new IllegalStateException("the text is silent and no local rule fills it");
        };
    }

    /** The value of a key that cannot be none. */
    default T get() {
        return value().orElseThrow(() -> new IllegalStateException("this is none"));
    }
}
