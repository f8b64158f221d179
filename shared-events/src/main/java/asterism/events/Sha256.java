package asterism.events;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** SHA-256 in the form facts carry it: 64 small hexadecimal digits. */
public final class Sha256 {
    private Sha256() {
    }

    public static String of(String text) {
        return of(text.getBytes(StandardCharsets.UTF_8));
    }

    public static String of(byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }

    /**
     * The text itself.
     *
     * @throws InvalidValue where it is none
     */
    public static String check(String sha256) {
        if (!sha256.matches("[0-9a-f]{64}")) {
            throw new InvalidValue("sha256.malformed", "a SHA-256 has 64 small hexadecimal digits");
        }
        return sha256;
    }
}
