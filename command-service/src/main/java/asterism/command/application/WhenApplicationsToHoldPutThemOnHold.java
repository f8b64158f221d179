package asterism.command.application;

import asterism.command.application.ApplicationCommand.PutOnHold;
import asterism.command.core.Command;
import asterism.command.core.Reaction;
import asterism.command.core.Refusal;
import asterism.events.Fact;
import asterism.events.StandingEvent.ApplicationsToHold;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** While something about a branch is looked into, what it applied for waits. */
public final class WhenApplicationsToHoldPutThemOnHold implements Reaction<ApplicationsToHold> {

    @Override
    public Class<ApplicationsToHold> when() {
        return ApplicationsToHold.class;
    }

    @Override
    public List<Command> wish(ApplicationsToHold happened, Fact fact, Function<String, Optional<String>> documents) {
        return happened.applications().stream()
                .<Command>map(application -> new PutOnHold(application, happened.cause(), happened.linked())).toList();
    }

    /** It has come to an end, or waits already. */
    @Override
    public Optional<Command> refused(ApplicationsToHold happened, Command wish, Refusal refusal) {
        return Optional.empty();
    }
}
