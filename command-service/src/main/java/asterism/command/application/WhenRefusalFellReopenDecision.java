package asterism.command.application;

import asterism.command.application.ApplicationCommand.ReopenDecision;
import asterism.command.core.Command;
import asterism.command.core.Reaction;
import asterism.command.core.Refusal;
import asterism.events.AppealEvent.RefusalFell;
import asterism.events.Fact;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** A refusal that falls leaves nothing decided, so the body decides again. */
public final class WhenRefusalFellReopenDecision implements Reaction<RefusalFell> {

    @Override
    public Class<RefusalFell> when() {
        return RefusalFell.class;
    }

    @Override
    public List<Command> wish(RefusalFell fell, Fact fact, Function<String, Optional<String>> documents) {
        return List.of(new ReopenDecision(fell.application(), fell.contested(), fell.appeal()));
    }

    /** Never refused: the house asks, and what was decided again meanwhile stays as it is. */
    @Override
    public Optional<Command> refused(RefusalFell fell, Command wish, Refusal refusal) {
        return Optional.empty();
    }
}
