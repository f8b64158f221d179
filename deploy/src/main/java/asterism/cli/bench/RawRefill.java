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
import java.util.HashMap;
import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.postgresql.PGConnection;
import org.postgresql.copy.CopyIn;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * The raw line of rebuilding: the feed read by a reader that does no more, one fold with its state at hand, and the rows copied in while
 * they come. Each kind of row once; nothing is checked, and nobody reads meanwhile.
 */
final class RawRefill implements Work {
    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final String TABLES = """
            create table if not exists run (facts bigint);
            drop table if exists branch, entry, star, stretch, line;
            create table branch (branch text primary key, body text, zh text, en text);
            create table entry (branch text, seq int, because text, level text, from_day date, position bigint, primary key (branch, seq));
            create table star (branch text, from_day date, until_day date, level text, because text, primary key (branch, from_day));
            create table stretch (branch text, known_from bigint, from_day date, known_to bigint, until_day date, level text, because text,
                primary key (branch, known_from, from_day));
            create table line (branch text, position bigint, type text, actor text, recorded_at timestamptz, level text,
                primary key (branch, position))""";

    private final HikariDataSource source;
    private final Histories histories;
    private final HttpClient http = HttpClient.newHttpClient();
    private boolean done;

    private record Held(int seq, String from, String level, String because, long knownFrom) {
    }

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
            Map<String, Held> held = new HashMap<>();
            read(fact -> {
                var what = JSON.readTree(fact.payload());
                if (what.has("branch")) {
                    fold(fact, what, held, branch, entry, star, stretch, line);
                }
            });
            held.forEach((id, now) -> {
                star.row(id, now.from(), null, now.level(), now.because());
                stretch.row(id, now.knownFrom(), now.from(), null, null, now.level(), now.because());
            });
        }
        Database.run(source, "insert into run values (" + histories.facts() + ")");
        return Math.toIntExact(histories.facts());
    }

    private static void fold(Recorded fact, JsonNode what, Map<String, Held> held, Copy branch, Copy entry, Copy star, Copy stretch,
            Copy line) {
        var id = what.get("branch").asString();
        var level = what.path("level").asString("");
        line.row(id, fact.position(), fact.type(), JSON.readTree(fact.metadata()).get("actor").asString(), fact.recordedAt(), level);
        if (level.isEmpty()) {
            branch.row(id, what.get("body").asString(), what.at("/name/zh").asString(), what.at("/name/en").asString());
            return;
        }
        var before = held.get(id);
        var now = new Held(before == null ? 1 : before.seq() + 1, what.get("from").asString(), level, what.get("decision").asString(),
                fact.position());
        entry.row(id, now.seq(), now.because(), level, now.from(), fact.position());
        if (before != null) {
            star.row(id, before.from(), now.from(), before.level(), before.because());
            stretch.row(id, before.knownFrom(), before.from(), fact.position(), null, before.level(), before.because());
            stretch.row(id, fact.position(), before.from(), null, now.from(), before.level(), before.because());
        }
        held.put(id, now);
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

        void row(@Nullable Object... cells) {
            for (Object cell : cells) {
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
