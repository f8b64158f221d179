package asterism.command.application;

import asterism.calendar.WorkingDays;
import asterism.command.calendar.Calendar;
import asterism.command.rules.LastDay;
import asterism.rating.Procedure.DayType;
import asterism.rating.Procedure.Notice;
import java.time.LocalDate;
import java.util.Optional;

/** Counts the days of a notice. */
final class Calendars {
    private Calendars() {
    }

    /** Empty where working days are to be counted and no year of the calendar is published. */
    static Optional<LastDay> lastDay(Calendar.State calendar, Notice notice, LocalDate posted) {
        int days = notice.days().get();
        boolean postingDayCounts = notice.postingDayCounts().value().orElse(false);
        Optional<WorkingDays.LastDay> last = notice.dayType().get() == DayType.CALENDAR
                ? Optional.of(WorkingDays.calendarDay(posted, days, postingDayCounts))
                : workingDays(calendar).map(working -> working.workingDay(posted, days, postingDayCounts));
        return last.map(day -> new LastDay(day.day(), day.provisional()));
    }

    private static Optional<WorkingDays> workingDays(Calendar.State calendar) {
        return switch (calendar) {
            case Calendar.State.None _ -> Optional.empty();
        };
    }
}
