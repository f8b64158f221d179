package asterism.events;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;

/** The rated unit: a party branch, a hotel, a nursing home. */
public record BranchId(@JsonValue String value) {

    @JsonCreator
    public BranchId {
        Ids.plain("a branch id", value);
    }

    @Override
    public String toString() {
        return value;
    }
}
