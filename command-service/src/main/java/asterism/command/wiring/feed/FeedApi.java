package asterism.command.wiring.feed;

import asterism.command.wiring.journal.Journal;
import asterism.command.wiring.journal.Tree;
import asterism.journal.Framed;
import asterism.journal.Recorded;
import io.swagger.v3.oas.annotations.Hidden;
import jakarta.servlet.http.HttpServletResponse;
import java.io.BufferedOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.HexFormat;
import java.util.Map;
import java.util.concurrent.Semaphore;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/**
 * The journal as a stream of frames ({@link Framed}), straight from PostgreSQL by COPY, ending with its size and root. Whoever
 * reads too slowly, or for too long, is cut off: each reader holds a snapshot open. A stream without its end was cut.
 */
@RestController
@Hidden // a stream of bytes, described by its format, not by a schema
class FeedApi {
    private static final int BUFFER = 1 << 16;

    private final Journal journal;
    private final Semaphore places;
    private final Duration longest;

    FeedApi(Journal journal, @Value("${asterism.feed.readers}") int readers, @Value("${asterism.feed.longest}") Duration longest) {
        this.journal = journal;
        this.places = new Semaphore(readers);
        this.longest = longest;
    }

    /** All places are taken. */
    static final class Busy extends RuntimeException {
    }

    /**
     * @param after  the last position the reader has; 0 for all
     * @param type   only facts whose type begins so
     * @param stream only facts whose stream begins so
     */
    @GetMapping("/api/v1/journal")
    void feed(@RequestParam(defaultValue = "0") long after, @RequestParam(required = false) @Nullable String type,
              @RequestParam(required = false) @Nullable String stream, HttpServletResponse response) throws IOException {
        if (!places.tryAcquire()) {
            throw new Busy();
        }
        try {
            response.setContentType("application/vnd.asterism.facts");
            write(after, fact -> (type == null || fact.type().startsWith(type)) && (stream == null || fact.stream().startsWith(stream)),
                    new DataOutputStream(new BufferedOutputStream(response.getOutputStream(), BUFFER)));
        } finally {
            places.release();
        }
    }

    private void write(long after, Predicate<Recorded> wanted, DataOutputStream out) throws IOException {
        long until = System.nanoTime() + longest.toNanos();
        try {
            Tree tree = journal.copyOut(after, fact -> {
                if (System.nanoTime() > until) {
                    throw new UncheckedIOException(new IOException("a reader of the feed took too long"));
                }
                if (wanted.test(fact)) {
                    frame(fact, out);
                }
            });
            Framed.end(tree.size(), tree.root(), out);
            out.flush();
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
    }

    private static void frame(Recorded fact, DataOutputStream out) {
        try {
            Framed.write(fact, out);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** How many facts stand, and the root of the tree over them. */
    @GetMapping("/api/v1/journal/head")
    Map<String, Object> head() {
        Tree tree = journal.tree();
        return Map.of("size", tree.size(), "root", HexFormat.of().formatHex(tree.root()));
    }

    @ExceptionHandler
    ResponseEntity<ProblemDetail> busy(Busy busy) {
        ProblemDetail problem = ProblemDetail.forStatus(HttpStatus.SERVICE_UNAVAILABLE);
        problem.setProperty("code", "feed.busy");
        return ResponseEntity.status(HttpStatus.SERVICE_UNAVAILABLE).header("Retry-After", "5").body(problem);
    }
}
