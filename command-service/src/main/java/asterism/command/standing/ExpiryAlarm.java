package asterism.command.standing;

import asterism.command.core.Alarm;
import asterism.command.core.Command;
import asterism.command.standing.StandingCommand.ExpireStar;
import asterism.events.BranchId;
import asterism.events.Event;
import asterism.events.StandingEvent.Expired;
import asterism.events.StandingEvent.LevelGranted;
import asterism.events.StandingEvent.PastLevelRecorded;
import asterism.events.StandingEvent.ProvisionalGranted;
import asterism.events.StandingEvent.Withdrawn;
import asterism.events.StreamId;
import java.time.LocalDate;
import java.util.Optional;

/** A star expires when its last day is over; a later award renews it and sets the alarm anew. */
public final class ExpiryAlarm implements Alarm {

    @Override
    public String name() {
        return "expire-star";
    }

    @Override
    public Optional<LocalDate> setBy(Event fact) {
        return Optional.ofNullable(switch (fact) {
            case LevelGranted granted -> granted.lastDay();
            case ProvisionalGranted granted -> granted.lastDay();
            case PastLevelRecorded past -> past.lastDay();
            case Event _ -> null;
        });
    }

    @Override
    public boolean clearedBy(Event fact) {
        return fact instanceof Expired || fact instanceof Withdrawn || (fact instanceof LevelGranted granted && granted.lastDay() == null);
    }

    @Override
    public Command ring(StreamId subject) {
        return new ExpireStar(new BranchId(subject.id()));
    }
}
