package asterism.query.projecting;

import asterism.journal.Framed;
import asterism.journal.Recorded;
import asterism.query.reading.ServiceToken;
import java.io.BufferedInputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Predicate;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/** The feed over HTTP, signed in as a service. */
@Component
class HttpFeed implements Feed {
    private static final int BUFFER = 1 << 16;
    private final HttpClient http = HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(2)).build();
    private final String url;
    private final ServiceToken token;

    HttpFeed(@Value("${asterism.feed.url:}") String url, ServiceToken token) {
        this.url = url.replaceAll("/+$", "");
        this.token = token;
    }

    @Override
    public Optional<Framed.Frame.End> read(long after, Predicate<Recorded> taker) throws IOException {
        if (url.isEmpty()) {
            throw new IOException("asterism.feed.url names no feed");
        }
        URI from = URI.create(url + "/api/v1/journal?after=" + after);
        HttpRequest.Builder request = HttpRequest.newBuilder(from).timeout(Duration.ofSeconds(30));
        token.get().ifPresent(bearer -> request.header("Authorization", "Bearer " + bearer));
        try {
            HttpResponse<InputStream> answer = http.send(request.build(), HttpResponse.BodyHandlers.ofInputStream());
            try (InputStream body = answer.body()) {
                if (answer.statusCode() != 200) {
                    throw new IOException("the feed answered " + answer.statusCode());
                }
                return read(new DataInputStream(new BufferedInputStream(body, BUFFER)), after, taker);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted while asking the feed", e);
        }
    }

    private static Optional<Framed.Frame.End> read(DataInputStream in, long after, Predicate<Recorded> taker) throws IOException {
        long expected = after + 1;
        while (true) {
            switch (Framed.read(in)) {
                case Framed.Frame.End end -> {
                    return Optional.of(end);
                }
                case Framed.Frame.OfFact(Recorded fact) -> {
                    if (fact.position() != expected++) {
                        throw new IOException("the feed skipped to position " + fact.position());
                    }
                    if (!taker.test(fact)) {
                        return Optional.empty();
                    }
                }
            }
        }
    }
}
