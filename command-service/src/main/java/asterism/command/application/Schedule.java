package asterism.command.application;

import asterism.calendar.WorkingDays.LastDay;
import asterism.command.application.ApplicationCommand.RecordOverdue;
import asterism.command.application.ApplicationState.Returned;
import asterism.command.core.Decision;
import asterism.events.ApplicationEvent;
import asterism.events.ApplicationEvent.ApplicationDeclined;
import asterism.events.ApplicationEvent.ApplicationEnded;
import asterism.events.ApplicationEvent.ApplicationLapsed;
import asterism.events.ApplicationEvent.ApplicationReturned;
import asterism.events.ApplicationEvent.ApplicationStarted;
import asterism.events.ApplicationEvent.ApplicationSubmitted;
import asterism.events.ApplicationEvent.ApplicationWithdrawn;
import asterism.events.ApplicationEvent.DeskReviewCompleted;
import asterism.events.ApplicationEvent.LevelAllocated;
import asterism.events.ApplicationEvent.LevelDecided;
import asterism.events.ApplicationEvent.LevelProposed;
import asterism.events.ApplicationEvent.NoticeClosed;
import asterism.events.ApplicationEvent.NoticePosted;
import asterism.events.ApplicationEvent.ObjectionUpheld;
import asterism.events.ApplicationEvent.ScoreComputed;
import asterism.events.ApplicationEvent.SiteVisitCompleted;
import asterism.events.ApplicationEvent.StageDue;
import asterism.events.ApplicationEvent.StageOverdue;
import asterism.events.ApplicationEvent.StarAwarded;
import asterism.events.Event;
import asterism.events.Level;
import asterism.rating.Procedure.Due;
import asterism.rating.Procedure.Kind;
import asterism.rating.Procedure.Stage;
import java.time.LocalDate;
import java.time.MonthDay;
import java.util.Comparator;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The last days of stages, as the scheme sets them, and what comes of lateness. A stage handed back begins anew when it comes in
 * again. Of several stages of one kind the last counts.
 */
final class Schedule {
    private Schedule() {
    }

    /** What begins with a fact, and the level in question by then. */
    private record Begins(Kind kind, @Nullable Level level) {
    }

    private static Optional<Begins> begins(ApplicationEvent fact) {
        return Optional.ofNullable(switch (fact) {
            case ApplicationStarted _ -> new Begins(Kind.SELF_ASSESSMENT, null);
            case ApplicationSubmitted _ -> new Begins(Kind.DESK_REVIEW, null);
            case DeskReviewCompleted _ -> new Begins(Kind.SITE_VISIT, null);
            case SiteVisitCompleted _ -> new Begins(Kind.SCORING, null);
            case ScoreComputed computed -> new Begins(Kind.MODERATION, computed.computed().level());
            case LevelAllocated allocated -> new Begins(Kind.DECISION, allocated.computed().level());
            case ObjectionUpheld _ -> new Begins(Kind.DECISION, null);
            case LevelDecided decided when decided.level() != null -> new Begins(Kind.PUBLIC_NOTICE, decided.level());
            case NoticeClosed _ -> new Begins(Kind.AWARD, null);
            case ApplicationEvent _ -> null;
        });
    }

    /** The fact ends the stage the application was in. */
    static boolean moves(ApplicationEvent fact) {
        return begins(fact).isPresent() || switch (fact) {
            case ApplicationReturned _, ApplicationDeclined _, ApplicationWithdrawn _, ApplicationLapsed _, ApplicationEnded _,
                 LevelProposed _, LevelDecided _, NoticePosted _, StarAwarded _ -> true;
            case ApplicationEvent _ -> false;
        };
    }

    /** The same decision; where a stage begins with it that has a last day, the facts say so. */
    static Decision dated(Decision decision, Application.Given given) {
        return decision instanceof Decision.Accepted(var facts, var documents)
                ? new Decision.Accepted(facts.stream().flatMap(fact -> Stream.concat(Stream.of(fact), due(fact, given))).toList(),
                        documents)
                : decision;
    }

    private static Stream<Event> due(Event fact, Application.Given given) {
        return fact instanceof ApplicationEvent event ? begins(event).stream().flatMap(begun -> given.pinned()
                .stages(begun.kind(), begun.level()).stream().flatMap(stage -> due(event, stage, given).stream())
                .max(Comparator.comparing(StageDue::dueOn)).stream()) : Stream.empty();
    }

    private static Optional<StageDue> due(ApplicationEvent fact, Stage stage, Application.Given given) {
        return last(stage.due().get(), given).map(last -> new StageDue(fact.application(), stage.id(), last.day(), last.provisional()));
    }

    private static Optional<LastDay> last(Due due, Application.Given given) {
        LocalDate today = given.asked().today();
        return switch (due) {
            case Due.On(MonthDay day) -> Optional.of(new LastDay(next(day, today), false));
            case Due.Between(_, MonthDay to) -> Optional.of(new LastDay(next(to, today), false));
            case Due.Within(var period) -> Optional.ofNullable(given.days()).map(days -> days.period(period, today));
        };
    }

    /** That day of the year when it comes next, today included. */
    private static LocalDate next(MonthDay day, LocalDate today) {
        LocalDate thisYear = day.atYear(today.getYear());
        return thisYear.isBefore(today) ? day.atYear(today.getYear() + 1) : thisYear;
    }

    /** What the branch was to complete lapses; else the scheme says what comes of lateness. */
    static Decision overdue(ApplicationState state, RecordOverdue late, Application.Given given) {
        LocalDate today = given.asked().today();
        if (state instanceof Returned(_, LocalDate dueOn) && today.isAfter(dueOn)) {
            return Decision.accept(new ApplicationLapsed(late.application(), dueOn));
        }
        return state.file().map(Dossier::due).filter(due -> today.isAfter(due.dueOn()))
                .map(due -> late(state, due, given))
                .orElseGet(() -> Decision.refuse("application.not-overdue", "no stage of the application is late"));
    }

    private static Decision late(ApplicationState state, StageDue due, Application.Given given) {
        String then = given.pinned().ifLate(due.stage());
        if (then.equals("lapse") && Applying.mayEnd(state)) {
            return Decision.accept(new ApplicationLapsed(due.application(), due.dueOn()));
        }
        return Decision.accept(new StageOverdue(due.application(), due.stage(), due.dueOn(),
                then.equals("escalate") ? given.unit().superior() : null));
    }
}
