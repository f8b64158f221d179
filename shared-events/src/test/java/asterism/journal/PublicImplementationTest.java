package asterism.journal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.sigstore.merkle.InclusionProofVerificationException;
import dev.sigstore.merkle.InclusionProofVerifier;
import dev.sigstore.rekor.client.Checkpoints;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.UUID;
import java.util.stream.LongStream;
import org.bouncycastle.crypto.params.Ed25519PublicKeyParameters;
import org.bouncycastle.crypto.signers.Ed25519Signer;
import org.junit.jupiter.api.Test;

/** Sigstore's client, which nobody here wrote, believes our proofs and reads our checkpoints. */
class PublicImplementationTest {
    private static final int FACTS = 5_000;
    private static final List<byte[]> LEAVES = LongStream.rangeClosed(1, FACTS).mapToObj(PublicImplementationTest::fact)
            .map(Leaf::hash).toList();
    private static final Proofs PROOFS = new Proofs(nodes(LEAVES));

    @Test
    void sigstoreBelievesTheProofOfEveryFact() {
        var root = PROOFS.root(FACTS);
        for (var index = 0; index < FACTS; index++) {
            var at = index;
            assertThatCode(() -> InclusionProofVerifier.verify(LEAVES.get(at), at, FACTS, PROOFS.inclusion(at, FACTS), root))
                    .as("fact " + (at + 1)).doesNotThrowAnyException();
        }
    }

    @Test
    void sigstoreDoesNotBelieveTheProofOfAnotherFact() {
        var root = PROOFS.root(FACTS);
        for (var index = 0; index < FACTS - 1; index += 97) {
            var at = index;
            assertThatThrownBy(() -> InclusionProofVerifier.verify(LEAVES.get(at + 1), at, FACTS, PROOFS.inclusion(at, FACTS), root))
                    .isInstanceOf(InclusionProofVerificationException.class);
        }
    }

    @Test
    void sigstoreReadsACheckpointAndItsSignatureHoldsOverWhatItRead() throws Exception {
        var key = SigningKey.generate("stars.example.org/journal");
        var ours = new Checkpoint("stars.example.org/journal", FACTS, PROOFS.root(FACTS));

        var theirs = Checkpoints.from(key.sign(ours.text()).encoded());

        assertThat(theirs.getOrigin()).isEqualTo("stars.example.org/journal");
        assertThat(theirs.getSize()).isEqualTo(FACTS);
        assertThat(Base64.getDecoder().decode(theirs.getBase64Hash())).isEqualTo(ours.root());
        var signature = theirs.getSignatures().getFirst();
        assertThat(signature.getIdentity()).isEqualTo("stars.example.org/journal");
        assertThat(signature.getKeyHint()).isEqualTo(key.verifier().hash());
        assertThat(holds(key.verifier(), theirs.getSignedData(), signature.getSignature())).isTrue();
        assertThat(holds(key.verifier(), theirs.getSignedData().replace("5000", "5001"), signature.getSignature())).isFalse();
    }

    /** By Bouncy Castle. */
    private static boolean holds(VerifierKey key, String text, byte[] signature) {
        var check = new Ed25519Signer();
        check.init(false, new Ed25519PublicKeyParameters(key.bytes()));
        var bytes = text.getBytes(StandardCharsets.UTF_8);
        check.update(bytes, 0, bytes.length);
        return check.verifySignature(signature);
    }

    private static Recorded fact(long position) {
        return new Recorded(position, new UUID(7, position), "branch/b" + position % 97, position / 97 + 1, "thing.happened/1",
                LocalDate.of(2026, 1, 5), Instant.parse("2026-01-05T01:02:03Z").plusSeconds(position),
                "{\"actor\":\"person/p1\"}".getBytes(StandardCharsets.UTF_8),
                ("{\"n\":" + position + "}").getBytes(StandardCharsets.UTF_8));
    }

    /** Every perfect subtree, computed once. */
    private static Nodes nodes(List<byte[]> leaves) {
        var levels = new ArrayList<>(List.of(leaves));
        while (levels.getLast().size() > 1) {
            var below = levels.getLast();
            var level = new ArrayList<byte[]>();
            for (var i = 0; i + 1 < below.size(); i += 2) {
                level.add(MerkleTree.node(below.get(i), below.get(i + 1)));
            }
            levels.add(level);
        }
        return (height, index) -> levels.get(height).get((int) index);
    }
}
