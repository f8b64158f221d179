package asterism.embedded;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;

/**
 * A PostgreSQL server of its own process, kept in a folder, durable, on 127.0.0.1, with a password.
 *
 * <p>A server that an earlier process left behind on the same folder is stopped first. Below the folder: {@code bin-…} the
 * programs, {@code data} the databases, {@code server.log} what the server says, {@code password}.
 */
public final class EmbeddedPostgres implements AutoCloseable {

    private static final String USER = "asterism";
    /** The property that names a folder for the programs, where many servers of a build share them; otherwise each has its own. */
    static final String PROGRAMS = "asterism.postgresql.programs";
    private static final int PATIENCE_SECONDS = 60;
    private static final int START_ATTEMPTS = 20;
    private static final long LOG_LIMIT_BYTES = 4L << 20;

    private final Path folder;
    private final Path data;
    private final Path programs;
    private final PostgresUser user;
    private final int port;
    private final String password;
    private final ProcessHandle postmaster;

    private EmbeddedPostgres(Path folder, Path binaries, int port, PostgresUser user) throws IOException {
        this.folder = folder.toAbsolutePath();
        this.data = this.folder.resolve("data");
        this.user = user;
        this.port = Ports.orFree(port);
        Files.createDirectories(this.folder);
        this.programs = PostgresBinaries.in(binaries).resolve("bin");
        this.password = passwordIn(this.folder);
        stopOrphan();
        createCluster();
        this.postmaster = start();
    }

    /**
     * Starts a server on this folder; an empty or missing folder becomes a new one.
     *
     * @param folder where data and programs live
     * @param port   1 to 65535, or 0 for a free one
     * @throws ServerFailure when it does not start, saying why
     */
    public static EmbeddedPostgres start(Path folder, int port) {
        String shared = System.getProperty(PROGRAMS);
        return start(folder, shared == null ? folder.resolve("server") : Path.of(shared), port, PostgresUser.fitting());
    }

    static EmbeddedPostgres start(Path folder, Path binaries, int port, PostgresUser user) {
        try {
            return new EmbeddedPostgres(folder, binaries.toAbsolutePath(), port, user);
        } catch (IOException e) {
            throw new ServerFailure("PostgreSQL cannot be set up in " + folder + ": " + e.getMessage(), e);
        }
    }

    /** Creates the database unless it is there. */
    public void createDatabase(String name) {
        try (Connection connection = DriverManager.getConnection(jdbcUrl("postgres"), USER, password);
                var find = connection.prepareStatement("select 1 from pg_database where datname = ?");
                var create = connection.createStatement()) {
            find.setString(1, name);
            if (!find.executeQuery().next()) {
                create.execute("create database " + create.enquoteIdentifier(name, true));
            }
        } catch (SQLException e) {
            throw new ServerFailure("PostgreSQL cannot create the database " + name + ": " + e.getMessage(), e);
        }
    }

    /** The address of a database, without user and password. */
    public String jdbcUrl(String database) {
        return "jdbc:postgresql://127.0.0.1:" + port + "/" + database;
    }

    public String username() {
        return USER;
    }

    public String password() {
        return password;
    }

    public int port() {
        return port;
    }

    /** Completes when the server's process has ended, whether it was asked to or not. */
    public CompletableFuture<Void> ended() {
        return postmaster.onExit().thenAccept(_ -> { });
    }

    /** The server's process; tests kill it. */
    ProcessHandle postmaster() {
        return postmaster;
    }

    /** Stops the server after a last checkpoint, cutting open sessions; does nothing when it has ended already. */
    @Override
    public void close() {
        if (postmaster.isAlive()) {
            try {
                control("stop", "-m", "fast");
            } catch (IOException e) {
                throw new ServerFailure("PostgreSQL did not stop: " + e.getMessage(), e);
            }
        }
    }

    /** Asks it politely; then kills it, which loses nothing committed either. */
    private void stopOrphan() throws IOException {
        Optional<ProcessHandle> orphan = runningOn(data);
        if (orphan.isPresent()) {
            try {
                control("stop", "-m", "fast");
            } catch (ServerFailure e) {
                orphan.get().destroyForcibly();
            }
        }
    }

    private void createCluster() throws IOException {
        if (Files.exists(data.resolve("PG_VERSION"))) {
            user.own(data);
            return;
        }
        Path half = folder.resolve("data-new");
        if (Files.exists(half)) {
            Folders.delete(half);
        }
        Files.createDirectories(half);
        Folders.permit(half, "rwx------");
        Path secret = Files.writeString(half.resolveSibling("password-new"), password);
        user.own(half);
        user.own(secret);
        run("initdb", "-D", half.toString(), "-U", USER, "-A", "scram-sha-256", "--pwfile", secret.toString(), "-E", "UTF-8",
                "--locale-provider=builtin", "--locale=C.UTF-8", "--no-instructions");
        Files.delete(secret);
        Files.move(half, data); // half a cluster never looks like one
    }

    private ProcessHandle start() throws IOException {
        Path log = logFile();
        String options = "-p " + port + " -c listen_addresses=127.0.0.1 -c unix_socket_directories= -c timezone=UTC"
                + " -c fsync=on -c synchronous_commit=on -c full_page_writes=on -c max_connections=100"
                + " -c shared_buffers=64MB -c log_checkpoints=off";
        for (int attempt = 1; ; attempt++) {
            try {
                control("start", "-l", log.toString(), "-o", options);
                return runningOn(data).orElseThrow(() -> new ServerFailure("PostgreSQL ended as soon as it had started; see " + log));
            } catch (ServerFailure e) {
                String said = Files.readString(log, StandardCharsets.UTF_8);
                boolean sessionsOfAKilledServerLinger = said.contains("shared memory block");
                if (!sessionsOfAKilledServerLinger || attempt == START_ATTEMPTS) {
                    throw new ServerFailure("PostgreSQL does not start: " + lastComplaint(said) + " (more in " + log + ")", e);
                }
                Files.writeString(log, "");
            }
        }
    }

    private Path logFile() throws IOException {
        Path log = folder.resolve("server.log");
        if (Files.exists(log) && Files.size(log) > LOG_LIMIT_BYTES) {
            Files.delete(log);
        }
        if (!Files.exists(log)) {
            Files.createFile(log);
        }
        user.own(log);
        return log;
    }

    private static String lastComplaint(String log) {
        return log.lines().filter(line -> line.contains("FATAL") || line.contains("PANIC") || line.contains("could not"))
                .reduce((_, later) -> later).orElse("it gives no reason");
    }

    private void control(String action, String... more) throws IOException {
        List<String> arguments = new ArrayList<>(List.of(action, "-D", data.toString(), "-w", "-t", "" + PATIENCE_SECONDS));
        arguments.addAll(List.of(more));
        run("pg_ctl", arguments.toArray(String[]::new));
    }

    /** Runs one of PostgreSQL's programs to its end; its words go to a file, as the server it starts would keep a pipe open. */
    private void run(String program, String... arguments) throws IOException {
        Path words = folder.resolve(program + ".log");
        ProcessBuilder builder = new ProcessBuilder(user.command(programs.resolve(program), List.of(arguments)));
        builder.directory(programs.toFile()).redirectErrorStream(true).redirectOutput(words.toFile());
        builder.environment().put("LC_ALL", "C");
        try {
            if (builder.start().waitFor() != 0) {
                throw new ServerFailure(program + " failed: " + Files.readString(words).strip().replace('\n', ' '));
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new ServerFailure("Interrupted while PostgreSQL was busy.", e);
        }
    }

    private static Optional<ProcessHandle> runningOn(Path data) {
        Path file = data.resolve("postmaster.pid");
        try (var lines = Files.lines(file)) {
            return lines.findFirst().map(first -> Long.parseLong(first.strip())).flatMap(ProcessHandle::of)
                    .filter(ProcessHandle::isAlive)
                    .filter(process -> process.info().command().map(command -> command.contains("postgres")).orElse(true));
        } catch (IOException | NumberFormatException noServer) {
            return Optional.empty();
        }
    }

    private static String passwordIn(Path folder) throws IOException {
        Path file = folder.resolve("password");
        if (!Files.exists(file)) {
            byte[] random = new byte[16];
            new SecureRandom().nextBytes(random);
            Path half = Files.createFile(folder.resolve("password-half-" + random[0]));
            Folders.permit(half, "rw-------");
            Files.writeString(half, HexFormat.of().formatHex(random));
            Files.move(half, file);
        }
        return Files.readString(file);
    }
}
