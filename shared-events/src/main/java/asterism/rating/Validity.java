package asterism.rating;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** First and last day of a version, both included; null where open. */
public record Validity(@Nullable LocalDate from, @Nullable LocalDate to) {
    public boolean contains(LocalDate day) {
        return (from == null || !day.isBefore(from)) && (to == null || !day.isAfter(to));
    }
}
