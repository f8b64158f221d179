package asterism.rating;

/** A unit's pipeline ends in the middle of a step. Carries no stack: it is a result, thrown only to leave nested conditions. */
@SuppressWarnings("serial") // never serialised: thrown and caught within one rating
final class Ended extends RuntimeException {
    private final Outcome outcome;
    private final boolean traced;

    Ended(Outcome outcome, boolean traced) {
        super(outcome.reason(), null, false, false);
        this.outcome = outcome;
        this.traced = traced;
    }

    static Ended undetermined(String reason) {
        return new Ended(new Outcome.Undetermined(reason), false);
    }

    Outcome outcome() {
        return outcome;
    }

    /** Whether the trace already says so. */
    boolean traced() {
        return traced;
    }
}
