package asterism.command.wiring.journal;

import static asterism.command.wiring.journal.JournalDatabase.bytes;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.UUID;

/**
 * A process of its own that writes to a journal until it is killed: {@code <url> <user> <password> <seed> <honest|hasty>}. It says
 * a line for each command that is recorded; the hasty one says so before it is.
 */
final class WritingProcess {
    private static final int WRITERS = 8;
    private static final String HOT = "thing/hot";

    private WritingProcess() {
    }

    public static void main(String[] arguments) throws InterruptedException {
        HikariConfig config = new HikariConfig();
        config.setJdbcUrl(arguments[0]);
        config.setUsername(arguments[1]);
        config.setPassword(arguments[2]);
        config.setMaximumPoolSize(WRITERS + 4);
        Journal journal = new Journal(new HikariDataSource(config));
        long seed = Long.parseLong(arguments[3]);
        boolean hasty = arguments[4].equals("hasty");
        List<Thread> writers = new ArrayList<>();
        for (int i = 0; i < WRITERS; i++) {
            Random random = new Random(seed * 31 + i);
            String own = "thing/s" + seed + "-w" + i + "-";
            writers.add(Thread.ofPlatform().start(() -> write(journal, random, own, hasty)));
        }
        for (Thread writer : writers) {
            writer.join();
        }
    }

    /** Two facts a command: one of a stream of its own, one of a stream that all want. */
    private static void write(Journal journal, Random random, String own, boolean hasty) {
        for (int n = 0; ; n++) {
            UUID command = new UUID(random.nextLong(), random.nextLong());
            Append append = new Append(command, bytes("digest"),
                    List.of(fact(own + n, 1, command), fact(HOT, journal.lastVersion(HOT) + 1, command)), List.of());
            if (hasty) {
                say(command);
            }
            try {
                if (journal.append(append) instanceof Outcome.Appended && !hasty) {
                    say(command);
                }
            } catch (JournalUnavailable e) {
                // its session was cut; the next command will tell
            }
        }
    }

    private static NewFact fact(String stream, long version, UUID command) {
        return new NewFact(stream, version, "thing.happened/1", JournalDatabase.DAY, bytes(command.toString()), bytes("{}"));
    }

    private static void say(UUID command) {
        synchronized (System.out) {
            System.out.println(command);
            System.out.flush();
        }
    }
}
