package asterism.query;

import static org.awaitility.Awaitility.await;

import asterism.embedded.TestServers;
import asterism.journal.Carried;
import asterism.journal.Recorded;
import asterism.query.projecting.Upkeep;
import asterism.query.projecting.Projection;
import asterism.query.web.Visitor;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpHeaders;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.awaitility.Awaitility;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.tomcat.TomcatWebServer;
import org.springframework.boot.web.server.servlet.context.ServletWebServerApplicationContext;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.env.Environment;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The whole query-service on a database and a topic of its own, fed by a story. */
public final class ReadSide implements AutoCloseable {
    private static final JsonMapper JSON = JsonMapper.builder().build();

    static {
        Awaitility.setDefaultTimeout(Duration.ofMinutes(1)); // what takes a moment takes longer where others build too
    }

    public final Story story = new Story();
    public final TestCommands commands = new TestCommands(story);
    public final String topic = TestServers.newTopic();
    private final String database = TestServers.newDatabase();
    private final HttpClient http = HttpClient.newHttpClient();
    private final KafkaProducer<String, byte[]> producer = new KafkaProducer<>(
            Map.of("bootstrap.servers", TestServers.kafka().bootstrapServers()), new StringSerializer(), new ByteArraySerializer());
    private @Nullable ConfigurableApplicationContext context;

    /** Starts it, and waits until every projection answers. */
    public ReadSide start(String... more) {
        return startWith(List.of(), more);
    }

    /** Starts it with projections of a test's own besides. */
    public ReadSide startWith(List<Projection> planted, String... more) {
        context = run(planted, more);
        Upkeep upkeep = bean(Upkeep.class);
        await().atMost(Duration.ofSeconds(30)).until(() -> upkeep.standing(Upkeep.ALL).stream().filter(build -> !build.filling())
                .map(Upkeep.Standing::projection).distinct().count() == upkeep.names().size());
        return this;
    }

    /** One more instance over the same database and topic; whoever asks for it closes it. */
    public ConfigurableApplicationContext another(List<Projection> planted, String... more) {
        return run(planted, more);
    }

    private ConfigurableApplicationContext run(List<Projection> planted, String... more) {
        List<String> settings = new ArrayList<>(List.of(
                "--server.port=0", "--spring.datasource.url=" + TestServers.postgres().jdbcUrl(database),
                "--spring.datasource.username=" + TestServers.postgres().username(),
                "--spring.datasource.password=" + TestServers.postgres().password(),
                "--spring.datasource.hikari.pool-name=" + database,
                "--spring.kafka.bootstrap-servers=" + TestServers.kafka().bootstrapServers(),
                "--spring.kafka.consumer.group-id=" + database, "--spring.jmx.enabled=false",
                "--asterism.topic=" + topic, "--asterism.feed.url=" + commands.url(), "--asterism.commands.url=" + commands.url(),
                "--asterism.sign-in.key-set=" + commands.url() + "/oauth2/jwks", "--asterism.service-token=" + TestCommands.SERVICE_TOKEN,
                "--asterism.projecting.look=200ms", "--asterism.reading.wait=3s"));
        List.of(more).forEach(setting -> settings.removeIf(other -> other.startsWith(setting.substring(0, setting.indexOf('=') + 1))));
        settings.addAll(List.of(more));
        return QueryService.application().initializers(started -> planted.forEach(projection -> started.getBeanFactory()
                .registerSingleton(projection.name() + "Planted", projection)), started -> started.getBeanFactory()
                .registerSingleton("signIn", new Visitor.SignIn())).run(settings.toArray(String[]::new));
    }

    public void stop() {
        if (context != null) {
            context.close();
            context = null;
        }
    }

    public <T> T bean(Class<T> type) {
        if (context == null) {
            throw new IllegalStateException("the read side is not started");
        }
        return context.getBean(type);
    }

    /** What its pages can be asked. */
    public List<Questions.Asked> pages() {
        return Questions.pages(Objects.requireNonNull(context).getBean("requestMappingHandlerMapping", RequestMappingHandlerMapping.class));
    }

    /** What listens. */
    public TomcatWebServer server() {
        return (TomcatWebServer) Objects.requireNonNull(((ServletWebServerApplicationContext) Objects.requireNonNull(context))
                .getWebServer());
    }

    /** Sends facts as the relay does. */
    public void relay(Collection<Recorded> facts) {
        for (Recorded fact : facts) {
            ProducerRecord<String, byte[]> record = new ProducerRecord<>(topic, 0, fact.stream(), fact.payload());
            Carried.headers(fact).forEach((name, value) -> record.headers().add(name, value));
            var _ = producer.send(record);
        }
        producer.flush();
    }

    /** What the API answered. */
    public record Reply(int status, JsonNode body, HttpHeaders headers) {
        public JsonNode at(String pointer) {
            return body.at(pointer);
        }

        public String text(String pointer) {
            return body.at(pointer).asString();
        }
    }

    /** What the API answered, as it stands. */
    public record Text(int status, String body, HttpHeaders headers) {
    }

    public Text text(String path, String... headers) {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(url() + path));
        if (headers.length > 0) {
            request.headers(headers);
        }
        return send(request);
    }

    /** Asks so, with a body of JSON unless nothing is sent by that method. */
    public Text send(String method, String path, String json, String... headers) {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(url() + path)).method(method, json.isEmpty()
                ? HttpRequest.BodyPublishers.noBody() : HttpRequest.BodyPublishers.ofString(json));
        if (!json.isEmpty()) {
            request.header("Content-Type", "application/json");
        }
        if (headers.length > 0) {
            request.headers(headers);
        }
        return send(request);
    }

    public Reply get(String path, String... headers) {
        return reply(text(path, headers));
    }

    private Reply ask(HttpRequest.Builder request) {
        return reply(send(request));
    }

    private static Reply reply(Text answer) {
        return new Reply(answer.status(), JSON.readTree(answer.body().isEmpty() ? "null" : answer.body()), answer.headers());
    }

    private Text send(HttpRequest.Builder request) {
        try {
            HttpResponse<String> answer = http.send(request.build(), HttpResponse.BodyHandlers.ofString());
            return new Text(answer.statusCode(), answer.body(), answer.headers());
        } catch (IOException e) {
            throw new IllegalStateException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /** Asks for something to be done, with the house's own token. */
    public Reply post(String path) {
        return ask(HttpRequest.newBuilder(URI.create(url() + path)).POST(HttpRequest.BodyPublishers.noBody())
                .header("Authorization", "Bearer " + TestCommands.SERVICE_TOKEN));
    }

    /** Asks with the house's own token. */
    public Reply getAsHouse(String path) {
        return get(path, "Authorization", "Bearer " + TestCommands.SERVICE_TOKEN);
    }

    /** Asks for something to be done, signed in as that person. */
    public Reply postAs(String person, String path) {
        return ask(HttpRequest.newBuilder(URI.create(url() + path)).POST(HttpRequest.BodyPublishers.noBody())
                .header("Authorization", "Bearer " + commands.tokenOf(person, "asterism")));
    }

    /** Asks with a question in JSON, signed in as that person. */
    public Reply postAs(String person, String path, String json) {
        return ask(HttpRequest.newBuilder(URI.create(url() + path)).POST(HttpRequest.BodyPublishers.ofString(json))
                .header("Content-Type", "application/json").header("Authorization", "Bearer " + commands.tokenOf(person, "asterism")));
    }

    /** Asks for something to be given up, signed in as that person. */
    public Reply deleteAs(String person, String path) {
        return ask(HttpRequest.newBuilder(URI.create(url() + path)).DELETE()
                .header("Authorization", "Bearer " + commands.tokenOf(person, "asterism")));
    }

    /** Asks, signed in as that person. */
    public Reply getAs(String person, String path) {
        return get(path, "Authorization", "Bearer " + commands.tokenOf(person, "asterism"));
    }

    /** Where it listens. */
    public String url() {
        return "http://127.0.0.1:" + bean(Environment.class).getProperty("local.server.port");
    }

    @Override
    public void close() {
        stop();
        producer.close();
        commands.close();
    }
}
