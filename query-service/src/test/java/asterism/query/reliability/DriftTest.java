package asterism.query.reliability;

import static org.assertj.core.api.Assertions.assertThat;

import asterism.events.ApplicationEvent.ApplicationStarted;
import asterism.events.ApplicationEvent.Scores;
import asterism.events.ApplicationEvent.ScoresOpened;
import asterism.events.ApplicationEvent.ScoresSubmitted;
import asterism.events.ApplicationId;
import asterism.events.Mark;
import asterism.events.PersonId;
import asterism.events.Pin;
import asterism.events.SchemeId;
import asterism.events.Secret;
import asterism.events.Sha256;
import asterism.query.Story;
import asterism.query.course.Case;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Two assessors score six cases; one of them grows milder the longer they score. */
class DriftTest {
    private static final List<String> BEGUN = List.of("b1", "b2", "b3", "b4", "b5", "b6");
    private static final PersonId STEADY = new PersonId("steady");
    private static final PersonId TIRED = new PersonId("tired");
    private final Story story = new Story();

    @BeforeEach
    void six_branches_apply() {
        BEGUN.forEach(branch -> story.tell(new ApplicationStarted(of(branch),
                new Pin(new SchemeId("s"), "1", Sha256.of("s"), Sha256.of("l")))));
    }

    private static ApplicationId of(String branch) {
        return ApplicationId.of("r2024." + branch);
    }

    private void sealed(String branch, String byTheTired) {
        story.tell(new ScoresSubmitted(of(branch), STEADY, 1, Secret.of(of(branch), marks("80"))),
                new ScoresSubmitted(of(branch), TIRED, 1, Secret.of(of(branch), marks(byTheTired))));
    }

    private void opened(String branch, String byTheTired) {
        story.tell(new ScoresOpened(of(branch), List.of(new Scores(STEADY, marks("80")), new Scores(TIRED, marks(byTheTired)))));
    }

    private static List<Mark> marks(String base) {
        return List.of(new Mark("base", base));
    }

    private Map<String, List<Leniency.Score>> told() {
        return asterism.query.reliability.Scores.byInput(Case.of(story.read()));
    }

    private double drift(PersonId assessor) {
        return asterism.query.reliability.Scores.drift(assessor.value(), told().getOrDefault("base", List.of())).orElse(Double.NaN);
    }

    @Test
    void as_long_as_scores_are_sealed_nobody_learns_how_far_anybody_stands_from_their_panel() {
        BEGUN.forEach(branch -> sealed(branch, "86"));
        assertThat(told()).isEmpty();
    }

    @Test
    void once_they_are_open_an_assessor_sees_how_their_distance_from_the_panel_moved_while_they_scored() {
        List<String> scored = BEGUN.reversed();
        for (int i = 0; i < scored.size(); i++) {
            String points = i < 3 ? "80" : "86";
            sealed(scored.get(i), points);
            opened(scored.get(i), points);
        }
        assertThat(List.of(drift(TIRED), drift(STEADY))).as("in the order of the scores, not of the applications")
                .containsExactly(3.0, -3.0);
    }

    @Test
    void three_cases_are_too_few_to_speak_of_a_drift() {
        BEGUN.subList(0, 3).forEach(branch -> opened(branch, "86"));
        assertThat(drift(TIRED)).isNaN();
        opened("b4", "86");
        assertThat(drift(TIRED)).as("always as mild").isZero();
    }
}
