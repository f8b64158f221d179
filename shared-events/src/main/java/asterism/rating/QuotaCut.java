package asterism.rating;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** One quota in one cohort: ranks the units, finds the cut and any tie across it, and moves whom it must. */
final class QuotaCut {
    private final Scheme scheme;
    private final Cohort.Hard quota;
    private final Trace.Seats seats;
    private final Comparator<RatedUnit> order;
    private int moved;
    private int open;
    private int warned;

    QuotaCut(Scheme scheme, Cohort.Hard quota, Trace.Seats seats) {
        this.scheme = scheme;
        this.quota = quota;
        this.seats = seats;
        Comparator<RatedUnit> all = (_, _) -> 0;
        for (Cohort.Key key : keys()) {
            all = all.thenComparing((a, b) -> compare(key, a.value(key.name()), b.value(key.name())));
        }
        this.order = all;
    }

    private List<Cohort.Key> keys() {
        List<Cohort.Key> keys = new ArrayList<>(quota.rankBy());
        keys.addAll(quota.ties().thenBy());
        return keys;
    }

    /** Better first; a missing key ranks last. */
    private static int compare(Cohort.Key key, @Nullable Value a, @Nullable Value b) {
        if (a == null || b == null) {
            return Boolean.compare(a == null, b == null);
        }
        int order = Comparison.order(a, b).orElseThrow();
        return key.highestFirst() ? -order : order;
    }

    /** Moves whom it must; tells how many units moved, were left open, were warned. */
    int[] apply(List<RatedUnit> cohort, List<RatedUnit> inside) {
        List<RatedUnit> free = (quota.max() ? inside : cohort.stream().filter(unit -> isOutside(unit, inside)).toList()).stream()
                .filter(unit -> !isProtected(unit)).sorted(order).toList();
        int first = quota.max() ? freeSeats(inside) : Math.max(0, seats.seats() - inside.size());
        inside.stream().filter(unit -> !quota.max() || isProtected(unit)).forEach(this::stays);
        int cut = Math.min(first, free.size());
        boolean tied = cut > 0 && cut < free.size() && order.compare(free.get(cut - 1), free.get(cut)) == 0;
        for (int i = 0; i < free.size(); i++) {
            boolean inTie = tied && order.compare(free.get(i), free.get(cut)) == 0;
            settle(free.get(i), rank(free, i), i < cut, inTie);
        }
        return new int[] {moved, open, warned};
    }

    private static boolean isOutside(RatedUnit unit, List<RatedUnit> inside) {
        return unit.outcome() instanceof Outcome.Rated && !unit.isHidden() && inside.stream().noneMatch(it -> it == unit);
    }

    private boolean isProtected(RatedUnit unit) {
        return quota.protection() != null && unit.holds(quota.protection().when());
    }

    private int freeSeats(List<RatedUnit> inside) {
        boolean used = quota.protection() != null && quota.protection().useSeats();
        return used ? (int) Math.max(0, seats.seats() - inside.stream().filter(this::isProtected).count()) : seats.seats();
    }

    /** Equal units share the rank of the first of them. */
    private int rank(List<RatedUnit> ranked, int at) {
        int first = at;
        while (first > 0 && order.compare(ranked.get(first - 1), ranked.get(at)) == 0) {
            first--;
        }
        return first + 1;
    }

    private void settle(RatedUnit unit, int rank, boolean first, boolean inTie) {
        Cohort.StillTied tieRule = quota.ties().stillTied();
        if (inTie && tieRule == Cohort.StillTied.UNDETERMINED && quota.ifBroken() != Cohort.IfBroken.WARN) {
            leaveOpen(unit, rank, "TIE:");
            return;
        }
        boolean ends = (inTie && tieRule != Cohort.StillTied.UNDETERMINED) ? tieRule == Cohort.StillTied.ALL_IN : first;
        boolean moves = quota.max() ? !ends : ends;
        if (!moves) {
            trace(unit, line(unit, rank), "unchanged");
            return;
        }
        switch (quota.ifBroken()) {
            case DISPLACE -> displace(unit, rank);
            case UNDETERMINED -> leaveOpen(unit, rank, "QUOTA:");
            case WARN -> {
                warned++;
                trace(unit, line(unit, rank), "warned");
            }
        }
    }

    private void stays(RatedUnit unit) {
        trace(unit, line(unit, null), "unchanged");
    }

    private void trace(RatedUnit unit, Trace.Line line, String effect) {
        if (quota.max() || !effect.equals("unchanged")) {
            unit.trace(line.effect(effect));
        }
    }

    private void leaveOpen(RatedUnit unit, int rank, String why) {
        open++;
        Outcome outcome = new Outcome.Undetermined(why + quota.id());
        unit.trace(line(unit, rank).effect("stopped").options(List.of(level(unit).code(), target(unit))).outcome(outcome));
        unit.become(outcome);
    }

    private void displace(RatedUnit unit, int rank) {
        moved++;
        Value.Rank before = level(unit);
        Trace.Line line = line(unit, rank);
        if (quota.displaced().to() instanceof Ending ending) {
            Outcome outcome = Outcome.of(ending);
            unit.trace(line.effect("stopped").wrote(Values.LEVEL, before, null).outcome(outcome));
            unit.become(outcome);
            return;
        }
        Value.Rank after = scheme.rank(target(unit)).orElseThrow();
        unit.trace(line.effect(before.equals(after) ? "unchanged" : "changed").wrote(Values.LEVEL, before, after));
        if (!before.equals(after)) {
            unit.become(new Outcome.Rated(after.code(), quota.id()));
        }
        if (!quota.displaced().countsThere()) {
            unit.hide();
        }
    }

    /** Where a displaced unit goes: a level, or the code of not being rated. */
    private String target(RatedUnit unit) {
        return switch (quota.displaced().to()) {
            case null -> scheme.rank(level(unit).place() - 1L).code();
            case Result.ToLevel(String code) -> code;
            case Ending ending -> ending.code();
            case Result.Unset _ -> throw new IllegalStateException("the reader refuses this");
        };
    }

    private static Value.Rank level(RatedUnit unit) {
        return (Value.Rank) Objects.requireNonNull(unit.value(Values.LEVEL));
    }

    private Trace.Line line(RatedUnit unit, @Nullable Integer rank) {
        Trace.Line line = new Trace.Line(quota.id(), "quota").wrote(Values.LEVEL, level(unit), level(unit)).seats(seats, rank);
        keys().forEach(key -> line.reads(key.name(), unit.value(key.name())));
        return line;
    }
}
