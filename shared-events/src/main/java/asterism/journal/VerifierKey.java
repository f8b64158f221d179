package asterism.journal;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PublicKey;
import java.security.Signature;
import java.security.spec.X509EncodedKeySpec;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.regex.Pattern;

/**
 * The public half of an Ed25519 key with a name, as C2SP signed-note writes it: {@code name+hash+base64}. A log signs the note's
 * text; a witness (C2SP tlog-cosignature) signs a time in front of it.
 *
 * @param kind  {@link #LOG} or {@link #WITNESS}
 * @param bytes the 32 bytes of the key
 */
@SuppressWarnings("ArrayRecordComponent") // compared by its text
public record VerifierKey(String name, byte kind, byte[] bytes) {
    public static final byte LOG = 1;
    public static final byte WITNESS = 4;

    private static final int HASH = 4;
    private static final int KEY = 32;
    private static final byte[] X509 = HexFormat.of().parseHex("302a300506032b6570032100");
    private static final Pattern TEXT = Pattern.compile("([^ +\n]+)\\+([0-9a-f]{8})\\+([A-Za-z0-9+/]+={0,2})");

    public VerifierKey {
        if (bytes.length != KEY || (kind != LOG && kind != WITNESS)) {
            throw new IllegalArgumentException("a verifier key has 32 bytes, and is of a log or a witness");
        }
        if (name.isEmpty() || name.chars().anyMatch(c -> c == '+' || Character.isWhitespace(c))) {
            throw new IllegalArgumentException("the name of a key has neither spaces nor plus signs");
        }
    }

    /**
     * Reads a key as {@link #toString} writes it.
     *
     * @throws IllegalArgumentException where it is none, or its hash is not that of its bytes
     */
    public static VerifierKey parse(String text) {
        var parts = TEXT.matcher(text.strip());
        if (!parts.matches()) {
            throw new IllegalArgumentException("a verifier key is a name, a hash and base64, with plus signs between");
        }
        var bytes = Base64.getDecoder().decode(parts.group(3));
        var key = new VerifierKey(parts.group(1), bytes[0], Arrays.copyOfRange(bytes, 1, bytes.length));
        if (!HexFormat.of().formatHex(key.hash()).equals(parts.group(2))) {
            throw new IllegalArgumentException("the hash of the verifier key is not that of its bytes");
        }
        return key;
    }

    /** The first four bytes of SHA-256 over name, line end, kind and key: they choose the key, and prove nothing. */
    public byte[] hash() {
        var sha = MerkleTree.sha256();
        sha.update((name + "\n").getBytes(StandardCharsets.UTF_8));
        sha.update(kind);
        return Arrays.copyOf(sha.digest(bytes), HASH);
    }

    boolean verifies(String text, SignedNote.Signature signature) {
        if (!signature.name().equals(name) || !Arrays.equals(signature.keyHash(), hash())) {
            return false;
        }
        if (kind == LOG) {
            return verifies(text.getBytes(StandardCharsets.UTF_8), signature.bytes());
        }
        var given = ByteBuffer.wrap(signature.bytes());
        if (given.remaining() <= Long.BYTES) {
            return false;
        }
        var time = given.getLong();
        return verifies(("cosignature/v1\ntime " + time + "\n" + text).getBytes(StandardCharsets.UTF_8),
                Arrays.copyOfRange(signature.bytes(), Long.BYTES, signature.bytes().length));
    }

    private boolean verifies(byte[] message, byte[] signature) {
        try {
            var check = Signature.getInstance("Ed25519");
            check.initVerify(key());
            check.update(message);
            return check.verify(signature);
        } catch (GeneralSecurityException _) {
            return false;
        }
    }

    private PublicKey key() throws GeneralSecurityException {
        return KeyFactory.getInstance("Ed25519")
                .generatePublic(new X509EncodedKeySpec(ByteBuffer.allocate(X509.length + KEY).put(X509).put(bytes).array()));
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof VerifierKey key && toString().equals(key.toString());
    }

    @Override
    public int hashCode() {
        return toString().hashCode();
    }

    @Override
    public String toString() {
        var typed = ByteBuffer.allocate(1 + KEY).put(kind).put(bytes).array();
        return name + "+" + HexFormat.of().formatHex(hash()) + "+" + Base64.getEncoder().encodeToString(typed);
    }
}
