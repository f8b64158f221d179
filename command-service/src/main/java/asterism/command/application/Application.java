package asterism.command.application;

import asterism.command.application.ApplicationCommand.AcceptApplication;
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
import asterism.command.core.Asked;
import asterism.command.core.Decider;
import asterism.command.core.Decision;
import asterism.command.core.Refusals;
import asterism.command.rules.Days;
import asterism.command.rules.Marks;
import asterism.command.rules.Rules;
import asterism.events.ApplicationEvent;
import asterism.events.BodyId;
import asterism.events.Envelope;
import asterism.events.PersonId;
import asterism.policy.Tie;
import java.time.LocalDate;
import java.util.Map;
import asterism.events.Pin;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The way of one branch through one round. */
public final class Application implements Decider<ApplicationCommand, ApplicationState, ApplicationEvent, Application.Given> {

    /**
     * What is known beyond the application itself; what a command does not need may be absent.
     *
     * @param round     absent where it was never opened
     * @param branch    the one that applies, or is to take the application over; absent where it is not registered
     * @param rules     absent where there is no round to pin them
     * @param ties      what ties those of the acting people to the branch who are tied to it
     * @param assessors those of the people to be assigned who hold the post of an assessor
     * @param seats     the bodies in which the person who asks holds a post, where one is judged by its body
     * @param members   of the body that decides on the level in question; of an objection, those whom the scheme keeps away from it
     * @param target    the version a case is to go on under; absent where it is not there or its local rules are not
     * @param parties   of an objection
     * @param calibrated whoever asks has shown that they score as others do, or the scheme asks nobody to
     * @param begun     from which days the last days that wait were counted, for steps that count them again
     * @param days      counts by the calendar of the rules; absent where no year of it is published, or nothing is to be counted
     */
    public record Given(
            Asked asked, @Nullable OfRound round, @Nullable OfBranch branch, @Nullable Rules rules, Map<PersonId, Tie> ties,
            Set<PersonId> assessors, Set<BodyId> seats, Set<PersonId> members, Begun begun, @Nullable Days days,
            @Nullable Target target, Parties parties, boolean calibrated) {

        /** What an application that was started has for certain. */
        Rules pinned() {
            return Objects.requireNonNull(rules, "an application was started, so its rules are pinned");
        }

        OfBranch unit() {
            return Objects.requireNonNull(branch, "an application was started, so its branch is registered");
        }

        Marks marks() {
            return pinned().marks(unit().kind());
        }
    }

    /**
     * From which days last days are counted.
     *
     * @param stage  that of the stage, or of the first objection that waits; none where time stood still since, or nothing is due
     * @param notice the day it was posted; none where time stood still since, or there is none
     */
    public record Begun(@Nullable LocalDate stage, @Nullable LocalDate notice) {
        static final Begun UNKNOWN = new Begun(null, null);
    }

    /**
     * Who takes part in an objection.
     *
     * @param entitled whoever asks is among those who may object
     * @param jury     the body that answers; none where a panel does
     */
    public record Parties(boolean entitled, @Nullable Jury jury) {
        static final Parties ANYBODY = new Parties(true, null);
    }

    /**
     * A body that answers objections.
     *
     * @param people  all who have a post in it
     * @param members those who vote in it
     */
    public record Jury(Set<PersonId> people, Set<PersonId> members) {
    }

    /** Another version of the scheme, ready for use. */
    public record Target(Pin pin, Rules rules) {
    }

    @Override
    public ApplicationState initial() {
        return new ApplicationState.None();
    }

    @Override
    public Decision decide(ApplicationState state, ApplicationCommand command, Given given) {
        return wrongActor(command, given.asked())
                .or(() -> Recusals.forbid(state, command, given))
                .orElseGet(() -> Reminding.with(Schedule.dated(state,
                        ObjectionTime.told(state, step(state, command, given), given), given), given));
    }

    /** Some steps are the house's own, some nobody signs for, one is anybody's, and for all others a person must stand. */
    private static Optional<Decision> wrongActor(ApplicationCommand command, Asked asked) {
        return switch (command) {
            case PlaceInRound _, CloseNotice _, RecordOverdue _, RemindOwner _, RecountDays _, EndApplication _, TakeOverApplication _,
                 ReopenDecision _ ->
                    asked.bySystem() ? Optional.empty() : Optional.of(Refusals.houseOnly());
            case CastBallot _, CommentOnDraft _ -> asked.byBallot() ? Optional.empty() : Optional.of(Decision.refuse(
                    "application.not-anonymous", "this is done by a code alone, and nobody signs for it"));
            case RaiseObjection _ -> Optional.empty();
            case AssignAssessors _, PutOnHold _ when asked.bySystem() -> Optional.empty();
            case ApplicationCommand _ -> asked.person().isPresent() ? Optional.empty() : Optional.of(Refusals.personOnly());
        };
    }

    private static Decision step(ApplicationState state, ApplicationCommand command, Given given) {
        return switch (command) {
            case StartApplication start -> Applying.start(state, start, given);
            case RecordSelfAssessment record -> Applying.assess(state, record, given);
            case SubmitApplication submit -> Applying.submit(state, submit, given);
            case PutOnHold hold -> Holding.hold(state, hold, given);
            case ResumeApplication resume -> Holding.resume(state, resume, given);
            case EndApplication end -> Holding.end(state, end, given);
            case ReaddressApplication readdress -> Holding.readdress(state, readdress, given);
            case TakeOverApplication over -> Holding.takeOver(state, over, given);
            case WithdrawApplication withdraw -> Applying.withdraw(state, withdraw, given);
            case AcceptApplication accept -> Reviewing.accept(state, accept, given);
            case DeclineApplication decline -> Reviewing.decline(state, decline, given);
            case ReturnForCompletion giveBack -> Reviewing.giveBack(state, giveBack, given);
            case CompleteDeskReview complete -> Reviewing.complete(state, complete, given);
            case AssignAssessors assign -> Assessing.assign(state, assign, given);
            case CompleteSiteVisit visit -> Assessing.visit(state, visit, given);
            case OpenSurvey open -> Surveying.open(state, open, given);
            case CastBallot cast -> Surveying.cast(state, cast, given);
            case CountBallots count -> Surveying.count(state, count, given);
            case CloseSurvey close -> Surveying.close(state, close, given);
            case JudgePart judge -> Assessing.part(state, judge, given);
            case ReviseEvidence revise -> Revising.revise(state, revise);
            case ShareDraft share -> Revising.share(state, share);
            case CommentOnDraft comment -> Revising.comment(state, comment, given);
            case MigrateCase migrate -> Migrating.migrate(state, migrate, given);
            case ReplyToFindings reply -> Replying.reply(state, reply);
            case RateReview rate -> Replying.rate(state, rate);
            case StandByScores stand -> Revising.standBy(state, stand, given);
            case SubmitScores submit -> Assessing.score(state, submit, given);
            case ModerateScore moderate -> Moderating.moderate(state, moderate, given);
            case ConfirmScore confirm -> Moderating.confirm(state, confirm, given);
            case PlaceInRound place -> Moderating.place(state, place);
            case Decide decide -> Deciding.decide(state, decide, given);
            case ReopenDecision reopen -> Deciding.reopen(state, reopen);
            case PostNotice post -> Announcing.post(state, post, given);
            case RecountDays _ -> Recounting.recount(state, given);
            case RemindOwner remind -> Reminding.remind(state, remind, given);
            case RecordOverdue overdue -> Schedule.overdue(state, overdue, given);
            case CloseNotice close -> Announcing.close(state, close, given);
            case Award award -> Announcing.award(state, award, given);
            case RaiseObjection raise -> Objecting.raise(state, raise, given);
            case DismissObjection dismiss -> Objecting.dismiss(state, dismiss, given);
            case EraseStatement erase -> Objecting.erase(state, erase, given);
            case UpholdObjection uphold -> Objecting.uphold(state, uphold, given);
        };
    }

    @Override
    public ApplicationState evolve(ApplicationState state, ApplicationEvent fact, Envelope envelope) {
        return Folding.with(state, fact, envelope);
    }

    @Override
    public Class<ApplicationEvent> facts() {
        return ApplicationEvent.class;
    }
}
