package asterism.command.standing;

import asterism.command.application.Application;
import asterism.command.core.Actors;
import asterism.command.core.Asked;
import asterism.command.core.Capability;
import asterism.command.core.Reading;
import asterism.command.rules.RuleBook;
import asterism.command.standing.StandingCommand.Downgrade;
import asterism.command.standing.StandingCommand.GrantLevel;
import asterism.command.standing.StandingCommand.RecordAwardNotEffected;
import asterism.command.standing.StandingCommand.StrikeOut;
import asterism.events.ApplicationId;
import asterism.events.Level;
import asterism.events.StandingEvent;
import asterism.events.StreamId;
import java.util.List;
import java.util.Optional;

/** The stars of branches, bound to the house. */
public final class StandingCapability implements Capability<StandingCommand, Standing.State, StandingEvent, Standing.Given> {
    private final Standing decider = new Standing();

    @Override
    public Class<StandingCommand> commands() {
        return StandingCommand.class;
    }

    @Override
    public Standing decider() {
        return decider;
    }

    @Override
    public Standing.Given given(StandingCommand command, Standing.State state, Asked asked, Reading reading) {
        boolean ownBranch = Actors.of(asked).stream().anyMatch(person -> reading.directory().belongsTo(person, command.branch()));
        return new Standing.Given(asked, scale(command, state, reading), ownBranch);
    }

    /** Levels are ordered by the rules of the application a star comes from. */
    private static List<Level> scale(StandingCommand command, Standing.State state, Reading reading) {
        Optional<ApplicationId> from = switch (command) {
            case GrantLevel grant -> Optional.of(grant.application());
            case Downgrade _ -> state instanceof Standing.State.Rated star ? Optional.of(Standing.lastApplication(star)) : Optional.empty();
            case RecordAwardNotEffected _, StrikeOut _ -> Optional.empty();
        };
        return from.flatMap(application -> reading.state(new Application(), StreamId.of(application)).file())
                .map(dossier -> RuleBook.rules(dossier.pin(), reading::document).scale()).orElse(List.of());
    }
}
