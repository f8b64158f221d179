package asterism.events;

import java.util.Optional;

/** A value that stands encrypted in the journal. Where the key is erased or not ours, the value is absent and the fact still reads. */
public sealed interface Guarded<T> permits Personal, Secret {

    /** The key it stands under, such as {@code person/p17} or {@code panel/r2025.b017}. */
    String key();

    /** The value, where the reader holds the key. */
    Optional<T> value();
}
