package asterism.command.guard;

import asterism.command.core.Asked;
import asterism.command.core.Decider;
import asterism.command.core.Decision;
import asterism.command.core.Refusals;
import asterism.command.guard.GuardCommand.RecordRefusedAttempt;
import asterism.events.Envelope;
import asterism.events.GuardEvent;
import asterism.events.GuardEvent.AttemptRefused;

/** The refused attempts of one person. */
public final class GuardLog implements Decider<GuardCommand, GuardLog.State, GuardEvent, Asked> {

    public record State(int attempts) {
    }

    @Override
    public State initial() {
        return new State(0);
    }

    @Override
    public Decision decide(State state, GuardCommand command, Asked asked) {
        return switch (command) {
            case RecordRefusedAttempt attempt -> asked.bySystem()
                    ? Decision.accept(new AttemptRefused(attempt.person(), attempt.rule(), attempt.asked(), attempt.subject()))
                    : Refusals.houseOnly();
        };
    }

    @Override
    public State evolve(State state, GuardEvent fact, Envelope envelope) {
        return switch (fact) {
            case AttemptRefused _ -> new State(state.attempts() + 1);
        };
    }

    @Override
    public Class<GuardEvent> facts() {
        return GuardEvent.class;
    }
}
