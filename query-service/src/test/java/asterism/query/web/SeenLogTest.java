package asterism.query.web;

import static asterism.query.web.SeenLog.Verdict.GROWN;
import static asterism.query.web.SeenLog.Verdict.REWRITTEN;
import static asterism.query.web.SeenLog.Verdict.SAME;
import static org.assertj.core.api.Assertions.assertThat;

import asterism.journal.MerkleTree;
import asterism.query.web.SeenLog.Tree;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class SeenLogTest {
    private static final List<byte[]> LEAVES = IntStream.range(0, 4).mapToObj(leaf -> leaf("fact " + leaf)).toList();
    private static final List<byte[]> FORGED = List.of(LEAVES.get(0), leaf("another"), LEAVES.get(2), LEAVES.get(3));

    @Test
    void a_log_that_grew_says_so_by_its_proof() {
        List<byte[]> path = List.of(MerkleTree.node(LEAVES.get(2), LEAVES.get(3)));
        assertThat(SeenLog.verdict(tree(LEAVES, 2), tree(LEAVES, 4), path)).isEqualTo(GROWN);
        assertThat(SeenLog.verdict(tree(LEAVES, 4), tree(LEAVES, 4), List.of())).isEqualTo(SAME);
    }

    @Test
    void a_log_in_which_a_fact_was_changed_or_that_was_cut_is_found_out() {
        List<byte[]> path = List.of(MerkleTree.node(LEAVES.get(2), LEAVES.get(3)));
        assertThat(SeenLog.verdict(tree(LEAVES, 2), tree(FORGED, 4), path)).isEqualTo(REWRITTEN);
        assertThat(SeenLog.verdict(tree(LEAVES, 4), tree(FORGED, 4), List.of())).isEqualTo(REWRITTEN);
        assertThat(SeenLog.verdict(tree(LEAVES, 4), tree(LEAVES, 2), List.of())).isEqualTo(REWRITTEN);
    }

    private static byte[] leaf(String text) {
        return MerkleTree.leaf(text.getBytes(StandardCharsets.UTF_8));
    }

    private static Tree tree(List<byte[]> leaves, int size) {
        return new Tree(size, Base64.getUrlEncoder().withoutPadding().encodeToString(MerkleTree.root(leaves.subList(0, size))));
    }
}
