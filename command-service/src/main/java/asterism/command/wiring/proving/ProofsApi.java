package asterism.command.wiring.proving;

import asterism.command.wiring.journal.Journal;
import asterism.journal.Checkpoint;
import asterism.journal.Proofs;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/**
 * Checkpoints and proofs, open to everybody: they hold hashes alone. Hashes are base64. No proof goes beyond what is signed.
 */
@RestController
class ProofsApi {
    private static final MediaType TEXT = new MediaType(MediaType.TEXT_PLAIN, StandardCharsets.UTF_8);

    private final Checkpoints checkpoints;
    private final Journal journal;
    private final Cosignatures cosignatures;

    ProofsApi(Checkpoints checkpoints, Journal journal, Cosignatures cosignatures) {
        this.checkpoints = checkpoints;
        this.journal = journal;
        this.cosignatures = cosignatures;
    }

    /**
     * That a fact is in the tree of so many: RFC 9162, section 2.1.3.
     *
     * @param leaf the fact's leaf hash
     * @param root of the tree of that size
     * @param path siblings, lowest first
     */
    record Inclusion(long position, long size, String leaf, String root, List<String> path) {
    }

    /** That one tree grew out of the other: RFC 9162, section 2.1.4. */
    record Consistency(long from, long to, String fromRoot, String toRoot, List<String> path) {
    }

    /** A question about what does not stand, or is not signed for yet. */
    static final class Beyond extends RuntimeException {
        private final String field;

        Beyond(String field, String sentence) {
            super(sentence);
            this.field = field;
        }
    }

    /** The log's size and root as a C2SP signed note. */
    @GetMapping("/checkpoint")
    ResponseEntity<String> checkpoint() {
        return text(checkpoints.now().note().encoded());
    }

    /** The key that checkpoints are signed with, as C2SP signed-note writes it. To be trusted it must be had by another way too. */
    @GetMapping("/api/v1/proofs/key")
    ResponseEntity<String> key() {
        return text(checkpoints.key() + "\n");
    }

    /** The keys that signed before, and how each named the next: a line of JSON for each change, oldest first; empty without one. */
    @GetMapping("/api/v1/proofs/keys")
    ResponseEntity<String> keys() {
        return text(checkpoints.keys().lines());
    }

    /** The newest checkpoint that a witness has cosigned, with all cosignatures. */
    @GetMapping("/api/v1/proofs/cosigned")
    ResponseEntity<String> cosigned() {
        return text(cosignatures.newest().orElseThrow(() -> new Cosignatures.Not("cosignature.none", "no witness has cosigned yet"))
                .encoded());
    }

    /** Takes a checkpoint that a known witness has cosigned, as the text it was published in with the witness's line below. */
    @PostMapping(path = "/api/v1/proofs/cosigned", consumes = MediaType.TEXT_PLAIN_VALUE)
    ResponseEntity<String> cosign(@RequestBody String note) {
        return text(cosignatures.add(note).encoded());
    }

    @ExceptionHandler
    ResponseEntity<ProblemDetail> not(Cosignatures.Not not) {
        HttpStatus status = switch (not.code()) {
            case "cosignature.none" -> HttpStatus.NOT_FOUND;
            case "cosignature.malformed" -> HttpStatus.BAD_REQUEST;
            case "cosignature.unknown-witness" -> HttpStatus.FORBIDDEN;
            default -> HttpStatus.CONFLICT;
        };
        ProblemDetail problem = ProblemDetail.forStatusAndDetail(status, not.getMessage());
        problem.setProperty("code", not.code());
        return ResponseEntity.status(status).body(problem);
    }

    /** @param size of the tree; none: the one that is signed for now */
    @GetMapping("/api/v1/proofs/inclusion")
    Inclusion inclusion(@RequestParam long position, @RequestParam(required = false) @Nullable Long size) {
        Checkpoint signed = checkpoints.now().checkpoint();
        long tree = size == null ? signed.size() : size;
        within("size", tree, 1, signed.size());
        within("position", position, 1, tree);
        Proofs proofs = new Proofs(journal.nodes());
        return new Inclusion(position, tree, text(journal.nodes().at(0, position - 1)), text(proofs.root(tree)),
                texts(proofs.inclusion(position - 1, tree)));
    }

    /** @param to size of the larger tree; none: the one that is signed for now */
    @GetMapping("/api/v1/proofs/consistency")
    Consistency consistency(@RequestParam long from, @RequestParam(required = false) @Nullable Long to) {
        Checkpoint signed = checkpoints.now().checkpoint();
        long tree = to == null ? signed.size() : to;
        within("to", tree, 0, signed.size());
        within("from", from, 0, tree);
        Proofs proofs = new Proofs(journal.nodes());
        return new Consistency(from, tree, text(proofs.root(from)), text(proofs.root(tree)), texts(proofs.consistency(from, tree)));
    }

    private static void within(String field, long value, long least, long most) {
        if (value < least || value > most) {
            throw new Beyond(field, field + " must be from " + least + " to " + most + ", and is " + value);
        }
    }

    @ExceptionHandler
    ResponseEntity<ProblemDetail> beyond(Beyond beyond) {
        ProblemDetail problem = ProblemDetail.forStatusAndDetail(HttpStatus.BAD_REQUEST, beyond.getMessage());
        problem.setProperty("code", "proof.out-of-range");
        problem.setProperty("field", beyond.field);
        return ResponseEntity.badRequest().body(problem);
    }

    private static ResponseEntity<String> text(String text) {
        return ResponseEntity.ok().cacheControl(CacheControl.noCache()).contentType(TEXT).body(text);
    }

    private static String text(byte[] hash) {
        return Base64.getEncoder().encodeToString(hash);
    }

    private static List<String> texts(List<byte[]> hashes) {
        return hashes.stream().map(ProofsApi::text).toList();
    }
}
