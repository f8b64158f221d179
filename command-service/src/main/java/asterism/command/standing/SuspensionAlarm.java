package asterism.command.standing;

import asterism.command.core.Alarm;
import asterism.command.core.Command;
import asterism.command.standing.StandingCommand.EndSuspension;
import asterism.command.standing.StandingCommand.RecountDays;
import asterism.events.BranchId;
import asterism.events.Event;
import asterism.events.StandingEvent.Counted;
import asterism.events.StandingEvent.Expired;
import asterism.events.StandingEvent.LevelGranted;
import asterism.events.StandingEvent.Reinstated;
import asterism.events.StandingEvent.Suspended;
import asterism.events.StandingEvent.Withdrawn;
import asterism.events.StreamId;
import java.time.LocalDate;
import java.util.Optional;

/** No suspension goes on unnoticed: when its last day is over it ends as the scheme says, or somebody must decide. */
public final class SuspensionAlarm implements Alarm {

    @Override
    public String name() {
        return "end-suspension";
    }

    @Override
    public Optional<LocalDate> setBy(Event fact) {
        return Optional.ofNullable(fact instanceof Suspended suspended ? suspended.lastDay() : Recounting.day(fact, Counted.SUSPENSION));
    }

    @Override
    public boolean clearedBy(Event fact) {
        return fact instanceof Reinstated || fact instanceof Withdrawn || fact instanceof Expired || fact instanceof LevelGranted;
    }

    @Override
    public Optional<Command> recount(StreamId subject) {
        return Optional.of(new RecountDays(new BranchId(subject.id())));
    }

    @Override
    public Command ring(StreamId subject) {
        return new EndSuspension(new BranchId(subject.id()));
    }
}
