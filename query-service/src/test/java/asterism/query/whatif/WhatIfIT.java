package asterism.query.whatif;

import static java.util.Map.entry;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import asterism.embedded.TestServers;
import asterism.events.ApplicationEvent.ApplicationStarted;
import asterism.events.ApplicationEvent.AssessorsAssigned;
import asterism.events.ApplicationEvent.Computed;
import asterism.events.ApplicationEvent.FormerScores;
import asterism.events.ApplicationEvent.FormerScoresOpened;
import asterism.events.ApplicationEvent.LevelProposed;
import asterism.events.ApplicationEvent.ReviewRated;
import asterism.events.ApplicationEvent.Scores;
import asterism.events.ApplicationEvent.ScoresOpened;
import asterism.events.ApplicationEvent.ScoresSubmitted;
import asterism.events.ApplicationEvent.SiteVisitCompleted;
import asterism.events.ApplicationEvent.SurveyClosed;
import asterism.events.ApplicationId;
import asterism.events.BodyId;
import asterism.events.BranchId;
import asterism.events.CalendarId;
import asterism.events.Event;
import asterism.events.Label;
import asterism.events.Level;
import asterism.events.Mark;
import asterism.events.PersonId;
import asterism.events.Pin;
import asterism.events.Post;
import asterism.events.RoundEvent.QuotaAllocated;
import asterism.events.RoundEvent.RoundOpened;
import asterism.events.RoundId;
import asterism.events.SchemeEvent.ImpactReported;
import asterism.events.SchemeEvent.LocalRulesAdopted;
import asterism.events.SchemeEvent.SchemeVersionPublished;
import asterism.events.SchemeId;
import asterism.events.Secret;
import asterism.events.Sha256;
import asterism.query.County;
import asterism.query.ReadSide.Reply;
import asterism.query.Questions.Asked;
import asterism.query.Questions.Place;
import asterism.query.Questions;
import asterism.query.ReadSide;
import asterism.query.projecting.Live;
import asterism.query.reading.Refused;
import asterism.query.web.Visitor;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.RejectedExecutionException;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.common.TopicPartition;
import org.htmlunit.html.HtmlButton;
import org.htmlunit.html.HtmlElement;
import org.htmlunit.html.HtmlForm;
import org.htmlunit.html.HtmlInput;
import org.htmlunit.html.HtmlPage;
import org.htmlunit.html.HtmlSelect;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

/** An auditor asks what the stars of a round would be if something had been otherwise; nothing leaves, and the report is kept. */
class WhatIfIT {
    private static final RoundId ROUND = new RoundId("r2025");
    private static final SchemeId SCHEME = new SchemeId("zoucheng-70-30");
    private static final String TEXT = text("zoucheng-70-30.yaml");
    private static final String STRICTER = TEXT.replace("version: 2023", "version: 2026").replace("from: 90", "from: 92")
            .replace("below: 90", "below: 92");
    private static final String LOCAL = text("zoucheng-70-30.local-rules.yaml");
    private static final List<PersonId> PANEL = IntStream.rangeClosed(1, 4).mapToObj(i -> new PersonId("a" + i)).toList();
    private static final ReadSide SIDE = new ReadSide();
    /** What the questions are asked about; some mean something else by a word. */
    private static final Map<String, String> OURS = Map.ofEntries(entry("branch", "b01"), entry("round", "r2025"),
            entry("application", "r2025.b01"), entry("scheme", "zoucheng-70-30"), entry("name", "rating"), entry("report", "none"),
            entry("from", "2025-01-01"), entry("to", "2025-12-01"), entry("/api/v1/dashboard/flow/rounds from", "r2024"),
            entry("/api/v1/dashboard/flow/rounds to", "r2025"), entry("/api/v1/changes after", "-1"), entry("id", "r2025"),
            entry("/schemes/{id} id", "zoucheng-70-30"), entry("appeal", "r2025.b01"), entry("position", "1"),
            entry("command", "DecideLevel"), entry("subject", "r2025.b01"), entry("sha256", "0".repeat(64)),
            entry("/what-if/{report} report", "0".repeat(64)));
    /** Some places take these. */
    private static final Set<String> LIKELY = Set.of("", "-1");
    private static final Map<String, String> TOKENS = new HashMap<>();
    /** There is nothing of that name. */
    private static final Map<String, String> NOTHING = Map.of("report", "0".repeat(64));
    private static final List<String> HOSTILE = List.of("' or '1'='1", "'; drop schema public cascade; --", "1); select pg_sleep(3); --",
            "'||pg_sleep(3)||'", "\" or 1=1 --", "$$;$$", "\\'; commit; --", ":today", "%' or '%'='", "\u0000", "\u202egnp.exe", "-1",
            "1e309", "9".repeat(400), "x".repeat(5_000), "../../etc/passwd", "%2e%2e%2f", "<script>", "${jndi:ldap://x}", "{{7*7}}",
            "2025-02-30", "");

    private static String text(String name) {
        try {
            return Files.readString(Path.of("..", "deploy", "schemes", name));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @BeforeAll
    static void aRoundIsRated() {
        SIDE.start("--asterism.what-if.patience=1ms");
        List<Event> facts = new ArrayList<>(List.of(County.body("work-committee", null), County.body("archives", "work-committee"),
                County.person("auditor", "work-committee", "审计"), County.post("auditor", Post.AUDITOR, "work-committee", null),
                County.person("clerk", "archives", "文书"), County.post("clerk", Post.BRANCH_SECRETARY, "archives", "b01"),
                County.person("chair", "work-committee", "主任"), County.post("chair", Post.PANEL_CHAIR, "work-committee", null),
                new SchemeVersionPublished(SCHEME, "2023", Sha256.of(TEXT), TEXT, List.of()),
                new LocalRulesAdopted(SCHEME, "2023", Sha256.of(LOCAL), LOCAL),
                new SchemeVersionPublished(SCHEME, "2026", Sha256.of(STRICTER), STRICTER, List.of()),
                new ImpactReported(SCHEME, "2026", Sha256.of(STRICTER), Sha256.of(LOCAL), ROUND, 4, 0, 1, 0, "2", Sha256.of("in"),
                        Sha256.of("")),
                new RoundOpened(ROUND, new Label("评定", "Rating"), new Pin(SCHEME, "2023", Sha256.of(TEXT), Sha256.of(LOCAL)),
                        new CalendarId("prc-working-days"), new BodyId("work-committee"), LocalDate.of(2025, 10, 8),
                        LocalDate.of(2025, 11, 8))));
        facts.addAll(judged("b01", "96", "94", "93", "20"));
        facts.addAll(judged("b02", "91", "91", "92", "92"));
        facts.addAll(judged("b03", "95", "95", "95", "95"));
        facts.addAll(judged("b04", "90", "91", "90", "91"));
        facts.add(new FormerScoresOpened(ApplicationId.of("r2025.b01"), List.of(new FormerScores(PANEL.getFirst(), 1,
                List.of(new Mark("base", "88"))))));
        facts.add(new ReviewRated(ApplicationId.of("r2025.b01"), PANEL.getFirst(), 4));
        facts.add(County.person("a4", "work-committee", "丁"));
        facts.add(County.post("a4", Post.ASSESSOR, "work-committee", null));
        facts.addAll(List.of(County.body("elsewhere", null), County.person("stranger", "elsewhere", "外人"),
                County.post("stranger", Post.ROUND_OFFICE, "elsewhere", null)));
        facts.add(new QuotaAllocated(ROUND, List.of(), 4, Sha256.of("the ranking")));
        SIDE.relay(SIDE.story.tell(facts.toArray(Event[]::new)));
        SIDE.get("/api/v1/ratings?waitFor=" + SIDE.story.head());
    }

    private static List<Event> judged(String branch, String... base) {
        ApplicationId application = new ApplicationId(ROUND, new BranchId(branch));
        List<Event> facts = new ArrayList<>(List.of(County.branch(branch, "archives"),
                new ApplicationStarted(application, new Pin(SCHEME, "2023", Sha256.of(TEXT), Sha256.of(LOCAL))),
                new AssessorsAssigned(application, PANEL, PANEL.getFirst()),
                new SiteVisitCompleted(application, LocalDate.of(2025, 11, 1), "Seen.",
                        List.of(new Mark("deductions", "0"), new Mark("appraisal", "95"))),
                new SurveyClosed(application, 40, 40, List.of(new Mark("satisfaction", "90")))));
        PANEL.forEach(person -> facts.add(new ScoresSubmitted(application, person, 1, Secret.of(application, List.of()))));
        facts.add(new ScoresOpened(application, IntStream.range(0, 4).mapToObj(i ->
                new Scores(PANEL.get(i), List.of(new Mark("base", base[i], base[i].equals("20") ? "not one meeting" : null)))).toList()));
        facts.add(new LevelProposed(application, new Computed("RATED", new Level("5"), "stars_by_points")));
        return facts;
    }

    @AfterAll
    static void over() {
        SIDE.close();
    }

    @Test
    void anAssessorSeesHowFarApartFromTheirPanelsTheyStandAndOthersOnlyWhereTheyWatchOverThem() {
        String path = "/api/v1/rounds/r2025/reliability";
        Reply own = SIDE.getAs("a4", path);
        assertThat(own.at("/answer/assessors")).as(String.valueOf(own.body())).hasSize(1);
        assertThat(own.text("/answer/assessors/0/person")).isEqualTo("a4");
        assertThat(own.at("/answer/assessors/0/apart").decimalValue()).isEqualByComparingTo("-13.688");
        assertThat(own.at("/answer/assessors/0/drift").decimalValue()).isEqualByComparingTo("27.875");
        assertThat(SIDE.getAs("clerk", path).at("/answer/assessors")).isEmpty();
        assertThat(SIDE.getAs("auditor", path).at("/answer/assessors")).hasSize(4);
    }

    @Test
    void onTheirPageAnAssessorSeesTheirDriftAndNobodyElses() throws IOException {
        String path = "/rounds/r2025/assessors";
        try (Visitor assessor = new Visitor(SIDE, "a4", "en"); Visitor auditor = new Visitor(SIDE, "auditor", "zh-CN");
             Visitor clerk = new Visitor(SIDE, "clerk", "en")) {
            HtmlPage own = assessor.open("/rounds/r2025").getElementById("compare").click();
            assertThat(own.getUrl().getPath()).isEqualTo(path);
            assertThat(own.getElementById("assessors").asNormalizedText()).contains("丁", "-13.688", "27.875").doesNotContain("a1");
            assertThat(auditor.open(path).asNormalizedText()).contains("a1", "丁", "27.875", "漂移").doesNotContain("??");
            assertThat(clerk.open(path).asNormalizedText()).contains("None of your scores").doesNotContain("27.875");
            assertThat((Object) clerk.open("/rounds/r2025").getElementById("compare")).isNull();
        }
    }

    /** Asks, and comes back until it is worked out. */
    private static Reply ask(String person, String question) {
        Reply reply = SIDE.postAs(person, "/api/v1/what-if", question);
        for (int i = 0; i < 1_000 && reply.text("/state").equals("RUNNING"); i++) {
            reply = SIDE.getAs(person, reply.headers().firstValue("Location").orElse("/api/v1/what-if/" + reply.text("/report")));
        }
        return reply;
    }

    @Test
    void withoutAnAssessorAStarRisesAnotherIsPushedOutAndNothingLeavesTheQueryService() throws Exception {
        Map<String, String> before = everything();
        Reply reply = ask("auditor", """
                {"round": "r2025", "withoutAssessors": [{"assessor": "a4", "branch": "b01"}], "quotas":
                 [{"quota": "five_star_share", "share": "0.5"}]}""");

        assertThat(reply.status()).as(reply.body().toString()).isEqualTo(200);
        assertThat(reply.text("/state")).isEqualTo("DONE");
        assertThat(reply.at("/position").asLong()).isEqualTo(SIDE.story.head());
        Map<String, String> moved = reply.at("/result/changes").valueStream().collect(Collectors.toMap(
                change -> change.get("branch").asString(), change -> change.at("/from/level").asString("-") + ">"
                        + change.at("/to/level").asString("-") + " " + change.at("/causes/0/step").asString() + " "
                        + change.at("/causes/0/kind").asString()));
        assertThat(moved).containsEntry("b01", "4>5 base INPUT");
        assertThat(reply.at("/result/supposedQuotas/0/seats").asInt()).isEqualTo(2);
        Reply kept = SIDE.getAs("auditor", "/api/v1/what-if/" + reply.text("/report"));
        assertThat(kept.body()).isEqualTo(reply.body());
        assertThat(kept.text("/question/withoutAssessors/0/assessor")).isEqualTo("a4");
        assertThat(everything()).as("no row of a projection, no record, no question to the command-service").isEqualTo(before);
    }

    @Test
    void theSameQuestionIsAnsweredByTheSameReportAndNothingSupposedChangesNothing() {
        Reply once = ask("auditor", "{\"round\": \"r2025\"}");
        Reply again = ask("auditor", "{ \"round\":\"r2025\", \"withoutFacts\": [] }");

        assertThat(again.text("/report")).isEqualTo(once.text("/report"));
        assertThat(again.text("/askedAt")).isEqualTo(once.text("/askedAt"));
        assertThat(once.at("/result/changes").size()).isZero();
        assertThat(once.text("/result/supposedRanking")).isEqualTo(once.text("/result/ranking"));
        assertThat(once.at("/result/units").asInt()).isEqualTo(4);
    }

    @Test
    void anotherVersionIsFoundAmongThePublishedOnes() {
        Reply reply = ask("auditor", "{\"round\": \"r2025\", \"under\": {\"scheme\": \"zoucheng-70-30\", \"version\": \"2026\"}}");

        assertThat(reply.at("/result/changes").valueStream().map(change -> change.at("/causes/0/step").asString()).distinct())
                .as(reply.body().toString()).isSubsetOf("stars_by_points", "five_star_share");
        assertThat(ask("auditor", "{\"round\": \"r2025\", \"under\": {\"scheme\": \"zoucheng-70-30\", \"version\": \"1999\"}}")
                .text("/code")).isEqualTo("scheme.version-unknown");
        assertThat(ask("auditor", "{\"round\": \"r2025\", \"under\": {\"scheme\": \"zoucheng-70-30\", \"version\": \"2026\","
                + " \"localRules\": \"none\"}}").text("/code")).isEqualTo("scheme.local-rules-unknown");
        assertThat(SIDE.getAs("clerk", "/api/v1/schemes/zoucheng-70-30/impacts").text("/answer/0/cutMove")).isEqualTo("2");
    }

    @Test
    void whatCannotBeAskedSaysWhyAndWhoMayNotAskIsRefused() {
        assertThat(ask("auditor", "{\"round\": \"r2025\", \"withoutFacts\": [\"1\"]}").text("/code")).isEqualTo("what-if.fact-unknown");
        assertThat(ask("auditor", "{\"round\": \"r1999\"}").text("/code")).isEqualTo("round.unknown");
        assertThat(ask("auditor", "{}").text("/field")).isEqualTo("round");
        Reply misspelt = ask("auditor", "{\"round\": \"r2025\", \"withoutAssesors\": []}");
        assertThat(misspelt.status()).isEqualTo(400);
        assertThat(misspelt.text("/code") + " " + misspelt.text("/field")).isEqualTo("parameter.malformed withoutAssesors");
        assertThat(ask("auditor", "{\"round\": \"r2025\", \"asOfPosition\": 1, \"knownAt\": \"2025-01-01T00:00:00Z\"}").text("/code"))
                .isEqualTo("clock.twice");
        assertThat(ask("auditor", "{\"round\": \"r2025\", \"quotas\": [{\"quota\": \"five_star_share\", \"share\": \"2\"}]}")
                .status()).isEqualTo(400);
        assertThat(ask("auditor", "{\"round\": \"r2025\", \"withoutFacts\": [" + "\"1\",".repeat(100) + "\"2\"]}").text("/code"))
                .isEqualTo("what-if.too-much");
        assertThat(ask("clerk", "{\"round\": \"r2025\"}").status()).isEqualTo(403);
        assertThat(SIDE.getAs("auditor", "/api/v1/what-if/none").text("/code")).isEqualTo("what-if.unknown");
        assertThat(SIDE.get("/api/v1/what-if/none").status()).isEqualTo(401);
    }

    /** The table says who reads what; each question that the description holds stands in it. */
    @Test
    @Tag("B3")
    void everyQuestionAnswersThoseWhomTheTableNamesAndOthersAsIfNothingWereThere() throws IOException {
        Map<String, String> theirs = new HashMap<>(OURS);
        theirs.put("report", ask("auditor", "{\"round\": \"r2025\"}").text("/report"));
        Map<String, String> table = Files.readString(Path.of("who-reads-what.md")).lines()
                .filter(line -> line.matches("\\| (GET|POST|DELETE) .*")).map(line -> line.split("\\|", -1))
                .collect(Collectors.toMap(cells -> cells[1].strip(), cells -> cells[2].strip()));
        List<Asked> questions = Questions.described(SIDE.get("/v3/api-docs").body());
        assertThat(questions).map(Asked::name).containsExactlyInAnyOrderElementsOf(table.keySet());
        List<String> wrong = new ArrayList<>();
        questions.forEach(question -> {
            String who = table.getOrDefault(question.name(), "");
            Map<String, String> values = question.least(theirs);
            Seen nobody = seen("", question, values);
            Seen stranger = seen("stranger", question, values);
            boolean right = switch (who) {
                case "anybody" -> nobody.equals(stranger) && nobody.status() != 401;
                case "who signed in" -> nobody.status() == 401 && stranger.equals(seen("auditor", question, values));
                case "each their own" -> nobody.status() == 401 && stranger.status() == 200;
                case "some posts" -> nobody.status() == 401 && seen("clerk", question, values).status() == 403;
                case "posts that reach it" -> nobody.status() == 401 && stranger.status() >= 400
                        && stranger.equals(seen("stranger", question, question.least(NOTHING)));
                default -> false;
            };
            if (!right) {
                wrong.add("%s (%s): nobody %s, a stranger %s".formatted(question.name(), who, nobody, stranger));
            }
        });
        assertThat(wrong).isEmpty();
    }

    /** What somebody sees of an answer: not when it was given. */
    private record Seen(int status, String text) {
        @Override
        public String toString() {
            return status + " " + (text.length() > 300 ? text.substring(0, 300) : text);
        }
    }

    private static Seen seen(String person, Asked question, Map<String, String> values) {
        String[] signedIn = person.isEmpty() ? new String[0]
                : new String[] {"Authorization", TOKENS.computeIfAbsent(person, name -> "Bearer "
                        + SIDE.commands.tokenOf(name, "asterism"))};
        ReadSide.Text answer = SIDE.send(question.method(), question.address(values),
                question.method().equals("POST") ? "{\"round\": \"r2025\"}" : "", signedIn);
        String asked = question.address(values).split("\\?", 2)[0];
        return new Seen(answer.status(), answer.body().replace(asked, ""));
    }

    /**
     * Driven by the description: in no place of a question is a text more than a text, and what nobody reads is refused.
     * {@code -Dfuzz.rounds} plays longer, {@code -Dfuzz.seed} the same again.
     */
    @Test
    @Tag("B8")
    @Tag("B9")
    void whateverIsPutInAnyPlaceOfAQuestionIsATextAndNoMore() {
        long seed = Long.getLong("fuzz.seed", System.nanoTime());
        Random random = new Random(seed);
        List<String> wrong = new ArrayList<>();
        int asked = 0;
        for (int round = 0; round < Integer.getInteger("fuzz.rounds", 1); round++) {
            for (Asked question : Questions.described(SIDE.get("/v3/api-docs").body())) {
                for (Place place : question.method().equals("GET") ? question.places() : List.<Place>of()) {
                    Map<String, String> values = question.least(OURS);
                    Seen harmless = put(question, place, values, "nothing-like-it");
                    String good = values.getOrDefault(place.name(), "x");
                    Seen yes = put(question, place, values, good + "' and '1'='1");
                    if (yes.status() != put(question, place, values, good + "' and '1'='2").status()) {
                        wrong.add(question.name() + " " + place.name() + " thinks");
                    }
                    for (String text : List.of(HOSTILE.get(random.nextInt(HOSTILE.size())), HOSTILE.get(random.nextInt(HOSTILE.size())))) {
                        long before = System.nanoTime();
                        Seen seen = put(question, place, values, text);
                        asked++;
                        if (!(Set.of(400, 404).contains(seen.status()) || seen.equals(harmless) || LIKELY.contains(text)
                                || place.name().equals("after"))
                                || seen.status() >= 500 || System.nanoTime() - before > 2_500_000_000L) {
                            wrong.add("%s %s=%s: %s beside %s".formatted(question.name(), place.name(), text, seen, harmless));
                        }
                    }
                }
                Seen more = put(question, new Place("actorId", false, false), question.least(OURS), "root");
                if (question.method().equals("GET") && more.status() != 400) {
                    wrong.add(question.name() + " takes what nobody reads: " + more);
                }
            }
        }
        assertThat(wrong).as("seed " + seed).isEmpty();
        assertThat(asked).isGreaterThan(200);
    }

    /** The same of the pages; what was put in is never part of a page, and what cannot be is said on one. */
    @Test
    @Tag("B8")
    @Tag("B9")
    void whateverIsPutInAnyPlaceOfAPageIsATextAndNoMore() {
        String markup = "\"><script>hostile()</script><a title='";
        List<Asked> pages = SIDE.pages();
        assertThat(pages).map(Asked::path).contains("/", "/branches/{branch}", "/do/{command}/{subject}", "/history", "/what-if");
        Random random = new Random(Long.getLong("fuzz.seed", System.nanoTime()));
        List<String> wrong = new ArrayList<>();
        pages.forEach(page -> page.places().forEach(place -> {
            Map<String, String> values = page.least(OURS);
            String good = values.getOrDefault(place.name(), "x");
            ReadSide.Text yes = shown(page, place, values, good + "' and '1'='1");
            ReadSide.Text no = shown(page, place, values, good + "' and '1'='2");
            ReadSide.Text marked = shown(page, place, values, markup);
            String text = HOSTILE.get(random.nextInt(HOSTILE.size()));
            ReadSide.Text any = shown(page, place, values, text);
            boolean said = text.equals("\u0000") || isAPage(any); // NUL comes to no page
            if (yes.status() != no.status() || marked.body().contains("<script>hostile") || !said || !isAPage(yes) || !isAPage(marked)) {
                wrong.add("%s %s: %d or %d; markup %d %s; %.40s: %d".formatted(page.path(), place.name(), yes.status(), no.status(),
                        marked.status(), marked.headers().firstValue("Content-Type"), text, any.status()));
            }
        }));
        assertThat(wrong).isEmpty();
    }

    private static boolean isAPage(ReadSide.Text answer) {
        return answer.status() < 400 || (answer.status() < 500
                && answer.headers().firstValue("Content-Type").orElse("").startsWith("text/html"));
    }

    private static ReadSide.Text shown(Asked page, Place place, Map<String, String> values, String text) {
        Map<String, String> changed = new HashMap<>(values);
        changed.put(place.name(), text);
        return page("auditor", page.address(changed));
    }

    private static ReadSide.Text page(String person, String address) {
        return SIDE.text(address, "X-Signed-In", person, "Accept", "text/html");
    }

    /** Not to another assessor, nor to who watches over them: what an assessor gave stays sealed until all have given theirs. */
    @Test
    void noQuestionAndNoPageShowsASealedMarkToAnybody() {
        String mark = "87.654321";
        ApplicationId application = new ApplicationId(new RoundId("r2026"), new BranchId("b06"));
        Pin pin = new Pin(SCHEME, "2023", Sha256.of(TEXT), Sha256.of(LOCAL));
        List<Mark> given = List.of(new Mark("base", mark));
        SIDE.relay(SIDE.story.tell(new RoundOpened(application.round(), new Label("评定", "Rating"), pin,
                        new CalendarId("prc-working-days"), new BodyId("work-committee"), LocalDate.of(2026, 10, 8),
                        LocalDate.of(2026, 11, 8)), County.branch("b06", "archives"), new ApplicationStarted(application, pin),
                new AssessorsAssigned(application, PANEL, PANEL.getFirst()),
                new ScoresSubmitted(application, PANEL.getFirst(), 1, Secret.of(application, given))));
        List<String> people = List.of("a4", "chair", "auditor");
        assertThat(people.stream().flatMap(person -> showing(person, application, mark))).isEmpty();
        SIDE.relay(SIDE.story.tell(new ScoresOpened(application, List.of(new Scores(PANEL.getFirst(), given)))));
        assertThat(showing("auditor", application, mark)).as("once opened, who watches over them sees it").isNotEmpty();
    }

    /** The questions and pages that answer that person with this text. */
    private static Stream<String> showing(String person, ApplicationId application, String text) {
        Map<String, String> theirs = new HashMap<>(OURS);
        theirs.putAll(Map.of("application", application.toString(), "branch", application.branch().value(), "round", "r2026", "id",
                "r2026", "appeal", application.toString(), "subject", application.toString(), "position", "" + SIDE.story.head()));
        assertThat(SIDE.get("/api/v1/ratings?waitFor=" + SIDE.story.head()).status()).isEqualTo(200);
        return Stream.concat(Questions.described(SIDE.get("/v3/api-docs").body()).stream().filter(asked -> asked.method().equals("GET"))
                        .filter(asked -> seen(person, asked, asked.least(theirs)).text().contains(text)),
                SIDE.pages().stream().filter(page -> page(person, page.address(page.least(theirs))).body().contains(text)))
                .map(asked -> person + " " + asked.path());
    }

    private static Seen put(Asked question, Place place, Map<String, String> values, String text) {
        Map<String, String> changed = new HashMap<>(values);
        changed.put(place.name(), text);
        List<Place> places = Stream.concat(question.places().stream(), Stream.of(place)).distinct().toList();
        return seen("auditor", new Asked(question.method(), question.path(), places), changed);
    }

    @Test
    void whoeverAskedMayGiveUpAndTooManyQuestionsAtOnceAreRefused() {
        List<Runnable> held = new ArrayList<>();
        Reports reports = SIDE.bean(Reports.class);
        Runs runs = new Runs(SIDE.bean(Live.class), reports, Duration.ofMillis(1), Duration.ofMillis(1), work -> {
            if (!held.isEmpty()) {
                throw new RejectedExecutionException();
            }
            held.add(work);
        });
        Question question = Question.read("{\"round\": \"r2025\", \"asOfPosition\": 40}");
        String report = runs.ask(question, "auditor", SIDE.story.head(), LocalDate.of(2025, 12, 1));
        assertThat(reports.find(report).orElseThrow().state()).isEqualTo(Reports.State.RUNNING);
        assertThatThrownBy(() -> runs.ask(Question.read("{\"round\": \"r2025\"}"), "auditor", 1, LocalDate.of(2025, 12, 1)))
                .isInstanceOfSatisfying(Refused.class, refused -> assertThat(refused.code()).isEqualTo("what-if.busy"));

        runs.cancel(report);
        held.forEach(Runnable::run);

        assertThat(reports.find(report).orElseThrow()).satisfies(row -> {
            assertThat(row.state()).isEqualTo(Reports.State.CANCELLED);
            assertThat(row.code()).isEqualTo("what-if.cancelled");
        });
        assertThat(SIDE.deleteAs("auditor", "/api/v1/what-if/" + report).text("/state")).isEqualTo("CANCELLED");
    }

    /** Looks at the report after each step, and has it given up at the fortieth. */
    private static final class Watched extends Reports {
        private final List<Reply> seen = new ArrayList<>();
        private Consumer<String> givingUp = _ -> { };

        Watched() {
            super(SIDE.bean(JdbcClient.class));
        }

        @Override
        void progress(String report, long steps, long of, Instant now) {
            super.progress(report, steps, of, now);
            seen.add(SIDE.getAs("auditor", "/api/v1/what-if/" + report));
            if (steps == 40) {
                givingUp.accept(report);
            }
        }
    }

    @Test
    void aRunSaysHowFarItIsAndIsGivenUpInTheMiddle() {
        Watched reports = new Watched();
        Runs runs = new Runs(SIDE.bean(Live.class), reports, Duration.ofMillis(1), Duration.ZERO, Runnable::run);
        reports.givingUp = runs::cancel;
        String report = runs.ask(Question.read("{\"round\": \"r2025\", \"withoutAssessors\": [{\"assessor\": \"a2\"}]}"), "auditor",
                SIDE.story.head(), LocalDate.of(2025, 12, 1));

        assertThat(reports.seen).hasSize(41).allSatisfy(reply -> assertThat(reply.text("/state")).isEqualTo("RUNNING"));
        assertThat(reports.seen).extracting(reply -> reply.at("/percent").asInt()).isSorted().startsWith(0).doesNotContain(100);
        assertThat(reports.seen.getLast().at("/percent").asInt()).isPositive();
        Reply ended = SIDE.getAs("auditor", "/api/v1/what-if/" + report);
        assertThat(ended.text("/state") + " " + ended.text("/code")).isEqualTo("CANCELLED what-if.cancelled");
        assertThat(ended.at("/percent").asInt()).as("it never came to its end").isLessThan(100);
    }

    @Test
    void aReportIsKeptWithAHashOfItsInputsAndComesOutTheSameWhenItIsWorkedOutAgain() {
        String question = "{\"round\": \"r2025\", \"withoutAssessors\": [{\"assessor\": \"a4\"}]}";
        Reply once = ask("auditor", question);
        assertThat(once.text("/result/inputs")).matches("[0-9a-f]{64}").isNotEqualTo(once.text("/result/supposedInputs"));
        assertThat(SIDE.bean(JdbcClient.class).sql("delete from what_if where report = ?").param(once.text("/report")).update()).isOne();
        assertThat(SIDE.getAs("auditor", "/api/v1/what-if/" + once.text("/report")).text("/code")).isEqualTo("what-if.unknown");

        Reply again = ask("auditor", question);
        assertThat(again.text("/report")).isEqualTo(once.text("/report"));
        assertThat(again.at("/result")).isEqualTo(once.at("/result"));
        assertThat(ask("auditor", "{\"round\": \"r2025\"}").text("/result/supposedInputs")).isEqualTo(once.text("/result/inputs"));
    }

    @Test
    void onlyTheNewestReportsAreKept() {
        Reports reports = SIDE.bean(Reports.class);
        Instant before = Instant.parse("2020-01-01T00:00:00Z");
        IntStream.range(0, 205).forEach(i -> reports.begin("old-" + i, "{\"round\": \"r2025\"}", "auditor", 1, LocalDate.of(2025, 12, 1),
                before.plusSeconds(i)));
        assertThat(reports.find("old-0")).isEmpty();
        assertThat(reports.find("old-204")).isPresent();
        assertThat(SIDE.getAs("auditor", "/api/v1/what-if/old-204").text("/state")).as("its process has ended").isEqualTo("LOST");
    }

    /** Everything that a what-if question must leave as it is: rows of projections, records of the topic, questions to others. */
    private static Map<String, String> everything() throws Exception {
        JdbcClient sql = SIDE.bean(JdbcClient.class);
        Map<String, String> all = sql.sql("""
                select schemaname || '.' || tablename as name from pg_tables where schemaname like 'p\\_%' or tablename in ('build', 'live')
                """).query(String.class).list().stream().collect(Collectors.toMap(name -> name, name -> sql.sql(
                "select count(*) || ' ' || coalesce(md5(string_agg(t::text, '|' order by t::text)), '') from " + name + " t")
                .query(String.class).single()));
        Properties to = new Properties();
        to.put("bootstrap.servers", TestServers.kafka().bootstrapServers());
        try (Admin kafka = Admin.create(to)) {
            TopicPartition only = new TopicPartition(SIDE.topic, 0);
            all.put("topic", String.valueOf(kafka.listOffsets(Map.of(only, OffsetSpec.latest())).partitionResult(only).get().offset()));
        }
        all.put("journal", String.valueOf(SIDE.story.head()));
        all.put("commands", String.valueOf(SIDE.commands.others()));
        return all;
    }

    private static HtmlPage add(HtmlPage lab, String kind, String... parts) throws IOException {
        HtmlForm form = lab.getFirstByXPath("//details[@id='add-" + kind + "']//form");
        List<HtmlElement> fields = form.getByXPath(".//*[@name='part']");
        for (int i = 0; i < parts.length; i++) {
            if (fields.get(i) instanceof HtmlSelect select) {
                select.setSelectedAttribute(parts[i], true);
            } else if (fields.get(i) instanceof HtmlInput input) {
                input.setValue(parts[i]);
            }
        }
        return form.<HtmlButton>getFirstByXPath(".//button").click();
    }

    /** Has it worked out, and comes back until it is. */
    private static HtmlPage run(HtmlPage lab, Visitor visitor) throws IOException {
        HtmlPage report = lab.<HtmlButton>getFirstByXPath("//form[@id='run']//button").click();
        for (int i = 0; i < 1_000 && report.asNormalizedText().contains("Being worked out"); i++) {
            report = visitor.open(report.getUrl().getPath());
        }
        return report;
    }

    @Test
    void inTheLabWhatIsSupposedStandsInTheAddressAndWhatCameOutIsAPageToPassOn() throws Exception {
        try (Visitor auditor = new Visitor(SIDE, "auditor", "en"); Visitor clerk = new Visitor(SIDE, "clerk", "en");
             Visitor reader = new Visitor(SIDE, "auditor", "zh-CN")) {
            HtmlPage lab = add(auditor.open("/what-if?round=r2025"), "ASSESSOR", "a4", "b01");
            assertThat(lab.getUrl().getQuery()).isEqualTo("round=r2025&suppose=ASSESSOR~a4~b01");
            lab = add(lab, "SHARE", "five_star_share", "0.5");
            assertThat(lab.getElementById("set").getTextContent()).contains("丁 did not assess Branch b01", "a share of 0.5");
            assertThat(add(lab, "SHARE", "five_star_share").asNormalizedText())
                    .contains("Something is not filled in", "what-if.incomplete");

            HtmlPage report = run(lab, auditor);
            assertThat(report.getElementById("report").getTextContent())
                    .contains("Worked out", "others: 1 of 4", "Branch b01", "Up", "has other figures");
            assertThat(reader.open(report.getUrl().getPath()).asNormalizedText())
                    .contains("假设分析报告", "变动的支部").doesNotContain("??");
            assertThat(auditor.open("/what-if?round=r2025").getElementById("kept").getTextContent()).contains("a share of 0.5");
            assertThat(clerk.open(report.getUrl().getPath()).getWebResponse().getStatusCode()).as("none for them").isEqualTo(404);
            assertThat(clerk.open("/what-if").getWebResponse().getStatusCode()).isEqualTo(403);
            assertThat(run(auditor.open("/what-if?round=r2025&suppose=FACT~no-such-fact"), auditor).asNormalizedText())
                    .contains("does not look at that fact");
        }
    }

    /** The panel has the same round before it; a chair sees nothing of a case before they have declared. */
    @Test
    void aPanelSeesWhoStandsOutAndWhichStarIsFragile() throws IOException {
        try (Visitor auditor = new Visitor(SIDE, "auditor", "en"); Visitor chair = new Visitor(SIDE, "chair", "zh-CN")) {
            HtmlPage page = auditor.open("/rounds/r2025/panel");
            String outlier = page.getElementById("r2025.b01").getTextContent();
            assertThat(outlier).contains("20", "Stands out", "76", "Fragile");
            assertThat(page.getElementById("r2025.b03").getTextContent()).contains("95").doesNotContain("Stands out", "Fragile");
            assertThat(auditor.open("/cases/r2025.b01").asNormalizedText()).as("why, and how far a review helped")
                    .contains("20 not one meeting", "before, on version 1: 88", "helped the branch: 4");
            assertThat(page.getElementById("r2025.b03").getByXPath(".//*[local-name()='circle']")).hasSize(4);
            HtmlPage shut = chair.open("/rounds/r2025/panel");
            assertThat(shut.getElementById("r2025.b01").getTextContent()).contains("声明").doesNotContain("偏离");
            HtmlPage open = shut.<HtmlButton>getFirstByXPath("//form[@id='declare-all']//button").click();
            assertThat(open.getElementById("r2025.b01").getTextContent()).contains("偏离", "不稳");
            assertThat(chair.open("/rounds/r2025/panel?stage=RANKED").asNormalizedText()).doesNotContain("??");
        }
        try (Visitor clerk = new Visitor(SIDE, "clerk", "en")) {
            assertThat(clerk.open("/rounds/r2025/panel").getWebResponse().getStatusCode()).isEqualTo(403);
        }
    }
}
