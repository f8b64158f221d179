package asterism.events;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;

/** A working-day calendar, over all its years. */
public record CalendarId(@JsonValue String value) {

    @JsonCreator
    public CalendarId {
        Ids.plain("a calendar id", value);
    }

    @Override
    public String toString() {
        return value;
    }
}
