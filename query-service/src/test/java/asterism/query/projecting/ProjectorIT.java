package asterism.query.projecting;

import static asterism.query.County.body;
import static asterism.query.County.branch;
import static asterism.query.County.downgraded;
import static asterism.query.County.granted;
import static asterism.query.County.person;
import static asterism.query.County.post;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import asterism.events.BodyEvent.BodyEstablished;
import asterism.events.Event;
import asterism.events.Fact;
import asterism.events.Post;
import asterism.events.StandingEvent.LevelGranted;
import asterism.journal.Recorded;
import asterism.query.ReadSide;
import asterism.query.ReadSide.Reply;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** The topic repeats, loses, delays and brings what nobody can read; the rows are what the journal says all the same. */
class ProjectorIT {
    private static final String TYPE = "standing.level-granted/1";

    private static List<Recorded> county(ReadSide side) {
        return side.story.tell(body("work-committee", null), body("archives", "work-committee"), branch("b001", "archives"),
                branch("b002", "archives"));
    }

    /** The answer, once the projection has come so far; on a busy machine that may take more than the API's own patience. */
    private static Reply arrived(ReadSide side, String branch, long position) {
        return await().until(() -> side.get("/api/v1/branches/" + branch + "/rating?waitFor=" + position), reply -> reply.status() != 503);
    }

    private static String levelOf(ReadSide side, String branch, long position) {
        Reply reply = arrived(side, branch, position);
        assertThat(reply.status()).as(String.valueOf(reply.body())).isEqualTo(200);
        return reply.text("/answer/level");
    }

    /** Builds every projection anew and asks whether it says the same, row for row. */
    private static void rebuiltIsTheSame(ReadSide side) {
        side.bean(Upkeep.class).rebuild(Upkeep.ALL, false);
        await().untilAsserted(() -> {
            Map<String, String> digests = side.bean(Dump.class).digests();
            assertThat(digests).allSatisfy((schema, digest) -> {
                String other = schema.endsWith("_1") ? schema.replaceFirst("_1$", "_2") : schema;
                assertThat(digests.getOrDefault(other, digest)).as(schema).isEqualTo(digest);
            });
            assertThat(digests.keySet()).anyMatch(schema -> schema.endsWith("_2"));
        });
    }

    @Test
    @Tag("F7")
    void whatComesTwiceOrInDisorderIsAppliedOnceAndInOrder() {
        try (ReadSide side = new ReadSide()) {
            side.start();
            List<Recorded> facts = new ArrayList<>(county(side));
            facts.addAll(side.story.tell(granted("b001", "d-1", "4", "2024-05-01"), granted("b002", "d-2", "3", "2024-05-01"),
                    downgraded("b001", "d-3", "4", "2", "2024-06-01")));
            side.commands.silent(true);
            List<Recorded> twice = new ArrayList<>(facts);
            twice.addAll(facts);
            Collections.reverse(twice);
            side.relay(twice);
            side.relay(facts);
            assertThat(levelOf(side, "b001", 7)).isEqualTo("2");
            side.commands.silent(false);
            rebuiltIsTheSame(side);
        }
    }

    @Test
    @Tag("F6")
    void whatTheTopicLostTheFeedBrings() {
        try (ReadSide side = new ReadSide()) {
            side.start("--asterism.projecting.look=10m");
            List<Recorded> facts = new ArrayList<>(county(side));
            facts.addAll(side.story.tell(granted("b001", "d-1", "4", "2024-05-01"), granted("b002", "d-2", "3", "2024-05-01")));
            facts.remove(4);
            int before = side.commands.feeds();
            side.relay(facts);
            assertThat(levelOf(side, "b001", 6)).isEqualTo("4");
            assertThat(levelOf(side, "b002", 6)).isEqualTo("3");
            assertThat(side.commands.feeds()).isGreaterThan(before);
        }
    }

    @Test
    @Tag("F2")
    @Tag("F6")
    void aRestartGoesOnWhereItStoodAndAHoleWaitsForTheFeed() {
        try (ReadSide side = new ReadSide()) {
            side.start();
            side.relay(county(side));
            side.relay(side.story.tell(granted("b001", "d-1", "4", "2024-05-01")));
            assertThat(levelOf(side, "b001", 5)).isEqualTo("4");
            side.stop();

            side.commands.silent(true);
            List<Recorded> later = side.story.tell(downgraded("b001", "d-2", "4", "3", "2024-06-01"),
                    granted("b002", "d-3", "5", "2024-06-01"));
            side.relay(later.subList(1, 2));
            side.start();
            Reply notYet = side.get("/api/v1/branches/b002/rating?waitFor=7");
            assertThat(notYet.status()).as("the fact before is missing, and nothing may be skipped").isNotEqualTo(200);
            assertThat(levelOf(side, "b001", 5)).isEqualTo("4");
            side.commands.silent(false);
            assertThat(levelOf(side, "b002", 7)).isEqualTo("5");
            assertThat(levelOf(side, "b001", 7)).isEqualTo("3");
        }
    }

    @Test
    @Tag("F11")
    void aFactThatNobodyCanReadParksItsBranchAndNoOther() {
        try (ReadSide side = new ReadSide()) {
            side.start();
            side.relay(county(side));
            side.relay(side.story.tell(granted("b001", "d-1", "4", "2024-05-01")));
            side.relay(List.of(side.story.tellNonsense("standing/b001", TYPE, "{\"level\":17}")));
            side.relay(side.story.tell(downgraded("b001", "d-2", "4", "2", "2024-06-01"), granted("b002", "d-3", "3", "2024-05-01")));

            assertThat(levelOf(side, "b002", 8)).isEqualTo("3");
            assertThat(levelOf(side, "b001", 8)).as("as it stood before the fact").isEqualTo("4");
            assertThat(side.bean(Dump.class).live("rating").lines()
                    .filter(line -> line.startsWith("b001\t6\t") || line.startsWith("b001\t7\t")))
                    .as("both wait, with what is wrong").hasSize(2);
            rebuiltIsTheSame(side);
            Reply waiting = side.getAsHouse("/api/v1/projections/rating/parked?limit=1");
            assertThat(waiting.text("/items/0/branch") + " " + waiting.text("/items/0/position")).isEqualTo("b001 6");
            assertThat(waiting.text("/items/0/reason")).contains(TYPE);
            assertThat(side.getAsHouse("/api/v1/projections/rating/parked?after=" + waiting.text("/next")).text("/items/0/reason"))
                    .isEqualTo(Folding.BEHIND);
            await().ignoreExceptions().until(() -> side.bean(MeterRegistry.class).get("asterism.projection.parked")
                    .tags("projection", "rating", "build", "2").gauge().value() == 2);
            assertThat(side.post("/api/v1/projections/all/retry").at("/folded").asInt()).as("nothing was mended").isZero();
            assertThat(levelOf(side, "b001", 8)).isEqualTo("4");
        }
    }

    @Test
    @Tag("F11")
    void whatWasMendedIsTriedAgainInOrderWithoutAllBeingBuiltAnew() {
        Stumbling stumbling = new Stumbling();
        try (ReadSide side = new ReadSide()) {
            side.startWith(List.of(stumbling), "--asterism.projecting.batch=2");
            side.relay(county(side));
            side.relay(side.story.tell(granted("b001", "d-1", "4", "2024-05-01"), granted("b001", "d-2", "3", "2024-06-01"),
                    granted("b002", "d-3", "5", "2024-06-01"), body("unstable", null), granted("b002", "d-4", "4", "2024-07-01")));
            await().untilAsserted(() -> assertThat(standing(side, "stumbling")).isEqualTo("1 7 parked 2 stopped at 8"));
            assertThat(side.bean(Dump.class).live("stumbling")).contains("b002\td-3").doesNotContain("d-1", "d-2");
            stumbling.sound = true;
            assertThat(side.bean(Upkeep.class).retry("stumbling")).isEqualTo(2);
            await().untilAsserted(() -> assertThat(standing(side, "stumbling")).isEqualTo("1 9 parked 0 stopped at null"));
            assertThat(side.bean(Dump.class).live("stumbling")).as("in the journal's order").contains("b001\td-1 d-2", "b002\td-3 d-4");
            rebuiltIsTheSame(side);
        }
    }

    private static String standing(ReadSide side, String projection) {
        return side.bean(Upkeep.class).standing(projection).stream().map(build -> build.number() + " " + build.applied() + " parked "
                + build.parked() + " stopped at " + build.stoppedAt()).findFirst().orElse("none");
    }

    /** Cannot fold d-1, cannot write what PostgreSQL refuses, and stumbles over a body; until it is mended. */
    private static final class Stumbling implements Projection {
        private static final Table<Seen> SEEN = Table.of("seen", Seen.class, 1);
        private volatile boolean sound;

        record Seen(String branch, String decisions) {
        }

        @Override
        public String name() {
            return "stumbling";
        }

        @Override
        public int version() {
            return 1;
        }

        @Override
        public List<Table<?>> tables() {
            return List.of(SEEN);
        }

        @Override
        public Set<Class<? extends Event>> reads() {
            return Set.of(LevelGranted.class, BodyEstablished.class);
        }

        @Override
        public void fold(Fact fact, Rows rows) {
            if (fact.event() instanceof BodyEstablished body && body.body().value().equals("unstable") && !sound) {
                throw new IllegalStateException("not mended yet");
            }
            if (fact.event() instanceof LevelGranted granted) {
                String decision = granted.decision().value();
                String before = rows.find(SEEN, granted.branch().value()).map(seen -> seen.decisions() + " ").orElse("");
                rows.put(SEEN, new Seen(granted.branch().value(), before + (decision.equals("d-1") && !sound ? "\u0000" : decision)));
            }
        }
    }

    @Test
    @Tag("F11")
    void aFactOfNoBranchThatNobodyCanReadStopsTheProjectionAndItSaysSo() {
        try (ReadSide side = new ReadSide()) {
            side.start();
            side.relay(county(side));
            side.relay(List.of(side.story.tellNonsense("body/x", "body.established/1", "{\"body\":17}")));
            side.relay(side.story.tell(granted("b001", "d-1", "4", "2024-05-01")));
            await().untilAsserted(() -> assertThat(side.bean(Pulse.class).health().getDetails().values()).map(String::valueOf)
                    .anyMatch(detail -> detail.startsWith("stopped at 5")));
            assertThat(side.get("/api/v1/branches/b001/rating?waitFor=4").at("/at/position").asLong()).isEqualTo(4);
        }
    }

    @Test
    @Tag("F25")
    void aRebuildIsNoticedByNobody() {
        try (ReadSide side = new ReadSide()) {
            side.start();
            side.relay(county(side));
            side.relay(side.story.tell(granted("b001", "d-1", "4", "2024-05-01")));
            assertThat(levelOf(side, "b001", 5)).isEqualTo("4");
            AtomicBoolean over = new AtomicBoolean();
            var answers = CompletableFuture.supplyAsync(() -> {
                var seen = new HashSet<String>();
                while (!over.get()) {
                    Reply reply = side.get("/api/v1/branches/b001/rating");
                    seen.add(reply.status() + " " + reply.text("/answer/level"));
                }
                return seen;
            });
            side.commands.silent(true);
            side.bean(Upkeep.class).rebuild("rating", false);
            side.commands.silent(false);
            IntStream.range(0, 40).forEach(i -> side.relay(side.story.tell(granted("b002", "e-" + i, "3", "2024-05-01"))));
            assertThat(levelOf(side, "b002", 45)).isEqualTo("3");
            await().until(() -> side.bean(Upkeep.class).standing("rating").getLast().live());
            over.set(true);
            assertThat(answers.join()).containsExactly("200 4");
        }
    }

    @Test
    void whoKeepsTheHouseSeesTheBuildsAndBuildsAnew() {
        try (ReadSide side = new ReadSide()) {
            side.start();
            side.relay(county(side));
            side.relay(side.story.tell(person("p-admin", "work-committee", "Admin"),
                    post("p-admin", Post.ADMINISTRATOR, "work-committee", null),
                    person("p-desk", "work-committee", "Desk"), post("p-desk", Post.DESK_REVIEWER, "work-committee", null)));
            side.relay(List.of(side.story.tellNonsense("standing/b001", TYPE, "{}")));
            arrived(side, "b002", 9);

            assertThat(side.get("/api/v1/projections").status()).isEqualTo(401);
            assertThat(side.getAs("p-desk", "/api/v1/projections").text("/code")).isEqualTo("policy.denied");
            assertThat(side.postAs("p-desk", "/api/v1/projections/rating/rebuild").status()).isEqualTo(403);
            assertThat(side.postAs("p-admin", "/api/v1/projections/nobody/rebuild").text("/code")).isEqualTo("projection.unknown");
            assertThat(side.postAs("p-admin", "/api/v1/projections/rating/rebuild").status()).isEqualTo(201);
            await().untilAsserted(() -> assertThat(side.getAs("p-admin", "/api/v1/projections").body().valueStream()
                    .filter(build -> build.get("projection").asString().equals("rating"))
                    .map(build -> build.get("number") + " " + build.get("applied") + " " + build.get("live") + " " + build.get("parked")))
                    .containsExactly("1 9 false 1", "2 9 true 1"));
        }
    }

    @Test
    void anAnswerSaysWhereItStandsAndWhetherItStillHolds() {
        try (ReadSide side = new ReadSide()) {
            side.start();
            side.relay(county(side));
            side.relay(side.story.tell(granted("b001", "d-1", "4", "2024-05-01")));
            Reply first = side.get("/api/v1/branches/b001/rating?waitFor=5");
            String tag = first.headers().firstValue("ETag").orElseThrow();
            assertThat(first.headers().firstValue("Asterism-Position")).contains("5");
            assertThat(side.get("/api/v1/branches/b001/rating", "If-None-Match", tag).status()).isEqualTo(304);
            Reply late = side.get("/api/v1/branches/b001/rating?waitFor=99");
            assertThat(late.status()).isEqualTo(503);
            assertThat(late.text("/code")).isEqualTo("position.not-yet");
            side.relay(side.story.tell(downgraded("b001", "d-2", "4", "2", "2024-06-01")));
            levelOf(side, "b001", 6);
            assertThat(side.get("/api/v1/branches/b001/rating", "If-None-Match", tag).status()).isEqualTo(200);
        }
    }

    @Test
    @Tag("F8")
    void twoInstancesAtOnceWriteEachFactOnce() {
        try (ReadSide side = new ReadSide(); var other = side.start().another(List.of())) {
            List<Recorded> facts = new ArrayList<>(county(side));
            IntStream.range(0, 200).forEach(i -> facts.addAll(side.story.tell(granted("b00" + (1 + i % 2), "d-" + i, "" + (1 + i % 5),
                    "2024-05-01"))));
            side.relay(facts);
            IntStream.range(0, 20).forEach(_ -> {
                side.bean(Projector.class).lookAtFeed();
                other.getBean(Projector.class).lookAtFeed();
            });
            levelOf(side, "b001", 204);
            rebuiltIsTheSame(side);
        }
    }
}
