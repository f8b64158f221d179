package asterism.command.wiring.journal;

import asterism.embedded.TestServers;
import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.nio.charset.StandardCharsets;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.flywaydb.core.Flyway;

/** A new, empty journal database on the test JVM's PostgreSQL, and words to talk to it. */
public final class JournalDatabase implements AutoCloseable {
    public static final LocalDate DAY = LocalDate.of(2026, 1, 5);

    private final String name = TestServers.newDatabase();
    private final HikariDataSource source = pool();

    public JournalDatabase() {
        Flyway.configure().dataSource(source).locations("classpath:db/command").load().migrate();
    }

    /** What a journal throws that cannot be reached. */
    public static JournalUnavailable unreachable() {
        return new JournalUnavailable(false, "nobody is there", null);
    }

    public HikariDataSource source() {
        return source;
    }

    public String url() {
        return TestServers.postgres().jdbcUrl(name);
    }

    /** A second pool, as another process would have. */
    public HikariDataSource pool() {
        var config = new HikariConfig();
        config.setJdbcUrl(url());
        config.setUsername(TestServers.postgres().username());
        config.setPassword(TestServers.postgres().password());
        config.setMaximumPoolSize(20);
        config.setMinimumIdle(0);
        config.setConnectionTimeout(2_000);
        return new HikariDataSource(config);
    }

    /** Runs statements as somebody who may do everything. */
    public void sql(String sql) {
        var server = TestServers.postgres();
        try (var connection = DriverManager.getConnection(url(), server.username(), server.password());
                var statement = connection.createStatement()) {
            statement.execute(sql);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Breaks all sessions of this database but the one that asks. */
    public void cutSessions() {
        sql("select pg_terminate_backend(pid) from pg_stat_activity where datname = current_database() and pid <> pg_backend_pid()");
    }

    @Override
    public void close() {
        source.close();
    }

    public static NewFact fact(String stream, long version) {
        return fact(stream, version, "{\"n\":" + version + "}");
    }

    public static NewFact fact(String stream, long version, String payload) {
        return new NewFact(stream, version, "thing.happened/1", DAY, bytes("{\"actor\":\"p1\"}"), bytes(payload));
    }

    public static Append append(NewFact... facts) {
        return append(UUID.randomUUID(), facts);
    }

    public static Append append(UUID command, NewFact... facts) {
        return new Append(command, bytes("digest"), List.of(facts), List.of());
    }

    public static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
