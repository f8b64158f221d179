package asterism.query.projecting;

import asterism.query.reading.Page;
import com.fasterxml.jackson.annotation.JsonIgnore;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * In what another build differs from the one that answers.
 *
 * @param answers  number of the build that answers
 * @param other    number of the build it is compared with
 * @param position at which both stand
 * @param excused  facts wait in one of them, so that a difference proves nothing
 * @param parked   how many facts wait, by number of the build
 * @param tables   all tables, with the differences counted
 * @param rows     the rows that differ
 */
public record Difference(String projection, int answers, int other, long position, boolean same, boolean excused,
                         Map<Integer, Integer> parked, List<OfTable> tables, Page<OfRow> rows) {

    /** What happens to a row when the other build takes over. */
    public enum Kind { ADDED, REMOVED, CHANGED }

    /** Why a row differs, as far as that can be told. */
    public enum Reason {
        /** Facts of its branch wait in one of the builds. */
        PARKED,
        /** The builds are of different versions of the fold. */
        VERSION,
        /** Both are by the same fold of the same facts: one was changed by somebody else, or the fold is not pure. */
        UNEXPLAINED
    }

    /** @param note what was not compared, and why */
    public record OfTable(String table, long added, long removed, long changed, List<String> onlyInOne, @Nullable String note) {
    }

    /** A value that differs. */
    public record Cell(@Nullable Object was, @Nullable Object is) {
    }

    /**
     * A row that differs.
     *
     * @param at where it stands in the order of its table
     */
    public record OfRow(String table, Map<String, @Nullable Object> key, Kind kind, Reason because, Map<String, Cell> columns,
                        @JsonIgnore String at) {
    }
}
