package asterism.journal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FrontierTest {
    /** The eight leaves that certificate transparency's own tests use. */
    private static final List<String> LEAVES = List.of(
            "", "00", "10", "2021", "3031", "40414243", "5051525354555657", "606162636465666768696a6b6c6d6e6f");

    @ParameterizedTest
    @CsvSource({
        "0, e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855",
        "1, 6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d",
        "2, fac54203e7cc696cf0dfcb42c92a1d9dbaf70ad9e621f4bd8d98662f00e3c125",
        "3, aeb6bcfe274b70a14fb067a5e5578264db0fa9b51af5e0ba159158f329e06e77",
        "4, d37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7",
        "5, 4e3bbb1f7b478dcfe71fb631631519a3bca12c9aefca1612bfce4c13a86264d4",
        "6, 76e67dadbcdf1e10e1b74ddc608abd2f98dfb16fbce75277b5232a127f2087ef",
        "7, ddb89be403809e325750d3d263cd78929c2942b7942a34b77e122c9594a74c8c",
        "8, 5dc9da79a70659a9ad559cb701ded9a2ab9d823aad2f4960cfe370eff4604328"})
    void the_roots_are_those_of_certificate_transparency(int size, String root) {
        var frontier = new Frontier();
        LEAVES.stream().limit(size).map(HexFormat.of()::parseHex).map(MerkleTree::leaf).forEach(frontier::add);
        assertThat(HexFormat.of().formatHex(frontier.root())).isEqualTo(root);
    }

    @Test
    void growing_leaf_by_leaf_gives_the_root_of_the_whole_and_survives_being_written_down() {
        var leaves = new ArrayList<byte[]>();
        var frontier = new Frontier();
        for (var i = 0; i < 130; i++) {
            assertThat(frontier.root()).isEqualTo(MerkleTree.root(leaves));
            leaves.add(MerkleTree.leaf(new byte[] {(byte) i}));
            frontier = Frontier.of(frontier.size(), frontier.bytes());
            frontier.add(leaves.getLast());
            assertThat(frontier.size()).isEqualTo(leaves.size());
        }
    }

    @Test
    void a_copy_grows_on_its_own() {
        var frontier = new Frontier();
        frontier.add(MerkleTree.leaf(new byte[0]));
        var root = frontier.root();
        var copy = frontier.copy();
        copy.add(MerkleTree.leaf(new byte[1]));
        assertThat(frontier.root()).isEqualTo(root);
        assertThat(copy.root()).isNotEqualTo(root);
    }

    @Test
    void bytes_that_cannot_be_a_frontier_are_refused() {
        assertThatThrownBy(() -> Frontier.of(3, new byte[32])).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> Frontier.of(-1, new byte[0])).isInstanceOf(IllegalArgumentException.class);
    }
}
