package asterism.command.wiring.journal;

import org.jspecify.annotations.Nullable;

/** The journal could not be reached, or would not answer in time. Repeating the same append, with the same command id, is safe. */
public final class JournalUnavailable extends RuntimeException {
    private final boolean unknown;

    JournalUnavailable(boolean unknown, String why, @Nullable Throwable cause) {
        super(why + (unknown ? "; whether the facts were recorded is unknown, repeat with the same command id" : "; nothing was recorded"),
                cause);
        this.unknown = unknown;
    }

    /** Whether the facts may have been recorded nevertheless. False: certainly not. */
    public boolean unknown() {
        return unknown;
    }
}
