package asterism.journal;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.List;

/** The hashes of RFC 6962, section 2.1: SHA-256, leaves and inner nodes told apart by a first byte. */
public final class MerkleTree {

    private MerkleTree() {
    }

    /** SHA-256(0x00 ‖ data). */
    public static byte[] leaf(byte[] data) {
        var sha = sha256();
        sha.update((byte) 0);
        return sha.digest(data);
    }

    /** SHA-256(0x01 ‖ left ‖ right). */
    public static byte[] node(byte[] left, byte[] right) {
        var sha = sha256();
        sha.update((byte) 1);
        sha.update(left);
        return sha.digest(right);
    }

    /** The root over these leaf hashes by the recursive definition; slow and plain, the measure for {@link Frontier}. */
    public static byte[] root(List<byte[]> leaves) {
        return switch (leaves.size()) {
            case 0 -> sha256().digest();
            case 1 -> leaves.getFirst();
            default -> {
                var n = leaves.size();
                var split = Integer.highestOneBit(n - 1);
                yield node(root(leaves.subList(0, split)), root(leaves.subList(split, n)));
            }
        };
    }

    static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }
}
