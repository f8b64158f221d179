package asterism.command.wiring.evidence;

import asterism.command.wiring.http.Trouble;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import org.springframework.http.HttpStatus;

/**
 * A file as it came in, whole, in a place of its own that goes away with {@link #close}.
 *
 * @param size in bytes
 */
record Received(Path path, long size, String sha256) implements AutoCloseable {

    /**
     * Reads a file to its end.
     *
     * @param most bytes
     * @throws Trouble     {@code evidence.too-large}, {@code evidence.empty}
     * @throws IOException where it breaks off
     */
    static Received from(InputStream in, long most) throws IOException {
        Path path = Files.createTempFile("evidence-", ".part");
        try {
            MessageDigest digest = digest();
            long size = copy(in, path, digest, most);
            if (size == 0) {
                throw Trouble.bad("evidence.empty", null, "the file is empty");
            }
            return new Received(path, size, HexFormat.of().formatHex(digest.digest()));
        } catch (IOException | RuntimeException broken) {
            Files.deleteIfExists(path);
            throw broken;
        }
    }

    private static long copy(InputStream in, Path path, MessageDigest digest, long most) throws IOException {
        try (OutputStream out = new DigestOutputStream(Files.newOutputStream(path), digest)) {
            byte[] some = new byte[1 << 16];
            long size = 0;
            for (int read = in.read(some); read >= 0; read = in.read(some)) {
                size += read;
                if (size > most) {
                    throw new Trouble(HttpStatus.CONTENT_TOO_LARGE, "evidence.too-large", null, "a file has at most " + most + " bytes");
                }
                out.write(some, 0, read);
            }
            return size;
        }
    }

    private static MessageDigest digest() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }

    @Override
    public void close() throws IOException {
        Files.deleteIfExists(path);
    }
}
