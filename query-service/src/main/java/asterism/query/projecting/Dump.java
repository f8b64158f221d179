package asterism.query.projecting;

import asterism.events.Sha256;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.postgresql.PGConnection;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** The canonical form of a build: every row of every table in the order of the keys, in the same words whoever asks. */
@Component
public class Dump {
    private final List<Projection> projections;
    private final Builds builds;
    private final JdbcTemplate jdbc;
    private final TransactionTemplate transaction;

    Dump(List<Projection> projections, Builds builds, JdbcTemplate jdbc, TransactionTemplate transaction) {
        this.projections = projections;
        this.builds = builds;
        this.jdbc = jdbc;
        this.transaction = transaction;
    }

    /** The SHA-256 of the dump of each build that is filled, by the build's schema; two builds at the same position must agree. */
    public Map<String, String> digests() {
        Map<String, String> digests = new TreeMap<>();
        for (Build build : builds.all()) {
            if (build.filling()) {
                continue;
            }
            projections.stream().filter(each -> each.name().equals(build.projection()) && each.version() == build.version()).findFirst()
                    .ifPresent(projection -> digests.put(build.schema(), Sha256.of(of(projection, build))));
        }
        return digests;
    }

    /** The dump of the build that answers. */
    public String live(String name) {
        Projection projection = projections.stream().filter(each -> each.name().equals(name)).findFirst().orElseThrow();
        return of(projection, builds.live(name, projection.version()).orElseThrow());
    }

    private String of(Projection projection, Build build) {
        return transaction.execute(_ -> jdbc.execute((Connection connection) -> {
            try (var statement = connection.createStatement()) {
                statement.execute("set local timezone = 'UTC'; set local datestyle = 'ISO'");
            }
            ByteArrayOutputStream rows = new ByteArrayOutputStream();
            for (Table<?> table : Builds.tables(projection).toList()) {
                rows.writeBytes((table.name() + "\n").getBytes(StandardCharsets.UTF_8));
                copyOut(connection, build.schema(), table, rows);
            }
            return rows.toString(StandardCharsets.UTF_8);
        }));
    }

    private static void copyOut(Connection connection, String schema, Table<?> table, ByteArrayOutputStream to) throws SQLException {
        try {
            connection.unwrap(PGConnection.class).getCopyAPI().copyOut("copy (select %s from %s.%s order by %s) to stdout".formatted(
                    Table.names(table.columns()), schema, table.name(), Table.names(table.key())), to);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
