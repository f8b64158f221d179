package asterism.command.application;

import asterism.command.application.ApplicationCommand.CloseNotice;
import asterism.command.application.ApplicationCommand.RecountDays;
import asterism.command.core.Alarm;
import asterism.command.core.Command;
import asterism.events.ApplicationEvent.ApplicationHeld;
import asterism.events.ApplicationEvent.NoticeClosed;
import asterism.events.ApplicationEvent.ObjectionUpheld;
import asterism.events.ApplicationEvent.ObjectionsUntil;
import asterism.events.ApplicationId;
import asterism.events.Event;
import asterism.events.StreamId;
import java.time.LocalDate;
import java.util.Optional;

/** A notice does not end before the time for objections is over; whichever of both lasts longer ends it. */
public final class ObjectionAlarm implements Alarm {

    @Override
    public String name() {
        return "end-objections";
    }

    @Override
    public Optional<LocalDate> setBy(Event fact) {
        return fact instanceof ObjectionsUntil until ? Optional.of(until.lastDay()) : Optional.empty();
    }

    @Override
    public boolean clearedBy(Event fact) {
        return fact instanceof NoticeClosed || fact instanceof ObjectionUpheld || fact instanceof ApplicationHeld;
    }

    @Override
    public Optional<Command> recount(StreamId subject) {
        return Optional.of(new RecountDays(ApplicationId.of(subject.id())));
    }

    @Override
    public Command ring(StreamId subject) {
        return new CloseNotice(ApplicationId.of(subject.id()));
    }
}
