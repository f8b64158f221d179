package asterism.campaign;

import asterism.embedded.Cable;
import asterism.embedded.EmbeddedKafka;
import asterism.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.List;
import java.util.stream.Stream;

/** A PostgreSQL and a Kafka that may be killed, and the cable to PostgreSQL. */
final class Servers implements AutoCloseable {
    private final Path folder;
    private final Cable cable;
    private EmbeddedPostgres postgres;
    private EmbeddedKafka kafka;
    private volatile int port;

    Servers(Path folder) throws IOException {
        this.folder = folder;
        postgres = EmbeddedPostgres.start(folder.resolve("postgresql"), 0);
        port = postgres.port();
        kafka = EmbeddedKafka.start(folder.resolve("kafka"), 0);
        cable = new Cable(() -> port);
    }

    /** Where all of it is kept. */
    Path folder() {
        return folder;
    }

    EmbeddedPostgres postgres() {
        return postgres;
    }

    EmbeddedKafka kafka() {
        return kafka;
    }

    Cable cable() {
        return cable;
    }

    /** The address of a database at the other end of the cable. */
    String url(String database) {
        return "jdbc:postgresql://127.0.0.1:" + cable.port() + "/" + database + "?connectTimeout=2&socketTimeout=10";
    }

    /** What a round leaves behind is thrown away, so that a campaign may be as long as one likes. */
    void drop(String... databases) throws SQLException {
        try (var connection = DriverManager.getConnection(postgres.jdbcUrl("postgres"), postgres.username(), postgres.password());
                var asking = connection.createStatement()) {
            for (String database : databases) {
                asking.execute("drop database " + database + " with (force)");
            }
        }
    }

    /** Kills all its processes at once, and starts it anew. */
    void killPostgres() throws IOException {
        try (Stream<String> lines = Files.lines(folder.resolve("postgresql").resolve("data").resolve("postmaster.pid"))) {
            ProcessHandle postmaster = ProcessHandle.of(Long.parseLong(lines.findFirst().orElseThrow().strip())).orElseThrow();
            List<ProcessHandle> sessions = postmaster.descendants().toList();
            postmaster.destroyForcibly();
            sessions.forEach(ProcessHandle::destroyForcibly);
            postmaster.onExit().join();
        }
        postgres = EmbeddedPostgres.start(folder.resolve("postgresql"), 0);
        port = postgres.port();
    }

    /** @param meanwhile what is done while there is none */
    void restartKafka(Runnable meanwhile) {
        int at = Integer.parseInt(kafka.bootstrapServers().substring(kafka.bootstrapServers().indexOf(':') + 1));
        kafka.close();
        meanwhile.run();
        kafka = EmbeddedKafka.start(folder.resolve("kafka"), at);
    }

    @Override
    public void close() throws IOException {
        cable.close();
        kafka.close();
        postgres.close();
    }
}
