package asterism.query.facts;

import asterism.query.facts.JournalFacts.Full;
import asterism.query.listing.Wish;
import asterism.query.reading.Answer;
import asterism.query.reading.Page;
import asterism.query.reading.Params;
import asterism.query.reading.Replies;
import io.swagger.v3.oas.annotations.Operation;
import java.util.Objects;
import org.springdoc.core.annotations.ParameterObject;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.RestController;

/** The facts in full, for people who are signed in. */
@RestController
class FactsApi {
    private final JournalFacts question;
    private final Replies replies;

    FactsApi(JournalFacts question, Replies replies) {
        this.question = question;
        this.replies = replies;
    }

    @Operation(summary = "Facts as they were written, envelope and payload, the newest first; narrowed as the list facts is")
    @GetMapping("/api/v1/facts")
    ResponseEntity<Answer<Page<Full>>> facts(@ParameterObject @ModelAttribute Wish wish) {
        Wish bounded = wish.limitedTo(Params.limit(Objects.requireNonNullElse(wish.limit(), 100)));
        return replies.personal(FactsProjection.NAME, wish.waitFor(), () -> question.full(bounded));
    }
}
