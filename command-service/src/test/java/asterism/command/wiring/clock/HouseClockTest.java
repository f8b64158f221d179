package asterism.command.wiring.clock;

import static org.assertj.core.api.Assertions.assertThat;

import asterism.calendar.WorkingDays;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.TimeZone;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Days begin and end in the scheme's zone, wherever the process thinks it is. */
class HouseClockTest {
    private static final HouseClock CLOCK = new HouseClock(ZoneId.of("Asia/Shanghai"));

    @ParameterizedTest
    @CsvSource({"Pacific/Kiritimati", "America/Adak", "Asia/Shanghai"})
    void a_notice_posted_at_the_same_moment_ends_on_the_same_day(String process) {
        TimeZone before = TimeZone.getDefault();
        try {
            TimeZone.setDefault(TimeZone.getTimeZone(process));
            LocalDate posted = CLOCK.day(Instant.parse("2026-09-27T16:00:00Z"));
            assertThat(posted).isEqualTo("2026-09-28");
            assertThat(CLOCK.day(Instant.parse("2026-09-27T15:59:59.999999Z"))).isEqualTo("2026-09-27");
            assertThat(WorkingDays.shipped("prc-working-days").workingDay(posted, 5, false).day()).isEqualTo("2026-10-10");
        } finally {
            TimeZone.setDefault(before);
        }
    }

    @ParameterizedTest(name = "posted {0}, posting day counts: {1}")
    @CsvSource({"2026-09-28, true,  2026-10-09", "2026-09-28, false, 2026-10-10", "2026-02-11, true,  2026-02-24",
        "2026-02-11, false, 2026-02-25", "2026-04-30, true,  2026-05-09", "2026-04-30, false, 2026-05-11", "2026-09-18, true,  2026-09-23",
        "2026-09-18, false, 2026-09-24", "2026-11-23, true,  2026-11-27", "2026-11-23, false, 2026-11-30"})
    void it_ends_when_the_state_council_lets_it_wherever_the_process_thinks_it_is(LocalDate posted, boolean counts, LocalDate last) {
        Instant firstMoment = posted.atStartOfDay(ZoneId.of("Asia/Shanghai")).toInstant();
        TimeZone before = TimeZone.getDefault();
        try {
            for (String process : List.of("Pacific/Kiritimati", "America/Adak", "Asia/Shanghai")) {
                TimeZone.setDefault(TimeZone.getTimeZone(process));
                assertThat(WorkingDays.shipped("prc-working-days").workingDay(CLOCK.day(firstMoment), 5, counts).day()).as(process)
                        .isEqualTo(last);
            }
        } finally {
            TimeZone.setDefault(before);
        }
    }
}
