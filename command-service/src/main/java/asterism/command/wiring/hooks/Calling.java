package asterism.command.wiring.hooks;

import asterism.command.wiring.hooks.Hooks.Delivery;
import asterism.command.wiring.hooks.Hooks.Hook;
import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import javax.crypto.spec.SecretKeySpec;
import org.springframework.core.env.Environment;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** Tells one thing to one hook. */
@Component
class Calling implements AutoCloseable {
    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final Duration PATIENCE = Duration.ofSeconds(5);
    private final HttpClient http = HttpClient.newBuilder().connectTimeout(PATIENCE).build();
    private final Addresses addresses;
    private final Environment settings;

    Calling(Addresses addresses, Environment settings) {
        this.addresses = addresses;
        this.settings = settings;
    }

    /** It was not taken; the message says why without saying anything of the answer. */
    static final class NotTaken extends Exception {
        NotTaken(String why) {
            super(why);
        }
    }

    /** The secret stands in the settings, and is one. */
    boolean knows(String secret) {
        try {
            return !keys(secret).isEmpty();
        } catch (IllegalArgumentException _) {
            return false;
        }
    }

    private List<SecretKeySpec> keys(String secret) {
        String held = settings.getProperty("asterism.hooks.secrets." + secret);
        return held == null ? List.of() : Signature.keys(held);
    }

    void tell(Hook hook, Delivery delivery) throws NotTaken, InterruptedException {
        try {
            List<SecretKeySpec> keys = keys(hook.secret());
            if (keys.isEmpty()) {
                throw new NotTaken("no secret of that name");
            }
            String body = body(delivery);
            long seconds = Instant.now().getEpochSecond();
            String id = "msg_" + delivery.event();
            int status = http.send(HttpRequest.newBuilder(addresses.checked(hook.url())).timeout(PATIENCE)
                    .header("Content-Type", "application/json").header("webhook-id", id).header("webhook-timestamp", "" + seconds)
                    .header("webhook-signature", Signature.of(keys, id, seconds, body)).POST(BodyPublishers.ofString(body)).build(),
                    BodyHandlers.discarding()).statusCode();
            if (status / 100 != 2) {
                throw new NotTaken("HTTP " + status);
            }
        } catch (IOException | IllegalArgumentException e) {
            throw new NotTaken(e.getClass().getSimpleName());
        } catch (Addresses.Forbidden e) {
            throw new NotTaken(String.valueOf(e.getMessage()));
        }
    }

    /** That it happened, and where to look. */
    static String body(Delivery delivery) {
        Map<String, Object> data = new LinkedHashMap<>();
        data.put("position", delivery.position());
        data.put("stream", delivery.stream());
        if (delivery.branch() != null) {
            data.put("branch", delivery.branch());
        }
        data.put("effectiveOn", delivery.effectiveOn().toString());
        Map<String, Object> body = new LinkedHashMap<>();
        body.put("type", delivery.type());
        body.put("timestamp", delivery.recordedAt().toString());
        body.put("data", data);
        return JSON.writeValueAsString(body);
    }

    @Override
    public void close() {
        http.shutdownNow();
    }
}
