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
import asterism.embedded.TestServers;
import java.io.IOException;
import java.net.http.HttpRequest;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** The house takes nothing in where it may be lost, and nobody can flood it. */
class GuardedStartIT {

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
    void withoutADatabaseAnswersAreLateAndPoliteAndNothingNeedsARestart() throws IOException, SQLException {
        try (Cable cable = new Cable(TestServers.postgres()::port);
                TestHouse house = TestHouse.behind(cable, "--asterism.journal.patience=300ms",
                        "--spring.datasource.hikari.connection-timeout=500", "--spring.datasource.hikari.maximum-pool-size=8")) {
            assertThat(body(house, "a", "k0").status()).isEqualTo(201);
            cable.sever();
            polite(body(house, "b", "k1"));
            polite(body(house, "b", "k1"));
            assertThat(house.get("/actuator/health/liveness", Map.of()).status()).as("it lives").isEqualTo(200);
            cable.mend();
            await().atMost(Duration.ofSeconds(15)).until(() -> body(house, "b", "k1").status() == 201);
            long head = house.bean(Journal.class).head();
            assertThat(body(house, "b", "k1").status()).as("once").isEqualTo(201);
            assertThat(house.bean(Journal.class).head()).isEqualTo(head);
            try (Connection other = DriverManager.getConnection(TestServers.postgres().jdbcUrl(house.database()),
                    TestServers.postgres().username(), TestServers.postgres().password())) {
                other.setAutoCommit(false);
                other.createStatement().execute("select * from journal.head for update");
                long before = System.nanoTime();
                polite(body(house, "c", "k2"));
                assertThat(Duration.ofNanos(System.nanoTime() - before)).isLessThan(Duration.ofSeconds(10));
                assertThat(house.get("/actuator/health/liveness", Map.of()).status()).isEqualTo(200);
                other.rollback();
            }
            await().atMost(Duration.ofSeconds(15)).until(() -> body(house, "c", "k2").status() == 201);
        }
    }

    private static Reply body(TestHouse house, String id, String key) {
        return house.post("root", "/api/v1/bodies", "{\"body\": \"%s\", \"kind\": \"AGENCY\", \"name\": {\"zh\": \"局\", \"en\": \"A\"}}"
                .formatted(id), Map.of("Idempotency-Key", key));
    }

    private static void polite(Reply reply) {
        assertThat(reply.status()).isEqualTo(503);
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
        try (TestHouse house = TestHouse.open()) {
            Map<String, String> root = Map.of("Authorization", "Bearer " + SignIn.token("root"));
            for (String path : List.of("/actuator/env", "/actuator/heapdump", "/actuator/shutdown", "/actuator/loggers", "/h2-console")) {
                assertThat(house.get(path, Map.of()).status()).as(path).isEqualTo(401);
                assertThat(house.get(path, root).status()).as(path).isIn(403, 404);
            }
            for (String path : List.of("/api//v1/bodies", "/api/v1/bodies/%2e%2e/people", "/api/v1/bodies;a=b", "/api/v1/%2f/bodies")) {
                assertThat(house.get(path, root).status()).as(path).isEqualTo(400);
            }
            for (String method : List.of("TRACE", "PUT", "DELETE", "PATCH")) {
                HttpRequest.Builder request = house.request("/api/v1/bodies")
                        .method(method, HttpRequest.BodyPublishers.noBody());
                root.forEach(request::setHeader);
                assertThat(house.send(request).status()).as(method).isIn(403, 405, 400);
            }
            Reply overridden = house.get("/checkpoint", Map.of("X-HTTP-Method-Override", "POST"));
            assertThat(overridden.status()).isNotEqualTo(405);
            Reply headers = house.get("/actuator/health", Map.of("X-Forwarded-Host", "evil.example"));
            assertThat(headers.http().headers().map()).containsKeys("x-content-type-options", "x-frame-options", "cache-control");
        }
    }
}
