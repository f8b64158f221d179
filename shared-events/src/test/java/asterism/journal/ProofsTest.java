package asterism.journal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class ProofsTest {
    /** The eight leaves that the test vectors of RFC 6962 logs share. */
    private static final List<byte[]> LEAVES = Stream.of("", "00", "10", "2021", "3031", "40414243", "5051525354555657",
            "606162636465666768696a6b6c6d6e6f").map(HexFormat.of()::parseHex).map(MerkleTree::leaf).toList();

    @Test
    void theProofsOfTheEightLeavesAreThoseThatOtherLogsGive() {
        var proofs = over(LEAVES);

        assertThat(hex(proofs.root(8))).isEqualTo("5dc9da79a70659a9ad559cb701ded9a2ab9d823aad2f4960cfe370eff4604328");
        assertThat(hex(proofs.inclusion(0, 8))).containsExactly(
                "96a296d224f285c67bee93c30f8a309157f0daa35dc5b87e410b78630a09cfc7",
                "5f083f0a1a33ca076a95279832580db3e0ef4584bdff1f54c8a360f50de3031e",
                "6b47aaf29ee3c2af9af889bc1fb9254dabd31177f16232dd6aab035ca39bf6e4");
        assertThat(hex(proofs.inclusion(5, 8))).containsExactly(
                "bc1a0643b12e4d2d7c77918f44e0f4f79a838b6cf9ec5b5c283e1f4d88599e6b",
                "ca854ea128ed050b41b35ffc1b87b8eb2bde461e9e3b5596ece6b9d5975a0ae0",
                "d37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7");
        assertThat(hex(proofs.consistency(1, 8))).containsExactly(
                "96a296d224f285c67bee93c30f8a309157f0daa35dc5b87e410b78630a09cfc7",
                "5f083f0a1a33ca076a95279832580db3e0ef4584bdff1f54c8a360f50de3031e",
                "6b47aaf29ee3c2af9af889bc1fb9254dabd31177f16232dd6aab035ca39bf6e4");
        assertThat(hex(over(LEAVES).consistency(2, 5))).containsExactly(
                "5f083f0a1a33ca076a95279832580db3e0ef4584bdff1f54c8a360f50de3031e",
                "bc1a0643b12e4d2d7c77918f44e0f4f79a838b6cf9ec5b5c283e1f4d88599e6b");
        assertThat(hex(proofs.consistency(6, 8))).containsExactly(
                "0ebc5d3437fbe2db158b9f126a1d118e308181031d0a949f8dededebc558ef6a",
                "ca854ea128ed050b41b35ffc1b87b8eb2bde461e9e3b5596ece6b9d5975a0ae0",
                "d37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7");
    }

    /** RFC 6962, section 2.1.3, in its own letters: the tree of seven leaves d0 … d6. */
    @Test
    void theProofsOfTheSevenLeavesAreThoseOfTheRfc() {
        var d = LEAVES;
        var proofs = over(d.subList(0, 7));
        var g = MerkleTree.node(d.get(0), d.get(1));
        var h = MerkleTree.node(d.get(2), d.get(3));
        var i = MerkleTree.node(d.get(4), d.get(5));
        var j = d.get(6);
        var k = MerkleTree.node(g, h);
        var l = MerkleTree.node(i, j);

        assertThat(hex(proofs.root(7))).isEqualTo(hex(MerkleTree.node(k, l)));
        assertThat(hex(proofs.inclusion(0, 7))).isEqualTo(hex(List.of(d.get(1), h, l)));
        assertThat(hex(proofs.inclusion(3, 7))).isEqualTo(hex(List.of(d.get(2), g, l)));
        assertThat(hex(proofs.inclusion(4, 7))).isEqualTo(hex(List.of(d.get(5), j, k)));
        assertThat(hex(proofs.inclusion(6, 7))).isEqualTo(hex(List.of(i, k)));
        assertThat(hex(proofs.consistency(3, 7))).isEqualTo(hex(List.of(d.get(2), d.get(3), g, l)));
        assertThat(hex(proofs.consistency(4, 7))).isEqualTo(hex(List.of(l)));
        assertThat(hex(proofs.consistency(6, 7))).isEqualTo(hex(List.of(i, j, k)));
    }

    @Test
    void everyLeafOfEveryTreeProvesItselfAndNothingElse() {
        var proofs = over(many(70));
        for (var size = 1; size <= 70; size++) {
            var root = proofs.root(size);
            assertThat(root).isEqualTo(MerkleTree.root(many(size)));
            for (var index = 0; index < size; index++) {
                var leaf = many(70).get(index);
                var path = proofs.inclusion(index, size);
                assertThat(Proofs.included(leaf, index, size, path, root)).isTrue();
                assertThat(Proofs.included(MerkleTree.leaf(new byte[] {1}), index, size, path, root)).isFalse();
                assertThat(Proofs.included(leaf, index, size, path, proofs.root(71 - size))).isEqualTo(71 - size == size);
                if (index > 0) {
                    assertThat(Proofs.included(leaf, index - 1L, size, path, root)).isFalse();
                }
            }
        }
    }

    @Test
    void everyTreeGrewOutOfEverySmallerOneAndOutOfNoOther() {
        var proofs = over(many(70));
        var other = over(many(70).reversed());
        for (var to = 1; to <= 70; to++) {
            for (var from = 1; from <= to; from++) {
                var path = proofs.consistency(from, to);
                assertThat(Proofs.consistent(from, proofs.root(from), to, proofs.root(to), path)).isTrue();
                assertThat(Proofs.consistent(from, other.root(from), to, proofs.root(to), path)).isFalse();
                assertThat(Proofs.consistent(from, proofs.root(from), to, other.root(to), path)).isFalse();
            }
        }
    }

    @Test
    void nothingIsProvenOfWhatIsNotThere() {
        var proofs = over(LEAVES);
        assertThatThrownBy(() -> proofs.inclusion(8, 8)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> proofs.consistency(9, 8)).isInstanceOf(IllegalArgumentException.class);
        assertThat(Proofs.included(LEAVES.getFirst(), 0, 8, List.of(), proofs.root(8))).isFalse();
        assertThat(Proofs.consistent(3, proofs.root(3), 8, proofs.root(8), List.of())).isFalse();
    }

    private static Proofs over(List<byte[]> leaves) {
        return new Proofs((height, index) -> MerkleTree.root(
                leaves.subList((int) (index << height), (int) ((index + 1) << height))));
    }

    private static List<byte[]> many(int count) {
        var leaves = new ArrayList<byte[]>();
        for (var i = 0; i < count; i++) {
            leaves.add(MerkleTree.leaf(("fact " + i).getBytes(StandardCharsets.UTF_8)));
        }
        return leaves;
    }

    private static String hex(byte[] hash) {
        return HexFormat.of().formatHex(hash);
    }

    private static List<String> hex(List<byte[]> path) {
        return path.stream().map(ProofsTest::hex).toList();
    }
}
