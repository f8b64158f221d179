package asterism.command.standing;

import asterism.command.core.Alarm;
import asterism.command.core.Command;
import asterism.command.standing.StandingCommand.DeclarePlaqueVoid;
import asterism.command.standing.StandingCommand.RecountDays;
import asterism.events.BranchId;
import asterism.events.Event;
import asterism.events.StandingEvent.Counted;
import asterism.events.StandingEvent.PlaqueDeclaredVoid;
import asterism.events.StandingEvent.PlaqueReturned;
import asterism.events.StandingEvent.Withdrawn;
import asterism.events.StreamId;
import java.time.LocalDate;
import java.util.Optional;

/** A plaque that was not given back in time is announced to be void, where the scheme says so. */
public final class PlaqueAlarm implements Alarm {

    @Override
    public String name() {
        return "declare-plaque-void";
    }

    @Override
    public Optional<LocalDate> setBy(Event fact) {
        return Optional.ofNullable(fact instanceof Withdrawn withdrawn ? withdrawn.plaqueBy() : Recounting.day(fact, Counted.PLAQUE));
    }

    @Override
    public boolean clearedBy(Event fact) {
        return fact instanceof PlaqueReturned || fact instanceof PlaqueDeclaredVoid;
    }

    @Override
    public Optional<Command> recount(StreamId subject) {
        return Optional.of(new RecountDays(new BranchId(subject.id())));
    }

    @Override
    public Command ring(StreamId subject) {
        return new DeclarePlaqueVoid(new BranchId(subject.id()));
    }
}
