package asterism.command.wiring.relay;

import asterism.command.wiring.Lease;
import asterism.command.wiring.Liveness;
import asterism.command.wiring.Mark;
import asterism.command.wiring.journal.Journal;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.tracing.propagation.Propagator;
import java.time.Duration;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.common.config.TopicConfig;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.kafka.config.TopicBuilder;
import org.springframework.kafka.core.KafkaAdmin;
import org.springframework.kafka.core.ProducerFactory;

/** The relay and its topic. */
@Configuration(proxyBeanMethods = false)
class RelayConfiguration {

    /** One partition: the one order of facts. A week is long enough for readers; whoever is later asks the feed. */
    @Bean
    NewTopic factsTopic(@Value("${asterism.topic}") String name, @Value("${asterism.topic-replicas}") int replicas) {
        return TopicBuilder.name(name).partitions(1).replicas(replicas)
                .config(TopicConfig.RETENTION_MS_CONFIG, Long.toString(Duration.ofDays(7).toMillis())).build();
    }

    @Bean
    Liveness relayLiveness() {
        return new Liveness("relay", Duration.ofSeconds(30));
    }

    @Bean
    Relay relay(Journal journal, JdbcClient database, ProducerFactory<String, byte[]> kafka, KafkaAdmin topics,
                @Value("${asterism.topic}") String topic, Liveness relayLiveness, MeterRegistry metrics,
                ObjectProvider<Propagator> traces) {
        return new Relay(journal, new Lease(database, "relay"), new Mark(database, "relay"), kafka, topics, topic, relayLiveness, metrics,
                traces.getIfAvailable(() -> Propagator.NOOP));
    }
}
