package asterism.events;

/** What happened to a working-day calendar. */
public sealed interface CalendarEvent extends Event {

    CalendarId calendar();

    @Override
    default StreamId stream() {
        return StreamId.of(calendar());
    }

    /** The holidays and make-up working days of a year became known. */
    @Wire("calendar.year-published/1")
    record CalendarYearPublished(CalendarId calendar, int year, @Open String sha256, @Open String document) implements CalendarEvent {
    }
}
