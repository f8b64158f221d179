package asterism.rating;

import java.math.RoundingMode;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Rules about a set of units.
 *
 * @param scope units with equal values of these names, under the same scheme version, form a cohort
 */
public record Cohort(List<String> scope, List<Quota> quotas) {

    public sealed interface Quota {
        Head head();

        default String id() {
            return head().id;
        }
    }

    /** What every quota says: whom it counts and how many seats it gives. */
    public record Head(String id, Label label, @Nullable Label reading, Set levels, Share share, Base base, RoundingMode rounding) {
        /** The same with another share. */
        public Head with(Share other) {
            return new Head(id, label, reading, levels, other, base, rounding);
        }
    }

    /** Warns only, where the shares differ by more than the tolerance. */
    public record Guide(Head head, Exact tolerance) implements Quota {
    }

    /** Moves units, or says that they would have to move: at most so many seats where max, else at least so many. */
    public record Hard(
            Head head, boolean max, List<Key> rankBy, Ties ties, @Nullable Protection protection, IfBroken ifBroken,
            Displaced displaced, boolean waits)
            implements Quota {
    }

    public record Set(Predicate.Op op, String level) {
    }

    public sealed interface Share {
        record Fixed(Exact share) implements Share {
        }

        record FromTable(String table, List<String> by, String column) implements Share {
        }
    }

    public enum Base { ALL_UNITS, RATED_UNITS }

    public enum IfBroken { DISPLACE, UNDETERMINED, WARN }

    public enum StillTied { UNDETERMINED, ALL_IN, ALL_OUT }

    public record Key(String name, boolean highestFirst) {
    }

    public record Ties(List<Key> thenBy, StillTied stillTied) {
    }

    public record Protection(Predicate when, boolean useSeats) {
    }

    /** Where a unit goes (null: the next lower level) and whether later quotas count it there. */
    public record Displaced(@Nullable Result to, boolean countsThere) {
    }
}
