package asterism.query.listing;

import static org.assertj.core.api.Assertions.assertThat;

import asterism.events.BodyId;
import asterism.events.BranchEvent.BranchRegistered;
import asterism.events.BranchId;
import asterism.events.Event;
import asterism.events.Label;
import asterism.events.Post;
import asterism.query.County;
import asterism.query.ReadSide;
import asterism.query.ReadSide.Reply;
import com.zaxxer.hikari.HikariDataSource;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** Nine branches, of which three hold a star; one star is lowered later, for a day that had passed already. */
class ListsIT {
    private static final ReadSide SIDE = new ReadSide();

    @BeforeAll
    static void aCountyWithStars() {
        SIDE.start("--spring.datasource.hikari.connection-timeout=1000", "--asterism.requests.at-once=20");
        SIDE.relay(SIDE.story.on("2024-05-01").tell(County.body("work-committee", null), County.body("archives", "work-committee"),
                County.body("court", "work-committee")));
        SIDE.relay(SIDE.story.tell(IntStream.rangeClosed(1, 8).mapToObj(i -> County.branch("b00" + i, i % 2 == 0 ? "court" : "archives"))
                .toArray(Event[]::new)));
        SIDE.relay(SIDE.story.tell(named("=1+1,\"x\""), County.granted("b001", "d-1", "5", "2024-05-01"),
                County.granted("b002", "d-2", "4", "2024-05-01"), County.granted("b003", "d-3", "5", "2024-05-01"),
                County.person("p-office", "work-committee", "Wang Fang"),
                County.post("p-office", Post.ROUND_OFFICE, "work-committee", null),
                County.post("p-auditor", Post.AUDITOR, "work-committee", null)));
        SIDE.relay(SIDE.story.on("2024-09-01").tell(County.downgraded("b003", "d-4", "5", "3", "2024-07-01")));
    }

    @AfterAll
    static void close() {
        SIDE.close();
    }

    private static Event named(String zh) {
        return new BranchRegistered(new BranchId("b009"), new BodyId("archives"), "agency", new Label(zh, "Branch b009"),
                LocalDate.parse("2001-07-01"));
    }

    private static Reply stars(String query) {
        return SIDE.get("/api/v1/lists/stars?waitFor=" + SIDE.story.head() + query);
    }

    private static String filter(String filter) {
        return "&filter=" + URLEncoder.encode(filter, StandardCharsets.UTF_8);
    }

    private static List<String> branches(Reply reply) {
        assertThat(reply.status()).as(String.valueOf(reply.body())).isEqualTo(200);
        List<String> branches = new ArrayList<>();
        reply.at("/answer/items").forEach(item -> branches.add(item.at("/branch").asString()));
        return branches;
    }

    @Test
    void aFilterNarrowsTheList() {
        assertThat(branches(stars(filter("level = 5")))).containsExactly("b001");
        assertThat(branches(stars(filter("level in (3, 4) or body = court and branch > b006")))).containsExactly("b002", "b003", "b008");
        assertThat(branches(stars(filter("not level = none and since < 2024-07-01")))).containsExactly("b001", "b002");
        assertThat(branches(stars(filter("en ~ \"branch B009\"")))).containsExactly("b009");
        assertThat(branches(stars(filter("level != 5 and body != court")))).containsExactly("b003", "b005", "b007", "b009");
    }

    @Test
    @Tag("B8")
    void aFaultyFilterNamesItsColumn() {
        Reply reply = stars(filter("level = 5 and stars = 4"));
        assertThat(reply.status()).isEqualTo(400);
        assertThat(reply.text("/code")).isEqualTo("filter.unknown-field");
        assertThat(reply.text("/field")).isEqualTo("filter");
        assertThat(reply.at("/column").asInt()).isEqualTo(15);
    }

    @Test
    @Tag("B9")
    void pagesFollowEachOtherWithoutGapOrRepeat() {
        List<String> all = new ArrayList<>();
        Reply page = stars("&limit=4");
        while (true) {
            all.addAll(branches(page));
            if (page.at("/answer/next").isNull() || page.at("/answer/next").isMissingNode()) {
                break;
            }
            page = stars("&limit=4&after=" + page.text("/answer/next"));
        }
        assertThat(all).hasSize(9).doesNotHaveDuplicates().isSorted();
        assertThat(stars("&after=%25").text("/code")).isEqualTo("after.malformed");
        assertThat(stars(filter("branch = \0")).text("/code")).isEqualTo("text.unusable");
        assertThat(stars("&limit=501").text("/code")).isEqualTo("limit.out-of-range");
        assertThat(stars("&limit=many").text("/code")).isEqualTo("parameter.malformed");
        assertThat(stars("&sort=level").text("/code")).isEqualTo("parameter.unknown");
    }

    @Test
    void theWholeListStandsOnBothClocks() {
        String b003 = filter("branch = b003");
        long before = SIDE.story.head() - 1;

        assertThat(stars("&validAt=2024-08-01" + b003).text("/answer/items/0/level")).isEqualTo("3");
        assertThat(stars("&validAt=2024-08-01&asOfPosition=" + before + b003).text("/answer/items/0/level")).isEqualTo("5");
        assertThat(stars("&validAt=2024-08-01&knownAt=2024-08-31T00:00:00Z" + b003).text("/answer/items/0/level")).isEqualTo("5");
        assertThat(stars("&validAt=2024-06-30" + b003).text("/answer/items/0/level")).isEqualTo("5");
        assertThat(branches(stars("&asOfPosition=5"))).containsExactly("b001", "b002");
        assertThat(stars("&asOfPosition=5&knownAt=2024-08-31T00:00:00Z").text("/code")).isEqualTo("clock.twice");
        assertThat(stars("&asOfPosition=99999").status()).isEqualTo(503);
    }

    @Test
    void anUnchangedListIsNotSentAgain() {
        String path = "/api/v1/lists/stars?filter=level%3D5&waitFor=" + SIDE.story.head();
        String tag = SIDE.get(path).headers().firstValue("ETag").orElseThrow();
        assertThat(SIDE.get(path, "If-None-Match", tag).status()).isEqualTo(304);
        assertThat(SIDE.get(path, "If-None-Match", "\"another\"").status()).isEqualTo(200);
        assertThat(SIDE.text(path.replace("stars", "stars.csv"), "If-None-Match", tag).status()).isEqualTo(304);
    }

    @Test
    @Tag("B11")
    void aSpreadsheetTakesNoCellForAFormula() {
        ReadSide.Text csv = SIDE.text("/api/v1/lists/stars.csv?filter=branch%3Db009&waitFor=" + SIDE.story.head());
        assertThat(csv.headers().firstValue("Content-Type")).hasValue("text/csv;charset=UTF-8");
        assertThat(csv.headers().firstValue("Content-Disposition")).hasValue("attachment; filename=\"stars.csv\"");
        assertThat(csv.body().lines()).hasSize(2).last().asString().startsWith("b009,\"'=1+1,\"\"x\"\"\",Branch b009,archives,,");

        ReadSide.Text first = SIDE.text("/api/v1/lists/stars.csv?limit=5&filter=level%3Dnone");
        String next = first.headers().firstValue("Link").orElseThrow();
        assertThat(first.body().lines()).hasSize(6);
        assertThat(SIDE.text(next.substring(1, next.indexOf('>'))).body().lines().skip(1)).hasSize(1);
    }

    @Test
    void theFactsThemselvesAreListedToldInFullAndFollowedBack() {
        String b003 = filter("about = \"branch/b003\"") + "&waitFor=" + SIDE.story.head();
        Reply brief = SIDE.getAs("p-auditor", "/api/v1/lists/facts?" + b003.substring(1));
        assertThat(brief.body().findValuesAsString("type")).as(brief.toString())
                .containsExactly("standing.downgraded/1", "standing.level-granted/1", "branch.registered/1");
        assertThat(brief.at("/answer/items/0/daysLate").asInt()).isEqualTo(62);
        assertThat(SIDE.getAs("p-auditor", "/api/v1/lists/backdated?filter=daysLate%3E60").at("/answer/items")).hasSize(1);

        Reply full = SIDE.getAs("p-auditor", "/api/v1/facts?limit=1" + b003);
        assertThat(full.text("/answer/items/0/payload/decision")).isEqualTo("d-4");
        assertThat(full.text("/answer/items/0/metadata/actor")).isEqualTo("person/p-office");
        assertThat(SIDE.get("/api/v1/facts").text("/code")).isEqualTo("sign-in.required");

        Reply why = SIDE.get("/api/v1/branches/b003/why?validAt=2024-08-01");
        assertThat(why.text("/answer/star/value")).as(why.toString()).isEqualTo("3");
        assertThat(why.text("/answer/star/children/0/was")).isEqualTo("5");
        long before = SIDE.story.head() - 1;
        assertThat(SIDE.get("/api/v1/branches/b003/why?validAt=2024-08-01&asOfPosition=" + before).text("/answer/star/value"))
                .isEqualTo("5");
        assertThat(SIDE.get("/api/v1/branches/b003/why?knownAt=2024-08-31T00:00:00Z&validAt=2024-08-01").text("/answer/star/value"))
                .isEqualTo("5");
        assertThat(SIDE.get("/api/v1/branches/nobody/why").text("/code")).isEqualTo("branch.unknown");
    }

    @Test
    void everyListAnswersInBothFormsOnTheClocksItKnows() {
        List<String> names = new ArrayList<>();
        SIDE.get("/api/v1/lists").body().forEach(list -> {
            String clocks = (list.at("/hasDays").asBoolean() ? "&validAt=2024-08-01" : "")
                    + (list.at("/hasKnowledge").asBoolean() ? "&asOfPosition=5" : "");
            String path = "/api/v1/lists/" + list.at("/name").asString();
            names.add(list.at("/name").asString());
            Reply reply = SIDE.getAs("p-auditor", path + "?limit=3&waitFor=" + SIDE.story.head() + clocks);
            assertThat(reply.status()).as(path + " " + reply.body()).isEqualTo(200);
            String bearer = "Bearer " + SIDE.commands.tokenOf("p-auditor", "asterism");
            assertThat(SIDE.text(path + ".csv?limit=3", "Authorization", bearer).status()).as(path).isEqualTo(200);
            if (!list.at("/open").asBoolean()) {
                assertThat(SIDE.get(path).text("/code")).isEqualTo("sign-in.required");
            }
        });
        assertThat(names).contains("appeals", "applications", "backdated", "corrections", "facts", "notices", "pairings", "participation",
                "practices", "quotas", "rounds", "stars", "unexamined", "worklist");
        for (String other : List.of("p-nobody", "p-office")) {
            assertThat(SIDE.getAs(other, "/api/v1/lists/worklist").text("/code")).as(other).isEqualTo("policy.denied");
        }
    }

    @Test
    void starsNobodyHasLookedAtForAYearAreListedOnTheDayAskedAbout() {
        assertThat(branches(SIDE.get("/api/v1/lists/unexamined?validAt=2025-05-02&waitFor=" + SIDE.story.head())))
                .containsExactly("b001", "b002");
        assertThat(SIDE.get("/api/v1/lists/unexamined?validAt=2025-05-02").at("/answer/items/0/days").asInt()).isEqualTo(366);
        assertThat(branches(SIDE.get("/api/v1/lists/unexamined?validAt=2025-05-01"))).isEmpty();
    }

    @Test
    void branchesThatMovedAreCountedByWhereFromAndWhereTo() {
        String days = "/api/v1/dashboard/flow?from=2024-05-31&to=2024-08-01&waitFor=" + SIDE.story.head();
        assertThat(moved(SIDE.get(days))).containsExactly("5 5 1", "5 3 1", "4 4 1", "none none 6");
        assertThat(moved(SIDE.get(days + "&asOfPosition=" + (SIDE.story.head() - 1)))).containsExactly("5 5 2", "4 4 1", "none none 6");
        assertThat(moved(SIDE.get("/api/v1/dashboard/flow/rounds?from=r2023&to=r2024")))
                .containsExactly("none 5 2", "none 4 1", "none none 6");
        assertThat(SIDE.get("/api/v1/dashboard/flow?from=2024-05-31").text("/code")).isEqualTo("parameter.missing");
    }

    private static List<String> moved(Reply reply) {
        assertThat(reply.status()).as(String.valueOf(reply.body())).isEqualTo(200);
        List<String> moved = new ArrayList<>();
        reply.at("/answer").forEach(flow -> moved.add(flow.at("/fromLevel").asString("none") + " " + flow.at("/toLevel").asString("none")
                + " " + flow.at("/branches").asInt()));
        return moved;
    }

    @Test
    void questionsThatFindNothingSayIt() {
        assertThat(SIDE.getAs("p-office", "/api/v1/rounds/r2024/reliability").text("/code")).isEqualTo("round.no-scores");
        assertThat(SIDE.get("/api/v1/dashboard/rounds/r2024/orientation").text("/code")).isEqualTo("round.no-scores");
        assertThat(SIDE.get("/api/v1/dashboard/dwell").at("/answer")).isEmpty();
        assertThat(SIDE.get("/api/v1/dashboard/overdue").at("/answer")).isEmpty();
        assertThat(SIDE.get("/api/v1/branches/b003/why-changed?from=2024-05-31&to=2024-08-01").text("/answer/parts/0/factor"))
                .isEqualTo("RULING");
        assertThat(SIDE.get("/api/v1/branches/b003/why-changed?fromPosition=99999").text("/code")).isEqualTo("position.out-of-range");
    }

    @Test
    void everyQuestionAndEveryParameterIsDescribed() {
        JsonNode paths = SIDE.get("/v3/api-docs").body().at("/paths");
        List<String> silent = new ArrayList<>();
        paths.properties().forEach(path -> path.getValue().properties().forEach(operation -> {
            if (operation.getValue().at("/summary").isMissingNode()) {
                silent.add(operation.getKey() + " " + path.getKey());
            }
            operation.getValue().at("/parameters").forEach(parameter -> {
                if (parameter.at("/description").isMissingNode()) {
                    silent.add(path.getKey() + " " + parameter.at("/name").asString());
                }
            });
        }));
        assertThat(silent).isEmpty();
        assertThat(paths.at("/~1api~1v1~1branches~1{branch}~1why/get/parameters").findValuesAsString("name"))
                .containsExactlyInAnyOrder("branch", "validAt", "knownAt", "asOfPosition", "waitFor");
    }

    @Test
    void eachListIsDescribedWithItsFieldsAndItsPath() {
        JsonNode lists = SIDE.get("/api/v1/lists").body();
        assertThat(lists.findValuesAsString("name")).contains("stars", "since");
        JsonNode api = SIDE.get("/v3/api-docs").body();
        assertThat(api.at("/paths").propertyNames()).contains("/api/v1/lists/stars", "/api/v1/lists/stars.csv", "/api/v1/ratings");
        assertThat(api.at("/components/schemas/stars-row/properties").propertyNames()).contains("branch", "level", "knownFrom");
        assertThat(api.at("/paths/~1api~1v1~1lists~1stars/get/parameters").findValuesAsString("name")).contains("filter", "validAt");
        assertThat(SIDE.get("/api/v1/lists/moons").text("/code")).isEqualTo("sign-in.required");
        assertThat(SIDE.getAs("p-office", "/api/v1/lists/moons").text("/code")).isEqualTo("list.unknown");
    }

    /** Every connection is taken, as where the database is slow: those who come wait for a bounded time, and those beyond so many not. */
    @Test
    @Tag("F20")
    @Tag("B15")
    void withoutAFreeConnectionAnswersAreLateAndPoliteAndThoseBeyondTheBoundAtOnce() throws SQLException {
        HikariDataSource pool = SIDE.bean(HikariDataSource.class);
        List<Connection> taken = new ArrayList<>();
        try (ExecutorService many = Executors.newVirtualThreadPerTaskExecutor()) {
            allOf(pool, taken);
            List<ReadSide.Text> replies = IntStream.range(0, 60).mapToObj(_ -> CompletableFuture.supplyAsync(
                    () -> SIDE.text("/api/v1/ratings"), many)).toList().stream().map(CompletableFuture::join).toList();
            assertThat(replies).allSatisfy(reply -> {
                assertThat(reply.status()).as("the projector gives one back now and then: " + reply.body()).isIn(200, 503);
                assertThat(reply.status() == 200 || reply.headers().firstValue("Retry-After").isPresent()).isTrue();
            });
            assertThat(replies.stream().filter(reply -> reply.body().contains("database.unavailable"))).isNotEmpty();
            assertThat(replies.stream().filter(reply -> reply.body().contains("house.crowded"))).isNotEmpty();
            assertThat(SIDE.get("/actuator/health/liveness").status()).as("it lives").isEqualTo(200);
        } finally {
            for (Connection one : taken) {
                one.close();
            }
        }
        assertThat(SIDE.get("/api/v1/ratings").status()).isEqualTo(200);
    }

    private static void allOf(HikariDataSource pool, List<Connection> taken) {
        try {
            while (true) {
                taken.add(pool.getConnection());
            }
        } catch (SQLException none) {
            assertThat(taken).hasSizeGreaterThan(pool.getMaximumPoolSize() / 2);
        }
    }
}
