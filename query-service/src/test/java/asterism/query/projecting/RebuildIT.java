package asterism.query.projecting;

import static asterism.query.County.body;
import static asterism.query.County.branch;
import static asterism.query.County.downgraded;
import static asterism.query.County.granted;
import static asterism.query.County.person;
import static asterism.query.County.post;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import asterism.events.Event;
import asterism.events.Post;
import asterism.query.ReadSide;
import asterism.query.ReadSide.Reply;
import asterism.query.projecting.Upkeep.Standing;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A build grows beside the one that answers, is compared with it, takes its place, gives it back, and goes. */
class RebuildIT {
    private static final String PROJECTIONS = "/api/v1/projections/";

    private static void county(ReadSide side) {
        side.relay(side.story.tell(body("work-committee", null), body("archives", "work-committee"), branch("b001", "archives"),
                branch("b002", "archives"), person("p-desk", "work-committee", "Desk"),
                post("p-desk", Post.DESK_REVIEWER, "work-committee", null), person("p-auditor", "work-committee", "Auditor"),
                post("p-auditor", Post.AUDITOR, "work-committee", null), granted("b001", "d-1", "4", "2024-05-01"),
                granted("b002", "d-2", "3", "2024-05-01")));
        arrived(side, 10);
    }

    private static void arrived(ReadSide side, long position) {
        await().until(() -> side.bean(Upkeep.class).standing(Upkeep.ALL).stream().filter(build -> !build.filling())
                .allMatch(build -> build.applied() == position));
    }

    private static void allOf(ReadSide side, int number, Predicate<Standing> is) {
        await().until(() -> side.bean(Upkeep.class).standing(Upkeep.ALL).stream().filter(build -> build.number() == number).allMatch(is));
    }

    private static void sql(ReadSide side, String sql) {
        assertThat(side.bean(JdbcClient.class).sql(sql).update()).isEqualTo(1);
    }

    /** Reads without a pause what everybody reads; says what it was answered, and whether positions went back. */
    private static final class Prober implements AutoCloseable {
        private final AtomicBoolean over = new AtomicBoolean();
        private final CompletableFuture<Set<String>> seen;
        private final AtomicInteger answers = new AtomicInteger();

        Prober(ReadSide side) {
            seen = CompletableFuture.supplyAsync(() -> {
                Set<String> kinds = new TreeSet<>();
                long position = 0;
                while (!over.get()) {
                    Reply reply = side.get("/api/v1/ratings");
                    long now = reply.at("/at/position").asLong();
                    kinds.add(reply.status() + " with " + reply.at("/answer/items").size() + (now < position ? " from the past" : ""));
                    position = now;
                    answers.incrementAndGet();
                }
                return kinds;
            });
        }

        Set<String> seen() {
            over.set(true);
            return seen.join();
        }

        @Override
        public void close() {
            over.set(true);
        }
    }

    @Test
    @Tag("F25")
    void itIsComparedPromotedRolledBackAndRetiredAndNobodyNotices() {
        try (ReadSide side = new ReadSide()) {
            side.start("--asterism.administrator=first");
            county(side);
            try (Prober prober = new Prober(side)) {
                whileItIsFilledNewFactsFlow(side);
                whatWasEditedIsSeenRowByRow(side);
                itTakesThePlaceAndGivesItBack(side);
                int before = prober.answers.get();
                await().until(() -> prober.answers.get() > before + 3);
                assertThat(prober.seen()).containsExactly("200 with 2");
            }
            whatIsRetiredIsGone(side);
        }
    }

    private static void whileItIsFilledNewFactsFlow(ReadSide side) {
        side.commands.holdBehind(3);
        assertThat(side.postAs("p-desk", PROJECTIONS + "all/rebuild").status()).isEqualTo(403);
        assertThat(side.postAs("p-auditor", PROJECTIONS + "all/rebuild").text("/code")).isEqualTo("policy.denied");
        assertThat(side.getAs("p-auditor", "/api/v1/projections").status()).isEqualTo(200);
        assertThat(side.getAs("first", "/api/v1/projections").status()).as("whoever sets up the house keeps it").isEqualTo(200);
        assertThat(side.getAsHouse("/api/v1/worklist").status()).as("the house's token is nobody's").isEqualTo(403);
        assertThat(side.post(PROJECTIONS + "rating/promote").text("/code")).isEqualTo("build.none");
        assertThat(side.post(PROJECTIONS + "rating/rollback").text("/code")).isEqualTo("build.no-former");
        assertThat(side.post(PROJECTIONS + "all/rebuild?hold=true").status()).isEqualTo(201);

        side.relay(side.story.tell(downgraded("b001", "d-3", "4", "2", "2024-06-01")));
        arrived(side, 11);
        assertThat(side.get("/api/v1/branches/b001/rating").text("/answer/level")).isEqualTo("2");
        assertThat(side.bean(Upkeep.class).standing("rating").getLast()).matches(build -> build.filling() && build.held() && !build.live());
        assertThat(side.post(PROJECTIONS + "rating/rebuild").text("/code")).isEqualTo("build.underway");
        assertThat(side.post(PROJECTIONS + "rating/promote").text("/code")).isEqualTo("build.not-ready");
        assertThat(side.getAsHouse(PROJECTIONS + "rating/diff").text("/code")).isEqualTo("build.not-ready");
        side.commands.release();
        allOf(side, 2, build -> !build.filling() && build.applied() == 11);
        allOf(side, 1, Standing::live);
    }

    private static void whatWasEditedIsSeenRowByRow(ReadSide side) {
        side.bean(Upkeep.class).names().forEach(name -> assertThat(side.getAsHouse(PROJECTIONS + name + "/diff").at("/same").asBoolean())
                .as(name).isTrue());
        sql(side, "update p_rating_1.star set level = '5' where branch = 'b002'");
        sql(side, "delete from p_rating_1.entry where branch = 'b002'");
        sql(side, "insert into p_rating_1.body values ('ghost', null, 'AGENCY', '鬼', 'Ghost')");

        Reply all = side.getAs("p-auditor", PROJECTIONS + "rating/diff");
        assertThat(all.at("/same").asBoolean()).isFalse();
        assertThat(all.at("/excused").asBoolean()).isFalse();
        assertThat(all.body().at("/tables").valueStream().map(table -> table.get("table").asString() + " " + table.get("added") + " "
                + table.get("removed") + " " + table.get("changed"))).contains("star 0 0 1", "body 0 1 0", "branch 0 0 0", "entry 1 0 0");
        List<String> rows = new ArrayList<>();
        String after = "";
        do {
            Reply page = side.getAsHouse(PROJECTIONS + "rating/diff?build=2&limit=1" + after);
            page.body().at("/rows/items").valueStream().forEach(row -> rows.add(row.get("table").asString() + " "
                    + row.get("kind").asString() + " " + row.get("because").asString() + " " + row.at("/columns/level")));
            after = page.at("/rows/next").isString() ? "&after=" + page.text("/rows/next") : "";
        } while (!after.isEmpty());
        assertThat(rows.stream().map(row -> row.replaceAll("(?<=entry ADDED UNEXPLAINED).*", ""))).containsExactly(
                "body REMOVED UNEXPLAINED ", "entry ADDED UNEXPLAINED", "star CHANGED UNEXPLAINED {\"was\":\"5\",\"is\":\"3\"}");
        assertThat(side.getAsHouse(PROJECTIONS + "rating/diff?table=star").at("/rows/items").size()).isEqualTo(1);
        assertThat(side.getAsHouse(PROJECTIONS + "rating/diff?table=nothing").text("/code")).isEqualTo("table.unknown");
        assertThat(side.getAsHouse(PROJECTIONS + "rating/diff?after=x").text("/code")).isEqualTo("cursor.malformed");
        assertThat(side.getAsHouse(PROJECTIONS + "rating/diff?build=9").text("/code")).isEqualTo("build.unknown");
        assertThat(side.getAsHouse(PROJECTIONS + "all/diff").text("/code")).isEqualTo("projection.one-only");
    }

    private static void itTakesThePlaceAndGivesItBack(ReadSide side) {
        String level = "/api/v1/branches/b002/rating";
        assertThat(side.get(level).text("/answer/level")).as("as somebody wrote it").isEqualTo("5");
        assertThat(side.post(PROJECTIONS + "all/promote").status()).isEqualTo(200);
        allOf(side, 2, Standing::live);
        assertThat(side.get(level).text("/answer/level")).as("as the journal says").isEqualTo("3");
        side.relay(side.story.tell(granted("b001", "d-4", "4", "2024-07-01")));
        arrived(side, 12);
        assertThat(side.post(PROJECTIONS + "rating/rollback").status()).isEqualTo(200);
        assertThat(side.get(level).text("/answer/level")).isEqualTo("5");
        assertThat(side.get("/api/v1/branches/b001/rating").text("/answer/level")).as("kept current meanwhile").isEqualTo("4");
        assertThat(side.bean(Upkeep.class).standing("rating").stream().map(build -> build.live() + " " + build.former()))
                .containsExactly("true false", "false true");
        assertThat(side.post(PROJECTIONS + "rating/promote?build=2").status()).isEqualTo(200);
        assertThat(side.get(level).text("/answer/level")).isEqualTo("3");
    }

    private static void whatIsRetiredIsGone(ReadSide side) {
        assertThat(side.post(PROJECTIONS + "rating/retire?build=2").text("/code")).isEqualTo("build.answers");
        assertThat(side.post(PROJECTIONS + "all/retire").status()).isEqualTo(200);
        assertThat(side.bean(Upkeep.class).standing(Upkeep.ALL)).allMatch(build -> build.number() == 2 && build.live());
        await().until(() -> side.bean(JdbcClient.class).sql("select count(*) from pg_namespace where nspname like 'p\\_%\\_1'")
                .query(Long.class).single() == 0);
        assertThat(side.post(PROJECTIONS + "rating/rollback").text("/code")).isEqualTo("build.no-former");
        side.relay(side.story.tell(granted("b002", "d-5", "4", "2024-08-01")));
        arrived(side, 13);
    }

    @Test
    @Tag("F25")
    void aFillThatIsCutOffGoesOnFromItsLastPortionAndAFeedThatDoesNotAddUpFillsNothing() {
        try (ReadSide side = new ReadSide()) {
            String small = "--asterism.projecting.rows=100";
            side.start(small);
            county(side);
            side.relay(side.story.tell(IntStream.range(0, 2_500).mapToObj(i -> granted("b00" + (1 + i % 2), "e-" + i, "3", "2024-05-01"))
                    .toArray(Event[]::new)));
            arrived(side, 2_510);
            side.commands.holdBehind(2_200);
            side.bean(Upkeep.class).rebuild("changes", true);
            await().until(() -> side.bean(Upkeep.class).standing("changes").getLast().applied() == 2_000);
            side.stop();
            side.commands.release();
            int before = side.commands.read().size();
            side.start(small);
            await().until(() -> !side.bean(Upkeep.class).standing("changes").getLast().filling());
            assertThat(side.commands.read().stream().skip(before)).contains(2_000L).doesNotContain(0L);
            arrived(side, 2_510);
            assertThat(side.bean(Upkeep.class).compare("changes", 2, null, null, 1).same()).isTrue();

            side.commands.claimRoot(new byte[32]);
            side.bean(Upkeep.class).rebuild("notices", true);
            await().until(() -> side.bean(Upkeep.class).standing("notices").getLast().stoppedAt() != null);
            assertThat(side.bean(Upkeep.class).standing("notices").getLast().stoppedBecause()).contains("root", "0".repeat(64));
            assertThat(side.post(PROJECTIONS + "notices/promote").text("/code")).isEqualTo("build.not-ready");
            side.commands.claimRoot(new byte[0]);
            side.bean(Upkeep.class).retry("notices");
            await().until(() -> Stream.of(side.bean(Upkeep.class).standing("notices").getLast())
                    .allMatch(build -> !build.filling() && build.applied() == 2_510));
            assertThat(side.bean(Upkeep.class).compare("notices", 2, null, null, 1).same()).isTrue();
        }
    }
}
