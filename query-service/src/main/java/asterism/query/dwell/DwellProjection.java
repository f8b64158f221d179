package asterism.query.dwell;

import asterism.events.ApplicationEvent;
import asterism.events.ApplicationEvent.ApplicationReturned;
import asterism.events.ApplicationEvent.NoticePosted;
import asterism.events.ApplicationEvent.StageDue;
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
import java.util.EnumSet;
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
    private static final Set<Stage> OVER = EnumSet.of(Stage.AWARDED, Stage.DECLINED, Stage.LAPSED, Stage.WITHDRAWN,
            Stage.ENDED_WITH_BRANCH, Stage.NOT_GRANTED);

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

        Stay due(LocalDate on) {
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
            next.filter(stage -> !OVER.contains(stage)).ifPresent(stage -> rows.put(STAY, new Stay(event.application().toString(),
                    fact.at().position(), event.application().branch().value(), event.application().round().value(), stage, on, null,
                    due(event), false, null)));
        } else {
            stay.flatMap(was -> again(was, event)).ifPresent(now -> rows.put(STAY, now));
        }
    }

    /** What a fact says of the stage it leaves the case in. */
    private static Optional<Stay> again(Stay was, ApplicationEvent event) {
        return event instanceof StageDue due ? Optional.of(was.due(due.dueOn()))
                : event instanceof StageOverdue late ? Optional.of(was.late(late)) : Optional.empty();
    }

    private static @Nullable LocalDate due(ApplicationEvent event) {
        return event instanceof NoticePosted notice ? notice.lastDay()
                : event instanceof ApplicationReturned back ? back.dueOn() : null;
    }
}
