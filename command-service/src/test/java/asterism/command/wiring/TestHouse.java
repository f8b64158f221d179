package asterism.command.wiring;

import asterism.command.CommandService;
import asterism.command.wiring.journal.Journal;
import asterism.embedded.Cable;
import asterism.embedded.TestServers;
import asterism.events.EventJson;
import asterism.events.EventTypes;
import asterism.events.Keys;
import asterism.ways.LegalWays;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** One command service on a database of its own, and a client that speaks to it over HTTP. */
public final class TestHouse implements AutoCloseable {
    public static final String SERVICE_TOKEN = "service-token-of-a-test";
    private static final Path KEYRING = folder().resolve("keyring");
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final ConfigurableApplicationContext context;
    private final HttpClient client = HttpClient.newHttpClient();
    private final String database;
    private final String topic;
    private final List<Class<?>> rules;

    /** What came back. */
    public record Reply(int status, JsonNode body, HttpResponse<byte[]> http) {
        public String code() {
            return body.path("code").asString("");
        }

        public String field() {
            return body.path("field").asString("");
        }

        public long version() {
            return body.path("version").asLong(-1);
        }
    }

    private TestHouse(String database, String topic, List<Class<?>> rules, String... more) {
        this.rules = rules;
        this.database = database;
        this.topic = topic;
        List<String> settings = new ArrayList<>(List.of(
                "--server.port=0", "--server.address=127.0.0.1",
                "--spring.datasource.url=" + TestServers.postgres().jdbcUrl(database),
                "--spring.datasource.username=" + TestServers.postgres().username(),
                "--spring.datasource.password=" + TestServers.postgres().password(),
                "--spring.kafka.bootstrap-servers=" + TestServers.kafka().bootstrapServers(),
                "--asterism.topic=" + topic, "--asterism.keyring.file=" + KEYRING,
                "--asterism.log.key=" + logKey(database), "--asterism.log.check.after=1h",
                "--asterism.sign-in.issuer=" + SignIn.issuer(), "--asterism.service-token=" + SERVICE_TOKEN,
                "--asterism.administrator=root", "--asterism.journal.may-hold-unknown=true",
                "--spring.main.banner-mode=off", "--spring.main.register-shutdown-hook=false"));
        for (String setting : more) {
            settings.removeIf(known -> known.startsWith(setting.substring(0, setting.indexOf('=') + 1)));
            settings.add(setting);
        }
        context = CommandService.application().sources(rules.toArray(Class<?>[]::new)).run(settings.toArray(String[]::new));
    }

    /** An empty house. */
    public static TestHouse open(String... more) {
        return new TestHouse(TestServers.newDatabase(), "facts-" + UUID.randomUUID(), List.of(), more);
    }

    /** An empty house whose database is at the other end of a cable. */
    public static TestHouse behind(Cable cable, String... more) {
        String database = TestServers.newDatabase();
        List<String> settings = new ArrayList<>(List.of(more));
        settings.add("--spring.datasource.url=jdbc:postgresql://127.0.0.1:%d/%s?connectTimeout=1&socketTimeout=3"
                .formatted(cable.port(), database));
        return new TestHouse(database, "facts-" + UUID.randomUUID(), List.of(), settings.toArray(String[]::new));
    }

    /** An empty house with abilities of its own. */
    public static TestHouse with(Class<?> rules, String... more) {
        return new TestHouse(TestServers.newDatabase(), "facts-" + UUID.randomUUID(), List.of(rules), more);
    }

    /** Another service on the same database and topic. */
    public TestHouse again(String... more) {
        return new TestHouse(database, topic, rules, more);
    }

    /** The name of its database. */
    public String database() {
        return database;
    }

    /** The file of the key that signs for this house's journal. */
    public Path logKey() {
        return logKey(database);
    }

    private static Path logKey(String database) {
        return KEYRING.resolveSibling(database + ".log");
    }

    /** Runs a statement as somebody who may do everything. */
    public void sql(String sql) {
        bean(JdbcClient.class).sql(sql).update();
    }

    public <T> T bean(Class<T> type) {
        return context.getBean(type);
    }

    public String topic() {
        return topic;
    }

    /** Sends a command under a key of its own. */
    public Reply post(String person, String path, String body) {
        return post(person, path, body, Map.of());
    }

    public Reply post(String person, String path, String body, Map<String, String> headers) {
        HttpRequest.Builder request = request(path).POST(HttpRequest.BodyPublishers.ofString(body))
                .setHeader("Content-Type", "application/json").setHeader("Idempotency-Key", UUID.randomUUID().toString());
        if (!person.isEmpty()) {
            request.setHeader("Authorization", "Bearer " + SignIn.token(person));
        }
        headers.forEach(request::setHeader);
        return send(request);
    }

    public Reply get(String path, Map<String, String> headers) {
        HttpRequest.Builder request = request(path).GET();
        headers.forEach(request::setHeader);
        return send(request);
    }

    public HttpRequest.Builder request(String path) {
        String port = context.getEnvironment().getRequiredProperty("local.server.port");
        return HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path));
    }

    public Reply send(HttpRequest.Builder request) {
        try {
            HttpResponse<byte[]> reply = client.send(request.build(), HttpResponse.BodyHandlers.ofByteArray());
            boolean json = reply.headers().firstValue("content-type").orElse("").matches("application/(problem\\+)?json.*");
            return new Reply(reply.statusCode(), json ? JSON.readTree(reply.body()) : JSON.createObjectNode(), reply);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Path folder() {
        try {
            return Files.createTempDirectory("asterism-house-");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        client.close();
        LegalWays.check(bean(Journal.class).after(0, Integer.MAX_VALUE).stream()
                .filter(fact -> EventTypes.byName(fact.type()).isPresent()) // some tests write facts that nobody else knows
                .map(fact -> EventJson.read(fact.type(), fact.payload(), Keys.NONE)));
        context.close();
    }
}
