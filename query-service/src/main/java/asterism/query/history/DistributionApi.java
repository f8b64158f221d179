package asterism.query.history;

import asterism.query.history.DistributionQuestion.Share;
import asterism.query.reading.Answer;
import asterism.query.reading.Clocks;
import asterism.query.reading.Replies;
import io.swagger.v3.oas.annotations.Operation;
import java.util.List;
import org.springdoc.core.annotations.ParameterObject;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.RestController;

/** How the stars are spread, open to anyone. */
@RestController
class DistributionApi {
    private final DistributionQuestion question;
    private final Replies replies;

    DistributionApi(DistributionQuestion question, Replies replies) {
        this.question = question;
        this.replies = replies;
    }

    @Operation(summary = "How many branches of each body hold which star, on two clocks")
    @GetMapping("/api/v1/dashboard/distribution")
    ResponseEntity<Answer<List<Share>>> distribution(@ParameterObject @ModelAttribute Clocks clocks) {
        return replies.open(HistoryProjection.NAME, clocks.waitFor(), () -> question.distribution(clocks));
    }
}
