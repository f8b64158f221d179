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
        List<Item> open = at.held() != null ? List.of(at.forPost(at.held(), null)) : open(at, applicationsUntil);
        return at.superior() == null || open.isEmpty() ? open : Stream.concat(open.stream(),
                Stream.of(Item.superior(at.subject(), at.branch(), at.superior(), at.dueOn(), at.since()))).toList();
    }

    private static List<Item> open(Case at, @Nullable LocalDate applicationsUntil) {
        return switch (at.stage()) {
            case DRAFT -> List.of(at.forPost("SubmitApplication", earlier(applicationsUntil, at.dueOn())));
            case SUBMITTED -> List.of(at.forPost("AcceptApplication", at.dueOn()));
            case RETURNED -> List.of(at.forPost("SubmitApplication", at.dueOn()));
            case DESK_REVIEW -> List.of(at.forPost("CompleteDeskReview", at.dueOn()));
            case SITE_VISIT -> Stream.concat(Stream.of(at.lead() == null ? at.forPost("AssignAssessors", at.dueOn())
                    : at.forPerson("CompleteSiteVisit", at.lead(), at.dueOn())), parts(at)).toList();
            case SCORING -> scoring(at);
            case MODERATION -> List.of(at.forPost("ConfirmScore", at.dueOn()));
            case DECISION -> List.of(at.forPost("Decide", at.dueOn()));
            case DECIDED -> List.of(at.forPost("PostNotice", at.dueOn()));
            case PUBLIC_NOTICE -> at.objections() > 0 ? List.of(at.forPost("DismissObjection", at.dueOn())) : List.of();
            case CONFIRMED -> List.of(at.forPost("Award", at.dueOn()));
            case RANKED, AWARDED, DECLINED, LAPSED, WITHDRAWN, ENDED_WITH_BRANCH, READDRESSED, NOT_GRANTED -> List.of();
        };
    }

    private static @Nullable LocalDate earlier(@Nullable LocalDate one, @Nullable LocalDate other) {
        return one == null || (other != null && other.isBefore(one)) ? other : one;
    }

    /** Scores and parts come in one by one; where all are in and nothing is worked out yet, the survey is still open. */
    private static List<Item> scoring(Case at) {
        Stream<Item> scores = at.lead() == null ? Stream.of(at.forPost("AssignAssessors", at.dueOn()))
                : WorklistProjection.some(at.waiting()).map(person -> at.forPerson("SubmitScores", person, at.dueOn()));
        List<Item> missing = Stream.concat(scores, parts(at)).toList();
        return missing.isEmpty() ? List.of(at.forPost(at.survey(), at.dueOn())) : missing;
    }

    private static Stream<Item> parts(Case at) {
        return WorklistProjection.some(at.missing()).map(part -> at.forPart(part, at.dueOn()));
    }
}
