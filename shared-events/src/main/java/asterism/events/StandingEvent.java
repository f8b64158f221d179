package asterism.events;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What happened to the star of a branch: a ledger whose entries say because of which decision they stand. */
public sealed interface StandingEvent extends Event {

    BranchId branch();

    @Override
    default StreamId stream() {
        return StreamId.standing(branch());
    }

    @Override
    default Optional<BranchId> about() {
        return Optional.of(branch());
    }

    /** How an award compares with the star held before. */
    enum Change { FIRST, PROMOTED, RETAINED, LOWERED }

    /**
     * @param application where the star was decided
     * @param from        first day of the star
     */
    @Wire("standing.level-granted/1")
    record LevelGranted(BranchId branch, DecisionId decision, ApplicationId application, Level level, Change change, LocalDate from)
            implements StandingEvent {

        @Override
        public LocalDate effectiveOn(LocalDate today) {
            return from;
        }
    }

    /**
     * An award could not take effect; what stands is unchanged and someone must look at it.
     *
     * @param code the refusal's code
     */
    @Wire("standing.award-not-effected/1")
    record AwardNotEffected(BranchId branch, DecisionId decision, @Open String code, @Open String sentence) implements StandingEvent {
    }

    /**
     * @param to     none where the branch is unrated from now on
     * @param ground the rule it rests on, by its code
     * @param factOn the day of the fact that led to it
     * @param from   first day of the lower star
     */
    @Wire("standing.downgraded/1")
    record Downgraded(
            BranchId branch, DecisionId decision, Level was, @Nullable Level to, @Open String ground, LocalDate factOn, LocalDate from)
            implements StandingEvent {

        @Override
        public LocalDate effectiveOn(LocalDate today) {
            return from;
        }
    }

    /**
     * A decision no longer counts and the ledger is folded without it. Nothing else changes by itself.
     *
     * @param struck     the decision that no longer counts
     * @param dependants later decisions that looked at it: each is to be reviewed
     */
    @Wire("standing.decision-struck-out/1")
    record DecisionStruckOut(BranchId branch, DecisionId struck, AppealId appeal, List<DecisionId> dependants) implements StandingEvent {
    }
}
