package asterism.campaign;

import static org.assertj.core.api.Assertions.assertThat;

import asterism.checking.Beside;
import asterism.checking.Finding;
import asterism.checking.Invariants;
import asterism.command.wiring.journal.Append;
import asterism.command.wiring.journal.Journal;
import asterism.command.wiring.journal.NewFact;
import asterism.command.wiring.journal.Tree;
import asterism.embedded.TestServers;
import asterism.events.BodyId;
import asterism.events.BranchEvent.BranchRegistered;
import asterism.events.BranchId;
import asterism.events.Envelope;
import asterism.events.EventJson;
import asterism.events.Keys;
import asterism.events.Label;
import asterism.journal.Checkpoint;
import asterism.query.projecting.ProjectingDesk;
import com.zaxxer.hikari.HikariDataSource;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** The command database comes back from a backup, and Kafka holds nothing. */
class RestoreIT {
    private static final LocalDate DAY = LocalDate.of(2026, 5, 4);

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
        sql("create database " + backup + " template " + live);
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
        HikariDataSource source = new HikariDataSource();
        source.setJdbcUrl(TestServers.postgres().jdbcUrl(database));
        source.setUsername(TestServers.postgres().username());
        source.setPassword(TestServers.postgres().password());
        source.setMaximumPoolSize(5);
        source.setMinimumIdle(0);
        return source;
    }

    private static void sql(String statement) throws SQLException {
        try (var connection = DriverManager.getConnection(TestServers.postgres().jdbcUrl("postgres"), TestServers.postgres().username(),
                TestServers.postgres().password()); var asking = connection.createStatement()) {
            asking.execute(statement);
        }
    }
}
