package asterism.query.dashboard;

import asterism.query.dashboard.DashboardQuestion.Round;
import asterism.query.reading.Answer;
import asterism.query.reading.Clocks;
import asterism.query.reading.Replies;
import io.swagger.v3.oas.annotations.Operation;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Rounds in numbers, open to anyone. */
@RestController
@RequestMapping("/api/v1/dashboard/rounds")
class DashboardApi {
    private final DashboardQuestion question;
    private final Replies replies;

    DashboardApi(DashboardQuestion question, Replies replies) {
        this.question = question;
        this.replies = replies;
    }

    @Operation(summary = "How far each round is, and what its quotas gave out, as it was known")
    @GetMapping
    ResponseEntity<Answer<List<Round>>> rounds(
            @RequestParam(required = false) @Nullable Instant knownAt,
            @RequestParam(required = false) @Nullable Long asOfPosition, @RequestParam(required = false) @Nullable Long waitFor) {
        return replies.open(DashboardProjection.NAME, waitFor, () -> question.rounds(new Clocks(null, knownAt, asOfPosition, waitFor)));
    }

    @Operation(summary = "How far a round is, and what its quotas gave out, as it was known")
    @GetMapping("/{round}")
    ResponseEntity<Answer<Round>> round(
            @PathVariable String round, @RequestParam(required = false) @Nullable Instant knownAt,
            @RequestParam(required = false) @Nullable Long asOfPosition, @RequestParam(required = false) @Nullable Long waitFor) {
        return replies.open(DashboardProjection.NAME, waitFor,
                () -> question.round(round, new Clocks(null, knownAt, asOfPosition, waitFor)));
    }
}
