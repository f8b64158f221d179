package asterism.command.wiring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import asterism.command.wiring.TestHouse.Reply;
import asterism.command.wiring.deciding.NewerFacts;
import asterism.command.wiring.journal.Journal;
import asterism.command.wiring.journal.JournalDatabase;
import asterism.command.wiring.journal.Durability;
import asterism.command.wiring.journal.NotDurable;
import asterism.embedded.Cable;
import asterism.embedded.EmbeddedPostgres;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import java.io.IOException;
import java.net.http.HttpRequest;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.slf4j.LoggerFactory;

/** The house takes nothing in where it may be lost, and nobody can flood it. */
class GuardedStartIT {
    /** A new database with one room for the journal's log; more of it there is not. */
    private static final int MEGABYTES = 160;
    private static final Map<String, String> ROOT = Map.of("Authorization", "Bearer " + SignIn.token("root"));
    @TempDir
    static Path folder = Path.of("");
    private static @Nullable TightDisk disk;
    private static @Nullable EmbeddedPostgres postgres;
    private static @Nullable Cable cable;
    private static @Nullable TestHouse house;

    /** A house whose database stands on a small disk, at the other end of a cable. */
    @BeforeAll
    static void aHouseOnASmallDisk() throws IOException {
        Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwxr-xr-x"));
        disk = new TightDisk(folder, MEGABYTES);
        postgres = EmbeddedPostgres.start(folder.resolve("postgresql"), 0);
        postgres.createDatabase("tight");
        cable = new Cable(() -> postgres().port());
        house = TestHouse.open("--spring.datasource.url=jdbc:postgresql://127.0.0.1:%d/tight?connectTimeout=1&socketTimeout=3"
                .formatted(cable.port()), "--spring.datasource.password=" + postgres.password(), "--asterism.journal.patience=300ms",
                "--spring.datasource.hikari.connection-timeout=500", "--spring.datasource.hikari.maximum-pool-size=8",
                "--asterism.requests.at-once=4");
    }

    @AfterAll
    static void close() throws IOException {
        house().close();
        Objects.requireNonNull(cable).close();
        postgres().close();
        Objects.requireNonNull(disk).close();
    }

    private static TestHouse house() {
        return Objects.requireNonNull(house);
    }

    private static EmbeddedPostgres postgres() {
        return Objects.requireNonNull(postgres);
    }

    @Test
    @Tag("F4")
    void whereTheDatabaseMayForgetTheHouseDoesNotStartUnlessSomebodySaysSo() throws Exception {
        try (JournalDatabase database = new JournalDatabase()) {
            Durability.demand(database.source(), false);
            database.sql("do $$ begin execute format('alter database %I set synchronous_commit = off', current_database()); end $$");
            try (var later = database.pool()) {
                assertThatThrownBy(() -> Durability.demand(later, false)).isInstanceOf(NotDurable.class)
                        .hasMessageContaining("synchronous_commit");
                Durability.demand(later, true);
            }
        }
    }

    @Test
    void aBuildThatDoesNotKnowAFactDoesNotDecideWithoutIt() {
        try (TestHouse house = TestHouse.open()) {
            house.bean(Journal.class).append(JournalDatabase.append(JournalDatabase.fact("thing/later", 1)));
            assertThatThrownBy(() -> house.again("--asterism.journal.may-hold-unknown=false"))
                    .hasRootCauseInstanceOf(NewerFacts.class).rootCause().hasMessageContaining("thing.happened/1");
        }
    }

    /** The database is cut off, and comes back; then it is there, and holds everybody up. */
    @Test
    @Tag("F3")
    @Tag("F20")
    @Tag("B15")
    void withoutADatabaseAnswersAreLateAndPoliteAndNothingNeedsARestart() throws SQLException {
        Cable line = Objects.requireNonNull(cable);
        assertThat(body("a", "k0").status()).isEqualTo(201);
        line.sever();
        List<String> named = commandsInTheLog(() -> {
            polite(body("b", "k1"), "journal.unavailable");
            polite(body("b", "k1"), "journal.unavailable");
        });
        assertThat(named).as("under the same key it is the same command").hasSize(2).allMatch(id -> id.equals(named.getFirst()))
                .allMatch(id -> id.matches("[0-9a-f-]{36}"));
        polite(house().get("/api/v1/letters", ROOT), "database.unavailable");
        assertThat(house().get("/actuator/health/liveness", Map.of()).status()).as("it lives").isEqualTo(200);
        line.mend();
        await().atMost(Duration.ofSeconds(15)).until(() -> body("b", "k1").status() == 201);
        long head = house().bean(Journal.class).head();
        assertThat(body("b", "k1").status()).as("once").isEqualTo(201);
        assertThat(house().bean(Journal.class).head()).isEqualTo(head);
        try (Connection other = session()) {
            other.setAutoCommit(false);
            other.createStatement().execute("select * from journal.head for update");
            long before = System.nanoTime();
            polite(body("c", "k2"), "journal.unavailable");
            assertThat(Duration.ofNanos(System.nanoTime() - before)).isLessThan(Duration.ofSeconds(10));
            whoeverComesBeyondTheBoundIsToldAtOnce();
            assertThat(house().get("/actuator/health/liveness", Map.of()).status()).isEqualTo(200);
            other.rollback();
        }
        await().atMost(Duration.ofSeconds(15)).until(() -> body("c", "k2").status() == 201);
    }

    /** Those within wait as long as they do for the journal. */
    private static void whoeverComesBeyondTheBoundIsToldAtOnce() {
        try (ExecutorService many = Executors.newVirtualThreadPerTaskExecutor()) {
            List<CompletableFuture<Reply>> asked = IntStream.range(0, 12).mapToObj(i -> CompletableFuture.supplyAsync(
                    () -> body("many" + i, "many" + i), many)).toList();
            List<Reply> replies = asked.stream().map(CompletableFuture::join).toList();
            assertThat(replies).allSatisfy(reply -> polite(reply, reply.code()));
            assertThat(replies).map(Reply::code).contains("house.crowded", "journal.unavailable");
        }
    }

    /** Where nothing can be mounted, PostgreSQL is made to say that it has no room. */
    @Test
    @Tag("F19")
    void onAFullDiskNothingIsHalfStoredAndAllGoesOnOnceThereIsRoom() throws IOException, SQLException {
        anOfficerWhoKeepsFiles();
        full(true);
        int sent = 0;
        while (body("full" + sent, "full" + sent).status() == 201) {
            assertThat(sent++).as("the last rows that found a place").isLessThan(400);
        }
        String last = "full" + sent;
        long head = house().bean(Journal.class).head();
        polite(body(last, last), "journal.unavailable");
        polite(upload(), "database.unavailable");
        assertThat(house().get("/api/v1/letters", ROOT).status()).as("it can be read").isEqualTo(200);
        assertThat(house().get("/actuator/health/liveness", Map.of()).status()).as("it lives").isEqualTo(200);
        assertThat(house().bean(Journal.class).head()).isEqualTo(head);
        assertThat(house().bean(Journal.class).verify().fault()).isEmpty();
        full(false);
        await().atMost(Duration.ofSeconds(15)).until(() -> body(last, last).status() == 201);
        assertThat(body(last, last).status()).as("once").isEqualTo(201);
        assertThat(house().bean(Journal.class).head()).isEqualTo(head + 1);
        assertThat(upload().status()).isEqualTo(201);
        noRoomForTheLogOfPostgresql(head + 1);
    }

    /** PostgreSQL ends where it cannot write its own log. Whoever keeps it makes room and starts it; the house was there all the time. */
    private static void noRoomForTheLogOfPostgresql(long head) throws IOException, SQLException {
        TightDisk tight = Objects.requireNonNull(disk);
        if (!tight.isMounted()) {
            return;
        }
        tight.fill();
        try (Connection other = session()) {
            assertThatThrownBy(() -> {
                while (true) {
                    other.createStatement().execute("select pg_logical_emit_message(true, 'x', repeat('x', 1000000)), pg_switch_wal()");
                }
            }).isInstanceOf(SQLException.class);
        }
        await().atMost(Duration.ofSeconds(30)).until(() -> postgres().ended().isDone());
        polite(body("log", "log"), "journal.unavailable");
        tight.free();
        postgres = EmbeddedPostgres.start(folder.resolve("postgresql"), postgres().port());
        await().atMost(Duration.ofSeconds(30)).until(() -> body("log", "log").status() == 201);
        assertThat(house().bean(Journal.class).head()).isEqualTo(head + 1);
        assertThat(house().bean(Journal.class).verify().fault()).isEmpty();
    }

    private static void full(boolean full) throws IOException, SQLException {
        TightDisk tight = Objects.requireNonNull(disk);
        if (!tight.isMounted()) {
            try (Connection other = session()) {
                other.createStatement().execute(full ? """
                        create function full_disk() returns trigger language plpgsql as
                            $$ begin raise exception 'no space left on device' using errcode = '53100'; end $$;
                        create trigger full_disk before insert on journal.fact for each row execute function full_disk();
                        create trigger full_disk before insert on evidence.file for each row execute function full_disk();
                        """ : "drop function full_disk cascade");
            }
        } else if (full) {
            tight.fill();
        } else {
            tight.free();
        }
    }

    private static Connection session() throws SQLException {
        return DriverManager.getConnection(postgres().jdbcUrl("tight"), postgres().username(), postgres().password());
    }

    private static void anOfficerWhoKeepsFiles() {
        for (String[] asked : new String[][] {
            {"bodies", "{'body': 'd', 'kind': 'AGENCY', 'name': {'zh': '局', 'en': 'D'}}"},
            {"branches", "{'branch': 'd1', 'body': 'd', 'kind': 'agency', 'name': {'zh': '支', 'en': 'D'}, 'foundedOn': '2012-07-01'}"},
            {"bodies/d/people", "{'person': 'officer', 'name': '某人'}"},
            {"bodies/d/posts", "{'person': 'officer', 'post': 'DISCIPLINE_OFFICER', 'from': '2020-01-01'}"}}) {
            Reply reply = house().post("root", "/api/v1/" + asked[0], asked[1].replace('\'', '"'));
            assertThat(reply.status()).as(reply.body().toString()).isLessThan(300);
        }
    }

    private static Reply upload() {
        return house().send(house().request("/api/v1/branches/d1/files").POST(HttpRequest.BodyPublishers.ofString("text ".repeat(200_000)))
                .setHeader("Content-Type", "text/plain").setHeader("Authorization", "Bearer " + SignIn.token("officer")));
    }

    private static Reply body(String id, String key) {
        return house().post("root", "/api/v1/bodies", "{\"body\": \"%s\", \"kind\": \"AGENCY\", \"name\": {\"zh\": \"局\", \"en\": \"A\"}}"
                .formatted(id), Map.of("Idempotency-Key", key));
    }

    /** Which command each line names that says that somebody could not be answered. */
    private static List<String> commandsInTheLog(Runnable asking) {
        ListAppender<ILoggingEvent> lines = new ListAppender<>() {
            @Override
            protected void append(ILoggingEvent line) {
                line.prepareForDeferredProcessing(); // what the thread knows now
                super.append(line);
            }
        };
        lines.start();
        Logger answering = (Logger) LoggerFactory.getLogger("asterism.command.wiring.http.Answering");
        answering.addAppender(lines);
        asking.run();
        answering.detachAppender(lines);
        return lines.list.stream().map(line -> line.getMDCPropertyMap().getOrDefault("command", "")).toList();
    }

    private static void polite(Reply reply, String code) {
        assertThat(reply.status()).as(reply.body().toString()).isEqualTo(503);
        assertThat(reply.code()).isEqualTo(code);
        assertThat(reply.http().headers().firstValue("Retry-After")).isPresent();
    }

    @Test
    @Tag("B15")
    void whoeverSendsTooMuchWaitsAndNobodyElseDoes() {
        try (TestHouse house = TestHouse.open("--asterism.pace.person.at-once=5", "--asterism.pace.person.per-second=1",
                "--asterism.pace.address.at-once=3", "--asterism.pace.address.per-second=1")) {
            List<Reply> hasty = IntStream.range(0, 12).mapToObj(i -> house.post("root", "/api/v1/bodies", """
                    {"body": "b%d", "kind": "AGENCY", "name": {"zh": "局", "en": "Agency"}}""".formatted(i))).toList();
            assertThat(hasty.getFirst().status()).isEqualTo(201);
            Reply last = hasty.getLast();
            assertThat(last.status()).isEqualTo(429);
            assertThat(last.code()).isEqualTo("pace.too-fast");
            assertThat(last.http().headers().firstValue("Retry-After")).hasValueSatisfying(s -> assertThat(s).isIn("1", "2"));
            assertThat(house.bean(Journal.class).head()).isLessThan(12);
            assertThat(house.post("somebody", "/api/v1/bodies", "{}").status()).isNotEqualTo(429);
            List<Reply> anonymous = IntStream.range(0, 8).mapToObj(_ -> house.post("", "/api/v1/applications/r.b/objections",
                    "{\"statement\": \"x\"}", Map.of("X-Forwarded-For", "203.0.113.9"))).toList();
            assertThat(anonymous.getLast().status()).as("an address cannot be made up").isEqualTo(429);
            assertThat(house.get("/checkpoint", Map.of()).status()).as("reading is not held up").isNotEqualTo(429);
        }
    }

    @Test
    @Tag("B13")
    void onlyTheDoorsThatAreThereOpen() {
        for (String path : List.of("/actuator/env", "/actuator/heapdump", "/actuator/shutdown", "/actuator/loggers", "/h2-console")) {
            assertThat(house().get(path, Map.of()).status()).as(path).isEqualTo(401);
            assertThat(house().get(path, ROOT).status()).as(path).isIn(403, 404);
        }
        for (String path : List.of("/api//v1/bodies", "/api/v1/bodies/%2e%2e/people", "/api/v1/bodies;a=b", "/api/v1/%2f/bodies")) {
            assertThat(house().get(path, ROOT).status()).as(path).isEqualTo(400);
        }
        for (String method : List.of("TRACE", "PUT", "DELETE", "PATCH")) {
            HttpRequest.Builder request = house().request("/api/v1/bodies")
                    .method(method, HttpRequest.BodyPublishers.noBody());
            ROOT.forEach(request::setHeader);
            assertThat(house().send(request).status()).as(method).isIn(403, 405, 400);
        }
        Reply overridden = house().get("/checkpoint", Map.of("X-HTTP-Method-Override", "POST"));
        assertThat(overridden.status()).isNotEqualTo(405);
        Reply headers = house().get("/actuator/health", Map.of("X-Forwarded-Host", "evil.example"));
        assertThat(headers.http().headers().map()).containsKeys("x-content-type-options", "x-frame-options", "cache-control");
    }
}
