package asterism.journal;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.regex.Pattern;

/**
 * A text with signatures below it: C2SP signed-note. Each signature line is an em dash, the signer's name, and base64 of four
 * bytes of the key's hash and the signature.
 *
 * @param text ends with a line end, and holds no empty line at its end
 */
public record SignedNote(String text, List<Signature> signatures) {
    private static final Pattern LINE = Pattern.compile("— ([^ +\n]+) ([A-Za-z0-9+/]+={0,2})");
    private static final int KEY_HASH = 4;

    /** @param bytes what follows the key's hash: the signature alone, or a time and a signature for a witness */
    @SuppressWarnings("ArrayRecordComponent") // on its way to and from the line
    public record Signature(String name, byte[] keyHash, byte[] bytes) {

        /** The line, without its end. */
        public String line() {
            var all = Arrays.copyOf(keyHash, KEY_HASH + bytes.length);
            System.arraycopy(bytes, 0, all, KEY_HASH, bytes.length);
            return "— " + name + " " + Base64.getEncoder().encodeToString(all);
        }
    }

    public SignedNote {
        if (!text.endsWith("\n")) {
            throw new IllegalArgumentException("the text of a note ends with a line end");
        }
        signatures = List.copyOf(signatures);
    }

    /** The same note with one more signature. */
    public SignedNote and(Signature signature) {
        var more = new ArrayList<>(signatures);
        more.add(signature);
        return new SignedNote(text, more);
    }

    /** Whether the holder of that key signed it. Signatures of unknown keys are no matter. */
    public boolean signedBy(VerifierKey key) {
        return signatures.stream().anyMatch(signature -> key.verifies(text, signature));
    }

    /** The note as it is published. */
    public String encoded() {
        var note = new StringBuilder(text).append('\n');
        signatures.forEach(signature -> note.append(signature.line()).append('\n'));
        return note.toString();
    }

    /** @throws IllegalArgumentException where it is no signed note */
    public static SignedNote parse(String note) {
        var split = note.lastIndexOf("\n\n");
        if (split < 0 || !note.endsWith("\n")) {
            throw new IllegalArgumentException("a signed note is a text, an empty line and signatures");
        }
        var signatures = note.substring(split + 2).lines().map(SignedNote::signature).toList();
        if (signatures.isEmpty()) {
            throw new IllegalArgumentException("the note carries no signature");
        }
        return new SignedNote(note.substring(0, split + 1), signatures);
    }

    private static Signature signature(String line) {
        var parts = LINE.matcher(line);
        if (!parts.matches()) {
            throw new IllegalArgumentException("a signature line is an em dash, a name and base64");
        }
        var bytes = Base64.getDecoder().decode(parts.group(2));
        if (bytes.length <= KEY_HASH) {
            throw new IllegalArgumentException("a signature line holds the key's hash and a signature");
        }
        return new Signature(parts.group(1), Arrays.copyOf(bytes, KEY_HASH), Arrays.copyOfRange(bytes, KEY_HASH, bytes.length));
    }
}
