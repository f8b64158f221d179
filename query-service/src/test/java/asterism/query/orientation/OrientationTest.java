package asterism.query.orientation;

import static asterism.query.Judging.given;
import static org.assertj.core.api.Assertions.assertThat;

import asterism.query.Judging;
import asterism.query.Story;
import asterism.query.course.Case;
import asterism.rating.Exact;
import asterism.rating.Scheme;
import asterism.rating.SchemeReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;

class OrientationTest {
    private static final Scheme SCHEME = SchemeReader.read(Judging.shipped()).orThrow().getFirst();

    @Test
    void sumsAndMeansAreTakenApartDownToWhatComesFromOutside() {
        assertThat(Weights.of(SCHEME)).isEqualTo(
                Map.of("base", decimal("0.7"), "deductions", decimal("-0.7"), "appraisal", decimal("0.3")));
    }

    @Test
    void aPartOfARubricIsOneGroup() throws IOException {
        Scheme rubric = SchemeReader.read(Files.readString(Path.of("../deploy/schemes/wuxing-110.yaml"))).orThrow().getFirst();
        assertThat(Weights.of(rubric).keySet()).containsAnyElementsOf(rubric.indicators().keySet());
    }

    @Test
    void thePointsOfAllCasesAreSharedOut() {
        Story story = new Story();
        new Judging(story).scored(given("r1", "b001", "90", "a1", "80", "a2", "90", "a3", "100"))
                .scored(given("r1", "b002", "60", "a1", "70", "a2", "70", "a3", "70"));
        Orientation orientation = Orientation.of(Case.of(story.read()), SCHEME);
        assertThat(orientation.cases()).isEqualTo(2);
        assertThat(orientation.group("base").orElseThrow().points()).isEqualTo(decimal("112"));
        assertThat(orientation.group("appraisal").orElseThrow().points()).isEqualTo(decimal("45"));
        assertThat(orientation.group("deductions").orElseThrow().points()).isEqualTo(Exact.ZERO);
        assertThat(orientation.all()).isEqualTo(decimal("157"));
        assertThat(orientation.group("base").orElseThrow().label()).isNotNull();
    }

    private static Exact decimal(String text) {
        return Exact.parse(text).orElseThrow();
    }
}
