package asterism.query.reading;

/** The answer does not stand where it was asked to stand, yet: try again. */
public final class NotYet extends RuntimeException {
    public NotYet(String message) {
        super(message);
    }
}
