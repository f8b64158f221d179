package asterism.events;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;

/** A rating scheme, over all its versions. */
public record SchemeId(@JsonValue String value) {

    @JsonCreator
    public SchemeId {
        Ids.plain("a scheme id", value);
    }

    @Override
    public String toString() {
        return value;
    }
}
