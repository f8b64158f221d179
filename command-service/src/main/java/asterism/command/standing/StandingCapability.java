package asterism.command.standing;

import asterism.command.core.Asked;
import asterism.command.core.Capability;
import asterism.command.core.Reading;
import asterism.events.StandingEvent;
import java.util.List;

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
        boolean ownBranch = asked.person().filter(person -> reading.directory().belongsTo(person, command.branch())).isPresent();
        // Rounds do not decide yet, so no rules can be looked up: with no scale, awards and downgrades are refused, not guessed.
        return new Standing.Given(asked, List.of(), ownBranch);
    }
}
