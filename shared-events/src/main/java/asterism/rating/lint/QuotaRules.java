package asterism.rating.lint;

import asterism.rating.Cohort;
import asterism.rating.Ending;
import asterism.rating.Exact;
import asterism.rating.Predicate;
import asterism.rating.Result;
import asterism.rating.Scheme;
import asterism.rating.Value;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Quotas that contradict each other, push upward, stand in the wrong order or are keyed by what is outside the scope (L402 to L405). */
final class QuotaRules {
    private final Scheme scheme;
    private final Cohort cohort;
    private final Report report;

    private QuotaRules(Scheme scheme, Cohort cohort, Report report) {
        this.scheme = scheme;
        this.cohort = cohort;
        this.report = report;
    }

    static void check(Scheme scheme, Cohort cohort, Report report) {
        QuotaRules rules = new QuotaRules(scheme, cohort, report);
        List<Cohort.Hard> hard = cohort.quotas().stream().filter(Cohort.Hard.class::isInstance).map(Cohort.Hard.class::cast).toList();
        hard.forEach(rules::displacement);
        hard.forEach(rules::smallCohorts);
        cohort.quotas().forEach(rules::keys);
        rules.order(hard.stream().filter(Cohort.Hard::max).toList());
        rules.shares(hard.stream().filter(it -> it.head().share() instanceof Cohort.Share.Fixed).toList());
    }

    private static String path(Cohort.Quota quota) {
        return "cohort.quotas." + quota.id();
    }

    private static Exact share(Cohort.Hard quota) {
        return ((Cohort.Share.Fixed) quota.head().share()).share();
    }

    private int place(String code) {
        return scheme.rank(code).map(Value.Rank::place).orElse(0);
    }

    private Set<Integer> places(Cohort.Set set) {
        int bound = place(set.level());
        return IntStream.range(0, scheme.levels().size())
                .filter(place -> set.op() == Predicate.Op.IS ? place == bound : set.op() == Predicate.Op.AT_LEAST ? place >= bound
                        : place <= bound)
                .boxed().collect(Collectors.toSet());
    }

    private void displacement(Cohort.Hard quota) {
        Set<Integer> inside = places(quota.head().levels());
        boolean toLevel = quota.displaced().to() instanceof Result.ToLevel;
        int target = quota.displaced().to() instanceof Result.ToLevel(String code) ? place(code) : -1;
        int lowest = inside.stream().min(Integer::compare).orElse(0);
        if (quota.max() && toLevel && (inside.contains(target) || target > lowest)) {
            report.error("L403", path(quota) + ".displaced", "whom this quota displaces would not go down");
        } else if (!quota.max() && !(toLevel && inside.contains(target))) {
            report.error("L403", path(quota) + ".displaced", "whom this quota takes in must go to a level inside it");
        }
    }

    private void smallCohorts(Cohort.Hard quota) {
        boolean down = quota.head().rounding() == RoundingMode.FLOOR || quota.head().rounding() == RoundingMode.DOWN;
        if (!cohort.scope().isEmpty() && down && quota.head().share() instanceof Cohort.Share.Fixed(Exact share) && share.signum() > 0
                && share.compareTo(Exact.ONE) < 0) {
            report.warn("L405", path(quota) + ".share",
                    "a cohort of fewer than " + Exact.ONE.dividedBy(share).round(0, RoundingMode.CEILING) + " units gets no seat");
        }
    }

    private void keys(Cohort.Quota quota) {
        if (quota.head().share() instanceof Cohort.Share.FromTable(String _, List<String> by, String _)) {
            by.stream().filter(name -> !cohort.scope().contains(name))
                    .forEach(name -> report.error("L404", path(quota) + ".share",
                            name + " differs within a cohort: it is not in the scope"));
        }
    }

    private void order(List<Cohort.Hard> quotas) {
        for (int i = 1; i < quotas.size(); i++) {
            if (place(quotas.get(i).head().levels().level()) > place(quotas.get(i - 1).head().levels().level())) {
                report.error("L403", path(quotas.get(i)), "stands after the quota of a lower level; quotas run from the top down");
            }
        }
    }

    private void shares(List<Cohort.Hard> quotas) {
        List<Cohort.Hard> mins = quotas.stream().filter(quota -> !quota.max()).toList();
        List<Cohort.Hard> maxes = quotas.stream().filter(Cohort.Hard::max).toList();
        for (Cohort.Hard min : mins) {
            maxes.stream().filter(max -> places(max.head().levels()).containsAll(places(min.head().levels()))
                            && share(min).compareTo(share(max)) > 0)
                    .forEach(max -> report.error("L402", path(min) + ".share", "at least " + share(min) + " here, but at most " + share(max)
                            + " by " + max.id()));
        }
        for (List<Cohort.Hard> apart : disjoint(mins)) {
            if (sum(apart).compareTo(Exact.ONE) > 0) {
                report.error("L402", path(apart.getLast()) + ".share", "the least shares add up to " + sum(apart));
                return;
            }
        }
        for (List<Cohort.Hard> apart : disjoint(maxes)) {
            boolean everyLevel = apart.stream().mapToInt(quota -> places(quota.head().levels()).size()).sum() == scheme.levels().size();
            boolean wayOut = apart.stream().anyMatch(quota -> quota.displaced().to() instanceof Ending
                    || quota.ifBroken() != Cohort.IfBroken.DISPLACE);
            if (everyLevel && !wayOut && sum(apart).compareTo(Exact.ONE) < 0) {
                report.error("L402", path(apart.getLast()) + ".share", "the greatest shares of all levels add up to " + sum(apart)
                        + ": somebody has no level");
                return;
            }
        }
    }

    private static Exact sum(List<Cohort.Hard> quotas) {
        return quotas.stream().map(QuotaRules::share).reduce(Exact.ZERO, Exact::plus);
    }

    /** Every choice of quotas whose levels do not overlap. */
    private List<List<Cohort.Hard>> disjoint(List<Cohort.Hard> quotas) {
        List<List<Cohort.Hard>> choices = new ArrayList<>();
        choices.add(List.of());
        for (Cohort.Hard quota : quotas.subList(0, Math.min(quotas.size(), 12))) {
            for (List<Cohort.Hard> choice : List.copyOf(choices)) {
                Set<Integer> taken = new HashSet<>();
                choice.forEach(it -> taken.addAll(places(it.head().levels())));
                if (places(quota.head().levels()).stream().noneMatch(taken::contains)) {
                    List<Cohort.Hard> longer = new ArrayList<>(choice);
                    longer.add(quota);
                    choices.add(longer);
                }
            }
        }
        return choices.stream().filter(choice -> !choice.isEmpty()).toList();
    }
}
