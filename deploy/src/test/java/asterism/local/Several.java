package asterism.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import asterism.checking.Ways;
import asterism.command.wiring.journal.Journal;
import asterism.embedded.TestServers;
import asterism.examples.Follower;
import io.cloudevents.CloudEvent;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;
import org.postgresql.ds.PGSimpleDataSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.json.JsonMapper;

/**
 * A house of several instances, each in a process of its own, over one PostgreSQL and one Kafka; and clients that remember what they were
 * told.
 */
final class Several implements AutoCloseable {
    static final Duration PATIENCE = Duration.ofMinutes(2);

    private final Path folder;
    private final String commandDatabase = TestServers.newDatabase();
    private final String queryDatabase = TestServers.newDatabase();
    private final String topic = TestServers.newTopic();
    /** The position that the house answered for each branch. */
    private final Map<String, Long> acknowledged = new ConcurrentHashMap<>();
    private final AtomicInteger again = new AtomicInteger();
    private final AtomicLong last = new AtomicLong();
    private final Collector collector = new Collector();
    private final TestIssuer issuer;
    private final String token;

    private final Map<String, String> more;
    private final List<String> jvm;

    /** @param folder for what the command-services share */
    Several(Path folder) throws IOException {
        this(folder, Map.of(), List.of());
    }

    /**
     * @param more settings of all instances
     * @param jvm  options of their JVMs
     */
    Several(Path folder, Map<String, String> more, List<String> jvm) throws IOException {
        this.folder = folder;
        this.more = more;
        this.jvm = jvm;
        issuer = new TestIssuer(folder);
        token = issuer.token("root");
    }

    /** Of the administrator. */
    String token() {
        return token;
    }

    String serviceToken() {
        return issuer.keys().serviceToken();
    }

    Collector collector() {
        return collector;
    }

    int acknowledged() {
        return acknowledged.size();
    }

    /** How often a client had to ask again. */
    int again() {
        return again.get();
    }

    void askedAgain() {
        again.incrementAndGet();
    }

    /** The last that any client was told. */
    long lastPosition() {
        return last.get();
    }

    void migrate(Path jars) {
        Instance.migrate(jars, "command-service", environment(commandDatabase));
    }

    /** The body that all branches belong to. */
    void found(List<Instance> doors) {
        ask(doors, "/api/v1/bodies", "work-committee",
                "{\"body\": \"work-committee\", \"kind\": \"WORK_COMMITTEE\", \"name\": {\"zh\": \"工委\", \"en\": \"Committee\"}}");
    }

    void register(List<Instance> doors, int client, int i) {
        String branch = "b%d-%03d".formatted(client, i);
        ask(i % 2 == 0 ? doors : doors.reversed(), "/api/v1/branches", branch, """
                {"branch": "%s", "body": "work-committee", "kind": "agency", "name": {"zh": "支部", "en": "Branch"},
                 "foundedOn": "2012-07-01"}""".formatted(branch));
    }

    /** Asks, and asks again under the same key where no answer came, as every client must. */
    private void ask(List<Instance> doors, String path, String what, String body) {
        for (int attempt = 0; attempt < 40; attempt++) {
            try {
                HttpResponse<String> answer = doors.get(attempt % doors.size()).send(HttpRequest.newBuilder(
                        URI.create(doors.get(attempt % doors.size()).url() + path)).header("Authorization", "Bearer " + token())
                        .header("Content-Type", "application/json").header("Idempotency-Key", what).POST(BodyPublishers.ofString(body)));
                if (answer.statusCode() == 201) {
                    long position = JsonMapper.shared().readTree(answer.body()).get("position").asLong();
                    acknowledged.put(what, position);
                    last.accumulateAndGet(position, Math::max);
                    return;
                }
                assertThat(answer.statusCode()).as(answer.body()).isIn(429, 503);
                LockSupport.parkNanos(Duration.ofSeconds(answer.headers().firstValueAsLong("Retry-After").orElse(1)).toNanos());
            } catch (IOException gone) {
                // the next is asked at once
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new IllegalStateException(e);
            }
            again.incrementAndGet();
        }
        throw new AssertionError("no answer for " + what);
    }

    /** Looks through the journal: nothing lost, nothing twice; answers its head. */
    long oneOrderOfFacts() throws SQLException {
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

    /** As a program of somebody else's reads it. */
    void everythingIsOnTheTopic(long head) {
        List<CloudEvent> told = new ArrayList<>();
        try (Follower follower = new Follower(TestServers.kafka().bootstrapServers(), topic, 0, told::add)) {
            await().atMost(PATIENCE).until(() -> follower.poll(Duration.ofMillis(200)) == head);
        }
        assertThat(told).hasSize((int) head).allSatisfy(fact -> assertThat(fact.getDataContentType()).isEqualTo("application/json"));
        assertThat(told.stream().filter(fact -> fact.getType().equals("branch.registered/1")).map(fact ->
                Objects.requireNonNull(fact.getSubject()).replaceFirst("branch/", ""))).hasSize(acknowledged.size() - 1)
                .allMatch(acknowledged::containsKey);
    }

    /** The jars taken apart, and what a JVM learns of each in one start: a later one takes a third of the time. */
    Path learned() {
        Path apart = folder.resolve("apart");
        List.of("command-service", "query-service").forEach(module -> Instance.takeApart(Instance.BUILT, module, apart));
        Instance commands = commands(apart);
        List<Instance> both = List.of(commands, pages(apart, commands));
        both.forEach(Instance::ready);
        both.parallelStream().forEach(Instance::close);
        return apart;
    }

    Instance commands(Path jars) {
        Map<String, String> environment = environment(commandDatabase);
        environment.put("ASTERISM_KEYRING_FILE", folder.resolve("keyring").toString());
        environment.put("ASTERISM_LOG_KEY", folder.resolve("log.key").toString());
        environment.put("ASTERISM_ADMINISTRATOR", "root");
        return Instance.of(jars, "command-service", environment, jvm);
    }

    Instance pages(Path jars, Instance commands) {
        Map<String, String> environment = environment(queryDatabase);
        environment.put("ASTERISM_FEED_URL", commands.url());
        environment.put("ASTERISM_COMMANDS_URL", commands.url());
        return Instance.of(jars, "query-service", environment, jvm);
    }

    private Map<String, String> environment(String database) {
        Map<String, String> environment = new HashMap<>(Map.of("SPRING_DATASOURCE_URL", TestServers.postgres().jdbcUrl(database),
                "SPRING_DATASOURCE_USERNAME", TestServers.postgres().username(),
                "SPRING_DATASOURCE_PASSWORD", TestServers.postgres().password(),
                "SPRING_KAFKA_BOOTSTRAPSERVERS", TestServers.kafka().bootstrapServers(), "ASTERISM_TOPIC", topic,
                "ASTERISM_SIGNIN_ISSUER", issuer.address(), "ASTERISM_SERVICETOKEN", serviceToken(),
                "SPRING_DATASOURCE_HIKARI_MAXIMUMPOOLSIZE", "8"));
        environment.put("MANAGEMENT_OPENTELEMETRY_TRACING_EXPORT_OTLP_ENDPOINT", collector.url());
        environment.put("LOGGING_STRUCTURED_FORMAT_CONSOLE", "ecs");
        environment.putAll(more);
        return environment;
    }

    @Override
    public void close() {
        collector.close();
        issuer.close();
    }
}
