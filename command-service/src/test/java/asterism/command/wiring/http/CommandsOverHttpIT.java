package asterism.command.wiring.http;

import static org.assertj.core.api.Assertions.assertThat;

import asterism.command.wiring.SignIn;
import asterism.command.wiring.TestHouse.Reply;
import asterism.command.wiring.TestHouse;
import asterism.command.wiring.journal.Journal;
import asterism.events.EventJson;
import asterism.command.wiring.keys.Keyring;
import asterism.events.PersonId;
import asterism.events.Personal;
import asterism.events.StreamId;
import java.net.http.HttpRequest;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A command goes all the way to the journal, once; whatever is not one leaves no trace there. */
class CommandsOverHttpIT {
    private static final String COUNTY = """
            {"body": "county", "kind": "COMMITTEE", "name": {"zh": "县委🌟𠀀", "en": "County Committee"}}""";
    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final TestHouse HOUSE = TestHouse.open();

    @BeforeAll
    static void aSmallCounty() {
        done(HOUSE.post("root", "/api/v1/bodies", COUNTY));
        done(HOUSE.post("root", "/api/v1/bodies", """
                {"body": "finance", "parent": "county", "kind": "AGENCY", "name": {"zh": "财政局", "en": "Finance"}}"""));
        done(HOUSE.post("root", "/api/v1/bodies", """
                {"body": "water", "kind": "AGENCY", "name": {"zh": "水务局", "en": "Water"}}"""));
        done(HOUSE.post("root", "/api/v1/bodies/county/people", """
                {"person": "office", "name": "陈强"}"""));
        done(HOUSE.post("root", "/api/v1/bodies/county/people", """
                {"person": "guest", "name": "高敏"}"""));
        done(HOUSE.post("root", "/api/v1/bodies/county/posts", """
                {"person": "office", "post": "ROUND_OFFICE", "from": "2020-01-01"}"""));
        done(HOUSE.post("root", "/api/v1/bodies/county/posts", """
                {"person": "office", "post": "AUDITOR", "from": "2020-01-01"}"""));
    }

    @AfterAll
    static void close() {
        HOUSE.close();
    }

    @Test
    @Tag("B6")
    void theAnswerNamesCommandStreamVersionPositionAndFacts() {
        Reply reply = HOUSE.post("root", "/api/v1/bodies", """
                {"body": "health", "parent": "county", "kind": "AGENCY", "name": {"zh": "卫健局", "en": "Health"}, "reason": "founded"}""");
        assertThat(reply.status()).isEqualTo(201);
        assertThat(reply.http().headers().firstValue("ETag")).contains("\"1\"");
        assertThat(reply.body().path("stream").stringValue()).isEqualTo("body/health");
        assertThat(reply.body().path("facts").get(0).stringValue()).isEqualTo("body.established/1");
        assertThat(reply.body().path("command").stringValue()).hasSize(36);
        assertThat(reply.body().path("position").longValue()).isLessThanOrEqualTo(head());
    }

    @Test
    @Tag("F18")
    @Tag("B14")
    void theSameKeyTwentyTimesHasOneEffectAndOneAnswer() {
        String body = """
                {"body": "once", "kind": "AGENCY", "name": {"zh": "一次", "en": "Once"}}""";
        Map<String, String> key = Map.of("Idempotency-Key", "once-and-for-all");
        Reply first = HOUSE.post("root", "/api/v1/bodies", body, key);
        long head = head();
        List<Reply> again = IntStream.range(0, 20).mapToObj(_ -> HOUSE.post("root", "/api/v1/bodies", body, key)).toList();
        assertThat(again).allSatisfy(reply -> assertThat(reply.body()).isEqualTo(first.body()));
        assertThat(head()).isEqualTo(head);
        Reply other = HOUSE.post("root", "/api/v1/bodies", body.replace("Once", "Twice"), key);
        assertThat(other.status()).isEqualTo(422);
        assertThat(other.code()).isEqualTo("idempotency-key.used");
        assertThat(HOUSE.post("office", "/api/v1/bodies", body, key).code()).isEqualTo("policy.post-missing");
    }

    @Test
    void somebodyActsOnBehalfOfAnotherWhereThatWasLetAndTheFactSaysBoth() {
        String branch = """
                {"branch": "%s", "body": "county", "kind": "agency", "name": {"zh": "支部", "en": "Branch"}, "foundedOn": "2020-01-01"%s}""";
        String onBehalf = ", \"onBehalfOf\": \"office\"";
        assertThat(HOUSE.post("guest", "/api/v1/branches", branch.formatted("lent1", onBehalf)).code()).isEqualTo("policy.no-delegation");
        LocalDate today = LocalDate.now(ZoneId.of("Asia/Shanghai"));
        done(HOUSE.post("office", "/api/v1/bodies/county/delegations", """
                {"to": "guest", "post": "ROUND_OFFICE", "commands": ["RegisterBranch"], "from": "%s", "until": "%s"}"""
                .formatted(today, today.plusDays(1))));
        assertThat(HOUSE.post("guest", "/api/v1/branches", branch.formatted("lent1", "")).code()).isEqualTo("policy.post-missing");
        done(HOUSE.post("guest", "/api/v1/branches", branch.formatted("lent1", onBehalf)));
        assertThat(EventJson.readEnvelope(HOUSE.bean(Journal.class).stream("branch/lent1", 0).getFirst().metadata()))
                .satisfies(envelope -> {
                    assertThat(envelope.actor()).isEqualTo("person/guest");
                    assertThat(envelope.onBehalfOf()).isEqualTo("person/office");
                });
        assertThat(HOUSE.post("guest", "/api/v1/branches/lent1/names", """
                {"name": {"zh": "支", "en": "B"}, "approval": "1", "from": "2020-01-02"%s}""".formatted(onBehalf)).code())
                .as("not among what was let").isEqualTo("policy.no-delegation");
        done(HOUSE.post("office", "/api/v1/bodies/county/delegations/revocation", "{\"to\": \"guest\", \"post\": \"ROUND_OFFICE\"}"));
        assertThat(HOUSE.post("guest", "/api/v1/branches", branch.formatted("lent2", onBehalf)).code()).isEqualTo("policy.no-delegation");
    }

    @Test
    void whereAnybodyMayComeNobodySpeaksForAnotherUnlet() {
        String objection = "{\"statement\": \"s\", \"onBehalfOf\": \"office\"}";
        assertThat(List.of("", "guest")).allSatisfy(who -> {
            Reply reply = HOUSE.post(who, "/api/v1/applications/r2026.b017/objections", objection);
            assertThat(reply.status()).isEqualTo(403);
            assertThat(reply.code()).isEqualTo("policy.no-delegation");
        });
    }

    @Test
    void anAnswerWithoutFactsIsRememberedToo() {
        Map<String, String> key = Map.of("Idempotency-Key", "nothing-new");
        Reply first = HOUSE.post("root", "/api/v1/bodies", COUNTY, key);
        assertThat(first.status()).isEqualTo(200);
        assertThat(first.body().path("facts").isEmpty()).isTrue();
        done(HOUSE.post("root", "/api/v1/bodies/county/people", """
                {"person": "later", "name": "晚"}"""));
        assertThat(HOUSE.post("root", "/api/v1/bodies", COUNTY, key).body()).isEqualTo(first.body());
        assertThat(HOUSE.post("root", "/api/v1/bodies", COUNTY.replace("County", "Other"), key).status()).isEqualTo(422);
    }

    @Test
    @Tag("F17")
    void ofFiftyWithTheSameVersionOneWinsAndTheOthersLearnTheVersionThatStands() throws Exception {
        long version = HOUSE.bean(Journal.class).lastVersion("body/water");
        List<Reply> replies;
        try (var callers = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Callable<Reply>> tasks = IntStream.range(0, 50).<Callable<Reply>>mapToObj(i -> () -> HOUSE.post(
                    "root", "/api/v1/bodies/water/people", "{\"person\": \"w" + i + "\", \"name\": \"水\"}",
                    Map.of("If-Match", "\"" + version + "\""))).toList();
            replies = callers.invokeAll(tasks).stream().map(CommandsOverHttpIT::get).toList();
        }
        assertThat(replies.stream().filter(reply -> reply.status() == 200)).hasSize(1);
        assertThat(replies.stream().filter(reply -> reply.status() == 412)).hasSize(49).allSatisfy(reply -> {
            assertThat(reply.code()).isEqualTo("version.stale");
            assertThat(reply.version()).isEqualTo(version + 1);
        });
    }

    @ParameterizedTest
    @Tag("B2")
    @Tag("B6")
    @Tag("B7")
    @CsvSource(delimiter = '|', quoteCharacter = '~', textBlock = """
            an unknown field | {"body": "x", "kind": "AGENCY", "name": {"zh": "a", "en": "b"}, "status": 1} | field.unknown | status
            a field unknown inside | {"body": "x", "kind": "AGENCY", "name": {"zh": "a", "en": "b", "fr": "c"}} | field.unknown | name.fr
            who asked, forged | {"body": "x", "kind": "AGENCY", "name": {"zh": "a", "en": "b"}, "actorId": "p"} | field.unknown | actorId
            a missing field | {"body": "x", "name": {"zh": "a", "en": "b"}} | field.missing | kind
            null for a field | {"body": "x", "kind": null, "name": {"zh": "a", "en": "b"}} | field.missing | kind
            a malformed id | {"body": "X y", "kind": "AGENCY", "name": {"zh": "a", "en": "b"}} | id.malformed | body
            an empty text | {"body": "x", "kind": "AGENCY", "name": {"zh": " ", "en": "b"}} | text.empty | name.zh
            a number for a text | {"body": 1, "kind": "AGENCY", "name": {"zh": "a", "en": "b"}} | field.malformed | body
            an unknown choice | {"body": "x", "kind": "CLUB", "name": {"zh": "a", "en": "b"}} | field.malformed | kind
            a choice by number | {"body": "x", "kind": 1, "name": {"zh": "a", "en": "b"}} | field.malformed | kind
            a text for an object | {"body": "x", "kind": "AGENCY", "name": "a"} | field.not-an-object | name
            a class name | {"@class": "java.lang.Runtime", "body": "x"} | field.unknown | @class
            NUL | {"body": "x", "kind": "AGENCY", "name": {"zh": "a\\u0000", "en": "b"}} | text.unusable | name.zh
            half a surrogate pair | {"body": "x", "kind": "AGENCY", "name": {"zh": "a\\ud800", "en": "b"}} | text.unusable | name.zh
            a key twice | {"body": "x", "body": "y", "kind": "AGENCY", "name": {"zh": "a", "en": "b"}} | body.malformed | ~~
            trailing garbage | {"body": "x", "kind": "AGENCY", "name": {"zh": "a", "en": "b"}} {} | body.malformed | ~~
            a list | [] | body.not-an-object | ~~
            no JSON | body=x | body.malformed | ~~
            """)
    void aBodyThatIsNotExactlyAsDescribedIsRefusedByCodeAndField(String what, String body, String code, String field) {
        refused(HOUSE.post("root", "/api/v1/bodies", body), 400, code, field);
    }

    @ParameterizedTest
    @Tag("B5")
    @CsvSource(delimiter = '|', quoteCharacter = '~', textBlock = """
            not a number                    | NaN     | body.malformed
            beyond every double             | 1e309   | field.malformed
            a fraction                      | 2026.5  | field.malformed
            a number in quotes              | "2026"  | field.malformed
            below the range                 | -1      | year.out-of-range
            above the range                 | 2200    | year.out-of-range
            too long for any number         | 99999999999999999999 | field.malformed
            """)
    void aNumberIsTakenAtItsWordOrNotAtAll(String what, String number, String code) {
        refused(HOUSE.post("root", "/api/v1/calendars/prc/years", "{\"year\": " + number + ", \"document\": \"x\"}"), 400, code,
                code.equals("body.malformed") ? "" : "year");
    }

    @Test
    @Tag("B5")
    @Tag("B7")
    void whatIsTooDeepTooLongOrTooLargeIsRefusedQuickly() {
        refused(HOUSE.post("root", "/api/v1/bodies", "[".repeat(10_000)), 400, "body.malformed", "");
        refused(HOUSE.post("root", "/api/v1/bodies", "{\"body\": " + "9".repeat(400) + "}"), 400, "body.malformed", "");
        refused(HOUSE.post("root", "/api/v1/bodies", "{\"body\": \"" + "x".repeat(2 << 20) + "\"}"), 413, "body.too-large", "");
    }

    @Test
    @Tag("B7")
    @Tag("B14")
    void headersThatAreMissingOrMalformedAreRefused() {
        refused(HOUSE.send(HOUSE.request("/api/v1/bodies").POST(HttpRequest.BodyPublishers.ofString(COUNTY))
                .header("Content-Type", "application/json").header("Authorization", "Bearer " + SignIn.token("root"))),
                400, "idempotency-key.missing", "");
        refused(HOUSE.post("root", "/api/v1/bodies", COUNTY, Map.of("Idempotency-Key", "x".repeat(256))), 400,
                "idempotency-key.malformed", "");
        refused(HOUSE.post("root", "/api/v1/bodies", COUNTY, Map.of("Idempotency-Key", "a b")), 400, "idempotency-key.malformed", "");
        refused(HOUSE.post("root", "/api/v1/bodies", COUNTY, Map.of("If-Match", "W/\"1\"")), 400, "if-match.malformed", "");
        refused(HOUSE.post("root", "/api/v1/bodies", COUNTY, Map.of("Content-Type", "text/plain")), 415, "body.not-json", "");
        refused(HOUSE.post("root", "/api/v1/bodies", COUNTY, Map.of("If-Match", "\"77\"")), 412, "version.stale", "");
        refused(HOUSE.post("root", "/api/v1/applications/r1.b1/moderation", "{\"assessor\": \"a\", \"input\": \"i\", \"to\": \"1\"}"),
                428, "if-match.missing", "");
    }

    @Test
    void unknownSubjectsAndPlacesAreNotFound() {
        refused(HOUSE.post("root", "/api/v1/bodies/nowhere/people", "{\"person\": \"p\", \"name\": \"n\"}"), 404, "body.unknown", "");
        refused(HOUSE.post("root", "/api/v1/nothing", "{}"), 404, "http.404", "");
    }

    @Test
    @Tag("B1")
    void onlyATokenOfOurIssuerForUsInTimeOpensTheDoor() {
        for (String token : List.of(SignIn.forged("root"), "x.y.z", "eyJhbGciOiJub25lIn0.eyJzdWIiOiJyb290In0.",
                SignIn.odd("root", claims -> claims.audience("other")), SignIn.odd("root", claims -> claims.issuer("http://elsewhere")),
                SignIn.odd("root", claims -> claims.expirationTime(Date.from(Instant.now().minusSeconds(3_600)))))) {
            Reply reply = HOUSE.post("root", "/api/v1/bodies", COUNTY, Map.of("Authorization", "Bearer " + token));
            refused(reply, 401, "sign-in.required", "");
            assertThat(reply.body().has("detail")).isFalse();
        }
        refused(HOUSE.post("", "/api/v1/bodies", COUNTY), 401, "sign-in.required", "");
        refused(HOUSE.get("/v3/api-docs", Map.of()), 401, "sign-in.required", "");
        assertThat(HOUSE.get("/actuator/health", Map.of()).status()).isEqualTo(200);
    }

    @Test
    @Tag("B2")
    void whatIsNotForThisPersonIsForbiddenWithTheReason() {
        String person = "{\"person\": \"p\", \"name\": \"n\"}";
        refused(HOUSE.post("nobody", "/api/v1/bodies/county/people", person), 403, "policy.person-unknown", "");
        refused(HOUSE.post("guest", "/api/v1/bodies/county/people", person), 403, "policy.post-missing", "");
        String branch = """
                {"branch": "b1", "body": "water", "kind": "agency", "name": {"zh": "支部", "en": "Branch"}, "foundedOn": "2020-01-01"}""";
        refused(HOUSE.post("office", "/api/v1/branches", branch), 403, "policy.not-your-body", "");
        done(HOUSE.post("office", "/api/v1/branches", branch.replace("water", "finance")));
        refused(HOUSE.post("root", "/api/v1/bodies/county/people", person.replace("{", "{\"onBehalfOf\": \"office\", ")),
                403, "policy.no-delegation", "");
        assertThat(HOUSE.get("/actuator/prometheus", bearer("guest")).status()).isEqualTo(403);
        assertThat(HOUSE.get("/actuator/prometheus", bearer("office")).status()).isEqualTo(200);
    }

    @Test
    void aBallotIsNobodysWhoeverIsSignedIn() {
        String ballot = """
                {"code": "k7Qm-2xTw", "marks": [{"input": "satisfaction", "cell": "91"}]}""";
        for (String person : List.of("", "office")) {
            refused(HOUSE.post(person, "/api/v1/applications/r1.b1/ballots", ballot), 409, "application.no-ballots-taken", "");
        }
        refused(HOUSE.post("", "/api/v1/applications/r1.b1/comments", "{\"code\": \"k\", \"statement\": \"s\"}"), 404,
                "application.unknown", "");
        refused(HOUSE.post("office", "/api/v1/applications/r1.b1/ballots", ballot.replace("{\"code", "{\"onBehalfOf\": \"root\", \"code")),
                400, "field.unknown", "onBehalfOf");
        refused(HOUSE.post("office", "/api/v1/applications/r1.b1/ballots", ballot.replace("{\"code", "{\"reason\": \"r\", \"code")),
                400, "field.unknown", "reason");
    }

    @Test
    @Tag("B4")
    void anAttemptThatAGuardRefusesIsRecordedBesideTheCase() {
        long version = HOUSE.bean(Journal.class).lastVersion("body/county");
        Reply reply = HOUSE.post("root", "/api/v1/bodies/county/people", """
                {"person": "root", "name": "管理员"}""");
        done(reply);
        Reply self = HOUSE.post("root", "/api/v1/bodies/county/posts", """
                {"person": "root", "post": "APPEAL_PANEL", "from": "2026-01-01"}""");
        assertThat(self.status()).isEqualTo(403);
        assertThat(self.code()).isEqualTo("separation.own-post");
        assertThat(HOUSE.bean(Journal.class).lastVersion("body/county")).isEqualTo(version + 1);
        assertThat(HOUSE.bean(Journal.class).stream(StreamId.guardLog(new PersonId("root")).toString(), 0))
                .singleElement().satisfies(fact -> assertThat(fact.type()).isEqualTo("guard.attempt-refused/1"));
    }

    @Test
    void nothingNewIsWrittenAboutAPersonWhoseValuesWereErased() {
        HOUSE.bean(Keyring.class).erase(Personal.keyOf(new PersonId("gone")));
        refused(HOUSE.post("root", "/api/v1/bodies/county/people", "{\"person\": \"gone\", \"name\": \"n\"}"), 409, "key.erased", "");
    }

    @Test
    void theDescriptionNamesEveryCommandThatPeopleMaySend() {
        Reply docs = HOUSE.get("/v3/api-docs", bearer("guest"));
        assertThat(docs.body().path("openapi").stringValue()).startsWith("3.1");
        List<String> described = docs.body().findValuesAsString("operationId");
        assertThat(described).contains("EstablishBody", "OpenRound", "SubmitScores", "Decide", "RaiseObjection", "Downgrade",
                "UpholdAppeal", "Batch");
        assertThat(docs.body().at("/paths/~1api~1v1~1batches~1{kind}/post/parameters/0/schema/enum").toString())
                .contains("AcceptApplication", "Decide").doesNotContain("GrantLevel");
        assertThat(described).doesNotContain("GrantLevel", "PlaceInRound", "StrikeOut", "CloseNotice", "RecordRefusedAttempt");
        assertThat(docs.body().at("/paths/~1api~1v1~1bodies/post/requestBody/content/application~1json/schema/required").toString())
                .contains("body", "kind", "name");
    }

    @Test
    void aDryRunSaysOfEachItemWhatTheRunThenDoesAndRecordsNothing() {
        done(HOUSE.post("root", "/api/v1/bodies/finance/people", """
                {"person": "root-too", "name": "管理员"}"""));
        done(HOUSE.post("root", "/api/v1/bodies/finance/posts", """
                {"person": "root-too", "post": "ADMINISTRATOR", "from": "2020-01-01"}"""));
        String items = """
                {"items": [{"body": "finance", "person": "guest", "post": "DESK_REVIEWER", "from": "2020-01-01", "reason": "年度调整"},
                           {"body": "finance", "person": "root-too", "post": "APPEAL_PANEL", "from": "2020-01-01"},
                           {"body": "finance", "person": "stranger", "post": "ASSESSOR", "from": "2020-01-01"},
                           {"body": "finance", "person": "guest", "post": "ASSESSOR", "from": "2020-01-01", "ifVersion": 1}]}""";
        Map<String, String> key = Map.of("Idempotency-Key", "many-posts");
        long head = head();
        List<JsonNode> dry = lines(HOUSE.post("root-too", "/api/v1/batches/AssignPost?dryRun=true", items, key));
        assertThat(dry).map(CommandsOverHttpIT::outcome).containsExactly("body.post-assigned/1", "separation.own-post",
                "body.person-unknown", "version.stale", "1 of 4");
        assertThat(head()).as("nothing is recorded, not even in the guard's log").isEqualTo(head);
        List<JsonNode> run = lines(HOUSE.post("root-too", "/api/v1/batches/AssignPost", items, key));
        assertThat(run).map(CommandsOverHttpIT::outcome).isEqualTo(dry.stream().map(CommandsOverHttpIT::outcome).toList());
        assertThat(head()).as("a post, and an attempt").isEqualTo(head + 2);
        assertThat(run.getFirst().at("/receipt/command")).isEqualTo(dry.getFirst().at("/receipt/command"));
        assertThat(lines(HOUSE.post("root-too", "/api/v1/batches/AssignPost", items, key))).as("the same key again").isEqualTo(run);
        assertThat(head()).isEqualTo(head + 2);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '~', textBlock = """
            EstablishBody  | {"body": "x", "kind": "AGENCY", "name": {"zh": "a", "en": "b"}}, {"body": "x"} | field.missing | [1].kind
            EstablishBody  | {"body": "X y", "kind": "AGENCY", "name": {"zh": "a", "en": "b"}}              | id.malformed  | [0].body
            RegisterPerson | {"body": "x", "person": "p", "name": "n", "reason": 1}               | field.malformed     | [0].reason
            RegisterPerson | {"body": "x", "person": "p", "name": "n", "ifVersion": -1}           | if-match.malformed  | [0].ifVersion
            ModerateScore  | {"application": "r1.b1", "assessor": "a", "input": "i", "to": "1"}   | if-match.missing    | [0].ifVersion
            RegisterPerson | 1                                                                    | field.not-an-object | [0]
            RegisterPerson | ~~                                                                   | list.empty          | ~~
            """)
    void aBatchIsUnderstoodAsAWholeOrNotAtAll(String kind, String items, String code, String field) {
        refused(HOUSE.post("root", "/api/v1/batches/" + kind, "{\"items\": [" + items + "]}"), 400, code, "items" + field);
    }

    @Test
    void aBatchHasAKnownKindAndAnEnd() {
        refused(HOUSE.post("root", "/api/v1/batches/CloseRound", "{\"things\": []}"), 400, "field.unknown", "things");
        refused(HOUSE.post("root", "/api/v1/batches/CloseRound", "{}"), 400, "field.not-a-list", "items");
        refused(HOUSE.post("root", "/api/v1/batches/GrantLevel", "{\"items\": [{}]}"), 404, "batch.kind-unknown", "");
        refused(HOUSE.post("root", "/api/v1/batches/CloseRound",
                "{\"items\": [" + "{\"round\": \"r1\"},".repeat(500) + "{\"round\": \"r1\"}]}"), 400, "list.too-long", "items");
        refused(HOUSE.post("", "/api/v1/batches/CloseRound", "{\"items\": [{\"round\": \"r1\"}]}"), 401, "sign-in.required", "");
    }

    private static List<JsonNode> lines(Reply reply) {
        assertThat(reply.http().headers().firstValue("content-type")).hasValue("application/x-ndjson");
        return new String(reply.http().body(), StandardCharsets.UTF_8).lines().map(JSON::readTree).toList();
    }

    /** The first fact of an item, or its code; of the last line, how many were accepted. */
    private static String outcome(JsonNode line) {
        return line.has("items") ? line.path("accepted").intValue() + " of " + line.path("items").intValue()
                : line.at("/receipt/facts/0").asString(line.at("/problem/code").asString(""));
    }

    private static void refused(Reply reply, int status, String code, String field) {
        assertThat(reply.body().toString()).contains("\"code\":\"" + code + "\"");
        assertThat(reply.status()).isEqualTo(status);
        assertThat(reply.field()).isEqualTo(field);
        assertThat(reply.http().headers().firstValue("content-type")).hasValueSatisfying(type ->
                assertThat(type).startsWith("application/problem+json"));
        assertThat(HOUSE.bean(Journal.class).after(0, 1_000)).noneMatch(fact -> fact.stream().equals("body/x"));
    }

    private static void done(Reply reply) {
        assertThat(reply.status()).as(reply.body().toString()).isIn(200, 201);
    }

    private static long head() {
        return HOUSE.bean(Journal.class).head();
    }

    private static Map<String, String> bearer(String person) {
        return Map.of("Authorization", "Bearer " + SignIn.token(person));
    }

    private static Reply get(Future<Reply> reply) {
        try {
            return reply.get();
        } catch (InterruptedException | ExecutionException e) {
            throw new IllegalStateException(e);
        }
    }
}
