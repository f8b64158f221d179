package asterism.command.standing;

import asterism.command.core.Command;
import asterism.command.core.Reaction;
import asterism.command.core.Refusal;
import asterism.command.standing.StandingCommand.LiftStay;
import asterism.events.AppealEvent.AppealDismissed;
import asterism.events.Fact;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** A dismissed appeal suspends nothing any more. */
public final class WhenAppealDismissedLiftStay implements Reaction<AppealDismissed> {

    @Override
    public Class<AppealDismissed> when() {
        return AppealDismissed.class;
    }

    @Override
    public List<Command> wish(AppealDismissed happened, Fact fact, Function<String, Optional<String>> documents) {
        return List.of(new LiftStay(happened.branch(), happened.contested(), happened.appeal()));
    }

    /** Never refused: the appeal was lodged against an entry of this ledger, and entries do not go away. */
    @Override
    public Optional<Command> refused(AppealDismissed happened, Command wish, Refusal refusal) {
        return Optional.empty();
    }
}
