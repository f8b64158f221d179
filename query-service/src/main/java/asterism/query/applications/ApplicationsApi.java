package asterism.query.applications;

import asterism.query.applications.ApplicationsQuestion.Course;
import asterism.query.applications.ApplicationsQuestion.Line;
import asterism.query.reading.Answer;
import asterism.query.reading.Page;
import asterism.query.reading.Params;
import asterism.query.reading.Replies;
import io.swagger.v3.oas.annotations.Operation;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** The course of a case, for people who are signed in: it names those who judged. */
@RestController
@RequestMapping("/api/v1")
class ApplicationsApi {
    private final ApplicationsQuestion question;
    private final Replies replies;

    ApplicationsApi(ApplicationsQuestion question, Replies replies) {
        this.question = question;
        this.replies = replies;
    }

    @Operation(summary = "Where an application stands, and every fact about it")
    @GetMapping("/applications/{application}")
    ResponseEntity<Answer<Course>> course(@PathVariable String application, @RequestParam(required = false) @Nullable Long waitFor) {
        return replies.personal(ApplicationsProjection.NAME, waitFor, () -> question.course(application));
    }

    @Operation(summary = "Every fact about a branch, the newest first")
    @GetMapping("/branches/{branch}/timeline")
    ResponseEntity<Answer<Page<Line>>> timeline(
            @PathVariable String branch, @RequestParam(required = false) @Nullable Long before,
            @RequestParam(defaultValue = "100") int limit, @RequestParam(required = false) @Nullable Long waitFor) {
        return replies.personal(ApplicationsProjection.NAME, waitFor, () -> question.timeline(branch, before, Params.limit(limit)));
    }
}
