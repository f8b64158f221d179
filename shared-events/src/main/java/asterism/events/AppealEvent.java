package asterism.events;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

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

    /**
     * The appeal takes one that was dismissed to the next instance.
     *
     * @param after    the one that was dismissed
     * @param instance by its id in the scheme
     */
    @Wire("appeal.carried-further/1")
    record AppealCarriedFurther(AppealId appeal, BranchId branch, AppealId after, @Open String instance) implements AppealEvent {
    }

    /**
     * It contests a decision to grant no star, which stands in no ledger.
     *
     * @param application the one that was refused
     */
    @Wire("appeal.against-refusal/1")
    record AppealAgainstRefusal(AppealId appeal, BranchId branch, ApplicationId application) implements AppealEvent {
    }

    /**
     * The appeal contests no more of the decision than this.
     *
     * @param items inputs and indicators of the scheme
     */
    @Wire("appeal.confined/1")
    record AppealConfined(AppealId appeal, BranchId branch, @Open List<String> items) implements AppealEvent {
    }

    /** The branch supports its appeal by files and what they show. */
    @Wire("appeal.evidence-submitted/1")
    record AppealEvidenceSubmitted(AppealId appeal, BranchId branch, List<Evidence> evidence, @Open String statement)
            implements AppealEvent {
    }

    /** While the appeal is pending the contested decision is out of force: so the scheme has it. */
    @Wire("appeal.effect-stayed/1")
    record AppealEffectStayed(AppealId appeal, BranchId branch, DecisionId contested) implements AppealEvent {
    }

    /**
     * The contested decision is to be struck out, and another takes its place from its first day on. The grounds stand in the
     * envelope's reason.
     *
     * @param decision the new decision
     * @param level    none where the branch is to have none
     * @param computed what the scheme makes of the marks as the panel found them; none where no marks were in question
     * @param trace    the rating engine's lines for it, as written
     */
    @Wire("appeal.decision-replaced/1")
    record AppealDecisionReplaced(AppealId appeal, BranchId branch, DecisionId contested, DecisionId decision, @Nullable Level level,
                                  ApplicationEvent.@Nullable Computed computed, @Open List<String> trace) implements AppealEvent {
    }

    /**
     * The last day for the answer is over and there is none.
     *
     * @param escalatedTo the body above, which sees to it; none where no body stands above
     */
    @Wire("appeal.answer-overdue/1")
    record AppealAnswerOverdue(AppealId appeal, BranchId branch, LocalDate dueOn, @Nullable BodyId escalatedTo) implements AppealEvent {
    }

    /** The last day for the answer was counted again, now that the calendar of its year is published. */
    @Wire("appeal.answer-recounted/1")
    record AppealAnswerRecounted(AppealId appeal, BranchId branch, LocalDate answerBy) implements AppealEvent {
    }

    /** @param remindOn the day, before the last one for the answer, on which the panel is to be reminded */
    @Wire("appeal.reminder-set/1")
    record AppealReminderSet(AppealId appeal, BranchId branch, LocalDate answerBy, LocalDate remindOn) implements AppealEvent {
    }

    /** The day had come, and there was no answer yet. */
    @Wire("appeal.owner-reminded/1")
    record AppealOwnerReminded(AppealId appeal, BranchId branch, LocalDate answerBy) implements AppealEvent {
    }

    /**
     * The branch that appealed is no more; others go on in its place.
     *
     * @param to none where nobody does: the appeal is answered all the same
     */
    @Wire("appeal.readdressed/1")
    record AppealReaddressed(AppealId appeal, BranchId branch, List<BranchId> to) implements AppealEvent {
    }

    @Wire("appeal.dismissed/1")
    record AppealDismissed(AppealId appeal, BranchId branch, DecisionId contested) implements AppealEvent {
    }

    /** The refusal that was contested falls with the upheld appeal: the application is to be decided again. */
    @Wire("appeal.refusal-fell/1")
    record RefusalFell(AppealId appeal, BranchId branch, ApplicationId application, DecisionId contested) implements AppealEvent {
    }

    /** The contested decision is to be struck out. The grounds stand in the envelope's reason. */
    @Wire("appeal.upheld/1")
    record AppealUpheld(AppealId appeal, BranchId branch, DecisionId contested) implements AppealEvent {
    }
}
