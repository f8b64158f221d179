package asterism.rating;

/** What happens when a step first uses a value that is not there. */
public sealed interface WhenMissing permits Ending, WhenMissing.Use, WhenMissing.Allowed {
    record Use(Operand.Literal value) implements WhenMissing {
    }

    record Allowed() implements WhenMissing {
    }
}
