package asterism.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import asterism.house.ServersTest;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Two of each service, each in a process of its own, over one PostgreSQL and one Kafka: people ask either of two command-services,
 * one of each kind is killed in the middle, and in the end there is one order of facts, nothing lost and nothing twice.
 */
class SeveralInstancesIT {
    private static final int CLIENTS = 4;
    private static final int EACH = 60;

    @TempDir
    Path folder;

    @Test
    void oneOfEachIsKilledUnderLoadAndNothingIsLostOrDoneTwice() throws Exception {
        try (Several house = new Several(folder)) {
            house.migrate(Instance.BUILT);
            oneOfEachIsKilled(house, house.learned());
        }
    }

    private static void oneOfEachIsKilled(Several house, Path jars) throws Exception {
        try (Instance first = house.commands(jars); Instance second = house.commands(jars);
                Instance third = house.pages(jars, second); Instance fourth = house.pages(jars, second)) {
            List.of(first, second, third, fourth).forEach(Instance::ready);
            house.found(List.of(first, second));
            try (ExecutorService clients = Executors.newFixedThreadPool(CLIENTS)) {
                List<? extends Future<?>> working = IntStream.range(0, CLIENTS).mapToObj(client -> clients.submit(() ->
                        IntStream.range(0, EACH).forEach(i -> house.register(List.of(first, second), client, i)))).toList();
                await().atMost(Several.PATIENCE).until(() -> house.acknowledged() > CLIENTS * EACH / 3);
                first.kill();
                await().atMost(Several.PATIENCE).until(() -> house.acknowledged() > CLIENTS * EACH * 2 / 3);
                third.kill();
                for (Future<?> one : working) {
                    one.get();
                }
            }
            assertThat(house.again()).as("some were asked while their service died").isPositive();
            long head = house.oneOrderOfFacts();
            house.everythingIsOnTheTopic(head);
            theStandbyShowsAll(fourth, house, head);
            whatIsWatchedIsGivenOut(second, fourth, house);
            oneCommandIsFollowedIntoItsRows(second, house);
            eachLineOfTheLogsIsReadByMachines(second, fourth);
        }
    }

    private static void theStandbyShowsAll(Instance pages, Several house, long head) throws Exception {
        assertThat(pages.answers("/api/v1/lists/stars?waitFor=" + head)).as(pages::words).isTrue();
        JsonNode stars = JsonMapper.shared().readTree(pages.send(HttpRequest.newBuilder(
                URI.create(pages.url() + "/api/v1/lists/stars?limit=500&waitFor=" + head))).body());
        assertThat(stars.at("/answer/items").size()).isEqualTo(CLIENTS * EACH);
        String projections = pages.url() + "/api/v1/projections/";
        String bearer = "Bearer " + house.serviceToken();
        assertThat(pages.send(HttpRequest.newBuilder(URI.create(projections + "rating/rebuild?hold=true")).header("Authorization", bearer)
                .POST(BodyPublishers.noBody())).statusCode()).isEqualTo(201);
        await().atMost(Several.PATIENCE).until(() -> pages.send(HttpRequest.newBuilder(URI.create(projections + "rating/diff"))
                .header("Authorization", bearer)).body().contains("\"same\":true"));
    }

    private static void whatIsWatchedIsGivenOut(Instance commands, Instance pages, Several house) throws Exception {
        assertThat(commands.send(HttpRequest.newBuilder(URI.create(commands.url() + "/api/v1/branches")).POST(BodyPublishers.ofString("""
                {"branch": "b0-000", "body": "work-committee", "kind": "agency", "name": {"zh": "支部", "en": "Another"},
                 "foundedOn": "2012-07-01"}""")).header("Authorization", "Bearer " + house.token())
                .header("Content-Type", "application/json")
                .header("Idempotency-Key", "again")).statusCode()).as("the branch has a name").isEqualTo(409);
        Set<String> given = new TreeSet<>();
        for (Instance each : List.of(commands, pages)) {
            HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(each.url() + "/actuator/prometheus"));
            assertThat(each.send(request).statusCode()).as("not to everybody").isEqualTo(401);
            each.send(request.header("Authorization", "Bearer " + house.serviceToken())).body().lines()
                    .filter(line -> !line.startsWith("#")).map(line -> line.replaceFirst("[{ ].*", "")).forEach(given::add);
        }
        Set<String> asked = new TreeSet<>(ServersTest.metrics());
        assertThat(asked.remove("asterism_alarms_rung_total")).as("counted once an alarm rings, and none does here").isTrue();
        assertThat(given).containsAll(asked);
    }

    /** Somebody follows a command: from the door of one service through the topic into the rows of the other, in processes apart. */
    private static void oneCommandIsFollowedIntoItsRows(Instance commands, Several house) throws Exception {
        String trace = "0af7651916cd43dd8448eb211c80319c";
        assertThat(commands.send(HttpRequest.newBuilder(URI.create(commands.url() + "/api/v1/branches")).POST(BodyPublishers.ofString("""
                {"branch": "followed", "body": "work-committee", "kind": "agency", "name": {"zh": "支部", "en": "Branch"},
                 "foundedOn": "2012-07-01"}""")).header("Authorization", "Bearer " + house.token())
                .header("Content-Type", "application/json")
                .header("Idempotency-Key", "followed").header("traceparent", "00-" + trace + "-b7ad6b7169203331-01")).statusCode())
                .isEqualTo(201);
        await().atMost(Several.PATIENCE).untilAsserted(() -> assertThat(house.collector().of(trace)).as(house.collector().toString())
                .contains("command-service: http post /api/v1/branches", "command-service: relay", "query-service: project"));
    }

    private static void eachLineOfTheLogsIsReadByMachines(Instance... instances) {
        assertThat(instances).allSatisfy(each -> assertThat(each.words().lines().filter(line -> line.startsWith("{")).map(line ->
                JsonMapper.shared().readTree(line))).isNotEmpty().allSatisfy(line -> {
                    assertThat(line.at("/ecs/version").asString()).isNotEmpty();
                    assertThat(line.at("/service/name").asString()).endsWith("-service");
                }));
    }
}
