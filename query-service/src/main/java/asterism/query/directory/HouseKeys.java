package asterism.query.directory;

import asterism.events.Keys;
import asterism.query.reading.ServiceToken;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/** Keys as the command-service holds them, asked for when a name is to be shown and forgotten soon after: an erased key stays erased. */
@Component
class HouseKeys implements Keys {
    private static final Duration KEPT = Duration.ofSeconds(60);
    private static final int MOST = 20_000;
    private final HttpClient http = HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(1)).build();
    private final Map<String, Known> known = new ConcurrentHashMap<>();
    private final String url;
    private final ServiceToken token;

    private record Known(Optional<byte[]> key, long until) {
        boolean fresh() {
            return until - System.nanoTime() > 0;
        }
    }

    HouseKeys(@Value("${asterism.commands.url}") String url, ServiceToken token) {
        this.url = url.replaceAll("/+$", "");
        this.token = token;
    }

    @Override
    public Optional<byte[]> find(String name) {
        Known found = known.get(name);
        if (found == null || !found.fresh()) {
            if (known.size() >= MOST) {
                known.clear();
            }
            found = ask(name);
            known.put(name, found);
        }
        return found.key();
    }

    private Known ask(String name) {
        String path = Arrays.stream(name.split("/", -1)).map(part -> URLEncoder.encode(part, StandardCharsets.UTF_8))
                .collect(Collectors.joining("/"));
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(url + "/internal/keys/" + path)).timeout(Duration.ofSeconds(2));
        token.get().ifPresent(bearer -> request.header("Authorization", "Bearer " + bearer));
        try {
            HttpResponse<byte[]> answer = http.send(request.build(), HttpResponse.BodyHandlers.ofByteArray());
            if (answer.statusCode() == 200) {
                return keep(Optional.of(answer.body()), KEPT);
            }
            boolean erased = answer.statusCode() == 404 || answer.statusCode() == 410;
            return keep(Optional.empty(), erased ? KEPT : Duration.ofSeconds(5));
        } catch (IOException e) {
            return keep(Optional.empty(), Duration.ofSeconds(5));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return keep(Optional.empty(), Duration.ZERO);
        }
    }

    private static Known keep(Optional<byte[]> key, Duration time) {
        return new Known(key, System.nanoTime() + time.toNanos());
    }

    @Override
    public byte[] obtain(String name) {
        throw new IllegalStateException("this service only reads");
    }
}
