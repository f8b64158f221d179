package asterism.local.demo;

import static org.assertj.core.api.Assertions.assertThat;

import asterism.command.wiring.pack.Pack;
import asterism.command.wiring.pack.Scope;
import asterism.journal.Recorded;
import asterism.verify.Verify;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.zip.ZipFile;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the verifier says of the county's ratings, and of a house that signs for sums that are wrong. */
class CountyPackTest {
    private static final CountyPack COUNTY = CountyPack.told();

    @TempDir
    private Path folder = Path.of("");

    @Test
    void everySumOfThreeYearsComesOutAgain() throws IOException {
        String said = verified(COUNTY, Scope.WHOLE);
        long accounts = COUNTY.journal().stream()
                .filter(fact -> fact.type().matches("application.(score-computed|level-allocated)/1")).count();
        assertThat(accounts).isGreaterThan(600);
        assertThat(said).contains("the sums of " + accounts + " accounts of ratings").doesNotContain("DIFFERENCE")
                .contains("Everything that was checked holds.");
    }

    @Test
    void aPackOfABranchARoundOrABodyProvesItsOwnSums() throws IOException {
        for (String scope : List.of("branch:b017", "round:r2025", "body:finance")) {
            assertThat(verified(COUNTY, Scope.of(scope).orElseThrow())).as(scope)
                    .contains("the sums of ", "facts are, byte for byte, among the", "in each of their ").doesNotContain("DIFFERENCE");
        }
    }

    @Test
    void aPackOfARoundHoldsTheRoundAndItsBranchesAndNoOtherRound() throws IOException {
        Set<String> all = COUNTY.journal().stream().map(Recorded::stream).collect(Collectors.toSet());
        Set<String> branches = of(all, "application/r2025\\..*");
        Set<String> streams = streams("round:r2025");
        assertThat(branches).hasSizeGreaterThan(100);
        assertThat(of(streams, "application/r2025\\..*")).isEqualTo(branches);
        assertThat(of(streams, "(branch|standing)/.*")).isEqualTo(branches);
        assertThat(of(streams, "round/.*")).containsExactly("r2025");
        assertThat(streams).noneMatch(stream -> stream.matches("application/r202[46]\\..*|(body|guard-log)/.*"));
    }

    @Test
    void aPackOfABodyHoldsItsBranchesAndNobodyElses() throws IOException {
        Set<String> finance = COUNTY.journal().stream().filter(fact -> fact.type().equals("branch.registered/1"))
                .filter(fact -> new String(fact.payload(), StandardCharsets.UTF_8).contains("\"body\":\"finance\""))
                .map(fact -> fact.stream().replaceFirst(".*/", "")).collect(Collectors.toSet());
        Set<String> streams = streams("body:finance");
        assertThat(finance).hasSizeBetween(2, 30);
        assertThat(of(streams, "(branch|standing|application)/.*")).isEqualTo(finance);
        assertThat(of(streams, "body/.*")).containsExactly("finance");
        assertThat(of(streams, "guard-log/.*")).isEmpty();
    }

    private Set<String> streams(String scope) throws IOException {
        Path pack = folder.resolve("streams.zip");
        Pack.write(pack, COUNTY, Scope.of(scope).orElseThrow(), false);
        try (ZipFile zip = new ZipFile(pack.toFile())) {
            String lines = new String(zip.getInputStream(zip.getEntry("data/journal.jsonl")).readAllBytes(), StandardCharsets.UTF_8);
            return Pattern.compile("\"stream\":\"([^\"]+)\"").matcher(lines).results().map(found -> found.group(1))
                    .collect(Collectors.toSet());
        }
    }

    /** What the streams that match are about: a branch, a round, a body. */
    private static Set<String> of(Collection<String> streams, String pattern) {
        return streams.stream().filter(stream -> stream.matches(pattern)).map(stream -> stream.replaceFirst(".*[/.]", ""))
                .collect(Collectors.toSet());
    }

    @Test
    void aSumThatIsWrongIsNamedWithItsLineAlthoughItIsSignedFor() throws IOException {
        Recorded last = COUNTY.journal().stream().filter(fact -> fact.type().equals("application.score-computed/1"))
                .reduce((_, later) -> later).orElseThrow();
        String payload = new String(last.payload(), StandardCharsets.UTF_8);
        String total = payload.replaceFirst("(?s).*\\\\\"name\\\\\":\\\\\"total\\\\\",\\\\\"after\\\\\":\\\\\"([0-9.]+).*", "$1");
        String after = "\\\"name\\\":\\\"total\\\",\\\"after\\\":\\\""; // another step may come to the same figure
        String wrong = payload.replace(after + total, after + "99.5").replace("{\\\"total\\\":\\\"" + total,
                "{\\\"total\\\":\\\"99.5");
        assertThat(verified(COUNTY.with(changed(last, wrong)), Scope.WHOLE)).contains("DIFFERENCE  position " + last.position() + " ("
                + last.stream() + "), line", "step total: after is 99.5, and " + total + " comes out");
    }

    @Test
    void aMarkThatNoFactGaveIsNamed() throws IOException {
        Recorded opened = COUNTY.journal().stream().filter(fact -> fact.type().equals("application.scores-opened/1")).findFirst()
                .orElseThrow();
        String payload = new String(opened.payload(), StandardCharsets.UTF_8);
        String other = payload.replaceFirst("\"cell\":\"[0-9.]+\"", "\"cell\":\"12.5\"");
        assertThat(verified(COUNTY.with(changed(opened, other)), Scope.WHOLE))
                .containsPattern("DIFFERENCE  position [0-9]+ \\(" + opened.stream() + "\\), line 2 of the account.*12.5");
    }

    private static List<Recorded> changed(Recorded one, String payload) {
        return COUNTY.journal().stream().map(fact -> fact.position() != one.position() ? fact : new Recorded(fact.position(),
                fact.eventId(), fact.stream(), fact.version(), fact.type(), fact.effectiveOn(), fact.recordedAt(), fact.metadata(),
                payload.getBytes(StandardCharsets.UTF_8))).toList();
    }

    @Test
    void theTablesOfThePackSayTheStarsOfTheLastDay() throws IOException {
        Path pack = folder.resolve("county.zip");
        Pack.write(pack, COUNTY, Scope.WHOLE, false);
        try (ZipFile zip = new ZipFile(pack.toFile())) {
            String ratings = new String(zip.getInputStream(zip.getEntry("data/ratings.csv")).readAllBytes(), StandardCharsets.UTF_8);
            assertThat(ratings).startsWith("branch,name_zh,name_en,body,level,on,ended\n").contains("\nb017,");
            assertThat(ratings.lines().count()).isGreaterThanOrEqualTo(112);
            String history = new String(zip.getInputStream(zip.getEntry("data/history.csv")).readAllBytes(), StandardCharsets.UTF_8);
            assertThat(history).contains("\nb052,").startsWith("branch,level,decision,from,until\n");
        }
    }

    private String verified(Pack.Source source, Scope scope) throws IOException {
        Path pack = folder.resolve(scope.toString().replace(':', '-') + ".zip");
        assertThat(Pack.write(pack, source, scope, false)).isPositive();
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        Verify verify = new Verify(Optional.of(source.key().toString()), Optional.empty());
        verify.pack(pack);
        verify.report(new PrintStream(out, true, StandardCharsets.UTF_8));
        return out.toString(StandardCharsets.UTF_8);
    }
}
