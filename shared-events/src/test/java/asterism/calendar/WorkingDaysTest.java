package asterism.calendar;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import asterism.calendar.WorkingDays.LastDay;
import asterism.document.MalformedException;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The last day of a notice, over holidays and worked weekends. */
class WorkingDaysTest {
    private static final WorkingDays PRC = WorkingDays.shipped("prc-working-days");
    private static final WorkingDays PLAIN = WorkingDays.of(List.of(CalendarDocument.read("""
            {calendar: plain, weekend: [sat, sun], holidays: none, working_days: none, complete_to: 2030-12-31}
            """)));

    @ParameterizedTest(name = "posted {0}, posting day counts: {1}")
    @CsvSource({
        "2026-09-28, true,  2026-10-09, 2026-10-02", "2026-09-28, false, 2026-10-10, 2026-10-05",
        "2026-02-11, true,  2026-02-24, 2026-02-17", "2026-02-11, false, 2026-02-25, 2026-02-18",
        "2026-04-30, true,  2026-05-09, 2026-05-06", "2026-04-30, false, 2026-05-11, 2026-05-07",
        "2026-09-18, true,  2026-09-23, 2026-09-24", "2026-09-18, false, 2026-09-24, 2026-09-25",
        "2026-11-23, true,  2026-11-27, 2026-11-27", "2026-11-23, false, 2026-11-30, 2026-11-30"})
    void a_notice_of_five_working_days_ends_when_the_state_council_lets_it(LocalDate posted, boolean counts, LocalDate prc,
            LocalDate plain) {
        assertThat(PRC.workingDay(posted, 5, counts)).isEqualTo(new LastDay(prc, false));
        assertThat(PLAIN.workingDay(posted, 5, counts)).isEqualTo(new LastDay(plain, false));
    }

    @ParameterizedTest
    @CsvSource({"2024-02-08, 2024-02-21", "2024-09-27, 2024-10-10", "2025-01-24, 2025-02-07", "2025-09-29, 2025-10-13",
            "2024-12-30, 2025-01-07"})
    void the_years_before_are_known_too_and_periods_run_over_new_year(LocalDate posted, LocalDate last) {
        assertThat(PRC.workingDay(posted, 5, false)).isEqualTo(new LastDay(last, false));
    }

    @Test
    @Tag("F15")
    void a_period_beyond_what_the_calendar_knows_gives_a_provisional_day() {
        assertThat(PRC.workingDay(LocalDate.of(2026, 12, 24), 5, false)).isEqualTo(new LastDay(LocalDate.of(2026, 12, 31), false));
        assertThat(PRC.workingDay(LocalDate.of(2026, 12, 25), 5, false)).isEqualTo(new LastDay(LocalDate.of(2027, 1, 1), true));
        assertThat(PRC.isWorkingDay(LocalDate.of(2027, 1, 1))).isEmpty();
    }

    @Test
    void days_are_counted_back_over_holidays_and_worked_weekends() {
        WorkingDays prc = WorkingDays.shipped("prc-working-days");
        assertThat(prc.workingDayBefore(LocalDate.of(2026, 10, 9), 2)).as("over the National Day, of which the 10th is worked")
                .isEqualTo(LocalDate.of(2026, 9, 30));
        assertThat(prc.workingDayBefore(LocalDate.of(2026, 10, 12), 1)).as("a worked Saturday").isEqualTo(LocalDate.of(2026, 10, 10));
    }

    @Test
    void a_holiday_on_which_the_notice_is_posted_is_not_its_first_day() {
        assertThat(PRC.workingDay(LocalDate.of(2026, 10, 1), 1, true).day()).isEqualTo("2026-10-08");
    }

    @Test
    void other_countries_have_their_own_documents() {
        assertThat(WorkingDays.shipped("england-working-days").workingDay(LocalDate.of(2026, 12, 23), 3, false).day())
                .isEqualTo("2026-12-30");
        assertThatThrownBy(() -> WorkingDays.shipped("mars")).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void calendar_days_and_months_need_no_calendar() {
        assertThat(WorkingDays.calendarDay(LocalDate.of(2026, 12, 1), 60, false)).isEqualTo(new LastDay(LocalDate.of(2027, 1, 30), false));
        assertThat(WorkingDays.calendarDay(LocalDate.of(2026, 12, 1), 60, true).day()).isEqualTo("2027-01-29");
        assertThat(WorkingDays.month(LocalDate.of(2026, 1, 31), 1, false).day()).isEqualTo("2026-02-28");
    }

    @Test
    void a_document_that_contradicts_itself_is_refused_with_its_place() {
        assertThatThrownBy(() -> CalendarDocument.read("""
                calendar: x
                weekend: [sat, sun]
                holidays: [2026-01-04]
                working_days: [2026-01-04]
                complete_to: 2026-12-31
                """)).isInstanceOf(MalformedException.class)
                .hasMessage("E L104 line 4 working_days: 2026-01-04 cannot be both a holiday and a working day");
        assertThatThrownBy(() -> PRC.workingDay(LocalDate.of(2026, 1, 1), 0, true)).hasMessageContaining("at least one day");
    }
}
