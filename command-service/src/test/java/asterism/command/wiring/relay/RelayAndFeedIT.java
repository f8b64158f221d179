package asterism.command.wiring.relay;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import asterism.command.wiring.SignIn;
import asterism.command.wiring.TestHouse;
import asterism.command.wiring.TestHouse.Reply;
import asterism.command.wiring.journal.Journal;
import asterism.command.wiring.keys.Keyring;
import asterism.embedded.TestServers;
import asterism.journal.Carried;
import asterism.journal.Framed;
import asterism.journal.Framed.Frame;
import asterism.journal.Leaf;
import asterism.journal.Recorded;
import java.io.ByteArrayInputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.stream.LongStream;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Whatever leaves the house is the very fact that stands in the journal, in the journal's order. */
class RelayAndFeedIT {

    @Test
    void theRelayDeliversEveryFactInOrderAlsoAfterARestart() {
        TestHouse house = TestHouse.open();
        String topic = house.topic();
        establish(house, "first", 5);
        await().atMost(Duration.ofSeconds(30)).until(() -> house.bean(Relay.class).acknowledged() == 5);
        assertThat(house.get("/actuator/health/readiness", Map.of()).status()).isEqualTo(200);
        house.close();
        try (TestHouse again = house.again()) {
            establish(again, "second", 5);
            await().atMost(Duration.ofSeconds(30)).until(() -> again.bean(Relay.class).acknowledged() == 10);
            List<Recorded> arrived = arrived(topic, 10);
            assertThat(arrived.stream().map(Recorded::position)).containsExactlyElementsOf(LongStream.rangeClosed(1, 10).boxed().toList());
            assertThat(arrived.stream().map(fact -> HexFormat.of().formatHex(Leaf.hash(fact)))).containsExactlyElementsOf(
                    again.bean(Journal.class).after(0, 100).stream().map(fact -> HexFormat.of().formatHex(Leaf.hash(fact))).toList());
        }
    }

    @Test
    void whatAFactPassesIsMeasured() {
        try (TestHouse house = TestHouse.open()) {
            establish(house, "measured", 2);
            String metrics = new String(house.get("/actuator/prometheus", Map.of("Authorization", "Bearer " + TestHouse.SERVICE_TOKEN))
                    .http().body(), StandardCharsets.UTF_8);
            assertThat(metrics).contains("asterism_journal_append_seconds_count 2", "asterism_journal_batch_count", "asterism_relay_lag",
                    "asterism_liveness_seconds{worker=\"relay\"}",
                    "asterism_command_seconds_count{command=\"EstablishBody\",outcome=\"done\"}");
        }
    }

    @Test
    @Tag("F7")
    void ofTwoProcessesOneRelays() {
        try (TestHouse one = TestHouse.open()) {
            establish(one, "alone", 1);
            await().atMost(Duration.ofSeconds(30)).until(() -> one.bean(Relay.class).acknowledged() == 1);
            try (TestHouse other = one.again()) {
                establish(other, "together", 3);
                await().atMost(Duration.ofSeconds(30)).until(() -> one.bean(Relay.class).acknowledged() == 4);
                assertThat(other.bean(Relay.class).acknowledged()).isZero();
            }
            assertThat(arrived(one.topic(), 4)).hasSize(4);
        }
    }

    @Test
    void theFeedStreamsTheSameBytesAndEndsWithSizeAndRoot() throws IOException {
        try (TestHouse house = TestHouse.open()) {
            establish(house, "body", 3);
            Map<String, String> service = Map.of("Authorization", "Bearer " + TestHouse.SERVICE_TOKEN);
            Reply all = house.get("/api/v1/journal", service);
            assertThat(all.status()).isEqualTo(200);
            assertThat(facts(all)).usingRecursiveFieldByFieldElementComparator().isEqualTo(house.bean(Journal.class).after(0, 10));
            assertThat(end(all).size()).isEqualTo(3);
            assertThat(end(all).root()).isEqualTo(house.bean(Journal.class).tree().root());
            assertThat(facts(house.get("/api/v1/journal?after=2", service))).hasSize(1);
            assertThat(facts(house.get("/api/v1/journal?stream=body/body-1", service))).hasSize(1);
            assertThat(facts(house.get("/api/v1/journal?type=scheme.", service))).isEmpty();
            assertThat(house.get("/api/v1/journal/head", service).body().path("size").asLong()).isEqualTo(3);
        }
    }

    @Test
    void journalAndKeysOpenToTheServicesAndTheJournalToAuditorsOnly() {
        try (TestHouse house = TestHouse.open()) {
            house.bean(Keyring.class).obtain("person/p1");
            Map<String, String> service = Map.of("Authorization", "Bearer " + TestHouse.SERVICE_TOKEN);
            Map<String, String> root = Map.of("Authorization", "Bearer " + SignIn.token("root"));
            Map<String, String> nobody = Map.of("Authorization", "Bearer " + SignIn.token("nobody"));
            assertThat(house.get("/internal/keys/person/p1", service).http().body()).hasSize(32);
            assertThat(house.get("/internal/keys/person/p2", service).status()).isEqualTo(404);
            house.bean(Keyring.class).erase("person/p1");
            assertThat(house.get("/internal/keys/person/p1", service).status()).isEqualTo(404);
            assertThat(house.get("/internal/keys/person/p1", root).status()).isEqualTo(403);
            assertThat(house.get("/internal/keys/person/p1", Map.of()).status()).isEqualTo(401);
            assertThat(house.get("/api/v1/journal", root).status()).isEqualTo(200);
            assertThat(house.get("/api/v1/journal", nobody).status()).isEqualTo(403);
            assertThat(house.get("/api/v1/journal", Map.of()).status()).isEqualTo(401);
            assertThat(house.post("", "/api/v1/bodies", "{}", service).code()).isEqualTo("field.missing");
        }
    }

    private static void establish(TestHouse house, String prefix, int count) {
        for (int i = 0; i < count; i++) {
            assertThat(house.post("root", "/api/v1/bodies", """
                    {"body": "%s-%d", "kind": "AGENCY", "name": {"zh": "局🌟", "en": "Bureau"}}"""
                    .formatted(prefix, i)).status()).isEqualTo(201);
        }
    }

    private static List<Recorded> arrived(String topic, int count) {
        List<Recorded> arrived = new ArrayList<>();
        try (var consumer = new KafkaConsumer<>(Map.of(ConsumerConfig.BOOTSTRAP_SERVERS_CONFIG, TestServers.kafka().bootstrapServers()),
                new StringDeserializer(), new ByteArrayDeserializer())) {
            consumer.assign(List.of(new TopicPartition(topic, 0)));
            consumer.seekToBeginning(List.of(new TopicPartition(topic, 0)));
            await().atMost(Duration.ofSeconds(20)).until(() -> {
                consumer.poll(Duration.ofMillis(200)).forEach(record -> arrived.add(Carried.fact(
                        name -> record.headers().lastHeader(name) == null ? null : record.headers().lastHeader(name).value(),
                        record.value())));
                return arrived.size() >= count;
            });
        }
        return arrived;
    }

    private static List<Recorded> facts(Reply reply) throws IOException {
        List<Recorded> facts = new ArrayList<>();
        frames(reply).forEach(frame -> {
            if (frame instanceof Frame.OfFact(var fact)) {
                facts.add(fact);
            }
        });
        return facts;
    }

    private static Frame.End end(Reply reply) throws IOException {
        return (Frame.End) frames(reply).getLast();
    }

    private static List<Frame> frames(Reply reply) throws IOException {
        DataInputStream in = new DataInputStream(new ByteArrayInputStream(reply.http().body()));
        List<Frame> frames = new ArrayList<>();
        do {
            frames.add(Framed.read(in));
        } while (!(frames.getLast() instanceof Frame.End));
        return frames;
    }
}
