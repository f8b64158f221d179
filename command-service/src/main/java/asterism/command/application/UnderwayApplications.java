package asterism.command.application;

import asterism.command.core.Reading;
import asterism.command.round.Round;
import asterism.events.ApplicationId;
import asterism.events.BranchId;
import asterism.events.RoundEvent.RoundOpened;
import asterism.events.StreamId;
import java.util.List;

/** What a branch applied for and that has not come to its end. */
public final class UnderwayApplications {
    private UnderwayApplications() {
    }

    public static List<ApplicationId> of(BranchId branch, Reading reading) {
        return reading.range(new Round(), StreamId.ROUNDS).values().stream()
                .filter(round -> !(round instanceof Round.State.Closed)).flatMap(round -> round.opened().stream()).map(RoundOpened::round)
                .map(round -> new ApplicationId(round, branch))
                .filter(application -> reading.state(new Application(), StreamId.of(application)).isUnderway()).toList();
    }
}
