package asterism.command.house;

import asterism.command.core.Command;
import asterism.events.HouseEvent;
import asterism.events.StreamId;
import java.time.Instant;

/** What can be asked of the house itself. */
public sealed interface HouseCommand extends Command {

    @Override
    default StreamId stream() {
        return HouseEvent.STREAM;
    }

    /** Opens a demo world with its own clock; only in a journal without any fact. */
    record OpenDemoWorld(Instant startsAt) implements HouseCommand {
    }

    /** Lets another key sign the log's checkpoints, named by the one that signs now; with a reason. */
    record RotateLogKey() implements HouseCommand {
    }
}
