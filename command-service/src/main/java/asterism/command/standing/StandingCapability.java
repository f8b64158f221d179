package asterism.command.standing;

import asterism.command.application.Application;
import asterism.command.application.ApplicationState;
import asterism.command.application.Dossier;
import asterism.command.application.UnderwayApplications;
import asterism.command.calendar.Calendar;
import asterism.command.core.Actors;
import asterism.command.core.Asked;
import asterism.command.core.Capability;
import asterism.command.core.Reading;
import asterism.command.round.Round;
import asterism.command.rules.Days;
import asterism.command.rules.RuleBook;
import asterism.command.rules.Rules;
import asterism.command.standing.StandingCommand.DeclarePlaqueVoid;
import asterism.command.standing.StandingCommand.EffectAward;
import asterism.command.standing.StandingCommand.EndSuspension;
import asterism.command.standing.StandingCommand.FollowReorganisation;
import asterism.command.standing.StandingCommand.GrantLevel;
import asterism.command.standing.StandingCommand.GrantProvisionalLevel;
import asterism.command.standing.StandingCommand.LiftStay;
import asterism.command.standing.StandingCommand.MissCorrection;
import asterism.command.standing.StandingCommand.PairBranch;
import asterism.command.standing.StandingCommand.RecheckCorrection;
import asterism.command.standing.StandingCommand.RecordAwardNotEffected;
import asterism.command.standing.StandingCommand.RecordPastLevel;
import asterism.command.standing.StandingCommand.RecordVeto;
import asterism.command.standing.StandingCommand.RecountDays;
import asterism.command.standing.StandingCommand.RequireCorrection;
import asterism.command.standing.StandingCommand.StrikeOut;
import asterism.command.standing.StandingCommand.SuspendStar;
import asterism.command.standing.StandingCommand.UpholdComplaint;
import asterism.command.standing.StandingCommand.WithdrawStar;
import asterism.events.ApplicationEvent.LevelDecided;
import asterism.events.ApplicationId;
import asterism.events.BodyId;
import asterism.events.BranchEvent.BranchRegistered;
import asterism.events.BranchId;
import asterism.events.Level;
import asterism.events.Pin;
import asterism.events.RoundEvent.RoundOpened;
import asterism.events.StandingEvent.CorrectionRequired;
import asterism.events.StandingEvent;
import asterism.events.StreamId;
import asterism.policy.Tie;
import asterism.standing.Heritage;
import asterism.standing.Ledger.Entry;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The stars of branches, bound to the house. */
public final class StandingCapability implements Capability<StandingCommand, Standing.State, StandingEvent, Standing.Given> {
    private final Standing decider = new Standing();

    @Override
    public Class<StandingCommand> commands() {
        return StandingCommand.class;
    }

    @Override
    public Standing decider() {
        return decider;
    }

    @Override
    public Standing.Given given(StandingCommand command, Standing.State state, Asked asked, Reading reading) {
        Optional<Terms> terms = terms(command, state, reading);
        return new Standing.Given(asked, command.branch(), terms,
                reading.directory().branch(command.branch()).isPresent(), tie(command.branch(), terms, asked, reading),
                award(command, reading),
                partner(command, asked, reading), heritage(command, reading), superior(command, reading),
                begun(command, state, reading), underway(command, reading));
    }

    /** Leading a branch is no bar to deciding on its star. */
    private static Optional<Tie> tie(BranchId branch, Optional<Terms> terms, Asked asked, Reading reading) {
        LocalDate since = terms.flatMap(known -> known.rules().formerPostYears()).map(asked.today()::minusYears).orElse(LocalDate.MIN);
        return Actors.of(asked).stream().flatMap(person -> reading.directory().tie(person, branch, since, asked.today()).stream())
                .filter(tie -> tie != Tie.PARENT_UNIT).min(Comparator.naturalOrder());
    }

    /** A star stands by the rules of the application it comes from. */
    private static Optional<Terms> terms(StandingCommand command, Standing.State state, Reading reading) {
        Optional<ApplicationId> from = switch (command) {
            case GrantLevel grant -> Optional.of(grant.application());
            case EffectAward grant -> Optional.of(grant.application());
            case GrantProvisionalLevel grant -> Optional.of(new ApplicationId(grant.round(), grant.branch()));
            case RecordPastLevel past -> Optional.of(new ApplicationId(past.round(), past.branch()));
            case RecordAwardNotEffected _, StrikeOut _ -> Optional.empty();
            case FollowReorganisation follow -> parts(follow, reading).stream().flatMap(part -> part.file().lastApplication().stream())
                    .findFirst();
            case StandingCommand _ -> state.file().lastApplication();
        };
        return from.flatMap(application -> pin(application, reading).map(pin ->
                terms(command, state, application, RuleBook.rules(pin, reading::document), reading)));
    }

    private static Terms terms(StandingCommand command, Standing.State state, ApplicationId application, Rules rules, Reading reading) {
        boolean award = command instanceof GrantLevel || command instanceof EffectAward;
        boolean mayCorrect = award && rules.correctionTrigger().isPresent();
        return new Terms(rules, counts(command) || mayCorrect ? days(application, reading) : null,
                award ? decidedOn(application, reading) : null, mayCorrect && corrects(state, application, rules, reading));
    }

    private static boolean corrects(Standing.State state, ApplicationId application, Rules rules, Reading reading) {
        String kind = reading.directory().branch(application.branch()).map(BranchRegistered::kind).orElse("");
        Level prior = state.ledger().last().map(Entry::level).orElse(null);
        return reading.state(new Application(), StreamId.of(application)).file()
                .filter(file -> rules.triggersCorrection(file.rated(kind, prior))).isPresent();
    }

    private static @Nullable LocalDate decidedOn(ApplicationId application, Reading reading) {
        return reading.recordedOn(StreamId.of(application), LevelDecided.class::isInstance).orElse(null);
    }

    /** A provisional level and one of the past have no application; they follow the round itself. */
    private static Optional<Pin> pin(ApplicationId application, Reading reading) {
        return reading.state(new Application(), StreamId.of(application)).file().map(Dossier::pin)
                .or(() -> round(application, reading).map(RoundOpened::pin));
    }

    private static Optional<RoundOpened> round(ApplicationId application, Reading reading) {
        return reading.state(new Round(), StreamId.of(application.round())).opened();
    }

    /** Only some steps count days, so that the round's next move does not disturb the others. */
    private static boolean counts(StandingCommand command) {
        return command instanceof SuspendStar || command instanceof WithdrawStar || command instanceof EndSuspension
                || command instanceof DeclarePlaqueVoid || command instanceof RequireCorrection || command instanceof RecheckCorrection
                || command instanceof RecordVeto || command instanceof UpholdComplaint || command instanceof MissCorrection
                || command instanceof LiftStay || command instanceof RecountDays;
    }

    private static @Nullable Days days(ApplicationId application, Reading reading) {
        return round(application, reading).flatMap(round -> reading.state(new Calendar(), StreamId.of(round.calendar())).workingDays())
                .map(Days::new).orElse(null);
    }

    private static Optional<LocalDate> begun(StandingCommand command, Standing.State state, Reading reading) {
        Watch.Action open = state.file().watch().action();
        return open == null || !(command instanceof RecountDays) ? Optional.empty() : reading.recordedOn(command.stream(),
                fact -> fact instanceof CorrectionRequired required && required.action().equals(open.as().action()));
    }

    private static List<ApplicationId> underway(StandingCommand command, Reading reading) {
        return command instanceof RecordVeto || command instanceof UpholdComplaint
                ? UnderwayApplications.of(command.branch(), reading) : List.of();
    }

    private static Optional<Standing.Award> award(StandingCommand command, Reading reading) {
        return command instanceof EffectAward grant && grant.application().branch().equals(grant.branch())
                && reading.state(new Application(), StreamId.of(grant.application())) instanceof ApplicationState.Awarded(_, var verdict)
                ? Optional.of(new Standing.Award(verdict.decision(), verdict.level())) : Optional.empty();
    }

    private static Optional<Level> partner(StandingCommand command, Asked asked, Reading reading) {
        return command instanceof PairBranch pair
                ? reading.state(new Standing(), StreamId.standing(pair.strong())).ledger().on(asked.today()).map(Entry::level)
                : Optional.empty();
    }

    private static Optional<Heritage> heritage(StandingCommand command, Reading reading) {
        if (!(command instanceof FollowReorganisation follow)) {
            return Optional.empty();
        }
        List<Standing.State> parts = parts(follow, reading);
        List<Level> levels = parts.stream()
                .flatMap(part -> part.ledger().on(follow.from().minusDays(1)).map(Entry::level).stream()).toList();
        return parts.stream().flatMap(part -> part.file().lastApplication().stream()).findFirst()
                .map(application -> new Heritage(levels, isClouded(parts), application.round()));
    }

    /** A star was withdrawn or is suspended, or something about another branch than the one that goes on is not settled. */
    private static boolean isClouded(List<Standing.State> parts) {
        return parts.stream().anyMatch(part -> part instanceof Standing.State.Suspended || part instanceof Standing.State.Withdrawn)
                || parts.stream().skip(1).anyMatch(other -> other.file().watch().isUnsettled());
    }

    /** The stars of the branch itself, which comes first, and of the others it came out of. */
    private static List<Standing.State> parts(FollowReorganisation follow, Reading reading) {
        return Stream.concat(Stream.of(follow.branch()), follow.of().stream()).distinct()
                .map(branch -> reading.state(new Standing(), StreamId.standing(branch))).toList();
    }

    private static Optional<BodyId> superior(StandingCommand command, Reading reading) {
        return reading.directory().branch(command.branch()).stream().flatMap(branch -> reading.directory().upward(branch.body())).skip(1)
                .findFirst();
    }
}
