package asterism.command.application;

import static asterism.command.core.Decision.invalid;
import static asterism.command.core.Decision.refuse;
import static asterism.command.core.Decision.unknown;

import asterism.calendar.WorkingDays.LastDay;
import asterism.command.application.Application.Given;
import asterism.command.application.ApplicationCommand.EndApplication;
import asterism.command.application.ApplicationCommand.PutOnHold;
import asterism.command.application.ApplicationCommand.ReaddressApplication;
import asterism.command.application.ApplicationCommand.ResumeApplication;
import asterism.command.application.ApplicationCommand.TakeOverApplication;
import asterism.command.application.ApplicationState.Draft;
import asterism.command.application.ApplicationState.Held;
import asterism.command.application.ApplicationState.None;
import asterism.command.application.ApplicationState.Notice;
import asterism.command.application.ApplicationState.Returned;
import asterism.command.core.Decision;
import asterism.command.core.Refusals;
import asterism.events.ApplicationEvent.ApplicationEnded;
import asterism.events.ApplicationEvent.ApplicationHeld;
import asterism.events.ApplicationEvent.ApplicationLapsed;
import asterism.events.ApplicationEvent.ApplicationReaddressed;
import asterism.events.ApplicationEvent.ApplicationResumed;
import asterism.events.ApplicationEvent.ApplicationTakenOver;
import asterism.events.ApplicationEvent.HoldCause;
import asterism.events.ApplicationId;
import asterism.rating.Procedure.DayType;
import java.time.LocalDate;
import java.util.List;

/** On hold and on again; and what becomes of an application whose branch is no more. */
final class Holding {
    private Holding() {
    }

    static Decision hold(ApplicationState state, PutOnHold hold, Given given) {
        if (!state.isUnderway() || state instanceof Held) {
            return NotNow.refuse(state);
        }
        return given.asked().reason() == null && !given.asked().bySystem() ? Refusals.reasonRequired() : Decision.accept(
                new ApplicationHeld(hold.application(), hold.cause(), hold.linked(), List.of(), given.asked().today()));
    }

    static Decision resume(ApplicationState state, ResumeApplication resume, Given given) {
        if (!(state instanceof Held held)) {
            return NotNow.refuse(state);
        }
        if (!held.hold().successors().isEmpty()) {
            return refuse("application.branch-ended", "its branch is no more: another takes the application over, or it is declined");
        }
        return given.asked().reason() == null ? Refusals.reasonRequired() : resumed(held, resume.application(), given);
    }

    /** A draft whose round takes no applications any more goes on only to lapse. */
    private static Decision resumed(Held held, ApplicationId application, Given given) {
        ApplicationResumed resumed = goingOn(held, application, given);
        return held.at() instanceof Draft(_, var dueOn) && dueOn != null && given.asked().today().isAfter(dueOn)
                ? Decision.accept(resumed, new ApplicationLapsed(application, dueOn)) : Decision.accept(resumed);
    }

    private static ApplicationResumed goingOn(Held held, ApplicationId application, Given given) {
        LocalDate today = given.asked().today();
        LocalDate heldOn = held.hold().heldOn();
        return switch (held.at()) {
            case Returned back -> new ApplicationResumed(application, today,
                    Schedule.moved(back.dueOn(), heldOn, DayType.CALENDAR, given).day(), null, false);
            case Notice notice when notice.days().pausedOn() != null -> new ApplicationResumed(application, today, null, null, false);
            case Notice notice -> {
                LastDay last = Schedule.moved(notice.days().lastDay(), heldOn, given.pinned().dayTypeOf(notice.verdict().level()), given);
                yield new ApplicationResumed(application, today, null, last.day(), last.provisional());
            }
            case ApplicationState.Underway _ -> new ApplicationResumed(application, today, null, null, false);
        };
    }

    /**
     * It waits for a branch to take it over where the scheme lets what the branch had go on in another, and the round can still do
     * without it. Nothing where it has come to an end already.
     */
    static Decision end(ApplicationState state, EndApplication end, Given given) {
        if (!state.isUnderway()) {
            return Decision.accept();
        }
        return !end.successors().isEmpty() && Applying.mayEnd(state) && given.pinned().goesOnAfter(end.because())
                ? Decision.accept(new ApplicationHeld(end.application(), HoldCause.REORGANISATION, end.approval(), end.successors(),
                        state instanceof Held held ? held.hold().heldOn() : given.asked().today()))
                : Decision.accept(new ApplicationEnded(end.application(), end.because()));
    }

    static Decision readdress(ApplicationState state, ReaddressApplication wish, Given given) {
        if (!(state instanceof Held held)) {
            return NotNow.refuse(state);
        }
        if (!held.hold().successors().contains(wish.to())) {
            return invalid("to", "application.not-a-successor", "that branch did not come out of the one that applied");
        }
        if (given.branch() == null) {
            return unknown("application.branch-unknown", "there is no such branch");
        }
        if (!given.pinned().rates(given.branch().kind())) {
            return refuse("application.kind-not-rated", "the scheme of this round does not rate branches of this kind");
        }
        if (given.round() == null || given.round().sealed()) {
            return refuse("application.roster-sealed", "the round's roster is sealed, so nothing can be proposed to it any more");
        }
        return wish.dueOn().isAfter(given.asked().today())
                ? Decision.accept(new ApplicationReaddressed(wish.application(), new ApplicationId(wish.application().round(), wish.to()),
                        wish.dueOn()))
                : invalid("dueOn", "application.due-too-soon", "the branch needs at least until tomorrow");
    }

    /** Nothing where the branch applied itself: that application stands for both. */
    static Decision takeOver(ApplicationState state, TakeOverApplication wish, Given given) {
        if (!(state instanceof None)) {
            return Decision.accept();
        }
        return given.round() == null ? unknown("application.round-unknown", "there is no such round")
                : Decision.accept(new ApplicationTakenOver(wish.application(), wish.of(), given.round().pin(), wish.dueOn()));
    }
}
