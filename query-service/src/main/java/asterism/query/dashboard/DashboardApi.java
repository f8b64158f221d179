package asterism.query.dashboard;

import asterism.query.dashboard.DashboardQuestion.Round;
import asterism.query.dashboard.DashboardQuestion.Share;
import asterism.query.reading.Answer;
import asterism.query.reading.Replies;
import io.swagger.v3.oas.annotations.Operation;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Stars and rounds in numbers, open to anyone. */
@RestController
@RequestMapping("/api/v1/dashboard")
class DashboardApi {
    private final DashboardQuestion question;
    private final Replies replies;

    DashboardApi(DashboardQuestion question, Replies replies) {
        this.question = question;
        this.replies = replies;
    }

    @Operation(summary = "How many branches of each body hold which star")
    @GetMapping("/distribution")
    ResponseEntity<Answer<List<Share>>> distribution(
            @RequestParam(required = false) @Nullable LocalDate on, @RequestParam(required = false) @Nullable Long waitFor) {
        return replies.open(DashboardProjection.NAME, waitFor, () -> question.distribution(on));
    }

    @Operation(summary = "How far each round is, and what its quotas gave out")
    @GetMapping("/rounds")
    ResponseEntity<Answer<List<Round>>> rounds(@RequestParam(required = false) @Nullable Long waitFor) {
        return replies.open(DashboardProjection.NAME, waitFor, question::rounds);
    }

    @Operation(summary = "How far a round is, and what its quotas gave out")
    @GetMapping("/rounds/{round}")
    ResponseEntity<Answer<Round>> round(@PathVariable String round, @RequestParam(required = false) @Nullable Long waitFor) {
        return replies.open(DashboardProjection.NAME, waitFor, () -> question.round(round));
    }
}
