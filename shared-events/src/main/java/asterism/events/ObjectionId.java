package asterism.events;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;

/** An objection raised during a public notice. */
public record ObjectionId(@JsonValue String value) {

    @JsonCreator
    public ObjectionId {
        Ids.plain("an objection id", value);
    }

    @Override
    public String toString() {
        return value;
    }
}
