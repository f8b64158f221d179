package asterism.query.history;

import asterism.query.history.FlowQuestion.Flow;
import asterism.query.reading.Answer;
import asterism.query.reading.Clocks;
import asterism.query.reading.Replies;
import io.swagger.v3.oas.annotations.Operation;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Movements between stars, open to anyone. */
@RestController
@RequestMapping("/api/v1/dashboard/flow")
class FlowApi {
    private final FlowQuestion question;
    private final Replies replies;

    FlowApi(FlowQuestion question, Replies replies) {
        this.question = question;
        this.replies = replies;
    }

    @Operation(summary = "How many branches moved from which star to which between two days, as it was known")
    @GetMapping
    ResponseEntity<Answer<List<Flow>>> days(
            @RequestParam LocalDate from, @RequestParam LocalDate to, @RequestParam(required = false) @Nullable Instant knownAt,
            @RequestParam(required = false) @Nullable Long asOfPosition, @RequestParam(required = false) @Nullable Long waitFor) {
        return replies.open(HistoryProjection.NAME, waitFor,
                () -> question.between(from, to, new Clocks(null, knownAt, asOfPosition, waitFor)));
    }

    @Operation(summary = "How many branches moved from which star to which between the awards of two rounds, as it was known")
    @GetMapping("/rounds")
    ResponseEntity<Answer<List<Flow>>> rounds(
            @RequestParam String from, @RequestParam String to, @RequestParam(required = false) @Nullable Instant knownAt,
            @RequestParam(required = false) @Nullable Long asOfPosition, @RequestParam(required = false) @Nullable Long waitFor) {
        return replies.open(HistoryProjection.NAME, waitFor,
                () -> question.betweenRounds(from, to, new Clocks(null, knownAt, asOfPosition, waitFor)));
    }
}
