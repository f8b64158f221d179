package asterism.query.orientation;

import asterism.query.facts.JournalFacts;
import asterism.query.orientation.OrientationQuestion.Report;
import asterism.query.reading.Answer;
import asterism.query.reading.Clocks;
import asterism.query.reading.Replies;
import io.swagger.v3.oas.annotations.Operation;
import org.springdoc.core.annotations.ParameterObject;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/** The orientation report, open to anyone: sums over all cases of a round. */
@RestController
class OrientationApi {
    private final OrientationQuestion question;
    private final Replies replies;

    OrientationApi(OrientationQuestion question, Replies replies) {
        this.question = question;
        this.replies = replies;
    }

    @Operation(summary = "Which groups of indicators the points of a round come from, beside the round before")
    @GetMapping("/api/v1/dashboard/rounds/{round}/orientation")
    ResponseEntity<Answer<Report>> orientation(@PathVariable String round, @ParameterObject @ModelAttribute Clocks clocks) {
        return replies.open(JournalFacts.PROJECTION, clocks.waitFor(), () -> question.of(round, clocks));
    }
}
