package asterism.command.standing;

import asterism.command.core.Alarm;
import asterism.command.core.Command;
import asterism.command.standing.StandingCommand.RemindOfLastDay;
import asterism.events.BranchId;
import asterism.events.Event;
import asterism.events.StandingEvent.Counted;
import asterism.events.StandingEvent.StarReminderSet;
import asterism.events.StreamId;
import java.time.LocalDate;
import java.util.Locale;
import java.util.Optional;

/**
 * Reminds on the day itself, so the day before is the last one without.
 *
 * @param of several last days of a star can run at once
 */
public record StarReminderAlarm(Counted of) implements Alarm {

    @Override
    public String name() {
        return "remind-of-" + of.name().toLowerCase(Locale.ROOT);
    }

    @Override
    public Optional<LocalDate> setBy(Event fact) {
        return fact instanceof StarReminderSet set && set.counted() == of ? Optional.of(set.remindOn().minusDays(1)) : Optional.empty();
    }

    /** Another last day takes the place of the one before, and may be too near for a reminder. */
    @Override
    public boolean clearedBy(Event fact) {
        return Reminding.begun(fact).filter(due -> due.counted() == of).isPresent();
    }

    @Override
    public Command ring(StreamId subject) {
        return new RemindOfLastDay(new BranchId(subject.id()), of);
    }
}
