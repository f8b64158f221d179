package asterism.journal;

import java.util.Base64;
import java.util.regex.Pattern;

/**
 * What a log says of itself at a moment: C2SP tlog-checkpoint, three lines that a {@link SignedNote} carries.
 *
 * @param origin the log's name, a URL without its scheme
 * @param size   how many facts stand
 * @param root   of the tree over them, 32 bytes
 */
@SuppressWarnings("ArrayRecordComponent") // the root is handed on; texts are compared
public record Checkpoint(String origin, long size, byte[] root) {
    private static final int HASH = 32;
    private static final Pattern LINES = Pattern.compile("([^\n]+)\n(0|[1-9][0-9]{0,17})\n([A-Za-z0-9+/]{43}=)\n(?:[^\n]+\n)*");

    /** The note's text: origin, size, root in base64, each line ended. */
    public String text() {
        return origin + "\n" + size + "\n" + Base64.getEncoder().encodeToString(root) + "\n";
    }

    /**
     * Reads a note's text; lines after the third are extensions and left alone.
     *
     * @throws IllegalArgumentException where it is no checkpoint
     */
    public static Checkpoint parse(String text) {
        var lines = LINES.matcher(text);
        if (!lines.matches()) {
            throw new IllegalArgumentException("a checkpoint has the lines origin, size and root");
        }
        var root = Base64.getDecoder().decode(lines.group(3));
        if (root.length != HASH) {
            throw new IllegalArgumentException("a checkpoint's root has 32 bytes");
        }
        return new Checkpoint(lines.group(1), Long.parseLong(lines.group(2)), root);
    }
}
