package asterism.command.round;

import asterism.command.core.Decision;
import asterism.events.BranchId;
import asterism.events.RoundEvent.QuotaAllocated;
import asterism.events.RoundEvent.QuotaTied;
import asterism.events.RoundEvent.Seats;
import asterism.events.RoundId;
import asterism.events.Sha256;
import asterism.rating.CohortRating;
import asterism.rating.CohortRating.QuotaUse;
import asterism.rating.Outcome;
import asterism.rating.round.Roster;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/** Gives out the seats of a round: everybody on the roster is rated against each other. */
final class Allotting {
    private static final String TIE = "TIE:";

    private Allotting() {
    }

    /** The seats given out, or the first tie that only the committee can break. */
    static Decision allot(RoundId round, Roster roster) {
        CohortRating rating = roster.rate();
        Optional<QuotaUse> tied = rating.quotas().stream().filter(use -> !tied(roster, rating, use.quota()).isEmpty()).findFirst();
        return tied.map(use -> Decision.accept(new QuotaTied(round, use.quota(), use.seats(), tied(roster, rating, use.quota()))))
                .orElseGet(() -> allocated(round, roster, rating));
    }

    private static Decision allocated(RoundId round, Roster roster, CohortRating rating) {
        String ranking = roster.ranking(rating).text();
        List<Seats> seats = rating.quotas().stream()
                .map(use -> new Seats(use.quota(), use.base(), use.seats(), use.have() - use.moved())).toList();
        return Decision.accept(List.of(ranking), new QuotaAllocated(round, seats, roster.cases().size(), Sha256.of(ranking)));
    }

    private static List<BranchId> tied(Roster roster, CohortRating rating, String quota) {
        return IntStream.range(0, roster.cases().size())
                .filter(i -> rating.units().get(i).outcome() instanceof Outcome.Undetermined(String reason) && reason.equals(TIE + quota))
                .mapToObj(i -> roster.cases().get(i).application().branch()).toList();
    }
}
