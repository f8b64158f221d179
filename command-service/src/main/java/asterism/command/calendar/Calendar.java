package asterism.command.calendar;

import static asterism.command.core.Decision.accept;
import static asterism.command.core.Decision.invalid;

import asterism.calendar.CalendarDocument;
import asterism.calendar.WorkingDays;
import asterism.command.calendar.CalendarCommand.PublishCalendarYear;
import asterism.command.core.Asked;
import asterism.command.core.Decider;
import asterism.command.core.Decision;
import asterism.document.MalformedException;
import asterism.events.CalendarEvent;
import asterism.events.CalendarEvent.CalendarYearPublished;
import asterism.events.Envelope;
import asterism.events.Sha256;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** A working-day calendar. */
public final class Calendar implements Decider<CalendarCommand, Calendar.State, CalendarEvent, Calendar.Given> {

    /** @param years what is published, by year; a year published again replaces what was */
    public record State(Map<Integer, CalendarYearPublished> years) {

        /** Counts days by the years published; empty before the first. */
        public Optional<WorkingDays> workingDays() {
            return years.isEmpty() ? Optional.empty()
                    : Optional.of(WorkingDays.of(years.values().stream().map(year -> CalendarDocument.read(year.document())).toList()));
        }
    }

    public record Given(Asked asked) {
    }

    @Override
    public State initial() {
        return new State(Map.of());
    }

    @Override
    public Decision decide(State state, CalendarCommand command, Given given) {
        return switch (command) {
            case PublishCalendarYear publish -> publish(state, publish);
        };
    }

    private static Decision publish(State state, PublishCalendarYear publish) {
        CalendarDocument document;
        try {
            document = CalendarDocument.read(publish.document());
        } catch (MalformedException e) {
            return invalid("document", "calendar.malformed", e.finding().toString());
        }
        if (!document.calendar().equals(publish.calendar().value())) {
            return invalid("document", "calendar.another-calendar", "the document is one of " + document.calendar());
        }
        if (document.completeTo().getYear() != publish.year()) {
            return invalid("year", "calendar.another-year", "the document is complete to " + document.completeTo());
        }
        String sha256 = Sha256.of(publish.document());
        CalendarYearPublished before = state.years().get(publish.year());
        return before != null && before.sha256().equals(sha256)
                ? accept()
                : accept(new CalendarYearPublished(publish.calendar(), publish.year(), sha256, publish.document()));
    }

    @Override
    public State evolve(State state, CalendarEvent fact, Envelope envelope) {
        return switch (fact) {
            case CalendarYearPublished published -> {
                Map<Integer, CalendarYearPublished> years = new TreeMap<>(state.years());
                years.put(published.year(), published);
                yield new State(years);
            }
        };
    }

    @Override
    public Class<CalendarEvent> facts() {
        return CalendarEvent.class;
    }
}
