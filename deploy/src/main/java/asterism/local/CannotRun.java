package asterism.local;

import org.jspecify.annotations.Nullable;

/** Why the house cannot start or go on, in one sentence for the person at the keyboard. */
public final class CannotRun extends RuntimeException {

    public CannotRun(String sentence) {
        super(sentence);
    }

    public CannotRun(String sentence, @Nullable Throwable cause) {
        super(sentence, cause);
    }
}
