package asterism.command.standing;

import asterism.command.core.Alarm;
import asterism.command.core.Command;
import asterism.command.standing.StandingCommand.MissCorrection;
import asterism.command.standing.StandingCommand.RecountDays;
import asterism.events.BranchId;
import asterism.events.Event;
import asterism.events.StandingEvent.CorrectionEnded;
import asterism.events.StandingEvent.CorrectionMissed;
import asterism.events.StandingEvent.CorrectionRechecked;
import asterism.events.StandingEvent.CorrectionRequired;
import asterism.events.StandingEvent.Counted;
import asterism.events.StreamId;
import java.time.LocalDate;
import java.util.Optional;

/** What was to be put right is missed when its last day is over and nothing was shown. */
public final class CorrectionAlarm implements Alarm {

    @Override
    public String name() {
        return "miss-correction";
    }

    @Override
    public Optional<LocalDate> setBy(Event fact) {
        return Optional.ofNullable(fact instanceof CorrectionRequired required ? required.dueOn()
                : Recounting.day(fact, Counted.CORRECTION));
    }

    @Override
    public boolean clearedBy(Event fact) {
        return fact instanceof CorrectionMissed || fact instanceof CorrectionEnded
                || (fact instanceof CorrectionRechecked checked && checked.cured());
    }

    @Override
    public Optional<Command> recount(StreamId subject) {
        return Optional.of(new RecountDays(new BranchId(subject.id())));
    }

    @Override
    public Command ring(StreamId subject) {
        return new MissCorrection(new BranchId(subject.id()));
    }
}
