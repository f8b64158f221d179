package asterism.command.application;

import asterism.calendar.WorkingDays.LastDay;
import asterism.command.application.Application.Given;
import asterism.command.application.ApplicationState.Notice;
import asterism.command.core.Decision;
import asterism.events.ApplicationEvent.NoticeRecounted;
import asterism.events.ApplicationEvent.StageDue;
import asterism.events.Event;
import java.util.Optional;
import java.util.stream.Stream;

/** Last days that were counted before their year's calendar was published are counted again, from the day they began. */
final class Recounting {
    private Recounting() {
    }

    /** Nothing where each day stays as it was said. */
    static Decision recount(ApplicationState state, Given given) {
        Optional<NoticeRecounted> notice = state instanceof Notice posted ? notice(posted, given) : Optional.empty();
        Optional<Event> objections = state instanceof Notice posted ? ObjectionTime.recounted(posted,
                notice.map(NoticeRecounted::lastDay).orElse(posted.days().lastDay()), given) : Optional.empty();
        return Decision.accept(Stream.of(notice.stream(), objections.stream(), stage(state, given).stream()).flatMap(facts -> facts)
                .toArray(Event[]::new));
    }

    private static Optional<NoticeRecounted> notice(Notice notice, Given given) {
        return Optional.ofNullable(given.days()).flatMap(days -> Optional.ofNullable(given.begun().notice())
                .flatMap(posted -> given.pinned().notice(notice.verdict().level()).map(rule -> days.notice(rule, posted))))
                .filter(last -> !last.day().equals(notice.days().lastDay()))
                .map(last -> new NoticeRecounted(notice.dossier().application(), last.day(), last.provisional()));
    }

    private static Optional<Event> stage(ApplicationState state, Given given) {
        return state.file().map(dossier -> dossier.clock().due()).filter(StageDue::provisional).flatMap(due -> counted(due, given)
                .filter(last -> !last.provisional() || !last.day().equals(due.dueOn()))
                .map(last -> new StageDue(due.application(), due.stage(), last.day(), last.provisional())));
    }

    private static Optional<LastDay> counted(StageDue due, Given given) {
        return Optional.ofNullable(given.days()).flatMap(days -> Optional.ofNullable(given.begun().stage())
                .flatMap(begun -> given.pinned().period(due.stage()).map(period -> days.period(period, begun))));
    }
}
