package asterism.command.standing;

import asterism.command.core.Command;
import asterism.command.core.Reaction;
import asterism.command.core.Refusal;
import asterism.command.standing.StandingCommand.Replace;
import asterism.events.AppealEvent.AppealDecisionReplaced;
import asterism.events.Fact;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** An appeal that replaced the decision strikes it out of the ledger and puts its own in its place. */
public final class WhenAppealReplacesDecisionReplaceLevel implements Reaction<AppealDecisionReplaced> {

    @Override
    public Class<AppealDecisionReplaced> when() {
        return AppealDecisionReplaced.class;
    }

    @Override
    public List<Command> wish(AppealDecisionReplaced happened, Fact fact, Function<String, Optional<String>> documents) {
        return List.of(new Replace(happened.branch(), happened.contested(), happened.appeal(), happened.decision(), happened.level()));
    }

    /** Never refused: the appeal was lodged against an entry of this ledger, and entries do not go away. */
    @Override
    public Optional<Command> refused(AppealDecisionReplaced happened, Command wish, Refusal refusal) {
        return Optional.empty();
    }
}
