package asterism.command.wiring.clock;

import asterism.command.core.Commands;
import asterism.command.core.Commands.Answer;
import asterism.command.core.Commands.Ask;
import asterism.command.house.HouseCommand.OpenDemoWorld;
import asterism.command.wiring.journal.Journal;
import asterism.events.EventTypes;
import asterism.events.HouseEvent.DemoWorldOpened;
import asterism.journal.Uuids;
import java.time.Instant;
import java.util.UUID;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/**
 * The settable clock of a demo world. There is one only where the journal's first fact says so; it then resumes from the last
 * fact. A demo world can be opened only with {@code asterism.demo-world=true}, in an empty journal.
 */
@Component
public class DemoClock {
    private static final UUID OPENING = Uuids.v5(new UUID(0, 0), "demo-world");

    private final HouseClock clock;
    private final Journal journal;
    private final boolean mayOpen;
    private volatile boolean demo;

    DemoClock(HouseClock clock, Journal journal, @Value("${asterism.demo-world:false}") boolean mayOpen) {
        this.clock = clock;
        this.journal = journal;
        this.mayOpen = mayOpen;
        demo = journal.after(0, 1).stream().anyMatch(first -> first.type().equals(EventTypes.nameOf(DemoWorldOpened.class)));
        if (demo) {
            journal.after(journal.head() - 1, 1).forEach(last -> clock.set(last.recordedAt()));
        }
    }

    /** Whether the house is a demo world. */
    public boolean demo() {
        return demo;
    }

    /**
     * Opens the demo world; where it is open already, nothing happens.
     *
     * @throws IllegalStateException where the house may not be one, or its journal holds other facts
     */
    public synchronized void open(Instant startsAt, Commands commands) {
        if (demo) {
            return;
        }
        if (!mayOpen || journal.head() != 0) {
            throw new IllegalStateException("only an empty house that is meant to be a demo world can become one");
        }
        clock.set(startsAt);
        Answer answer = commands.send(new OpenDemoWorld(startsAt), new Ask(OPENING, "system/demo-world", null, null, null, null));
        demo = answer instanceof Answer.Done;
        if (!demo) {
            clock.set(null);
            throw new IllegalStateException("the demo world could not be opened: " + answer);
        }
    }

    /**
     * Moves the demo world on; an instant that is past already changes nothing.
     *
     * @throws IllegalStateException where the house is no demo world
     */
    public synchronized void advanceTo(Instant instant) {
        if (!demo) {
            throw new IllegalStateException("the clock of a real house cannot be moved");
        }
        if (instant.isAfter(clock.instant())) {
            clock.set(instant);
        }
    }
}
