package asterism.command.wiring.evidence;

import asterism.command.wiring.clock.HouseClock;
import asterism.command.wiring.deciding.WhoIsWho;
import asterism.command.wiring.evidence.EvidenceFiles.Kept;
import asterism.command.wiring.http.Permits;
import asterism.command.wiring.http.Trouble;
import asterism.events.BranchId;
import asterism.policy.Policy;
import io.swagger.v3.oas.annotations.Operation;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Optional;
import java.util.regex.Pattern;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.Authentication;
import org.springframework.util.unit.DataSize;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Evidence over HTTP: a file comes in as the body of the request, and is named by its content from then on. */
@RestController
@RequestMapping("/api/v1/branches/{branch}/files")
class EvidenceApi {
    private static final Pattern HASH = Pattern.compile("[0-9a-f]{64}");

    private final EvidenceFiles files;
    private final WhoIsWho people;
    private final HouseClock clock;
    private final Permits permits;
    private final DataSize largest;

    EvidenceApi(EvidenceFiles files, WhoIsWho people, HouseClock clock, Permits permits,
                @Value("${asterism.evidence.largest}") DataSize largest) {
        this.files = files;
        this.permits = permits;
        this.people = people;
        this.clock = clock;
        this.largest = largest;
    }

    @PostMapping
    @Operation(operationId = "KeepEvidence", summary = "Hand in a file about a branch; the same file again changes nothing")
    ResponseEntity<Kept> keep(@PathVariable String branch, HttpServletRequest request, Authentication who) throws IOException {
        BranchId about = permitted("KeepEvidence", branch, who);
        if (request.getContentLengthLong() > largest.toBytes()) {
            throw new Trouble(HttpStatus.CONTENT_TOO_LARGE, "evidence.too-large", null,
                    "a file has at most " + largest.toBytes() + " bytes");
        }
        try (Received file = Received.from(request.getInputStream(), largest.toBytes())) {
            String type = Sniffing.typeOf(file.path());
            boolean isNew = files.keep(about, file, type, "person/" + who.getName(), clock.instant());
            return ResponseEntity.status(isNew ? HttpStatus.CREATED : HttpStatus.OK).body(new Kept(file.sha256(), file.size(), type));
        }
    }

    @GetMapping("/{sha256}")
    @Operation(operationId = "ReadEvidence", summary = "A file about a branch, to be saved and not to be run")
    void read(@PathVariable String branch, @PathVariable String sha256, HttpServletRequest request, HttpServletResponse response,
              Authentication who) throws IOException {
        BranchId about = permitted("ReadEvidence", branch, who);
        Kept kept = found(about, sha256);
        String tag = "\"" + kept.sha256() + "\"";
        response.setHeader(HttpHeaders.ETAG, tag);
        response.setHeader(HttpHeaders.CACHE_CONTROL, "private, no-cache");
        if (tag.equals(request.getHeader(HttpHeaders.IF_NONE_MATCH))) {
            response.setStatus(HttpStatus.NOT_MODIFIED.value());
            return;
        }
        response.setContentType(kept.mediaType());
        response.setContentLengthLong(kept.size());
        response.setHeader("Content-Security-Policy", "sandbox; default-src 'none'");
        response.setHeader("X-Content-Type-Options", "nosniff");
        response.setHeader(HttpHeaders.CONTENT_DISPOSITION, ContentDisposition.attachment()
                .filename(kept.sha256().substring(0, 12) + "." + Sniffing.ending(kept.mediaType())).build().toString());
        files.copy(kept.sha256(), response.getOutputStream());
    }

    private Kept found(BranchId about, String sha256) {
        return Optional.of(sha256).filter(HASH.asMatchPredicate()).flatMap(hash -> files.find(about, hash))
                .orElseThrow(EvidenceApi::unknown);
    }

    private static Trouble unknown() {
        return new Trouble(HttpStatus.NOT_FOUND, "evidence.unknown", null, "no such file about this branch is kept");
    }

    private BranchId permitted(String what, String branch, Authentication who) {
        BranchId about = new BranchId(branch);
        permits.demand(what, new Policy.Subject(about, null), who);
        if (people.directory().branch(about).isEmpty()) {
            throw new Trouble(HttpStatus.NOT_FOUND, "branch.unknown", null, "there is no such branch");
        }
        return about;
    }
}
