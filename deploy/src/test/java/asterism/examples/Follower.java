package asterism.examples;

import io.cloudevents.CloudEvent;
import io.cloudevents.kafka.CloudEventDeserializer;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.StringDeserializer;

/**
 * Follows a house by its topic: every fact as a CloudEvent, once and in order. The topic tells a fact once at least, and keeps seven days;
 * the position says which ones to pass over, and where something is missing.
 */
public final class Follower implements AutoCloseable {
    private final KafkaConsumer<String, CloudEvent> topic;
    private final Consumer<CloudEvent> take;
    private long taken;

    /**
     * @param taken the last position that was taken in before, to be kept beside what is made of the facts; 0 at first
     * @param take  takes in one fact
     */
    public Follower(String brokers, String name, long taken, Consumer<CloudEvent> take) {
        this.taken = taken;
        this.take = take;
        topic = new KafkaConsumer<>(Map.of("bootstrap.servers", brokers), new StringDeserializer(), new CloudEventDeserializer());
        List<TopicPartition> only = List.of(new TopicPartition(name, 0));
        topic.assign(only);
        topic.seekToBeginning(only);
    }

    /**
     * Takes in what has come within this time.
     *
     * @return the last position that was taken in
     * @throws IllegalStateException where facts are missing that the topic no longer has: read them from the feed of the command-service
     */
    public long poll(Duration most) {
        for (ConsumerRecord<String, CloudEvent> told : topic.poll(most)) {
            long position = Long.parseLong(Objects.requireNonNull(told.value().getExtension("position")).toString());
            if (position > taken + 1) {
                throw new IllegalStateException("facts " + (taken + 1) + " to " + (position - 1) + " are not on the topic");
            }
            if (position == taken + 1) {
                take.accept(told.value());
                taken = position;
            }
        }
        return taken;
    }

    @Override
    public void close() {
        topic.close();
    }
}
