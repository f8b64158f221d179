package asterism.command.wiring.relay;

import asterism.command.wiring.Lease;
import asterism.command.wiring.Liveness;
import asterism.command.wiring.Mark;
import asterism.command.wiring.journal.Journal;
import com.zaxxer.hikari.HikariDataSource;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.micrometer.tracing.propagation.Propagator;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.concurrent.locks.LockSupport;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.kafka.config.TopicBuilder;
import org.springframework.kafka.core.DefaultKafkaProducerFactory;
import org.springframework.kafka.core.KafkaAdmin;

/** Relays until it is killed: {@code <url> <user> <password> <bootstrap servers> <topic>}. Says a line when it has relayed more. */
public final class RelayingProcess {
    private static final Duration LOOK = Duration.ofMillis(10);

    private RelayingProcess() {
    }

    public static void main(String[] arguments) {
        HikariDataSource source = new HikariDataSource();
        source.setJdbcUrl(arguments[0]);
        source.setUsername(arguments[1]);
        source.setPassword(arguments[2]);
        source.setMaximumPoolSize(5);
        source.setMinimumIdle(0);
        JdbcClient database = JdbcClient.create(source);
        Relay relay = new Relay(new Journal(source), new Lease(database, "relay"), new Mark(database, "relay"),
                new DefaultKafkaProducerFactory<>(Map.of(ProducerConfig.BOOTSTRAP_SERVERS_CONFIG, arguments[3],
                        ProducerConfig.DELIVERY_TIMEOUT_MS_CONFIG, 5_000, ProducerConfig.REQUEST_TIMEOUT_MS_CONFIG, 2_000,
                        ProducerConfig.LINGER_MS_CONFIG, 0), new StringSerializer(), new ByteArraySerializer()),
                topics(arguments[3], arguments[4]), arguments[4], new Liveness("relay", Duration.ofSeconds(30)),
                new SimpleMeterRegistry(), Propagator.NOOP);
        relay.start();
        long said = -1;
        while (true) {
            long acknowledged = relay.acknowledged();
            if (acknowledged > Math.max(0, said)) {
                System.out.println(acknowledged);
                System.out.flush();
            }
            said = acknowledged;
            LockSupport.parkNanos(LOOK.toNanos());
        }
    }

    private static KafkaAdmin topics(String servers, String topic) {
        return new KafkaAdmin(Map.of(ProducerConfig.BOOTSTRAP_SERVERS_CONFIG, servers)) {
            @Override
            protected Collection<NewTopic> newTopics() {
                return List.of(TopicBuilder.name(topic).partitions(1).replicas(1).build());
            }
        };
    }
}
