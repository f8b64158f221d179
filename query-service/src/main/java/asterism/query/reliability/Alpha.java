package asterism.query.reliability;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Random;

/**
 * Krippendorff's alpha: 1 where all agree, 0 where they agree as if by chance, below 0 where they contradict each other. Units with a
 * single value tell nothing and are left out.
 */
final class Alpha {
    /** How far two values are apart. */
    enum Metric { NOMINAL, ORDINAL, INTERVAL, RATIO }

    /** Between these two lie 95 in 100 of the alphas of units drawn again. */
    record Interval(double low, double high) {
    }

    private static final int DRAWS = 1_000;
    private static final long SEED = 20_240_603;
    private final Metric metric;
    private final double[] values;
    private final List<double[]> units;

    private Alpha(List<double[]> all, Metric metric) {
        this.metric = metric;
        units = all.stream().filter(unit -> unit.length > 1).toList();
        values = units.stream().flatMapToDouble(Arrays::stream).distinct().sorted().toArray();
    }

    /**
     * The alpha of these units; empty where all values are the same, so that there is nothing to agree on.
     *
     * @param units the values of each
     */
    static OptionalDouble of(List<double[]> units, Metric metric) {
        Alpha alpha = new Alpha(units, metric);
        return alpha.of(alpha.units);
    }

    /** How far alpha might be another one with other units of the same kind: drawn a thousand times, always in the same way. */
    static Optional<Interval> interval(List<double[]> units, Metric metric) {
        Alpha alpha = new Alpha(units, metric);
        Random random = new Random(SEED);
        double[] alphas = java.util.stream.IntStream.range(0, alpha.units.isEmpty() ? 0 : DRAWS)
                .mapToObj(_ -> alpha.of(alpha.drawn(random))).filter(OptionalDouble::isPresent).mapToDouble(OptionalDouble::getAsDouble)
                .sorted().toArray();
        return alphas.length == 0 ? Optional.empty()
                : Optional.of(new Interval(alphas[(int) (alphas.length * 0.025)], alphas[(int) (alphas.length * 0.975)]));
    }

    private List<double[]> drawn(Random random) {
        List<double[]> drawn = new ArrayList<>();
        for (int i = 0; i < units.size(); i++) {
            drawn.add(units.get(random.nextInt(units.size())));
        }
        return drawn;
    }

    private OptionalDouble of(List<double[]> some) {
        double[][] coincidences = coincidences(some);
        double[] totals = Arrays.stream(coincidences).mapToDouble(row -> Arrays.stream(row).sum()).toArray();
        double all = Arrays.stream(totals).sum();
        double observed = 0;
        double expected = 0;
        for (int c = 0; c < values.length; c++) {
            for (int k = c + 1; k < values.length; k++) {
                double apart = apart(c, k, totals);
                observed += coincidences[c][k] * apart;
                expected += totals[c] * totals[k] * apart;
            }
        }
        return expected == 0 ? OptionalDouble.empty() : OptionalDouble.of(1 - (all - 1) * observed / expected);
    }

    /** How often two values stand together in a unit, each unit counting as its number of values. */
    private double[][] coincidences(List<double[]> some) {
        double[][] together = new double[values.length][values.length];
        for (double[] unit : some) {
            int[] places = Arrays.stream(unit).mapToInt(value -> Arrays.binarySearch(values, value)).toArray();
            for (int i = 0; i < places.length; i++) {
                for (int j = 0; j < places.length; j++) {
                    if (i != j) {
                        together[places[i]][places[j]] += 1.0 / (places.length - 1);
                    }
                }
            }
        }
        return together;
    }

    /** The squared distance of two values, the lower one first. */
    private double apart(int c, int k, double[] totals) {
        double distance = switch (metric) {
            case NOMINAL -> 1;
            case ORDINAL -> Arrays.stream(totals, c, k + 1).sum() - (totals[c] + totals[k]) / 2;
            case INTERVAL -> values[k] - values[c];
            case RATIO -> values[k] + values[c] == 0 ? 0 : (values[k] - values[c]) / (values[k] + values[c]);
        };
        return distance * distance;
    }
}
