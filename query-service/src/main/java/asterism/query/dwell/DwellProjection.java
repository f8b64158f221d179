package asterism.query.dwell;

import asterism.events.ApplicationEvent;
import asterism.events.ApplicationEvent.ApplicationHeld;
import asterism.events.ApplicationEvent.ApplicationResumed;
import asterism.events.ApplicationEvent.ApplicationReturned;
import asterism.events.ApplicationEvent.ApplicationTakenOver;
import asterism.events.ApplicationEvent.NoticePaused;
import asterism.events.ApplicationEvent.NoticePosted;
import asterism.events.ApplicationEvent.NoticeRecounted;
import asterism.events.ApplicationEvent.NoticeResumed;
import asterism.events.ApplicationEvent.StageDue;
import asterism.events.ApplicationEvent.StagePaused;
import asterism.events.ApplicationEvent.StageOverdue;
import asterism.events.Event;
import asterism.events.EventTypes;
import asterism.events.Fact;
import asterism.query.branches.Branches;
import asterism.query.course.Stage;
import asterism.query.known.Known;
import asterism.query.projecting.Projection;
import asterism.query.projecting.Rows;
import asterism.query.projecting.Table;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** A row for each time a case was in a stage in which somebody must act, and for each thing that came to be known of it. */
@Component
class DwellProjection implements Projection {
    static final String NAME = "dwell";
    static final Table<Stay> STAY = Table.of("stay", Stay.class, 3, "round, stage");

    /**
     * @param position    of the fact that led to it
     * @param untilOn     the day it was left; none while it lasts
     * @param overdue     it was noted as late
     * @param escalatedTo the body that is to look after it since
     */
    record Stay(String application, long position, long knownFrom, Instant knownFromAt, @Nullable Long knownTo, @Nullable Instant knownToAt,
                String branch, String round, Stage stage, LocalDate fromOn, @Nullable LocalDate untilOn, @Nullable LocalDate dueOn,
                boolean overdue, @Nullable String escalatedTo) implements Known.Version<Stay> {

        @Override
        public Stay known(long from, Instant fromAt, @Nullable Long to, @Nullable Instant toAt) {
            return new Stay(application, position, from, fromAt, to, toAt, branch, round, stage, fromOn, untilOn, dueOn, overdue,
                    escalatedTo);
        }

        Stay left(LocalDate on) {
            return with(on, dueOn, overdue, escalatedTo);
        }

        Stay due(@Nullable LocalDate on) {
            return with(untilOn, on, overdue, escalatedTo);
        }

        Stay late(StageOverdue how) {
            return with(untilOn, how.dueOn(), true, how.escalatedTo() == null ? null : how.escalatedTo().value());
        }

        private Stay with(@Nullable LocalDate until, @Nullable LocalDate due, boolean late, @Nullable String to) {
            return new Stay(application, position, knownFrom, knownFromAt, knownTo, knownToAt, branch, round, stage, fromOn, until, due,
                    late, to);
        }
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public int version() {
        return 2;
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
        Optional<Stay> stay = Known.now(STAY, event.application().toString(), rows).stream().filter(each -> each.untilOn() == null)
                .findFirst();
        Optional<Stage> next = Stage.after(event).filter(stage -> stay.map(Stay::stage).filter(stage::equals).isEmpty());
        if (next.isPresent()) {
            stay.ifPresent(was -> Known.replace(STAY, was, was.left(on), fact.at(), rows));
            next.filter(Stage::isOpen).ifPresent(stage -> Known.begin(STAY, new Stay(event.application().toString(), fact.at().position(),
                    0, Instant.EPOCH, null, null, event.application().branch().value(), event.application().round().value(), stage, on,
                    null, due(event), false, null), fact.at(), rows));
        } else {
            stay.ifPresent(was -> again(was, event).filter(now -> !now.equals(was))
                    .ifPresent(now -> Known.replace(STAY, was, now, fact.at(), rows)));
        }
    }

    /** What a fact says of the stage it leaves the case in. */
    private static Optional<Stay> again(Stay was, ApplicationEvent event) {
        return Optional.ofNullable(switch (event) {
            case StageDue due when was.stage() == Stage.PUBLIC_NOTICE -> null;
            case StageDue due -> was.due(due.dueOn());
            case StagePaused _, ApplicationHeld _, NoticePaused _ -> was.due(null);
            case NoticeRecounted day -> was.due(was.dueOn() == null ? null : day.lastDay());
            case NoticeResumed on -> was.due(on.lastDay());
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
