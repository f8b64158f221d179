package asterism.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import asterism.checking.Ways;
import asterism.command.wiring.journal.Journal;
import asterism.embedded.TestServers;
import asterism.house.ServersTest;
import asterism.local.signin.SignInKeys;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.postgresql.ds.PGSimpleDataSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Two of each service, each in a process of its own, over one PostgreSQL and one Kafka: people ask either of two command-services,
 * one of each kind is killed in the middle, and in the end there is one order of facts, nothing lost and nothing twice.
 */
class SeveralInstancesIT {
    private static final int CLIENTS = 4;
    private static final int EACH = 60;
    private static final Duration PATIENCE = Duration.ofMinutes(2);

    private final String commandDatabase = TestServers.newDatabase();
    private final String queryDatabase = TestServers.newDatabase();
    private final String topic = TestServers.newTopic();
    /** The position that the house answered for each branch. */
    private final Map<String, Long> acknowledged = new ConcurrentHashMap<>();
    private final AtomicInteger again = new AtomicInteger();

    @TempDir
    Path folder;

    @AutoClose
    private final Collector collector = new Collector();

    SeveralInstancesIT() throws IOException {
        // the collector may find no port
    }

    @AutoClose
    private TestIssuer issuer;

    @BeforeEach
    void publishKeys() throws IOException {
        issuer = new TestIssuer(folder);
    }

    @Test
    void oneOfEachIsKilledUnderLoadAndNothingIsLostOrDoneTwice() throws Exception {
        String token = issuer.token("root");
        SignInKeys keys = issuer.keys();
        String address = issuer.address();
        Instance.migrate("command-service", environment(commandDatabase, keys, address));
        try (Instance first = commands(keys, address); Instance second = commands(keys, address);
                Instance third = pages(keys, address, second); Instance fourth = pages(keys, address, second)) {
            List.of(first, second, third, fourth).forEach(Instance::ready);
            ask(List.of(first, second), "/api/v1/bodies", "work-committee", token,
                    "{\"body\": \"work-committee\", \"kind\": \"WORK_COMMITTEE\", \"name\": {\"zh\": \"工委\", \"en\": \"Committee\"}}");
            try (ExecutorService clients = Executors.newFixedThreadPool(CLIENTS)) {
                List<? extends Future<?>> working = IntStream.range(0, CLIENTS).mapToObj(client -> clients.submit(() ->
                        IntStream.range(0, EACH).forEach(i -> register(List.of(first, second), client, i, token)))).toList();
                await().atMost(PATIENCE).until(() -> acknowledged.size() > CLIENTS * EACH / 3);
                first.kill();
                await().atMost(PATIENCE).until(() -> acknowledged.size() > CLIENTS * EACH * 2 / 3);
                third.kill();
                for (Future<?> one : working) {
                    one.get();
                }
            }
            assertThat(again).as("some were asked while their service died").hasPositiveValue();
            long head = oneOrderOfFacts();
            everythingIsOnTheTopic(head);
            theStandbyShowsAll(fourth, keys, head);
            whatIsWatchedIsGivenOut(second, fourth, keys, token);
            oneCommandIsFollowedIntoItsRows(second, token);
            eachLineOfTheLogsIsReadByMachines(second, fourth);
        }
    }

    private void register(List<Instance> doors, int client, int i, String token) {
        String branch = "b%d-%03d".formatted(client, i);
        ask(i % 2 == 0 ? doors : doors.reversed(), "/api/v1/branches", branch, token, """
                {"branch": "%s", "body": "work-committee", "kind": "agency", "name": {"zh": "支部", "en": "Branch"},
                 "foundedOn": "2012-07-01"}""".formatted(branch));
    }

    /** Asks, and asks again under the same key where no answer came, as every client must. */
    private void ask(List<Instance> doors, String path, String what, String token, String body) {
        for (int attempt = 0; attempt < 40; attempt++) {
            try {
                HttpResponse<String> answer = doors.get(attempt % doors.size()).send(HttpRequest.newBuilder(
                        URI.create(doors.get(attempt % doors.size()).url() + path)).header("Authorization", "Bearer " + token)
                        .header("Content-Type", "application/json").header("Idempotency-Key", what).POST(BodyPublishers.ofString(body)));
                if (answer.statusCode() == 201) {
                    acknowledged.put(what, JsonMapper.shared().readTree(answer.body()).get("position").asLong());
                    return;
                }
                assertThat(answer.statusCode()).as(answer.body()).isIn(429, 503);
            } catch (IOException gone) {
                again.incrementAndGet();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new IllegalStateException(e);
            }
            again.incrementAndGet();
        }
        throw new AssertionError("no answer for " + what);
    }

    private long oneOrderOfFacts() throws SQLException {
        PGSimpleDataSource source = new PGSimpleDataSource();
        source.setUrl(TestServers.postgres().jdbcUrl(commandDatabase));
        source.setUser(TestServers.postgres().username());
        source.setPassword(TestServers.postgres().password());
        try (Journal journal = new Journal(source)) {
            assertThat(journal.verify().fault()).as("positions without a gap, and the root that they have").isEmpty();
            Ways.check(journal);
        }
        Map<String, Long> kept = new HashMap<>();
        JdbcClient.create(source).sql("select stream, position from journal.fact where type like 'branch.registered/%' or type like "
                + "'body.established/%'").query((row, _) -> kept.put(row.getString(1).replaceFirst(".*/", ""), row.getLong(2))).list();
        assertThat(new TreeMap<>(kept)).as("what was acknowledged stands where it was said to, and nothing besides")
                .isEqualTo(new TreeMap<>(acknowledged));
        return JdbcClient.create(source).sql("select max(position) from journal.fact").query(Long.class).single();
    }

    private void everythingIsOnTheTopic(long head) {
        TopicPartition only = new TopicPartition(topic, 0);
        try (KafkaConsumer<String, byte[]> reader = new KafkaConsumer<>(Map.of("bootstrap.servers",
                TestServers.kafka().bootstrapServers()), new StringDeserializer(), new ByteArrayDeserializer())) {
            reader.assign(List.of(only));
            reader.seekToBeginning(List.of(only));
            TreeMap<Long, Integer> told = new TreeMap<>();
            await().atMost(PATIENCE).until(() -> {
                reader.poll(Duration.ofMillis(200)).forEach(each -> told.merge(Long.parseLong(new String(
                        each.headers().lastHeader("ce_position").value(), StandardCharsets.UTF_8)), 1, Integer::sum));
                return !told.isEmpty() && told.lastKey() == head;
            });
            assertThat(told.keySet()).as("each fact is told, once at least").hasSize((int) head);
        }
    }

    private static void theStandbyShowsAll(Instance pages, SignInKeys keys, long head) throws Exception {
        assertThat(pages.answers("/api/v1/lists/stars?waitFor=" + head)).as(pages::words).isTrue();
        JsonNode stars = JsonMapper.shared().readTree(pages.send(HttpRequest.newBuilder(
                URI.create(pages.url() + "/api/v1/lists/stars?limit=500&waitFor=" + head))).body());
        assertThat(stars.at("/answer/items").size()).isEqualTo(CLIENTS * EACH);
        String projections = pages.url() + "/api/v1/projections/";
        String house = "Bearer " + keys.serviceToken();
        assertThat(pages.send(HttpRequest.newBuilder(URI.create(projections + "rating/rebuild?hold=true")).header("Authorization", house)
                .POST(BodyPublishers.noBody())).statusCode()).isEqualTo(201);
        await().atMost(PATIENCE).until(() -> pages.send(HttpRequest.newBuilder(URI.create(projections + "rating/diff"))
                .header("Authorization", house)).body().contains("\"same\":true"));
    }

    private static void whatIsWatchedIsGivenOut(Instance commands, Instance pages, SignInKeys keys, String token) throws Exception {
        assertThat(commands.send(HttpRequest.newBuilder(URI.create(commands.url() + "/api/v1/branches")).POST(BodyPublishers.ofString("""
                {"branch": "b0-000", "body": "work-committee", "kind": "agency", "name": {"zh": "支部", "en": "Another"},
                 "foundedOn": "2012-07-01"}""")).header("Authorization", "Bearer " + token).header("Content-Type", "application/json")
                .header("Idempotency-Key", "again")).statusCode()).as("the branch has a name").isEqualTo(409);
        Set<String> given = new TreeSet<>();
        for (Instance each : List.of(commands, pages)) {
            HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(each.url() + "/actuator/prometheus"));
            assertThat(each.send(request).statusCode()).as("not to everybody").isEqualTo(401);
            each.send(request.header("Authorization", "Bearer " + keys.serviceToken())).body().lines()
                    .filter(line -> !line.startsWith("#")).map(line -> line.replaceFirst("[{ ].*", "")).forEach(given::add);
        }
        Set<String> asked = new TreeSet<>(ServersTest.metrics());
        assertThat(asked.remove("asterism_alarms_rung_total")).as("counted once an alarm rings, and none does here").isTrue();
        assertThat(given).containsAll(asked);
    }

    /** Somebody follows a command: from the door of one service through the topic into the rows of the other, in processes apart. */
    private void oneCommandIsFollowedIntoItsRows(Instance commands, String token) throws Exception {
        String trace = "0af7651916cd43dd8448eb211c80319c";
        assertThat(commands.send(HttpRequest.newBuilder(URI.create(commands.url() + "/api/v1/branches")).POST(BodyPublishers.ofString("""
                {"branch": "followed", "body": "work-committee", "kind": "agency", "name": {"zh": "支部", "en": "Branch"},
                 "foundedOn": "2012-07-01"}""")).header("Authorization", "Bearer " + token).header("Content-Type", "application/json")
                .header("Idempotency-Key", "followed").header("traceparent", "00-" + trace + "-b7ad6b7169203331-01")).statusCode())
                .isEqualTo(201);
        await().atMost(PATIENCE).untilAsserted(() -> assertThat(collector.of(trace)).as(collector.toString()).contains(
                "command-service: http post /api/v1/branches", "command-service: relay", "query-service: project"));
    }

    private static void eachLineOfTheLogsIsReadByMachines(Instance... instances) {
        assertThat(instances).allSatisfy(each -> assertThat(each.words().lines().filter(line -> line.startsWith("{")).map(line ->
                JsonMapper.shared().readTree(line))).isNotEmpty().allSatisfy(line -> {
                    assertThat(line.at("/ecs/version").asString()).isNotEmpty();
                    assertThat(line.at("/service/name").asString()).endsWith("-service");
                }));
    }

    private Instance commands(SignInKeys keys, String issuer) {
        Map<String, String> environment = environment(commandDatabase, keys, issuer);
        environment.put("ASTERISM_KEYRING_FILE", folder.resolve("keyring").toString());
        environment.put("ASTERISM_LOG_KEY", folder.resolve("log.key").toString());
        environment.put("ASTERISM_ADMINISTRATOR", "root");
        return Instance.of("command-service", environment);
    }

    private Instance pages(SignInKeys keys, String issuer, Instance commands) {
        Map<String, String> environment = environment(queryDatabase, keys, issuer);
        environment.put("ASTERISM_FEED_URL", commands.url());
        environment.put("ASTERISM_COMMANDS_URL", commands.url());
        return Instance.of("query-service", environment);
    }

    private Map<String, String> environment(String database, SignInKeys keys, String issuer) {
        Map<String, String> environment = new HashMap<>(Map.of("SPRING_DATASOURCE_URL", TestServers.postgres().jdbcUrl(database),
                "SPRING_DATASOURCE_USERNAME", TestServers.postgres().username(),
                "SPRING_DATASOURCE_PASSWORD", TestServers.postgres().password(),
                "SPRING_KAFKA_BOOTSTRAPSERVERS", TestServers.kafka().bootstrapServers(), "ASTERISM_TOPIC", topic,
                "ASTERISM_SIGNIN_ISSUER", issuer, "ASTERISM_SERVICETOKEN", keys.serviceToken(),
                "SPRING_DATASOURCE_HIKARI_MAXIMUMPOOLSIZE", "8"));
        environment.put("MANAGEMENT_OPENTELEMETRY_TRACING_EXPORT_OTLP_ENDPOINT", collector.url());
        environment.put("LOGGING_STRUCTURED_FORMAT_CONSOLE", "ecs");
        return environment;
    }
}
