package asterism.command.scheme;

import asterism.command.core.Asked;
import asterism.command.core.Capability;
import asterism.command.core.Reading;
import asterism.events.SchemeEvent;

/** Schemes, bound to the house. */
public final class SchemeCapability implements Capability<SchemeCommand, Scheme.State, SchemeEvent, Scheme.Given> {
    private final Scheme decider = new Scheme();

    @Override
    public Class<SchemeCommand> commands() {
        return SchemeCommand.class;
    }

    @Override
    public Scheme decider() {
        return decider;
    }

    @Override
    public Scheme.Given given(SchemeCommand command, Scheme.State state, Asked asked, Reading reading) {
        return new Scheme.Given(asked);
    }
}
