package asterism.query.rating;

import asterism.query.rating.LineageQuestion.Lineage;
import asterism.query.rating.RatingQuestion.Body;
import asterism.query.rating.RatingQuestion.Rating;
import asterism.query.rating.RatingQuestion.Wanted;
import asterism.query.reading.Answer;
import asterism.query.reading.Clocks;
import asterism.query.reading.Page;
import asterism.query.reading.Params;
import asterism.query.reading.Replies;
import io.swagger.v3.oas.annotations.Operation;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Current stars, open to anyone: they are published. */
@RestController
@RequestMapping("/api/v1")
class RatingApi {
    private final RatingQuestion question;
    private final LineageQuestion family;
    private final Replies replies;

    RatingApi(RatingQuestion question, LineageQuestion family, Replies replies) {
        this.question = question;
        this.family = family;
        this.replies = replies;
    }

    @Operation(summary = "The star of each branch on a day, as it is known now")
    @GetMapping("/ratings")
    ResponseEntity<Answer<Page<Rating>>> ratings(
            @RequestParam(required = false) @Nullable String body, @RequestParam(required = false) @Nullable String level,
            @RequestParam(required = false) @Nullable LocalDate on, @RequestParam(required = false) @Nullable String after,
            @RequestParam(defaultValue = "100") int limit, @RequestParam(required = false) @Nullable Long waitFor) {
        Wanted wanted = new Wanted(Params.body("body", body), Params.level("level", level), on, Params.branch("after", after),
                Params.limit(limit));
        return replies.open(RatingProjection.NAME, waitFor, () -> question.ratings(wanted));
    }

    @Operation(summary = "The star a branch holds today")
    @GetMapping("/branches/{branch}/rating")
    ResponseEntity<Answer<Rating>> rating(@PathVariable String branch, @RequestParam(required = false) @Nullable Long waitFor) {
        return replies.open(RatingProjection.NAME, waitFor, () -> question.rating(branch));
    }

    @Operation(summary = "Which branches a branch came out of, and what became of it, as it was known")
    @GetMapping("/branches/{branch}/lineage")
    ResponseEntity<Answer<Lineage>> lineage(
            @PathVariable String branch, @RequestParam(required = false) @Nullable Instant knownAt,
            @RequestParam(required = false) @Nullable Long asOfPosition, @RequestParam(required = false) @Nullable Long waitFor) {
        return replies.open(RatingProjection.NAME, waitFor,
                () -> family.lineage(branch, new Clocks(null, knownAt, asOfPosition, waitFor)));
    }

    @Operation(summary = "All bodies")
    @GetMapping("/bodies")
    ResponseEntity<Answer<List<Body>>> bodies(@RequestParam(required = false) @Nullable Long waitFor) {
        return replies.open(RatingProjection.NAME, waitFor, question::bodies);
    }
}
