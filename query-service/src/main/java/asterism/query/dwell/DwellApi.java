package asterism.query.dwell;

import asterism.query.dwell.DwellQuestion.Dwell;
import asterism.query.dwell.DwellQuestion.Overdue;
import asterism.query.reading.Answer;
import asterism.query.reading.Clocks;
import asterism.query.reading.Replies;
import io.swagger.v3.oas.annotations.Operation;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springdoc.core.annotations.ParameterObject;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Times of the procedure, open to anyone: numbers, posts and bodies, no person. */
@RestController
@RequestMapping("/api/v1/dashboard")
class DwellApi {
    private final DwellQuestion question;
    private final Replies replies;

    DwellApi(DwellQuestion question, Replies replies) {
        this.question = question;
        this.replies = replies;
    }

    @Operation(summary = "How many days cases stay in each stage, half of them and nine in ten of them, and how many are late, "
            + "on two clocks")
    @GetMapping("/dwell")
    ResponseEntity<Answer<List<Dwell>>> dwell(
            @RequestParam(required = false) @Nullable String round, @ParameterObject @ModelAttribute Clocks clocks) {
        return replies.open(DwellProjection.NAME, clocks.waitFor(), () -> question.dwell(round, clocks));
    }

    @Operation(summary = "Cases whose last day in a stage is over, by the posts and the body that are to act, on two clocks")
    @GetMapping("/overdue")
    ResponseEntity<Answer<List<Overdue>>> overdue(@ParameterObject @ModelAttribute Clocks clocks) {
        return replies.open(DwellProjection.NAME, clocks.waitFor(), () -> question.overdue(clocks));
    }
}
