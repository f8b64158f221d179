package asterism.events;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;

/** A decision about a star, which the standing ledger refers to as its because. */
public record DecisionId(@JsonValue String value) {

    @JsonCreator
    public DecisionId {
        Ids.plain("a decision id", value);
    }

    @Override
    public String toString() {
        return value;
    }
}
