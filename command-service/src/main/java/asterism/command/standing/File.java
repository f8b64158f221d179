package asterism.command.standing;

import asterism.events.ApplicationId;
import asterism.events.DecisionId;
import asterism.events.PersonId;
import asterism.events.StandingEvent;
import asterism.standing.Ledger;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What has gathered about the star of a branch.
 *
 * @param origins where the decisions of the ledger come from
 * @param watch   what is kept beside the ledger
 * @param stayed  decisions that do not count while an appeal is pending
 * @param duties  what somebody must still see to
 */
record File(Ledger ledger, Map<DecisionId, Origin> origins, Watch watch, Set<DecisionId> stayed, Duties duties) {
    static final File EMPTY = new File(Ledger.EMPTY, Map.of(), Watch.NOTHING, Set.of(), Duties.NONE);

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
        return new File(ledger.with(ruling), Map.copyOf(more),
                ruling instanceof StandingEvent.StarEnded ? watch.unwatched() : watch, stayed, duties);
    }

    File with(StandingEvent.DecisionStruckOut struck) {
        return new File(ledger.with(struck), origins, watch, without(struck.struck()), duties.review(struck.dependants()));
    }

    File with(StandingEvent.DecisionStayed stay) {
        Set<DecisionId> more = new HashSet<>(stayed);
        more.add(stay.stayed());
        return new File(ledger.with(stay), origins, watch, Set.copyOf(more), duties);
    }

    File with(StandingEvent.StayLifted lifted) {
        return new File(ledger.with(lifted), origins, watch, without(lifted.stayed()), duties);
    }

    /** The decision as it was, with the last day as it was counted again. */
    File with(StandingEvent.LastDayRecounted day) {
        Map<DecisionId, Origin> all = new HashMap<>(origins);
        all.computeIfPresent(day.decision(), (_, origin) -> new Origin(origin.application(), origin.deciders(),
                Recounting.with(origin.ruling(), day)));
        return new File(ledger.with(day), Map.copyOf(all), watch.recounted(day), stayed, duties);
    }

    private Set<DecisionId> without(DecisionId decision) {
        return stayed.stream().filter(one -> !one.equals(decision)).collect(Collectors.toUnmodifiableSet());
    }

    File with(StandingEvent.Note note) {
        return new File(ledger, origins, watch.with(note), stayed, duties.with(note));
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
