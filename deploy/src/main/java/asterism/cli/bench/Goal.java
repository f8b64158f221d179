package asterism.cli.bench;

import java.util.Locale;

/**
 * A ratio of one line to another of the same run, the floor it must not fall under and the goal it should reach. Where less is better,
 * the floor is the most it may be.
 *
 * @param line    id of the line looked at, such as {@code journal@8}
 * @param against id of the line it is divided by
 */
record Goal(String line, String against, Measure measure, double floor, double goal) {

    /** What is compared. */
    enum Measure {
        RATE, P50, CPU;

        String word() {
            return name().toLowerCase(Locale.ROOT);
        }

        boolean moreIsBetter() {
            return this == RATE;
        }

        double of(Measured measured) {
            return switch (this) {
                case RATE -> measured.rate();
                case P50 -> measured.p50Micros();
                case CPU -> measured.cpuMicros();
            };
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
