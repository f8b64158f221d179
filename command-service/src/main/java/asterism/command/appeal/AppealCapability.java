package asterism.command.appeal;

import asterism.command.core.Asked;
import asterism.command.core.Capability;
import asterism.command.core.Reading;
import asterism.events.AppealEvent;

/** Appeals, bound to the house. */
public final class AppealCapability implements Capability<AppealCommand, Appeal.State, AppealEvent, Appeal.Given> {
    private final Appeal decider = new Appeal();

    @Override
    public Class<AppealCommand> commands() {
        return AppealCommand.class;
    }

    @Override
    public Appeal decider() {
        return decider;
    }

    @Override
    public Appeal.Given given(AppealCommand command, Appeal.State state, Asked asked, Reading reading) {
        return new Appeal.Given(asked);
    }
}
