package asterism.cli.bench;

import asterism.embedded.EmbeddedPostgres;
import com.zaxxer.hikari.HikariDataSource;
import java.sql.SQLException;
import javax.sql.DataSource;

/** A database of one line. */
record Database(EmbeddedPostgres server, String name) {
    /** More callers than this share connections, as they would have to anywhere. */
    static final int MOST_CONNECTIONS = 64;

    /** A pool of as many connections as callers can use. */
    HikariDataSource pool(int connections, boolean autoCommit) {
        var pool = new HikariDataSource();
        pool.setJdbcUrl(server.jdbcUrl(name) + "?reWriteBatchedInserts=true");
        pool.setUsername(server.username());
        pool.setPassword(server.password());
        pool.setMaximumPoolSize(Math.min(connections, MOST_CONNECTIONS));
        pool.setAutoCommit(autoCommit);
        pool.setPoolName(name);
        return pool;
    }

    static void run(DataSource source, String sql) throws SQLException {
        try (var connection = source.getConnection(); var statement = connection.createStatement()) {
            statement.execute(sql);
            if (!connection.getAutoCommit()) {
                connection.commit();
            }
        }
    }

    /** The one number that a query answers. */
    static long number(DataSource source, String sql) throws SQLException {
        try (var connection = source.getConnection();
                var statement = connection.createStatement();
                var rows = statement.executeQuery(sql)) {
            rows.next();
            var number = rows.getLong(1);
            if (!connection.getAutoCommit()) {
                connection.commit();
            }
            return number;
        }
    }
}
