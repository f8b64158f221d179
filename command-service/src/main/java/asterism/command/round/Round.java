package asterism.command.round;

import asterism.command.core.Asked;
import asterism.command.core.Decider;
import asterism.command.core.Decision;
import asterism.events.Envelope;
import asterism.events.RoundEvent;

/** A rating round. */
public final class Round implements Decider<RoundCommand, Round.State, RoundEvent, Round.Given> {

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
    public Decision decide(State state, RoundCommand command, Given given) {
        return Decision.refuse("round.not-yet", "this is being built");
    }

    @Override
    public State evolve(State state, RoundEvent fact, Envelope envelope) {
        return state;
    }

    @Override
    public Class<RoundEvent> facts() {
        return RoundEvent.class;
    }
}
