package asterism.command.application;

import asterism.command.application.ApplicationCommand.TakeOverApplication;
import asterism.command.core.Command;
import asterism.command.core.Reaction;
import asterism.command.core.Refusal;
import asterism.events.ApplicationEvent.ApplicationReaddressed;
import asterism.events.Fact;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** What one branch can no longer go on with begins in the branch that takes it over. */
public final class WhenApplicationReaddressedTakeOver implements Reaction<ApplicationReaddressed> {

    @Override
    public Class<ApplicationReaddressed> when() {
        return ApplicationReaddressed.class;
    }

    @Override
    public List<Command> wish(ApplicationReaddressed moved, Fact fact, Function<String, Optional<String>> documents) {
        return List.of(new TakeOverApplication(moved.to(), moved.application(), moved.dueOn()));
    }

    /** Never refused: the house asks, the round is there, and whoever applied already goes on. */
    @Override
    public Optional<Command> refused(ApplicationReaddressed moved, Command wish, Refusal refusal) {
        return Optional.empty();
    }
}
