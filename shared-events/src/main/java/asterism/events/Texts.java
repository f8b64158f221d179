package asterism.events;

/** Bounds for what people write: nothing empty, nothing endless, nothing a database or a page cannot hold. */
public final class Texts {
    private Texts() {
    }

    /**
     * A line of 1 to 200 characters.
     *
     * @throws InvalidValue {@code text.empty}, {@code text.too-long}, {@code text.unusable}
     */
    public static String line(String what, String value) {
        return bounded(what, value, 200);
    }

    /**
     * A statement of 1 to 4,000 characters.
     *
     * @throws InvalidValue as {@link #line}
     */
    public static String statement(String what, String value) {
        return bounded(what, value, 4_000);
    }

    /**
     * A whole document of 1 to 200,000 characters.
     *
     * @throws InvalidValue as {@link #line}
     */
    public static String document(String what, String value) {
        return bounded(what, value, 200_000);
    }

    private static String bounded(String what, String value, int most) {
        if (value.isBlank()) {
            throw new InvalidValue("text.empty", what + " must not be empty");
        }
        if (value.length() > most) {
            throw new InvalidValue("text.too-long", what + " has more than " + most + " characters");
        }
        if (value.codePoints().anyMatch(Texts::unusable)) {
            throw new InvalidValue("text.unusable", what + " holds a character that cannot be stored");
        }
        return value;
    }

    /** NUL, which PostgreSQL refuses, and halves of surrogate pairs, which UTF-8 cannot say. */
    private static boolean unusable(int codePoint) {
        return codePoint == 0 || (codePoint >= Character.MIN_SURROGATE && codePoint <= Character.MAX_SURROGATE);
    }
}
