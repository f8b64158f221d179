package asterism.query.reading;

import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * When a question is about; what is null is now.
 *
 * @param validAt      the day
 * @param knownAt      as it was known at this time
 * @param asOfPosition as it was known at this position; not together with {@code knownAt}
 * @param waitFor      only once this position is visible
 */
public record Clocks(
        @Nullable LocalDate validAt, @Nullable Instant knownAt, @Nullable Long asOfPosition, @Nullable Long waitFor) {
    public static final Clocks NOW = new Clocks(null, null, null, null);
    private static final Instant ALWAYS = Instant.parse("9999-12-31T00:00:00Z");

    /**
     * Refuses what cannot be.
     *
     * @throws Refused where the clocks contradict each other
     * @throws NotYet  where the answer does not stand at that position yet
     */
    public void check(At at) {
        if (knownAt != null && asOfPosition != null) {
            throw Refused.bad("knownAt", "clock.twice", "Give knownAt or asOfPosition, not both.");
        }
        if (asOfPosition != null && asOfPosition < 0) {
            throw Refused.bad("asOfPosition", "position.out-of-range", "A position is 0 or more.");
        }
        if (asOfPosition != null && asOfPosition > at.position()) {
            throw new NotYet("The answer stands at position %d, not yet at %d.".formatted(at.position(), asOfPosition));
        }
    }

    /** On that day, all else being now. */
    public static Clocks on(@Nullable LocalDate day) {
        return new Clocks(day, null, null, null);
    }

    /**
     * What a query asks by: {@code validAt}, {@code asOf} and {@code knownAt}.
     *
     * @throws Refused where the clocks contradict each other
     * @throws NotYet  where the answer does not stand at that position yet
     */
    public Map<String, Object> of(At at) {
        check(at);
        return Map.of("validAt", validAt == null ? at.today() : validAt, "asOf", asOf(at), "knownAt", known());
    }

    /** The last position that counts, where a position was given; else the one the answer stands at. */
    public long asOf(At at) {
        return asOfPosition == null ? at.position() : asOfPosition;
    }

    /** The last moment of recording that counts, as the database takes it. */
    public OffsetDateTime known() {
        return (knownAt == null ? ALWAYS : knownAt).atOffset(ZoneOffset.UTC);
    }
}
