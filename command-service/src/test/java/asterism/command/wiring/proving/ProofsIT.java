package asterism.command.wiring.proving;

import static asterism.command.wiring.journal.JournalDatabase.append;
import static asterism.command.wiring.journal.JournalDatabase.fact;
import static org.assertj.core.api.Assertions.assertThat;

import asterism.command.wiring.TestHouse;
import asterism.command.wiring.TestHouse.Reply;
import asterism.command.wiring.journal.Journal;
import asterism.journal.Checkpoint;
import asterism.journal.Leaf;
import asterism.journal.Proofs;
import asterism.journal.SignedNote;
import asterism.journal.SigningKey;
import asterism.journal.VerifierKey;
import java.io.IOException;
import java.net.http.HttpRequest;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

class ProofsIT {
    private static final String ALLOW = "alter table journal.fact disable trigger only_added";

    @Test
    void anybodyCanCheckThatAFactStandsAndThatTheJournalOnlyGrew() {
        try (TestHouse house = TestHouse.open()) {
            record(house, "early", 300);
            Checkpoint early = signed(house);
            record(house, "late", 417);
            house.bean(Journal.class).keepSubtrees();
            Checkpoint late = signed(house);
            assertThat(List.of(early.size(), late.size())).containsExactly(300L, 717L);
            for (long position : List.of(1L, 256L, 257L, 300L, 512L, 717L)) {
                JsonNode proof = house.get("/api/v1/proofs/inclusion?position=" + position, Map.of()).body();
                byte[] leaf = Leaf.hash(house.bean(Journal.class).after(position - 1, 1).getFirst());
                assertThat(Proofs.included(leaf, position - 1, 717, path(proof), late.root())).as("position " + position).isTrue();
            }
            JsonNode grown = house.get("/api/v1/proofs/consistency?from=300", Map.of()).body();
            assertThat(Proofs.consistent(300, early.root(), 717, late.root(), path(grown))).isTrue();
            JsonNode then = house.get("/api/v1/proofs/inclusion?position=7&size=300", Map.of()).body();
            assertThat(then.path("root").asString()).isEqualTo(Base64.getEncoder().encodeToString(early.root()));
        }
    }

    @Test
    void nothingIsProvenBeyondWhatIsSigned() {
        try (TestHouse house = TestHouse.open()) {
            assertThat(signed(house).size()).isZero();
            assertThat(house.get("/api/v1/proofs/inclusion?position=1", Map.of()).field()).isEqualTo("size");
            record(house, "some", 3);
            for (String wrong : List.of("inclusion?position=4", "inclusion?position=0", "inclusion?position=1&size=4",
                    "consistency?from=4", "consistency?from=-1", "consistency?from=1&to=4")) {
                Reply reply = house.get("/api/v1/proofs/" + wrong, Map.of());
                assertThat(reply.status()).as(wrong).isEqualTo(400);
                assertThat(reply.code()).isEqualTo("proof.out-of-range");
            }
        }
    }

    @Test
    void theSameJournalHasTheSameCheckpointAlsoAfterARestart() throws IOException {
        TestHouse house = TestHouse.open();
        record(house, "some", 3);
        String before = text(house.get("/checkpoint", Map.of()));
        assertThat(Files.readString(house.logKey().resolveSibling(house.logKey().getFileName() + ".checkpoint"))).isEqualTo(before);
        house.close();
        try (TestHouse again = house.again()) {
            assertThat(text(again.get("/checkpoint", Map.of()))).isEqualTo(before);
            assertThat(again.get("/checkpoint", Map.of()).http().headers().firstValue("content-type")).hasValue("text/plain;charset=UTF-8");
        }
    }

    @Test
    @Tag("F22")
    void aChangedFactIsFoundWithItsPosition() {
        try (TestHouse house = TestHouse.open()) {
            record(house, "some", 20);
            SelfCheck check = house.bean(SelfCheck.class);
            check.check();
            assertThat(check.found()).isEqualTo(new SelfCheck.Found(20, 0, ""));
            assertThat(house.get("/actuator/health", Map.of()).status()).isEqualTo(200);
            house.sql(ALLOW);
            house.sql("update journal.fact set payload = '{\"n\":2}' where position = 12");
            check.check();
            assertThat(check.found().position()).isEqualTo(12);
            assertThat(house.get("/actuator/health", Map.of()).status()).isEqualTo(503);
            assertThat(text(house.get("/actuator/prometheus", Map.of("Authorization", "Bearer " + TestHouse.SERVICE_TOKEN))))
                    .contains("asterism_journal_fault_position 12.0", "asterism_journal_sound 0.0");
        }
    }

    @Test
    void aKeptHashThatWasChangedIsFoundToo() {
        try (TestHouse house = TestHouse.open()) {
            record(house, "some", 600);
            assertThat(house.bean(Journal.class).keepSubtrees()).isLessThanOrEqualTo(2);
            house.sql("update journal.subtree set hash = sha256('x') where height = 8 and index = 1");
            house.bean(SelfCheck.class).check();
            assertThat(house.bean(SelfCheck.class).found().position()).isEqualTo(257);
        }
    }

    @Test
    @Tag("F22")
    void aJournalThatIsSoundButNotTheOneSignedForGetsNoSignature() {
        TestHouse house = TestHouse.open();
        record(house, "true", 5);
        Checkpoint honest = signed(house);
        house.sql(ALLOW);
        house.sql("delete from journal.fact");
        house.sql("update journal.head set size = 0, frontier = '', root = sha256(''), recorded_at = 'epoch'");
        house.close();
        try (TestHouse again = house.again()) {
            assertThat(again.get("/checkpoint", Map.of()).code()).as("cut").isEqualTo("journal.not-as-signed");
            record(again, "forged", 8);
            assertThat(again.get("/checkpoint", Map.of()).code()).as("rewritten").isEqualTo("journal.not-as-signed");
            again.bean(SelfCheck.class).check();
            assertThat(again.bean(SelfCheck.class).found().what()).contains("the first 5 facts are not those that were signed for");
            assertThat(honest.size()).isEqualTo(5);
        }
    }

    @Test
    void whatKnownWitnessesCosignIsPublishedAndNothingElse() {
        SigningKey near = SigningKey.ofWitness("near.example.org");
        SigningKey far = SigningKey.ofWitness("far.example.org");
        try (TestHouse house = TestHouse.open("--asterism.log.witnesses=" + near.verifier() + "," + far.verifier())) {
            record(house, "some", 3);
            assertThat(house.get("/api/v1/proofs/cosigned", Map.of()).code()).isEqualTo("cosignature.none");
            SignedNote three = SignedNote.parse(text(house.get("/checkpoint", Map.of())));
            record(house, "more", 2);
            SignedNote five = SignedNote.parse(text(house.get("/checkpoint", Map.of())));
            assertThat(cosign(house, "no note").code()).isEqualTo("cosignature.malformed");
            assertThat(cosign(house, three.encoded()).code()).isEqualTo("cosignature.unknown-witness");
            SigningKey nobody = SigningKey.ofWitness("near.example.org");
            assertThat(cosign(house, three.and(nobody.cosign(three, 5)).encoded()).status()).isEqualTo(403);
            SignedNote forged = SigningKey.generate("asterism.example/journal").sign(three.text());
            assertThat(cosign(house, forged.and(near.cosign(forged, 5)).encoded()).code()).isEqualTo("cosignature.not-ours");

            assertThat(cosign(house, three.and(near.cosign(three, 5)).encoded()).status()).isEqualTo(200);
            assertThat(cosign(house, five.and(near.cosign(five, 6)).encoded()).status()).isEqualTo(200);
            assertThat(cosign(house, three.and(far.cosign(three, 6)).encoded()).code()).isEqualTo("cosignature.late");
            cosign(house, five.and(nobody.cosign(five, 6)).and(far.cosign(five, 7)).encoded());
            cosign(house, five.and(far.cosign(five, 8)).encoded());
            SignedNote published = SignedNote.parse(text(house.get("/api/v1/proofs/cosigned", Map.of())));
            assertThat(published.text()).isEqualTo(five.text());
            assertThat(published.signatures()).extracting(SignedNote.Signature::name)
                    .containsExactly("asterism.example/journal", "near.example.org", "far.example.org");
            assertThat(published.signedBy(near.verifier()) && published.signedBy(far.verifier())).isTrue();
        }
    }

    private static Reply cosign(TestHouse house, String note) {
        return house.send(house.request("/api/v1/proofs/cosigned").setHeader("Content-Type", "text/plain;charset=UTF-8")
                .POST(HttpRequest.BodyPublishers.ofString(note)));
    }

    private static void record(TestHouse house, String name, int count) {
        IntStream.rangeClosed(1, count).forEach(n -> house.bean(Journal.class).append(append(fact("thing/" + name, n))));
    }

    private static Checkpoint signed(TestHouse house) {
        SignedNote note = SignedNote.parse(text(house.get("/checkpoint", Map.of())));
        assertThat(note.signedBy(VerifierKey.parse(text(house.get("/api/v1/proofs/key", Map.of()))))).isTrue();
        return Checkpoint.parse(note.text());
    }

    private static List<byte[]> path(JsonNode proof) {
        List<byte[]> path = new ArrayList<>();
        proof.path("path").forEach(hash -> path.add(Base64.getDecoder().decode(hash.asString())));
        return path;
    }

    private static String text(Reply reply) {
        return new String(reply.http().body(), StandardCharsets.UTF_8);
    }
}
