package asterism.command.round;

import asterism.command.core.Decision;
import asterism.command.rules.Rules;
import asterism.command.rules.Rules.Rated;
import asterism.events.ApplicationId;
import asterism.events.BranchId;
import asterism.events.Ranking;
import asterism.events.Ranking.Place;
import asterism.events.RoundEvent.QuotaAllocated;
import asterism.events.RoundEvent.QuotaTied;
import asterism.events.RoundEvent.Seats;
import asterism.events.RoundEvent.TieResolved;
import asterism.events.RoundId;
import asterism.events.Sha256;
import asterism.rating.CohortRating;
import asterism.rating.CohortRating.QuotaUse;
import asterism.rating.Outcome;
import asterism.rating.Row;
import asterism.rating.impact.Impact;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * Everybody on the roster, to be rated against each other.
 *
 * @param rows one row of the rating each, without the committee's votes
 */
record Cohort(Rules rules, List<Entry> rows, List<TieResolved> votes) {
    private static final String TIE = "TIE:";

    Cohort {
        rows = rows.stream().sorted(Comparator.comparing(entry -> entry.application().toString())).toList();
    }

    record Entry(ApplicationId application, Row row) {
    }

    /** The seats given out, or the first tie that only the committee can break. */
    Decision allocate(RoundId round) {
        CohortRating rating = rules.rate(rows.stream().map(this::withVotes).toList());
        Optional<QuotaUse> tied = rating.quotas().stream().filter(use -> !tied(rating, use.quota()).isEmpty()).findFirst();
        return tied.map(use -> Decision.accept(new QuotaTied(round, use.quota(), use.seats(), tied(rating, use.quota()))))
                .orElseGet(() -> allocated(round, rating));
    }

    /** What other rules would have done to the same units. */
    Impact impact(Rules later) {
        return rules.impact(later, rows.stream().map(entry -> later.named(withVotes(entry), entry.application().branch())).toList());
    }

    private Decision allocated(RoundId round, CohortRating rating) {
        List<Place> places = new ArrayList<>();
        for (int i = 0; i < rows.size(); i++) {
            Rated rated = Rated.of(rating.units().get(i));
            places.add(new Place(rows.get(i).application(), rated.computed(), rated.trace()));
        }
        String ranking = new Ranking(places).text();
        List<Seats> seats = rating.quotas().stream()
                .map(use -> new Seats(use.quota(), use.base(), use.seats(), use.have() - use.moved())).toList();
        return Decision.accept(List.of(ranking), new QuotaAllocated(round, seats, rows.size(), Sha256.of(ranking)));
    }

    private List<BranchId> tied(CohortRating rating, String quota) {
        return IntStream.range(0, rows.size())
                .filter(i -> rating.units().get(i).outcome() instanceof Outcome.Undetermined(String reason) && reason.equals(TIE + quota))
                .mapToObj(i -> rows.get(i).application().branch()).toList();
    }

    private Row withVotes(Entry entry) {
        Map<String, String> cells = new HashMap<>(entry.row().cells());
        for (TieResolved vote : votes) {
            int place = vote.order().indexOf(entry.application().branch());
            if (place >= 0) {
                rules.vote(vote.quota()).ifPresent(input -> cells.put(input, String.valueOf(place + 1)));
            }
        }
        return new Row(cells);
    }
}
