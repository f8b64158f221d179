package asterism.command.application;

import asterism.command.application.ApplicationCommand.AcceptApplication;
import asterism.command.application.ApplicationCommand.AnswerObjection;
import asterism.command.application.ApplicationCommand.AssignAssessors;
import asterism.command.application.ApplicationCommand.Award;
import asterism.command.application.ApplicationCommand.CastBallot;
import asterism.command.application.ApplicationCommand.CloseNotice;
import asterism.command.application.ApplicationCommand.CloseSurvey;
import asterism.command.application.ApplicationCommand.CommentOnDraft;
import asterism.command.application.ApplicationCommand.CompleteDeskReview;
import asterism.command.application.ApplicationCommand.CompleteSiteVisit;
import asterism.command.application.ApplicationCommand.ConfirmScore;
import asterism.command.application.ApplicationCommand.CountBallots;
import asterism.command.application.ApplicationCommand.Decide;
import asterism.command.application.ApplicationCommand.DeclineApplication;
import asterism.command.application.ApplicationCommand.DismissObjection;
import asterism.command.application.ApplicationCommand.EndApplication;
import asterism.command.application.ApplicationCommand.EraseStatement;
import asterism.command.application.ApplicationCommand.JudgePart;
import asterism.command.application.ApplicationCommand.MigrateCase;
import asterism.command.application.ApplicationCommand.ModerateScore;
import asterism.command.application.ApplicationCommand.OpenSurvey;
import asterism.command.application.ApplicationCommand.PlaceInRound;
import asterism.command.application.ApplicationCommand.PostNotice;
import asterism.command.application.ApplicationCommand.PutOnHold;
import asterism.command.application.ApplicationCommand.RaiseObjection;
import asterism.command.application.ApplicationCommand.RateReview;
import asterism.command.application.ApplicationCommand.ReaddressApplication;
import asterism.command.application.ApplicationCommand.RecordOverdue;
import asterism.command.application.ApplicationCommand.RecordSelfAssessment;
import asterism.command.application.ApplicationCommand.RecountDays;
import asterism.command.application.ApplicationCommand.RemindOwner;
import asterism.command.application.ApplicationCommand.ReopenDecision;
import asterism.command.application.ApplicationCommand.ReplyToFindings;
import asterism.command.application.ApplicationCommand.ResumeApplication;
import asterism.command.application.ApplicationCommand.ReturnForCompletion;
import asterism.command.application.ApplicationCommand.ReviseEvidence;
import asterism.command.application.ApplicationCommand.ShareDraft;
import asterism.command.application.ApplicationCommand.StandByScores;
import asterism.command.application.ApplicationCommand.StartApplication;
import asterism.command.application.ApplicationCommand.SubmitApplication;
import asterism.command.application.ApplicationCommand.SubmitScores;
import asterism.command.application.ApplicationCommand.TakeOverApplication;
import asterism.command.application.ApplicationCommand.UpholdObjection;
import asterism.command.application.ApplicationCommand.WithdrawApplication;
import asterism.command.core.Actors;
import asterism.command.core.Asked;
import asterism.command.core.Decision;
import asterism.command.core.Refusals;
import asterism.events.PersonId;
import asterism.policy.Tie;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Who must stand back: nobody judges a branch they are tied to, nobody judges an application in two stages. Whoever acts on behalf
 * of another is looked at as both.
 */
final class Recusals {
    private Recusals() {
    }

    /** As what people act. */
    private sealed interface Part {
        /** For the branch, or as anybody may. */
        record Free() implements Part {
        }

        /** For the office: not on the own branch, but without judging. */
        record Office() implements Part {
        }

        record Judge(Stage stage) implements Part {
        }

        /** Over an objection: with no part in what it is raised against. */
        record ObjectionJudge() implements Part {
        }
    }

    /** The people who act by this command: who asks, and whom it puts into a part. */
    static Set<PersonId> acting(ApplicationCommand command, Asked asked) {
        Set<PersonId> people = new HashSet<>(Actors.of(asked));
        people.addAll(named(command));
        return Set.copyOf(people);
    }

    private static Collection<PersonId> named(ApplicationCommand command) {
        return switch (command) {
            case AssignAssessors assign -> assign.assessors();
            case Decide decide -> decide.present();
            case AnswerObjection answer -> answer.sitting();
            case ApplicationCommand _ -> Set.of();
        };
    }

    static Optional<Decision> forbid(ApplicationState state, ApplicationCommand command, Application.Given given) {
        Part part = part(command);
        Set<PersonId> judging = command instanceof AssignAssessors assign ? Set.copyOf(assign.assessors())
                : acting(command, given.asked());
        Optional<Tie> tie = part instanceof Part.Free ? Optional.empty() : given.ties().entrySet().stream()
                .filter(tied -> tied.getValue() != Tie.PARENT_UNIT
                        || (part instanceof Part.Judge(Stage stage) && stage == Stage.ASSESSMENT && judging.contains(tied.getKey())))
                .map(Map.Entry::getValue).min(Comparator.naturalOrder());
        if (tie.isPresent()) {
            return tie.map(Refusals::tied);
        }
        Stream<PersonId> people = judging.stream();
        return state.file().flatMap(dossier -> switch (part) {
            case Part.Free _, Part.Office _ -> Optional.empty();
            case Part.Judge(Stage stage) -> people.filter(person -> dossier.otherStage(person, stage).isPresent()).findFirst()
                    .map(_ -> Decision.guard("recusal.same-person-two-stages", "nobody judges an application in two stages"));
            case Part.ObjectionJudge _ -> people.filter(person -> dossier.judges().contains(person) || given.members().contains(person))
                    .findFirst()
                    .map(_ -> Decision.guard("recusal.objection-judge", "nobody judges an objection to what they took part in"));
        });
    }

    private static Part part(ApplicationCommand command) {
        return switch (command) {
            case StartApplication _, RecordSelfAssessment _, SubmitApplication _, WithdrawApplication _, RaiseObjection _, ReviseEvidence _,
                 ShareDraft _, CommentOnDraft _, CastBallot _, ReplyToFindings _, RateReview _, EraseStatement _ ->
                    new Part.Free();
            case MigrateCase _, AcceptApplication _, DeclineApplication _, OpenSurvey _, CountBallots _, CloseSurvey _,
                 PlaceInRound _, PostNotice _, CloseNotice _,
                 RecordOverdue _, RemindOwner _, RecountDays _, EndApplication _, TakeOverApplication _, PutOnHold _, ResumeApplication _,
                 ReaddressApplication _, ReopenDecision _, Award _ ->
                    new Part.Office();
            case ReturnForCompletion _, CompleteDeskReview _ -> new Part.Judge(Stage.DESK_REVIEW);
            case AssignAssessors _, CompleteSiteVisit _, SubmitScores _, StandByScores _, JudgePart _ -> new Part.Judge(Stage.ASSESSMENT);
            case ModerateScore _, ConfirmScore _ -> new Part.Judge(Stage.MODERATION);
            case Decide _ -> new Part.Judge(Stage.DECISION);
            case DismissObjection _, UpholdObjection _ -> new Part.ObjectionJudge();
        };
    }
}
