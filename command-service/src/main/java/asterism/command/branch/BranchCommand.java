package asterism.command.branch;

import asterism.command.core.Command;
import asterism.events.BodyId;
import asterism.events.BranchEvent.Reorganisation;
import asterism.events.BranchId;
import asterism.events.Label;
import asterism.events.StreamId;
import asterism.events.Texts;
import java.time.LocalDate;
import java.util.List;

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

    /** Reorganises a branch, by an order of the body above. */
    sealed interface Reorganise extends BranchCommand {

        /** Reference of the order. */
        String approval();

        /** First day, today or earlier. */
        LocalDate from();
    }

    record RenameBranch(BranchId branch, Label name, String approval, LocalDate from) implements Reorganise {
        public RenameBranch {
            Texts.line("approval", approval);
        }
    }

    /** @param body the body it is subordinate to from then on */
    record TransferBranch(BranchId branch, BodyId body, String approval, LocalDate from) implements Reorganise {
        public TransferBranch {
            Texts.line("approval", approval);
        }
    }

    /**
     * Makes one branch of several.
     *
     * @param branch the one that goes on: one of them, or a new one registered before
     * @param of     those that end in it
     */
    record MergeBranches(BranchId branch, List<BranchId> of, String approval, LocalDate from) implements Reorganise {
        public MergeBranches {
            of = List.copyOf(of);
            Texts.line("approval", approval);
        }
    }

    /**
     * Makes several branches of one.
     *
     * @param into those it becomes, each registered before; the branch itself among them where it goes on
     */
    record SplitBranch(BranchId branch, List<BranchId> into, String approval, LocalDate from) implements Reorganise {
        public SplitBranch {
            into = List.copyOf(into);
            Texts.line("approval", approval);
        }
    }

    record AbolishBranch(BranchId branch, String approval, LocalDate from) implements Reorganise {
        public AbolishBranch {
            Texts.line("approval", approval);
        }
    }

    /** By the house alone, when a branch was merged into another or split. */
    record EndBranch(BranchId branch, Reorganisation because, List<BranchId> successors, String approval, LocalDate from)
            implements Reorganise {
        public EndBranch {
            successors = List.copyOf(successors);
            Texts.line("approval", approval);
        }
    }
}
