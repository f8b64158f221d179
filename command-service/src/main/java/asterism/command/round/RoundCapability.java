package asterism.command.round;

import asterism.command.core.Asked;
import asterism.command.core.Capability;
import asterism.command.core.Reading;
import asterism.events.RoundEvent;

/** Rounds, bound to the house. */
public final class RoundCapability implements Capability<RoundCommand, Round.State, RoundEvent, Round.Given> {
    private final Round decider = new Round();

    @Override
    public Class<RoundCommand> commands() {
        return RoundCommand.class;
    }

    @Override
    public Round decider() {
        return decider;
    }

    @Override
    public Round.Given given(RoundCommand command, Round.State state, Asked asked, Reading reading) {
        return new Round.Given(asked);
    }
}
