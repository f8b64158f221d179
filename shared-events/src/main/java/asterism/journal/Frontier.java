package asterism.journal;

import java.util.Arrays;

/**
 * The right edge of a growing RFC 6962 tree: the roots of the perfect subtrees that the leaves so far fill, largest first.
 * As many as there are one bits in the size, so a few hundred bytes carry a tree of a million leaves onwards.
 * Not for several threads at once.
 */
public final class Frontier {
    private static final int HASH = 32;

    private long size;
    private final byte[][] roots = new byte[Long.SIZE][];
    private int count;

    /** The frontier of no leaves at all. */
    public Frontier() {
    }

    /**
     * The frontier that {@link #bytes()} wrote.
     *
     * @throws IllegalArgumentException when so many bytes cannot be the frontier of that size
     */
    public static Frontier of(long size, byte[] bytes) {
        if (size < 0 || bytes.length != HASH * Long.bitCount(size)) {
            throw new IllegalArgumentException("a frontier of " + size + " leaves does not have " + bytes.length + " bytes");
        }
        var frontier = new Frontier();
        frontier.size = size;
        frontier.count = Long.bitCount(size);
        Arrays.setAll(frontier.roots, i -> i < frontier.count ? Arrays.copyOfRange(bytes, i * HASH, (i + 1) * HASH) : new byte[0]);
        return frontier;
    }

    /** A second frontier that grows on its own. */
    public Frontier copy() {
        var copy = new Frontier();
        copy.size = size;
        copy.count = count;
        System.arraycopy(roots, 0, copy.roots, 0, count);
        return copy;
    }

    /** Takes one more leaf hash. */
    public void add(byte[] leaf) {
        var hash = leaf;
        for (var full = Long.numberOfTrailingZeros(~size); full > 0; full--) {
            hash = MerkleTree.node(roots[--count], hash);
        }
        roots[count++] = hash;
        size++;
    }

    /** How many leaves it has taken. */
    public long size() {
        return size;
    }

    /** The root of the tree of all leaves so far: 32 bytes. */
    public byte[] root() {
        if (count == 0) {
            return MerkleTree.sha256().digest();
        }
        var root = roots[count - 1];
        for (var i = count - 2; i >= 0; i--) {
            root = MerkleTree.node(roots[i], root);
        }
        return root.clone();
    }

    /** The subtree roots one after the other, largest first, 32 bytes each. */
    public byte[] bytes() {
        var bytes = new byte[count * HASH];
        for (var i = 0; i < count; i++) {
            System.arraycopy(roots[i], 0, bytes, i * HASH, HASH);
        }
        return bytes;
    }
}
