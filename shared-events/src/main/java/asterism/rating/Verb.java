package asterism.rating;

import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** The nine things a step can do. */
public sealed interface Verb {
    /** The word the document and the trace use. */
    default String word() {
        return getClass().getSimpleName().toLowerCase(Locale.ROOT);
    }

    record Stop(StopAt at) implements Verb {
    }

    /** A weighted sum or mean; with fewer than {@code atLeastPresent} parts there it stays missing. */
    record Add(Parts parts, boolean mean, MissingParts missingParts, Rounding round, int atLeastPresent) implements Verb {
    }

    record Count(Counted what) implements Verb {
    }

    record Take(Which which, List<String> of, @Nullable String sets) implements Verb {
    }

    record Band(String of, Cutting cutting, @Nullable String sets) implements Verb {
    }

    record Decide(Mode mode, List<Row> rows, Result otherwise, @Nullable String sets) implements Verb {
        public record Row(Result result, Predicate when) {
        }
    }

    record Move(String on, List<Rule> rules, String lowest, String highest) implements Verb {
        public record Rule(int by, Predicate when) {
        }
    }

    record Limit(String on, @Nullable Operand atMost, @Nullable Operand atLeast) implements Verb {
    }

    /** A person chooses; null options mean any level. */
    record Judge(@Nullable List<Operand> options, String decision, boolean keepUndecided, String body) implements Verb {
    }

    enum MissingParts { NEVER, ZERO, RENORMALISE }

    enum Which { ONLY, LOWEST, HIGHEST }

    enum Mode { FIRST_MATCH, CLIMB }

    enum Direction { HIGHER, LOWER, BY_TABLE }

    sealed interface Parts {
        record Named(List<Weighted> of) implements Parts {
        }

        /** Every indicator of this part in the rubric of the unit's kind. */
        record OfPart(String part) implements Parts {
        }
    }

    /** A part; where no weight is written it counts as 1 in a sum and equally in a mean. */
    record Weighted(String name, @Nullable Exact weight) {
    }

    sealed interface Counted {
        record Where(Parts parts, List<Predicate.Test> tests) implements Counted {
        }

        record Conditions(List<Predicate> of) implements Counted {
        }
    }

    sealed interface Cutting {
        record Rows(List<BandRow> rows, Result otherwise) implements Cutting {
        }

        /**
         * Cut points in a table.
         *
         * @param columns from the worst cut to the best
         * @param included whether reaching the cut exactly is enough
         * @param results one level more than columns
         */
        record Cuts(Direction direction, String table, List<String> by, List<String> columns, boolean included,
                List<String> results, Ending noRow)
                implements Cutting {
        }
    }

    /** A bound is null where the row is open on that side. */
    record BandRow(@Nullable Bound lower, @Nullable Bound upper, Result result) {
        public boolean holds(Exact number) {
            return (lower == null || lower.allowsFromBelow(number)) && (upper == null || upper.allowsFromAbove(number));
        }
    }

    record Bound(Exact at, boolean included) {
        boolean allowsFromBelow(Exact number) {
            int order = number.compareTo(at);
            return order > 0 || (included && order == 0);
        }

        boolean allowsFromAbove(Exact number) {
            int order = number.compareTo(at);
            return order < 0 || (included && order == 0);
        }
    }
}
