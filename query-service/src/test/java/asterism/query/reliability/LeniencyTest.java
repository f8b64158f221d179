package asterism.query.reliability;

import static org.assertj.core.api.Assertions.assertThat;

import asterism.query.reliability.Leniency.Score;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;

class LeniencyTest {
    private static final Offset<Double> EXACTLY = Offset.offset(1e-9);
    private static final Map<String, Integer> MILD = Map.of("a", 4, "b", 0, "c", -4, "d", 2);

    private static void judge(List<Score> scores, String unit, int worth, String... panel) {
        for (String assessor : panel) {
            scores.add(new Score(unit, assessor, worth + MILD.getOrDefault(assessor, 0)));
        }
    }

    @Test
    void whoGivesMoreForTheSameWorkIsFoundThoughTheUnitsDiffer() {
        List<Score> scores = new ArrayList<>();
        judge(scores, "u1", 90, "a", "b");
        judge(scores, "u2", 60, "b", "c");
        judge(scores, "u3", 75, "c", "d");
        Leniency leniency = Leniency.of(scores).orElseThrow();
        assertThat(apart(leniency.points(), "a", "c")).isCloseTo(8, EXACTLY);
        assertThat(apart(leniency.points(), "d", "b")).isCloseTo(2, EXACTLY);
        assertThat(leniency.points().values().stream().mapToDouble(Double::doubleValue).sum()).isCloseTo(0, EXACTLY);
        assertThat(apart(leniency.worth(), "u1", "u2")).isCloseTo(30, EXACTLY);
    }

    private static double apart(Map<String, Double> points, String one, String other) {
        return points.getOrDefault(one, Double.NaN) - points.getOrDefault(other, Double.NaN);
    }

    @Test
    void panelsThatShareNoUnitCannotBeCompared() {
        List<Score> scores = new ArrayList<>();
        judge(scores, "u1", 90, "a", "b");
        judge(scores, "u2", 60, "c", "d");
        assertThat(Leniency.groups(scores)).containsExactly(Set.of("a", "b"), Set.of("c", "d"));
        assertThat(Leniency.of(scores)).isEmpty();
        judge(scores, "u3", 60, "b", "c");
        assertThat(Leniency.groups(scores)).containsExactly(Set.of("a", "b", "c", "d"));
        assertThat(Leniency.of(scores)).isPresent();
        assertThat(Leniency.of(List.of(new Score("u1", "a", 4)))).isEmpty();
    }

    @Test
    void whoMovesAwayFromThePanelDrifts() {
        List<Score> scores = new ArrayList<>();
        for (int i = 0; i < 6; i++) {
            scores.add(new Score("u" + i, "a", 80 + i));
            scores.add(new Score("u" + i, "b", 80 + i + (i < 3 ? 0 : 4)));
        }
        assertThat(Scores.drift("b", scores).orElseThrow()).isCloseTo(2, EXACTLY);
        assertThat(Scores.drift("a", scores).orElseThrow()).isCloseTo(-2, EXACTLY);
        assertThat(Scores.drift("a", scores.subList(0, 6))).isEmpty();
        assertThat(Scores.apart("b", scores).orElseThrow()).as("half of four points over half of the units").isCloseTo(1, EXACTLY);
        assertThat(Scores.apart("a", List.of(new Score("u9", "a", 4)))).as("nobody scored beside them").isEmpty();
    }
}
