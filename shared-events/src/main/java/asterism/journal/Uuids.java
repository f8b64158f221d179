package asterism.journal;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.UUID;

/** Identifiers that follow from what they identify (RFC 9562, version 5), so that doing a thing twice names it once. */
public final class Uuids {

    private Uuids() {
    }

    /** The version 5 identifier of a name in a namespace; the name counts as UTF-8. */
    public static UUID v5(UUID namespace, String name) {
        return v5(namespace, name.getBytes(StandardCharsets.UTF_8));
    }

    /** The version 5 identifier of a name, given as bytes, in a namespace. */
    public static UUID v5(UUID namespace, byte[] name) {
        var sha1 = sha1();
        sha1.update(bytes(namespace));
        var hash = ByteBuffer.wrap(sha1.digest(name));
        var high = (hash.getLong() & ~0xF000L) | 0x5000L;
        var low = (hash.getLong() & 0x3FFF_FFFF_FFFF_FFFFL) | 0x8000_0000_0000_0000L;
        return new UUID(high, low);
    }

    /**
     * The identifier of a fact: version 5 in the namespace of its command, over the fact's place and the digest of the command's body.
     * It thereby binds all three to the leaf, although the leaf names the event id only.
     *
     * @param ordinal 0, 1, 2 … the fact's place among those of its command
     * @param digest  of the command's body, any length
     */
    public static UUID event(UUID commandId, int ordinal, byte[] digest) {
        return v5(commandId, ByteBuffer.allocate(4 + digest.length).putInt(ordinal).put(digest).array());
    }

    /** The sixteen bytes of an identifier, in the order in which it is written. */
    public static byte[] bytes(UUID id) {
        return ByteBuffer.allocate(16).putLong(id.getMostSignificantBits()).putLong(id.getLeastSignificantBits()).array();
    }

    private static MessageDigest sha1() {
        try {
            return MessageDigest.getInstance("SHA-1");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-1", e);
        }
    }
}
