package asterism.command.appeal;

import asterism.command.core.Command;
import asterism.events.AppealId;
import asterism.events.BranchId;
import asterism.events.DecisionId;
import asterism.events.PersonId;
import asterism.events.StreamId;
import asterism.events.Texts;
import java.util.List;

/** What can be asked of an appeal. */
public sealed interface AppealCommand extends Command {

    AppealId appeal();

    @Override
    default StreamId stream() {
        return StreamId.of(appeal());
    }

    /**
     * @param contested a decision in the branch's ledger
     * @param ground    by its code in the scheme
     */
    record LodgeAppeal(AppealId appeal, BranchId branch, DecisionId contested, String ground, String statement) implements AppealCommand {
        public LodgeAppeal {
            Texts.line("ground", ground);
            Texts.statement("statement", statement);
        }
    }

    /** @param panel at least three members of an appeal panel who had no part in the decision */
    record AdmitAppeal(AppealId appeal, List<PersonId> panel) implements AppealCommand {
        public AdmitAppeal {
            panel = List.copyOf(panel);
        }
    }

    /**
     * Needs a reason.
     *
     * @param code such as {@code no-ground} or {@code second-request}
     */
    record FindInadmissible(AppealId appeal, String code) implements AppealCommand {
        public FindInadmissible {
            Texts.line("code", code);
        }
    }

    /** By a member of the panel. Needs a reason. */
    record DismissAppeal(AppealId appeal) implements AppealCommand {
    }

    /** By a member of the panel. Needs a reason; the contested decision is struck out. */
    record UpholdAppeal(AppealId appeal) implements AppealCommand {
    }
}
