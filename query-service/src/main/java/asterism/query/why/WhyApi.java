package asterism.query.why;

import asterism.query.facts.JournalFacts;
import asterism.query.reading.Answer;
import asterism.query.reading.Clocks;
import asterism.query.reading.Replies;
import asterism.query.why.WhyQuestion.Reasons;
import io.swagger.v3.oas.annotations.Operation;
import java.security.Principal;
import org.jspecify.annotations.Nullable;
import org.springdoc.core.annotations.ParameterObject;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/** The reasons of a star, open to anyone; those who judged are named to those who may know them. */
@RestController
class WhyApi {
    private final WhyQuestion question;
    private final Replies replies;

    WhyApi(WhyQuestion question, Replies replies) {
        this.question = question;
        this.replies = replies;
    }

    @Operation(summary = "Why a branch holds its star: a tree down to each score, clause, evidence file and fact, on two clocks")
    @GetMapping("/api/v1/branches/{branch}/why")
    ResponseEntity<Answer<Reasons>> why(
            @PathVariable String branch, @ParameterObject @ModelAttribute Clocks clocks, @Nullable Principal person) {
        return person == null
                ? replies.open(JournalFacts.PROJECTION, clocks.waitFor(), () -> question.why(branch, clocks, null))
                : replies.personal(JournalFacts.PROJECTION, clocks.waitFor(), () -> question.why(branch, clocks, person));
    }
}
