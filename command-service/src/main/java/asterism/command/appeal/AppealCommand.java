package asterism.command.appeal;

import asterism.command.core.Command;
import asterism.command.core.Evidenced;
import asterism.events.AppealId;
import asterism.events.BranchId;
import asterism.events.DecisionId;
import asterism.events.Evidence;
import asterism.events.InvalidValue;
import asterism.events.Level;
import asterism.events.Mark;
import asterism.events.PersonId;
import asterism.events.StreamId;
import asterism.events.Texts;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

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
     * @param items     the inputs and indicators whose marks are contested; none where all of the decision is
     */
    record LodgeAppeal(AppealId appeal, BranchId branch, DecisionId contested, String ground, @Nullable List<String> items,
                       String statement) implements AppealCommand {
        public LodgeAppeal {
            Texts.line("ground", ground);
            if (items != null && (items.isEmpty() || items.size() > 500)) {
                throw new InvalidValue("list.empty", "items are 1 to 500, or are left out");
            }
            Texts.statement("statement", statement);
        }

        /** Empty where all is contested. */
        List<String> confined() {
            return Objects.requireNonNullElse(items, List.of());
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

    /**
     * By a member of the panel. Needs a reason; the contested decision is struck out, and another takes its place from its first day.
     *
     * @param level none where the branch is to have none
     * @param marks as the panel found them, where an award is contested for them: the score is worked out anew and its account kept
     */
    record ReplaceDecision(AppealId appeal, @Nullable Level level, List<Mark> marks) implements AppealCommand {
        public ReplaceDecision {
            if (marks.size() > 500) {
                throw new InvalidValue("list.too-long", "marks has more than 500 entries");
            }
            marks = List.copyOf(marks);
        }
    }

    /** By the branch, until the appeal is answered, where the scheme lets new evidence in. */
    record SubmitAppealEvidence(AppealId appeal, List<Evidence> evidence, String statement) implements AppealCommand, Evidenced {
        public SubmitAppealEvidence {
            evidence = List.copyOf(evidence);
            Texts.statement("statement", statement);
        }
    }

    /** By the house alone, when the last day for the answer is over. */
    record RecordAnswerOverdue(AppealId appeal) implements AppealCommand {
    }

    /** By the house alone, on the day that was set: the panel is reminded of the last day for its answer. */
    record RemindPanel(AppealId appeal) implements AppealCommand {
    }

    /** By the house alone, when a year of a calendar is published: the last day for the answer is counted again. */
    record RecountAnswer(AppealId appeal) implements AppealCommand {
    }

    /** By the house alone, when the branch is no more. */
    record ReaddressAppeal(AppealId appeal, List<BranchId> to) implements AppealCommand {
        public ReaddressAppeal {
            to = List.copyOf(to);
        }
    }
}
