package asterism.command.house;

import asterism.command.core.Command;
import asterism.events.StreamId;
import java.time.Instant;

/** What can be asked of the house itself. */
public sealed interface HouseCommand extends Command {

    @Override
    default StreamId stream() {
        return new StreamId("house", "world");
    }

    /** Opens a demo world with its own clock; only in a journal without any fact. */
    record OpenDemoWorld(Instant startsAt) implements HouseCommand {
    }
}
