package asterism.events;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/** What happened to a rating round: decisions about a set of applications, not about one. */
public sealed interface RoundEvent extends Event {

    RoundId round();

    @Override
    default StreamId stream() {
        return StreamId.of(round());
    }

    /**
     * @param pin               the rules of the round and of every application in it
     * @param calendar          the calendar its working days are counted by
     * @param office            the body whose round office runs it
     * @param applicationsUntil last day on which an application may be submitted
     */
    @Wire("round.opened/1")
    record RoundOpened(
            RoundId round, Label title, Pin pin, CalendarId calendar, BodyId office, LocalDate opensOn, LocalDate applicationsUntil)
            implements RoundEvent {
    }

    /**
     * Who takes part in the allocation is fixed; what they scored can no longer change.
     *
     * @param asAt         position of the journal at which the roster was read
     * @param applications how many applications are ranked
     * @param sha256       of the list of application ids, sorted, a line each
     */
    @Wire("round.roster-sealed/1")
    record RosterSealed(RoundId round, long asAt, int applications, @Open String sha256) implements RoundEvent {
    }

    /** The cut of a quota falls into a tie that the scheme's rules cannot break: the committee must vote. */
    @Wire("round.quota-tied/1")
    record QuotaTied(RoundId round, @Open String quota, int seats, List<BranchId> tied) implements RoundEvent {
    }

    /**
     * The committee voted on the order of the tied branches.
     *
     * @param order   first gets the first free seat
     * @param voters  who voted
     * @param minutes reference of the minutes
     */
    @Wire("round.tie-resolved/1")
    record TieResolved(RoundId round, @Open String quota, List<BranchId> order, List<PersonId> voters, @Open String minutes)
            implements RoundEvent {
    }

    /**
     * The seats of the round are given out.
     *
     * @param ranking SHA-256 of the ranking document: every application with outcome, level, reason and trace
     */
    @Wire("round.quota-allocated/1")
    record QuotaAllocated(RoundId round, List<Seats> quotas, int applications, @Open String ranking) implements RoundEvent {
    }

    /**
     * Seats of a quota that had come free were given to others by a decision of its own; nobody lost theirs for it. The reason stands
     * in the envelope.
     *
     * @param number  of the reallocations of this round, from 1
     * @param to      who gets a seat each
     * @param free    how many seats were free before
     * @param minutes reference of the minutes
     * @param ranking SHA-256 of a ranking document with the places of those alone
     */
    @Wire("round.quota-reallocated/1")
    record QuotaReallocated(RoundId round, int number, @Open String quota, List<BranchId> to, int free, @Open String minutes,
                            @Open String ranking) implements RoundEvent {
    }

    /** How a quota came out: {@code seats} of a {@code base} of units, {@code taken} of them used. */
    record Seats(@Open String quota, int base, int seats, int taken) {
    }

    /**
     * Assessors are assigned as proposed; what comes of it, each application says.
     *
     * @param proposal     SHA-256 of the {@link AssignmentPlan}
     * @param applications how many of them it names a panel for
     */
    @Wire("round.assignment-committed/1")
    record AssignmentCommitted(RoundId round, @Open String proposal, int applications) implements RoundEvent {
    }

    /**
     * One application did not get the panel that was proposed; it waits for assessors still.
     *
     * @param proposal SHA-256 of the proposal
     * @param code     the refusal's code
     */
    @Wire("round.assignment-refused/1")
    record AssignmentRefused(RoundId round, ApplicationId application, @Open String proposal, @Open String code, @Open String sentence)
            implements RoundEvent {

        @Override
        public Optional<BranchId> about() {
            return Optional.of(application.branch());
        }
    }

    @Wire("round.closed/1")
    record RoundClosed(RoundId round) implements RoundEvent {
    }
}
