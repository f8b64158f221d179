package asterism.cli.bench;

import asterism.journal.Framed;
import asterism.journal.Recorded;
import com.zaxxer.hikari.HikariDataSource;
import java.io.BufferedInputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Map;
import java.util.Objects;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.postgresql.PGConnection;
import org.postgresql.copy.CopyIn;
import tools.jackson.databind.json.JsonMapper;

/**
 * The raw line of rebuilding: the feed read by a reader that does no more, one fold with its state at hand, and the rows copied in while
 * they come. Each kind of row once; nothing is checked, and nobody reads meanwhile.
 */
final class RawRefill implements Work {
    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final String TABLES = RawStars.TABLES + """
            ;
            create table if not exists run (facts bigint);
            create table if not exists branch (branch text primary key, body text, zh text, en text);
            truncate branch, entry, star, stretch, line""";

    private final HikariDataSource source;
    private final Histories histories;
    private final HttpClient http = HttpClient.newHttpClient();
    private boolean done;

    private RawRefill(HikariDataSource source, Histories histories) {
        this.source = source;
        this.histories = histories;
    }

    static RawRefill open(Histories histories, Database database) throws SQLException {
        var source = database.pool(6, true);
        Database.run(source, TABLES);
        return new RawRefill(source, histories);
    }

    @Override
    public int once() throws Exception {
        done = true;
        try (var branch = new Copy(source, "branch"); var entry = new Copy(source, "entry"); var star = new Copy(source, "star");
                var stretch = new Copy(source, "stretch"); var line = new Copy(source, "line")) {
            var copies = Map.of("branch", branch, "entry", entry, "star", star, "stretch", stretch, "line", line);
            RawStars.Into rows = (table, _, cells) -> Objects.requireNonNull(copies.get(table)).row(cells);
            var stars = new RawStars();
            read(fact -> fold(fact, stars, rows));
            stars.standing(rows);
        }
        Database.run(source, "insert into run values (" + histories.facts() + ")");
        return Math.toIntExact(histories.facts());
    }

    private static void fold(Recorded fact, RawStars stars, RawStars.Into rows) {
        var what = JSON.readTree(fact.payload());
        if (!what.has("branch")) {
            return;
        }
        var id = what.get("branch").asString();
        var actor = JSON.readTree(fact.metadata()).get("actor").asString();
        if (what.has("level")) {
            stars.settled(new RawStars.Granted(id, what.get("from").asString(), what.get("level").asString(),
                    what.get("decision").asString(), fact.position(), fact.type(), actor, fact.recordedAt().toString()), rows);
        } else {
            rows.put("branch", 1, id, what.get("body").asString(), what.at("/name/zh").asString(), what.at("/name/en").asString());
            rows.put("line", 2, id, Long.toString(fact.position()), fact.type(), actor, fact.recordedAt().toString(), "");
        }
    }

    private void read(Consumer<Recorded> taker) throws IOException, InterruptedException {
        var request = HttpRequest.newBuilder(URI.create(histories.url() + "/api/v1/journal?after=0"))
                .header("Authorization", "Bearer bench");
        HttpResponse<InputStream> answer = http.send(request.build(), HttpResponse.BodyHandlers.ofInputStream());
        try (var in = new DataInputStream(new BufferedInputStream(answer.body(), 1 << 16))) {
            while (Framed.read(in) instanceof Framed.Frame.OfFact(Recorded fact)) {
                taker.accept(fact);
            }
        }
    }

    /** A COPY under way on a connection of its own. */
    private static final class Copy implements AutoCloseable {
        private final Connection connection;
        private final CopyIn copy;
        private final StringBuilder lines = new StringBuilder();

        Copy(HikariDataSource source, String table) throws SQLException {
            connection = source.getConnection();
            copy = connection.unwrap(PGConnection.class).getCopyAPI().copyIn("copy " + table + " from stdin");
        }

        void row(@Nullable String... cells) {
            for (String cell : cells) {
                lines.append(cell == null ? "\\N" : cell).append('\t');
            }
            lines.setCharAt(lines.length() - 1, '\n');
            if (lines.length() > 1 << 16) {
                send();
            }
        }

        private void send() {
            var bytes = lines.toString().getBytes(StandardCharsets.UTF_8);
            lines.setLength(0);
            try {
                copy.writeToCopy(bytes, 0, bytes.length);
            } catch (SQLException e) {
                throw new BenchFailure("the raw rows could not be copied in: " + e.getMessage(), e);
            }
        }

        @Override
        public void close() throws SQLException {
            send();
            copy.endCopy();
            connection.close();
        }
    }

    @Override
    public boolean more() {
        return !done;
    }

    @Override
    public long stored() throws SQLException {
        return Database.number(source, "select coalesce(sum(facts), 0) from run");
    }

    @Override
    public void close() {
        source.close();
    }
}
