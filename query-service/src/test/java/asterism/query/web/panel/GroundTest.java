package asterism.query.web.panel;

import static asterism.query.Judging.given;
import static org.assertj.core.api.Assertions.assertThat;

import asterism.events.ApplicationEvent.LevelAllocated;
import asterism.events.ApplicationEvent.ScoreComputed;
import asterism.query.Judging;
import asterism.query.Judging.Given;
import asterism.query.Story;
import asterism.query.course.Case;
import asterism.rating.Scheme;
import asterism.rating.SchemeReader;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** By which clauses a star is what is recommended. */
class GroundTest {
    private static final Scheme SCHEME = SchemeReader.read(Judging.shipped()).orThrow().getFirst();

    @Test
    void the_points_make_the_star_and_the_seats_may_take_it_back() {
        Given[] cases = IntStream.range(0, 5).mapToObj(i -> given("r1", "b" + i, "95", "a1", "9" + i, "a2", "9" + i, "a3", "9" + i))
                .toArray(Given[]::new);
        Story story = new Story();
        Judging judging = new Judging(story);
        List.of(cases).forEach(judging::scored);
        judging.allocated(cases);
        Case last = Case.of(story.read()).getFirst();
        List<Ground> grounds = Ground.of(last.last(ScoreComputed.class).orElseThrow().event().trace(),
                last.last(LevelAllocated.class).orElseThrow().event().trace(), SCHEME);
        assertThat(grounds.getFirst().step()).isEqualTo("stars_by_points");
        assertThat(grounds.getFirst().after()).isEqualTo("5");
        assertThat(grounds.getLast().step()).isEqualTo("five_star_share");
        assertThat(grounds.getLast().after()).isEqualTo("4");
        assertThat(grounds).allSatisfy(ground -> assertThat(ground.line()).isPositive()).allSatisfy(ground ->
                assertThat(ground.name()).isNotNull());
    }
}
