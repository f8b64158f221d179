package asterism.rating;

import static org.assertj.core.api.Assertions.assertThat;

import asterism.document.Finding;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** How a document becomes versions, and how a version is chosen. */
class ReadingTest {
    private static final String STEPS = "id: start, take: {which: only, of: [m]}";
    private static final String DATED = Mini.document(STEPS, "none").replace("version_date: none", "version_date: day");
    private static final String TWO = DATED.replace("to: open", "to: 2024-06-30") + "---\n"
            + DATED.replace("version: 1", "version: 2").replace("from: open", "from: 2024-07-01")
            .replace("which: only, of: [m]", "which: only, of: [v]");

    @Test
    void the_date_of_the_row_picks_the_version() {
        Rating rating = Rating.by(SchemeReader.read(TWO).orThrow());
        assertThat(Mini.summary(rating.rateUnit(Mini.row("m", "2", "v", "4", "day", "2024-06-30")))).isEqualTo("RATED 2 start");
        assertThat(Mini.summary(rating.rateUnit(Mini.row("m", "2", "v", "4", "day", "2024-07")))).isEqualTo("RATED 4 start");
        assertThat(Mini.summary(rating.rateUnit(Mini.row("m", "2", "day", "July")))).isEqualTo("UNDETERMINED INVALID:day");
        assertThat(Mini.summary(rating.rateUnit(Mini.row("m", "2")))).isEqualTo("UNDETERMINED MISSING:day");
        assertThat(Mini.summary(rating.validAt(java.time.LocalDate.of(2024, 7, 1)).rateUnit(Mini.row("m", "2", "v", "4"))))
                .isEqualTo("RATED 4 start");
    }

    @Test
    void a_day_in_no_version_is_told() {
        Rating rating = Rating.by(SchemeReader.read(DATED.replace("from: open", "from: 2024-01-01")).orThrow());
        UnitRating unit = rating.rateUnit(Mini.row("u", "U1", "m", "2", "day", "2023"));
        assertThat(Mini.summary(unit)).isEqualTo("UNDETERMINED NO_VERSION");
        assertThat(unit.trace()).hasSize(1);
    }

    @Test
    void the_hash_is_that_of_the_text_between_the_separators() {
        List<Scheme> versions = SchemeReader.read(TWO).orThrow();
        String first = TWO.substring(0, TWO.indexOf("---\n"));
        assertThat(versions.getFirst().document().text()).isEqualTo(first);
        assertThat(versions.getFirst().document().hash()).isEqualTo(SchemeReader.sha256(first))
                .isNotEqualTo(versions.get(1).document().hash());
        assertThat(SchemeReader.read("---\n" + first + "---\n").orThrow().getFirst().document().hash())
                .isEqualTo(versions.getFirst().document().hash());
    }

    @Test
    void quoted_and_plain_scalars_are_the_same_text() {
        assertThat(SchemeReader.read(DATED.replace("code: 5", "code: \"5\"")).orThrow().getFirst().levels())
                .isEqualTo(SchemeReader.read(DATED).orThrow().getFirst().levels());
    }

    @Test
    @Tag("B16")
    void what_cannot_be_read_says_line_and_path() {
        assertThat(SchemeReader.read("a: [1").findings()).map(Finding::code).containsExactly("L001");
        assertThat(SchemeReader.read("").findings()).map(Finding::toString).containsExactly("E L001 line 1: the document is empty");
        assertThat(SchemeReader.read("language: 7").findings()).map(Finding::toString)
                .containsExactly("E L101 line 1 language: this reader knows the languages 1 and 2");
        assertThat(SchemeReader.read("[".repeat(100) + "]".repeat(100)).findings()).map(Finding::code).containsExactly("L001");
    }

    @Test
    @Tag("B16")
    void nothing_is_unfolded_that_would_grow() {
        String bomb = "a: &a [x, x]\nb: &b [*a, *a]\nc: [*b, *b]\n";
        assertThat(SchemeReader.read(bomb).findings()).singleElement().satisfies(finding -> {
            assertThat(finding.code()).isEqualTo("L001");
            assertThat(finding.mark().line()).isEqualTo(1);
        });
        assertThat(SchemeReader.read("a: !!java.lang.Runtime x").findings()).map(Finding::code).containsExactly("L001");
        assertThat(Exact.parse("1e999999999")).isEmpty();
        assertThat(Exact.parse("9".repeat(201))).isEmpty();
    }

    @Test
    void findings_of_a_later_version_tell_the_line_of_the_file() {
        int second = TWO.substring(0, TWO.indexOf("---\n")).split("\n", -1).length;
        Finding finding = SchemeReader.read(TWO.replace("of: [v]", "of: [w]")).findings().getFirst();
        assertThat(finding.mark().line()).isGreaterThan(second);
        assertThat(finding.toString()).startsWith("E L102 line " + finding.mark().line() + " steps.start.take.of: no value is called w");
    }

    @Test
    void a_table_may_stand_in_a_file_pinned_by_its_hash() {
        String document = DATED.replace("rows: [[p, 0.5], [q, 0.25]]", "file: shares.csv, sha256: abc");
        TableFiles files = _ -> java.util.Optional.of(new TableFiles.Content("abc", List.of(java.util.Map.of("k", "p", "share", "0.5"))));
        assertThat(SchemeReader.read(document, files).orThrow().getFirst().tables()).extractingByKey("shares").extracting(Table::rows)
                .isEqualTo(List.of(new Table.Line(List.of("p"), List.of("0.5"))));
        assertThat(SchemeReader.read(document).findings()).map(Finding::code).containsExactly("L102");
        assertThat(SchemeReader.read(document.replace("sha256: abc", "sha256: abd"), files).findings()).map(Finding::code)
                .containsExactly("L102");
    }

    /** A document with a key that nobody knows, in one place after the other. */
    static Stream<String> strangers() {
        String text = Fixtures.text("clean.yaml");
        Stream<String> inBraces = IntStream.range(0, text.length()).filter(at -> text.charAt(at) == '{')
                .mapToObj(at -> text.substring(0, at + 1) + "color: red, " + text.substring(at + 1));
        Stream<String> inBlocks = Pattern.compile("(?m)^( *)(- )?(?=[a-z_]+:)").matcher(text).results()
                .map(found -> text.substring(0, found.end()) + "color: red\n" + " ".repeat(found.group().length())
                        + text.substring(found.end()));
        return Stream.concat(inBraces, inBlocks);
    }

    @ParameterizedTest
    @Tag("B16")
    @MethodSource("strangers")
    void a_key_that_nobody_knows_is_refused_wherever_it_stands(String text) {
        assertThat(SchemeReader.read(text).findings()).anyMatch(Finding::isError);
    }
}
