package asterism.query.projecting;

import static org.assertj.core.api.Assertions.assertThat;

import asterism.events.EventJson;
import asterism.journal.Recorded;
import asterism.query.RandomCounty;
import asterism.query.Story;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** A fact of every version that was ever written is read, and folded by every projection that minds it. */
class GoldenCorpusTest {

    private static List<String> parked(Projection projection, List<Recorded> facts) {
        Rows rows = Rows.empty();
        Folding folding = new Folding(projection, rows, Map.of());
        facts.forEach(fact -> folding.take(new Incoming(fact)));
        return rows.changes().stream().filter(change -> change.table().equals(Folding.PARKED))
                .flatMap(change -> change.fresh().stream()).map(row -> ((Folding.Parked) row).type()).toList();
    }

    @Test
    @Tag("F12")
    void everyFactEverWrittenFoldsThroughEveryProjection() {
        Story story = RandomCounty.everything(1, 3, 1);
        assertThat(RandomCounty.goldenFiles()).hasSizeGreaterThan(80)
                .allSatisfy(file -> assertThat(EventJson.typeOf(RandomCounty.typeOf(file))).as(file.toString()).isPresent());
        assertThat(story.facts().stream().map(Recorded::type))
                .containsAll(RandomCounty.goldenFiles().stream().map(RandomCounty::typeOf).toList());
        assertThat(Desk.all()).hasSizeGreaterThan(7)
                .allSatisfy(projection -> assertThat(parked(projection, story.facts())).as(projection.name()).isEmpty());
    }

    @Test
    void aFactThatNoLongerReadsIsCaught() {
        Story story = RandomCounty.everything(1, 3, 1);
        story.tellAsWritten("standing/b001", "standing.level-granted/1", "{\"branch\":\"b001\",\"grade\":4}"
                .getBytes(StandardCharsets.UTF_8));
        assertThat(Desk.all().stream().filter(projection -> projection.name().equals("rating")))
                .allSatisfy(projection -> assertThat(parked(projection, story.facts())).containsExactly("standing.level-granted/1"));
    }
}
