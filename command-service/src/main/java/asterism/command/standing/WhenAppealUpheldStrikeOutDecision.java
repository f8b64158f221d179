package asterism.command.standing;

import asterism.command.core.Command;
import asterism.command.core.Reaction;
import asterism.command.core.Refusal;
import asterism.command.standing.StandingCommand.StrikeOut;
import asterism.events.AppealEvent.AppealUpheld;
import asterism.events.Fact;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** An upheld appeal strikes out the decision it contested; the ledger says what stands without it. */
public final class WhenAppealUpheldStrikeOutDecision implements Reaction<AppealUpheld> {

    @Override
    public Class<AppealUpheld> when() {
        return AppealUpheld.class;
    }

    @Override
    public List<Command> wish(AppealUpheld upheld, Fact fact, Function<String, Optional<String>> documents) {
        return List.of(new StrikeOut(upheld.branch(), upheld.contested(), upheld.appeal()));
    }

    /** Never refused: the house asks, and where this ledger holds no such decision nothing is to be struck out. */
    @Override
    public Optional<Command> refused(AppealUpheld upheld, Command wish, Refusal refusal) {
        return Optional.empty();
    }
}
