package asterism.query.difference;

import asterism.rating.Exact;
import java.util.Collection;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/**
 * Shares a difference out among factors by their Shapley values: what each adds, averaged over all orders in which they could change. The
 * shares add up exactly to the difference, and a factor that changes nothing in any mixture gets nothing.
 */
final class Sharing {

    private Sharing() {
    }

    /**
     * The share of each factor.
     *
     * @param worth of the world in which these factors have changed and the others have not; empty where there is no such world
     * @return empty where a world is missing
     */
    static Optional<Map<Factor, Exact>> shares(List<Factor> factors, Function<Set<Factor>, Optional<Exact>> worth) {
        Map<Set<Factor>, Exact> worlds = new java.util.HashMap<>();
        for (int mask = 0; mask < 1 << factors.size(); mask++) {
            Set<Factor> changed = changed(factors, mask);
            Optional<Exact> found = worth.apply(changed);
            if (found.isEmpty()) {
                return Optional.empty();
            }
            worlds.put(changed, found.get());
        }
        Map<Factor, Exact> shares = new EnumMap<>(Factor.class);
        factors.forEach(factor -> shares.put(factor, share(factor, factors.size(), worlds)));
        return Optional.of(shares);
    }

    private static Exact share(Factor factor, int all, Map<Set<Factor>, Exact> worlds) {
        Exact share = Exact.ZERO;
        for (Map.Entry<Set<Factor>, Exact> world : worlds.entrySet()) {
            if (!world.getKey().contains(factor)) {
                Set<Factor> with = set(world.getKey());
                with.add(factor);
                Exact adds = java.util.Objects.requireNonNull(worlds.get(with)).minus(world.getValue());
                share = share.plus(adds.times(weight(world.getKey().size(), all)));
            }
        }
        return share;
    }

    /** The part of all orders in which just so many factors have changed before. */
    private static Exact weight(int before, int all) {
        return factorial(before).times(factorial(all - before - 1)).dividedBy(factorial(all));
    }

    private static Exact factorial(int number) {
        Exact product = Exact.ONE;
        for (int i = 2; i <= number; i++) {
            product = product.times(Exact.of(i));
        }
        return product;
    }

    private static Set<Factor> changed(List<Factor> factors, int mask) {
        Set<Factor> changed = set(List.of());
        for (int i = 0; i < factors.size(); i++) {
            if ((mask >> i & 1) == 1) {
                changed.add(factors.get(i));
            }
        }
        return changed;
    }

    private static Set<Factor> set(Collection<Factor> factors) {
        Set<Factor> set = EnumSet.noneOf(Factor.class);
        set.addAll(factors);
        return set;
    }
}
