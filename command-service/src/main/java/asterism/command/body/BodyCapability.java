package asterism.command.body;

import asterism.command.body.BodyCommand.AssignPost;
import asterism.command.body.BodyCommand.DeclareRelation;
import asterism.command.body.BodyCommand.DelegatePost;
import asterism.command.body.BodyCommand.EndPost;
import asterism.command.body.BodyCommand.EndQualification;
import asterism.command.body.BodyCommand.EndRelation;
import asterism.command.body.BodyCommand.ErasePersonalValues;
import asterism.command.body.BodyCommand.EstablishBody;
import asterism.command.body.BodyCommand.RecordQualification;
import asterism.command.body.BodyCommand.RecordRelation;
import asterism.command.body.BodyCommand.RegisterPerson;
import asterism.command.body.BodyCommand.RevokeDelegation;
import asterism.command.core.Asked;
import asterism.command.core.Capability;
import asterism.command.core.Reading;
import asterism.events.BodyEvent;
import asterism.events.BranchId;
import asterism.events.PersonId;
import asterism.policy.Directory;
import org.jspecify.annotations.Nullable;

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
                    establish.parent() == null || directory.body(establish.parent()).isPresent(), false, false, false, false);
            case RegisterPerson register -> person(asked, directory.knows(register.person()), false);
            case AssignPost assign -> person(asked, directory.knows(assign.person()),
                    assign.branch() == null || directory.isUnder(assign.branch(), assign.body()));
            case DelegatePost delegate -> new Body.Given(asked, false, directory.knows(delegate.to()), false, false,
                    asked.person().filter(by -> directory.lendsOnTo(delegate.to(), by, delegate.from(), delegate.until())).isPresent());
            case DeclareRelation declare -> related(asked, declare.branch(), declare.other(), directory);
            case RecordRelation record -> related(asked, record.branch(), record.other(), directory);
            case EndPost _, RevokeDelegation _, RecordQualification _, EndQualification _, EndRelation _ -> person(asked, false, false);
            case ErasePersonalValues erase -> new Body.Given(asked, false, directory.knows(erase.person()), false,
                    !directory.held(erase.person(), asked.today()).isEmpty(), false);
        };
    }

    private static Body.Given related(Asked asked, @Nullable BranchId branch, @Nullable PersonId other, Directory directory) {
        return person(asked, other == null || directory.knows(other), branch == null || directory.branch(branch).isPresent());
    }

    private static Body.Given person(Asked asked, boolean known, boolean branch) {
        return new Body.Given(asked, false, known, branch, false, false);
    }
}
