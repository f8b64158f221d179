package asterism.rating.impact;

/**
 * A step that made a difference to a unit.
 *
 * @param step id of the step or quota, or the input
 */
public record Cause(String step, Kind kind) {
    /** How the step differs between the two versions. */
    public enum Kind {
        /** Both versions have the step, and it says something else. */
        CHANGED,
        /** Only the later version takes the step. */
        ADDED,
        /** Only the earlier version takes the step. */
        REMOVED,
        /** The rules are the same, and what was given to them is not. */
        INPUT,
        /** The quota and the unit's own figures are the same: other units of the cohort moved. */
        KNOCK_ON
    }
}
