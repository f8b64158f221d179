package asterism.command.calendar;

import asterism.command.core.Asked;
import asterism.command.core.Decider;
import asterism.command.core.Decision;
import asterism.events.Envelope;
import asterism.events.CalendarEvent;

/** A working-day calendar. */
public final class Calendar implements Decider<CalendarCommand, Calendar.State, CalendarEvent, Calendar.Given> {

    public sealed interface State {
        record None() implements State {
        }
    }

    public record Given(Asked asked) {
    }

    @Override
    public State initial() {
        return new State.None();
    }

    @Override
    public Decision decide(State state, CalendarCommand command, Given given) {
        return Decision.refuse("calendar.not-yet", "this is being built");
    }

    @Override
    public State evolve(State state, CalendarEvent fact, Envelope envelope) {
        return state;
    }

    @Override
    public Class<CalendarEvent> facts() {
        return CalendarEvent.class;
    }
}
