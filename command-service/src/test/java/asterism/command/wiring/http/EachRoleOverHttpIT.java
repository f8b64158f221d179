package asterism.command.wiring.http;

import static org.assertj.core.api.Assertions.assertThat;

import asterism.command.Shipped;
import asterism.command.wiring.SignIn;
import asterism.command.wiring.TestHouse;
import asterism.command.wiring.TestHouse.Reply;
import asterism.command.wiring.journal.Append;
import asterism.command.wiring.journal.Journal;
import asterism.command.wiring.journal.NewFact;
import asterism.embedded.Overheard;
import asterism.events.AppealEvent.AppealLodged;
import asterism.events.AppealId;
import asterism.events.BodyEvent.BodyEstablished;
import asterism.events.BodyEvent.Kind;
import asterism.events.BodyEvent.PostAssigned;
import asterism.events.BodyId;
import asterism.events.BranchEvent.BranchRegistered;
import asterism.events.BranchId;
import asterism.events.CalendarId;
import asterism.events.DecisionId;
import asterism.events.Envelope;
import asterism.events.Event;
import asterism.events.EventJson;
import asterism.events.EventTypes;
import asterism.events.Keys;
import asterism.events.Label;
import asterism.events.PersonId;
import asterism.events.Post;
import asterism.events.RoundEvent.RoundOpened;
import asterism.events.RoundId;
import java.net.URLEncoder;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * Each operation of the API's description is asked over HTTP by somebody with each post that may ask it somewhere, about a subject that the
 * table of who may what lets them ask about and about one that it does not; and by one that may not. The table, not the policy, says what
 * is expected.
 */
class EachRoleOverHttpIT {
    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final LocalDate DAY = LocalDate.of(2026, 1, 5);
    /** {@code -Dmatrix=whole} asks by each post that may not, too. */
    private static final boolean WHOLE = "whole".equals(System.getProperty("matrix"));
    private static final Label NAME = new Label("某", "Some");
    private static final String POST_MISSING = "policy.post-missing";
    private static final Set<String> DENIALS = Set.of(POST_MISSING, "policy.not-your-body");
    /** No commands of their own: many at once, each looked at by itself; a witness's signature; one's own letters; what overseers do. */
    private static final Set<String> OF_OTHERS = Set.of("Batch", "cosign", "seen", "retry", "hookAgain");
    private static final TestHouse HOUSE = TestHouse.open("--asterism.pace.person.at-once=10000", "--asterism.pace.address.at-once=10000");
    /** Those who watch the house: nobody else reads these. */
    private static final List<String> OVERSEEN = List.of("/api/v1/journal", "/api/v1/journal/head", "/api/v1/operations",
            "/api/v1/reactions/parked", "/api/v1/pack?scope=none", "/actuator/prometheus");

    /** The parts of addresses that say what something is about, and those that say something of it or what everybody knows. */
    private static final Set<String> PLACED = Set.of("body", "branch", "strong", "round", "appeal", "application");
    private static final Set<String> UNPLACED = Set.of("decision", "objection", "action", "assessor", "part", "name", "person", "sha256",
            "scheme", "calendar", "kind", "id");

    /** What a command is about; nowhere stands what there is not. */
    enum Place {
        OWN, BELOW, ELSEWHERE, NOWHERE
    }

    @BeforeAll
    static void aSmallWorld() {
        for (String body : List.of("top", "own", "below", "elsewhere")) {
            BodyId above = switch (body) {
                case "top" -> null;
                case "below" -> new BodyId("own");
                default -> new BodyId("top");
            };
            tell(new BodyEstablished(new BodyId(body), above, body.equals("top") ? Kind.COMMITTEE : Kind.WORK_COMMITTEE, NAME));
        }
        for (String at : List.of("own", "below", "elsewhere")) {
            BranchId branch = new BranchId("b-" + at);
            tell(new BranchRegistered(branch, new BodyId(at), "agency", NAME, DAY));
            tell(new RoundOpened(new RoundId("r-" + at), NAME, Shipped.PIN, new CalendarId("c"), new BodyId(at), DAY, DAY.plusDays(9)));
            tell(new AppealLodged(new AppealId("ap-" + at), branch, new DecisionId(new UUID(0, 1).toString()), "facts", "…"));
        }
        Arrays.stream(Post.values()).forEach(post -> tell(new PostAssigned(new BodyId("own"), new PersonId(person(post)), post,
                post == Post.BRANCH_SECRETARY ? new BranchId("b-own") : null, DAY)));
    }

    @AfterAll
    static void close() {
        HOUSE.close();
    }

    private static void tell(Event event) {
        UUID command = UUID.randomUUID();
        String stream = event.stream().toString();
        Journal journal = HOUSE.bean(Journal.class);
        byte[] envelope = EventJson.write(new Envelope(command, "World", "system/test", null, null, null, List.of(), null));
        journal.append(new Append(command, new byte[1], List.of(new NewFact(stream, journal.lastVersion(stream) + 1,
                EventTypes.nameOf(event.getClass()), DAY, envelope, EventJson.write(event, command, Keys.NONE))), List.of()));
    }

    @Test
    @Tag("B2")
    void everyOperationLetsInAndKeepsOutWhomTheTableSays() {
        long seed = Long.getLong("matrix.seed", System.nanoTime());
        Map<String, Map<Post, String>> table = table();
        Map<String, JsonNode> operations = operations();
        assertThat(operations.keySet()).as("an operation without a row of deploy/who-may-what.md").isSubsetOf(table.keySet());
        List<String> wrong = new ArrayList<>();
        Map<Boolean, Integer> cells = new HashMap<>();
        Random random = new Random(seed);
        operations.forEach((name, operation) -> drawn(table.getOrDefault(name, Map.of()), random).forEach((post, reach) -> {
            for (Place place : places(reach)) {
                boolean may = may(reach, place);
                Reply reply = ask(operation, post, place);
                cells.merge(may, 1, Integer::sum);
                boolean kept = reply.status() == 403 && DENIALS.contains(reply.code());
                if (reply.status() == 401 || reply.status() >= 500 || may == kept) {
                    wrong.add("%s by %s about what is %s, which is %s: %s".formatted(name, post, place, may ? "allowed" : "not",
                            reply.body()));
                }
            }
        }));
        assertThat(wrong).as("seed " + seed).isEmpty();
        assertThat(cells.get(true)).isGreaterThan(200);
        assertThat(cells.get(false)).isGreaterThan(WHOLE ? 800 : 150);
    }

    /** Each post that may ask somewhere, and by lot one of those that may not; the pure test of the policy looks at every cell. */
    private static Map<Post, String> drawn(Map<Post, String> row, Random random) {
        List<Post> kept = row.keySet().stream().filter(post -> row.getOrDefault(post, "").isEmpty()).toList();
        Post one = kept.isEmpty() ? null : kept.get(random.nextInt(kept.size()));
        Map<Post, String> drawn = new TreeMap<>(row);
        drawn.keySet().removeIf(post -> !WHOLE && post != one && kept.contains(post));
        return drawn;
    }

    /** With a reach: one subject within it, and one beyond where there is one; without: one that could not be nearer. */
    private static List<Place> places(String reach) {
        return switch (reach) {
            case "own" -> List.of(Place.OWN, Place.ELSEWHERE);
            case "below" -> List.of(Place.BELOW, Place.ELSEWHERE);
            case "anywhere" -> List.of(Place.ELSEWHERE);
            default -> List.of(Place.OWN);
        };
    }

    private static boolean may(String reach, Place place) {
        return switch (reach) {
            case "own" -> place == Place.OWN;
            case "below" -> place == Place.OWN || place == Place.BELOW;
            case "anywhere" -> true;
            default -> false;
        };
    }

    /** Driven by the description: whoever asks about what belongs to others learns as much as about what there is not. */
    @Test
    @Tag("B3")
    void whatBelongsToOthersIsAnsweredAsIfItWereNotThere() {
        HOUSE.sql("""
                insert into desk.letter (position, person, channel, stream, branch, type)
                values (1, 'p', 'PAGE', 'application/r-elsewhere.b-elsewhere', 'b-elsewhere', 'application.returned/1')""");
        Reply file = HOUSE.send(HOUSE.request("/api/v1/branches/b-elsewhere/files").POST(BodyPublishers.ofString("theirs"))
                .setHeader("Content-Type", "text/plain").setHeader("Authorization", bearer(Post.DISCIPLINE_OFFICER)));
        String sha256 = file.body().path("sha256").asString();
        assertThat(HOUSE.get("/api/v1/branches/b-own/files/" + sha256, signedIn(Post.BRANCH_SECRETARY)).code())
                .isEqualTo("evidence.unknown");
        List<String> wrong = new ArrayList<>();
        Map<String, Map<Post, String>> table = table();
        operations().forEach((name, operation) -> table.getOrDefault(name, Map.of()).forEach((post, reach) -> {
            if (reach.equals("own") || reach.equals("below")) {
                for (String version : List.of("*", "\"9\"")) {
                    compare(name + " by " + post, send(operation, person(post), Place.ELSEWHERE, version),
                            send(operation, person(post), Place.NOWHERE, version), wrong);
                }
            }
        }));
        List<String> read = new ArrayList<>();
        readings().forEach(path -> List.of(Post.BRANCH_SECRETARY, Post.DESK_REVIEWER).forEach(post -> {
            String theirs = address(path, "elsewhere").replaceAll("\\{sha256\\}", sha256);
            String none = address(path, "nowhere").replaceAll("\\{sha256\\}", sha256);
            if (!theirs.equals(none)) {
                read.add(path);
                compare(path + " by " + post, HOUSE.get(theirs, signedIn(post)), HOUSE.get(none, signedIn(post)), wrong);
            }
        }));
        assertThat(wrong).isEmpty();
        assertThat(read).contains("/api/v1/branches/{branch}/files/{sha256}", "/api/v1/letters/about?stream=application/{application}");
    }

    /** Logs and metrics are read by more people than may know these. */
    @Test
    @Tag("B16")
    void noSecretAndNothingPersonalStandsInALogOrInTheNameOfAMetric() {
        String name = "张无人知";
        String key = "an-idempotency-key-" + UUID.randomUUID();
        String forged = "eyJhbGciOiJub25lIn0.bm9ib2R5.forged";
        String said = "what-somebody-objects-" + UUID.randomUUID();
        String secret = "whsec_" + "c2VjcmV0".repeat(4);
        try (Overheard heard = new Overheard()) {
            String people = "/api/v1/bodies/own/people";
            String person = "{\"person\": \"newcomer\", \"name\": \"%s\"%s}";
            Map<String, String> keyed = Map.of("Idempotency-Key", key);
            assertThat(HOUSE.post("root", people, person.formatted(name, ""), keyed).status()).isLessThan(300);
            assertThat(HOUSE.post("root", people, person.formatted(name + "二", ""), keyed).status()).isEqualTo(422);
            assertThat(HOUSE.post("root", people, person.formatted(name, ", \"more\": 1"), keyed).status()).isEqualTo(400);
            assertThat(HOUSE.post("root", people, person.formatted(name, ""), Map.of("Idempotency-Key", key + "\t" + key)).status())
                    .isEqualTo(400);
            assertThat(HOUSE.post("root", people, "{" + person.formatted(name, ""), keyed).status()).isEqualTo(400);
            assertThat(HOUSE.post(person(Post.AUDITOR), people, person.formatted(name, ""), keyed).status()).isEqualTo(403);
            assertThat(HOUSE.post("", "/api/v1/applications/r-own.b-own/objections", "{\"statement\": \"" + said + "\"}").status())
                    .isEqualTo(404);
            for (String token : List.of(forged, TestHouse.SERVICE_TOKEN, TestHouse.SERVICE_TOKEN + "x", forged + "?" + name.length())) {
                assertThat(HOUSE.get("/api/v1/operations", Map.of("Authorization", "Bearer " + token)).status()).isIn(200, 401);
            }
            assertThat(HOUSE.send(HOUSE.request("/api/v1/hooks/registrar").PUT(BodyPublishers.ofString("""
                    {"url": "https://10.0.0.1/", "facts": ["branch.*"], "secret": "%s"}""".formatted(secret)))
                    .setHeader("Content-Type", "application/json").setHeader("Authorization", bearer(Post.ADMINISTRATOR))).status())
                    .isEqualTo(400);
            assertThat(HOUSE.get("/api/v1/letters/about?stream=" + said, signedIn(Post.AUDITOR)).status()).isEqualTo(200);
            String metrics = new String(HOUSE.get("/actuator/prometheus", signedIn(Post.AUDITOR)).http().body(), StandardCharsets.UTF_8);
            assertThat(metrics).contains("asterism_journal_append");
            assertThat(heard.all() + metrics).doesNotContain(name, key, forged, said, secret, TestHouse.SERVICE_TOKEN,
                    SignIn.token("root"), bearer(Post.AUDITOR), "newcomer");
        }
    }

    private static void compare(String what, Reply theirs, Reply none, List<String> wrong) {
        if (theirs.status() != none.status() || !said(theirs).equals(said(none))) {
            wrong.add("%s: %d %s, of nothing %d %s".formatted(what, theirs.status(), said(theirs), none.status(), said(none)));
        }
    }

    /** But for the address, which is one's own. */
    private static String said(Reply reply) {
        return reply.body() instanceof ObjectNode body ? body.deepCopy().without("instance").toString() : reply.body().toString();
    }

    /** Every GET of the description, with what it must be told of whose it is. */
    private static Set<String> readings() {
        Set<String> readings = new TreeSet<>();
        description().propertyStream().filter(path -> path.getValue().has("get")).forEach(path -> {
            boolean about = path.getValue().at("/get/parameters").findValuesAsString("name").contains("stream");
            readings.add(path.getKey() + (about ? "?stream=application/{application}" : ""));
        });
        return readings;
    }

    /** The paths of the API's description; each part of them is one that is looked at here. */
    private static JsonNode description() {
        JsonNode paths = HOUSE.get("/v3/api-docs", signedIn(Post.AUDITOR)).body().path("paths");
        Set<String> parts = Pattern.compile("\\{(\\w+)\\}").matcher(String.join("", paths.propertyNames())).results()
                .map(found -> found.group(1)).collect(Collectors.toCollection(TreeSet::new));
        parts.removeAll(PLACED);
        assertThat(parts).as("a part of an address that nobody has said of whether it names what is somebody's").isSubsetOf(UNPLACED);
        return paths;
    }

    private static String bearer(Post post) {
        return "Bearer " + SignIn.token(person(post));
    }

    private static Map<String, String> signedIn(Post post) {
        return Map.of("Authorization", bearer(post));
    }

    @Test
    @Tag("B2")
    void whoeverTheHouseDoesNotKnowGetsNowhere() {
        Set<String> open = Set.of("RaiseObjection", "CastBallot", "CommentOnDraft");
        operations().forEach((name, operation) -> {
            Reply stranger = send(operation, "stranger", Place.OWN);
            boolean kept = Set.of("policy.person-unknown", POST_MISSING).contains(stranger.code());
            assertThat(kept).as(name + " by a stranger: " + stranger.body()).isNotEqualTo(open.contains(name));
            Reply nobody = send(operation, "", Place.OWN);
            assertThat(nobody.status() == 401).as(name + " by nobody: " + nobody.body()).isEqualTo(!open.contains(name));
        });
    }

    @Test
    @Tag("B2")
    void onlyOverseersReadHowTheHouseIsDoing() {
        Set<Post> overseers = Set.of(Post.AUDITOR, Post.ADMINISTRATOR);
        for (String path : OVERSEEN) {
            for (Post post : Post.values()) {
                int status = HOUSE.get(path, Map.of("Authorization", "Bearer " + SignIn.token(person(post)))).status();
                assertThat(status == 403).as(path + " by " + post + ": " + status).isNotEqualTo(overseers.contains(post));
            }
            assertThat(HOUSE.get(path, Map.of()).status()).as(path + " by nobody").isEqualTo(401);
        }
    }

    /**
     * Driven by the description: whatever is put in the place of a value or of a part of the address, the house answers, and does not fall
     * over; and nobody says what is not theirs to say. {@code -Dfuzz.rounds} plays longer, {@code -Dfuzz.seed} the same again.
     */
    @Test
    @Tag("B2")
    @Tag("B8")
    void whateverIsSentTheHouseAnswersAndTakesNothingThatIsNotTheirs() {
        long seed = Long.getLong("fuzz.seed", System.nanoTime());
        Hostile hostile = new Hostile(seed);
        List<String> wrong = new ArrayList<>();
        for (int round = 0; round < Integer.getInteger("fuzz.rounds", 1); round++) {
            operations().forEach((name, operation) -> {
                if (operation.path("example") instanceof ObjectNode example) {
                    String person = person(hostile.any(List.of(Post.values())));
                    String good = address(operation, "own");
                    String bad = operation.path("path").asString().replaceAll("\\{\\w+\\}",
                            URLEncoder.encode(hostile.any(Hostile.TEXTS.subList(0, 13)), StandardCharsets.UTF_8));
                    ObjectNode more = example.deepCopy().put(hostile.any(Hostile.NOT_THEIRS.stream().filter(field -> !example.has(field))
                            .toList()), "x");
                    Reply changed = HOUSE.post(person, good, hostile.changed(example).toString(), Map.of("If-Match", "*"));
                    Reply elsewhere = HOUSE.post(person, bad, example.toString(), Map.of("If-Match", "*"));
                    Reply assigned = HOUSE.post(person, good, more.toString(), Map.of("If-Match", "*"));
                    if (changed.status() >= 500 || elsewhere.status() >= 500 || assigned.status() != 400) {
                        wrong.add(name + " " + changed.body() + " " + bad + " " + elsewhere.body() + " " + more + " " + assigned.body());
                    }
                }
            });
        }
        assertThat(wrong).as("seed " + seed).isEmpty();
        assertThat(HOUSE.bean(Journal.class).verify().fault()).isEmpty();
    }

    private static Reply ask(JsonNode operation, Post post, Place place) {
        return send(operation, person(post), place);
    }

    private static Reply send(JsonNode operation, String person, Place place) {
        return send(operation, person, place, "*");
    }

    private static Reply send(JsonNode operation, String person, Place place, String version) {
        String at = place.name().toLowerCase(Locale.ROOT);
        String path = address(operation, at);
        if (operation.path("path").asString().endsWith("/files")) {
            var upload = HOUSE.request(path).POST(BodyPublishers.ofString("text")).setHeader("Content-Type", "text/plain");
            return HOUSE.send(person.isEmpty() ? upload : upload.setHeader("Authorization", "Bearer " + SignIn.token(person)));
        }
        ObjectNode body = operation.path("example").deepCopy().asObject();
        Map.of("branch", "b-" + at, "body", at, "application", "r-" + at + ".b-" + at, "office", at, "round", "r-" + at)
                .forEach((field, value) -> {
                    if (body.has(field)) {
                        body.put(field, value);
                    }
                });
        if (path.contains("/delegations") && person.equals(person(Post.BRANCH_SECRETARY))) {
            body.put("branch", "b-" + at); // a post in a branch is delegated there
        }
        return HOUSE.post(person, path, body.toString(), Map.of("If-Match", version));
    }

    private static String address(JsonNode operation, String at) {
        return address(operation.path("path").asString(), at).replaceAll("\\{\\w+\\}", "some");
    }

    private static String address(String path, String at) {
        return path.replaceAll("\\{body\\}", at).replaceAll("\\{(branch|strong)\\}", "b-" + at)
                .replaceAll("\\{round\\}", "r-" + at).replaceAll("\\{appeal\\}", "ap-" + at)
                .replaceAll("\\{application\\}", "r-" + at + ".b-" + at).replaceAll("\\{decision\\}", new UUID(0, 7).toString())
                .replaceAll("\\{objection\\}", new UUID(0, 8).toString());
    }

    private static String person(Post post) {
        return "p-" + post.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** Every POST of the description with its path and example. */
    private static Map<String, JsonNode> operations() {
        Map<String, JsonNode> operations = new TreeMap<>();
        description().propertyStream().filter(path -> path.getValue().has("post")).forEach(path -> {
                    JsonNode post = path.getValue().path("post");
                    ObjectNode operation = JSON.createObjectNode().put("path", path.getKey());
                    operation.set("example", post.at("/requestBody/content/application~1json/example"));
                    operations.put(post.path("operationId").asString(), operation);
                });
        OF_OTHERS.forEach(operations::remove);
        return operations;
    }

    /** The table as it was agreed on. */
    private static Map<String, Map<Post, String>> table() {
        Map<String, Map<Post, String>> table = new TreeMap<>();
        Shipped.text("../deploy/who-may-what.md").lines().filter(line -> line.matches("\\| \\w+ \\|.*")).forEach(line -> {
            String[] cells = line.split("\\|", -1);
            Map<Post, String> row = new TreeMap<>();
            int cell = 2;
            for (Post post : Post.values()) {
                row.put(post, cells[cell++].strip());
            }
            table.put(cells[1].strip(), row);
        });
        assertThat(new TreeSet<>(table.keySet())).hasSizeGreaterThan(90);
        return table;
    }
}
