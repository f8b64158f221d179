package asterism.query.worklist;

import asterism.query.course.Stage;
import asterism.query.worklist.WorklistProjection.Case;
import asterism.query.worklist.WorklistProjection.Item;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The steps that are open in a case, named by the command that takes them. */
final class Steps {
    private Steps() {
    }

    static List<Item> of(Case at, @Nullable LocalDate applicationsUntil) {
        return switch (at.stage()) {
            case DRAFT -> List.of(at.forPost("SubmitApplication", applicationsUntil));
            case SUBMITTED -> List.of(at.forPost("AcceptApplication", null));
            case RETURNED -> List.of(at.forPost("SubmitApplication", at.dueOn()));
            case DESK_REVIEW -> List.of(at.forPost("CompleteDeskReview", null));
            case SITE_VISIT -> List.of(at.lead() == null ? at.forPost("AssignAssessors", null)
                    : at.forPerson("CompleteSiteVisit", at.lead(), null));
            case SCORING -> scoring(at);
            case MODERATION -> List.of(at.forPost("ConfirmScore", null));
            case DECISION -> List.of(at.forPost("Decide", null));
            case DECIDED -> List.of(at.forPost("PostNotice", null));
            case PUBLIC_NOTICE -> at.objections() > 0 ? List.of(at.forPost("DismissObjection", at.dueOn())) : List.of();
            case CONFIRMED -> List.of(at.forPost("Award", null));
            case RANKED, AWARDED, DECLINED, WITHDRAWN, NOT_GRANTED -> List.of();
        };
    }

    /** Scores come in one by one; where all are in and nothing is worked out yet, the survey is still open. */
    private static List<Item> scoring(Case at) {
        List<Item> scores = Stream.of(at.waiting().split(" ")).filter(person -> !person.isEmpty())
                .map(person -> at.forPerson("SubmitScores", person, null)).toList();
        return scores.isEmpty() && at.stage() == Stage.SCORING ? List.of(at.forPost("CloseSurvey", null)) : scores;
    }
}
