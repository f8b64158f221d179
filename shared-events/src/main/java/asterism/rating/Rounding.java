package asterism.rating;

import java.math.RoundingMode;

/** Whether and how a number is rounded, once. */
public sealed interface Rounding {
    Exact apply(Exact number);

    record Exactly() implements Rounding {
        @Override
        public Exact apply(Exact number) {
            return number;
        }
    }

    /** Rounded to so many decimals, 0 or more. */
    record To(int scale, RoundingMode mode) implements Rounding {
        @Override
        public Exact apply(Exact number) {
            return number.round(scale, mode);
        }
    }
}
