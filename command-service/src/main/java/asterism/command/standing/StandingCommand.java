package asterism.command.standing;

import asterism.command.core.Command;
import asterism.events.AppealId;
import asterism.events.ApplicationId;
import asterism.events.BranchId;
import asterism.events.DecisionId;
import asterism.events.Level;
import asterism.events.StreamId;
import asterism.events.Texts;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** What can be asked of the star of a branch. */
public sealed interface StandingCommand extends Command {

    BranchId branch();

    @Override
    default StreamId stream() {
        return StreamId.standing(branch());
    }

    /** By the house alone, after an award. */
    record GrantLevel(BranchId branch, DecisionId decision, ApplicationId application, Level level, LocalDate from)
            implements StandingCommand {
    }

    /** By the house alone: the award was refused with that code. */
    record RecordAwardNotEffected(BranchId branch, DecisionId decision, String code, String sentence) implements StandingCommand {
    }

    /**
     * Lowers the star; the decision's id is the id of the command. Needs a reason.
     *
     * @param to     none to leave the branch unrated
     * @param ground the rule it rests on, by its code
     * @param factOn the day of the fact that led to it
     * @param from   first day of the lower star, today or later
     */
    record Downgrade(BranchId branch, @Nullable Level to, String ground, LocalDate factOn, LocalDate from) implements StandingCommand {
        public Downgrade {
            Texts.line("ground", ground);
        }
    }

    /** By the house alone, after an upheld appeal. */
    record StrikeOut(BranchId branch, DecisionId decision, AppealId appeal) implements StandingCommand {
    }
}
