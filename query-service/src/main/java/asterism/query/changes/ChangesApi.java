package asterism.query.changes;

import asterism.query.changes.ChangesQuestion.Change;
import asterism.query.projecting.Live;
import asterism.query.reading.Answer;
import asterism.query.reading.NotYet;
import asterism.query.reading.Refused;
import io.micrometer.core.instrument.MeterRegistry;
import io.swagger.v3.oas.annotations.Operation;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.SmartLifecycle;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.json.JsonMapper;

/**
 * Server-sent events, each with the fact's position as its id. Nothing is queued for a client: each reads the rows after the
 * position it has come to, so a slow one costs a virtual thread and no memory, and is hung up on once it takes nothing for as long
 * as the server waits for a write ({@code server.tomcat.connection-timeout}). It comes back with Last-Event-ID and misses nothing.
 */
@RestController
class ChangesApi implements SmartLifecycle {
    private static final int BATCH = 500;
    private final ChangesQuestion question;
    private final Live live;
    private final JsonMapper json;
    private final int most;
    private final Duration beat;
    private final Duration longest;
    private final AtomicInteger clients;
    private volatile boolean running;

    ChangesApi(ChangesQuestion question, Live live, JsonMapper json, MeterRegistry meters,
               @Value("${asterism.changes.clients:200}") int most, @Value("${asterism.changes.beat:15s}") Duration beat,
               @Value("${asterism.changes.longest:30m}") Duration longest) {
        this.question = question;
        this.live = live;
        this.json = json;
        this.most = most;
        this.beat = beat;
        this.longest = longest;
        this.clients = meters.gauge("asterism.changes.clients", new AtomicInteger());
    }

    /**
     * All facts from now on, or after a position.
     *
     * @param lastEventId what the client heard last, as its browser says when it comes back; goes before {@code after}
     */
    @Operation(summary = "What changes, as it happens: server-sent events with the position as id, resumed by Last-Event-ID")
    @GetMapping(path = "/api/v1/changes", produces = MediaType.TEXT_EVENT_STREAM_VALUE)
    void changes(@RequestHeader(name = "Last-Event-ID", required = false) @Nullable String lastEventId,
                 @RequestParam(required = false) @Nullable Long after, HttpServletResponse response) throws IOException {
        open(lastEventId, after, this::event, response);
    }

    /** That something happened, and not what: for pages of whoever looks, which then ask again what they show. */
    @GetMapping(path = "/live", produces = MediaType.TEXT_EVENT_STREAM_VALUE)
    void positions(@RequestHeader(name = "Last-Event-ID", required = false) @Nullable String lastEventId, HttpServletResponse response)
            throws IOException {
        open(lastEventId, null, change -> "id: " + change.position() + "\ndata: " + change.position() + "\n\n", response);
    }

    private void open(@Nullable String lastEventId, @Nullable Long after, Function<Change, String> event, HttpServletResponse response)
            throws IOException {
        long head = question.head(); // whoever comes before the first build is refused while that can still be said
        long from = lastEventId != null ? position("Last-Event-ID", lastEventId) : after != null ? checked("after", after) : head;
        if (clients.incrementAndGet() > most) {
            clients.decrementAndGet();
            throw new NotYet("There are as many listeners as this service bears.");
        }
        try {
            response.setContentType(MediaType.TEXT_EVENT_STREAM_VALUE);
            response.setHeader("Cache-Control", "no-store");
            response.setHeader("X-Accel-Buffering", "no");
            stream(from, event, response.getOutputStream());
        } finally {
            clients.decrementAndGet();
        }
    }

    private void stream(long from, Function<Change, String> event, OutputStream out) throws IOException {
        long until = System.nanoTime() + longest.toNanos();
        long beatAt = System.nanoTime();
        long at = from;
        send(out, "retry: 1000\n\n");
        while (running && System.nanoTime() < until) {
            Answer<List<Change>> found = question.after(at, BATCH);
            boolean more = !found.answer().isEmpty();
            if (more) {
                StringBuilder text = new StringBuilder();
                found.answer().forEach(change -> text.append(event.apply(change)));
                send(out, text.toString());
                at = found.answer().getLast().position();
            } else if (System.nanoTime() - beatAt > beat.toNanos()) {
                send(out, ": at " + found.at().position() + "\n\n");
                more = true;
            } else {
                live.pause(Duration.ofSeconds(1));
            }
            beatAt = more ? System.nanoTime() : beatAt;
        }
    }

    private String event(Change change) {
        return "id: " + change.position() + "\nevent: " + change.type() + "\ndata: " + json.writeValueAsString(change) + "\n\n";
    }

    private static void send(OutputStream out, String text) throws IOException {
        out.write(text.getBytes(StandardCharsets.UTF_8));
        out.flush();
    }

    private static long position(String field, String text) {
        try {
            return checked(field, Long.parseLong(text.strip()));
        } catch (NumberFormatException e) {
            throw Refused.bad(field, "position.malformed", "A position is a whole number.");
        }
    }

    private static long checked(String field, long position) {
        if (position < 0) {
            throw Refused.bad(field, "position.out-of-range", "A position is 0 or more.");
        }
        return position;
    }

    @Override
    public void start() {
        running = true;
    }

    /** Listeners are let go before the server waits for its requests to end. */
    @Override
    public void stop() {
        running = false;
    }

    @Override
    public boolean isRunning() {
        return running;
    }
}
