package asterism.query.web.asking;

import static org.assertj.core.api.Assertions.assertThat;

import asterism.query.web.asking.Bulk.Item;
import asterism.query.web.asking.CommandApi.Said;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The same step for many cases: what is sent, and what came of each. */
class BulkTest {
    private static final List<Item> ITEMS = List.of(new Item("r1.b1", 3, null), new Item("r1.b2", 0, null));

    @Test
    void eachCaseIsSentWithTheVersionItWasLookedAtInAndWhatIsSaidAlike() {
        Filled filled = new Filled(Forms.required("DeclineApplication"),
                Map.of("reason", List.of("Too late."), "subject", List.of("r1.b1@3")));
        assertThat(Bulk.body(filled, ITEMS).toString()).isEqualTo("{\"items\":[{\"reason\":\"Too late.\",\"application\":\"r1.b1\","
                + "\"ifVersion\":3},{\"reason\":\"Too late.\",\"application\":\"r1.b2\"}]}");
    }

    @Test
    void manyCasesAreDecidedAsIsRecommendedForEach() {
        Filled filled = new Filled(Forms.required("Decide"), Map.of("present", List.of("m1", "m2"), "level", List.of("5")));
        assertThat(Bulk.isFor("Decide")).isTrue();
        Filled alike = new Filled(filled.form(), Map.of("present", List.of("m1", "m2")));
        assertThat(Bulk.body(alike, List.of(new Item("r1.b1", 0, "4"), new Item("r1.b2", 0, null))).toString())
                .isEqualTo("{\"items\":[{\"present\":[\"m1\",\"m2\"],\"application\":\"r1.b1\",\"level\":\"4\"},"
                        + "{\"present\":[\"m1\",\"m2\"],\"application\":\"r1.b2\"}]}");
        assertThat(Bulk.body(filled, List.of(new Item("r1.b2", 0, null))).toString()).as("a level sent by hand is no level of the case")
                .doesNotContain("level");
    }

    @Test
    void aLineSaysWhatCameOfACaseAndACutOffAnswerSaysNothingOfTheRest() {
        var lines = new Said.Text("""
                {"item": 0, "of": 2, "receipt": {"position": 7, "facts": ["application.accepted/1"]}}
                {"item": 1, "of": 2, "problem": {"status": 409, "code": "application.not-submitted", "detail": "it is a draft"}}
                {"items": 2, "accepted": 1, "refused": 1, "dryRun": true}
                """).lines();
        assertThat(Bulk.last(lines)).isEqualTo(7);
        List<Bulk.Result> results = Bulk.results(ITEMS, lines);
        assertThat(results).extracting(result -> result.item().subject()).containsExactly("r1.b1", "r1.b2");
        assertThat(results.getFirst().facts()).containsExactly("application.accepted/1");
        assertThat(results.getLast().problem()).extracting(Drawn.Problem::code).isEqualTo("application.not-submitted");
        assertThat(Bulk.results(ITEMS, lines.subList(0, 1))).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"SubmitScores", "AssignAssessors", "DismissObjection", "Downgrade", "NoSuchStep"})
    void whatMustBeSaidOfEachByItselfIsNoStepForMany(String command) {
        assertThat(Bulk.isFor(command)).isFalse();
        assertThat(Bulk.isFor("AcceptApplication")).isTrue();
    }
}
