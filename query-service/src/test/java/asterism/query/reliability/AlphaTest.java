package asterism.query.reliability;

import static org.assertj.core.api.Assertions.assertThat;

import asterism.query.reliability.Alpha.Interval;
import asterism.query.reliability.Alpha.Metric;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AlphaTest {
    /** Four observers, twelve units; the example that the measure's author works out. */
    private static final List<String> OBSERVERS = List.of("1 2 3 3 2 1 4 1 2 . . .", "1 2 3 3 2 2 4 1 2 5 . 3", ". 3 3 3 2 3 4 2 2 5 1 .",
            "1 2 3 3 2 4 4 1 2 5 1 .");
    private static final List<double[]> EXAMPLE = IntStream.range(0, 12).mapToObj(unit -> OBSERVERS.stream()
            .map(row -> row.split(" ", -1)[unit]).filter(cell -> !cell.equals(".")).mapToDouble(Double::parseDouble).toArray()).toList();

    @ParameterizedTest
    @CsvSource({"NOMINAL, 0.743", "ORDINAL, 0.815", "INTERVAL, 0.849", "RATIO, 0.797"})
    void theExampleComesOutAsPublished(Metric metric, double published) {
        assertThat(Alpha.of(EXAMPLE, metric).orElseThrow()).isCloseTo(published, Offset.offset(0.0006));
    }

    @Test
    void agreementIsOneAndWhereAllIsTheSameThereIsNothingToAgreeOn() {
        assertThat(Alpha.of(List.of(new double[] {1, 1}, new double[] {4, 4}), Metric.INTERVAL)).hasValue(1.0);
        assertThat(Alpha.of(List.of(new double[] {3, 3}, new double[] {3, 3}), Metric.INTERVAL)).isEmpty();
        assertThat(Alpha.of(List.of(new double[] {3}, new double[] {4}), Metric.INTERVAL)).isEmpty();
        assertThat(Alpha.interval(List.of(new double[] {3}), Metric.INTERVAL)).isEmpty();
    }

    @Test
    void theIntervalHoldsAlphaIsAlwaysTheSameAndNarrowsWithMoreUnits() {
        Interval interval = Alpha.interval(EXAMPLE, Metric.INTERVAL).orElseThrow();
        assertThat(Alpha.of(EXAMPLE, Metric.INTERVAL).orElseThrow()).isBetween(interval.low(), interval.high());
        assertThat(Alpha.interval(EXAMPLE, Metric.INTERVAL)).hasValue(interval);
        List<double[]> tenfold = IntStream.range(0, 10).boxed().flatMap(_ -> EXAMPLE.stream()).toList();
        Interval more = Alpha.interval(tenfold, Metric.INTERVAL).orElseThrow();
        assertThat(more.high() - more.low()).isLessThan((interval.high() - interval.low()) / 2);
    }

    @Test
    void chanceAloneIsAboutNothing() {
        Random random = new Random(11);
        List<double[]> units = IntStream.range(0, 2_000).mapToObj(_ -> random.ints(3, 0, 5).asDoubleStream().toArray()).toList();
        assertThat(Arrays.stream(Metric.values()).map(metric -> Alpha.of(units, metric).orElseThrow()))
                .allSatisfy(alpha -> assertThat(alpha).isBetween(-0.05, 0.05));
    }
}
