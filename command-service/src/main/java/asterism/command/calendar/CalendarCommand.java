package asterism.command.calendar;

import asterism.command.core.Command;
import asterism.events.CalendarId;
import asterism.events.InvalidValue;
import asterism.events.StreamId;
import asterism.events.Texts;

/** What can be asked of a calendar. */
public sealed interface CalendarCommand extends Command {

    CalendarId calendar();

    @Override
    default StreamId stream() {
        return StreamId.of(calendar());
    }

    /**
     * Publishes the holidays and make-up working days of a year; published again with other content it replaces the year.
     *
     * @param year 1949 to 2199
     */
    record PublishCalendarYear(CalendarId calendar, int year, String document) implements CalendarCommand {
        public PublishCalendarYear {
            if (year < 1949 || year > 2199) {
                throw new InvalidValue("year.out-of-range", "year must lie between 1949 and 2199");
            }
            Texts.document("document", document);
        }
    }
}
