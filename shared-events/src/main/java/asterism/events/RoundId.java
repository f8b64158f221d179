package asterism.events;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;

/** A rating round. */
public record RoundId(@JsonValue String value) {

    @JsonCreator
    public RoundId {
        Ids.plain("a round id", value);
    }

    @Override
    public String toString() {
        return value;
    }
}
