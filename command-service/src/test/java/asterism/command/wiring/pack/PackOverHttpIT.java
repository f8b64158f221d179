package asterism.command.wiring.pack;

import static asterism.command.wiring.journal.JournalDatabase.append;
import static asterism.command.wiring.journal.JournalDatabase.fact;
import static org.assertj.core.api.Assertions.assertThat;

import asterism.command.wiring.SignIn;
import asterism.command.wiring.TestHouse;
import asterism.command.wiring.TestHouse.Reply;
import asterism.command.wiring.journal.Journal;
import asterism.verify.Verify;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A running house: the pack it hands out, and what the verifier says when it asks the house itself. */
class PackOverHttpIT {
    private static final Map<String, String> OVERSEER = Map.of("Authorization", "Bearer " + TestHouse.SERVICE_TOKEN);

    @TempDir
    private Path folder = Path.of("");

    @Test
    void thePackOfARunningHouseHoldsAndGoesToOverseersAlone() throws IOException {
        try (TestHouse house = TestHouse.open()) {
            record(house, "branch/b1", 40);
            assertThat(house.get("/api/v1/pack", Map.of()).status()).isEqualTo(401);
            assertThat(house.get("/api/v1/pack", Map.of("Authorization", "Bearer " + SignIn.token("guest"))).status()).isEqualTo(403);
            Reply malformed = house.get("/api/v1/pack?scope=everything", OVERSEER);
            assertThat(malformed.status()).isEqualTo(400);
            assertThat(malformed.code() + " " + malformed.field()).isEqualTo("pack.scope-malformed scope");
            assertThat(house.get("/api/v1/pack?scope=round:none", OVERSEER).code()).isEqualTo("pack.nothing-in-scope");
            assertThat(house.bean(PackApi.class).place.tryAcquire()).isTrue();
            Reply busy = house.get("/api/v1/pack", OVERSEER);
            assertThat(busy.code()).isEqualTo("pack.busy");
            assertThat(busy.http().headers().firstValue("Retry-After")).hasValue("30");
            house.bean(PackApi.class).place.release();

            Reply pack = house.get("/api/v1/pack", OVERSEER);
            assertThat(pack.status()).isEqualTo(200);
            assertThat(pack.http().headers().firstValue("content-disposition")).hasValue("attachment; filename=\"whole.zip\"");
            Path file = Files.write(folder.resolve("whole.zip"), pack.http().body());
            assertThat(said(file.toString())).startsWith("0 ").contains("all 40 facts are, byte for byte");
        }
    }

    @Test
    void theVerifierAsksARunningHouseAndKeepsWhatItSaw() throws IOException {
        TestHouse house = TestHouse.open();
        record(house, "branch/b1", 40);
        Path kept = folder.resolve("kept");
        assertThat(said("--url", url(house), "--keep", kept.toString())).startsWith("0 ").contains("20 facts drawn by lot");
        record(house, "branch/b2", 30);
        assertThat(said("--url", url(house), "--kept", kept.toString())).startsWith("0 ")
                .contains("the 70 facts grew out of the 40 of the kept checkpoint");
        assertThat(said("--url", url(house), "--key", "stars.example.org/journal+00000000+AAAA")).startsWith("1 ")
                .contains("DIFFERENCE  the checkpoint is not signed by the key");
        String first = trusted(house);
        assertThat(house.post("root", "/api/v1/log-key/rotation", "{}").code()).isEqualTo("reason.required");
        assertThat(house.post("root", "/api/v1/log-key/rotation", "{\"reason\": \"once a year\"}").status()).isEqualTo(201);
        assertThat(trusted(house)).isNotEqualTo(first);
        assertThat(said("--url", url(house), "--kept", kept.toString(), "--key", first)).startsWith("0 ")
                .contains("from position 71 on the log's key is the one that the key before it named: " + trusted(house));
        house.close();
        try (TestHouse other = TestHouse.open()) {
            record(other, "branch/b1", 50);
            assertThat(said("--url", url(other), "--kept", kept.toString())).startsWith("1 ")
                    .contains("DIFFERENCE  the kept checkpoint is signed by another key");
            assertThat(said("--url", url(other) + "/nowhere")).startsWith("2 ").contains("answers 401");
        }
    }

    private static void record(TestHouse house, String stream, int facts) {
        IntStream.rangeClosed(1, facts).forEach(n -> house.bean(Journal.class).append(append(fact(stream, n))));
    }

    private static String trusted(TestHouse house) {
        return new String(house.get("/api/v1/proofs/key", Map.of()).http().body(), StandardCharsets.UTF_8).strip();
    }

    private static String url(TestHouse house) {
        return house.request("").build().uri().toString();
    }

    private static String said(String... arguments) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        int exit = Verify.run(arguments, new PrintStream(bytes, true, StandardCharsets.UTF_8));
        return exit + " " + bytes.toString(StandardCharsets.UTF_8);
    }
}
