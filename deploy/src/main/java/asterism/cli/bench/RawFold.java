package asterism.cli.bench;

import com.zaxxer.hikari.HikariDataSource;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * The raw line of projections: one consumer, one fold with its state at hand, and for every 500 facts one transaction that
 * upserts many rows a statement. Each kind of row that the product makes of these facts is written, but once, where the product's
 * questions each keep their own; nothing is checked.
 */
final class RawFold implements Work {
    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final Duration POLL = Duration.ofMillis(100);
    private static final String TABLES = """
            create table if not exists applied (one boolean primary key default true, position bigint not null);
            create table if not exists entry (branch text, seq int, because text, level text, from_day date, position bigint,
                primary key (branch, seq));
            create table if not exists star (branch text, from_day date, until_day date, level text, because text,
                primary key (branch, from_day));
            create table if not exists stretch (branch text, known_from bigint, from_day date, known_to bigint, until_day date,
                level text, because text, primary key (branch, known_from, from_day));
            create table if not exists line (branch text, position bigint, type text, actor text, recorded_at timestamptz, level text,
                primary key (branch, position));
            insert into applied (position) values (0) on conflict do nothing""";

    private final HikariDataSource source;
    private final KafkaConsumer<String, byte[]> consumer;
    private final Grants grants;
    private final Map<String, Held> held = new HashMap<>();
    private boolean sent;

    /** The star a branch holds, as its latest grant says. */
    private record Held(int seq, String from, String level, String because, long knownFrom) {
    }

    private RawFold(HikariDataSource source, KafkaConsumer<String, byte[]> consumer, Grants grants) {
        this.source = source;
        this.consumer = consumer;
        this.grants = grants;
    }

    static RawFold open(Services services, Database database) throws SQLException {
        var source = database.pool(1, true);
        Database.run(source, TABLES);
        var applied = applied(source);
        var partition = new TopicPartition("bench-fold", 0);
        services.kafka().createTopic(partition.topic());
        var consumer = new KafkaConsumer<>(Map.of("bootstrap.servers", services.kafka().bootstrapServers()), new StringDeserializer(),
                new ByteArrayDeserializer());
        consumer.assign(List.of(partition));
        consumer.seek(partition, applied);
        return new RawFold(source, consumer, Grants.after(applied, services.kafka(), partition.topic()));
    }

    @Override
    public int once() throws SQLException {
        sent = true;
        grants.send();
        var facts = 0;
        try (var connection = source.getConnection()) {
            connection.setAutoCommit(false);
            while (facts < Grants.FACTS) {
                facts += fold(connection, consumer.poll(POLL));
            }
        }
        return facts;
    }

    private int fold(Connection connection, Iterable<ConsumerRecord<String, byte[]>> records) throws SQLException {
        var batch = new RawRows();
        records.forEach(record -> fold(record, batch));
        batch.write(connection);
        return batch.facts();
    }

    private void fold(ConsumerRecord<String, byte[]> record, RawRows rows) {
        var granted = JSON.readTree(record.value());
        var branch = text(granted, "branch");
        var before = held.get(branch);
        var now = new Held(before == null ? 1 : before.seq() + 1, text(granted, "from"), text(granted, "level"), text(granted, "decision"),
                Long.parseLong(header(record, "ce_position")));
        var at = Long.toString(now.knownFrom());
        rows.put("entry", 2, branch, Integer.toString(now.seq()), now.because(), now.level(), now.from(), at);
        if (before != null) {
            rows.put("star", 2, branch, before.from(), now.from(), before.level(), before.because());
            rows.put("stretch", 3, branch, Long.toString(before.knownFrom()), before.from(), at, null, before.level(), before.because());
            rows.put("stretch", 3, branch, at, before.from(), null, now.from(), before.level(), before.because());
        }
        rows.put("star", 2, branch, now.from(), null, now.level(), now.because());
        rows.put("stretch", 3, branch, at, now.from(), null, null, now.level(), now.because());
        var metadata = JSON.readTree(header(record, "ce_metadata"));
        rows.put("line", 2, branch, at, header(record, "ce_type"), text(metadata, "actor"), header(record, "ce_time"), now.level());
        rows.at(now.knownFrom());
        held.put(branch, now);
    }

    private static String text(JsonNode node, String field) {
        return node.get(field).asString();
    }

    private static String header(ConsumerRecord<?, ?> record, String name) {
        return new String(Objects.requireNonNull(record.headers().lastHeader(name)).value(), StandardCharsets.UTF_8);
    }

    @Override
    public boolean more() {
        return !sent;
    }

    @Override
    public long stored() throws SQLException {
        return applied(source);
    }

    private static long applied(HikariDataSource source) throws SQLException {
        return Database.number(source, "select position from applied");
    }

    @Override
    public void close() {
        grants.close();
        consumer.close();
        source.close();
    }
}
