package asterism.command.wiring.keys;

import static org.assertj.core.api.Assertions.assertThat;

import asterism.command.wiring.TestHouse;
import asterism.command.wiring.TestHouse.Reply;
import asterism.command.wiring.journal.Journal;
import asterism.events.BodyEvent.PersonRegistered;
import asterism.events.EventJson;
import asterism.journal.Leaf;
import asterism.journal.Proofs;
import asterism.journal.Recorded;
import asterism.verify.Verify;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Collections;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;

/** The name of a person goes, for good; the facts, their order and every proof stay. */
class ErasureIT {
    private static final String WANG = "person/wang";
    private static final String ERASE = "/api/v1/bodies/county/people/wang/erasure";
    private static final String REASON = "{\"reason\": \"asked for by the person\"}";

    @TempDir
    private Path folder = Path.of("");

    @Test
    void anErasedNameCanBeReadNoMoreAndEveryProofHolds() throws IOException {
        TestHouse house = county();
        Recorded registered = registered(house);
        assertThat(name(house, registered)).contains("王芳");
        Path before = pack(house, "before.zip");

        assertThat(house.post("office", ERASE, REASON).code()).isEqualTo("policy.post-missing");
        assertThat(house.post("root", "/api/v1/bodies/county/people/root/erasure", REASON).code()).isEqualTo("separation.own-values");
        assertThat(name(house, registered)).contains("王芳");
        Reply erased = house.post("root", ERASE, REASON);

        assertThat(erased.body().path("facts").path(0).asString()).isEqualTo("body.personal-values-erased/1");
        assertThat(erased.body().path("notice").path(1).asString()).contains("packs exported and backups", "may still hold");
        assertThat(erased.body().path("notice").path(0).asString()).contains("备份");
        assertThat(name(house, registered)).isEmpty();
        assertThat(key(house).status()).isEqualTo(404);
        assertThat(house.bean(Journal.class).verify().sound()).isTrue();
        assertThat(proven(house, registered)).isTrue();
        assertThat(List.of(before, pack(house, "after.zip"))).allSatisfy(pack -> {
            assertThat(verified(pack)).as("holds also without the key").contains("Everything that was checked holds.");
            assertThat(content(pack)).as("a pack never had the name").doesNotContain("王芳").contains("\\\"wang\\\"");
        });
        house.close();
    }

    /** The process ended between the fact and the deletion; or somebody put the keys back from a backup. */
    @Test
    void whatACrashLeftUndoneIsDoneAtTheNextStart() {
        TestHouse house = county();
        byte[] wrapped = wrapped(house);
        assertThat(house.post("root", ERASE, REASON).status()).isEqualTo(200);
        house.sql("update keyring.key set wrapped = '\\x" + HexFormat.of().formatHex(wrapped)
                + "', erased_at = null where name = 'person/wang'");
        house.close();
        try (TestHouse again = house.again()) {
            assertThat(key(again).status()).isEqualTo(404);
            assertThat(name(again, registered(again))).isEmpty();
        }
    }

    private static TestHouse county() {
        TestHouse house = TestHouse.open();
        assertThat(house.post("root", "/api/v1/bodies", """
                {"body": "county", "kind": "COMMITTEE", "name": {"zh": "县委", "en": "County Committee"}}""").status()).isEqualTo(201);
        for (String person : List.of("office", "wang")) {
            assertThat(house.post("root", "/api/v1/bodies/county/people",
                    "{\"person\": \"" + person + "\", \"name\": \"王芳\"}").status()).isEqualTo(200);
        }
        return house;
    }

    private static Recorded registered(TestHouse house) {
        return house.bean(Journal.class).stream("body/county", 0).stream().filter(fact -> new String(fact.payload(),
                StandardCharsets.UTF_8).contains("\"wang\"") && fact.type().startsWith("body.person-reg")).findFirst()
                .orElseThrow();
    }

    private static Optional<String> name(TestHouse house, Recorded fact) {
        return EventJson.read(fact.type(), fact.payload(), house.bean(Keyring.class)) instanceof PersonRegistered person
                ? person.name().value() : Optional.empty();
    }

    private static Reply key(TestHouse house) {
        return house.get("/internal/keys/" + WANG, Map.of("Authorization", "Bearer " + TestHouse.SERVICE_TOKEN));
    }

    private Path pack(TestHouse house, String name) throws IOException {
        return Files.write(folder.resolve(name), house.get("/api/v1/pack?withFiles=true",
                Map.of("Authorization", "Bearer " + TestHouse.SERVICE_TOKEN)).http().body());
    }

    private static String verified(Path pack) {
        try {
            ByteArrayOutputStream said = new ByteArrayOutputStream();
            Verify.run(new String[] {pack.toString()}, new PrintStream(said, true, StandardCharsets.UTF_8));
            return said.toString(StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String content(Path pack) {
        try (ZipFile zip = new ZipFile(pack.toFile())) {
            StringBuilder all = new StringBuilder();
            for (ZipEntry entry : Collections.list(zip.entries())) {
                all.append(new String(zip.getInputStream(entry).readAllBytes(), StandardCharsets.UTF_8));
            }
            return all.toString();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static byte[] wrapped(TestHouse house) {
        return house.bean(JdbcClient.class)
                .sql("select wrapped from keyring.key where name = 'person/wang'").query(byte[].class).single();
    }

    private static boolean proven(TestHouse house, Recorded fact) {
        JsonNode proof = house.get("/api/v1/proofs/inclusion?position=" + fact.position(), Map.of()).body();
        List<byte[]> path = new ArrayList<>();
        proof.path("path").forEach(hash -> path.add(Base64.getDecoder().decode(hash.asString())));
        return Proofs.included(Leaf.hash(fact), fact.position() - 1, proof.path("size").asLong(), path,
                Base64.getDecoder().decode(proof.path("root").asString()));
    }
}
