package asterism.command.application;

import static asterism.command.core.Decision.accept;
import static asterism.command.core.Decision.refuse;

import asterism.command.application.Application.Given;
import asterism.command.application.ApplicationCommand.RemindOwner;
import asterism.command.application.ApplicationState.Draft;
import asterism.command.application.ApplicationState.Returned;
import asterism.command.core.Decision;
import asterism.events.ApplicationEvent.ApplicationResumed;
import asterism.events.ApplicationEvent.ApplicationReturned;
import asterism.events.ApplicationEvent.ApplicationTakenOver;
import asterism.events.ApplicationEvent.DraftDue;
import asterism.events.ApplicationEvent.OwnerReminded;
import asterism.events.ApplicationEvent.ReminderSet;
import asterism.events.ApplicationEvent.StageDue;
import asterism.events.ApplicationId;
import asterism.events.Event;
import java.time.LocalDate;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Whoever must act is reminded before a last day, as long before as the scheme says. */
final class Reminding {
    private static final String COMPLETION = "completion";
    private static final String DRAFT = "draft";

    private Reminding() {
    }

    /** The same decision; where something is due by a day from then on, it says when somebody is reminded of it. */
    static Decision with(Decision decision, Given given) {
        return given.rules() != null ? decision.followed(fact -> of(fact, given).stream()) : decision;
    }

    private static Optional<ReminderSet> of(Event fact, Given given) {
        return switch (fact) {
            case StageDue due -> of(due.application(), due.stage(), due.dueOn(), given);
            case DraftDue due -> of(due.application(), DRAFT, due.dueOn(), given);
            case ApplicationReturned back -> of(back.application(), COMPLETION, back.dueOn(), given);
            case ApplicationTakenOver over -> of(over.application(), COMPLETION, over.dueOn(), given);
            case ApplicationResumed resumed -> of(resumed.application(), COMPLETION, resumed.completeBy(), given);
            case Event _ -> Optional.empty();
        };
    }

    private static Optional<ReminderSet> of(ApplicationId application, String step, @Nullable LocalDate dueOn, Given given) {
        return dueOn == null ? Optional.empty() : given.pinned().remindOn(dueOn, given.asked().today(), given.days())
                .map(day -> new ReminderSet(application, step, dueOn, day));
    }

    static Decision remind(ApplicationState state, RemindOwner wish, Given given) {
        LocalDate today = given.asked().today();
        return due(state, wish.application()).filter(due -> !today.isAfter(due.dueOn())).map(due -> accept(due))
                .orElseGet(() -> refuse("application.nothing-due", "nothing of the application is due any more"));
    }

    private static Optional<OwnerReminded> due(ApplicationState state, ApplicationId application) {
        return state instanceof Returned(_, var dueOn) ? Optional.of(new OwnerReminded(application, COMPLETION, dueOn))
                : state instanceof Draft(_, var dueOn) && dueOn != null ? Optional.of(new OwnerReminded(application, DRAFT, dueOn))
                : state.file().map(file -> file.clock().due()).filter(Objects::nonNull)
                        .map(due -> new OwnerReminded(application, due.stage(), due.dueOn()));
    }
}
