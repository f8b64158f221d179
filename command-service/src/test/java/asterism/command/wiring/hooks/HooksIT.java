package asterism.command.wiring.hooks;

import static org.assertj.core.api.Assertions.assertThat;

import asterism.command.wiring.SignIn;
import asterism.command.wiring.TestHouse;
import asterism.command.wiring.TestHouse.Reply;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Predicate;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A program of the county is told of outcomes: signed, again where it was away, in order for each branch, and never of names. */
class HooksIT {
    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final String SECRET = "whsec_" + "c2VjcmV0".repeat(4);
    private static final String HOOK = "{\"url\": \"%s\", \"facts\": [\"branch.*\"], \"secret\": \"registrar\"}";

    private final List<JsonNode> taken = new CopyOnWriteArrayList<>();
    private final List<String> wrong = new CopyOnWriteArrayList<>();
    private volatile Predicate<JsonNode> away = _ -> false;

    private HttpServer program() throws IOException {
        HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", exchange -> {
            String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
            var headers = exchange.getRequestHeaders();
            if (!Signature.of(Signature.keys(SECRET), headers.getFirst("webhook-id"), Long.parseLong(headers.getFirst("webhook-timestamp")),
                    body).equals(headers.getFirst("webhook-signature"))) {
                wrong.add(body);
            }
            JsonNode told = JSON.readTree(body);
            boolean refused = away.test(told);
            if (!refused) {
                taken.add(told);
            }
            exchange.sendResponseHeaders(refused ? 503 : 204, -1);
            exchange.close();
        });
        server.start();
        return server;
    }

    @Test
    void a_program_is_told_signed_and_in_order_again_where_it_was_away_and_what_is_given_up_is_seen() throws IOException {
        HttpServer program = program();
        try (TestHouse house = TestHouse.open("--asterism.hooks.allowed-hosts=127.0.0.1", "--asterism.hooks.again=150ms",
                "--asterism.hooks.tries=6", "--asterism.hooks.secrets.registrar=" + SECRET)) {
            done(house.post("root", "/api/v1/bodies", "{\"body\": \"a\", \"kind\": \"AGENCY\", \"name\": {\"zh\": \"局\", \"en\": \"B\"}}"));
            String url = "http://127.0.0.1:" + program.getAddress().getPort() + "/outcomes";
            refusedHooks(house, url);
            done(put(house, "root", HOOK.formatted(url)));
            away = told -> told.at("/data/branch").asString().equals("b1");
            branch(house, "b1");
            branch(house, "b2");
            awaitTaken("b2 branch.registered/1", "b2 branch.renamed/1");
            assertThat(standing(house).path("waiting").asInt()).as("the later waits behind the earlier").isEqualTo(2);
            away = _ -> false;
            awaitTaken("b2 branch.registered/1", "b2 branch.renamed/1", "b1 branch.registered/1", "b1 branch.renamed/1");
            assertThat(wrong).isEmpty();
            assertThat(taken.toString()).doesNotContain("Secret Name", "person", "root");
            assertThat(standing(house).path("trouble").isNull()).isTrue();

            away = _ -> true;
            rename(house, "b1", "Third");
            Awaitility.await().untilAsserted(() -> assertThat(standing(house).path("givenUp").asInt()).isEqualTo(1));
            assertThat(standing(house).path("trouble").asString()).isEqualTo("HTTP 503");
            assertThat(house.get("/api/v1/operations", bearer("root")).body().at("/hooks/0/givenUp").asInt()).isEqualTo(1);
            away = _ -> false;
            done(house.post("root", "/api/v1/hooks/registrar/retry", ""));
            Awaitility.await().untilAsserted(() -> assertThat(taken).hasSize(5));
            assertThat(house.send(house.request("/api/v1/hooks/registrar").DELETE().header("Authorization", "Bearer "
                    + SignIn.token("root"))).status()).isEqualTo(204);
            assertThat(house.get("/api/v1/hooks", bearer("root")).body()).isEmpty();
        } finally {
            program.stop(0);
        }
    }

    private static void refusedHooks(TestHouse house, String url) {
        assertThat(List.of(put(house, "root", HOOK.formatted("http://county.example/")).code(),
                put(house, "root", HOOK.formatted(url).replace("registrar", "nobody")).code(),
                put(house, "root", HOOK.formatted(url).replace("branch.*", "guard.*")).code(), put(house, "root", "{}").code(),
                put(house, "guest", HOOK.formatted(url)).code())).containsExactly("hooks.address-forbidden", "hooks.secret-unknown",
                "hooks.facts-unknown", "hooks.facts-unknown", "policy.post-missing");
        assertThat(house.send(house.request("/api/v1/hooks/none").DELETE().header("Authorization", "Bearer " + SignIn.token("root")))
                .code()).isEqualTo("hooks.unknown");
    }

    private void awaitTaken(String... told) {
        Awaitility.await().untilAsserted(() -> assertThat(taken).map(each -> each.at("/data/branch").asString() + " "
                + each.path("type").asString()).containsExactly(told));
    }

    private static void branch(TestHouse house, String branch) {
        done(house.post("root", "/api/v1/branches", """
                {"branch": "%s", "body": "a", "kind": "agency", "name": {"zh": "支部", "en": "Secret Name"}, "foundedOn": "2012-07-01"}"""
                .formatted(branch)));
        rename(house, branch, "Second");
    }

    private static void rename(TestHouse house, String branch, String name) {
        done(house.post("root", "/api/v1/branches/" + branch + "/names", """
                {"name": {"zh": "支部", "en": "%s"}, "approval": "1", "from": "2020-01-01"}""".formatted(name)));
    }

    private static Reply put(TestHouse house, String who, String hook) {
        return house.send(house.request("/api/v1/hooks/registrar").PUT(BodyPublishers.ofString(hook))
                .header("Content-Type", "application/json").header("Authorization", "Bearer " + SignIn.token(who)));
    }

    private static JsonNode standing(TestHouse house) {
        return house.get("/api/v1/hooks", bearer("root")).body().get(0);
    }

    private static Map<String, String> bearer(String person) {
        return Map.of("Authorization", "Bearer " + SignIn.token(person));
    }

    private static void done(Reply reply) {
        assertThat(reply.status()).as(reply.body().toString()).isBetween(200, 201);
    }
}
