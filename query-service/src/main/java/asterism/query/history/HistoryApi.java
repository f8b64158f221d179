package asterism.query.history;

import asterism.query.history.HistoryQuestion.History;
import asterism.query.history.HistoryQuestion.When;
import asterism.query.reading.Answer;
import asterism.query.reading.Replies;
import io.swagger.v3.oas.annotations.Operation;
import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** The history of a star on two clocks, open to anyone. */
@RestController
class HistoryApi {
    private final HistoryQuestion question;
    private final Replies replies;

    HistoryApi(HistoryQuestion question, Replies replies) {
        this.question = question;
        this.replies = replies;
    }

    @Operation(summary = "The stars of a branch over time, as it was known")
    @GetMapping("/api/v1/branches/{branch}/history")
    ResponseEntity<Answer<History>> history(
            @PathVariable String branch, @RequestParam(required = false) @Nullable LocalDate validAt,
            @RequestParam(required = false) @Nullable Instant knownAt, @RequestParam(required = false) @Nullable Long asOfPosition,
            @RequestParam(required = false) @Nullable Long waitFor) {
        return replies.open(HistoryProjection.NAME, waitFor, () -> question.history(branch, new When(validAt, knownAt, asOfPosition)));
    }
}
