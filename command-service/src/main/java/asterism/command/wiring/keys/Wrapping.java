package asterism.command.wiring.keys;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.HexFormat;
import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/** The key that wraps all others, in a file of its own: whoever has the database alone can open nothing. */
final class Wrapping {
    private static final int KEY = 32;
    private static final int NONCE = 12;
    private static final int TAG_BITS = 128;

    private final SecureRandom random = new SecureRandom();
    private final SecretKeySpec key;

    /**
     * Reads the key, 64 hexadecimal digits. Where there is no file one is made that its owner alone can read.
     *
     * @throws IllegalStateException where the file holds something else
     */
    Wrapping(Path file) {
        try {
            byte[] bytes = HexFormat.of().parseHex(KeyFile.readOrMake(file, () -> HexFormat.of().formatHex(random(KEY)) + "\n").strip());
            if (bytes.length != KEY) {
                throw new IllegalStateException("the keyring file does not hold a 256-bit key");
            }
            key = new SecretKeySpec(bytes, "AES");
        } catch (IOException e) {
            throw new UncheckedIOException("the keyring file cannot be read or made", e);
        } catch (IllegalArgumentException e) {
            throw new IllegalStateException("the keyring file does not hold a key in hexadecimal digits", e);
        }
    }

    byte[] random(int bytes) {
        byte[] made = new byte[bytes];
        random.nextBytes(made);
        return made;
    }

    /** AES-256-GCM, the nonce in front, bound to the name. */
    byte[] wrap(String name, byte[] secret) {
        byte[] nonce = random(NONCE);
        byte[] closed = run(Cipher.ENCRYPT_MODE, name, nonce, secret);
        byte[] wrapped = Arrays.copyOf(nonce, NONCE + closed.length);
        System.arraycopy(closed, 0, wrapped, NONCE, closed.length);
        return wrapped;
    }

    /** @throws IllegalStateException where it was wrapped by another key or for another name */
    byte[] unwrap(String name, byte[] wrapped) {
        return run(Cipher.DECRYPT_MODE, name, Arrays.copyOf(wrapped, NONCE), Arrays.copyOfRange(wrapped, NONCE, wrapped.length));
    }

    private byte[] run(int mode, String name, byte[] nonce, byte[] bytes) {
        try {
            Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
            cipher.init(mode, key, new GCMParameterSpec(TAG_BITS, nonce));
            cipher.updateAAD(name.getBytes(StandardCharsets.UTF_8));
            return cipher.doFinal(bytes);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("a key of the keyring does not open with this keyring file", e);
        }
    }
}
