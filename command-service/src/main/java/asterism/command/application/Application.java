package asterism.command.application;

import asterism.command.core.Asked;
import asterism.command.core.Decider;
import asterism.command.core.Decision;
import asterism.events.Envelope;
import asterism.events.ApplicationEvent;

/** The way of one branch through one round. */
public final class Application implements Decider<ApplicationCommand, Application.State, ApplicationEvent, Application.Given> {

    public sealed interface State {
        record None() implements State {
        }
    }

    public record Given(Asked asked) {
    }

    @Override
    public State initial() {
        return new State.None();
    }

    @Override
    public Decision decide(State state, ApplicationCommand command, Given given) {
        return Decision.refuse("application.not-yet", "this is being built");
    }

    @Override
    public State evolve(State state, ApplicationEvent fact, Envelope envelope) {
        return state;
    }

    @Override
    public Class<ApplicationEvent> facts() {
        return ApplicationEvent.class;
    }
}
