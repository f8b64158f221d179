package asterism.command.wiring.clock;

import static org.assertj.core.api.Assertions.assertThat;

import asterism.calendar.WorkingDays;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
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
}
