package asterism.events;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/** What happened to an appeal. */
public sealed interface AppealEvent extends Event {

    AppealId appeal();

    /** The branch that appeals. */
    BranchId branch();

    @Override
    default StreamId stream() {
        return StreamId.of(appeal());
    }

    @Override
    default Optional<BranchId> about() {
        return Optional.of(branch());
    }

    /**
     * @param contested the decision appealed against
     * @param ground    by its code in the scheme
     */
    @Wire("appeal.lodged/1")
    record AppealLodged(AppealId appeal, BranchId branch, DecisionId contested, @Open String ground, @Open String statement)
            implements AppealEvent {
    }

    /**
     * @param panel    who will decide: nobody who scored, visited, moderated or decided
     * @param answerBy last day for the answer
     */
    @Wire("appeal.admitted/1")
    record AppealAdmitted(AppealId appeal, BranchId branch, List<PersonId> panel, LocalDate answerBy) implements AppealEvent {
    }

    /**
     * The reason stands in the envelope.
     *
     * @param code late, no ground, second request
     */
    @Wire("appeal.found-inadmissible/1")
    record AppealFoundInadmissible(AppealId appeal, BranchId branch, @Open String code) implements AppealEvent {
    }

    @Wire("appeal.dismissed/1")
    record AppealDismissed(AppealId appeal, BranchId branch, DecisionId contested) implements AppealEvent {
    }

    /** The contested decision is to be struck out. The grounds stand in the envelope's reason. */
    @Wire("appeal.upheld/1")
    record AppealUpheld(AppealId appeal, BranchId branch, DecisionId contested) implements AppealEvent {
    }
}
