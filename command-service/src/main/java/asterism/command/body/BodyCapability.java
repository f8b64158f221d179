package asterism.command.body;

import asterism.command.body.BodyCommand.AssignPost;
import asterism.command.body.BodyCommand.EndPost;
import asterism.command.body.BodyCommand.ErasePersonalValues;
import asterism.command.body.BodyCommand.EstablishBody;
import asterism.command.body.BodyCommand.RegisterPerson;
import asterism.command.core.Asked;
import asterism.command.core.Capability;
import asterism.command.core.Reading;
import asterism.events.BodyEvent;
import asterism.policy.Directory;

/** Bodies, bound to the house. */
public final class BodyCapability implements Capability<BodyCommand, Body.State, BodyEvent, Body.Given> {
    private final Body body = new Body();

    @Override
    public Class<BodyCommand> commands() {
        return BodyCommand.class;
    }

    @Override
    public Body decider() {
        return body;
    }

    @Override
    public Body.Given given(BodyCommand command, Body.State state, Asked asked, Reading reading) {
        Directory directory = reading.directory();
        return switch (command) {
            case EstablishBody establish -> new Body.Given(asked,
                    establish.parent() == null || directory.body(establish.parent()).isPresent(), false, false, false);
            case RegisterPerson register -> new Body.Given(asked, false, directory.knows(register.person()), false, false);
            case AssignPost assign -> new Body.Given(asked, false, directory.knows(assign.person()),
                    assign.branch() == null || directory.isUnder(assign.branch(), assign.body()), false);
            case EndPost _ -> new Body.Given(asked, false, false, false, false);
            case ErasePersonalValues erase -> new Body.Given(asked, false, directory.knows(erase.person()), false,
                    !directory.held(erase.person(), asked.today()).isEmpty());
        };
    }
}
