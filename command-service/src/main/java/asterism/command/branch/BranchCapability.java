package asterism.command.branch;

import asterism.command.appeal.Appeal;
import asterism.command.application.UnderwayApplications;
import asterism.command.branch.BranchCommand.AbolishBranch;
import asterism.command.branch.BranchCommand.EndBranch;
import asterism.command.branch.BranchCommand.MergeBranches;
import asterism.command.branch.BranchCommand.RegisterBranch;
import asterism.command.branch.BranchCommand.RenameBranch;
import asterism.command.branch.BranchCommand.SplitBranch;
import asterism.command.branch.BranchCommand.TransferBranch;
import asterism.command.core.Asked;
import asterism.command.core.Capability;
import asterism.command.core.Reading;
import asterism.events.AppealId;
import asterism.events.BodyId;
import asterism.events.BranchEvent;
import asterism.events.BranchId;
import asterism.events.StreamId;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

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
        return switch (command) {
            case RegisterBranch register -> body(register.body(), asked, reading);
            case TransferBranch move -> body(move.body(), asked, reading);
            case RenameBranch _ -> new Branch.Given(asked, true, Set.of(), List.of(), List.of());
            case MergeBranches merge -> new Branch.Given(asked, true, alive(merge.of(), reading), List.of(), List.of());
            case SplitBranch split -> new Branch.Given(asked, true, alive(split.into(), reading), UnderwayApplications.of(split.branch(),
                 reading),
                    appeals(split.branch(), reading));
            case AbolishBranch _, EndBranch _ -> new Branch.Given(asked, true, Set.of(), UnderwayApplications.of(command.branch(), reading),
                    appeals(command.branch(), reading));
        };
    }

    private static Branch.Given body(BodyId body, Asked asked, Reading reading) {
        return new Branch.Given(asked, reading.directory().body(body).isPresent(), Set.of(), List.of(), List.of());
    }

    private Set<BranchId> alive(List<BranchId> branches, Reading reading) {
        return branches.stream().filter(branch -> reading.state(decider, StreamId.of(branch)) instanceof Branch.State.Registered)
                .collect(Collectors.toUnmodifiableSet());
    }

    private static List<AppealId> appeals(BranchId branch, Reading reading) {
        return reading.range(new Appeal(), StreamId.APPEALS).values().stream().filter(Appeal.State::isOpen)
                .flatMap(appeal -> appeal.lodged().stream()).filter(as -> as.branch().equals(branch)).map(Appeal.Case::appeal).toList();
    }
}
