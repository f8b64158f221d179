package asterism.command.rules;

import java.time.LocalDate;

/** @param provisional the calendar of that day is not published yet */
public record LastDay(LocalDate day, boolean provisional) {
}
