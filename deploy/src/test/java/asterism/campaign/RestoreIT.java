package asterism.campaign;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import asterism.checking.Beside;
import asterism.checking.Finding;
import asterism.checking.Invariants;
import asterism.command.wiring.journal.Append;
import asterism.command.wiring.journal.Journal;
import asterism.command.wiring.journal.NewFact;
import asterism.command.wiring.journal.Tree;
import asterism.embedded.EmbeddedPostgres;
import asterism.embedded.TestServers;
import asterism.events.BodyId;
import asterism.events.BranchEvent.BranchRegistered;
import asterism.events.BranchId;
import asterism.events.Envelope;
import asterism.events.EventJson;
import asterism.events.Keys;
import asterism.events.Label;
import asterism.journal.Checkpoint;
import asterism.local.HouseProcess;
import asterism.query.projecting.ProjectingDesk;
import com.zaxxer.hikari.HikariDataSource;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The command database comes back from a backup, and Kafka holds nothing. */
class RestoreIT {
    private static final LocalDate DAY = LocalDate.of(2026, 5, 4);

    @TempDir
    Path folder;

    @Test
    @Tag("F26")
    void aBackupVerifiesFillsTheProjectionsAndTellsWhatTailWasLost() throws SQLException {
        String live = TestServers.newDatabase();
        String backup = TestServers.newDatabase() + "_backup";
        Checkpoint then;
        Checkpoint later;
        try (HikariDataSource source = source(live)) {
            Flyway.configure().dataSource(source).locations("classpath:db/command").load().migrate();
            try (Journal journal = new Journal(source)) {
                then = write(journal, 0, 60);
            }
        }
        try (HikariDataSource source = source("postgres")) {
            ask(source, "create database " + backup + " template " + live);
        }
        try (HikariDataSource source = source(live); Journal journal = new Journal(source)) {
            later = write(journal, 60, 100);
        }
        try (HikariDataSource source = source(backup); Journal journal = new Journal(source);
                ProjectingDesk desk = new ProjectingDesk(TestServers.postgres().jdbcUrl(TestServers.newDatabase()),
                        TestServers.postgres().username(), TestServers.postgres().password(), journal)) {
            assertThat(journal.verify().sound()).isTrue();
            desk.migrate();
            desk.open();
            desk.rebuild();
            assertThat(check(journal, desk, then)).isEmpty();
            assertThat(check(journal, desk, then, later)).singleElement()
                    .matches(lost -> lost.invariant().equals("I6") && lost.position() == 100 && lost.what().contains("60"));
        }
    }

    @Test
    @Tag("F26")
    void aCopyOfTheFilesAndTheLogWrittenSinceLoseNothing() throws Exception {
        Path postgres = folder.resolve("lost").resolve("postgresql");
        Path archive = Files.createDirectories(folder.resolve("archive"));
        Files.setPosixFilePermissions(archive, PosixFilePermissions.fromString("rwxrwxrwx"));
        Path copy = folder.resolve("copy");
        Checkpoint later;
        try (EmbeddedPostgres server = EmbeddedPostgres.start(postgres, 0); HikariDataSource source = source(server, "postgres")) {
            ask(source, "alter system set archive_mode = on");
            ask(source, "alter system set archive_command = 'cp %p " + archive + "/%f'");
        }
        try (EmbeddedPostgres server = EmbeddedPostgres.start(postgres, 0); HikariDataSource source = source(server, "postgres")) {
            Flyway.configure().dataSource(source).locations("classpath:db/command").load().migrate();
            try (Journal journal = new Journal(source)) {
                write(journal, 0, 60);
                copyWhileItRuns(source, postgres, copy);
                later = write(journal, 60, 100);
            }
            String last = ask(source, "select pg_walfile_name(pg_switch_wal())");
            await().until(() -> Objects.equals(last, ask(source, "select last_archived_wal from pg_stat_archiver")));
            HouseProcess.killPostgres(folder.resolve("lost"));
            server.ended().join();
        }
        Files.createFile(copy.resolve("data").resolve("recovery.signal"));
        Files.writeString(copy.resolve("data").resolve("postgresql.auto.conf"), "restore_command = 'cp " + archive + "/%f %p'\n");
        try (EmbeddedPostgres server = EmbeddedPostgres.start(copy, 0); HikariDataSource source = source(server, "postgres");
                Journal journal = new Journal(source)) {
            assertThat(journal.verify().sound()).isTrue();
            assertThat(journal.tree()).extracting(Tree::size, Tree::root).containsExactly(later.size(), later.root());
        }
    }

    /** A base backup, as {@code pg_basebackup} makes one: the files as they are while people write, and the log that mends them. */
    private static void copyWhileItRuns(HikariDataSource source, Path from, Path to) throws SQLException, IOException {
        try (var connection = source.getConnection(); var asking = connection.createStatement()) {
            asking.execute("select pg_backup_start('copy', true)");
            Path data = Files.createDirectories(to).resolve("data");
            try (Stream<Path> files = Files.walk(from.resolve("data"))) {
                for (Path file : (Iterable<Path>) files::iterator) {
                    Path target = data.resolve(from.resolve("data").relativize(file));
                    if (Files.isDirectory(file)) {
                        Files.createDirectory(target, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
                    } else if (!data.relativize(target).startsWith("pg_wal") && !file.endsWith("postmaster.pid")) {
                        Files.copy(file, target);
                    }
                }
            }
            try (var label = asking.executeQuery("select labelfile from pg_backup_stop(true)")) {
                assertThat(label.next()).isTrue();
                Files.writeString(data.resolve("backup_label"), label.getString(1));
            }
            Files.copy(from.resolve("password"), to.resolve("password"));
        }
    }

    private static List<Finding> check(Journal journal, ProjectingDesk desk, Checkpoint... saved) {
        Invariants invariants = new Invariants(new Beside(null, List.of(), List.of(saved), desk.built(), List.of(), Map.of()), Keys.NONE);
        Tree tree = journal.copyOut(0, invariants::take);
        return invariants.conclude(tree.size(), tree.root());
    }

    private static Checkpoint write(Journal journal, int from, int to) {
        for (int i = from; i < to; i++) {
            UUID command = new UUID(0, i);
            BranchId branch = new BranchId("b" + i);
            journal.append(new Append(command, new byte[1], List.of(new NewFact("branch/" + branch, 1, "branch.registered/1", DAY,
                    EventJson.write(new Envelope(command, "RegisterBranch", "person/root", null, null, null, List.of(), null)),
                    EventJson.write(new BranchRegistered(branch, new BodyId("body"), "agency", new Label("某", "Some"), DAY), command,
                            Keys.NONE))), List.of()));
        }
        Tree tree = journal.tree();
        return new Checkpoint("stars.example.org/journal", tree.size(), tree.root());
    }

    private static HikariDataSource source(String database) {
        return source(TestServers.postgres(), database);
    }

    private static HikariDataSource source(EmbeddedPostgres server, String database) {
        HikariDataSource source = new HikariDataSource();
        source.setJdbcUrl(server.jdbcUrl(database));
        source.setUsername(server.username());
        source.setPassword(server.password());
        source.setMaximumPoolSize(5);
        source.setMinimumIdle(0);
        return source;
    }

    private static @Nullable String ask(DataSource source, String statement) throws SQLException {
        try (var connection = source.getConnection(); var asking = connection.createStatement()) {
            if (!asking.execute(statement)) {
                return null;
            }
            try (var rows = asking.getResultSet()) {
                rows.next();
                return rows.getString(1);
            }
        }
    }
}
