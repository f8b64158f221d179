package asterism.query.difference;

import asterism.events.Level;
import asterism.events.PersonId;
import asterism.rating.Exact;
import asterism.rating.Outcome;
import asterism.rating.Scheme;
import asterism.rating.UnitRating;
import asterism.rating.impact.Cause;
import asterism.rating.impact.Change;
import asterism.rating.impact.Impact;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * The difference between two stars of a branch.
 *
 * @param change     in levels
 * @param parts      of it, which add up to it exactly; parts of nothing are left out
 * @param panelTold  somebody scored both times, so that panel and performance can be told apart
 * @param steps      of the scheme that made the computed level differ
 */
record Difference(Exact change, Map<Factor, Exact> parts, boolean panelTold, List<Cause> steps) {
    private static final List<Factor> MIXED =
            List.of(Factor.PERFORMANCE, Factor.PANEL, Factor.MODERATION, Factor.SCHEME, Factor.PRIOR_LEVEL);

    static Difference between(Star from, Star to) {
        Map<Factor, Exact> parts = new EnumMap<>(Factor.class);
        Set<Factor> all = new TreeSet<>(from.parts().keySet());
        all.addAll(to.parts().keySet());
        all.forEach(factor -> add(parts, factor,
                Exact.of(to.parts().getOrDefault(factor, 0) - from.parts().getOrDefault(factor, 0))));
        Exact change = Exact.of(to.number() - from.number());
        Judged before = from.judged();
        Judged after = to.judged();
        if (before == null || after == null || Objects.equals(from.application(), to.application())) {
            add(parts, Factor.RATING, Exact.of(to.computed() - from.computed()));
            return new Difference(change, parts, false, List.of());
        }
        shares(before, after, from.computed(), to.computed()).ifPresentOrElse(
                shares -> shares.forEach((factor, share) -> add(parts, factor, share)),
                () -> add(parts, Factor.TOGETHER, Exact.of(to.computed() - from.computed())));
        return new Difference(change, parts, before.sharesJudgesWith(after),
                Impact.between(before.rated(), after.rated()).map(Change::causes).orElse(List.of()));
    }

    private static void add(Map<Factor, Exact> parts, Factor factor, Exact more) {
        if (more.signum() != 0) {
            parts.merge(factor, more, Exact::plus);
        }
    }

    /** Empty where some mixture cannot be rated, or the rating gives not what was recorded. */
    private static Optional<Map<Factor, Exact>> shares(Judged from, Judged to, int before, int after) {
        boolean asRecorded = worth(from, to, Set.of()).equals(Optional.of(Exact.of(before)))
                && worth(from, to, Set.copyOf(MIXED)).equals(Optional.of(Exact.of(after)));
        return asRecorded ? Sharing.shares(MIXED, changed -> worth(from, to, changed)) : Optional.empty();
    }

    private static Optional<Exact> worth(Judged from, Judged to, Set<Factor> changed) {
        Judged unit = changed.contains(Factor.PERFORMANCE) ? to : from;
        Scheme scheme = (changed.contains(Factor.SCHEME) ? to : from).scheme();
        Level prior = (changed.contains(Factor.PRIOR_LEVEL) ? to : from).prior();
        UnitRating rated = Judged.rate(scheme, unit.kind(), unit.established(), scores(from, to, changed, scheme), prior);
        return switch (rated.outcome()) {
            case Outcome.Rated(String level, String _) -> scheme.rank(level).map(rank -> Exact.of(rank.place() + 1L));
            case Outcome.NotRated _ -> Optional.of(Exact.ZERO);
            case Outcome.Undetermined _ -> Optional.empty();
        };
    }

    private static Map<PersonId, Map<String, String>> scores(Judged from, Judged to, Set<Factor> changed, Scheme scheme) {
        boolean otherPanel = changed.contains(Factor.PANEL);
        Judged panel = otherPanel ? to : from;
        Judged moderation = changed.contains(Factor.MODERATION) ? to : from;
        return moderation.moderate(changed.contains(Factor.PERFORMANCE) == otherPanel ? panel.raw()
                : (otherPanel ? from : to).judgedBy(panel, scheme), scheme);
    }
}
