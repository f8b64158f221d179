package asterism.command.appeal;

import asterism.command.core.Asked;
import asterism.command.core.Decider;
import asterism.command.core.Decision;
import asterism.events.Envelope;
import asterism.events.AppealEvent;

/** An appeal against a decision. */
public final class Appeal implements Decider<AppealCommand, Appeal.State, AppealEvent, Appeal.Given> {

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
    public Decision decide(State state, AppealCommand command, Given given) {
        return Decision.refuse("appeal.not-yet", "this is being built");
    }

    @Override
    public State evolve(State state, AppealEvent fact, Envelope envelope) {
        return state;
    }

    @Override
    public Class<AppealEvent> facts() {
        return AppealEvent.class;
    }
}
