package asterism.journal;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.security.Signature;
import java.security.spec.PKCS8EncodedKeySpec;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;

/** What a log signs its checkpoints with. Ed25519: the same text always gets the same signature. */
public final class SigningKey {
    private static final int KEY = 32;

    private final VerifierKey verifier;
    private final PrivateKey secret;

    private SigningKey(VerifierKey verifier, PrivateKey secret) {
        this.verifier = verifier;
        this.secret = secret;
    }

    /** A new key of that name, for a log. */
    public static SigningKey generate(String name) {
        return generate(name, VerifierKey.LOG);
    }

    /** A new key of that name, for a witness. */
    public static SigningKey ofWitness(String name) {
        return generate(name, VerifierKey.WITNESS);
    }

    private static SigningKey generate(String name, byte kind) {
        try {
            var pair = KeyPairGenerator.getInstance("Ed25519").generateKeyPair();
            var encoded = pair.getPublic().getEncoded();
            var bytes = Arrays.copyOfRange(encoded, encoded.length - KEY, encoded.length);
            return new SigningKey(new VerifierKey(name, kind, bytes), pair.getPrivate());
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every JDK has Ed25519", e);
        }
    }

    /**
     * Reads a key as {@link #secretText} wrote it.
     *
     * @throws IllegalArgumentException where it is none, or the halves do not belong together
     */
    public static SigningKey parse(String text) {
        var lines = text.strip().split("\n", -1);
        if (lines.length != 2) {
            throw new IllegalArgumentException("a signing key has two lines");
        }
        try {
            var secret = KeyFactory.getInstance("Ed25519").generatePrivate(new PKCS8EncodedKeySpec(Base64.getDecoder().decode(lines[1])));
            var key = new SigningKey(VerifierKey.parse(lines[0]), secret);
            if (!key.proves("\n")) {
                throw new IllegalArgumentException("the halves of the signing key do not belong together");
            }
            return key;
        } catch (GeneralSecurityException e) {
            throw new IllegalArgumentException("there is no Ed25519 key in the second line", e);
        }
    }

    /** The verifier key in the first line, the secret half (PKCS #8, base64) in the second. */
    public String secretText() {
        return verifier + "\n" + Base64.getEncoder().encodeToString(secret.getEncoded()) + "\n";
    }

    public VerifierKey verifier() {
        return verifier;
    }

    /** A note with this key's signature. */
    public SignedNote sign(String text) {
        return new SignedNote(text, List.of(
                new SignedNote.Signature(verifier.name(), verifier.hash(), signature(text.getBytes(StandardCharsets.UTF_8)))));
    }

    /**
     * The line of a witness below a checkpoint, C2SP tlog-cosignature.
     *
     * @param note a checkpoint that grew out of the last one this witness signed
     * @param time seconds since 1970, not before those of the last one
     */
    public SignedNote.Signature cosign(SignedNote note, long time) {
        byte[] signature = signature(("cosignature/v1\ntime " + time + "\n" + note.text()).getBytes(StandardCharsets.UTF_8));
        return new SignedNote.Signature(verifier.name(), verifier.hash(),
                ByteBuffer.allocate(Long.BYTES + signature.length).putLong(time).put(signature).array());
    }

    private boolean proves(String text) {
        SignedNote note = sign(text);
        return (verifier.kind() == VerifierKey.LOG ? note : new SignedNote(text, List.of(cosign(note, 0)))).signedBy(verifier);
    }

    private byte[] signature(byte[] message) {
        try {
            var signing = Signature.getInstance("Ed25519");
            signing.initSign(secret);
            signing.update(message);
            return signing.sign();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("an Ed25519 key signs", e);
        }
    }
}
