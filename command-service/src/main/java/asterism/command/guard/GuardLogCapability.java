package asterism.command.guard;

import asterism.command.core.Asked;
import asterism.command.core.Capability;
import asterism.command.core.Reading;
import asterism.events.GuardEvent;

/** Guard logs, bound to the house. */
public final class GuardLogCapability implements Capability<GuardCommand, GuardLog.State, GuardEvent, Asked> {
    private final GuardLog decider = new GuardLog();

    @Override
    public Class<GuardCommand> commands() {
        return GuardCommand.class;
    }

    @Override
    public GuardLog decider() {
        return decider;
    }

    @Override
    public Asked given(GuardCommand command, GuardLog.State state, Asked asked, Reading reading) {
        return asked;
    }
}
