package asterism.command.wiring.proving;

import static asterism.command.wiring.journal.JournalDatabase.append;
import static asterism.command.wiring.journal.JournalDatabase.bytes;
import static asterism.command.wiring.journal.JournalDatabase.fact;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import asterism.command.wiring.journal.Journal;
import asterism.command.wiring.journal.JournalDatabase;
import asterism.command.wiring.journal.NewFact;
import asterism.events.EventJson;
import asterism.events.HouseEvent;
import asterism.events.HouseEvent.LogKeyRotated;
import asterism.events.Keys;
import asterism.journal.KeyChange;
import asterism.journal.SigningKey;
import asterism.journal.VerifierKey;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The log's key gives way to another. Each process that begins here is one that starts after a crash, or beside another. */
class LogKeyIT {
    private final JournalDatabase database = new JournalDatabase();
    private final Journal journal = new Journal(database.source());

    @TempDir
    private Path folder = Path.of("");
    private VerifierKey first = SigningKey.generate("unused").verifier();

    @BeforeEach
    void signedOnce() {
        Checkpoints house = process();
        first = house.key();
        record(1);
        assertThat(house.now().note().signedBy(first)).isTrue();
    }

    @AfterEach
    void close() throws SQLException {
        journal.close();
        database.close();
    }

    @Test
    void aKeyThatOnlyWaitsSignsNothingAndIsTheSameAfterACrash() throws IOException {
        KeyChange waiting = process().next();
        record(2);
        assertThat(process().now().note().signedBy(first)).isTrue();
        assertThat(process().next().to()).isEqualTo(waiting.to());
        assertThat(files()).containsExactly("log.key", "log.key.checkpoint", next(first));
    }

    @Test
    void aKeyThatAFactNamesIsTakenOnByWhoeverComesNext() throws IOException {
        Checkpoints beside = process();
        KeyChange change = process().next();
        rotate(change, 1);
        Checkpoints.Signed signed = process().now();
        assertThat(signed.note().signedBy(change.to())).isTrue();
        assertThat(signed.note().signedBy(first)).isFalse();
        record(2);
        assertThat(beside.now().note().signedBy(change.to())).as("the one that stood beside").isTrue();
        assertThat(beside.key()).isEqualTo(change.to());
        assertThat(beside.key(1)).as("of a checkpoint from before").isEqualTo(first);
        assertThat(files()).containsExactly("log.key", "log.key.checkpoint");
    }

    @Test
    void aCrashAfterTheNewKeyWasWrittenLeavesItsCopyWhichTheNextRotationClearsAway() throws IOException {
        KeyChange change = process().next();
        String copy = Files.readString(folder.resolve(next(first)));
        rotate(change, 1);
        process().now();
        Files.writeString(folder.resolve(next(first)), copy);
        assertThat(process().now().note().signedBy(change.to())).isTrue();
        KeyChange again = process().next();
        rotate(again, 2);
        record(2);
        Checkpoints house = process();
        assertThat(house.now().note().signedBy(again.to())).isTrue();
        assertThat(house.keys().taken()).extracting(taken -> taken.position()).containsExactly(2L, 3L);
        assertThat(files()).containsExactly("log.key", "log.key.checkpoint");
    }

    @Test
    void aChangeThatTheKeyDidNotSignOrWhoseKeyIsNotHereGetsNoSignature() {
        VerifierKey forged = SigningKey.generate(first.name()).verifier();
        KeyChange other = KeyChange.of(SigningKey.generate(first.name()), forged);
        rotate(other, 1);
        assertThatThrownBy(() -> process().now()).isInstanceOf(Checkpoints.Broken.class).hasMessageContaining("is not beside");
        database.sql("alter table journal.fact disable trigger only_added; update journal.fact set payload = convert_to(replace("
                + "convert_from(payload, 'UTF8'), '" + other.from() + "', '" + first + "'), 'UTF8') where position = 2");
        assertThatThrownBy(() -> process().now()).isInstanceOf(Checkpoints.Broken.class)
                .hasMessageContaining("the fact at position 2 is no change of the log's key");
    }

    private Checkpoints process() {
        return new Checkpoints(journal, folder.resolve("log.key"), "stars.example.org/journal");
    }

    private void record(long version) {
        journal.append(append(fact("thing/a", version)));
    }

    private void rotate(KeyChange change, long version) {
        LogKeyRotated rotated = new LogKeyRotated(change.from().toString(), change.to().toString(), change.statement().encoded());
        journal.append(append(new NewFact(HouseEvent.STREAM.toString(), version, "house.log-key-rotated/1", LocalDate.of(2026, 1, 5),
                bytes("{\"actor\":\"person/root\"}"), EventJson.write(rotated, new UUID(0, version), Keys.NONE))));
    }

    private List<String> files() throws IOException {
        try (Stream<Path> all = Files.list(folder)) {
            return all.map(file -> file.getFileName().toString()).sorted().toList();
        }
    }

    private static String next(VerifierKey key) {
        return "log.key.next-" + key.toString().split("\\+", -1)[1];
    }
}
