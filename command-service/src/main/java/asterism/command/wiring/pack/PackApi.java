package asterism.command.wiring.pack;

import asterism.command.wiring.clock.HouseClock;
import asterism.command.wiring.evidence.EvidenceFiles;
import asterism.command.wiring.journal.Journal;
import asterism.command.wiring.keys.Documents;
import asterism.command.wiring.proving.Checkpoints;
import asterism.command.wiring.proving.Cosignatures;
import io.swagger.v3.oas.annotations.Hidden;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import java.util.concurrent.Semaphore;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Packs for auditors and administrators, one at a time: a pack reads the journal up to four times. */
@RestController
@Hidden // a zip, described by what is in it
class PackApi {
    private final Journal journal;
    private final Checkpoints checkpoints;
    private final Cosignatures cosignatures;
    private final Documents documents;
    private final EvidenceFiles files;
    private final HouseClock clock;
    final Semaphore place = new Semaphore(1);

    PackApi(Journal journal, Checkpoints checkpoints, Cosignatures cosignatures, Documents documents, EvidenceFiles files,
            HouseClock clock) {
        this.journal = journal;
        this.checkpoints = checkpoints;
        this.cosignatures = cosignatures;
        this.documents = documents;
        this.files = files;
        this.clock = clock;
    }

    /** What keeps a pack from being made. */
    static final class Not extends RuntimeException {
        private final HttpStatus status;
        private final String code;

        Not(HttpStatus status, String code, String sentence) {
            super(sentence);
            this.status = status;
            this.code = code;
        }
    }

    /**
     * @param scope     {@code whole}, {@code branch:…}, {@code round:…} or {@code body:…}
     * @param withFiles whether evidence files are put in, and not their hashes alone
     */
    @GetMapping("/api/v1/pack")
    void pack(@RequestParam(defaultValue = "whole") String scope, @RequestParam(defaultValue = "false") boolean withFiles,
              HttpServletResponse response) throws IOException {
        Scope wanted = Scope.of(scope).orElseThrow(() -> new Not(HttpStatus.BAD_REQUEST, "pack.scope-malformed",
                "a scope is whole, branch:ID, round:ID or body:ID"));
        if (!place.tryAcquire()) {
            throw new Not(HttpStatus.SERVICE_UNAVAILABLE, "pack.busy", "another pack is being made; ask again in a while");
        }
        Path folder = Files.createTempDirectory("asterism-pack");
        Path file = folder.resolve("pack.zip");
        try {
            Pack.Source source = new HouseSource(journal, checkpoints, cosignatures, documents::find, files::copy, clock.zone());
            long facts = Pack.write(file, source, wanted, withFiles);
            if (facts == 0) {
                throw new Not(HttpStatus.NOT_FOUND, "pack.nothing-in-scope", "nothing is known of that branch, round or body");
            }
            response.setContentType("application/zip");
            response.setHeader("Content-Disposition", "attachment; filename=\"" + scope.replace(':', '-') + ".zip\"");
            response.setContentLengthLong(Files.size(file));
            Files.copy(file, response.getOutputStream());
        } finally {
            place.release();
            Files.deleteIfExists(file);
            Files.deleteIfExists(Objects.requireNonNull(folder));
        }
    }

    @ExceptionHandler
    ResponseEntity<ProblemDetail> not(Not not) {
        ProblemDetail problem = ProblemDetail.forStatusAndDetail(not.status, not.getMessage());
        problem.setProperty("code", not.code);
        if (not.status == HttpStatus.BAD_REQUEST) {
            problem.setProperty("field", "scope");
        }
        ResponseEntity.BodyBuilder answer = ResponseEntity.status(not.status);
        return (not.status == HttpStatus.SERVICE_UNAVAILABLE ? answer.header(HttpHeaders.RETRY_AFTER, "30") : answer).body(problem);
    }
}
