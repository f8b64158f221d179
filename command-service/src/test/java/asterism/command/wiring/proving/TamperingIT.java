package asterism.command.wiring.proving;

import static asterism.command.wiring.journal.JournalDatabase.append;
import static asterism.command.wiring.journal.JournalDatabase.fact;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import asterism.command.wiring.journal.Journal;
import asterism.command.wiring.journal.JournalDatabase;
import asterism.command.wiring.journal.Verified;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What somebody with every right on the database may do to its rows, and what the look at every row says of it. */
@Tag("F22")
class TamperingIT {
    private static final JournalDatabase DATABASE = new JournalDatabase();
    private static final Journal JOURNAL = new Journal(DATABASE.source());
    private static final int FACTS = 600;
    @TempDir
    private static Path folder = Path.of("");

    @BeforeAll
    static void write() {
        write("thing/early", 500);
        DATABASE.sql("create table old as table journal.head");
        write("thing/late", FACTS - 500);
        JOURNAL.keepSubtrees();
        DATABASE.sql("alter table journal.fact disable trigger only_added");
        DATABASE.sql("create table fact as table journal.fact; create table head as table journal.head;"
                + " create table subtree as table journal.subtree");
    }

    @AfterAll
    static void close() throws SQLException {
        JOURNAL.close();
        DATABASE.close();
    }

    private static Map<String, Long> harms() {
        Map<String, Long> harms = new LinkedHashMap<>();
        for (String column : new String[] {"payload = '{\"n\":5}'", "metadata = '{\"actor\":\"p2\"}'", "type = 'thing.undone/1'",
            "effective_on = effective_on + 1", "recorded_at = recorded_at + interval '1 microsecond'", "version = version + 1000",
            "stream = 'thing/9'", "event_id = gen_random_uuid()", "command_id = gen_random_uuid()", "digest = 'other'", "ordinal = 1",
            "leaf = sha256('x')"}) {
            harms.put("update journal.fact set " + column + " where position = 12", 12L);
        }
        harms.put("delete from journal.fact where position = 12", 12L);
        harms.put("delete from journal.fact where position = 600", 600L);
        harms.put("delete from journal.fact where position > 250", 251L);
        harms.put("truncate journal.fact", 1L);
        harms.put("insert into journal.fact select 601, version + 900, recorded_at, effective_on, ordinal, event_id, gen_random_uuid(), "
                + "stream, type, digest, leaf, metadata, payload from fact where position = 600", 601L);
        harms.put("update journal.fact set position = -position where position >= 12; update journal.fact set position = 1 - position "
                + "where position < 0", 12L);
        harms.put("update journal.fact set position = -12 where position = 12; update journal.fact set position = 12 where position = 13; "
                + "update journal.fact set position = 13 where position = -12", 12L);
        harms.put("update journal.fact a set payload = b.payload from journal.fact b where a.position in (12, 13) "
                + "and b.position = 25 - a.position", 12L);
        harms.put("update journal.head set root = sha256('x')", 601L);
        harms.put("update journal.subtree set hash = sha256('x') where height = 8 and index = 1", 257L);
        return harms;
    }

    @Test
    void whateverIsDoneToARowIsFoundAtThatRow() {
        assertThat(JOURNAL.verify().sound()).isTrue();
        harms().forEach((harm, position) -> {
            DATABASE.sql(harm);
            Verified verified = JOURNAL.verify();
            assertThat(verified.fault().map(Verified.Fault::position)).as(harm).contains(position);
            putBack();
        });
        assertThat(JOURNAL.verify().sound()).isTrue();
    }

    /** Sound in itself, and yet not what was signed for. */
    @Test
    void aRestoredBackupARewrittenTailAndAForkGetNoSignature() {
        Checkpoints checkpoints = new Checkpoints(JOURNAL, folder.resolve("key"), "stars.example.org/journal");
        assertThat(checkpoints.now().checkpoint().size()).isEqualTo(FACTS);

        DATABASE.sql("delete from journal.fact where position > 500; delete from journal.head; insert into journal.head select * from old;"
                + " delete from journal.subtree where index > 0");
        assertThat(JOURNAL.verify().sound()).isTrue();
        assertThatThrownBy(checkpoints::now).hasMessage("the journal ends with position 500, and 600 facts were signed for");

        write("other/tail", 100);
        assertThat(JOURNAL.verify().sound()).isTrue();
        assertThatThrownBy(checkpoints::now).hasMessage("the first 600 facts are not those that were signed for");

        write("other/growth", 50);
        assertThat(JOURNAL.verify().sound()).isTrue();
        assertThatThrownBy(checkpoints::now).hasMessage("the first 600 facts are not those that were signed for");
        putBack();
        assertThat(checkpoints.now().checkpoint().size()).isEqualTo(FACTS);
    }

    private static void write(String stream, int facts) {
        IntStream.rangeClosed(1, facts).forEach(n -> JOURNAL.append(append(fact(stream, n))));
    }

    private static void putBack() {
        DATABASE.sql("truncate journal.fact; insert into journal.fact select * from fact; delete from journal.head;"
                + " insert into journal.head select * from head; delete from journal.subtree;"
                + " insert into journal.subtree select * from subtree");
    }
}
