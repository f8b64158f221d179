package asterism.cli.bench;

import java.util.function.ToDoubleFunction;

/**
 * A ratio of one line to another of the same run, the floor it must not fall under and the goal it should reach. Where less is better,
 * the floor is the most it may be.
 *
 * @param line    id of the line looked at, such as {@code journal@8}
 * @param against id of the line it is divided by
 */
record Goal(String line, String against, Measure measure, double floor, double goal) {

    enum Measure {
        RATE("rate", true, Measured::rate),
        P50("p50", false, Measured::p50Micros),
        CPU("cpu", false, Measured::cpuMicros);

        private final String word;
        private final boolean moreIsBetter;
        private final ToDoubleFunction<Measured> of;

        Measure(String word, boolean moreIsBetter, ToDoubleFunction<Measured> of) {
            this.word = word;
            this.moreIsBetter = moreIsBetter;
            this.of = of;
        }

        String word() {
            return word;
        }

        boolean moreIsBetter() {
            return moreIsBetter;
        }

        double of(Measured measured) {
            return of.applyAsDouble(measured);
        }
    }

    static Goal rate(String line, String against, double floor, double goal) {
        return new Goal(line, against, Measure.RATE, floor, goal);
    }

    static Goal p50(String line, String against, double floor, double goal) {
        return new Goal(line, against, Measure.P50, floor, goal);
    }

    static Goal cpu(String line, String against, double floor, double goal) {
        return new Goal(line, against, Measure.CPU, floor, goal);
    }

    /** NaN, where the system does not tell, reaches everything: it cannot be judged. */
    boolean reaches(double ratio, double bound) {
        return Double.isNaN(ratio) || (measure.moreIsBetter() ? ratio >= bound : ratio <= bound);
    }

    @Override
    public String toString() {
        return measure.word() + " " + line + " / " + against;
    }
}
