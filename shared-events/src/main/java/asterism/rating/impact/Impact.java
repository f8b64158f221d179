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
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What a change would do: the same rows rated by two schemes, or two sets of rows.
 *
 * @param units        all that were rated
 * @param changes      those whose outcome differs, in the order of the rows
 * @param quotasBefore what each quota found and did by the earlier scheme
 * @param quotasAfter  by the later
 */
public record Impact(int units, List<Change> changes, List<QuotaUse> quotasBefore, List<QuotaUse> quotasAfter) {
    /** Why a unit that takes no part has no level, and the step that makes the difference where it takes part in one rating only. */
    public static final String ABSENT = "takes_no_part";

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

    /** Compares two ratings, unit by unit; a unit that one of them does not know is not rated in it. */
    public static Impact between(CohortRating before, CohortRating after) {
        Map<String, UnitRating> then = named(after);
        Map<String, UnitRating> now = named(before);
        List<Change> changes = new ArrayList<>();
        before.units().forEach(unit -> between(unit, then.getOrDefault(unit.unit(), absent(unit))).ifPresent(changes::add));
        after.units().stream().filter(unit -> !now.containsKey(unit.unit())).forEach(unit ->
                between(absent(unit), unit).ifPresent(changes::add));
        return new Impact((int) Stream.concat(now.keySet().stream(), then.keySet().stream()).distinct().count(), changes,
                before.quotas(), after.quotas());
    }

    private static Map<String, UnitRating> named(CohortRating rating) {
        return rating.units().stream().collect(Collectors.toMap(UnitRating::unit, unit -> unit, (first, _) -> first));
    }

    private static UnitRating absent(UnitRating unit) {
        return new UnitRating(unit.unit(), unit.scheme(), new Outcome.NotRated(ABSENT), List.of());
    }

    private static List<Cause> causes(UnitRating from, UnitRating to) {
        boolean absent = Stream.of(from, to).anyMatch(unit -> unit.outcome().equals(new Outcome.NotRated(ABSENT)));
        return absent ? List.of(new Cause(ABSENT, Cause.Kind.INPUT)) : Parting.of(from, to);
    }

    /** How two ratings of one unit differ, and which steps made the difference; empty where they do not. */
    public static Optional<Change> between(UnitRating from, UnitRating to) {
        boolean bothRated = from.outcome() instanceof Outcome.Rated && to.outcome() instanceof Outcome.Rated;
        boolean same = bothRated
                ? from.outcome().levelOrEmpty().equals(to.outcome().levelOrEmpty())
                : from.outcome().equals(to.outcome());
        return same ? Optional.empty()
                : Optional.of(new Change(from.unit(), from.outcome(), to.outcome(), way(from, to), causes(from, to)));
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
