package asterism.command.application;

import static asterism.command.core.Decision.invalid;
import static asterism.command.core.Decision.refuse;

import asterism.command.application.Application.Given;
import asterism.command.application.ApplicationCommand.AcceptApplication;
import asterism.command.application.ApplicationCommand.CompleteDeskReview;
import asterism.command.application.ApplicationCommand.DeclineApplication;
import asterism.command.application.ApplicationCommand.ReturnForCompletion;
import asterism.command.application.ApplicationState.DeskReview;
import asterism.command.application.ApplicationState.Held;
import asterism.command.application.ApplicationState.Submitted;
import asterism.command.core.Decision;
import asterism.command.core.Refusals;
import asterism.events.ApplicationEvent.ApplicationAccepted;
import asterism.events.ApplicationEvent.ApplicationDeclined;
import asterism.events.ApplicationEvent.ApplicationReturned;
import asterism.events.ApplicationEvent.DeskReviewCompleted;

/** Acceptance and desk review. */
final class Reviewing {
    private Reviewing() {
    }

    static Decision accept(ApplicationState state, AcceptApplication accept, Given given) {
        return state instanceof Submitted
                ? Entry.barred(given).orElseGet(() -> Decision.accept(new ApplicationAccepted(accept.application())))
                : NotNow.refuse(state);
    }

    /**
     * An application is declined when it comes in, or while it is on hold and the round can do without it; what was to be handed in
     * and did not come lapses by itself.
     */
    static Decision decline(ApplicationState state, DeclineApplication decline, Given given) {
        if (!(state instanceof Submitted) && !(state instanceof Held && Applying.mayEnd(state))) {
            return NotNow.refuse(state);
        }
        return given.asked().reason() == null
                ? Refusals.reasonRequired()
                : Decision.accept(new ApplicationDeclined(decline.application()));
    }

    static Decision giveBack(ApplicationState state, ReturnForCompletion giveBack, Given given) {
        if (!(state instanceof DeskReview)) {
            return NotNow.refuse(state);
        }
        return giveBack.dueOn().isAfter(given.asked().today())
                ? Decision.accept(new ApplicationReturned(giveBack.application(), giveBack.gaps(), giveBack.dueOn()))
                : invalid("dueOn", "application.due-too-soon", "the branch needs at least until tomorrow");
    }

    static Decision complete(ApplicationState state, CompleteDeskReview complete) {
        return state instanceof DeskReview
                ? Decision.accept(new DeskReviewCompleted(complete.application(), complete.findings()))
                : NotNow.refuse(state);
    }
}
