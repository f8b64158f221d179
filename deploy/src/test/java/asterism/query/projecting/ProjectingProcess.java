package asterism.query.projecting;

import asterism.command.wiring.journal.Journal;
import asterism.journal.Carried;
import asterism.journal.Recorded;
import com.zaxxer.hikari.HikariDataSource;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DataAccessException;
import org.springframework.transaction.TransactionException;

/**
 * Projects until it is killed: {@code <journal's url> <rows' url> <user> <password> <bootstrap servers> <topic>}. Says a line when it
 * has applied more. Reads the topic from where the builds stand, and the feed where the topic brings nothing.
 */
public final class ProjectingProcess {
    private static final Duration POLL = Duration.ofMillis(100);

    private ProjectingProcess() {
    }

    public static void main(String[] arguments) {
        HikariDataSource journal = new HikariDataSource();
        journal.setJdbcUrl(arguments[0]);
        journal.setUsername(arguments[2]);
        journal.setPassword(arguments[3]);
        journal.setMaximumPoolSize(3);
        journal.setMinimumIdle(0);
        ProjectingDesk desk = new ProjectingDesk(arguments[1], arguments[2], arguments[3], new Journal(journal));
        Map<String, Object> settings = Map.of(ConsumerConfig.BOOTSTRAP_SERVERS_CONFIG, arguments[4],
                ConsumerConfig.AUTO_OFFSET_RESET_CONFIG, "earliest", ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, false);
        boolean opened = false;
        while (true) {
            try {
                if (!opened) {
                    desk.open();
                    opened = true;
                }
                follow(desk, settings, new TopicPartition(arguments[5], 0));
            } catch (IOException | DataAccessException | TransactionException | KafkaException e) {
                System.err.println(e); // a fault of the campaign: once more, from where the builds stand
            }
        }
    }

    private static void follow(ProjectingDesk desk, Map<String, Object> settings, TopicPartition topic) throws IOException {
        try (var consumer = new KafkaConsumer<>(settings, new StringDeserializer(), new ByteArrayDeserializer())) {
            consumer.assign(List.of(topic));
            desk.projector().watch();
            consumer.seek(topic, desk.applied());
            long said = -1;
            while (true) {
                List<Recorded> facts = new ArrayList<>();
                for (ConsumerRecord<String, byte[]> record : consumer.poll(POLL)) {
                    try {
                        facts.add(Carried.fact(name -> value(record.headers().lastHeader(name)), record.value()));
                    } catch (IllegalArgumentException noFact) {
                        // planted by the campaign
                    }
                }
                if (facts.isEmpty()) {
                    desk.projector().lookAtFeed();
                } else {
                    desk.projector().accept(facts);
                }
                long applied = desk.projector().applied();
                if (applied > said) {
                    System.out.println(applied);
                    System.out.flush();
                    said = applied;
                }
            }
        }
    }

    private static byte @Nullable [] value(@Nullable Header header) {
        return header == null ? null : header.value();
    }
}
