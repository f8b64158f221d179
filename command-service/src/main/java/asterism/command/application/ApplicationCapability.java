package asterism.command.application;

import asterism.command.core.Asked;
import asterism.command.core.Capability;
import asterism.command.core.Reading;
import asterism.events.ApplicationEvent;

/** Applications, bound to the house. */
public final class ApplicationCapability implements Capability<ApplicationCommand, ApplicationState, ApplicationEvent, Application.Given> {
    private final Application decider = new Application();

    @Override
    public Class<ApplicationCommand> commands() {
        return ApplicationCommand.class;
    }

    @Override
    public Application decider() {
        return decider;
    }

    @Override
    public Application.Given given(ApplicationCommand command, ApplicationState state, Asked asked, Reading reading) {
        return new Circumstances(command, state, asked, reading).gather();
    }
}
