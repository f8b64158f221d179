package asterism.embedded;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * One PostgreSQL and one Kafka for all tests of a JVM, on free ports, in a temporary folder that goes with the JVM.
 * Each starts when first asked for; each test takes a database or a topic of its own.
 */
public final class TestServers {

    private static final AtomicInteger TAKEN = new AtomicInteger();

    private TestServers() {
    }

    public static EmbeddedPostgres postgres() {
        return Postgres.SERVER;
    }

    public static EmbeddedKafka kafka() {
        return Kafka.SERVER;
    }

    /** Creates an empty database that no other test of this JVM uses, and says its name. */
    public static String newDatabase() {
        String name = "test_" + TAKEN.incrementAndGet();
        postgres().createDatabase(name);
        return name;
    }

    /** Creates an empty topic that no other test of this JVM uses, and says its name. */
    public static String newTopic() {
        String name = "test-" + TAKEN.incrementAndGet();
        kafka().createTopic(name);
        return name;
    }

    private static final class Postgres {
        static final EmbeddedPostgres SERVER = start();

        private static EmbeddedPostgres start() {
            Path folder = temporaryFolder("postgresql");
            EmbeddedPostgres server = EmbeddedPostgres.start(folder, 0);
            closeWithTheJvm(server, folder);
            return server;
        }
    }

    private static final class Kafka {
        static final EmbeddedKafka SERVER = start();

        private static EmbeddedKafka start() {
            Path folder = temporaryFolder("kafka");
            EmbeddedKafka server = EmbeddedKafka.start(folder, 0);
            closeWithTheJvm(server, folder);
            return server;
        }
    }

    private static Path temporaryFolder(String name) {
        try {
            Path folder = Files.createTempDirectory("asterism-" + name + "-");
            Folders.letOthersEnter(folder);
            return folder;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void closeWithTheJvm(AutoCloseable server, Path folder) {
        Runtime.getRuntime().addShutdownHook(new Thread(() -> {
            try {
                server.close();
                Folders.delete(folder);
            } catch (Exception e) {
                System.err.println("Left behind: " + folder + " (" + e.getMessage() + ")");
            }
        }, "close-" + folder.getFileName()));
    }
}
