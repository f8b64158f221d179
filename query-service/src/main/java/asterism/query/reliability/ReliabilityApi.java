package asterism.query.reliability;

import asterism.query.facts.JournalFacts;
import asterism.query.reading.Answer;
import asterism.query.reading.Clocks;
import asterism.query.reading.Replies;
import asterism.query.reliability.ReliabilityQuestion.Reliability;
import io.swagger.v3.oas.annotations.Operation;
import java.security.Principal;
import org.springdoc.core.annotations.ParameterObject;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/** The reliability of a round's scores, for people who are signed in; assessors are named only to those who watch over them,
 * and each sees how far apart from their panels they themselves stand. */
@RestController
class ReliabilityApi {
    private final ReliabilityQuestion question;
    private final Replies replies;

    ReliabilityApi(ReliabilityQuestion question, Replies replies) {
        this.question = question;
        this.replies = replies;
    }

    @Operation(summary = "How far the scores of a round can be relied on: agreement, leniency, and stars that hang on one assessor")
    @GetMapping("/api/v1/rounds/{round}/reliability")
    ResponseEntity<Answer<Reliability>> reliability(
            @PathVariable String round, @ParameterObject @ModelAttribute Clocks clocks, Principal person) {
        return replies.personal(JournalFacts.PROJECTION, clocks.waitFor(), () -> question.of(round, clocks, person));
    }
}
