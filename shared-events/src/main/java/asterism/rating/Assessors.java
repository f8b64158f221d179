package asterism.rating;

import org.jspecify.annotations.Nullable;

/**
 * A group that scores, and how its scores become one.
 *
 * @param min fewest scores that count; fewer end the unit as {@code tooFew} says
 */
public record Assessors(String name, Label label, int min, On on, Combine combine, Rounding round, Ending tooFew, @Nullable Label reading) {

    /** Whether each score is combined first, or each assessor's total. */
    public enum On { EACH_SCORE, TOTAL }

    public sealed interface Combine {
        record Mean() implements Combine {
        }

        record Median() implements Combine {
        }

        /** The mean without so many of the highest and so many of the lowest. */
        record Trimmed(int drop) implements Combine {
        }

        /** The group agrees one value, which stands in the column {@code <name>.agreed}. */
        record Committee() implements Combine {
        }
    }
}
