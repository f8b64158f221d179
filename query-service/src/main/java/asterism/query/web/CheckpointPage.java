package asterism.query.web;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;

/** The log's signed checkpoint, byte for byte as the command-service gives it; where that gives none, neither does this. */
@Controller
class CheckpointPage {
    private static final Duration PATIENCE = Duration.ofSeconds(5);

    private final HttpClient http = HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(1)).build();
    private final URI source;

    CheckpointPage(@Value("${asterism.commands.url}") String url) {
        this.source = URI.create(url.replaceAll("/+$", "") + "/checkpoint");
    }

    @GetMapping("/checkpoint")
    ResponseEntity<byte[]> checkpoint() throws InterruptedException {
        try {
            HttpResponse<byte[]> answer = http.send(HttpRequest.newBuilder(source).timeout(PATIENCE).build(),
                    HttpResponse.BodyHandlers.ofByteArray());
            if (answer.statusCode() == 200) {
                return ResponseEntity.ok().cacheControl(CacheControl.noCache())
                        .contentType(new MediaType(MediaType.TEXT_PLAIN, StandardCharsets.UTF_8)).body(answer.body());
            }
            return ResponseEntity.status(502).build();
        } catch (IOException e) {
            return ResponseEntity.status(503).header("Retry-After", "5").build();
        }
    }
}
