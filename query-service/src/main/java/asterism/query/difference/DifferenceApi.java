package asterism.query.difference;

import asterism.query.difference.DifferenceQuestion.Between;
import asterism.query.difference.DifferenceQuestion.Why;
import asterism.query.facts.JournalFacts;
import asterism.query.reading.Answer;
import asterism.query.reading.Replies;
import io.swagger.v3.oas.annotations.Operation;
import org.springdoc.core.annotations.ParameterObject;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/** The parts of a change, open to anyone: they name no person. */
@RestController
class DifferenceApi {
    private final DifferenceQuestion question;
    private final Replies replies;

    DifferenceApi(DifferenceQuestion question, Replies replies) {
        this.question = question;
        this.replies = replies;
    }

    @Operation(summary = "Why a star changed between two days, or between what was known at two positions: parts that add up exactly")
    @GetMapping("/api/v1/branches/{branch}/why-changed")
    ResponseEntity<Answer<Why>> why(@PathVariable String branch, @ParameterObject @ModelAttribute Between between) {
        return replies.open(JournalFacts.PROJECTION, between.waitFor(), () -> question.why(branch, between));
    }
}
