package asterism.rating;

/** How a unit's pipeline ends at a stop. */
public sealed interface StopAt permits Ending, StopAt.AtLevel {
    record AtLevel(Operand level, String because) implements StopAt {
    }
}
