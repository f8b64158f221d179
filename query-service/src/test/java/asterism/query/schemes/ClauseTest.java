package asterism.query.schemes;

import static org.assertj.core.api.Assertions.assertThat;

import asterism.query.Judging;
import asterism.rating.Scheme;
import asterism.rating.SchemeReader;
import org.junit.jupiter.api.Test;

/** Where a scheme speaks of what is judged. */
class ClauseTest {
    private static final Scheme SCHEME = SchemeReader.read(Judging.shipped()).orThrow().getFirst();

    private static Clause clause(String id) {
        return Clause.of(SCHEME, id).orElseThrow();
    }

    @Test
    void a_step_a_seat_and_an_item_are_found_with_their_words() {
        assertThat(clause("stars_by_points").text()).contains("stars_by_points");
        assertThat(clause("five_star_share").text()).contains("five_star_share");
        assertThat(clause("base").text()).contains("base");
        assertThat(SCHEME.document().text().lines().toList().get(clause("base").line() - 1)).contains("base");
        assertThat(Clause.of(SCHEME, "nothing")).isEmpty();
    }
}
