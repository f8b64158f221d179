package asterism.query.dwell;

import asterism.events.ApplicationEvent;
import asterism.events.ApplicationEvent.ApplicationHeld;
import asterism.events.ApplicationEvent.ApplicationResumed;
import asterism.events.ApplicationEvent.ApplicationReturned;
import asterism.events.ApplicationEvent.ApplicationTakenOver;
import asterism.events.ApplicationEvent.NoticePosted;
import asterism.events.ApplicationEvent.NoticeRecounted;
import asterism.events.ApplicationEvent.StageDue;
import asterism.events.ApplicationEvent.StagePaused;
import asterism.events.ApplicationEvent.StageOverdue;
import asterism.events.Event;
import asterism.events.EventTypes;
import asterism.events.Fact;
import asterism.query.branches.Branches;
import asterism.query.course.Stage;
import asterism.query.projecting.Projection;
import asterism.query.projecting.Rows;
import asterism.query.projecting.Table;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** A row for each time a case was in a stage in which somebody must act. */
@Component
class DwellProjection implements Projection {
    static final String NAME = "dwell";
    static final Table<Stay> STAY = Table.of("stay", Stay.class, 2, "round, stage");

    /**
     * @param position    of the fact that led to it
     * @param untilOn     the day it was left; none while it lasts
     * @param overdue     it was noted as late
     * @param escalatedTo the body that is to look after it since
     */
    record Stay(String application, long position, String branch, String round, Stage stage, LocalDate fromOn, @Nullable LocalDate untilOn,
                @Nullable LocalDate dueOn, boolean overdue, @Nullable String escalatedTo) {

        Stay left(LocalDate on) {
            return new Stay(application, position, branch, round, stage, fromOn, on, dueOn, overdue, escalatedTo);
        }

        Stay due(@Nullable LocalDate on) {
            return new Stay(application, position, branch, round, stage, fromOn, untilOn, on, overdue, escalatedTo);
        }

        Stay late(StageOverdue how) {
            return new Stay(application, position, branch, round, stage, fromOn, untilOn, how.dueOn(), true,
                    how.escalatedTo() == null ? null : how.escalatedTo().value());
        }
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public int version() {
        return 1;
    }

    @Override
    public List<Table<?>> tables() {
        return List.of(Branches.TABLE, STAY);
    }

    @Override
    public Set<Class<? extends Event>> reads() {
        return Stream.concat(Branches.read().stream(), EventTypes.all().stream().filter(ApplicationEvent.class::isAssignableFrom))
                .collect(Collectors.toSet());
    }

    @Override
    public void fold(Fact fact, Rows rows) {
        if (fact.event() instanceof ApplicationEvent event) {
            fold(event, fact, rows);
        } else {
            Branches.fold(fact.event(), rows);
        }
    }

    private static void fold(ApplicationEvent event, Fact fact, Rows rows) {
        LocalDate on = fact.at().effectiveOn();
        Optional<Stay> stay = rows.of(STAY, event.application().toString()).stream().filter(each -> each.untilOn() == null).findFirst();
        Optional<Stage> next = Stage.after(event).filter(stage -> stay.map(Stay::stage).filter(stage::equals).isEmpty());
        if (next.isPresent()) {
            stay.ifPresent(was -> rows.put(STAY, was.left(on)));
            next.filter(Stage::isOpen).ifPresent(stage -> rows.put(STAY, new Stay(event.application().toString(),
                    fact.at().position(), event.application().branch().value(), event.application().round().value(), stage, on, null,
                    due(event), false, null)));
        } else {
            stay.flatMap(was -> again(was, event)).ifPresent(now -> rows.put(STAY, now));
        }
    }

    /** What a fact says of the stage it leaves the case in. */
    private static Optional<Stay> again(Stay was, ApplicationEvent event) {
        return Optional.ofNullable(switch (event) {
            case StageDue due -> was.due(due.dueOn());
            case StagePaused _, ApplicationHeld _ -> was.due(null);
            case NoticeRecounted day -> was.due(day.lastDay());
            case ApplicationResumed on when on.completeBy() != null -> was.due(on.completeBy());
            case ApplicationResumed on when on.noticeUntil() != null -> was.due(on.noticeUntil());
            case StageOverdue late -> was.late(late);
            case ApplicationEvent _ -> null;
        });
    }

    private static @Nullable LocalDate due(ApplicationEvent event) {
        return switch (event) {
            case NoticePosted notice -> notice.lastDay();
            case ApplicationReturned back -> back.dueOn();
            case ApplicationTakenOver taken -> taken.dueOn();
            case ApplicationEvent _ -> null;
        };
    }
}
