package asterism.command.standing;

import asterism.command.core.Command;
import asterism.command.core.Reaction;
import asterism.command.core.Refusal;
import asterism.command.standing.StandingCommand.GrantLevel;
import asterism.command.standing.StandingCommand.RecordAwardNotEffected;
import asterism.events.ApplicationEvent.StarAwarded;
import asterism.events.Fact;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** An award becomes an entry of the ledger; where it cannot, that itself is recorded. */
public final class WhenStarAwardedGrantLevel implements Reaction<StarAwarded> {

    @Override
    public Class<StarAwarded> when() {
        return StarAwarded.class;
    }

    @Override
    public List<Command> wish(StarAwarded awarded, Fact fact, Function<String, Optional<String>> documents) {
        return List.of(new GrantLevel(
                awarded.application().branch(), awarded.decision(), awarded.application(), awarded.level(), awarded.from()));
    }

    @Override
    public Optional<Command> refused(StarAwarded awarded, Command wish, Refusal refusal) {
        return Optional.of(new RecordAwardNotEffected(
                awarded.application().branch(), awarded.decision(), refusal.code(), refusal.sentence()));
    }
}
