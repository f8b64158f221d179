package asterism.command.standing;

import static asterism.command.core.Decision.accept;
import static asterism.command.core.Decision.refuse;

import asterism.command.core.Actors;
import asterism.command.core.Asked;
import asterism.command.core.Decider;
import asterism.command.core.Decision;
import asterism.command.standing.StandingCommand.CloseFollowUp;
import asterism.command.standing.StandingCommand.CloseSurveillance;
import asterism.command.standing.StandingCommand.DeclarePlaqueVoid;
import asterism.command.standing.StandingCommand.Downgrade;
import asterism.command.standing.StandingCommand.EffectAward;
import asterism.command.standing.StandingCommand.EndPairing;
import asterism.command.standing.StandingCommand.EndStar;
import asterism.command.standing.StandingCommand.EndSuspension;
import asterism.command.standing.StandingCommand.ExpireStar;
import asterism.command.standing.StandingCommand.FollowReorganisation;
import asterism.command.standing.StandingCommand.GrantLevel;
import asterism.command.standing.StandingCommand.GrantProvisionalLevel;
import asterism.command.standing.StandingCommand.LiftStay;
import asterism.command.standing.StandingCommand.MissCorrection;
import asterism.command.standing.StandingCommand.NotePoints;
import asterism.command.standing.StandingCommand.OpenSurveillance;
import asterism.command.standing.StandingCommand.PairBranch;
import asterism.command.standing.StandingCommand.RecheckCorrection;
import asterism.command.standing.StandingCommand.RecognisePractice;
import asterism.command.standing.StandingCommand.RecordAwardNotEffected;
import asterism.command.standing.StandingCommand.RecordPastLevel;
import asterism.command.standing.StandingCommand.RecordPlaqueReturned;
import asterism.command.standing.StandingCommand.RecordVeto;
import asterism.command.standing.StandingCommand.RecountDays;
import asterism.command.standing.StandingCommand.ReinstateStar;
import asterism.command.standing.StandingCommand.RemindOfLastDay;
import asterism.command.standing.StandingCommand.Replace;
import asterism.command.standing.StandingCommand.RequireCorrection;
import asterism.command.standing.StandingCommand.ReviewDecision;
import asterism.command.standing.StandingCommand.ShowCorrection;
import asterism.command.standing.StandingCommand.StayDecision;
import asterism.command.standing.StandingCommand.StrikeOut;
import asterism.command.standing.StandingCommand.SuspendStar;
import asterism.command.standing.StandingCommand.UpholdComplaint;
import asterism.command.standing.StandingCommand.WithdrawStar;
import asterism.events.ApplicationId;
import asterism.events.BodyId;
import asterism.events.BranchId;
import asterism.events.DecisionId;
import asterism.events.Envelope;
import asterism.events.Level;
import asterism.events.PersonId;
import asterism.events.StandingEvent.AwardNotEffected;
import asterism.events.StandingEvent.DecisionStayed;
import asterism.events.StandingEvent.DecisionStruckOut;
import asterism.events.StandingEvent.LastDayRecounted;
import asterism.events.StandingEvent.LevelGranted;
import asterism.events.StandingEvent.LevelReplaced;
import asterism.events.StandingEvent.PastLevelRecorded;
import asterism.events.StandingEvent.ProvisionalGranted;
import asterism.events.StandingEvent.Ruling;
import asterism.events.StandingEvent.StarEnded;
import asterism.events.StandingEvent.StayLifted;
import asterism.events.StandingEvent;
import asterism.policy.Tie;
import asterism.rating.Procedure.EntryBar;
import asterism.standing.Heritage;
import asterism.standing.Ledger.Entry;
import asterism.standing.Ledger;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** The star of a branch. */
public final class Standing implements Decider<StandingCommand, Standing.State, StandingEvent, Standing.Given> {

    /** Where a star stands, by the decision of the ledger that holds in the end. */
    public sealed interface State {

        File file();

        /** No decision gives it a star. */
        record Unrated(File file) implements State {
        }

        record Rated(File file) implements State {
        }

        /** @param as the decision that holds */
        record Suspended(File file, StandingEvent.Suspended as) implements State {

            boolean isOver(LocalDate day) {
                return file.ledger().last().map(Entry::lastDay).filter(day::isAfter).isPresent();
            }
        }

        /** @param as the decision that holds */
        record Withdrawn(File file, StandingEvent.Withdrawn as) implements State {

            boolean plaqueIsOut() {
                return as.plaqueBy() != null && !file.watch().plaques().contains(as.decision());
            }
        }

        /** Its last day is over. */
        record Expired(File file) implements State {
        }

        default Ledger ledger() {
            return file().ledger();
        }

        /** The application whose scheme a decision of the ledger follows. */
        default Optional<ApplicationId> application(DecisionId decision) {
            return file().origin(decision).map(File.Origin::application);
        }

        /** Who decided on the star itself; nobody where a panel did, in the application. */
        default Set<PersonId> deciders(DecisionId decision) {
            return file().origin(decision).map(File.Origin::deciders).orElse(Set.of());
        }

        /** The first day on which a branch whose star was withdrawn may apply again; empty where it may now. */
        default Optional<LocalDate> reentryFrom() {
            return this instanceof Withdrawn withdrawn ? Optional.ofNullable(withdrawn.as().reentryFrom()) : Optional.empty();
        }

        /** The decisions that count, in the order they were recorded. */
        default Stream<Ruling> rulings() {
            return ledger().entries().stream().filter(entry -> !entry.struck())
                    .flatMap(entry -> file().origin(entry.because()).stream()).map(File.Origin::ruling);
        }

        /** What is open and may keep the branch out of a round. */
        default Set<EntryBar> bars() {
            Set<EntryBar> open = file().watch().bars();
            if (this instanceof Suspended) {
                open.add(EntryBar.SUSPENSION);
            }
            return open;
        }

        private static State of(File file) {
            return file.last().map(ruling -> switch (ruling) {
                case StandingEvent.Suspended as -> new Suspended(file, as);
                case StandingEvent.Withdrawn as -> new Withdrawn(file, as);
                case StandingEvent.Expired _ -> new Expired(file);
                case StarEnded _ -> new Unrated(file);
                case StandingEvent.Downgraded down -> down.to() == null ? new Unrated(file) : new Rated(file);
                case LevelReplaced replaced -> replaced.level() == null ? new Unrated(file) : new Rated(file);
                case LevelGranted _, ProvisionalGranted _, PastLevelRecorded _, StandingEvent.Reinstated _ -> new Rated(file);
            }).orElseGet(() -> new Unrated(file));
        }
    }

    /** An award of an application that has come to its end. */
    public record Award(DecisionId decision, Level level) {
    }

    /**
     * @param laws       the rules the star comes from; empty where there is no such award or round
     * @param registered there is such a branch
     * @param tie        what ties somebody who asks to the branch
     * @param award      of the application that is to take effect after all
     * @param partner    the level held by the branch that is to help
     * @param heritage   of a branch that is reorganised; empty where none of those it comes out of was ever rated
     * @param begun      the day on which the open corrective action was required, where its last day is counted again
     * @param superior   the body above the one the branch belongs to
     * @param underway   what the branch applied for and that has not come to its end, where it is to wait
     */
    public record Given(Asked asked, BranchId branch, Optional<Terms> laws, boolean registered, Optional<Tie> tie, Optional<Award> award,
                        Optional<Level> partner, Optional<Heritage> heritage, Optional<BodyId> superior, Optional<LocalDate> begun,
                        List<ApplicationId> underway) {

        boolean known() {
            return laws.isPresent();
        }

        Terms terms() {
            return laws.orElseThrow(() -> new IllegalStateException("a star stands without the rules it comes from"));
        }

        /** Levels from worst to best; empty where the rules are unknown. */
        List<Level> scale() {
            return laws.map(Terms::scale).orElse(List.of());
        }
    }

    private record On(State state, StandingCommand command) {
    }

    @Override
    public State initial() {
        return new State.Unrated(File.EMPTY);
    }

    @Override
    public Decision decide(State state, StandingCommand command, Given given) {
        return Reminding.with(step(state, command, given), given);
    }

    private static Decision step(State state, StandingCommand command, Given given) {
        return switch (new On(state, command)) {
            case On(_, GrantLevel wish) -> Granting.grant(state, wish, given);
            case On(_, EffectAward wish) -> Granting.effect(state, wish, given);
            case On(_, GrantProvisionalLevel wish) -> Granting.provisionally(state, wish, given);
            case On(_, RecordPastLevel wish) -> Granting.past(state, wish, given);
            case On(_, ExpireStar wish) -> Granting.expire(state, wish, given);
            case On(_, EndStar wish) -> Reorganising.end(state, wish, given);
            case On(_, FollowReorganisation wish) -> Reorganising.follow(state, wish, given);
            case On(_, RecordAwardNotEffected wish) -> Weighing.byHouse(given,
                    () -> accept(new AwardNotEffected(wish.branch(), wish.decision(), wish.code(), wish.sentence())));
            case On(State.Rated star, Downgrade wish) -> Lowering.downgrade(star.file(), wish, given);
            case On(State.Rated star, SuspendStar wish) -> Suspending.suspend(star.file(), wish, given);
            case On(State.Suspended star, ReinstateStar wish) -> Suspending.reinstate(star, wish, given);
            case On(_, EndSuspension wish) -> Suspending.end(state, wish, given);
            case On(State.Rated star, WithdrawStar wish) -> Lowering.withdraw(star, wish, given);
            case On(State.Suspended star, WithdrawStar wish) -> Lowering.withdraw(star, wish, given);
            case On(_, RecordPlaqueReturned wish) -> Lowering.plaqueReturned(state, wish, given);
            case On(_, DeclarePlaqueVoid wish) -> Lowering.plaqueVoid(state, wish, given);
            case On(_, RequireCorrection wish) -> Correcting.require(state, wish, given);
            case On(_, ShowCorrection wish) -> Correcting.show(state, wish);
            case On(_, RecheckCorrection wish) -> Correcting.recheck(state, wish, given);
            case On(_, RecountDays _) -> Weighing.byHouse(given, () -> Recounting.recount(state, given));
            case On(_, RemindOfLastDay wish) -> Reminding.remind(state, wish, given);
            case On(_, MissCorrection wish) -> Correcting.miss(state, wish, given);
            case On(_, OpenSurveillance wish) -> Watching.open(state, wish, given);
            case On(_, CloseSurveillance wish) -> Watching.close(state, wish, given);
            case On(_, RecordVeto wish) -> Watching.veto(state, wish, given);
            case On(_, UpholdComplaint wish) -> Watching.complaint(state, wish, given);
            case On(_, NotePoints wish) -> Watching.points(state, wish, given);
            case On(_, RecognisePractice wish) -> Sharing.practice(state, wish, given);
            case On(_, PairBranch wish) -> Sharing.pair(state, wish, given);
            case On(_, EndPairing wish) -> Sharing.end(state, wish, given);
            case On(_, StrikeOut wish) -> Weighing.byHouse(given, () -> Appealing.strikeOut(state, wish));
            case On(_, Replace wish) -> Weighing.byHouse(given, () -> Appealing.replace(state, wish));
            case On(_, StayDecision wish) -> Weighing.byHouse(given, () -> Appealing.stay(state, wish));
            case On(_, LiftStay wish) -> Weighing.byHouse(given, () -> Appealing.lift(state, wish, given));
            case On(_, ReviewDecision wish) -> Appealing.review(state, wish, given);
            case On(_, CloseFollowUp wish) -> Sharing.close(state, wish, given);
            case On(State.Suspended _, Downgrade _), On(State.Suspended _, SuspendStar _) ->
                    refuse("standing.suspended", "the star is suspended; it is reinstated or withdrawn first");
            case On(_, ReinstateStar _) -> refuse("standing.not-suspended", "the star is not suspended");
            case On(State.Unrated _, StandingCommand.Ruling _) -> Weighing.unrated();
            case On(State.Withdrawn _, StandingCommand.Ruling _) -> refuse("standing.withdrawn", "the star was withdrawn");
            case On(State.Expired _, StandingCommand.Ruling _) -> refuse("standing.expired",
                    "the last day of the star is over; only a new award brings one");
        };
    }

    static State of(File file) {
        return State.of(file);
    }

    @Override
    public State evolve(State state, StandingEvent fact, Envelope envelope) {
        File file = state.file();
        return State.of(switch (fact) {
            case LevelGranted granted -> file.with(granted, granted.application(), Set.of());
            case ProvisionalGranted granted -> file.with(granted, new ApplicationId(granted.round(), granted.branch()),
                    Actors.of(envelope));
            case PastLevelRecorded past -> file.with(past, new ApplicationId(past.round(), past.branch()), Set.of());
            case LevelReplaced replaced -> file.with(replaced, file.origin(replaced.struck()).map(File.Origin::application)
                    .or(file::lastApplication).orElseThrow(), Set.of());
            case StandingEvent.Ruling ruling -> file.with(ruling, file.lastApplication().orElseThrow(), Actors.of(envelope));
            case DecisionStruckOut struck -> file.with(struck);
            case LastDayRecounted recounted -> file.with(recounted);
            case DecisionStayed stayed -> file.with(stayed);
            case StayLifted lifted -> file.with(lifted);
            case StandingEvent.Note note -> file.with(note);
        });
    }

    @Override
    public Class<StandingEvent> facts() {
        return StandingEvent.class;
    }
}
