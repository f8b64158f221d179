package asterism.verify;

import static org.assertj.core.api.Assertions.assertThat;

import asterism.journal.MerkleTree;
import asterism.journal.Nodes;
import asterism.journal.Proofs;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** The stand-alone verifier believes every proof of a journal of 5,000 facts, and none that was touched. */
class VerifierProofsTest {
    private static final int FACTS = 5_000;
    private static final List<byte[]> LEAVES = IntStream.range(0, FACTS)
            .mapToObj(i -> MerkleTree.leaf(("fact " + i).getBytes(StandardCharsets.UTF_8))).toList();
    private static final Proofs PROOFS = new Proofs(nodes());

    @Test
    void everyFactIsIncludedAndNoOtherInItsPlace() {
        byte[] root = PROOFS.root(FACTS);
        for (int i = 0; i < FACTS; i++) {
            List<byte[]> path = PROOFS.inclusion(i, FACTS);
            assertThat(Verify.included(LEAVES.get(i), i, FACTS, path, root)).as("fact %d", i).isTrue();
            assertThat(Verify.included(LEAVES.get((i + 1) % FACTS), i, FACTS, path, root)).as("another for fact %d", i).isFalse();
            assertThat(Verify.included(LEAVES.get(i), i, FACTS, touched(path, i), root)).as("fact %d by another way", i).isFalse();
        }
    }

    @Test
    void theJournalGrewOutOfEachOfItsBeginningsAndOutOfNoOther() {
        byte[] root = PROOFS.root(FACTS);
        for (int from = 1; from < FACTS; from++) {
            List<byte[]> path = PROOFS.consistency(from, FACTS);
            assertThat(Verify.consistent(from, PROOFS.root(from), FACTS, root, path)).as("%d facts", from).isTrue();
            assertThat(Verify.consistent(from, LEAVES.getFirst(), FACTS, root, path)).as("%d others", from).isEqualTo(from == 1);
            assertThat(Verify.consistent(from, PROOFS.root(from), FACTS, root, touched(path, from))).as("%d, changed", from).isFalse();
        }
    }

    /** A bit of one hash is turned. */
    private static List<byte[]> touched(List<byte[]> path, int which) {
        List<byte[]> touched = new ArrayList<>(path);
        byte[] hash = touched.get(which % path.size()).clone();
        hash[which % hash.length] ^= 1;
        touched.set(which % path.size(), hash);
        return touched;
    }

    private static Nodes nodes() {
        List<List<byte[]>> levels = new ArrayList<>(List.of(LEAVES));
        while (levels.getLast().size() > 1) {
            List<byte[]> below = levels.getLast();
            levels.add(IntStream.range(0, below.size() / 2)
                    .mapToObj(i -> MerkleTree.node(below.get(2 * i), below.get(2 * i + 1))).toList());
        }
        return (height, index) -> levels.get(height).get((int) index);
    }
}
