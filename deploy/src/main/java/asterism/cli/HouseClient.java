package asterism.cli;

import asterism.local.CannotRun;
import asterism.local.RunningHouse;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Collection;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Asks a service of a running house, with the token that the services of the house share or somebody's own. */
final class HouseClient {
    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final HttpClient http = HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(5)).build();
    private final String url;
    private final String token;

    private HouseClient(String url, String token) {
        this.url = url;
        this.token = token;
    }

    /** Which house, and how to prove that one may. */
    static final class Options {
        @Option(names = "--url", paramLabel = "URL", defaultValue = "http://127.0.0.1:8080",
                description = "of the query-service (default: ${DEFAULT-VALUE})")
        private String url = "";

        @Option(names = "--data", paramLabel = "DIR", defaultValue = "data",
                description = "a local house's folder, which holds its token (default: ${DEFAULT-VALUE})")
        private Path data = Path.of("data");

        @Option(names = "--token-file", paramLabel = "FILE", description = "holds asterism.service-token of any other house")
        private @Nullable Path token;

        HouseClient open() {
            return at(url, "/api/v1/projections", data, token);
        }
    }

    /**
     * @param under what all paths that are asked begin with
     * @param data  a local house's folder, which holds its token
     * @param token a file that holds one, in the place of the house's; none where the house's is meant
     * @throws CannotRun where there is no token
     */
    static HouseClient at(String url, String under, Path data, @Nullable Path token) {
        Path file = token == null ? RunningHouse.tokenFile(data) : token;
        try {
            return new HouseClient(url.replaceAll("/+$", "") + under, Files.readString(file).strip());
        } catch (NoSuchFileException e) {
            throw new CannotRun("There is no token in " + file + ": name the house's folder with --data, or a file with --token-file.", e);
        } catch (IOException e) {
            throw new CannotRun("The token in " + file + " cannot be read: " + e.getMessage(), e);
        }
    }

    JsonNode get(String path) {
        return ask(HttpRequest.newBuilder(URI.create(url + path)));
    }

    /** What may be large, however long it takes, as it comes; whoever asks closes it. */
    InputStream stream(String path) throws IOException {
        HttpResponse<InputStream> answer = send(HttpRequest.newBuilder(URI.create(url + path)), BodyHandlers.ofInputStream());
        if (answer.statusCode() / 100 == 2) {
            return answer.body();
        }
        try (InputStream why = answer.body()) {
            throw new CannotRun(refusal(answer, new String(why.readAllBytes(), StandardCharsets.UTF_8)));
        }
    }

    JsonNode post(String path) {
        return ask(HttpRequest.newBuilder(URI.create(url + path)).POST(BodyPublishers.noBody()));
    }

    private JsonNode ask(HttpRequest.Builder request) {
        HttpResponse<String> answer = send(request.timeout(PATIENCE), BodyHandlers.ofString());
        if (answer.statusCode() / 100 != 2) {
            throw new CannotRun(refusal(answer, answer.body()));
        }
        return JSON.readTree(answer.body());
    }

    private <T> HttpResponse<T> send(HttpRequest.Builder request, HttpResponse.BodyHandler<T> body) {
        try {
            return http.send(request.header("Authorization", "Bearer " + token).build(), body);
        } catch (IOException e) {
            throw new CannotRun("No house answers at " + url + ": " + e, e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new CannotRun("Interrupted while waiting for the house.", e);
        }
    }

    private static String refusal(HttpResponse<?> answer, String body) {
        String type = answer.headers().firstValue("Content-Type").orElse("");
        JsonNode problem = type.contains("json") ? JSON.readTree(body) : JSON.createObjectNode();
        return "The house refuses (%d %s): %s".formatted(answer.statusCode(), problem.path("code").asString(""),
                problem.path("detail").asString(problem.path("title").asString("")));
    }

    static JsonNode array(Collection<JsonNode> nodes) {
        return JSON.createArrayNode().addAll(nodes);
    }

    static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
