package asterism.command.standing;

import asterism.events.ApplicationId;
import asterism.events.DecisionId;
import asterism.events.PersonId;
import asterism.events.StandingEvent;
import asterism.standing.Ledger;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What has gathered about the star of a branch.
 *
 * @param origins where the decisions of the ledger come from
 * @param watch   what is kept beside the ledger
 */
record File(Ledger ledger, Map<DecisionId, Origin> origins, Watch watch) {
    static final File EMPTY = new File(Ledger.EMPTY, Map.of(), Watch.NOTHING);

    /**
     * Where a decision comes from.
     *
     * @param application whose scheme orders the levels; of a provisional level, the one the branch would have in that round
     * @param deciders    who decided on the star itself; empty for awards, which are decided in the application
     * @param ruling      the decision
     */
    record Origin(ApplicationId application, Set<PersonId> deciders, StandingEvent.Ruling ruling) {
    }

    File with(StandingEvent.Ruling ruling, ApplicationId application, Set<PersonId> deciders) {
        Map<DecisionId, Origin> more = new HashMap<>(origins);
        more.put(ruling.decision(), new Origin(application, deciders, ruling));
        return new File(ledger.with(ruling), Map.copyOf(more), watch);
    }

    File with(StandingEvent.DecisionStruckOut struck) {
        return new File(ledger.with(struck), origins, watch);
    }

    File with(StandingEvent.Note note) {
        return new File(ledger, origins, watch.with(note));
    }

    Optional<Origin> origin(DecisionId decision) {
        return Optional.ofNullable(origins.get(decision));
    }

    /** The scheme of the latest award orders the levels of whatever follows it. */
    Optional<ApplicationId> lastApplication() {
        return ledger.entries().isEmpty() ? Optional.empty()
                : origin(ledger.entries().getLast().because()).map(Origin::application);
    }

    /** The decision that holds in the end; empty where none stands. */
    Optional<StandingEvent.Ruling> last() {
        return ledger.last().flatMap(entry -> origin(entry.because())).map(Origin::ruling);
    }
}
