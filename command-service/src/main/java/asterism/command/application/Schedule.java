package asterism.command.application;

import asterism.calendar.WorkingDays.LastDay;
import asterism.command.application.ApplicationCommand.RecordOverdue;
import asterism.command.application.ApplicationState.Draft;
import asterism.command.application.ApplicationState.Held;
import asterism.command.application.ApplicationState.Returned;
import asterism.command.core.Decision;
import asterism.events.ApplicationEvent;
import asterism.events.ApplicationEvent.ApplicationDeclined;
import asterism.events.ApplicationEvent.ApplicationEnded;
import asterism.events.ApplicationEvent.ApplicationHeld;
import asterism.events.ApplicationEvent.ApplicationLapsed;
import asterism.events.ApplicationEvent.ApplicationReaddressed;
import asterism.events.ApplicationEvent.ApplicationResumed;
import asterism.events.ApplicationEvent.ApplicationReturned;
import asterism.events.ApplicationEvent.ApplicationStarted;
import asterism.events.ApplicationEvent.ApplicationSubmitted;
import asterism.events.ApplicationEvent.ApplicationWithdrawn;
import asterism.events.ApplicationEvent.DecisionReopened;
import asterism.events.ApplicationEvent.DeskReviewCompleted;
import asterism.events.ApplicationEvent.LevelAllocated;
import asterism.events.ApplicationEvent.LevelDecided;
import asterism.events.ApplicationEvent.LevelProposed;
import asterism.events.ApplicationEvent.NoticeClosed;
import asterism.events.ApplicationEvent.NoticePosted;
import asterism.events.ApplicationEvent.ObjectionDismissed;
import asterism.events.ApplicationEvent.ObjectionUpheld;
import asterism.events.ApplicationEvent.ReviewPassedOn;
import asterism.events.ApplicationEvent.ScoreComputed;
import asterism.events.ApplicationEvent.SiteVisitCompleted;
import asterism.events.ApplicationEvent.StageDue;
import asterism.events.ApplicationEvent.StageOverdue;
import asterism.events.ApplicationEvent.StagePaused;
import asterism.events.ApplicationEvent.StageSkipped;
import asterism.events.ApplicationEvent.StarAwarded;
import asterism.events.Level;
import asterism.rating.Procedure.DayType;
import asterism.rating.Procedure.Due;
import asterism.rating.Procedure.Kind;
import asterism.rating.Procedure.Stage;
import java.time.LocalDate;
import java.time.MonthDay;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The last days of stages, as the scheme sets them, and what comes of lateness. While an application is returned or on hold its stage
 * stands still, and goes on with the days it had left. Several desks have their days one after the other; of several stages of
 * another kind the last counts.
 */
final class Schedule {
    private Schedule() {
    }

    /**
     * What begins with a fact, and the level in question by then.
     *
     * @param after the desk that is over; none where the first, or what has no order, begins
     */
    private record Begins(Kind kind, @Nullable Level level, @Nullable String after) {
        Begins(Kind kind, @Nullable Level level) {
            this(kind, level, null);
        }
    }

    private static Optional<Begins> begins(ApplicationEvent fact) {
        return Optional.ofNullable(switch (fact) {
            case ApplicationStarted _ -> new Begins(Kind.SELF_ASSESSMENT, null);
            case ApplicationSubmitted _ -> new Begins(Kind.DESK_REVIEW, null);
            case StageSkipped skipped -> switch (skipped.stage()) {
                case DESK_REVIEW -> new Begins(Kind.SITE_VISIT, null);
                case SITE_VISIT -> new Begins(Kind.SCORING, null);
                case MODERATION -> null;
            };
            case ReviewPassedOn passed -> new Begins(Kind.DESK_REVIEW, null, passed.stage());
            case DeskReviewCompleted _ -> new Begins(Kind.SITE_VISIT, null);
            case SiteVisitCompleted _ -> new Begins(Kind.SCORING, null);
            case ScoreComputed computed -> new Begins(Kind.MODERATION, computed.computed().level());
            case LevelAllocated allocated -> new Begins(Kind.DECISION, allocated.computed().level());
            case ObjectionUpheld _, DecisionReopened _ -> new Begins(Kind.DECISION, null);
            case LevelDecided decided when decided.level() != null -> new Begins(Kind.PUBLIC_NOTICE, decided.level());
            case NoticeClosed _ -> new Begins(Kind.AWARD, null);
            case ApplicationEvent _ -> null;
        });
    }

    /** The fact ends the stage the application was in. */
    static boolean moves(ApplicationEvent fact) {
        return begins(fact).isPresent() || switch (fact) {
            case ApplicationReturned _, ApplicationDeclined _, ApplicationWithdrawn _, ApplicationLapsed _, ApplicationEnded _,
                 ApplicationHeld _, ApplicationReaddressed _, LevelProposed _, LevelDecided _, NoticePosted _, ObjectionDismissed _,
                 StarAwarded _ -> true;
            case ApplicationEvent _ -> false;
        };
    }

    /** The fact stops the clock of the stage without ending the stage. */
    static boolean pauses(ApplicationEvent fact) {
        return fact instanceof ApplicationReturned || fact instanceof ApplicationHeld;
    }

    /** The same decision; where a stage begins with it that has a last day, stops or goes on, the facts say so. */
    static Decision dated(ApplicationState state, Decision decision, Application.Given given) {
        return decision.followed(fact -> fact instanceof ApplicationEvent event ? time(state, event, given).stream() : Stream.empty());
    }

    private static Optional<ApplicationEvent> time(ApplicationState state, ApplicationEvent fact, Application.Given given) {
        Clock clock = state.file().map(Dossier::clock).orElse(Clock.NONE);
        if (pauses(fact)) {
            return Optional.ofNullable(clock.due())
                    .map(due -> new StagePaused(due.application(), due.stage(), due.dueOn(), given.asked().today()));
        }
        if (goesOn(state, fact)) {
            return clock.paused() != null ? Optional.of(goingOn(clock.paused(), given))
                    : clock.late() || fact instanceof ApplicationResumed ? Optional.empty() : beginning(fact, given).map(due -> due);
        }
        return beginning(fact, given).map(due -> !(state instanceof Held) ? due
                : new StagePaused(due.application(), due.stage(), due.dueOn(), given.asked().today()));
    }

    /** What was returned comes in again, or what stood still on its own account is resumed. */
    private static boolean goesOn(ApplicationState state, ApplicationEvent fact) {
        return switch (fact) {
            case ApplicationSubmitted _ -> state instanceof Returned;
            case ApplicationResumed _ -> !(state.place() instanceof Returned);
            case ApplicationEvent _ -> false;
        };
    }

    private static ApplicationEvent goingOn(StagePaused paused, Application.Given given) {
        LastDay last = moved(paused.dueOn(), paused.pausedOn(), given.pinned().dayTypeOf(paused.stage()), given);
        return new StageDue(paused.application(), paused.stage(), last.day(), last.provisional());
    }

    /** The last day of what had until a day left when it stopped, and goes on today. */
    static LastDay moved(LocalDate until, LocalDate stopped, DayType type, Application.Given given) {
        LocalDate today = given.asked().today();
        return given.days() != null && type == DayType.WORKING ? given.days().moved(until, stopped, today)
                : new LastDay(until.plusDays(ChronoUnit.DAYS.between(stopped, today)), false);
    }

    private static Optional<StageDue> beginning(ApplicationEvent fact, Application.Given given) {
        return begins(fact).flatMap(begun -> given.pinned().stages(begun.kind(), begun.level()).stream()
                .filter(stage -> begun.kind() != Kind.DESK_REVIEW || stage.id().equals(desk(begun.after(), given)))
                .flatMap(stage -> due(fact, stage, given).stream()).max(Comparator.comparing(StageDue::dueOn)));
    }

    /** The desk that comes after another, or first. */
    private static String desk(@Nullable String after, Application.Given given) {
        List<String> desks = given.pinned().desks();
        return desks.get(after == null ? 0 : desks.indexOf(after) + 1);
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

    /** A draft, and what the branch was to complete, lapses; else the scheme says what comes of lateness. */
    static Decision overdue(ApplicationState state, RecordOverdue late, Application.Given given) {
        LocalDate today = given.asked().today();
        LocalDate byBranch = state instanceof Returned back ? back.dueOn() : state instanceof Draft draft ? draft.dueOn() : null;
        if (byBranch != null && today.isAfter(byBranch)) {
            return Decision.accept(new ApplicationLapsed(late.application(), byBranch));
        }
        return state.file().map(Dossier::clock).flatMap(clock -> Optional.ofNullable(clock.due())).filter(due -> today.isAfter(due.dueOn()))
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
