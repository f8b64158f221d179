package asterism.command.application;

import asterism.calendar.WorkingDays.LastDay;
import asterism.command.application.Application.Given;
import asterism.command.application.ApplicationState.Notice;
import asterism.command.core.Decision;
import asterism.events.ApplicationEvent.NoticeRecounted;
import asterism.events.ApplicationEvent.StageDue;
import asterism.rating.Procedure.Due;
import asterism.rating.Procedure.Stage;
import java.util.List;
import java.util.Optional;

/** Last days that were counted before their year's calendar was published are counted again, from the day they began. */
final class Recounting {
    private Recounting() {
    }

    /** Nothing where the day stays as it was said. */
    static Decision recount(ApplicationState state, Given given) {
        if (state instanceof Notice notice) {
            return notice(notice, given);
        }
        return state.file().map(dossier -> dossier.clock().due()).filter(StageDue::provisional).flatMap(due -> counted(due, given)
                .filter(last -> !last.provisional() || !last.day().equals(due.dueOn()))
                .map(last -> Decision.accept(new StageDue(due.application(), due.stage(), last.day(), last.provisional()))))
                .orElseGet(Decision::accept);
    }

    private static Decision notice(Notice notice, Given given) {
        return Optional.ofNullable(given.days()).flatMap(days -> Optional.ofNullable(given.begun())
                .flatMap(posted -> given.pinned().notice(notice.verdict().level()).map(rule -> days.notice(rule, posted))))
                .filter(last -> !last.day().equals(notice.lastDay()))
                .map(last -> Decision.accept(new NoticeRecounted(notice.dossier().application(), last.day(), last.provisional())))
                .orElseGet(Decision::accept);
    }

    private static Optional<LastDay> counted(StageDue due, Given given) {
        return Optional.ofNullable(given.days()).flatMap(days -> Optional.ofNullable(given.begun())
                .flatMap(begun -> given.pinned().procedure().stages().value().stream().flatMap(List::stream)
                        .filter(stage -> stage.id().equals(due.stage())).map(Stage::due).flatMap(said -> said.value().stream())
                        .filter(Due.Within.class::isInstance).map(Due.Within.class::cast).map(Due.Within::period).findFirst()
                        .map(period -> days.period(period, begun))));
    }
}
