package asterism.query.reliability;

import static asterism.query.Judging.given;
import static org.assertj.core.api.Assertions.assertThat;

import asterism.query.Judging;
import asterism.query.Judging.Given;
import asterism.query.Story;
import asterism.query.course.Case;
import asterism.rating.Scheme;
import asterism.rating.SchemeReader;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class FragileTest {
    private static final Scheme SCHEME = SchemeReader.read(Judging.shipped()).orThrow().getFirst();

    private static Optional<Fragile> fragile(Given given) {
        Story story = new Story();
        new Judging(story).scored(given);
        return Fragile.of(Case.of(story.read()).getFirst(), SCHEME, "agency");
    }

    @Test
    void aStarThatOneAssessorMadeIsFragileAndSaysWhich() {
        assertThat(fragile(given("r1", "b001", "88", "a1", "90", "a2", "90", "a3", "99"))).hasValueSatisfying(fragile -> {
            assertThat(fragile.level()).isEqualTo("5");
            assertThat(fragile.without()).isEqualTo(Map.of(3, "4"));
            assertThat(fragile.lowest()).isEqualTo("4");
            assertThat(fragile.highest()).isEqualTo("5");
        });
    }

    @Test
    void aStarMayLieWithinTheSpreadOfItsScoresThoughItHangsOnNobody() {
        assertThat(fragile(given("r1", "b001", "90", "a1", "86", "a2", "92", "a3", "93", "a4", "94"))).hasValueSatisfying(fragile -> {
            assertThat(fragile.without()).isEmpty();
            assertThat(fragile.lowest()).isNotEqualTo(fragile.highest());
        });
    }

    @Test
    void aStarOnWhichAllAgreeIsFirm() {
        assertThat(fragile(given("r1", "b001", "95", "a1", "95", "a2", "96", "a3", "95"))).isEmpty();
    }
}
