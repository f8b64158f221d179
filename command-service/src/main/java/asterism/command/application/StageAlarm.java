package asterism.command.application;

import asterism.command.application.ApplicationCommand.RecordOverdue;
import asterism.command.application.ApplicationCommand.RecountDays;
import asterism.command.core.Alarm;
import asterism.command.core.Command;
import asterism.events.ApplicationEvent;
import asterism.events.ApplicationEvent.ApplicationResumed;
import asterism.events.ApplicationEvent.ApplicationReturned;
import asterism.events.ApplicationEvent.ApplicationTakenOver;
import asterism.events.ApplicationEvent.StageDue;
import asterism.events.ApplicationId;
import asterism.events.Event;
import asterism.events.StreamId;
import java.time.LocalDate;
import java.util.Optional;

/** A stage is late when its last day is over, and so is what a branch was to complete. */
public final class StageAlarm implements Alarm {

    @Override
    public String name() {
        return "record-overdue";
    }

    @Override
    public Optional<LocalDate> setBy(Event fact) {
        return switch (fact) {
            case StageDue due -> Optional.of(due.dueOn());
            case ApplicationReturned returned -> Optional.of(returned.dueOn());
            case ApplicationResumed resumed -> Optional.ofNullable(resumed.completeBy());
            case ApplicationTakenOver over -> Optional.of(over.dueOn());
            case Event _ -> Optional.empty();
        };
    }

    @Override
    public boolean clearedBy(Event fact) {
        return fact instanceof ApplicationEvent event && Schedule.moves(event);
    }

    @Override
    public Optional<Command> recount(StreamId subject) {
        return Optional.of(new RecountDays(ApplicationId.of(subject.id())));
    }

    @Override
    public Command ring(StreamId subject) {
        return new RecordOverdue(ApplicationId.of(subject.id()));
    }
}
