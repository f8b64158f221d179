package asterism.command.house;

import asterism.command.core.Asked;
import asterism.command.core.Capability;
import asterism.command.core.Reading;
import asterism.command.house.HouseCommand.RotateLogKey;
import asterism.events.HouseEvent;
import java.util.Optional;

/** The house itself, bound to the house. */
public final class HouseCapability implements Capability<HouseCommand, House.State, HouseEvent, House.Given> {
    private final House decider = new House();

    @Override
    public Class<HouseCommand> commands() {
        return HouseCommand.class;
    }

    @Override
    public House decider() {
        return decider;
    }

    @Override
    public House.Given given(HouseCommand command, House.State state, Asked asked, Reading reading) {
        return new House.Given(asked, reading.head(),
                command instanceof RotateLogKey ? Optional.of(reading.nextLogKey()) : Optional.empty());
    }
}
