package asterism.command.application;

import asterism.command.core.Reading;
import asterism.command.round.Round;
import asterism.events.ApplicationEvent.LevelDecided;
import asterism.events.ApplicationId;
import asterism.events.BranchId;
import asterism.events.DecisionId;
import asterism.events.RoundEvent.RoundOpened;
import asterism.events.StreamId;
import java.time.LocalDate;
import java.util.Optional;
import java.util.stream.Stream;

/** What a branch applied for in vain: a body granted no star, and nothing has come of that since. */
public final class RefusedApplications {
    private RefusedApplications() {
    }

    public static Stream<ApplicationId> of(BranchId branch, Reading reading) {
        return reading.range(new Round(), StreamId.ROUNDS).values().stream().flatMap(round -> round.opened().stream())
                .map(RoundOpened::round).map(round -> new ApplicationId(round, branch))
                .filter(application -> refusal(application, reading).isPresent());
    }

    /** The decision to grant no star; empty where there is none that counts. */
    public static Optional<DecisionId> refusal(ApplicationId application, Reading reading) {
        return reading.state(new Application(), StreamId.of(application)) instanceof ApplicationState.Refused(_, _, var decision)
                ? Optional.of(decision) : Optional.empty();
    }

    /** The day on which it was decided last. */
    public static Optional<LocalDate> decidedOn(ApplicationId application, Reading reading) {
        return reading.recordedOn(StreamId.of(application), LevelDecided.class::isInstance);
    }
}
