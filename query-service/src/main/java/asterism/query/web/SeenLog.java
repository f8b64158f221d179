package asterism.query.web;

import asterism.journal.Proofs;
import asterism.query.web.Logbook.Checkpoint;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Duration;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseCookie;
import org.springframework.stereotype.Component;

/**
 * What became of the log since this browser looked last. The browser keeps size and root of what it saw, so that nobody who rewrites
 * the log can rewrite them too; they are exchanged only for those of a log that is proven to have grown out of the one that was seen.
 */
@Component
class SeenLog {
    static final String COOKIE = "ASTERISM_CHECKPOINT";
    private static final Pattern KEPT = Pattern.compile("(\\d{1,18})\\.([\\w-]{43})");
    private final Logbook logbook;

    SeenLog(Logbook logbook) {
        this.logbook = logbook;
    }

    /** What is to be said of it. */
    public enum Verdict {
        SAME, GROWN,
        /** The proof is not given out now. */
        UNPROVEN,
        /** What was seen is not in the log any more. */
        REWRITTEN
    }

    /**
     * @param size how many facts the log had when it was seen
     * @param more facts since then
     */
    public record Since(Verdict verdict, long size, long more) {
    }

    /**
     * A tree.
     *
     * @param root base64, as URLs write it and without padding
     */
    record Tree(long size, String root) {
        static Optional<Tree> of(Checkpoint checkpoint) {
            return kept(checkpoint.size() + "." + checkpoint.root().replace('+', '-').replace('/', '_').replace("=", ""));
        }

        private static Optional<Tree> kept(String text) {
            Matcher kept = KEPT.matcher(text);
            return kept.matches() ? Optional.of(new Tree(Long.parseLong(kept.group(1)), kept.group(2))) : Optional.empty();
        }

        private byte[] hash() {
            return Base64.getUrlDecoder().decode(root);
        }
    }

    /** Empty where this browser has not looked before, or there is nothing to look at. */
    Optional<Since> since(Optional<Checkpoint> now, HttpServletRequest request, HttpServletResponse response) {
        return now.flatMap(Tree::of).flatMap(tree -> {
            Optional<Since> since = seen(request).map(seen -> compare(seen, tree));
            if (since.map(Since::verdict).filter(verdict -> verdict == Verdict.UNPROVEN || verdict == Verdict.REWRITTEN).isEmpty()) {
                response.addHeader(HttpHeaders.SET_COOKIE, ResponseCookie.from(COOKIE, tree.size() + "." + tree.root()).path("/")
                        .httpOnly(true).sameSite("Lax").secure(request.isSecure()).maxAge(Duration.ofDays(365)).build().toString());
            }
            return since;
        });
    }

    private static Optional<Tree> seen(HttpServletRequest request) {
        return Stream.ofNullable(request.getCookies()).flatMap(Arrays::stream).filter(cookie -> cookie.getName().equals(COOKIE))
                .findFirst().flatMap(cookie -> Tree.kept(cookie.getValue()));
    }

    private Since compare(Tree seen, Tree now) {
        Optional<List<byte[]>> path = seen.size() < now.size() ? logbook.consistency(seen.size(), now.size()) : Optional.of(List.of());
        return new Since(path.map(proof -> verdict(seen, now, proof)).orElse(Verdict.UNPROVEN), seen.size(), now.size() - seen.size());
    }

    static Verdict verdict(Tree seen, Tree now, List<byte[]> path) {
        if (!Proofs.consistent(seen.size(), seen.hash(), now.size(), now.hash(), path)) {
            return Verdict.REWRITTEN;
        }
        return seen.size() == now.size() ? Verdict.SAME : Verdict.GROWN;
    }
}
