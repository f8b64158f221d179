package asterism.command.branch;

import asterism.command.core.Command;
import asterism.events.BodyId;
import asterism.events.BranchId;
import asterism.events.Label;
import asterism.events.StreamId;
import asterism.events.Texts;
import java.time.LocalDate;

/** What can be asked of a branch as an organisation. */
public sealed interface BranchCommand extends Command {

    BranchId branch();

    @Override
    default StreamId stream() {
        return StreamId.of(branch());
    }

    /**
     * @param body the body it is subordinate to
     * @param kind kind of unit in the scheme
     */
    record RegisterBranch(BranchId branch, BodyId body, String kind, Label name, LocalDate foundedOn) implements BranchCommand {
        public RegisterBranch {
            Texts.line("kind", kind);
        }
    }
}
