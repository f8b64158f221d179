package asterism.query.listing;

import static org.assertj.core.api.Assertions.assertThat;

import asterism.events.Post;
import asterism.journal.Recorded;
import asterism.query.County;
import asterism.query.RandomCounty;
import asterism.query.ReadSide;
import asterism.query.ReadSide.Reply;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * A county in which everything happened once and stars changed often, late and out of order. Every question was asked a few times while
 * it happened, about the same day; what was answered then must be what is answered of then.
 */
class AsOfIT {
    private static final ReadSide SIDE = new ReadSide();
    private static final boolean CAMPAIGN = Boolean.getBoolean("campaign");
    private static final int MOMENTS = CAMPAIGN ? 40 : 5;
    /** Of the conditions of a list, each so-many-th is asked. */
    private static final int STEP = CAMPAIGN ? 1 : 3;
    /** By then not all is over that is told first. */
    private static final int SOON = 15;
    private static final String DAY = "2024-02-15";
    private static final String LATER = "2027-01-01";
    /** Names are those of today, and what is no longer believed says so. */
    private static final List<String> OF_TODAY = List.of("zh", "en", "knownTo", "knownToAt");
    /** So is the body beside a branch, but where bodies are what is asked about. */
    private static final List<String> OF_TODAY_AND_BODIES = Stream.concat(OF_TODAY.stream(), Stream.of("body")).toList();
    private static final List<String> QUESTIONS = List.of("/api/v1/dashboard/rounds?",
            "/api/v1/dashboard/distribution?validAt=" + DAY + "&",
            "/api/v1/dashboard/flow?from=2024-01-20&to=" + DAY + "&", "/api/v1/dashboard/flow/rounds?from=r2023&to=r2024&",
            "/api/v1/dashboard/dwell?validAt=" + LATER + "&",
            "/api/v1/dashboard/overdue?validAt=" + LATER + "&", "/api/v1/branches/b001/history?",
            "/api/v1/branches/b002/why?validAt=" + DAY + "&");
    /** By position, what was answered to each question once it was the last. */
    private static final Map<Long, Map<String, JsonNode>> ANSWERED = new LinkedHashMap<>();

    @BeforeAll
    static void aCountyThatIsAskedAllAlong() {
        SIDE.start();
        SIDE.story.tell(County.person("p-auditor", "work-committee", "Wang Fang"),
                County.post("p-auditor", Post.AUDITOR, "work-committee", null));
        List<Recorded> facts = RandomCounty.everything(11, 6, 150).facts();
        int from = 0;
        for (int to : moments(facts)) {
            facts.subList(from, to).forEach(fact -> SIDE.story.on(fact.effectiveOn().toString())
                    .tellAsWritten(fact.stream(), fact.type(), fact.payload()));
            SIDE.relay(SIDE.story.facts());
            long head = SIDE.story.head();
            ANSWERED.put(head, questions().collect(Collectors.toMap(question -> question,
                    question -> answer(question + "waitFor=" + head))));
            from = to;
        }
    }

    /** Soon, every so often, at the end; and at once when something is late, as the next facts may end that. */
    private static Set<Integer> moments(List<Recorded> facts) {
        Set<Integer> moments = new TreeSet<>(Set.of(facts.size()));
        for (int to = SOON; to < facts.size(); to += facts.size() / MOMENTS) {
            moments.add(to);
        }
        IntStream.range(0, facts.size()).filter(at -> facts.get(at).type().startsWith("application.stage-overdue/"))
                .forEach(at -> moments.add(at + 1));
        return moments;
    }

    @AfterAll
    static void close() {
        SIDE.close();
    }

    private static Stream<String> questions() {
        return Stream.concat(QUESTIONS.stream(), lists().stream().filter(list -> list.at("/hasKnowledge").asBoolean()
                        && !list.at("/name").asString().equals("backdated")) // each is told on its day
                .map(list -> path(list) + "?limit=500&" + (list.at("/hasDays").asBoolean() ? "validAt=" + LATER + "&" : "")));
    }

    private static List<JsonNode> lists() {
        return SIDE.get("/api/v1/lists").body().valueStream().toList();
    }

    private static String path(JsonNode list) {
        return "/api/v1/lists/" + list.at("/name").asString();
    }

    private static JsonNode answer(String question) {
        Reply reply = SIDE.getAs("p-auditor", question);
        assertThat(reply.status()).as(question + " " + reply.body()).isIn(200, 404);
        return without(question.contains("/distribution") ? OF_TODAY : OF_TODAY_AND_BODIES,
                reply.at(reply.status() == 200 ? "/answer" : "/code"));
    }

    private static JsonNode without(List<String> fields, JsonNode answer) {
        if (answer instanceof ObjectNode object) {
            object.remove(fields);
        }
        answer.forEach(part -> without(fields, part));
        return answer;
    }

    @Test
    @Tag("I9")
    void whatWasAnsweredThenIsWhatIsAnsweredOfThen() {
        ANSWERED.forEach((position, answered) -> answered.forEach((question, then) ->
                assertThat(answer(question + "asOfPosition=" + position)).as(question + " as of " + position).isEqualTo(then)));
        assertThat(questions().filter(question ->
                ANSWERED.values().stream().map(answered -> answered.get(question)).distinct().count() < 2))
                .as("questions whose answer never changed").isEmpty();
    }

    /** What can be said of a field in a filter. */
    private static Stream<String> conditions(JsonNode field) {
        String name = field.at("/name").asString();
        return switch (Field.Type.valueOf(field.at("/type").asString())) {
            case TEXT -> Stream.of(" = b001", " != \"a b\"", " ~ 0", " in (b001, none)", " = none").map(name::concat);
            case NUMBER -> Stream.of(" = 1", " < 2.5", " >= -1", " in (1, 2)", " != none").map(name::concat);
            case DAY -> Stream.of(" = 2024-02-01", " < 2024-02-01", " >= 2024-02-01", " in (2024-02-01)", " = none").map(name::concat);
            case TIME -> Stream.of(" < 2024-02-01T00:00:00Z", " >= 2024-02-01T00:00:00Z", " != none").map(name::concat);
            case FLAG -> Stream.of(" = true", " != true").map(condition -> "not " + name + condition);
        };
    }

    private static List<String> clocks(JsonNode list) {
        List<String> clocks = new ArrayList<>(List.of(""));
        if (list.at("/hasDays").asBoolean()) {
            clocks.add("&validAt=" + DAY);
        }
        if (list.at("/hasKnowledge").asBoolean()) {
            clocks.addAll(List.of("&asOfPosition=100", "&knownAt=2024-02-01T00:00:00Z"));
            clocks.addAll(list.at("/hasDays").asBoolean() ? List.of("&asOfPosition=100&validAt=" + DAY) : List.of());
        }
        return clocks;
    }

    /** All together in the campaign; the build asks a third of the conditions, and the clocks take turns. */
    @Test
    void everyListAnswersToEveryFilterOnEveryClock() {
        int asked = 0;
        for (JsonNode list : lists()) {
            List<String> conditions = list.at("/fields").valueStream().flatMap(AsOfIT::conditions).toList();
            List<String> clocks = clocks(list);
            for (int i = 0; i < conditions.size(); i += STEP) {
                for (String clock : CAMPAIGN ? clocks : List.of(clocks.get(i / STEP % clocks.size()))) {
                    String question = path(list) + "?limit=2" + clock + "&filter="
                            + URLEncoder.encode(conditions.get(i), StandardCharsets.UTF_8);
                    assertThat(SIDE.getAs("p-auditor", question).status()).as(question).isEqualTo(200);
                    asked++;
                }
            }
        }
        assertThat(asked).isGreaterThan(CAMPAIGN ? 2_000 : 150);
    }
}
