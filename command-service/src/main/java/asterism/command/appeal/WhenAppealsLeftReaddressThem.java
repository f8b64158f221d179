package asterism.command.appeal;

import asterism.command.appeal.AppealCommand.ReaddressAppeal;
import asterism.command.core.Command;
import asterism.command.core.Reaction;
import asterism.command.core.Refusal;
import asterism.events.BranchEvent.AppealsLeft;
import asterism.events.Fact;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** The appeals of a branch that is no more are those of the branches it goes on in. */
public final class WhenAppealsLeftReaddressThem implements Reaction<AppealsLeft> {

    @Override
    public Class<AppealsLeft> when() {
        return AppealsLeft.class;
    }

    @Override
    public List<Command> wish(AppealsLeft left, Fact fact, Function<String, Optional<String>> documents) {
        return left.appeals().stream().<Command>map(appeal -> new ReaddressAppeal(appeal, left.successors())).toList();
    }

    /** Never refused: the house asks, and an appeal that was answered meanwhile stays as it is. */
    @Override
    public Optional<Command> refused(AppealsLeft left, Command wish, Refusal refusal) {
        return Optional.empty();
    }
}
