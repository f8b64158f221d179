package asterism.command.wiring.hooks;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Base64;
import java.util.List;
import java.util.stream.Collectors;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** Signs as Standard Webhooks says: HMAC-SHA256 over id, time and body; by several secrets while one takes the place of another. */
final class Signature {
    private static final String ALGORITHM = "HmacSHA256";
    private static final int SHORTEST = 24;
    private static final int LONGEST = 64;
    private static final String PREFIX = "whsec_";

    private Signature() {
    }

    /**
     * @param secrets as the settings hold them: {@code whsec_} and 24 to 64 bytes in Base64; several with spaces between
     * @throws IllegalArgumentException where one of them is none
     */
    static List<SecretKeySpec> keys(String secrets) {
        return List.of(secrets.strip().split("\\s+")).stream().map(Signature::key).toList();
    }

    private static SecretKeySpec key(String secret) {
        byte[] bytes = secret.startsWith(PREFIX) ? Base64.getDecoder().decode(secret.substring(PREFIX.length())) : new byte[0];
        if (bytes.length < SHORTEST || bytes.length > LONGEST) {
            throw new IllegalArgumentException("a secret is whsec_ and " + SHORTEST + " to " + LONGEST + " bytes in Base64");
        }
        return new SecretKeySpec(bytes, ALGORITHM);
    }

    /** @param seconds since 1970, of the attempt */
    static String of(List<SecretKeySpec> keys, String id, long seconds, String body) {
        byte[] signed = (id + "." + seconds + "." + body).getBytes(StandardCharsets.UTF_8);
        return keys.stream().map(key -> "v1," + Base64.getEncoder().encodeToString(mac(key, signed))).collect(Collectors.joining(" "));
    }

    private static byte[] mac(SecretKeySpec key, byte[] signed) {
        try {
            Mac mac = Mac.getInstance(ALGORITHM);
            mac.init(key);
            return mac.doFinal(signed);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java platform has " + ALGORITHM, e);
        }
    }
}
