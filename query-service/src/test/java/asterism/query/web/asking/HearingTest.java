package asterism.query.web.asking;

import static org.assertj.core.api.Assertions.assertThat;

import asterism.events.ApplicationEvent.Computed;
import asterism.events.ApplicationEvent.LevelDecided;
import asterism.events.ApplicationEvent.ScoresSubmitted;
import asterism.events.ApplicationEvent.SiteVisitCompleted;
import asterism.events.ApplicationId;
import asterism.events.DecisionId;
import asterism.events.Event;
import asterism.events.Level;
import asterism.events.PersonId;
import asterism.events.Secret;
import asterism.query.County;
import asterism.query.applications.ApplicationsQuestion.Line;
import asterism.query.applications.FactsQuestion.Told;
import asterism.query.facts.Importance;
import asterism.query.web.asking.Hearing.Part;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Whoever had a part in what is contested does not judge the appeal. */
class HearingTest {
    private static final ApplicationId CASE = ApplicationId.of("r1.b1");

    private static Told by(String actor, Event event) {
        return new Told(new Line(1, "x/1", 1, "x/1", actor, null, null, null, null, LocalDate.EPOCH, Instant.EPOCH, null, Importance.STEP),
                event);
    }

    @Test
    void scorers_visitors_members_and_whoever_recorded_the_decision_stand_back() {
        List<Told> decided = List.of(
                by("person/a1", new SiteVisitCompleted(CASE, LocalDate.EPOCH, "Seen.", List.of())),
                by("person/a1", new ScoresSubmitted(CASE, new PersonId("a1"), 1, Secret.of(CASE, List.of()))),
                by("person/a2", new ScoresSubmitted(CASE, new PersonId("a2"), 1, Secret.of(CASE, List.of()))),
                by("person/c", new LevelDecided(CASE, new DecisionId("d-1"), new Level("4"), new Computed("RATED", new Level("4"), "s"),
                        List.of(new PersonId("m1")))));
        assertThat(Hearing.parts(decided, List.of(), "d-1")).isEqualTo(Map.of("a1", Part.VISITED, "a2", Part.SCORED, "c", Part.DECIDED,
                "m1", Part.DECIDED));
    }

    @Test
    void whoever_lowered_the_star_stands_back_where_that_is_contested() {
        List<Told> standing = List.of(by("person/officer", County.downgraded("b1", "d-2", "4", "2", "2024-05-20")),
                by("system/x", County.downgraded("b1", "d-3", "2", "1", "2024-05-21")));
        assertThat(Hearing.parts(List.of(), standing, "d-2")).containsOnlyKeys("officer");
        assertThat(Hearing.parts(List.of(), standing, "d-3")).as("the house itself is nobody").isEmpty();
    }
}
