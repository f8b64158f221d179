package asterism.query.web;

import asterism.events.ApplicationEvent.StarAwarded;
import asterism.events.EventJson;
import asterism.events.EventTypes;
import asterism.events.Keys;
import asterism.journal.JournalLine;
import asterism.journal.Recorded;
import asterism.query.facts.JournalFacts;
import asterism.query.reading.Answer;
import asterism.query.reading.Refused;
import io.swagger.v3.oas.annotations.Operation;
import java.io.IOException;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/** Certificates that can be checked alone: {@code java Verify.java certificate.json}. */
@RestController
class CertificateApi {
    private final JournalFacts facts;
    private final Logbook logbook;

    CertificateApi(JournalFacts facts, Logbook logbook) {
        this.facts = facts;
        this.logbook = logbook;
    }

    /**
     * An award and what proves it.
     *
     * @param level      the star
     * @param from       its first day
     * @param fact       the recorded fact, each field as its leaf is computed from
     * @param size       facts that the checkpoint counts
     * @param root       of the tree over them, base64
     * @param path       from the fact to the root: siblings, lowest first, base64
     * @param checkpoint the signed note
     * @param key        that signed it; compare it with one had by another way
     * @param keys       how the keys before named the next, a line of JSON each
     */
    record Certificate(String application, String decision, String level, LocalDate from, Map<String, Object> fact, long size,
                       String root, List<String> path, String checkpoint, String key, String keys) {
    }

    @Operation(summary = "The certificate of a star, with the proof that its award was recorded")
    @GetMapping("/api/v1/certificates/{application}")
    ResponseEntity<Certificate> certificate(@PathVariable String application) throws IOException {
        Answer<Optional<Recorded>> award = facts.recorded("application/" + application, EventTypes.nameOf(StarAwarded.class));
        Recorded fact = award.answer().orElseThrow(() ->
                Refused.unknown("certificate.unknown", "No star was awarded in this application."));
        Map<String, Object> line = JournalLine.fields(fact);
        return logbook.checkpoint().flatMap(checkpoint -> logbook.keys().flatMap(keys -> logbook.inclusion(fact.position(),
                checkpoint.size()).map(proof -> ResponseEntity.ok(certificate(fact, line, checkpoint, keys, proof)))))
                .orElseGet(() -> ResponseEntity.status(503).header("Retry-After", "5").build());
    }

    private static Certificate certificate(Recorded fact, Map<String, Object> line, Logbook.Checkpoint checkpoint, Logbook.Keys keys,
            Logbook.Inclusion proof) {
        StarAwarded award = (StarAwarded) EventJson.read(fact.type(), fact.payload(), Keys.NONE);
        return new Certificate(award.application().toString(), award.decision().value(), award.level().code(), award.from(), line,
                proof.size(), checkpoint.root(), proof.path(), checkpoint.text(), keys.key(), keys.changes());
    }
}
