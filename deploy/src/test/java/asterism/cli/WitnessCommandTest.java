package asterism.cli;

import static org.assertj.core.api.Assertions.assertThat;

import asterism.cli.StandIn.Answer;
import asterism.cli.StandIn.Asked;
import asterism.journal.Checkpoint;
import asterism.journal.MerkleTree;
import asterism.journal.Proofs;
import asterism.journal.SignedNote;
import asterism.journal.SigningKey;
import asterism.journal.VerifierKey;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.json.JsonMapper;

/** A witness comes by from time to time, and cosigns what only grew. */
class WitnessCommandTest {
    private static final String NAME = "stars.example.org/journal";
    private final SigningKey key = SigningKey.generate(NAME);
    private List<byte[]> leaves = leaves("fact", 5);
    private int taken = 200;
    private final StandIn house;

    @TempDir
    private Path folder = Path.of("set by JUnit");

    WitnessCommandTest() throws IOException {
        house = new StandIn(this::answer);
    }

    @AfterEach
    void close() {
        house.close();
    }

    private static List<byte[]> leaves(String what, int count) {
        return IntStream.range(0, count).mapToObj(i -> MerkleTree.leaf((what + i).getBytes(StandardCharsets.UTF_8)))
                .collect(Collectors.toCollection(ArrayList::new));
    }

    private Answer answer(Asked asked) {
        String path = asked.path().replaceFirst("\\?.*", "");
        return switch (path) {
            case "/checkpoint" -> new Answer(200, key.sign(new Checkpoint(NAME, leaves.size(), MerkleTree.root(leaves)).text()).encoded());
            case "/api/v1/proofs/key" -> new Answer(200, key.verifier() + "\n");
            case "/api/v1/proofs/keys" -> new Answer(200, "");
            case "/api/v1/proofs/inclusion" -> inclusion(number(asked, "position"), number(asked, "size"));
            case "/api/v1/proofs/consistency" -> new Answer(200, json(Map.of("path",
                    base64(proofs().consistency(number(asked, "from"), number(asked, "to"))))));
            default -> asked.method().equals("POST") ? new Answer(taken, "who are you?") : new Answer(404, "");
        };
    }

    private Answer inclusion(long position, long size) {
        return new Answer(200, json(Map.of("leaf", Base64.getEncoder().encodeToString(leaves.get((int) position - 1)),
                "path", base64(proofs().inclusion(position - 1, size)))));
    }

    private Proofs proofs() {
        return new Proofs((height, index) -> MerkleTree.root(
                leaves.subList((int) (index << height), (int) ((index + 1) << height))));
    }

    private static String json(Map<String, Object> object) {
        return JsonMapper.shared().writeValueAsString(object);
    }

    private static List<String> base64(List<byte[]> path) {
        return path.stream().map(Base64.getEncoder()::encodeToString).toList();
    }

    private static long number(Asked asked, String name) {
        return Stream.of(asked.path().replaceFirst(".*\\?", "").split("&", -1)).filter(part -> part.startsWith(name + "="))
                .mapToLong(part -> Long.parseLong(part.substring(name.length() + 1))).findFirst().orElseThrow();
    }

    private int witness(VerifierKey logKey) {
        return Main.commandLine().setErr(new PrintWriter(new StringWriter())).execute("witness", "--url", house.url(), "--log-key",
                logKey.toString(), "--key", folder.resolve("witness.key").toString(), "--name", "near.example.org");
    }

    /** What the house was sent. */
    private List<SignedNote> sent() {
        return house.asked.stream().filter(asked -> asked.method().equals("POST"))
                .map(asked -> SignedNote.parse(asked.body())).toList();
    }

    private VerifierKey mine() throws IOException {
        return SigningKey.parse(Files.readString(folder.resolve("witness.key"))).verifier();
    }

    @Test
    void what_only_grew_is_cosigned_each_time() throws IOException {
        assertThat(witness(key.verifier())).isZero();
        leaves.addAll(leaves("more", 8));
        assertThat(witness(key.verifier())).isZero();
        assertThat(sent()).hasSize(2).allSatisfy(note -> {
            assertThat(note.signedBy(key.verifier())).as("the log's own signature stays").isTrue();
            assertThat(note.signedBy(mine())).as("and the witness's is beside it").isTrue();
        });
        assertThat(sent()).extracting(note -> Checkpoint.parse(note.text()).size()).containsExactly(5L, 13L);
        assertThat(house.asked).anyMatch(asked -> asked.path().equals("/api/v1/proofs/consistency?from=5&to=13"));
    }

    @Test
    void a_log_that_was_rewritten_or_rolled_back_gets_nothing_and_what_was_seen_before_is_kept() throws IOException {
        assertThat(witness(key.verifier())).isZero();
        String seen = Files.readString(folder.resolve("witness.key.seen"));
        leaves = leaves("other", 9);
        assertThat(witness(key.verifier())).isEqualTo(1);
        leaves = leaves("fact", 4);
        assertThat(witness(key.verifier())).isEqualTo(1);
        assertThat(sent()).hasSize(1);
        assertThat(folder.resolve("witness.key.seen")).hasContent(seen);
    }

    @Test
    void a_log_of_another_key_gets_nothing() {
        assertThat(witness(SigningKey.generate(NAME).verifier())).isEqualTo(1);
        assertThat(sent()).isEmpty();
    }

    @Test
    void a_house_that_does_not_know_the_witness_says_so() {
        taken = 403;
        StringWriter said = new StringWriter();
        int exit = Main.commandLine().setErr(new PrintWriter(said)).execute("witness", "--url", house.url(), "--log-key",
                key.verifier().toString(), "--key", folder.resolve("witness.key").toString());
        assertThat(exit).isEqualTo(1);
        assertThat(said.toString()).contains("The house does not take it (403): who are you?");
    }
}
