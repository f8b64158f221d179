package asterism.command.application;

import asterism.command.application.ApplicationCommand.RecordOverdue;
import asterism.command.core.Alarm;
import asterism.command.core.Command;
import asterism.events.ApplicationEvent;
import asterism.events.ApplicationEvent.ApplicationHeld;
import asterism.events.ApplicationEvent.DraftDue;
import asterism.events.ApplicationId;
import asterism.events.Event;
import asterism.events.StreamId;
import java.time.LocalDate;
import java.util.Optional;

/** A draft lapses when its round takes no applications any more; one that waits on hold then, when it goes on. */
public final class DraftAlarm implements Alarm {

    @Override
    public String name() {
        return "end-draft";
    }

    @Override
    public Optional<LocalDate> setBy(Event fact) {
        return fact instanceof DraftDue due ? Optional.of(due.dueOn()) : Optional.empty();
    }

    @Override
    public boolean clearedBy(Event fact) {
        return fact instanceof ApplicationEvent event && Schedule.moves(event) && !(fact instanceof ApplicationHeld);
    }

    @Override
    public Command ring(StreamId subject) {
        return new RecordOverdue(ApplicationId.of(subject.id()));
    }
}
