package asterism.rating;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Applies the quotas of one scheme version, in order, to each of its cohorts. */
final class Quotas {
    private final Scheme scheme;
    private final Map<String, String> scope;
    private final List<RatedUnit> cohort;

    private Quotas(Scheme scheme, Map<String, String> scope, List<RatedUnit> cohort) {
        this.scheme = scheme;
        this.scope = scope;
        this.cohort = cohort;
    }

    static List<CohortRating.QuotaUse> apply(Scheme scheme, List<RatedUnit> units) {
        Cohort rules = Objects.requireNonNull(scheme.cohort());
        Map<List<String>, List<RatedUnit>> cohorts = new TreeMap<>(Comparator.comparing(values -> String.join("\u0000", values)));
        units.forEach(unit -> cohorts.computeIfAbsent(rules.scope().stream().map(name -> text(unit.value(name))).toList(),
                _ -> new ArrayList<>()).add(unit));
        List<CohortRating.QuotaUse> uses = new ArrayList<>();
        cohorts.forEach((values, members) -> {
            Map<String, String> scope = new LinkedHashMap<>();
            for (int i = 0; i < values.size(); i++) {
                scope.put(rules.scope().get(i), values.get(i));
            }
            rules.quotas().forEach(quota -> uses.add(new Quotas(scheme, scope, members).apply(quota)));
        });
        return uses;
    }

    private static String text(@Nullable Value value) {
        return value == null ? "" : value.text();
    }

    private CohortRating.QuotaUse apply(Cohort.Quota quota) {
        List<RatedUnit> inside = cohort.stream().filter(unit -> !unit.isHidden() && isInside(unit, quota.head().levels())).toList();
        Trace.Seats seats = seats(quota.head(), inside.size());
        int[] done = switch (quota) {
            case Cohort.Guide guide -> new int[] {0, 0, guide(guide, seats, inside)};
            case Cohort.Hard hard when hard.waits() && cohort.stream().anyMatch(unit -> unit.outcome() instanceof Outcome.Undetermined) ->
                    new int[] {0, hold(hard, seats, inside), 0};
            case Cohort.Hard hard -> new QuotaCut(scheme, hard, seats).apply(cohort, inside);
        };
        return new CohortRating.QuotaUse(quota.id(), scheme.version(), scope, seats.share().toString(), seats.base(),
                seats.seats(), seats.have(),
                done[0], done[1], done[2]);
    }

    private boolean isInside(RatedUnit unit, Cohort.Set levels) {
        return unit.outcome() instanceof Outcome.Rated(String level, String _)
                && Comparison.holds(levels.op(), Integer.compare(place(level), place(levels.level())));
    }

    private int place(String level) {
        return scheme.rank(level).orElseThrow().place();
    }

    private Trace.Seats seats(Cohort.Head head, int have) {
        int base = (int) switch (head.base()) {
            case ALL_UNITS -> cohort.size();
            case RATED_UNITS -> cohort.stream().filter(unit -> unit.outcome() instanceof Outcome.Rated).count();
        };
        Exact share = share(head);
        int seats = share.times(Exact.of(base)).round(0, head.rounding()).numerator().intValueExact();
        return new Trace.Seats(head.id(), share, base, seats, have);
    }

    private Exact share(Cohort.Head head) {
        return switch (head.share()) {
            case Cohort.Share.Fixed(Exact share) -> share;
            case Cohort.Share.FromTable(String name, List<String> by, String column) -> {
                Table table = Objects.requireNonNull(scheme.tables().get(name));
                List<Value> keys = by.stream().map(key -> cohort.getFirst().value(key))
                        .map(value -> value == null ? new Value.Word("") : value).toList();
                yield table.find(keys).flatMap(row -> Exact.parse(table.cell(row, column)))
                        .orElseThrow(() -> new NoShareException(head.id(), name, keys.stream().map(Value::text)
                                .collect(Collectors.joining("/"))));
            }
        };
    }

    private static int guide(Cohort.Guide guide, Trace.Seats seats, List<RatedUnit> inside) {
        Exact off = seats.base() == 0 ? Exact.ZERO : Exact.of(seats.have()).dividedBy(Exact.of(seats.base())).minus(seats.share()).abs();
        if (off.compareTo(guide.tolerance()) <= 0) {
            return 0;
        }
        inside.forEach(unit -> unit.trace(new Trace.Line(guide.id(), "quota").effect("warned").seats(seats, null)));
        return inside.size();
    }

    private static int hold(Cohort.Hard quota, Trace.Seats seats, List<RatedUnit> inside) {
        Outcome waits = new Outcome.Undetermined("QUOTA_WAITS:" + quota.id());
        inside.forEach(unit -> {
            unit.trace(new Trace.Line(quota.id(), "quota").effect("stopped").outcome(waits).seats(seats, null));
            unit.become(waits);
        });
        return inside.size();
    }
}
