package asterism.command.round;

import static asterism.command.core.Decision.accept;
import static asterism.command.core.Decision.invalid;
import static asterism.command.core.Decision.refuse;
import static asterism.command.core.Decision.unknown;

import asterism.command.core.Asked;
import asterism.command.core.Decider;
import asterism.command.core.Decision;
import asterism.command.core.Refusals;
import asterism.command.round.RoundCommand.AllocateQuota;
import asterism.command.round.RoundCommand.CloseRound;
import asterism.command.round.RoundCommand.CommitAssignment;
import asterism.command.round.RoundCommand.OpenRound;
import asterism.command.round.RoundCommand.ProposeAssignment;
import asterism.command.round.RoundCommand.ReallocateQuota;
import asterism.command.round.RoundCommand.RecordAssignmentRefused;
import asterism.command.round.RoundCommand.ResolveTie;
import asterism.command.round.RoundCommand.SealRoster;
import asterism.command.rules.Rules;
import asterism.events.ApplicationId;
import asterism.events.AssignmentPlan;
import asterism.events.Envelope;
import asterism.events.Level;
import asterism.events.PersonId;
import asterism.events.Pin;
import asterism.events.Ranking.Place;
import asterism.events.RoundEvent.AssignmentCommitted;
import asterism.events.RoundEvent.AssignmentRefused;
import asterism.events.RoundEvent.QuotaAllocated;
import asterism.events.RoundEvent.QuotaReallocated;
import asterism.events.RoundEvent.QuotaTied;
import asterism.events.RoundEvent.RosterSealed;
import asterism.events.RoundEvent.RoundClosed;
import asterism.events.RoundEvent.RoundOpened;
import asterism.events.RoundEvent.TieResolved;
import asterism.events.RoundEvent;
import asterism.events.Sha256;
import asterism.rating.round.Roster;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A rating round. */
public final class Round implements Decider<RoundCommand, Round.State, RoundEvent, Round.Given> {

    /** Where a round stands. */
    public sealed interface State {
        record None() implements State {
        }

        /** Opened, whatever came after. */
        sealed interface Underway extends State {
            RoundOpened as();
        }

        /** @param assigned proposals of assignments that were committed */
        record Open(RoundOpened as, Set<String> assigned) implements Underway {
        }

        /** @param votes the committee's votes on ties so far */
        record Sealed(RoundOpened as, List<TieResolved> votes) implements Underway {
        }

        record Tied(RoundOpened as, List<TieResolved> votes, QuotaTied tie) implements Underway {
        }

        /** Seats are given out. */
        sealed interface GivenOut extends Underway {
            List<TieResolved> votes();

            QuotaAllocated out();

            /** How often seats that came free were given out again. */
            int again();
        }

        record Allocated(RoundOpened as, List<TieResolved> votes, QuotaAllocated out, int again) implements GivenOut {
        }

        record Closed(RoundOpened as, List<TieResolved> votes, QuotaAllocated out, int again) implements GivenOut {
        }

        /** What it was opened with; empty before. */
        default Optional<RoundOpened> opened() {
            return this instanceof Underway underway ? Optional.of(underway.as()) : Optional.empty();
        }
    }

    /** What a round looks at, by what is asked of it. */
    public sealed interface Given {
        Asked asked();

        /** The state alone says no. */
        record Nothing(Asked asked) implements Given {
        }

        /**
         * @param inForce  the version is the one in force for rounds that open today
         * @param pin      the version and the local rules adopted for it; empty where there is none such
         * @param calendar the calendar the rules count by; empty where the scheme only calculates
         */
        record ForOpening(Asked asked, boolean versionKnown, boolean inForce, Optional<Pin> pin, Optional<String> calendar,
                          boolean calendarKnown, boolean officeKnown, boolean inItsZone) implements Given {
        }

        /**
         * @param head     position of the newest fact before the applications were read
         * @param ranked   applications that wait for the allocation
         * @param underway how many were handed in and are not ranked yet
         * @param unended  how many have a place in the round but no award, refusal or withdrawal
         */
        record ForRoster(Asked asked, long head, List<ApplicationId> ranked, int underway, int unended) implements Given {
        }

        record ForProposal(Asked asked, Assignment assignment) implements Given {
        }

        /** @param plan the proposal of that hash; empty where there is none */
        record ForAssignment(Asked asked, Optional<AssignmentPlan> plan) implements Given {
        }

        /**
         * @param stake     the level the quota limits
         * @param inside    how many branches hold a seat of it now
         * @param displaced places of those it displaced, whose applications can be decided anew
         * @param tied      somebody who asks is tied to a branch that is to get a seat
         */
        record ForReallocation(Asked asked, Level stake, int inside, List<Place> displaced, boolean tied) implements Given {
        }

        record ForAllocation(Asked asked, Roster roster) implements Given {
        }

        /**
         * @param votes   the scheme gives the committee a vote on that quota
         * @param stake   the level the quota limits
         * @param members of the body that decides on that level
         * @param ofTied  those voters, or those who record the vote, who are tied to one of the branches
         * @param judges  those of them who judged the application of a tied branch before
         */
        record ForVote(Asked asked, Rules rules, boolean votes, Level stake, Set<PersonId> members, Set<PersonId> ofTied,
                       Set<PersonId> judges) implements Given {
        }
    }

    private record On(State state, RoundCommand command, Given given) {
    }

    @Override
    public State initial() {
        return new State.None();
    }

    @Override
    public Decision decide(State state, RoundCommand command, Given given) {
        return switch (new On(state, command, given)) {
            case On(State.None _, OpenRound open, Given.ForOpening on) -> open(open, on);
            case On(State.Underway round, OpenRound open, _) -> isAs(round.as(), open)
                    ? accept()
                    : refuse("round.already-open", "a round of that id was opened already");
            case On(State.None _, _, _) -> unknown("round.unknown", "there is no such round");
            case On(State.Open _, ProposeAssignment _, Given.ForProposal(_, Assignment assignment)) -> assignment.needs().isEmpty()
                    ? refuse("round.nobody-waits", "no application waits for assessors")
                    : Decision.tell(assignment.propose().text());
            case On(State.Open round, CommitAssignment commit, Given.ForAssignment on) -> assign(round, commit, on);
            case On(_, RecordAssignmentRefused not, _) -> given.asked().bySystem()
                    ? accept(new AssignmentRefused(not.round(), not.application(), not.proposal(), not.code(), not.sentence()))
                    : Refusals.houseOnly();
            case On(State.Underway _, ProposeAssignment _, _), On(State.Underway _, CommitAssignment _, _) ->
                    refuse("round.sealed", "the roster is sealed already");
            case On(State.Open round, SealRoster _, Given.ForRoster on) -> seal(round, on);
            case On(State.Sealed round, AllocateQuota _, Given.ForAllocation(_, Roster roster)) ->
                    Allotting.allot(round.as().round(), roster);
            case On(State.Allocated _, AllocateQuota _, _) -> accept();
            case On(State.Tied round, ResolveTie resolve, Given.ForVote on) -> Voting.on(round.tie(), resolve, on);
            case On(State.GivenOut round, ReallocateQuota wish, Given.ForReallocation on) -> Reallocating.on(round, wish, on);
            case On(State.GivenOut _, ReallocateQuota _, _) -> invalid("quota", "round.quota-unknown", "the round has no such quota");
            case On(State.Underway _, ReallocateQuota _, _) -> refuse("round.not-allocated", "the seats are not given out yet");
            case On(State.Allocated _, CloseRound _, Given.ForRoster on) -> on.unended() == 0
                    ? accept(new RoundClosed(command.round()))
                    : refuse("round.not-all-ended", on.unended() + " applications are neither awarded nor refused");
            case On(State.Closed _, CloseRound _, _) -> accept();
            case On(State.Tied _, AllocateQuota _, _) -> refuse("round.tied", "the committee must vote on the tie first");
            case On(State.Underway _, SealRoster _, _) -> refuse("round.sealed", "the roster is sealed already");
            case On(State.Open _, AllocateQuota _, _) -> refuse("round.not-sealed", "the roster must be sealed first");
            case On(State.Closed _, AllocateQuota _, _) -> refuse("round.closed", "the round is closed");
            case On(State.Underway _, ResolveTie _, _) -> refuse("round.not-tied", "no tie waits for a vote");
            case On(State.Underway _, CloseRound _, _) -> refuse("round.not-allocated", "the seats are not given out yet");
            case On(_, _, Given other) -> throw new IllegalStateException(
                    "circumstances of another command: " + other.getClass().getSimpleName());
        };
    }

    private static Decision open(OpenRound open, Given.ForOpening on) {
        if (!on.versionKnown()) {
            return unknown("round.version-unknown", "the scheme has no such version");
        }
        if (on.pin().isEmpty()) {
            return refuse("round.no-local-rules", "local rules must be adopted for the version before a round opens under it");
        }
        if (!on.inForce()) {
            return refuse("round.version-not-in-force", "the version is not the one in force today; it must be activated first");
        }
        if (!on.inItsZone()) {
            return refuse("round.another-zone", "the scheme's days begin and end in another time zone than those of this house");
        }
        if (!on.calendar().equals(Optional.of(open.calendar().value()))) {
            return invalid("calendar", "round.another-calendar", "the rules count by another calendar");
        }
        if (!on.calendarKnown()) {
            return unknown("round.calendar-unknown", "no year of that calendar is published");
        }
        if (!on.officeKnown()) {
            return unknown("round.office-unknown", "there is no such body");
        }
        return open.applicationsUntil().isBefore(on.asked().today())
                ? invalid("applicationsUntil", "round.over-before-it-opens", "the last day for applications lies before today")
                : accept(opened(open, on.pin().get()));
    }

    private static RoundOpened opened(OpenRound open, Pin pin) {
        return new RoundOpened(open.round(), open.title(), pin, open.calendar(), open.office(), open.opensOn(), open.applicationsUntil());
    }

    private static boolean isAs(RoundOpened round, OpenRound open) {
        return round.pin().scheme().equals(open.scheme()) && round.pin().version().equals(open.version())
                && round.equals(opened(open, round.pin()));
    }

    private static Decision assign(State.Open round, CommitAssignment commit, Given.ForAssignment on) {
        if (round.assigned().contains(commit.proposal())) {
            return accept();
        }
        return on.plan().filter(plan -> plan.whole().round().equals(round.as().round())).map(plan -> accept(new AssignmentCommitted(
                commit.round(), commit.proposal(), (int) plan.panels().stream().filter(panel -> panel.lead() != null).count())))
                .orElseGet(() -> invalid("proposal", "round.proposal-unknown", "nothing of that hash was proposed for this round"));
    }

    private static Decision seal(State.Open round, Given.ForRoster on) {
        if (!on.asked().today().isAfter(round.as().applicationsUntil())) {
            return refuse("round.applications-open", "applications may still be handed in");
        }
        if (on.underway() > 0) {
            return refuse("round.not-all-ranked", on.underway() + " applications are not ranked yet");
        }
        if (on.ranked().isEmpty()) {
            return refuse("round.nobody-ranked", "no application is ranked");
        }
        String roster = on.ranked().stream().map(ApplicationId::toString).sorted().collect(Collectors.joining("\n", "", "\n"));
        return accept(new RosterSealed(round.as().round(), on.head(), on.ranked().size(), Sha256.of(roster)));
    }

    @Override
    public State evolve(State state, RoundEvent fact, Envelope envelope) {
        return switch (fact) {
            case RoundOpened opened -> new State.Open(opened, Set.of());
            case AssignmentCommitted committed -> state instanceof State.Open(var as, var assigned)
                    ? new State.Open(as, Stream.concat(assigned.stream(), Stream.of(committed.proposal()))
                    .collect(Collectors.toUnmodifiableSet())) : state;
            case AssignmentRefused _ -> state;
            case RosterSealed _ -> new State.Sealed(as(state), List.of());
            case QuotaTied tie -> new State.Tied(as(state), votes(state), tie);
            case TieResolved vote -> new State.Sealed(as(state), Stream.concat(votes(state).stream(), Stream.of(vote)).toList());
            case QuotaAllocated out -> new State.Allocated(as(state), votes(state), out, 0);
            case QuotaReallocated once -> reallocated(state, once);
            case RoundClosed _ -> state instanceof State.GivenOut round
                    ? new State.Closed(round.as(), round.votes(), round.out(), round.again()) : state;
        };
    }

    private static State reallocated(State state, QuotaReallocated once) {
        return switch (state) {
            case State.Allocated(var as, var votes, var out, _) -> new State.Allocated(as, votes, out, once.number());
            case State.Closed(var as, var votes, var out, _) -> new State.Closed(as, votes, out, once.number());
            case State _ -> state;
        };
    }

    private static RoundOpened as(State state) {
        return state.opened().orElseThrow(() -> new IllegalStateException("a round begins by being opened"));
    }

    /** The committee's votes on ties so far. */
    static List<TieResolved> votes(State state) {
        return switch (state) {
            case State.Sealed sealed -> sealed.votes();
            case State.Tied tied -> tied.votes();
            case State.GivenOut out -> out.votes();
            case State.None _, State.Open _ -> List.of();
        };
    }

    @Override
    public Class<RoundEvent> facts() {
        return RoundEvent.class;
    }
}
