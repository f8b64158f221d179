package asterism.journal;

/**
 * One key of a log takes the place of another, in the words of the key that goes.
 *
 * @param statement a C2SP signed note by {@code from} whose text is {@link #text}
 */
public record KeyChange(VerifierKey from, VerifierKey to, SignedNote statement) {

    /** @throws IllegalArgumentException where the key that goes did not say so, or the names of the keys differ */
    public KeyChange {
        if (!from.name().equals(to.name())) {
            throw new IllegalArgumentException("the keys of a log all have its name");
        }
        if (!statement.text().equals(text(to)) || !statement.signedBy(from)) {
            throw new IllegalArgumentException("the key " + from + " did not name " + to + " as the next one");
        }
    }

    /** The key that goes names the one that comes. */
    public static KeyChange of(SigningKey from, VerifierKey to) {
        return new KeyChange(from.verifier(), to, from.sign(text(to)));
    }

    /**
     * As a fact carries it.
     *
     * @throws IllegalArgumentException where it is none
     */
    public static KeyChange parse(String from, String to, String statement) {
        return new KeyChange(VerifierKey.parse(from), VerifierKey.parse(to), SignedNote.parse(statement));
    }

    /** Its second line is no number, so that it can never be taken for a checkpoint. */
    private static String text(VerifierKey to) {
        return "asterism log-key/v1\n" + to + "\n";
    }
}
