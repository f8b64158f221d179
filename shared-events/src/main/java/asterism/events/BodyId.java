package asterism.events;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;

/** A committee, department or agency. */
public record BodyId(@JsonValue String value) {

    @JsonCreator
    public BodyId {
        Ids.plain("a body id", value);
    }

    @Override
    public String toString() {
        return value;
    }
}
