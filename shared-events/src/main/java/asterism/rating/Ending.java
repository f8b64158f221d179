package asterism.rating;

/** The two ways in which a unit ends without a level. */
public sealed interface Ending extends WhenMissing, Result, StopAt {
    String code();

    record NotRated(String code) implements Ending {
    }

    record Undetermined(String code) implements Ending {
    }
}
