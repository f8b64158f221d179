package asterism.client;

import org.jspecify.annotations.Nullable;

/** What became of many commands asked at once. */
public sealed interface Many {

    /**
     * Of one of them: exactly one of receipt and problem.
     *
     * @param item its place, from 0
     * @param of   how many there are
     */
    record Line(int item, int of, @Nullable Receipt receipt, @Nullable Problem problem) implements Many {
    }

    /** Of all. */
    record Sum(int items, int accepted, int refused, boolean dryRun) implements Many {
    }
}
