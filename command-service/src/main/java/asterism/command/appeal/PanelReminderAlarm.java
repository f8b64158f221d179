package asterism.command.appeal;

import asterism.command.appeal.AppealCommand.RemindPanel;
import asterism.command.core.Alarm;
import asterism.command.core.Command;
import asterism.events.AppealEvent.AppealAnswerRecounted;
import asterism.events.AppealEvent.AppealReminderSet;
import asterism.events.AppealId;
import asterism.events.Event;
import asterism.events.StreamId;
import java.time.LocalDate;
import java.util.Optional;

/** Reminds on the day itself, so the day before is the last one without. */
public final class PanelReminderAlarm implements Alarm {

    @Override
    public String name() {
        return "remind-panel";
    }

    @Override
    public Optional<LocalDate> setBy(Event fact) {
        return fact instanceof AppealReminderSet set ? Optional.of(set.remindOn().minusDays(1)) : Optional.empty();
    }

    /** Another last day takes the place of the one before, and may be too near for a reminder. */
    @Override
    public boolean clearedBy(Event fact) {
        return fact instanceof AppealAnswerRecounted;
    }

    @Override
    public Command ring(StreamId subject) {
        return new RemindPanel(new AppealId(subject.id()));
    }
}
