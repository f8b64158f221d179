package asterism.rating;

/** What became of a unit. */
public sealed interface Outcome {
    /** A code of the scheme's reasons, the id of a step or quota, or one of the fixed reasons with a name, such as {@code MISSING:base}. */
    String reason();

    /** {@code RATED}, {@code NOT_RATED} or {@code UNDETERMINED}, as the result file writes it. */
    default String word() {
        return switch (this) {
            case Rated _ -> "RATED";
            case NotRated _ -> "NOT_RATED";
            case Undetermined _ -> "UNDETERMINED";
        };
    }

    /** The level's code; empty unless rated. */
    default String levelOrEmpty() {
        return this instanceof Rated(String level, String _) ? level : "";
    }

    /** A level; the reason is the step or quota that last changed it, or the code of a stop. */
    record Rated(String level, String reason) implements Outcome {
    }

    record NotRated(String reason) implements Outcome {
    }

    /** People must act before there can be a level. */
    record Undetermined(String reason) implements Outcome {
    }

    static Outcome of(Ending ending) {
        return switch (ending) {
            case Ending.NotRated(String code) -> new NotRated(code);
            case Ending.Undetermined(String code) -> new Undetermined(code);
        };
    }
}
