package asterism.cli.bench;

import com.zaxxer.hikari.HikariDataSource;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
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
    private final HikariDataSource source;
    private final KafkaConsumer<String, byte[]> consumer;
    private final Grants grants;
    private final RawStars stars = new RawStars();
    private boolean sent;

    private RawFold(HikariDataSource source, KafkaConsumer<String, byte[]> consumer, Grants grants) {
        this.source = source;
        this.consumer = consumer;
        this.grants = grants;
    }

    static RawFold open(Services services, Database database) throws SQLException {
        var source = database.pool(1, true);
        Database.run(source, RawStars.TABLES);
        var applied = applied(source);
        var partition = new TopicPartition("bench-fold", 0);
        services.kafka().createTopic(partition.topic());
        var consumer = new KafkaConsumer<>(Map.of("bootstrap.servers", services.kafka().bootstrapServers()), new StringDeserializer(),
                new ByteArrayDeserializer());
        consumer.assign(List.of(partition));
        consumer.seek(partition, applied);
        return new RawFold(source, consumer, Grants.after(applied, services, partition.topic()));
    }

    @Override
    public int once() throws SQLException {
        sent = true;
        grants.send();
        var facts = 0;
        try (var connection = source.getConnection()) {
            connection.setAutoCommit(false);
            while (facts < grants.records().size()) {
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
        var metadata = JSON.readTree(header(record, "ce_metadata"));
        stars.fold(new RawStars.Granted(text(granted, "branch"), text(granted, "from"), text(granted, "level"), text(granted, "decision"),
                Long.parseLong(header(record, "ce_position")), header(record, "ce_type"), text(metadata, "actor"),
                header(record, "ce_time")), rows);
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
