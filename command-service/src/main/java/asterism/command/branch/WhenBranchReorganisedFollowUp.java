package asterism.command.branch;

import asterism.command.application.ApplicationCommand.EndApplication;
import asterism.command.branch.BranchCommand.EndBranch;
import asterism.command.core.Command;
import asterism.command.core.Reaction;
import asterism.command.core.Refusal;
import asterism.command.standing.StandingCommand.EndStar;
import asterism.command.standing.StandingCommand.FollowReorganisation;
import asterism.events.BranchEvent.BranchEnded;
import asterism.events.BranchEvent.BranchRenamed;
import asterism.events.BranchEvent.BranchSplit;
import asterism.events.BranchEvent.BranchTransferred;
import asterism.events.BranchEvent.BranchesMerged;
import asterism.events.BranchEvent.Reorganisation;
import asterism.events.BranchEvent.Reorganised;
import asterism.events.BranchId;
import asterism.events.DecisionId;
import asterism.events.Fact;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;

/** What a reorganisation means for others: branches that end, their stars and applications, and the stars of those that go on. */
public record WhenBranchReorganisedFollowUp<F extends Reorganised>(Class<F> when) implements Reaction<F> {

    /** One for each kind. */
    public static List<Reaction<?>> all() {
        return Stream.of(BranchRenamed.class, BranchTransferred.class, BranchesMerged.class, BranchSplit.class, BranchEnded.class)
                .<Reaction<?>>map(WhenBranchReorganisedFollowUp::new).toList();
    }

    @Override
    public List<Command> wish(F happened, Fact fact, Function<String, Optional<String>> documents) {
        DecisionId decision = new DecisionId(fact.envelope().command().toString());
        return switch ((Reorganised) happened) {
            case BranchRenamed renamed -> List.of(follow(renamed.branch(), renamed, Reorganisation.RENAME, List.of(), decision));
            case BranchTransferred moved -> List.of(follow(moved.branch(), moved, Reorganisation.TRANSFER, List.of(), decision));
            case BranchesMerged merged -> Stream.<Command>concat(
                    Stream.of(follow(merged.branch(), merged, Reorganisation.MERGE, merged.of(), decision)),
                    merged.of().stream().map(part -> new EndBranch(part, Reorganisation.MERGE, List.of(merged.branch()),
                            merged.approval(), merged.from()))).toList();
            case BranchSplit split -> split.into().stream().<Command>map(part -> follow(part, split, Reorganisation.SPLIT,
                    List.of(split.branch()), decision)).toList();
            case BranchEnded ended -> Stream.<Command>concat(
                    Stream.of(new EndStar(ended.branch(), decision, ended.because(), ended.from())),
                    ended.underway().stream().map(application ->
                            new EndApplication(application, ended.because(), ended.successors(), ended.approval()))).toList();
        };
    }

    private static FollowReorganisation follow(BranchId branch, Reorganised order, Reorganisation kind, List<BranchId> of,
            DecisionId decision) {
        return new FollowReorganisation(branch, decision, kind, of, order.from());
    }

    /** Never refused: the house asks, and each of them accepts what has come to an end already. */
    @Override
    public Optional<Command> refused(F happened, Command wish, Refusal refusal) {
        return Optional.empty();
    }
}
