package asterism.command.application;

import static asterism.command.core.Decision.guard;
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
import asterism.command.core.Actors;
import asterism.command.core.Decision;
import asterism.command.core.Refusals;
import asterism.events.ApplicationEvent;
import asterism.events.ApplicationEvent.ApplicationAccepted;
import asterism.events.ApplicationEvent.ApplicationDeclined;
import asterism.events.ApplicationEvent.ApplicationReturned;
import asterism.events.ApplicationEvent.DeskReviewCompleted;
import asterism.events.ApplicationEvent.PartAsked;
import asterism.events.ApplicationEvent.PartsAsked;
import asterism.events.ApplicationEvent.ReviewPassedOn;
import asterism.events.ApplicationEvent.Skippable;
import asterism.events.ApplicationEvent.StageSkipped;
import asterism.events.ApplicationId;
import asterism.events.BodyId;
import asterism.rating.Procedure.Kind;
import java.util.Collections;
import java.util.List;
import java.util.stream.Stream;

/** Acceptance and desk review. */
final class Reviewing {
    private Reviewing() {
    }

    static Decision accept(ApplicationState state, AcceptApplication accept, Given given) {
        return state instanceof Submitted
                ? Entry.barred(given).orElseGet(() -> onward(accept.application(), given, new ApplicationAccepted(accept.application())))
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

    /**
     * The next desk follows where the scheme has one, and there sits somebody else. With the visit, or without one where the scheme has
     * none, the departments begin to judge their parts.
     */
    static Decision complete(ApplicationState state, CompleteDeskReview complete, Given given) {
        if (!(state instanceof DeskReview(_, var passed))) {
            return NotNow.refuse(state);
        }
        if (passed.stream().anyMatch(people -> !Collections.disjoint(people, Actors.of(given.asked())))) {
            return guard("recusal.reviewed-before", "nobody reviews an application at two desks");
        }
        List<String> desks = given.pinned().desks();
        if (passed.size() + 1 < desks.size()) {
            return Decision.accept(new ReviewPassedOn(complete.application(), desks.get(passed.size()), complete.findings()));
        }
        return Decision.accept(Stream.concat(Stream.of(new DeskReviewCompleted(complete.application(), complete.findings())),
                visiting(complete.application(), given)).toArray(ApplicationEvent[]::new));
    }

    /** To the desk, or on where the scheme has none. */
    static Decision onward(ApplicationId application, Given given, ApplicationEvent fact) {
        Stream<ApplicationEvent> more = !given.pinned().skips(Kind.DESK_REVIEW) ? Stream.empty()
                : Stream.concat(Stream.of(new StageSkipped(application, Skippable.DESK_REVIEW)), visiting(application, given));
        return Decision.accept(Stream.concat(Stream.of(fact), more).toArray(ApplicationEvent[]::new));
    }

    private static Stream<ApplicationEvent> visiting(ApplicationId application, Given given) {
        List<PartAsked> parts = given.pinned().joint().stream()
                .map(part -> new PartAsked(part.id(), new BodyId(part.body().get()))).toList();
        return Stream.concat(parts.isEmpty() ? Stream.empty() : Stream.of(new PartsAsked(application, parts)),
                given.pinned().skips(Kind.SITE_VISIT) ? Stream.of(new StageSkipped(application, Skippable.SITE_VISIT)) : Stream.empty());
    }
}
