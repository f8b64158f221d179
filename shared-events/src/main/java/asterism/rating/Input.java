package asterism.rating;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** Something that comes from outside: its type, where it comes from, and what happens when it is missing. */
public record Input(String name, Type type, Source source, WhenMissing missing, Label label) {

    public enum Source { SCORE, SURVEY, FACT, STATUS, PRIOR_LEVEL, DECISION, ROUND_YEAR }

    public sealed interface Type {
        /**
         * A number.
         *
         * @param least  smallest value allowed, null when open
         * @param most   greatest value allowed, null when open
         * @param scale  most decimals allowed, null for any
         * @param by     the assessor group that scores it, null for a single value
         */
        record Numeric(@Nullable Exact least, @Nullable Exact most, @Nullable Integer scale, @Nullable String by) implements Type {
        }

        record OfLevel() implements Type {
        }

        record YesNo() implements Type {
        }

        record Choice(List<String> values) implements Type {
        }

        record Date() implements Type {
        }

        record Text() implements Type {
        }
    }
}
