package asterism.journal;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Proofs of RFC 9162, sections 2.1.3 and 2.1.4, over the tree of RFC 6962: that a leaf is in a tree, and that a tree only grew.
 * Made from {@link Nodes} with a logarithmic number of hashes, checked from nothing but the hashes in hand.
 */
public final class Proofs {
    private final Nodes nodes;

    public Proofs(Nodes nodes) {
        this.nodes = nodes;
    }

    /** The root of the tree of the first so many leaves. */
    public byte[] root(long size) {
        return size == 0 ? MerkleTree.sha256().digest() : hash(0, size);
    }

    /**
     * The way from a leaf to the root: the siblings, lowest first.
     *
     * @param index 0, 1, 2 …: the fact's position less one
     * @throws IllegalArgumentException where the tree of that size has no such leaf
     */
    public List<byte[]> inclusion(long index, long size) {
        if (index < 0 || index >= size) {
            throw new IllegalArgumentException("a tree of " + size + " leaves has no leaf " + index);
        }
        var path = new ArrayList<byte[]>();
        inclusion(index, 0, size, path);
        return path;
    }

    /**
     * What shows that the first leaves of a tree are a smaller tree; empty where both are the same or the smaller is empty.
     *
     * @throws IllegalArgumentException where the first is larger than the second
     */
    public List<byte[]> consistency(long from, long to) {
        if (from < 0 || from > to) {
            throw new IllegalArgumentException("a tree of " + to + " leaves did not grow out of one of " + from);
        }
        var path = new ArrayList<byte[]>();
        if (from > 0) {
            consistency(from, 0, to, true, path);
        }
        return path;
    }

    private void inclusion(long leaf, long begin, long end, List<byte[]> path) {
        if (end - begin == 1) {
            return;
        }
        var middle = middle(begin, end);
        if (leaf < middle) {
            inclusion(leaf, begin, middle, path);
            path.add(hash(middle, end));
        } else {
            inclusion(leaf, middle, end, path);
            path.add(hash(begin, middle));
        }
    }

    /** @param whole whether the smaller tree's root is in the checker's hands already */
    private void consistency(long from, long begin, long end, boolean whole, List<byte[]> path) {
        if (from == end) {
            if (!whole) {
                path.add(hash(begin, end));
            }
            return;
        }
        var middle = middle(begin, end);
        if (from <= middle) {
            consistency(from, begin, middle, whole, path);
            path.add(hash(middle, end));
        } else {
            consistency(from, middle, end, false, path);
            path.add(hash(begin, middle));
        }
    }

    private byte[] hash(long begin, long end) {
        var leaves = end - begin;
        if (Long.bitCount(leaves) == 1) {
            var height = Long.numberOfTrailingZeros(leaves);
            return nodes.at(height, begin >> height);
        }
        var middle = middle(begin, end);
        return MerkleTree.node(hash(begin, middle), hash(middle, end));
    }

    private static long middle(long begin, long end) {
        return begin + Long.highestOneBit(end - begin - 1);
    }

    /** Whether the path leads from the leaf to this root. */
    public static boolean included(byte[] leaf, long index, long size, List<byte[]> path, byte[] root) {
        if (index < 0 || index >= size) {
            return false;
        }
        var at = index;
        var last = size - 1;
        var hash = leaf;
        for (var sibling : path) {
            if (last == 0) {
                return false;
            }
            if ((at & 1) == 1 || at == last) {
                hash = MerkleTree.node(sibling, hash);
                var even = at == 0 ? 0 : Long.numberOfTrailingZeros(at);
                at >>= even;
                last >>= even;
            } else {
                hash = MerkleTree.node(hash, sibling);
            }
            at >>= 1;
            last >>= 1;
        }
        return last == 0 && Arrays.equals(hash, root);
    }

    /** Whether the path shows that the tree of the second root grew out of the tree of the first. */
    public static boolean consistent(long from, byte[] fromRoot, long to, byte[] toRoot, List<byte[]> path) {
        if (from == to || from == 0) {
            return path.isEmpty() && from <= to && (from == 0 || Arrays.equals(fromRoot, toRoot));
        }
        if (from < 0 || from > to || path.isEmpty()) {
            return false;
        }
        var rest = new ArrayList<>(path);
        if (Long.bitCount(from) == 1) {
            rest.addFirst(fromRoot);
        }
        var shared = Long.numberOfTrailingZeros(from);
        var at = (from - 1) >> shared;
        var last = (to - 1) >> shared;
        var old = rest.removeFirst();
        var grown = old;
        for (var sibling : rest) {
            if (last == 0) {
                return false;
            }
            if ((at & 1) == 1 || at == last) {
                old = MerkleTree.node(sibling, old);
                grown = MerkleTree.node(sibling, grown);
                var even = at == 0 ? 0 : Long.numberOfTrailingZeros(at);
                at >>= even;
                last >>= even;
            } else {
                grown = MerkleTree.node(grown, sibling);
            }
            at >>= 1;
            last >>= 1;
        }
        return last == 0 && Arrays.equals(old, fromRoot) && Arrays.equals(grown, toRoot);
    }
}
