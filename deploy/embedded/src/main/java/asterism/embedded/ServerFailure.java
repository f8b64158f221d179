package asterism.embedded;

import org.jspecify.annotations.Nullable;

/** An embedded server that cannot start or go on; the message is one sentence for the person at the keyboard. */
public final class ServerFailure extends RuntimeException {

    public ServerFailure(String sentence) {
        super(sentence);
    }

    public ServerFailure(String sentence, @Nullable Throwable cause) {
        super(sentence, cause);
    }
}
