package asterism.command.standing;

import asterism.command.core.Asked;
import asterism.command.core.Decider;
import asterism.command.core.Decision;
import asterism.events.Envelope;
import asterism.events.StandingEvent;

/** The star of a branch. */
public final class Standing implements Decider<StandingCommand, Standing.State, StandingEvent, Standing.Given> {

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
    public Decision decide(State state, StandingCommand command, Given given) {
        return Decision.refuse("standing.not-yet", "this is being built");
    }

    @Override
    public State evolve(State state, StandingEvent fact, Envelope envelope) {
        return state;
    }

    @Override
    public Class<StandingEvent> facts() {
        return StandingEvent.class;
    }
}
