package asterism.command.standing;

import asterism.command.core.Command;
import asterism.command.core.Reaction;
import asterism.command.core.Refusal;
import asterism.command.standing.StandingCommand.StayDecision;
import asterism.events.AppealEvent.AppealEffectStayed;
import asterism.events.Fact;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** What an appeal suspends does not count while it is pending. */
public final class WhenAppealStaysDecisionSetItAside implements Reaction<AppealEffectStayed> {

    @Override
    public Class<AppealEffectStayed> when() {
        return AppealEffectStayed.class;
    }

    @Override
    public List<Command> wish(AppealEffectStayed happened, Fact fact, Function<String, Optional<String>> documents) {
        return List.of(new StayDecision(happened.branch(), happened.contested(), happened.appeal()));
    }

    /** Never refused: the appeal was lodged against an entry of this ledger, and entries do not go away. */
    @Override
    public Optional<Command> refused(AppealEffectStayed happened, Command wish, Refusal refusal) {
        return Optional.empty();
    }
}
