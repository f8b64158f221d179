package asterism.rating;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** A cell of a row once read against the type of its input or indicator. */
sealed interface Cell {
    record Empty() implements Cell {
    }

    record One(Value value) implements Cell {
    }

    /**
     * The scores of a group, in the order of the assessors; null where one gave none.
     *
     * @param text   as the row has it
     * @param agreed the value a committee agreed, null for groups that are combined by calculation
     */
    record Scores(String text, List<@Nullable Exact> scores, @Nullable Exact agreed) implements Cell {
    }

    record Unreadable(String text) implements Cell {
    }
}
