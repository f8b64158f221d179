package asterism.embedded;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EmbeddedPostgresIT {

    @TempDir
    static Path shared;
    static Path folder = Path.of("");

    @BeforeAll
    static void letTheServersUserIn() throws Exception {
        folder = shared.resolve("postgresql");
        Folders.letOthersEnter(shared);
    }

    @Test
    void keepsItsDataOverARestartAndIsDurable() throws Exception {
        try (EmbeddedPostgres server = start("restarted")) {
            server.createDatabase("command");
            server.createDatabase("command");
            execute(server, "create table kept (n int)");
            execute(server, "insert into kept values (7)");
        }
        try (EmbeddedPostgres server = start("restarted")) {
            assertThat(ask(server, "select n from kept")).isEqualTo("7");
            assertThat(ask(server, "show fsync")).isEqualTo("on");
            assertThat(ask(server, "show synchronous_commit")).isEqualTo("on");
            assertThat(ask(server, "show full_page_writes")).isEqualTo("on");
            assertThat(ask(server, "show server_version")).isEqualTo(PostgresBinaries.VERSION);
        }
    }

    @Test
    void keepsWhatWasCommittedWhenItsProcessIsKilled() throws Exception {
        try (EmbeddedPostgres killed = start("killed")) {
            killed.createDatabase("command");
            execute(killed, "create table kept (n int)");
            execute(killed, "insert into kept values (7)");
            killed.postmaster().destroyForcibly();
            killed.ended().get(10, TimeUnit.SECONDS);
        }
        try (EmbeddedPostgres server = start("killed")) {
            assertThat(ask(server, "select n from kept")).isEqualTo("7");
        }
    }

    @Test
    void stopsTheServerThatAKilledHouseLeftBehind() throws Exception {
        EmbeddedPostgres orphan = start("orphaned");
        orphan.createDatabase("command");
        try (EmbeddedPostgres server = start("orphaned")) {
            orphan.ended().get(10, TimeUnit.SECONDS);
            assertThat(server.postmaster().pid()).isNotEqualTo(orphan.postmaster().pid());
            assertThat(ask(server, "select 1")).isEqualTo("1");
        }
    }

    @Test
    void rootInAContainerWithoutNamespacesRunsItAsNobody() throws Exception {
        assumeThat(PostgresUser.fitting()).isNotEqualTo(PostgresUser.OURSELVES);
        Path home = folder.resolve("nobodys");
        for (int start = 1; start <= 2; start++) {
            try (EmbeddedPostgres server = EmbeddedPostgres.start(home, folder.resolve("server"), 0, PostgresUser.NOBODY)) {
                server.createDatabase("command");
                assertThat(ask(server, "select 1")).isEqualTo("1");
            }
        }
        assertThat(Files.getAttribute(home.resolve("data"), "unix:uid")).isEqualTo(65534);
    }

    @Test
    void lettingNobodyInWithoutThePasswordAndSayingWhyItDoesNotStart() throws Exception {
        try (EmbeddedPostgres server = start("guarded")) {
            assertThatThrownBy(() -> DriverManager.getConnection(server.jdbcUrl("postgres"), server.username(), "guess"))
                    .isInstanceOf(SQLException.class).hasMessageContaining("password");
            assertThatThrownBy(() -> EmbeddedPostgres.start(folder.resolve("late"), folder.resolve("server"), server.port(),
                    PostgresUser.fitting()))
                    .isInstanceOf(ServerFailure.class).hasMessageContaining("PostgreSQL does not start: ");
        }
    }

    private static EmbeddedPostgres start(String name) {
        return EmbeddedPostgres.start(folder.resolve(name), folder.resolve("server"), 0, PostgresUser.fitting());
    }

    private static void execute(EmbeddedPostgres server, String sql) throws SQLException {
        try (Connection connection = connect(server); var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private static String ask(EmbeddedPostgres server, String sql) throws SQLException {
        try (Connection connection = connect(server);
                var statement = connection.createStatement();
                var rows = statement.executeQuery(sql)) {
            rows.next();
            return rows.getString(1);
        }
    }

    private static Connection connect(EmbeddedPostgres server) throws SQLException {
        return DriverManager.getConnection(server.jdbcUrl("command"), server.username(), server.password());
    }
}
