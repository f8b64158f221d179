package asterism.events;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;

/** A person, by the subject of their sign-in: a pseudonym, never a name. */
public record PersonId(@JsonValue String value) {

    @JsonCreator
    public PersonId {
        Ids.plain("a person id", value);
    }

    @Override
    public String toString() {
        return value;
    }
}
