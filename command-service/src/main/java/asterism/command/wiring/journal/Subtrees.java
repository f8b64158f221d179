package asterism.command.wiring.journal;

import asterism.command.wiring.journal.Verified.Fault;
import asterism.journal.MerkleTree;
import asterism.journal.Nodes;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;

/**
 * The hashes within the journal's tree. Leaves stand beside their facts; the roots of perfect subtrees of 2^8, 2^16 and 2^24 leaves
 * are kept in a table of their own, so that a proof reads a few hundred rows of any journal. What is not kept yet is computed from
 * the height below.
 */
final class Subtrees implements Nodes {
    private static final int STEP = 8;
    private static final int HIGHEST = 24;

    private final Reader reader;

    Subtrees(Reader reader) {
        this.reader = reader;
    }

    /** @throws IllegalStateException where a fact below it is missing */
    @Override
    public byte[] at(int height, long index) {
        var kept = Math.min(height / STEP * STEP, HIGHEST);
        var above = height - kept;
        return MerkleTree.root(hashes(kept, index << above, 1L << above));
    }

    /** Keeps what has become perfect since it was last asked; returns how many. Two processes may do so at once. */
    long keep(long size) {
        var added = 0L;
        for (var height = STEP; height <= HIGHEST; height += STEP) {
            for (var index = reader.subtrees(height); index < size >> height; index++) {
                reader.keepSubtree(height, index, below(height, index));
                added++;
            }
        }
        return added;
    }

    /** The first subtree that does not follow from what stands below it, whose leaves were checked before. */
    Optional<Fault> fault() {
        for (var height = STEP; height <= HIGHEST; height += STEP) {
            for (var kept : reader.subtrees(height, 0, Long.MAX_VALUE >> height).entrySet()) {
                if (!Arrays.equals(kept.getValue(), below(height, kept.getKey()))) {
                    return Optional.of(new Fault((kept.getKey() << height) + 1,
                            "the hash kept for the " + (1L << height) + " facts from here on does not follow from them"));
                }
            }
        }
        return Optional.empty();
    }

    private List<byte[]> hashes(int height, long from, long count) {
        if (height == 0) {
            return reader.leaves(from, count);
        }
        var known = new TreeMap<>(reader.subtrees(height, from, count));
        var hashes = new ArrayList<byte[]>();
        for (var index = from; index < from + count; index++) {
            var hash = known.get(index);
            hashes.add(hash == null ? below(height, index) : hash);
        }
        return hashes;
    }

    private byte[] below(int height, long index) {
        return MerkleTree.root(hashes(height - STEP, index << STEP, 1L << STEP));
    }
}
