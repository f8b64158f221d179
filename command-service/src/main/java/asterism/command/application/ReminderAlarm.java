package asterism.command.application;

import asterism.command.application.ApplicationCommand.RemindOwner;
import asterism.command.core.Alarm;
import asterism.command.core.Command;
import asterism.events.ApplicationEvent;
import asterism.events.ApplicationEvent.ReminderSet;
import asterism.events.ApplicationEvent.StageDue;
import asterism.events.ApplicationEvent.StageOverdue;
import asterism.events.ApplicationId;
import asterism.events.Event;
import asterism.events.StreamId;
import java.time.LocalDate;
import java.util.Optional;

/** Reminds on the day itself, so the day before is the last one without. */
public final class ReminderAlarm implements Alarm {

    @Override
    public String name() {
        return "remind-owner";
    }

    @Override
    public Optional<LocalDate> setBy(Event fact) {
        return fact instanceof ReminderSet set ? Optional.of(set.remindOn().minusDays(1)) : Optional.empty();
    }

    /** Another last day takes the place of the one before, and may be too near for a reminder. */
    @Override
    public boolean clearedBy(Event fact) {
        return fact instanceof StageDue || fact instanceof StageOverdue
                || (fact instanceof ApplicationEvent event && Schedule.moves(event));
    }

    @Override
    public Command ring(StreamId subject) {
        return new RemindOwner(ApplicationId.of(subject.id()));
    }
}
