package asterism.command.guard;

import asterism.command.core.Command;
import asterism.events.PersonId;
import asterism.events.StreamId;
import asterism.events.Texts;

/** What can be asked of a guard log. */
public sealed interface GuardCommand extends Command {

    PersonId person();

    @Override
    default StreamId stream() {
        return StreamId.guardLog(person());
    }

    /**
     * By the house alone.
     *
     * @param rule    code of the guard
     * @param asked   name of the refused command
     * @param subject the stream it was meant for
     */
    record RecordRefusedAttempt(PersonId person, String rule, String asked, String subject) implements GuardCommand {
        public RecordRefusedAttempt {
            Texts.line("rule", rule);
            Texts.line("asked", asked);
            Texts.line("subject", subject);
        }
    }
}
