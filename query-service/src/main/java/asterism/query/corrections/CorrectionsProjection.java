package asterism.query.corrections;

import asterism.events.DecisionId;
import asterism.events.Event;
import asterism.events.Fact;
import asterism.events.StandingEvent.CorrectionEnded;
import asterism.events.StandingEvent.CorrectionMissed;
import asterism.events.StandingEvent.CorrectionRechecked;
import asterism.events.StandingEvent.CorrectionRequired;
import asterism.events.StandingEvent.CorrectionShown;
import asterism.events.StandingEvent.LastDayRecounted;
import asterism.events.StandingEvent;
import asterism.query.branches.Branches;
import asterism.query.known.Known;
import asterism.query.projecting.Projection;
import asterism.query.projecting.Rows;
import asterism.query.projecting.Table;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** A row for each state a corrective action was in. */
@Component
class CorrectionsProjection implements Projection {
    static final String NAME = "corrections";
    static final Table<Correction> CORRECTION = Table.of("correction", Correction.class, 2, "branch");

    /** How far a branch is. */
    enum State { REQUIRED, SHOWN, NOT_CURED, MISSED, CURED, ENDED }

    /** @param finding of the re-check */
    record Correction(String action, long knownFrom, Instant knownFromAt, @Nullable Long knownTo, @Nullable Instant knownToAt,
                      String branch, String ground, String demand, LocalDate factOn, LocalDate requiredOn, LocalDate dueOn,
                      boolean provisional, State state, @Nullable String escalatedTo, @Nullable String finding)
            implements Known.Version<Correction> {

        @Override
        public Correction known(long from, Instant fromAt, @Nullable Long to, @Nullable Instant toAt) {
            return new Correction(action, from, fromAt, to, toAt, branch, ground, demand, factOn, requiredOn, dueOn, provisional, state,
                    escalatedTo, finding);
        }

        Correction due(LastDayRecounted day) {
            return new Correction(action, knownFrom, knownFromAt, knownTo, knownToAt, branch, ground, demand, factOn, requiredOn,
                    day.lastDay(), day.provisional(), state, escalatedTo, finding);
        }

        Correction now(State next, @Nullable String above, @Nullable String found) {
            return new Correction(action, knownFrom, knownFromAt, knownTo, knownToAt, branch, ground, demand, factOn, requiredOn, dueOn,
                    provisional, next, above == null ? escalatedTo : above, found == null ? finding : found);
        }
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public int version() {
        return 1;
    }

    @Override
    public List<Table<?>> tables() {
        return List.of(Branches.TABLE, CORRECTION);
    }

    @Override
    public Set<Class<? extends Event>> reads() {
        return Branches.read(CorrectionRequired.class, CorrectionShown.class, CorrectionRechecked.class, CorrectionMissed.class,
                CorrectionEnded.class, LastDayRecounted.class);
    }

    @Override
    public void fold(Fact fact, Rows rows) {
        switch (fact.event()) {
            case CorrectionRequired required -> Known.begin(CORRECTION, new Correction(required.action().value(), 0,
                    fact.at().recordedAt(), null, null, required.branch().value(), required.ground(), required.demand(),
                    required.factOn(), fact.at().effectiveOn(), required.dueOn(), required.provisional(), State.REQUIRED, null, null),
                    fact.at(), rows);
            case CorrectionShown shown -> now(shown.action(), State.SHOWN, null, null, fact, rows);
            case CorrectionRechecked checked ->
                    now(checked.action(), checked.cured() ? State.CURED : State.NOT_CURED, null, checked.finding(), fact, rows);
            case CorrectionMissed missed -> now(missed.action(), State.MISSED,
                    missed.escalatedTo() == null ? null : missed.escalatedTo().value(), null, fact, rows);
            case CorrectionEnded ended -> now(ended.action(), State.ENDED, null, null, fact, rows);
            case LastDayRecounted day when day.counted() == StandingEvent.Counted.CORRECTION ->
                    Known.now(CORRECTION, day.decision().value(), rows)
                            .forEach(was -> Known.replace(CORRECTION, was, was.due(day), fact.at(), rows));
            case Event other -> Branches.fold(other, rows);
        }
    }

    private static void now(DecisionId action, State state, @Nullable String above, @Nullable String finding, Fact fact, Rows rows) {
        Known.now(CORRECTION, action.value(), rows)
                .forEach(was -> Known.replace(CORRECTION, was, was.now(state, above, finding), fact.at(), rows));
    }
}
