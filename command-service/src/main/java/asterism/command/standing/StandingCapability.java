package asterism.command.standing;

import asterism.command.core.Asked;
import asterism.command.core.Capability;
import asterism.command.core.Reading;
import asterism.events.StandingEvent;

/** The stars of branches, bound to the house. */
public final class StandingCapability implements Capability<StandingCommand, Standing.State, StandingEvent, Standing.Given> {
    private final Standing decider = new Standing();

    @Override
    public Class<StandingCommand> commands() {
        return StandingCommand.class;
    }

    @Override
    public Standing decider() {
        return decider;
    }

    @Override
    public Standing.Given given(StandingCommand command, Standing.State state, Asked asked, Reading reading) {
        return new Standing.Given(asked);
    }
}
