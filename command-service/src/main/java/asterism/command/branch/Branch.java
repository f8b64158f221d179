package asterism.command.branch;

import static asterism.command.core.Decision.accept;
import static asterism.command.core.Decision.invalid;
import static asterism.command.core.Decision.refuse;
import static asterism.command.core.Decision.unknown;

import asterism.command.branch.BranchCommand.RegisterBranch;
import asterism.command.core.Asked;
import asterism.command.core.Decider;
import asterism.command.core.Decision;
import asterism.events.BranchEvent;
import asterism.events.BranchEvent.BranchRegistered;
import asterism.events.Envelope;

/** A branch as an organisation. */
public final class Branch implements Decider<BranchCommand, Branch.State, BranchEvent, Branch.Given> {

    public sealed interface State {
        record None() implements State {
        }

        record Registered(BranchRegistered as) implements State {
        }
    }

    /** @param bodyKnown the body it is to belong to is established */
    public record Given(Asked asked, boolean bodyKnown) {
    }

    private record On(State state, BranchCommand command) {
    }

    @Override
    public State initial() {
        return new State.None();
    }

    @Override
    public Decision decide(State state, BranchCommand command, Given given) {
        return switch (new On(state, command)) {
            case On(State.None _, RegisterBranch register) -> register(register, given);
            case On(State.Registered branch, RegisterBranch register) -> branch.as().equals(registered(register))
                    ? accept()
                    : refuse("branch.already-registered", "a branch of that id is registered already");
        };
    }

    private static Decision register(RegisterBranch register, Given given) {
        if (!given.bodyKnown()) {
            return unknown("branch.body-unknown", "the body it is to belong to is not established");
        }
        return register.foundedOn().isAfter(given.asked().today())
                ? invalid("foundedOn", "branch.not-yet-founded", "a branch cannot be founded after today")
                : accept(registered(register));
    }

    private static BranchRegistered registered(RegisterBranch register) {
        return new BranchRegistered(register.branch(), register.body(), register.kind(), register.name(), register.foundedOn());
    }

    @Override
    public State evolve(State state, BranchEvent fact, Envelope envelope) {
        return switch (fact) {
            case BranchRegistered registered -> new State.Registered(registered);
        };
    }

    @Override
    public Class<BranchEvent> facts() {
        return BranchEvent.class;
    }
}
