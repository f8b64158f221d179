package asterism.events;

import org.jspecify.annotations.Nullable;

/** Bytes in the journal that this version of the product cannot read: its branch waits, others go on. */
public final class UnreadableFact extends RuntimeException {
    public UnreadableFact(String message, @Nullable Throwable cause) {
        super(message, cause);
    }
}
