package asterism.query.listing;

import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * Which part of a list; what is null is not asked for.
 *
 * @param filter       see {@link Filter}
 * @param after        what the page before named as the next
 * @param limit        how many rows at most
 * @param validAt      on this day
 * @param knownAt      as it was known at this time
 * @param asOfPosition as it was known at this position; not together with {@code knownAt}
 * @param waitFor      only once this position is visible
 */
public record Wish(
        @Nullable String filter, @Nullable String after, @Nullable Integer limit, @Nullable LocalDate validAt, @Nullable Instant knownAt,
        @Nullable Long asOfPosition, @Nullable Long waitFor) {

    /** The same, at most so many rows. */
    public Wish limitedTo(int most) {
        return new Wish(filter, after, most, validAt, knownAt, asOfPosition, waitFor);
    }

    /** The first rows of what a filter leaves over. */
    public static Wish first(int limit, String filter) {
        return new Wish(filter, null, limit, null, null, null, null);
    }
}
