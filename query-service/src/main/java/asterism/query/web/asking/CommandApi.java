package asterism.query.web.asking;

import asterism.query.web.asking.Drawn.Problem;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandler;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** Sends commands as the person who is signed in, and files beside them. */
@Component
public class CommandApi {
    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final Duration PATIENCE = Duration.ofSeconds(20);
    private static final Duration LONG = Duration.ofMinutes(2);
    private static final Duration VERY_LONG = Duration.ofMinutes(30);
    private static final int OK = 200;
    private static final int NO_ANSWER = 503;
    private final HttpClient http = HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(2)).build();
    private final String url;

    CommandApi(@Value("${asterism.commands.url}") String url) {
        this.url = url.replaceAll("/+$", "");
    }

    /** What came of a command. */
    public sealed interface Outcome {

        /**
         * @param first position of the fact that says what was asked for
         * @param last  position of the last fact that came of it
         */
        record Recorded(long first, long last) implements Outcome {
        }

        record NotRecorded(Problem problem) implements Outcome {
        }
    }

    /**
     * Sends a command.
     *
     * @param path    behind {@code /api/v1/}
     * @param token   of the person; none where nobody is signed in
     * @param version the subject must still have; none to take it as it is
     */
    Outcome send(String path, ObjectNode body, String key, Optional<String> token, @Nullable Long version) {
        HttpRequest.Builder request = request(path, token).header("Content-Type", "application/json").header("Idempotency-Key", key)
                .POST(BodyPublishers.ofString(body.toString()));
        if (version != null) {
            request.header("If-Match", "\"" + version + "\"");
        }
        return answer(request).<Outcome>map(answer -> answer.statusCode() / 100 == 2
                ? recorded(json(answer))
                : new Outcome.NotRecorded(problem(answer))).orElseGet(() -> new Outcome.NotRecorded(silent()));
    }

    private static Outcome recorded(JsonNode receipt) {
        long last = receipt.path("position").asLong();
        return new Outcome.Recorded(last - Math.max(0, receipt.path("facts").size() - 1), last);
    }

    /** What was answered, word for word. */
    sealed interface Said {
        record Text(String body) implements Said {
            JsonNode json() {
                return JSON.readTree(body);
            }

            /** Each line by itself. */
            List<JsonNode> lines() {
                return body.lines().map(JSON::readTree).toList();
            }
        }

        record NotSaid(Problem problem) implements Said {
        }
    }

    /** Asks for what is worked out and not, or not only, recorded. */
    Said ask(String path, ObjectNode body, String key, Optional<String> token) {
        return answer(request(path, token).timeout(LONG).header("Content-Type", "application/json").header("Idempotency-Key", key)
                .POST(BodyPublishers.ofString(body.toString()))).<Said>map(answer -> answer.statusCode() / 100 == 2
                        ? new Said.Text(answer.body()) : new Said.NotSaid(problem(answer)))
                .orElseGet(() -> new Said.NotSaid(silent()));
    }

    /** What came of a file. */
    sealed interface Kept {
        record Named(String sha256) implements Kept {
        }

        record NotKept(Problem problem) implements Kept {
        }
    }

    /** Hands in a file about a branch. */
    Kept keep(String branch, byte[] file, Optional<String> token) {
        return answer(request("branches/" + branch + "/files", token).header("Content-Type", "application/octet-stream")
                .POST(BodyPublishers.ofByteArray(file))).<Kept>map(answer -> answer.statusCode() / 100 == 2
                        ? new Kept.Named(json(answer).path("sha256").asString(""))
                        : new Kept.NotKept(problem(answer))).orElseGet(() -> new Kept.NotKept(silent()));
    }

    /**
     * Anything the command-service gives out; empty where it does not answer.
     *
     * @param path from the root where it begins with a slash, else behind {@code /api/v1/}
     */
    public Optional<HttpResponse<byte[]>> get(String path, Optional<String> token) {
        return get(path, token, PATIENCE);
    }

    /** The same, waiting no longer than that. */
    public Optional<HttpResponse<byte[]>> get(String path, Optional<String> token, Duration patience) {
        return sent(request(path, token).timeout(patience).GET(), BodyHandlers.ofByteArray());
    }

    /** What it gives out as JSON; empty where it does not answer, not to this person, or not in these terms. */
    public <T> Optional<T> read(String path, Optional<String> token, Class<T> type) {
        return read(path, token, PATIENCE, type);
    }

    /** The same, waiting no longer than that. */
    public <T> Optional<T> read(String path, Optional<String> token, Duration patience, Class<T> type) {
        return get(path, token, patience).filter(answer -> answer.statusCode() == OK).flatMap(answer -> {
            try {
                return Optional.of(JSON.readValue(answer.body(), type));
            } catch (JacksonException e) {
                return Optional.empty();
            }
        });
    }

    /** Asks for something to be done that is no command; how it stands then, the page that comes next shows. */
    public void post(String path, Optional<String> token) {
        answer(request(path, token).POST(BodyPublishers.noBody()));
    }

    /** Anything it gives out, to be read as it comes, of what takes long to make; whoever asks for it closes it. */
    public Optional<HttpResponse<InputStream>> open(String path, Optional<String> token) {
        return sent(request(path, token).timeout(VERY_LONG).GET(), BodyHandlers.ofInputStream());
    }

    /** The code of the problem that the command API gives. */
    public static String code(int status, byte[] body) {
        return problem(status, json(new String(body, StandardCharsets.UTF_8))).code();
    }

    private HttpRequest.Builder request(String path, Optional<String> token) {
        URI address = URI.create(url + (path.startsWith("/") ? path : "/api/v1/" + path));
        HttpRequest.Builder request = HttpRequest.newBuilder(address).timeout(PATIENCE);
        token.ifPresent(bearer -> request.header("Authorization", "Bearer " + bearer));
        return request;
    }

    private Optional<HttpResponse<String>> answer(HttpRequest.Builder request) {
        return sent(request, BodyHandlers.ofString());
    }

    private <T> Optional<HttpResponse<T>> sent(HttpRequest.Builder request, BodyHandler<T> body) {
        try {
            return Optional.of(http.send(request.build(), body));
        } catch (IOException e) {
            return Optional.empty();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return Optional.empty();
        }
    }

    private static Problem silent() {
        return new Problem(NO_ANSWER, "commands.silent", null, "The command service does not answer.");
    }

    private static Problem problem(HttpResponse<String> answer) {
        return problem(answer.statusCode(), json(answer));
    }

    /** @param body a problem as the command API gives it */
    static Problem problem(int status, JsonNode body) {
        String field = body.path("field").asString("");
        return new Problem(status, body.path("code").asString("http." + status), field.isEmpty() ? null : field,
                body.path("detail").asString(""));
    }

    private static JsonNode json(HttpResponse<String> answer) {
        return json(answer.body());
    }

    private static JsonNode json(String body) {
        try {
            return JSON.readTree(body);
        } catch (JacksonException e) {
            return JSON.createObjectNode();
        }
    }
}
