package asterism.query.web;

import asterism.events.ApplicationEvent.AssessorsAssigned;
import asterism.events.BranchId;
import asterism.query.applications.Dossier;
import asterism.query.course.Stage;
import asterism.query.schemes.Rubric;
import asterism.query.schemes.Rubric.Giver;
import asterism.query.web.Me.Person;
import java.util.List;
import java.util.stream.Stream;

/** Which steps of a case somebody can take now; the first is the next one. What is biased or too late, the decision itself refuses. */
final class Journey {
    private Journey() {
    }

    static List<String> open(Stage stage, Dossier dossier, Rubric rubric, Person me, BranchId branch) {
        Stream<String> held = dossier.isHeld() ? Stream.of("ResumeApplication", "ReaddressApplication")
                : stage.isOpen() ? Stream.concat(steps(stage), Stream.of("PutOnHold")) : Stream.of();
        return held.filter(command -> me.may(command, branch) && fits(command, dossier, rubric, me)).toList();
    }

    private static Stream<String> steps(Stage stage) {
        return switch (stage) {
            case DRAFT, RETURNED -> Stream.of("RecordSelfAssessment", "SubmitApplication", "ShareDraft", "WithdrawApplication");
            case SUBMITTED -> Stream.of("AcceptApplication", "DeclineApplication", "WithdrawApplication");
            case DESK_REVIEW -> Stream.of("CompleteDeskReview", "ReturnForCompletion", "MigrateCase", "WithdrawApplication");
            case SITE_VISIT -> Stream.of("AssignAssessors", "CompleteSiteVisit", "JudgePart", "CloseSurvey", "OpenSurvey", "CountBallots",
                    "ReviseEvidence", "MigrateCase");
            case SCORING -> Stream.of("SubmitScores", "StandByScores", "JudgePart", "CloseSurvey", "OpenSurvey", "CountBallots",
                    "ReviseEvidence", "AssignAssessors");
            case MODERATION -> Stream.of("ConfirmScore", "ModerateScore", "ReplyToFindings");
            case DECISION -> Stream.of("Decide", "ReplyToFindings");
            case DECIDED -> Stream.of("PostNotice", "ReplyToFindings");
            case PUBLIC_NOTICE -> Stream.of("RaiseObjection", "ReplyToFindings");
            case CONFIRMED -> Stream.of("Award", "ReplyToFindings");
            case RANKED -> Stream.of("ReplyToFindings");
            case AWARDED, NOT_GRANTED -> Stream.of("ReplyToFindings", "RateReview");
            case DECLINED, LAPSED, WITHDRAWN, ENDED_WITH_BRANCH, READDRESSED -> Stream.of();
        };
    }

    private static boolean fits(String command, Dossier dossier, Rubric rubric, Person me) {
        AssessorsAssigned panel = dossier.panel();
        return switch (command) {
            case "CompleteSiteVisit" -> panel != null && me.is(panel.lead().value());
            case "SubmitScores" -> panel != null && panel.assessors().stream().anyMatch(person -> me.is(person.value()))
                    && dossier.scored().stream().noneMatch(me::is);
            case "StandByScores" -> dossier.scored().stream().anyMatch(me::is);
            case "JudgePart" -> !dossier.parts().isEmpty();
            case "CountBallots" -> dossier.surveyIsOpen();
            case "OpenSurvey" -> dossier.survey() == null && !dossier.surveyIsOpen() && !rubric.askedOf(Giver.SURVEY).isEmpty();
            case "CloseSurvey" -> dossier.survey() == null && !rubric.askedOf(Giver.SURVEY).isEmpty();
            case String _ -> true;
        };
    }
}
