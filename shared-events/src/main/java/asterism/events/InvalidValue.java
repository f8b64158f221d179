package asterism.events;

/** A value that cannot be: an id with a blank in it, a negative score. Carries a stable code; the edge adds the field's path. */
public final class InvalidValue extends IllegalArgumentException {
    private final String code;

    public InvalidValue(String code, String message) {
        super(message);
        this.code = code;
    }

    /** Stable code, such as {@code id.malformed}. */
    public String code() {
        return code;
    }
}
