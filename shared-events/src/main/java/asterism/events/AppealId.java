package asterism.events;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;

/** An appeal. */
public record AppealId(@JsonValue String value) {

    @JsonCreator
    public AppealId {
        Ids.plain("an appeal id", value);
    }

    @Override
    public String toString() {
        return value;
    }
}
