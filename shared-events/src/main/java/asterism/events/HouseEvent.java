package asterism.events;

import java.time.Instant;

/** What happened to the house itself. */
public sealed interface HouseEvent extends Event {

    @Override
    default StreamId stream() {
        return new StreamId("house", "world");
    }

    /** This journal holds a demo world, which lives by its own clock from that instant on. Only ever the first fact. */
    @Wire("house.demo-world-opened/1")
    record DemoWorldOpened(Instant startsAt) implements HouseEvent {
    }
}
