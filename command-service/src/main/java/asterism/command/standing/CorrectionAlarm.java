package asterism.command.standing;

import asterism.command.core.Alarm;
import asterism.command.core.Command;
import asterism.command.standing.StandingCommand.MissCorrection;
import asterism.events.BranchId;
import asterism.events.Event;
import asterism.events.StandingEvent.CorrectionMissed;
import asterism.events.StandingEvent.CorrectionRechecked;
import asterism.events.StandingEvent.CorrectionRequired;
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
        return fact instanceof CorrectionRequired required ? Optional.of(required.dueOn()) : Optional.empty();
    }

    @Override
    public boolean clearedBy(Event fact) {
        return fact instanceof CorrectionMissed || (fact instanceof CorrectionRechecked checked && checked.cured());
    }

    @Override
    public Command ring(StreamId subject) {
        return new MissCorrection(new BranchId(subject.id()));
    }
}
