package asterism.client;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * Asks one service of a house: the command-service for what is to be done, the query-service for what is. Many threads may use one.
 * Where nobody answers, {@link UncheckedIOException} is thrown; a command may be sent again under the same key then.
 */
public final class Client implements AutoCloseable {
    private static final JsonMapper JSON = JsonMapper.builder().disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .changeDefaultPropertyInclusion(included -> included.withValueInclusion(JsonInclude.Include.NON_NULL)).build();
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final int PAGE = 500;
    private static final Duration LONG = Duration.ofHours(2);

    private final HttpClient http = HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(5)).build();
    private final String url;
    private final Supplier<String> token;

    /**
     * @param url   of the service, as in {@code https://commands.county.example}
     * @param token an access token of whoever asks, fetched anew for each request
     */
    public Client(String url, Supplier<String> token) {
        this.url = url.replaceAll("/+$", "");
        this.token = token;
    }

    /**
     * Sends a command; sent again under the same key it has one effect and the same answer.
     *
     * @throws Refused where it is not done
     */
    public Receipt send(Wanted command, How how) {
        ObjectNode body = JSON.valueToTree(command);
        if (how.reason() != null) {
            body.put("reason", how.reason());
        }
        if (how.onBehalfOf() != null) {
            body.put("onBehalfOf", how.onBehalfOf());
        }
        return send(command.path(), body, how.key(), how.seen());
    }

    /** Sends a command once. */
    public Receipt send(Wanted command) {
        return send(command, How.once());
    }

    /** Sends a command once: {@code path} begins with {@code /api/v1}, {@code command} is any record or map that is its JSON. */
    public Receipt send(String path, Object command) {
        return send(path, command, UUID.randomUUID().toString(), null);
    }

    /**
     * Sends a command; sent again under the same key it has one effect and the same answer.
     *
     * @param seen the version of the subject that was looked at; none to take it as it is
     * @throws Refused where it is not done
     */
    public Receipt send(String path, Object command, String key, @Nullable Long seen) {
        HttpRequest.Builder request = posting(path, "application/json", BodyPublishers.ofString(JSON.writeValueAsString(command)))
                .header("Idempotency-Key", key);
        if (seen != null) {
            request.header("If-Match", "\"" + seen + "\"");
        }
        return read(request, Receipt.class);
    }

    /** Many commands of one kind, 500 at most, one after the other; what became of each is told as soon as it is known. */
    public Many.Sum batch(String kind, List<?> items, boolean dryRun, Consumer<Many.Line> each) {
        return many(kind, dryRun, "application/json", JSON.writeValueAsBytes(Map.of("items", items)), each);
    }

    /** The same from a table as CSV with a header, 50,000 rows at most; where a row is not understood none is asked for. */
    public Many.Sum table(String kind, byte[] csv, boolean dryRun, Consumer<Many.Line> each) {
        return many(kind, dryRun, "text/csv", csv, each);
    }

    private Many.Sum many(String kind, boolean dryRun, String type, byte[] body, Consumer<Many.Line> each) {
        try (BufferedReader lines = new BufferedReader(new InputStreamReader(open(posting("/api/v1/batches/" + kind + "?dryRun=" + dryRun,
                type, BodyPublishers.ofByteArray(body)).header("Idempotency-Key", UUID.randomUUID().toString()).timeout(LONG)),
                StandardCharsets.UTF_8))) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                JsonNode told = JSON.readTree(line);
                if (told.has("items")) {
                    return JSON.treeToValue(told, Many.Sum.class);
                }
                each.accept(JSON.treeToValue(told, Many.Line.class));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        throw new UncheckedIOException(new IOException("the answer was cut off; what was recorded is, and may be sent again"));
    }

    /**
     * The rows of a list, page by page as they are taken.
     *
     * @param name as in {@code stars}
     * @param row  a record that names the fields it needs
     */
    public <T> Stream<T> list(String name, Asked asked, Class<T> row) {
        return Stream.iterate(page(name, asked, null), Objects::nonNull, page -> page.at("/answer/next").isString()
                ? page(name, asked, page.at("/answer/next").asString()) : null)
                .flatMap(page -> page.at("/answer/items").valueStream()).map(item -> JSON.treeToValue(item, row));
    }

    private @Nullable JsonNode page(String name, Asked asked, @Nullable String after) {
        return get("/api/v1/lists/" + name + "?" + asked.query(PAGE, after));
    }

    /** An answer as JSON: {@code path} begins with {@code /api/v1}. */
    public JsonNode get(String path) {
        return get(path, JsonNode.class);
    }

    /** An answer as a record that names the fields it needs. */
    public <T> T get(String path, Class<T> answer) {
        return read(request(path), answer);
    }

    /** Asks a question that is too long for an address, or for something to be done that is no command. */
    public JsonNode ask(String path, @Nullable Object question) {
        return read(question == null ? request(path).POST(BodyPublishers.noBody())
                : posting(path, "application/json", BodyPublishers.ofString(JSON.writeValueAsString(question)))
                .header("Idempotency-Key", UUID.randomUUID().toString()), JsonNode.class);
    }

    /** What may be large, as it comes; whoever asks closes it. */
    public InputStream open(String path) {
        return open(request(path).timeout(LONG));
    }

    private InputStream open(HttpRequest.Builder request) {
        HttpResponse<InputStream> answer = sent(request, BodyHandlers.ofInputStream());
        if (answer.statusCode() / 100 == 2) {
            return answer.body();
        }
        try (InputStream why = answer.body()) {
            throw refused(answer.statusCode(), why.readAllBytes());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private <T> T read(HttpRequest.Builder request, Class<T> type) {
        HttpResponse<byte[]> answer = sent(request, BodyHandlers.ofByteArray());
        if (answer.statusCode() / 100 != 2) {
            throw refused(answer.statusCode(), answer.body());
        }
        return JSON.readValue(answer.body().length == 0 ? new byte[] {'{', '}'} : answer.body(), type);
    }

    private static Refused refused(int status, byte[] body) {
        try {
            if (JSON.readTree(body) instanceof ObjectNode problem && problem.has("code")) {
                return new Refused(JSON.treeToValue(problem.put("status", status), Problem.class));
            }
        } catch (JacksonException _) {
            // whoever answered is no house
        }
        return new Refused(new Problem(status, "http." + status, null, null, null, null, null));
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create(url + path)).timeout(PATIENCE).header("Authorization", "Bearer " + token.get());
    }

    private HttpRequest.Builder posting(String path, String type, BodyPublisher body) {
        return request(path).header("Content-Type", type).POST(body);
    }

    private <T> HttpResponse<T> sent(HttpRequest.Builder request, HttpResponse.BodyHandler<T> body) {
        try {
            return http.send(request.build(), body);
        } catch (IOException e) {
            throw new UncheckedIOException("No house answers at " + url + ": " + e.getMessage(), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new UncheckedIOException(new IOException("Interrupted while waiting for the house.", e));
        }
    }

    @Override
    public void close() {
        http.close();
    }
}
