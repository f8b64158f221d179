package asterism.command.application;

import asterism.calendar.WorkingDays.LastDay;
import asterism.command.application.Application.Given;
import asterism.command.application.ApplicationState.Held;
import asterism.command.application.ApplicationState.Notice;
import asterism.command.core.Decision;
import asterism.command.rules.Objections;
import asterism.events.ApplicationEvent.ApplicationResumed;
import asterism.events.ApplicationEvent.NoticePosted;
import asterism.events.ApplicationEvent.NoticeResumed;
import asterism.events.ApplicationEvent.ObjectionsUntil;
import asterism.events.ApplicationId;
import asterism.events.Event;
import asterism.rating.Procedure.DayType;
import asterism.rating.Procedure.Period;
import java.time.LocalDate;
import java.util.Optional;

/**
 * The time that a scheme gives objections apart from the notice: counted from its posting, or from its end. An objection does not
 * stop it; a hold does, as it stops everything.
 */
final class ObjectionTime {
    private ObjectionTime() {
    }

    /** The same decision; where that time begins, or is moved, the facts say until when it lasts. */
    static Decision told(ApplicationState state, Decision decision, Given given) {
        return decision.followed(fact -> until(state, fact, given).stream());
    }

    private static Optional<Event> until(ApplicationState state, Event fact, Given given) {
        return switch (fact) {
            case NoticePosted posted -> rule(given).flatMap(rule -> counted(posted.application(),
                    rule.followNotice() ? posted.lastDay() : posted.postedOn(), given));
            case NoticeResumed resumed -> rule(given).filter(Objections::followNotice)
                    .flatMap(_ -> counted(resumed.application(), resumed.lastDay(), given));
            case ApplicationResumed resumed when state instanceof Held(Notice notice, var hold)
                    && notice.days().objectionsUntil() != null ->
                    Optional.of(said(resumed.application(), Schedule.moved(notice.days().objectionsUntil(), hold.heldOn(),
                            rule(given).flatMap(Objections::period).flatMap(period -> period.dayType().value())
                                    .orElse(DayType.CALENDAR), given)));
            case Event _ -> Optional.empty();
        };
    }

    /** Counted again now that a year of the calendar is published; nothing where it stays, or time stood still meanwhile. */
    static Optional<Event> recounted(Notice notice, LocalDate noticeUntil, Given given) {
        return rule(given).flatMap(rule -> Optional.ofNullable(rule.followNotice() ? noticeUntil : given.begun().notice()))
                .flatMap(start -> counted(notice.dossier().application(), start, given))
                .filter(until -> until instanceof ObjectionsUntil(_, var day, _) && !day.equals(notice.days().objectionsUntil()));
    }

    private static Optional<Objections> rule(Given given) {
        return given.pinned().objections();
    }

    private static Optional<Event> counted(ApplicationId application, LocalDate start, Given given) {
        Optional<Period> period = rule(given).flatMap(Objections::period);
        return Optional.ofNullable(given.days()).flatMap(days -> period.map(of -> said(application, days.period(of, start))));
    }

    private static Event said(ApplicationId application, LastDay last) {
        return new ObjectionsUntil(application, last.day(), last.provisional());
    }
}
