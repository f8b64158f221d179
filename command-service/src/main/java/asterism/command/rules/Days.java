package asterism.command.rules;

import asterism.calendar.WorkingDays;
import asterism.calendar.WorkingDays.LastDay;
import asterism.rating.Procedure.DayType;
import asterism.rating.Procedure.Notice;
import asterism.rating.Procedure.Period;
import java.time.LocalDate;

/** Counts the periods of the rules by the calendar of a round. */
public record Days(WorkingDays calendar) {

    /** The last day of a public notice. */
    public LastDay notice(Notice notice, LocalDate postedOn) {
        return days(notice.dayType().get(), postedOn, notice.days().get(), notice.postingDayCounts().get());
    }

    /** The last day of a period that starts with an event of that day. */
    public LastDay period(Period period, LocalDate start) {
        int count = period.count().get();
        boolean counts = period.firstDayCounts().get();
        return switch (period.unit()) {
            case DAYS -> days(period.dayType().get(), start, count, counts);
            case MONTHS -> WorkingDays.month(start, count, counts);
            case YEARS -> WorkingDays.month(start, Math.multiplyExact(count, 12), counts);
        };
    }

    /** The last working day of what had until a day left when it stopped, and goes on some day later. */
    public LastDay moved(LocalDate until, LocalDate stopped, LocalDate goesOn) {
        int left = calendar.workingDaysAfter(stopped, until);
        return left == 0 ? new LastDay(until.isBefore(stopped) ? until : goesOn, false) : calendar.workingDay(goesOn, left, false);
    }

    /** The n-th day of that type before a day. */
    public LocalDate before(LocalDate day, int n, DayType type) {
        return type == DayType.WORKING ? calendar.workingDayBefore(day, n) : day.minusDays(n);
    }

    private LastDay days(DayType type, LocalDate start, int count, boolean startCounts) {
        return switch (type) {
            case WORKING -> calendar.workingDay(start, count, startCounts);
            case CALENDAR -> WorkingDays.calendarDay(start, count, startCounts);
        };
    }
}
