package asterism.command.core;

import asterism.events.Event;
import asterism.events.StreamId;
import java.time.LocalDate;
import java.util.Optional;

/** A step that happens when a day is over: {@code CloseNotice}. At most one per alarm and subject is set at a time. */
public interface Alarm {

    /** Stable name. */
    String name();

    /** The last day, where this fact sets the alarm; it rings when that day is over in the scheme's zone. */
    Optional<LocalDate> setBy(Event fact);

    boolean clearedBy(Event fact);

    Command ring(StreamId subject);

    /** Counts a last day again, since a year of a calendar was published that it may fall into; empty where no calendar counts it. */
    default Optional<Command> recount(StreamId subject) {
        return Optional.empty();
    }
}
