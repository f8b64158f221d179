package asterism.command.wiring.http;

import static org.assertj.core.api.Assertions.assertThat;

import asterism.calendar.WorkingDays;
import asterism.command.Shipped;
import asterism.command.core.Commands;
import asterism.command.wiring.Quiet;
import asterism.command.wiring.SignIn;
import asterism.command.wiring.TestHouse;
import asterism.command.wiring.TestHouse.Reply;
import asterism.command.wiring.clock.DemoClock;
import asterism.command.wiring.journal.Journal;
import java.nio.charset.StandardCharsets;
import asterism.events.ApplicationEvent.ApplicationHeld;
import asterism.events.EventJson;
import asterism.events.Keys;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Every example of the API's description is sent to a small world, in the order in which its branch lives, and does what it says. */
class ExamplesIT {
    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");
    private static final TestHouse HOUSE = TestHouse.open("--asterism.demo-world=true");
    private static final List<String> BRANCHES = List.of("b003", "b018", "b019", "b020", "b021", "b022", "b023", "b024", "b025", "b030",
            "b031", "b032", "b118");
    private static final String NAME = "\"name\": {\"zh\": \"某\", \"en\": \"Some\"}";

    /** Which command asked for something, by the operation and the subject. */
    private final Map<String, String> asked = new HashMap<>();
    private final Map<String, Integer> keys = new HashMap<>();
    /** What came of the items of batches, by the kind of command. */
    private final Map<String, Set<String>> many = new TreeMap<>();

    /** A POST of JSON, as described. */
    record Operation(String path, JsonNode example, boolean needsVersion) {
    }

    /**
     * A line of the table.
     *
     * @param body    another than the example's; empty for the example itself
     * @param refusal the code expected; empty where it is to be done
     */
    record Step(LocalDate day, String who, String operation, Map<String, String> address, String body, String refusal) {
        @Override
        public String toString() {
            return day + " " + operation + " " + address.values() + " by " + who;
        }
    }

    @AfterAll
    static void close() {
        HOUSE.close();
    }

    @Test
    void everyExampleRuns() throws InterruptedException {
        HOUSE.bean(DemoClock.class).open(Instant.parse("2026-01-02T00:30:00Z"), HOUSE.bean(Commands.class));
        seed();
        Map<String, Operation> described = described();
        Set<String> sent = new TreeSet<>();
        List<String> wrong = new ArrayList<>();
        for (Step step : steps()) {
            HOUSE.bean(DemoClock.class).advanceTo(step.day().atTime(LocalTime.of(9, 0)).atZone(ZONE).toInstant());
            if (step.who().equals("settle")) {
                assertThat(HOUSE.bean(Quiet.class).await(Duration.ofSeconds(30))).isTrue();
            } else {
                Operation operation = Objects.requireNonNull(described.get(step.operation()), step::toString);
                String code = send(step, operation);
                if (!code.equals(step.refusal())) {
                    wrong.add(step + ": " + code);
                }
                if (step.body().isEmpty()) {
                    sent.add(step.operation());
                }
            }
        }
        assertThat(wrong).isEmpty();
        assertThat(keyOf(named("objection/{RaiseObjection application/r2026.b017}"))).as("an erased statement's key").isEqualTo(404);
        assertThat(keyOf(named("objection/{RaiseObjection application/r2026.b003}"))).as("another's").isEqualTo(200);
        assertThat(heldBy("application/r2026.b003")).containsExactly("VETO by system/WhenApplicationsToHoldPutThemOnHold",
                "COMPLAINT by system/WhenApplicationsToHoldPutThemOnHold");
        assertThat(many.get("AcceptApplication")).contains("application.accepted/1", "application.not-now", "application.unknown");
        assertThat(many.get("AssignAssessors")).contains("application.assessors-assigned/1", "application.not-an-assessor");
        assertThat(many.get("Decide")).contains("application.level-decided/1", "application.not-a-member", "application.no-quorum");
        assertThat(many.get("PostNotice")).contains("application.notice-posted/1", "application.not-now");
        assertThat(described.keySet()).allSatisfy(operation -> assertThat(sent)
                .as("let a line of small-world/examples.txt send the example of " + operation).contains(operation));
    }

    /** Sends it, and gives the code of the first refusal; empty where there is none. */
    private String send(Step step, Operation operation) {
        String path = operation.path();
        for (Map.Entry<String, String> variable : step.address().entrySet()) {
            path = path.replace("{" + variable.getKey() + "}", named(variable.getValue()));
        }
        String at = step.address().values().stream().findFirst().orElse("");
        String key = step.operation() + "-" + at;
        int again = keys.merge(step.who() + key, 1, Integer::sum);
        Map<String, String> headers = new LinkedHashMap<>(Map.of("Idempotency-Key", again == 1 ? key : key + "-" + again));
        if (operation.needsVersion()) {
            headers.put("If-Match", "\"" + HOUSE.bean(Journal.class).lastVersion("application/" + at) + "\"");
        }
        String body = step.body().isEmpty() ? operation.example().toString() : named(step.body());
        Reply reply = step.operation().equals("Batch") ? many(step, path, body, headers) : HOUSE.post(step.who(), path, body, headers);
        assertThat(reply.status()).as("%s: %s", step, reply.body()).isLessThan(500);
        return lines(reply).map(line -> code(step, line)).toList().stream().filter(code -> !code.isEmpty()).findFirst().orElse("");
    }

    /** First in a dry run, which records nothing and says of each item what the run then does. */
    private Reply many(Step step, String path, String body, Map<String, String> headers) {
        Journal journal = HOUSE.bean(Journal.class);
        long head = journal.head();
        List<JsonNode> dry = said(HOUSE.post(step.who(), path + "?dryRun=true", body, headers));
        assertThat(journal.after(head, 1_000)).as("%s: what a dry run recorded", step)
                .noneMatch(fact -> EventJson.readEnvelope(fact.metadata()).actor().equals("person/" + step.who()));
        Reply reply = HOUSE.post(step.who(), path, body, headers);
        List<JsonNode> run = said(reply);
        List<String> outcomes = run.stream().map(ExamplesIT::outcome).toList();
        assertThat(dry).map(ExamplesIT::outcome).as(step::toString).isEqualTo(outcomes);
        assertThat(run.getLast().path("accepted").asInt() + run.getLast().path("refused").asInt()).isEqualTo(run.size() - 1);
        for (int place = 0; place < run.size() - 1; place++) {
            assertThat(run.get(place).path("item").asInt() + " of " + run.get(place).path("of").asInt())
                    .as("how far it is").isEqualTo(place + " of " + (run.size() - 1));
        }
        many.computeIfAbsent(step.address().getOrDefault("kind", ""), _ -> new TreeSet<>()).addAll(outcomes);
        return reply;
    }

    private static List<JsonNode> said(Reply reply) {
        return new String(reply.http().body(), StandardCharsets.UTF_8).lines().map(JSON::readTree).toList();
    }

    /** The first fact of an item, or its code; of the last line, how many were accepted. */
    private static String outcome(JsonNode line) {
        return line.has("items") ? line.path("accepted").asInt() + " of " + line.path("items").asInt()
                : line.at("/receipt/facts").isEmpty() ? line.at("/problem/code").asString("") : line.at("/receipt/facts/0").asString();
    }

    private static List<String> heldBy(String application) {
        return HOUSE.bean(Journal.class).stream(application, 0).stream().map(row -> EventJson.read(row, Keys.NONE))
                .flatMap(fact -> fact.event() instanceof ApplicationHeld held
                        ? Stream.of(held.cause() + " by " + fact.envelope().actor()) : Stream.empty()).toList();
    }

    private static int keyOf(String statement) {
        return HOUSE.get("/internal/keys/" + statement, Map.of("Authorization", "Bearer " + TestHouse.SERVICE_TOKEN)).status();
    }

    /** One receipt or problem; or those of a batch, without its last line. */
    private static Stream<JsonNode> lines(Reply reply) {
        String body = new String(reply.http().body(), StandardCharsets.UTF_8);
        return reply.http().headers().firstValue("content-type").orElse("").contains("ndjson")
                ? body.lines().map(JSON::readTree).filter(line -> line.has("item"))
                .map(line -> line.has("receipt") ? line.path("receipt") : line.path("problem"))
                : Stream.of(reply.body());
    }

    private String code(Step step, JsonNode said) {
        if (!said.path("facts").isEmpty()) {
            assertThat(HOUSE.bean(Journal.class).after(said.path("position").asLong() - 1, 1)).as(step::toString).singleElement()
                    .satisfies(fact -> assertThat(new String(fact.metadata(), StandardCharsets.UTF_8))
                            .contains(said.path("command").asString()));
        }
        String of = step.address().getOrDefault("kind", step.operation());
        asked.put(of + " " + said.path("stream").asString(""), said.path("command").asString(""));
        return said.path("code").asString("");
    }

    /** With the ids of earlier commands in the place of their names. */
    private String named(String text) {
        String with = text;
        for (Map.Entry<String, String> id : asked.entrySet()) {
            with = with.replace("{" + id.getKey() + "}", id.getValue());
        }
        return with;
    }

    private static Map<String, Operation> described() {
        Map<String, Operation> operations = new TreeMap<>();
        JsonNode paths = HOUSE.get("/v3/api-docs", Map.of("Authorization", "Bearer " + SignIn.token("root"))).body().path("paths");
        paths.propertyStream().forEach(path -> {
            JsonNode post = path.getValue().path("post");
            JsonNode json = post.at("/requestBody/content/application~1json");
            if (!json.isMissingNode()) {
                String name = post.path("operationId").asString();
                assertThat(json.has("example")).as("an example of " + name).isTrue();
                boolean needsVersion = post.path("parameters").valueStream()
                        .anyMatch(one -> one.path("name").asString("").equals("If-Match") && one.path("required").asBoolean(false));
                operations.put(name, new Operation(path.getKey(), json.path("example"), needsVersion));
            }
        });
        return operations;
    }

    private static List<Step> steps() {
        return Shipped.text("src/test/resources/small-world/examples.txt").lines().map(String::strip)
                .filter(line -> !line.isEmpty() && !line.startsWith("#")).map(line -> {
                    List<String> cells = Arrays.stream((line + " | | | |").split("\\|", -1)).map(String::strip).toList();
                    Map<String, String> address = Arrays.stream(cells.get(3).split(",", -1)).map(one -> one.strip().split("=", -1))
                            .filter(one -> one.length == 2)
                            .collect(Collectors.toMap(one -> one[0], one -> one[1], (one, _) -> one, LinkedHashMap::new));
                    return new Step(LocalDate.parse(cells.get(0)), cells.get(1), cells.get(2), address, cells.get(4), cells.get(5));
                }).toList();
    }

    private static void seed() {
        body("county", "", "COMMITTEE");
        body("department", "county", "ORGANISATION_DEPARTMENT");
        body("work-committee", "county", "WORK_COMMITTEE");
        body("finance", "work-committee", "AGENCY");
        people("county", "COMMITTEE_SECRETARY", "general", "chief");
        people("county", "ASSESSOR", "a1", "a2", "a3");
        people("county", "APPEAL_PANEL", "j1", "j2", "j3");
        people("county", "DISCIPLINE_OFFICER", "officer");
        people("department", "COMMITTEE_MEMBER", "m1", "m2", "m3");
        people("work-committee", "COMMITTEE_MEMBER", "m4", "m5", "m6");
        people("work-committee", "ROUND_OFFICE", "office");
        people("work-committee", "DESK_REVIEWER", "desk");
        people("work-committee", "PANEL_CHAIR", "chair");
        seed("/api/v1/bodies/finance/people", "{\"person\": \"sec\", \"name\": \"n\"}");
        BRANCHES.forEach(branch -> {
            seed("/api/v1/branches", "{\"branch\": \"" + branch + "\", \"body\": \"finance\", \"kind\": \"agency\", " + NAME
                    + ", \"foundedOn\": \"2010-01-01\"}");
            seed("/api/v1/bodies/finance/posts", "{\"person\": \"sec\", \"post\": \"BRANCH_SECRETARY\", \"branch\": \"" + branch
                    + "\", \"from\": \"2026-01-01\"}");
        });
        documents();
    }

    private static void documents() {
        WorkingDays.shippedDocuments().stream().filter(document -> document.contains("prc-working-days") && document.contains("2026-12-31"))
                .forEach(document -> seed("/api/v1/calendars/prc-working-days/years", json(Map.of("year", 2026, "document", document))));
        String schemes = "/api/v1/schemes/zoucheng-70-30/";
        seed(schemes + "versions", json(Map.of("document", Shipped.text("../deploy/schemes/zoucheng-70-30.yaml"), "acknowledged",
                List.of("L205", "L601"))));
        seed(schemes + "local-rules", json(Map.of("version", "2023", "document",
                Shipped.text("../deploy/schemes/zoucheng-70-30.local-rules.yaml"))));
        seed(schemes + "activations", "{\"version\": \"2023\", \"from\": \"2026-01-02\"}");
    }

    private static void body(String body, String parent, String kind) {
        String above = parent.isEmpty() ? "" : "\"parent\": \"" + parent + "\", ";
        seed("/api/v1/bodies", "{\"body\": \"" + body + "\", " + above + "\"kind\": \"" + kind + "\", " + NAME + "}");
    }

    private static void people(String body, String post, String... people) {
        Stream.of(people).forEach(person -> {
            seed("/api/v1/bodies/" + body + "/people", "{\"person\": \"" + person + "\", \"name\": \"n\"}");
            seed("/api/v1/bodies/" + body + "/posts",
                    "{\"person\": \"" + person + "\", \"post\": \"" + post + "\", \"from\": \"2026-01-01\"}");
        });
    }

    private static String json(Map<String, Object> body) {
        return JSON.writeValueAsString(body);
    }

    private static void seed(String path, String body) {
        Reply reply = HOUSE.post("root", path, body);
        assertThat(reply.status()).as("%s %s: %s", path, body, reply.body()).isIn(200, 201);
    }
}
