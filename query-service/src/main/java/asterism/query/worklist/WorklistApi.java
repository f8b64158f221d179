package asterism.query.worklist;

import asterism.query.reading.Answer;
import asterism.query.reading.Replies;
import asterism.query.worklist.WorklistQuestion.Item;
import io.swagger.v3.oas.annotations.Operation;
import java.security.Principal;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** The worklist of whoever asks. */
@RestController
class WorklistApi {
    private final WorklistQuestion question;
    private final Replies replies;

    WorklistApi(WorklistQuestion question, Replies replies) {
        this.question = question;
        this.replies = replies;
    }

    @Operation(summary = "What waits for whoever asks, and why for them")
    @GetMapping("/api/v1/worklist")
    ResponseEntity<Answer<List<Item>>> worklist(Principal person, @RequestParam(required = false) @Nullable Long waitFor) {
        return replies.personal(WorklistProjection.NAME, waitFor, () -> question.of(person.getName()));
    }
}
