package asterism.events;

import java.time.LocalDate;
import java.util.Optional;

/** Something that happened. The compiler knows them all: a new fact is a compile error wherever it must be folded. */
public sealed interface Event
        permits AppealEvent, ApplicationEvent, BodyEvent, BranchEvent, CalendarEvent, GuardEvent, HouseEvent, RoundEvent, SchemeEvent,
                StandingEvent {

    /** The subject whose history this fact belongs to. */
    StreamId stream();

    /** The branch this fact is about, where there is one: facts of one branch stay in order wherever they travel. */
    default Optional<BranchId> about() {
        return Optional.empty();
    }

    /** The day from which the fact holds; the day it is recorded, unless it says otherwise itself. */
    default LocalDate effectiveOn(LocalDate today) {
        return today;
    }
}
