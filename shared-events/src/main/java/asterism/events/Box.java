package asterism.events;

import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.util.Arrays;
import java.util.UUID;
import javax.crypto.Cipher;
import javax.crypto.Mac;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/**
 * AES-256-GCM, the nonce in front. The nonce is an HMAC of the fact's id and the plain bytes: writing the same fact again
 * gives the same box, and no two different values ever share a nonce.
 */
final class Box {
    private static final int NONCE = 12;
    private static final int TAG_BITS = 128;

    private Box() {
    }

    static byte[] close(byte[] key, UUID event, byte[] plain) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(key, "HmacSHA256"));
            mac.update(ByteBuffer.allocate(16).putLong(event.getMostSignificantBits()).putLong(event.getLeastSignificantBits()).array());
            byte[] nonce = Arrays.copyOf(mac.doFinal(plain), NONCE);
            byte[] closed = cipher(Cipher.ENCRYPT_MODE, key, nonce).doFinal(plain);
            return ByteBuffer.allocate(NONCE + closed.length).put(nonce).put(closed).array();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java platform has AES-GCM and HMAC", e);
        }
    }

    /** @throws UnreadableFact where key and box do not belong together */
    static byte[] open(byte[] key, byte[] box) {
        try {
            return cipher(Cipher.DECRYPT_MODE, key, Arrays.copyOf(box, NONCE)).doFinal(box, NONCE, box.length - NONCE);
        } catch (GeneralSecurityException | RuntimeException e) {
            throw new UnreadableFact("a guarded value does not open with its key", e);
        }
    }

    private static Cipher cipher(int mode, byte[] key, byte[] nonce) throws GeneralSecurityException {
        Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
        cipher.init(mode, new SecretKeySpec(key, "AES"), new GCMParameterSpec(TAG_BITS, nonce));
        return cipher;
    }
}
