package asterism.query.projecting;

import asterism.journal.Carried;
import asterism.journal.Recorded;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicBoolean;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.header.Header;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.kafka.annotation.KafkaListener;
import org.springframework.kafka.listener.AbstractConsumerSeekAware;
import org.springframework.stereotype.Component;

/** The topic, read from where the builds stand. What the group has committed does not matter: the rows know how far they are. */
@Component
class Topic extends AbstractConsumerSeekAware {
    static final String LISTENER = "projector";
    private static final Logger LOG = LoggerFactory.getLogger(Topic.class);
    private final Projector projector;
    private final AtomicBoolean heard = new AtomicBoolean();
    private volatile boolean leads;

    Topic(Projector projector) {
        this.projector = projector;
    }

    /**
     * The offset of a fact is never below its position less one, unless the topic was made anew; so reading from there skips
     * nothing that a gap would not show. A topic that ends before it is read from its beginning.
     */
    @Override
    public void onPartitionsAssigned(Map<TopicPartition, Long> assigned, ConsumerSeekCallback callback) {
        super.onPartitionsAssigned(assigned, callback);
        leads = true;
        try {
            projector.watch();
        } catch (RuntimeException e) {
            LOG.warn("Where the builds stand is not known for sure: {}", e.getMessage());
        }
        long applied = projector.applied();
        assigned.forEach((partition, offset) -> callback.seek(partition.topic(), partition.partition(), applied));
    }

    @KafkaListener(id = LISTENER, idIsGroup = false, topics = "${asterism.topic:asterism.events}", batch = "true", autoStartup = "false")
    void take(List<ConsumerRecord<String, byte[]>> records) throws IOException {
        heard.set(true);
        List<Recorded> facts = new ArrayList<>(records.size());
        for (ConsumerRecord<String, byte[]> record : records) {
            try {
                facts.add(Carried.fact(name -> value(record.headers().lastHeader(name)), record.value()));
            } catch (IllegalArgumentException e) {
                LOG.warn("Passed over offset {}: {}", record.offset(), e.getMessage());
            }
        }
        if (!facts.isEmpty()) {
            projector.accept(facts);
        }
    }

    private static byte @Nullable [] value(@Nullable Header header) {
        return header == null ? null : header.value();
    }

    /** Whether the topic brought anything since this was last asked. */
    boolean heardSince() {
        return heard.getAndSet(false);
    }

    /** Whether the topic is this instance's to follow; as far as it knows. */
    boolean leads() {
        return leads;
    }

    @Override
    public void onPartitionsRevoked(@Nullable Collection<TopicPartition> partitions) {
        super.onPartitionsRevoked(partitions);
        leads = false;
        LOG.info("Another projector takes over {}", partitions);
    }
}
