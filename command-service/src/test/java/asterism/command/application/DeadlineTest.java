package asterism.command.application;

import static org.assertj.core.api.Assertions.assertThat;

import asterism.command.core.Decision;
import java.time.LocalDate;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A last day counts to its end: on every day either the objection is in time or the notice may be closed, and never both. */
class DeadlineTest {
    @ParameterizedTest
    @Tag("F16")
    @ValueSource(ints = {-30, -1, 0, 1, 2, 30})
    void on_each_day_exactly_one_of_the_two_is_possible(int daysAfterTheLast) {
        LocalDate day = Road.NOTICE_UNTIL.plusDays(daysAfterTheLast);
        boolean objects = Story.given(Road.POSTED).on(day).when("neighbour", Wishes.OBJECT) instanceof Decision.Accepted;
        boolean closes = Story.given(Road.POSTED).on(day).whenTheHouseAsks(Wishes.CLOSE) instanceof Decision.Accepted;
        assertThat(objects).isEqualTo(daysAfterTheLast <= 0).isNotEqualTo(closes);
    }

    @ParameterizedTest
    @Tag("F16")
    @ValueSource(booleans = {true, false})
    void whoever_comes_second_is_refused(boolean objectionFirst) {
        if (objectionFirst) {
            assertThat(Story.given(Road.OBJECTED).on(Road.NOTICE_UNTIL.plusDays(1)).whenTheHouseAsks(Wishes.CLOSE))
                    .isInstanceOf(Decision.Refused.class);
        } else {
            assertThat(Story.given(Road.CONFIRMED).on(Road.NOTICE_UNTIL).when("neighbour", Wishes.OBJECT))
                    .isInstanceOf(Decision.Refused.class);
        }
    }
}
