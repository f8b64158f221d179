package asterism.command.wiring.deciding;

import asterism.command.core.Command;
import asterism.command.core.Commands.Answer;
import asterism.command.core.Commands.Ask;

/** What would come of a wish if it were asked now. */
public interface Rehearsal {

    /**
     * Decides as the facts stand, and keeps nothing of it: no fact, no answer, no entry in a guard log. An answer that this id got
     * before is not looked for.
     */
    Answer rehearse(Command command, Ask ask);
}
