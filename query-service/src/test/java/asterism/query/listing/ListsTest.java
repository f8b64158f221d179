package asterism.query.listing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import asterism.query.reading.Refused;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class ListsTest {
    private static final Listing<Named> PLAIN = new Listing<>("plain", "Names, as they are now", Readers.ANYONE, "names", Named.class,
            "select name from named", List.of("name"), false);

    /** A row without any clock. */
    record Named(String name) {
    }

    static List<Wish> wishes() {
        return List.of(new Wish(null, null, null, LocalDate.of(2026, 1, 5), null, null, null),
                new Wish(null, null, null, null, Instant.EPOCH, null, null), new Wish(null, null, null, null, null, 7L, null));
    }

    @ParameterizedTest
    @MethodSource("wishes")
    @SuppressWarnings("NullAway") // nobody gets as far as the tables
    void aListAnswersOnNoClockThatItDoesNotHave(Wish wish) {
        assertThatThrownBy(() -> new Lists(List.of(PLAIN), null).ask(PLAIN, wish)).isInstanceOfSatisfying(Refused.class,
                refused -> assertThat(refused.code()).isEqualTo("clock.not-here"));
    }
}
