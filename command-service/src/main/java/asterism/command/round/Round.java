package asterism.command.round;

import static asterism.command.core.Decision.accept;
import static asterism.command.core.Decision.invalid;
import static asterism.command.core.Decision.refuse;
import static asterism.command.core.Decision.unknown;

import asterism.command.core.Asked;
import asterism.command.core.Decider;
import asterism.command.core.Decision;
import asterism.command.round.RoundCommand.AllocateQuota;
import asterism.command.round.RoundCommand.CloseRound;
import asterism.command.round.RoundCommand.OpenRound;
import asterism.command.round.RoundCommand.ResolveTie;
import asterism.command.round.RoundCommand.SealRoster;
import asterism.command.rules.Rules;
import asterism.events.ApplicationId;
import asterism.events.Envelope;
import asterism.events.Level;
import asterism.events.PersonId;
import asterism.events.Pin;
import asterism.events.RoundEvent;
import asterism.events.RoundEvent.QuotaAllocated;
import asterism.events.RoundEvent.QuotaTied;
import asterism.events.RoundEvent.RosterSealed;
import asterism.events.RoundEvent.RoundClosed;
import asterism.events.RoundEvent.RoundOpened;
import asterism.events.RoundEvent.TieResolved;
import asterism.events.Sha256;
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

        record Open(RoundOpened as) implements Underway {
        }

        /** @param votes the committee's votes on ties so far */
        record Sealed(RoundOpened as, List<TieResolved> votes) implements Underway {
        }

        record Tied(RoundOpened as, List<TieResolved> votes, QuotaTied tie) implements Underway {
        }

        record Allocated(RoundOpened as, List<TieResolved> votes) implements Underway {
        }

        record Closed(RoundOpened as, List<TieResolved> votes) implements Underway {
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

        record ForAllocation(Asked asked, Cohort cohort) implements Given {
        }

        /**
         * @param votes   the scheme gives the committee a vote on that quota
         * @param stake   the level the quota limits
         * @param members of the body that decides on that level
         * @param ofTied  those voters who belong to a tied branch
         * @param judges  those voters who judged the application of a tied branch before
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
            case On(State.Open round, SealRoster _, Given.ForRoster on) -> seal(round, on);
            case On(State.Sealed round, AllocateQuota _, Given.ForAllocation(_, Cohort cohort)) -> cohort.allocate(round.as().round());
            case On(State.Allocated _, AllocateQuota _, _) -> accept();
            case On(State.Tied round, ResolveTie resolve, Given.ForVote on) -> Voting.on(round.tie(), resolve, on);
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
            case RoundOpened opened -> new State.Open(opened);
            case RosterSealed _ -> new State.Sealed(as(state), List.of());
            case QuotaTied tie -> new State.Tied(as(state), votes(state), tie);
            case TieResolved vote -> new State.Sealed(as(state), Stream.concat(votes(state).stream(), Stream.of(vote)).toList());
            case QuotaAllocated _ -> new State.Allocated(as(state), votes(state));
            case RoundClosed _ -> new State.Closed(as(state), votes(state));
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
            case State.Allocated allocated -> allocated.votes();
            case State.Closed closed -> closed.votes();
            case State.None _, State.Open _ -> List.of();
        };
    }

    @Override
    public Class<RoundEvent> facts() {
        return RoundEvent.class;
    }
}
