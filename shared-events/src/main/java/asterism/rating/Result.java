package asterism.rating;

/** What a row of a band or of a decision table gives. */
public sealed interface Result permits Ending, Result.ToLevel, Result.Unset {
    record ToLevel(String code) implements Result {
    }

    record Unset() implements Result {
    }
}
