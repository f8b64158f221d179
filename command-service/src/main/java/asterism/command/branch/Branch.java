package asterism.command.branch;

import static asterism.command.core.Decision.accept;
import static asterism.command.core.Decision.invalid;
import static asterism.command.core.Decision.refuse;
import static asterism.command.core.Decision.unknown;

import asterism.command.branch.BranchCommand.AbolishBranch;
import asterism.command.branch.BranchCommand.EndBranch;
import asterism.command.branch.BranchCommand.MergeBranches;
import asterism.command.branch.BranchCommand.RegisterBranch;
import asterism.command.branch.BranchCommand.RenameBranch;
import asterism.command.branch.BranchCommand.Reorganise;
import asterism.command.branch.BranchCommand.SplitBranch;
import asterism.command.branch.BranchCommand.TransferBranch;
import asterism.command.core.Asked;
import asterism.command.core.Decider;
import asterism.command.core.Decision;
import asterism.command.core.Refusals;
import asterism.events.AppealId;
import asterism.events.ApplicationId;
import asterism.events.BranchEvent.AppealsLeft;
import asterism.events.BranchEvent.BranchEnded;
import asterism.events.BranchEvent.BranchRegistered;
import asterism.events.BranchEvent.BranchRenamed;
import asterism.events.BranchEvent.BranchSplit;
import asterism.events.BranchEvent.BranchTransferred;
import asterism.events.BranchEvent.BranchesMerged;
import asterism.events.BranchEvent.Reorganisation;
import asterism.events.BranchEvent;
import asterism.events.BranchId;
import asterism.events.Envelope;
import asterism.events.Event;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** A branch as an organisation. */
public final class Branch implements Decider<BranchCommand, Branch.State, BranchEvent, Branch.Given> {

    public sealed interface State {
        record None() implements State {
        }

        /** @param as by its name and under its body of today */
        record Registered(BranchRegistered as) implements State {
        }

        /** Merged into another, split, or abolished. */
        record Ended(BranchRegistered as) implements State {
        }
    }

    /**
     * @param bodyKnown the body it is to belong to is established
     * @param alive     which of the other branches that are named are registered and have not ended
     * @param underway  applications of the branch that have not come to an end
     * @param appeals  of the branch that are not answered yet
     */
    public record Given(Asked asked, boolean bodyKnown, Set<BranchId> alive, List<ApplicationId> underway, List<AppealId> appeals) {
    }

    private record On(State state, BranchCommand command) {
    }

    @Override
    public State initial() {
        return new State.None();
    }

    @Override
    public Decision decide(State state, BranchCommand command, Given given) {
        return step(state, command, given).followed(fact -> left(fact, given));
    }

    /** What a branch that ends leaves open. */
    private static Stream<Event> left(Event fact, Given given) {
        return fact instanceof BranchEnded ended && !given.appeals().isEmpty()
                ? Stream.of(new AppealsLeft(ended.branch(), given.appeals(), ended.successors())) : Stream.empty();
    }

    private static Decision step(State state, BranchCommand command, Given given) {
        return switch (new On(state, command)) {
            case On(State.None _, RegisterBranch register) -> register(register, given);
            case On(State.Registered branch, RegisterBranch register) when branch.as().equals(registered(register)) -> accept();
            case On(_, RegisterBranch _) -> refuse("branch.already-registered", "a branch of that id is registered already");
            case On(_, EndBranch _) when !given.asked().bySystem() -> Refusals.houseOnly();
            case On(State.None _, Reorganise _) -> unknown("branch.unknown", "there is no such branch");
            case On(State.Ended _, EndBranch _) -> accept();
            case On(State.Ended _, Reorganise _) -> refuse("branch.ended", "the branch is no more");
            case On(State.Registered branch, Reorganise order) -> reorganise(branch.as(), order, given);
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

    private static Decision reorganise(BranchRegistered as, Reorganise order, Given given) {
        if (order.from().isAfter(given.asked().today())) {
            return invalid("from", "branch.order-not-in-force", "a reorganisation is recorded once it is in force");
        }
        if (order.from().isBefore(as.foundedOn())) {
            return invalid("from", "branch.before-its-founding", "the branch was founded on " + as.foundedOn());
        }
        return switch (order) {
            case RenameBranch rename -> rename.name().equals(as.name()) ? accept()
                    : accept(new BranchRenamed(rename.branch(), rename.name(), rename.approval(), rename.from()));
            case TransferBranch transfer -> transfer(as, transfer, given);
            case MergeBranches merge -> merge(merge, given);
            case SplitBranch split -> split(split, given);
            case AbolishBranch abolish -> accept(ended(abolish, Reorganisation.ABOLISH, List.of(), given));
            case EndBranch end -> accept(ended(end, end.because(), end.successors(), given));
        };
    }

    private static Decision transfer(BranchRegistered as, TransferBranch transfer, Given given) {
        if (!given.bodyKnown()) {
            return unknown("branch.body-unknown", "the body it is to belong to is not established");
        }
        return transfer.body().equals(as.body()) ? accept()
                : accept(new BranchTransferred(transfer.branch(), transfer.body(), transfer.approval(), transfer.from()));
    }

    private static Decision merge(MergeBranches merge, Given given) {
        if (merge.of().isEmpty() || merge.of().contains(merge.branch()) || areDouble(merge.of())) {
            return invalid("of", "branch.merge-of-whom", "name each of those that end in the branch once, and not the branch itself");
        }
        return given.alive().containsAll(merge.of())
                ? accept(new BranchesMerged(merge.branch(), merge.of(), merge.approval(), merge.from()))
                : invalid("of", "branch.other-unknown", "one of these branches is not registered, or is no more");
    }

    /** Where the branch does not go on itself it ends in the same moment. */
    private static Decision split(SplitBranch split, Given given) {
        if (split.into().size() < 2 || areDouble(split.into())) {
            return invalid("into", "branch.split-into-whom", "name each of those that it becomes once, two at least");
        }
        if (!split.into().stream().allMatch(part -> part.equals(split.branch()) || given.alive().contains(part))) {
            return invalid("into", "branch.other-unknown", "one of these branches is not registered, or is no more");
        }
        BranchSplit parts = new BranchSplit(split.branch(), split.into(), split.approval(), split.from());
        return split.into().contains(split.branch()) ? accept(parts)
                : accept(parts, ended(split, Reorganisation.SPLIT, split.into(), given));
    }

    private static BranchEnded ended(Reorganise order, Reorganisation because, List<BranchId> successors, Given given) {
        return new BranchEnded(order.branch(), because, successors, given.underway(), order.approval(), order.from());
    }

    private static boolean areDouble(List<BranchId> branches) {
        return new HashSet<>(branches).size() < branches.size();
    }

    @Override
    public State evolve(State state, BranchEvent fact, Envelope envelope) {
        return switch (fact) {
            case BranchRegistered registered -> new State.Registered(registered);
            case BranchRenamed renamed -> new State.Registered(as(state).renamed(renamed.name()));
            case BranchTransferred moved -> new State.Registered(as(state).under(moved.body()));
            case BranchesMerged _, BranchSplit _, AppealsLeft _ -> state;
            case BranchEnded _ -> new State.Ended(as(state));
        };
    }

    private static BranchRegistered as(State state) {
        return switch (state) {
            case State.Registered(BranchRegistered as) -> as;
            case State.Ended(BranchRegistered as) -> as;
            case State.None _ -> throw new IllegalStateException("a branch begins by being registered");
        };
    }

    @Override
    public Class<BranchEvent> facts() {
        return BranchEvent.class;
    }
}
