package asterism.command.branch;

import asterism.command.core.Asked;
import asterism.command.core.Capability;
import asterism.command.core.Reading;
import asterism.events.BranchEvent;

/** Branches, bound to the house. */
public final class BranchCapability implements Capability<BranchCommand, Branch.State, BranchEvent, Branch.Given> {
    private final Branch decider = new Branch();

    @Override
    public Class<BranchCommand> commands() {
        return BranchCommand.class;
    }

    @Override
    public Branch decider() {
        return decider;
    }

    @Override
    public Branch.Given given(BranchCommand command, Branch.State state, Asked asked, Reading reading) {
        return new Branch.Given(asked, switch (command) {
            case BranchCommand.RegisterBranch register -> reading.directory().body(register.body()).isPresent();
        });
    }
}
