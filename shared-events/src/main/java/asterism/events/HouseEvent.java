package asterism.events;

import java.time.Instant;

/** What happened to the house itself. */
public sealed interface HouseEvent extends Event {

    StreamId STREAM = new StreamId("house", "world");

    @Override
    default StreamId stream() {
        return STREAM;
    }

    /** This journal holds a demo world, which lives by its own clock from that instant on. Only ever the first fact. */
    @Wire("house.demo-world-opened/1")
    record DemoWorldOpened(Instant startsAt) implements HouseEvent {
    }

    /**
     * Checkpoints that count this fact are signed by another key.
     *
     * @param from      the key that goes, as C2SP signed-note writes it
     * @param to        the key that comes
     * @param statement a signed note, in which the key that goes names the one that comes
     */
    @Wire("house.log-key-rotated/1")
    record LogKeyRotated(@Open String from, @Open String to, @Open String statement) implements HouseEvent {
    }
}
