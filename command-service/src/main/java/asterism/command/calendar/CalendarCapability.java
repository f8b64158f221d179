package asterism.command.calendar;

import asterism.command.core.Asked;
import asterism.command.core.Capability;
import asterism.command.core.Reading;
import asterism.events.CalendarEvent;

/** Calendars, bound to the house. */
public final class CalendarCapability implements Capability<CalendarCommand, Calendar.State, CalendarEvent, Calendar.Given> {
    private final Calendar decider = new Calendar();

    @Override
    public Class<CalendarCommand> commands() {
        return CalendarCommand.class;
    }

    @Override
    public Calendar decider() {
        return decider;
    }

    @Override
    public Calendar.Given given(CalendarCommand command, Calendar.State state, Asked asked, Reading reading) {
        return new Calendar.Given(asked);
    }
}
