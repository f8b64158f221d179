package asterism.command.wiring.journal;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import asterism.embedded.TestJvm;
import asterism.embedded.TestServers;
import asterism.journal.Recorded;
import java.io.BufferedReader;
import java.io.IOException;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * Processes that write are killed outright, and their sessions cut, at random moments; what they said was recorded must be so, and
 * only once. The seed is printed; {@code -Dseed=N} repeats the moments.
 */
class JournalCrashIT {
    private static final long SEED = Long.getLong("seed", System.nanoTime());
    private static final int KILLS = 15;
    private static final int FACTS_OF_A_COMMAND = 2;

    @Test
    @Tag("F1")
    @Tag("I3")
    void fifteen_kills_lose_nothing_and_double_nothing() throws Exception {
        System.out.println("journal crash test, seed " + SEED);
        try (JournalDatabase database = new JournalDatabase()) {
            Set<String> acknowledged = kill(database, KILLS, "honest");
            assertThat(acknowledged).hasSizeGreaterThan(KILLS * 10);
            assertThat(faults(database, acknowledged)).isEmpty();
        }
    }

    @Test
    void a_writer_that_says_so_too_early_is_found_out() throws Exception {
        try (JournalDatabase database = new JournalDatabase()) {
            assertThat(faults(database, kill(database, 2, "hasty"))).anyMatch(fault -> fault.startsWith("lost"));
        }
    }

    /** What the processes said was recorded before each was killed. */
    private static Set<String> kill(JournalDatabase database, int kills, String how) throws IOException {
        Random random = new Random(SEED);
        Set<String> acknowledged = ConcurrentHashMap.newKeySet();
        for (int i = 0; i < kills; i++) {
            Process process = start(database, SEED + i, how);
            try {
                Thread listening = Thread.ofPlatform().start(() -> listen(process, acknowledged));
                int before = acknowledged.size();
                await().atMost(Duration.ofSeconds(30)).until(() -> acknowledged.size() > before + 5);
                LockSupport.parkNanos(Duration.ofMillis(random.nextInt(400)).toNanos());
                if (i % 2 == 0) {
                    database.cutSessions();
                    LockSupport.parkNanos(Duration.ofMillis(random.nextInt(400)).toNanos());
                }
                process.destroyForcibly().onExit().join();
                await().atMost(Duration.ofSeconds(10)).until(() -> !listening.isAlive());
            } finally {
                process.destroyForcibly();
            }
        }
        return acknowledged;
    }

    private static Process start(JournalDatabase database, long seed, String how) throws IOException {
        List<String> command = TestJvm.of(WritingProcess.class.getName());
        command.addAll(List.of(database.url(), TestServers.postgres().username(), TestServers.postgres().password(),
                Long.toString(seed), how));
        return new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.DISCARD).start();
    }

    private static void listen(Process process, Set<String> acknowledged) {
        try (BufferedReader said = process.inputReader(UTF_8)) {
            for (String line = said.readLine(); line != null; line = said.readLine()) {
                if (line.length() == 36) {
                    acknowledged.add(line);
                }
            }
        } catch (IOException e) {
            // the process was killed in the middle of a line
        }
    }

    /** Everything that is wrong with the journal: what was lost, what was doubled or torn, and what its own verification finds. */
    private static List<String> faults(JournalDatabase database, Set<String> acknowledged) throws SQLException {
        List<String> faults = new ArrayList<>();
        Map<String, Integer> recorded = new HashMap<>();
        Map<String, Long> versions = new HashMap<>();
        try (Journal journal = new Journal(database.source())) {
            long position = 0;
            for (List<Recorded> next = journal.after(0, 1_000); !next.isEmpty(); next = journal.after(position, 1_000)) {
                for (Recorded fact : next) {
                    if (fact.position() != ++position) {
                        faults.add("gap before position " + fact.position());
                    }
                    if (fact.version() != versions.merge(fact.stream(), 1L, Long::sum)) {
                        faults.add("gap before version " + fact.version() + " of " + fact.stream());
                    }
                    recorded.merge(new String(fact.metadata(), UTF_8), 1, Integer::sum);
                }
            }
            journal.verify().fault().ifPresent(fault -> faults.add("verification: " + fault));
        }
        recorded.forEach((command, facts) -> {
            if (facts != FACTS_OF_A_COMMAND) {
                faults.add("torn or doubled: " + command + " has " + facts + " facts");
            }
        });
        Set<String> lost = new HashSet<>(acknowledged);
        lost.removeAll(recorded.keySet());
        lost.forEach(command -> faults.add("lost: " + command));
        return faults;
    }
}
