package asterism.command.scheme;

import asterism.command.core.Asked;
import asterism.command.core.Decider;
import asterism.command.core.Decision;
import asterism.events.Envelope;
import asterism.events.SchemeEvent;

/** A scheme and its versions. */
public final class Scheme implements Decider<SchemeCommand, Scheme.State, SchemeEvent, Scheme.Given> {

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
    public Decision decide(State state, SchemeCommand command, Given given) {
        return Decision.refuse("scheme.not-yet", "this is being built");
    }

    @Override
    public State evolve(State state, SchemeEvent fact, Envelope envelope) {
        return state;
    }

    @Override
    public Class<SchemeEvent> facts() {
        return SchemeEvent.class;
    }
}
