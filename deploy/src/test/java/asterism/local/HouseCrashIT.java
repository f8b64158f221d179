package asterism.local;

import static org.assertj.core.api.Assertions.assertThat;

import asterism.checking.Ways;
import asterism.cli.Main;
import asterism.command.wiring.journal.Journal;
import asterism.command.wiring.journal.Verified;
import asterism.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.awaitility.Awaitility;
import org.htmlunit.WebClient;
import org.htmlunit.WebResponse;
import org.htmlunit.html.HtmlButton;
import org.htmlunit.html.HtmlForm;
import org.htmlunit.html.HtmlPage;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.postgresql.ds.PGSimpleDataSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * The whole house is killed twice in the middle of the demo county's first round, once together with its PostgreSQL. What
 * comes out is what comes out of a house that nothing happened to. {@code -Dcrash.seed} plays the same moments again.
 */
class HouseCrashIT {
    private static final String PLAYING = "Playing the demo county";
    private static final String TABLE = "Stars of ";
    private static final int KILLS = 2;

    @TempDir
    Path calm;

    @TempDir
    Path troubled;

    /** How a played house ends up. */
    private record Outcome(String table, JsonNode stars, List<String> facts) {
    }

    @Test
    @Tag("F1")
    @Tag("F2")
    void aHouseKilledTwiceInTheMiddleOfTheDemoEndsWhereAnUndisturbedOneDoes() throws Exception {
        long seed = Long.getLong("crash.seed", System.nanoTime());
        Random random = new Random(seed);
        long[] playedMillis = new long[1];
        Outcome expected = play(calm, playedMillis);

        List<String> moments = new ArrayList<>();
        for (int kill = 1; kill <= KILLS; kill++) {
            long after = Math.round(playedMillis[0] * (0.05 + 0.2 * random.nextDouble()));
            moments.add(after + " ms");
            killInTheMiddle(Duration.ofMillis(after), kill == 2);
        }
        Outcome found = play(troubled, playedMillis);

        assertThat(found.facts()).as("seed " + seed + ", killed after " + moments).isEqualTo(expected.facts());
        assertThat(found.table()).as("seed " + seed).isEqualTo(expected.table());
        assertThat(found.stars()).as("seed " + seed).isEqualTo(expected.stars());
    }

    private void killInTheMiddle(Duration after, boolean postgresToo) {
        try (HouseProcess house = HouseProcess.run(troubled, "--demo-until", "2024")) {
            house.awaitSaying(PLAYING);
            long until = System.nanoTime() + after.toNanos();
            Awaitility.await().pollInterval(Duration.ofMillis(5)).atMost(after.plusSeconds(5)).until(() -> System.nanoTime() > until);
            house.kill();
            if (postgresToo) {
                HouseProcess.killPostgres(troubled);
            }
            assertThat(house.words()).as("it was killed in the middle").doesNotContain(TABLE);
        }
    }

    private static Outcome play(Path data, long[] playedMillis) throws Exception {
        String table;
        JsonNode stars;
        try (HouseProcess house = HouseProcess.run(data, "--demo-until", "2024")) {
            house.awaitSaying(PLAYING);
            long before = System.nanoTime();
            house.awaitSaying(TABLE);
            playedMillis[0] = Duration.ofNanos(System.nanoTime() - before).toMillis();
            String words = house.awaitSaying("Stop it with Ctrl-C");
            table = words.substring(words.indexOf(TABLE), words.indexOf("Asterism is ready"));
            stars = stars(house.address("pages"));
            nothingSupposedMovesNothing(house);
            anAuditorElsewhereChecksWhatTheHouseHandsOut(house, data);
            house.signal("TERM");
            assertThat(house.ended()).isEqualTo(128 + 15);
        }
        return new Outcome(table, stars, soundFacts(data));
    }

    private static void nothingSupposedMovesNothing(HouseProcess house) {
        StringWriter out = new StringWriter();
        int exit = Main.commandLine().setOut(new PrintWriter(out)).execute("what-if", "--round", "r2024", "--url", house.address("pages"),
                "--sign-in", house.address("sign-in"));
        assertThat(exit).as(out::toString).isZero();
        assertThat(out.toString()).contains("110 branches rated, 0 stars move");
    }

    /** From another machine: the pack over HTTP, the house's own proofs, and one certificate by itself. */
    private static void anAuditorElsewhereChecksWhatTheHouseHandsOut(HouseProcess house, Path data) throws Exception {
        String commands = house.address("commands");
        Path pack = data.resolve("audit.zip");
        Path certificate = data.resolve("certificate.json");
        assertThat(Main.commandLine().execute("export", "--url", commands, "--data", data.toString(), pack.toString())).isZero();
        try (HttpClient http = HttpClient.newHttpClient()) {
            String key = http.send(HttpRequest.newBuilder(URI.create(commands + "/api/v1/proofs/key")).build(), BodyHandlers.ofString())
                    .body().strip();
            http.send(HttpRequest.newBuilder(URI.create(house.address("pages") + "/api/v1/certificates/r2024.b001")).build(),
                    BodyHandlers.ofFile(certificate));
            for (Path file : List.of(pack, certificate, exportedFromThePage(house, data.resolve("page.zip")))) {
                assertThat(Main.commandLine().execute("verify", file.toString(), "--key", key, "--url", commands)).isZero();
            }
            assertThat(http.send(HttpRequest.newBuilder(URI.create(house.address("pages") + "/api/v1/certificates/r2024.none")).build(),
                    BodyHandlers.discarding()).statusCode()).isEqualTo(404);
        }
    }

    /** Signed in as the auditor, from the page of all facts. */
    private static Path exportedFromThePage(HouseProcess house, Path file) throws IOException {
        try (WebClient browser = new WebClient()) {
            browser.getOptions().setJavaScriptEnabled(false);
            HtmlPage whoAreYou = browser.getPage(house.address("pages") + "/history");
            HtmlPage facts = whoAreYou.<HtmlButton>getFirstByXPath("//button[@value='auditor']").click();
            HtmlForm form = (HtmlForm) facts.getElementById("pack");
            form.getSelectByName("kind").setSelectedAttribute("body", true);
            form.getInputByName("id").setValue("finance");
            WebResponse pack = form.<HtmlButton>getFirstByXPath(".//button").click().getWebResponse();
            assertThat(pack.getResponseHeaderValue("Content-Disposition")).isEqualTo("attachment; filename=\"body-finance.zip\"");
            try (InputStream in = pack.getContentAsStream()) {
                Files.copy(in, file);
            }
            return file;
        }
    }

    private static JsonNode stars(String pages) throws Exception {
        try (HttpClient http = HttpClient.newHttpClient()) {
            String body = http.send(HttpRequest.newBuilder(URI.create(pages + "/api/v1/ratings?limit=200")).build(),
                    BodyHandlers.ofString()).body();
            JsonNode items = JsonMapper.shared().readTree(body).get("answer").get("items");
            assertThat(items.size()).as(body).isEqualTo(111);
            for (String page : List.of("/", "/distribution", "/branches/b023")) {
                assertThat(http.send(HttpRequest.newBuilder(URI.create(pages + page)).build(), BodyHandlers.discarding()).statusCode())
                        .as(page).isEqualTo(200);
            }
            return items;
        }
    }

    /** How many facts of each kind every stream has, after the whole journal was recomputed: order, ids, leaves and root. */
    private static List<String> soundFacts(Path data) throws Exception {
        try (EmbeddedPostgres postgres = EmbeddedPostgres.start(data.resolve("postgresql"), 0)) {
            PGSimpleDataSource source = new PGSimpleDataSource();
            source.setUrl(postgres.jdbcUrl("command"));
            source.setUser(postgres.username());
            source.setPassword(postgres.password());
            try (Journal journal = new Journal(source)) {
                Verified verified = journal.verify();
                assertThat(verified.fault()).isEmpty();
                Ways.check(journal);
            }
            List<String> facts = new ArrayList<>();
            try (var connection = source.getConnection(); var statement = connection.createStatement();
                    var rows = statement.executeQuery("select stream, type, count(*) from journal.fact group by 1, 2 order by 1, 2")) {
                while (rows.next()) {
                    facts.add(rows.getString(1) + " " + rows.getString(2) + " " + rows.getLong(3));
                }
            }
            return facts;
        }
    }
}
