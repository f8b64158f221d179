package asterism.query.web.panel;

import static org.assertj.core.api.Assertions.assertThat;

import asterism.query.web.panel.Strip.Dot;
import asterism.query.web.panel.Strip.Given;
import asterism.query.web.panel.Strip.Scale;
import asterism.rating.Exact;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What a panel sees of the scores of a case. */
class StripTest {
    private static Strip strip(String... points) {
        List<Given> given = new ArrayList<>();
        for (String one : points) {
            given.add(new Given("a" + one, false, Exact.parse(one).orElseThrow()));
        }
        return Strip.of(given, Exact.of(100), null);
    }

    @Test
    void scores_stand_in_their_order_with_their_spread_and_their_middle() {
        Strip strip = strip("92", "90.5", "95");
        assertThat(strip.dots()).extracting(Dot::points).containsExactly("90.5", "92", "95");
        assertThat(strip.apart()).isEqualTo("4.5");
        assertThat(strip.middle()).isEqualTo("92");
        assertThat(strip("90", "92").middle()).isEqualTo("91");
    }

    @Test
    void a_score_further_from_the_others_than_a_tenth_of_the_most_stands_out() {
        assertThat(strip("70", "92", "93", "94").dots()).extracting(Dot::outlier).containsExactly(true, false, false, false);
        assertThat(strip("83", "92", "93", "94").hasOutlier()).as("ten is not too far").isFalse();
        assertThat(strip("70", "92").hasOutlier()).as("of two nobody can say which").isFalse();
    }

    @Test
    void where_the_scheme_says_how_far_is_too_far_that_counts() {
        List<Given> given = List.of(new Given("a", true, Exact.of(88)), new Given("b", false, Exact.of(92)),
                new Given("c", false, Exact.of(92)));
        assertThat(Strip.of(given, Exact.of(100), Exact.of(3)).dots().getFirst().outlier()).isTrue();
    }

    @Test
    void all_strips_of_a_page_stand_on_one_scale_of_whole_tens() {
        Scale scale = Scale.of(List.of(strip("92", "95"), strip("78", "99")), Exact.of(100));
        assertThat(scale.from()).isEqualTo("70");
        assertThat(scale.at(Exact.of(85))).isEqualByComparingTo("50");
        assertThat(Scale.of(List.of(), Exact.ZERO).at(Exact.ZERO)).isEqualByComparingTo("0");
    }
}
