package asterism.query.notices;

import asterism.query.notices.NoticesQuestion.Notice;
import asterism.query.reading.Answer;
import asterism.query.reading.Replies;
import io.swagger.v3.oas.annotations.Operation;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Running notices, open to anyone: that is what they are for. */
@RestController
class NoticesApi {
    private final NoticesQuestion question;
    private final Replies replies;

    NoticesApi(NoticesQuestion question, Replies replies) {
        this.question = question;
        this.replies = replies;
    }

    @Operation(summary = "The notices that run now")
    @GetMapping("/api/v1/notices")
    ResponseEntity<Answer<List<Notice>>> running(@RequestParam(required = false) @Nullable Long waitFor) {
        return replies.open(NoticesProjection.NAME, waitFor, question::running);
    }
}
