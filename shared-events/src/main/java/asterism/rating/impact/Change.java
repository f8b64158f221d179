package asterism.rating.impact;

import asterism.rating.Outcome;
import java.util.List;

/**
 * A unit whose outcome differs.
 *
 * @param from   the outcome by the earlier version; its reason is the step that last changed the level, or why there is none
 * @param to     by the later version
 * @param causes the steps that made the difference, in their order
 */
public record Change(String unit, Outcome from, Outcome to, Way way, List<Cause> causes) {
    /** Where a unit goes. */
    public enum Way {
        UP, DOWN,
        /** To a level that the other version does not have. */
        RENAMED,
        /** It was not rated, or undetermined, and gets a level. */
        RATED,
        /** It loses its level without getting another. */
        UNRATED,
        /** Without a level in both, for different reasons. */
        OTHER_REASON
    }

    /** Whether the unit moves only because others did. */
    public boolean isKnockOn() {
        return !causes.isEmpty() && causes.stream().allMatch(cause -> cause.kind() == Cause.Kind.KNOCK_ON);
    }
}
