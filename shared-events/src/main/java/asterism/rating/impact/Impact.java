package asterism.rating.impact;

import asterism.rating.CohortRating;
import asterism.rating.CohortRating.QuotaUse;
import asterism.rating.Outcome;
import asterism.rating.Rating;
import asterism.rating.Row;
import asterism.rating.Scheme;
import asterism.rating.UnitRating;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What a change of a scheme would do: the same rows rated by both.
 *
 * @param units        all that were rated by both
 * @param changes      those whose outcome differs, in the order of the rows
 * @param quotasBefore what each quota found and did by the earlier scheme
 * @param quotasAfter  by the later
 */
public record Impact(int units, List<Change> changes, List<QuotaUse> quotasBefore, List<QuotaUse> quotasAfter) {

    /** Rates the rows by both and compares; a pure function. Throws {@link asterism.rating.NoShareException} as rating does. */
    public static Impact of(Rating from, Rating to, List<Row> rows) {
        List<Change> changes = new ArrayList<>();
        if (!from.needsCohort() && !to.needsCohort()) {
            rows.forEach(row -> between(from.rateUnit(row), to.rateUnit(row)).ifPresent(changes::add));
            return new Impact(rows.size(), changes, List.of(), List.of());
        }
        CohortRating before = from.rate(rows);
        CohortRating after = to.rate(rows);
        for (int i = 0; i < rows.size(); i++) {
            between(before.units().get(i), after.units().get(i)).ifPresent(changes::add);
        }
        return new Impact(rows.size(), changes, before.quotas(), after.quotas());
    }

    /** How two ratings of one unit differ, and which steps made the difference; empty where they do not. */
    public static Optional<Change> between(UnitRating from, UnitRating to) {
        boolean bothRated = from.outcome() instanceof Outcome.Rated && to.outcome() instanceof Outcome.Rated;
        boolean same = bothRated
                ? from.outcome().levelOrEmpty().equals(to.outcome().levelOrEmpty())
                : from.outcome().equals(to.outcome());
        return same ? Optional.empty()
                : Optional.of(new Change(from.unit(), from.outcome(), to.outcome(), way(from, to), Parting.of(from, to)));
    }

    private static Change.Way way(UnitRating from, UnitRating to) {
        boolean before = from.outcome() instanceof Outcome.Rated;
        boolean after = to.outcome() instanceof Outcome.Rated;
        if (!before || !after) {
            return before ? Change.Way.UNRATED : after ? Change.Way.RATED : Change.Way.OTHER_REASON;
        }
        return Stream.of(to, from).map(UnitRating::scheme).filter(scheme -> scheme != null)
                .flatMap(scheme -> order(scheme, from.outcome(), to.outcome()).stream()).findFirst()
                .map(order -> order < 0 ? Change.Way.UP : Change.Way.DOWN).orElse(Change.Way.RENAMED);
    }

    /** Negative where the second level is the better one; empty where this scheme does not know both. */
    private static Optional<Integer> order(Scheme scheme, Outcome from, Outcome to) {
        return scheme.rank(from.levelOrEmpty()).flatMap(before -> scheme.rank(to.levelOrEmpty())
                .map(after -> Integer.compare(before.place(), after.place())));
    }
}
