package asterism.rating;

import org.jspecify.annotations.Nullable;

/** A unit after its pipeline, while the quotas of its cohort may still move it. */
final class RatedUnit {
    private final String unit;
    private final @Nullable Scheme scheme;
    private final @Nullable Values values;
    private final Trace trace;
    private Outcome outcome;
    private boolean hidden;

    RatedUnit(String unit, @Nullable Scheme scheme, @Nullable Values values, Trace trace, Outcome outcome) {
        this.unit = unit;
        this.scheme = scheme;
        this.values = values;
        this.trace = trace;
        this.outcome = outcome;
    }

    @Nullable Scheme scheme() {
        return scheme;
    }

    UnitRating rating() {
        return new UnitRating(unit, scheme, outcome, trace.lines());
    }

    Outcome outcome() {
        return outcome;
    }

    boolean isHidden() {
        return hidden;
    }

    void hide() {
        hidden = true;
    }

    void become(Outcome next) {
        outcome = next;
    }

    void trace(Trace.Line line) {
        trace.add(line);
    }

    /** The value of a name at the end of the pipeline; null where it is missing. */
    @Nullable Value value(String name) {
        return values == null ? null : name.equals(Values.LEVEL) && outcome instanceof Outcome.Rated(String level, String _)
                ? java.util.Objects.requireNonNull(scheme).rank(level).orElseThrow() : values.peek(name);
    }

    /** Whether a condition over this unit holds; a value that is missing where one is needed makes it false. */
    boolean holds(Predicate predicate) {
        try {
            return values != null && values.holds(predicate);
        } catch (Ended ended) {
            return false;
        }
    }
}
