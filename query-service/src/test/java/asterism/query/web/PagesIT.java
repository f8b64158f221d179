package asterism.query.web;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import asterism.embedded.Overheard;
import asterism.events.AppealEvent.AppealAgainstRefusal;
import asterism.events.AppealEvent.AppealLodged;
import asterism.events.AppealId;
import asterism.events.ApplicationEvent.ApplicationAccepted;
import asterism.events.ApplicationEvent.ApplicationStarted;
import asterism.events.ApplicationEvent.ApplicationSubmitted;
import asterism.events.ApplicationEvent.Computed;
import asterism.events.ApplicationEvent.DeskReviewCompleted;
import asterism.events.ApplicationEvent.LevelDecided;
import asterism.events.ApplicationEvent.NoticePaused;
import asterism.events.ApplicationEvent.NoticePosted;
import asterism.events.ApplicationEvent.ObjectionsUntil;
import asterism.events.ApplicationEvent.PartAsked;
import asterism.events.ApplicationEvent.PartJudged;
import asterism.events.ApplicationEvent.PartsAsked;
import asterism.events.ApplicationId;
import asterism.events.Label;
import asterism.events.BranchId;
import asterism.events.BranchEvent.BranchRegistered;
import asterism.events.BodyId;
import asterism.events.DecisionId;
import asterism.events.Level;
import asterism.events.Pin;
import asterism.events.Secret;
import asterism.events.Post;
import asterism.events.SchemeId;
import asterism.events.StandingEvent.BranchPaired;
import asterism.events.StandingEvent.PairingEnded;
import asterism.events.StandingEvent.PracticeRecognised;
import asterism.query.County;
import asterism.query.ReadSide.Reply;
import asterism.query.ReadSide;
import asterism.query.TestCommands;
import asterism.query.applications.FactsQuestion;
import asterism.query.reading.Refused;
import asterism.query.schemes.SchemesQuestion;
import jakarta.servlet.ServletContext;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.time.LocalDate;
import org.junit.jupiter.api.Tag;
import java.net.URLEncoder;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.apache.catalina.Context;
import org.apache.catalina.Session;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.htmlunit.Page;
import org.htmlunit.html.HtmlAnchor;
import org.htmlunit.html.HtmlButton;
import org.htmlunit.html.HtmlForm;
import org.htmlunit.html.HtmlInput;
import org.htmlunit.html.HtmlOption;
import org.htmlunit.html.HtmlPage;
import org.htmlunit.html.HtmlSelect;
import org.htmlunit.html.HtmlTextArea;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.ui.ExtendedModelMap;

/** The pages without scripts: everything can be read and every form sent. */
class PagesIT {
    private static final ReadSide SIDE = new ReadSide();
    private static final ForeignIssuer ISSUER = new ForeignIssuer();
    private static final List<Visitor> VISITORS = new ArrayList<>();
    private static final String MARKUP = "<script>alert(1)</script><img src=x onerror=alert(2)>";
    private static final ApplicationId OTHER = ApplicationId.of("r2024.b002");
    private static final ApplicationId STOPPED = ApplicationId.of("r2024.b003");
    private static final ApplicationId REFUSED = ApplicationId.of("r2023.b002");
    private static final ApplicationId CASE = ApplicationId.of("r2024.b001");

    @BeforeAll
    static void a_small_county() {
        SIDE.start(Stream.concat(Stream.of(ISSUER.settings()), Stream.of("--asterism.sign-in.sessions=2",
                "--asterism.embed.frame-ancestors=https://county.example", "--asterism.administrator=keeper")).toArray(String[]::new));
        SIDE.relay(SIDE.story.tell(County.body("work-committee", null), County.body("archives", "work-committee"),
                County.branch("b001", "archives"), County.branch("b002", "archives"), County.granted("b001", "d-1", "4", "2024-05-01"),
                County.downgraded("b001", "d-2", "4", "2", "2024-05-20"), County.struck("b001", "d-2", "appeal-1"),
                new ApplicationStarted(CASE, new Pin(new SchemeId("s"), "1", "a".repeat(64), "b".repeat(64))),
                new LevelDecided(CASE, new DecisionId("d-3"), new Level("4"), new Computed("RATED", new Level("4"), "step"), List.of()),
                new NoticePosted(CASE, LocalDate.parse("2024-06-03"), LocalDate.parse("2099-06-10"), false),
                new ApplicationStarted(OTHER, new Pin(new SchemeId("s"), "1", "a".repeat(64), "b".repeat(64))),
                new BranchRegistered(new BranchId("b003"), new BodyId("archives"), "agency", new Label(MARKUP, MARKUP),
                        LocalDate.parse("2001-07-01")), County.person("auditor", "work-committee", "审计"),
                County.post("auditor", Post.AUDITOR, "work-committee", null),
                new ApplicationStarted(STOPPED, new Pin(new SchemeId("s"), "1", "a".repeat(64), "b".repeat(64))),
                new LevelDecided(STOPPED, new DecisionId("d-4"), new Level("5"), new Computed("RATED", new Level("5"), "step"), List.of()),
                new NoticePosted(STOPPED, LocalDate.parse("2024-06-03"), LocalDate.parse("2024-06-10"), false),
                County.person("secretary", "archives", "书记"), County.post("secretary", Post.BRANCH_SECRETARY, "archives", "b002"),
                new ApplicationStarted(REFUSED, new Pin(new SchemeId("s"), "1", "a".repeat(64), "b".repeat(64))),
                new LevelDecided(REFUSED, new DecisionId("d-no"), null, new Computed("NOT_RATED", null, "step"), List.of()),
                new AppealLodged(new AppealId("ap-no"), new BranchId("b002"), new DecisionId("d-no"), "facts", "nobody came to see us"),
                new AppealAgainstRefusal(new AppealId("ap-no"), new BranchId("b002"), REFUSED),
                new NoticePaused(STOPPED, LocalDate.parse("2024-06-10"), LocalDate.parse("2024-06-05")),
                new ObjectionsUntil(STOPPED, LocalDate.parse("2099-06-12"), false),
                County.person("desk", "archives", "科员"), County.post("desk", Post.DESK_REVIEWER, "archives", null),
                new ApplicationSubmitted(OTHER, null), new ApplicationAccepted(OTHER), new DeskReviewCompleted(OTHER, "complete"),
                new PartsAsked(OTHER, List.of(new PartAsked("files", new BodyId("archives")),
                        new PartAsked("conduct", new BodyId("work-committee")), new PartAsked("money", new BodyId("archives")))),
                new PartJudged(OTHER, "files", 1, Secret.of(OTHER, List.of())),
                new PracticeRecognised(new BranchId("b001"), new DecisionId("pr-1"), "base", "党日积分", List.of()),
                new PracticeRecognised(new BranchId("b003"), new DecisionId("pr-2"), "base", MARKUP, List.of()),
                new BranchPaired(new BranchId("b002"), new BranchId("b001"), "records", LocalDate.parse("2024-06-03")),
                new BranchPaired(new BranchId("b003"), new BranchId("b001"), "meetings", LocalDate.parse("2024-06-03")),
                new PairingEnded(new BranchId("b003"), new BranchId("b001"), LocalDate.parse("2024-06-03"), "in order")));
        SIDE.get("/api/v1/branches/b001/rating?waitFor=10");
        SIDE.get("/api/v1/branches/b001/history?waitFor=10");
        SIDE.get("/api/v1/notices?waitFor=10");
        SIDE.bean(FactsQuestion.class).await(SIDE.story.head(), Duration.ofSeconds(5));
    }

    @AfterAll
    static void stop() {
        VISITORS.forEach(Visitor::close);
        SIDE.close();
        ISSUER.close();
    }

    private static HtmlPage open(String path, String language) throws IOException {
        return visitor(null, language).open(path);
    }

    private static Visitor visitor(@Nullable String person, String language) {
        Visitor visitor = new Visitor(SIDE, person, language);
        VISITORS.add(visitor);
        return visitor;
    }

    @Test
    void the_branches_stand_with_their_stars() throws IOException {
        assertThat(open("/", "en").asNormalizedText()).contains("Branch b001", "Four stars", "Branch b002", "Not rated");
    }

    @Test
    void a_filter_stands_in_the_address_and_an_empty_result_says_so() throws IOException {
        assertThat(open("/?level=4", "en").asNormalizedText()).contains("Branch b001").doesNotContain("Branch b002");
        assertThat(open("/?q=nowhere", "en").asNormalizedText()).contains("No branch matches.");
        assertThat(open("/?level=%3Cx", "en").getWebResponse().getStatusCode()).isEqualTo(400);
    }

    @Test
    void what_was_struck_out_is_listed_and_does_not_count() throws IOException {
        String text = open("/branches/b001", "en").asNormalizedText();
        assertThat(text).contains("Four stars", "Downgraded to: Two stars", "Struck out");
    }

    @Test
    void what_branches_do_well_and_who_helps_whom_is_shown_to_anybody() throws IOException {
        HtmlPage page = open("/practices", "en");
        assertThat(page.getElementById("practices").asNormalizedText()).contains("党日积分", "Branch b001");
        assertThat(page.getElementById("pairings").asNormalizedText()).contains("Branch b001\tBranch b002\trecords")
                .doesNotContain("meetings");
        HtmlPage beyond = open("/practices?after=MQ&beyond=Yjk5OR9iOTk5HzE", "en");
        assertThat(beyond.asNormalizedText()).contains("No example has been recognised yet.", "No branches are paired now.",
                "Back to the first page");
        assertThat(open("/practices?after=nowhere", "en").getWebResponse().getStatusCode()).isEqualTo(400);
    }

    @Test
    void both_languages_say_the_same_pages_and_no_message_is_missing() throws IOException {
        assertThat(open("/branches/b001", "zh-CN").asNormalizedText()).contains("四星", "支部b001");
        for (String path : new String[] {"/", "/branches/b001?on=2024-05-21&known=2024-05-22", "/overview", "/branches/none",
                "/notices", "/notices/" + CASE, "/practices", "/schemes", "/nowhere"}) {
            for (String language : new String[] {"en", "zh-CN"}) {
                assertThat(open(path, language).asNormalizedText()).as(path + " " + language).doesNotContain("??");
            }
        }
    }

    @Test
    void an_unknown_branch_is_a_page_that_says_so() throws IOException {
        HtmlPage page = open("/branches/b999", "en");
        assertThat(page.getWebResponse().getStatusCode()).isEqualTo(404);
        assertThat(page.asNormalizedText()).contains("There is no such page");
    }

    @Test
    void nothing_comes_from_elsewhere_and_nothing_inline_runs() throws IOException {
        HtmlPage page = open("/branches/b001", "en");
        assertThat(page.getWebResponse().getResponseHeaderValue("Content-Security-Policy")).contains("default-src 'none'",
                "script-src 'self'");
        assertThat(page.getWebResponse().getContentAsString()).doesNotContain("https://", "<style", "onclick");
    }

    @Test
    void the_overview_can_stand_in_the_frames_of_those_who_are_named_and_nothing_else_can() throws IOException {
        HtmlPage embedded = open("/embed/overview", "en");
        assertThat(embedded.getWebResponse().getResponseHeaderValue("Content-Security-Policy"))
                .contains("script-src 'self'", "frame-ancestors https://county.example");
        assertThat(embedded.getWebResponse().getResponseHeaderValue("X-Frame-Options")).isNull();
        assertThat(embedded.asNormalizedText()).contains("Overview").doesNotContain("??", "My worklist");
        HtmlPage overview = open("/overview", "en");
        assertThat(overview.getWebResponse().getResponseHeaderValue("Content-Security-Policy")).contains("frame-ancestors 'none'");
        assertThat(overview.getWebResponse().getResponseHeaderValue("X-Frame-Options")).isEqualTo("DENY");
    }

    @Test
    @Tag("B12")
    void markup_in_a_name_or_an_echo_is_shown_as_text() throws IOException {
        SIDE.get("/api/v1/branches/b003/rating?waitFor=12");
        for (String path : List.of("/", "/practices", "/branches/b003", "/?q=" + URLEncoder.encode(MARKUP, UTF_8))) {
            HtmlPage page = open(path, "en");
            assertThat(page.getWebResponse().getContentAsString()).as(path).doesNotContain("<script>alert", "<img src=x");
        }
        assertThat(open("/branches/b003", "en").asNormalizedText()).contains(MARKUP);
        assertThat(open("/", "en").getWebResponse().getResponseHeaderValue("Content-Security-Policy")).contains("default-src 'none'")
                .doesNotContain("unsafe");
    }

    @Test
    void the_checkpoint_is_handed_on_byte_for_byte_or_not_at_all() throws IOException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(URI.create(SIDE.url() + "/checkpoint")).build();
        try (HttpClient client = HttpClient.newHttpClient()) {
            assertThat(client.send(request, BodyHandlers.ofString()).body()).isEqualTo(TestCommands.CHECKPOINT);
            SIDE.commands.silent(true);
            assertThat(client.send(request, BodyHandlers.ofString()).statusCode()).isEqualTo(502);
            SIDE.commands.silent(false);
        }
    }

    @Test
    void a_notice_whose_days_stand_still_says_since_when_and_still_takes_objections() throws IOException {
        HtmlPage notice = open("/notices/" + STOPPED, "en");
        assertThat(notice.asNormalizedText()).contains("Stands still since 2024-06-05", "was to run until 2024-06-10",
                        "Objections are taken until 2099-06-12")
                .doesNotContain("The notice is over");
        assertThat(notice.<HtmlForm>getFirstByXPath("//form[@id='RaiseObjection']")).isNotNull();
        assertThat(open("/notices", "zh-CN").asNormalizedText()).contains("自 2024-06-05 起停止计时");
    }

    @Test
    void notices_name_the_checkpoint_that_whoever_reads_them_can_keep() throws IOException {
        for (String path : List.of("/notices", "/notices/" + CASE)) {
            assertThat(open(path, "en").getBody().getTextContent()).as(path).contains("Checkpoint: signed over 7 facts", "Root: AAAA");
        }
    }

    /** The stand-in gives out a checkpoint and no proofs. */
    @Test
    void a_browser_is_told_what_became_of_the_log_since_it_looked_last() throws IOException {
        try (Visitor auditor = visitor("auditor", "en")) {
            assertThat((Object) auditor.open("/history").getElementById("since")).isNull();
            assertThat(auditor.open("/history").asNormalizedText()).contains("As this browser saw it last: 7 facts, nothing changed.");
            auditor.remember(SeenLog.COOKIE, "5." + "B".repeat(43));
            assertThat(auditor.open("/history").asNormalizedText()).contains("Not proven now", "2 were added");
            auditor.remember(SeenLog.COOKIE, "9." + "B".repeat(43));
            assertThat(auditor.open("/history").asNormalizedText()).contains("The 9 facts that this browser saw last are not in this log");
            assertThat(auditor.open("/history").asNormalizedText()).as("it is not forgotten").contains("Rewritten");
        }
    }

    @Test
    void an_auditor_exports_a_pack_from_the_page_of_all_facts() throws IOException {
        Visitor auditor = visitor("auditor", "en");
        SIDE.commands.answer(200, "the pack");
        assertThat(export(auditor.open("/history"), "round", "r2024").getWebResponse().getContentAsString()).isEqualTo("the pack");
        assertThat(SIDE.commands.asked()).startsWith("GET /api/v1/pack?scope=round%3Ar2024&withFiles=false");

        SIDE.commands.answer(404, "{\"code\": \"pack.nothing-in-scope\"}");
        Page refused = export(auditor.open("/history"), "body", "no-such");
        assertThat(((HtmlPage) refused).asNormalizedText()).contains("Nothing was exported", "Nothing is recorded of that branch");
        SIDE.commands.answer(0, "");
        Page silent = export(auditor.open("/history"), "whole", "");
        assertThat(silent.getUrl().toString()).endsWith("?refused=commands.silent");
        assertThat(((HtmlPage) silent).asNormalizedText()).contains("The service that records does not answer");
        assertThat(auditor.open("/history").getBody().getTextContent())
                .contains("After an erasure, packs exported before and old backups hold");
        assertThat((Object) visitor("clerk", "en").open("/history").getElementById("pack")).isNull();
        assertThat(visitor("auditor", "zh-CN").open("/history").getBody().getTextContent()).contains("导出审计包").doesNotContain("??");
    }

    private static Page export(HtmlPage facts, String kind, String id) throws IOException {
        HtmlForm form = (HtmlForm) facts.getElementById("pack");
        form.getSelectByName("kind").setSelectedAttribute(kind, true);
        form.getInputByName("id").setValue(id);
        return form.<HtmlButton>getFirstByXPath(".//button").click();
    }

    @Test
    void a_case_says_which_department_still_owes_which_part() throws IOException {
        assertThat(visitor("auditor", "en").open("/cases/" + OTHER).asNormalizedText())
                .contains("Parts that departments judge", "conduct Body work-committee Not judged yet", "files Body archives Judged",
                        "money Body archives Not judged yet")
                .contains("(conduct) – Body work-committee", "(money) – Body archives").doesNotContain("(files)");
        assertThat(visitor("auditor", "zh-CN").open("/cases/" + OTHER).asNormalizedText())
                .contains("部门评定的部分", "机构work-committee", "还没有评定");
        Reply course = SIDE.getAs("auditor", "/api/v1/applications/" + OTHER);
        assertThat(course.body().toString()).contains("\"what\":\"part conduct\",\"whom\":\"body/work-committee\"", "Body work-committee");
        assertThat(SIDE.getAs("desk", "/api/v1/worklist").body().toString()).as("the parts of their own department alone")
                .contains("\"part\":\"money\"").doesNotContain("\"part\":\"conduct\"", "\"part\":\"files\"");
    }

    @Test
    void the_worklist_is_for_people_who_are_signed_in() {
        assertThat(SIDE.get("/api/v1/worklist").status()).isEqualTo(401);
        assertThat(SIDE.get("/api/v1/worklist").text("/code")).isEqualTo("sign-in.required");
    }

    private static void refused(ThrowingCallable question, String code) {
        assertThatThrownBy(question).isInstanceOfSatisfying(Refused.class, refused -> assertThat(refused.code()).isEqualTo(code));
    }

    @Test
    void what_is_not_there_is_said_to_be_unknown() {
        NoticePages notices = SIDE.bean(NoticePages.class);
        refused(() -> notices.notice(OTHER.toString(), new ExtendedModelMap()), "notice.unknown");
        refused(() -> notices.certificate(CASE.toString(), new ExtendedModelMap()), "certificate.unknown");
        refused(() -> SIDE.bean(FactsQuestion.class).at(99), "position.unknown");
        refused(() -> SIDE.bean(SchemesQuestion.class).scheme("none"), "scheme.unknown");
    }

    private static HtmlPage object(HtmlPage notice) throws IOException {
        notice.<HtmlTextArea>getFirstByXPath("//textarea[@name='statement']").setText("The minutes of June are missing.");
        return notice.<HtmlButton>getFirstByXPath("//form[@id='RaiseObjection']//button").click();
    }

    @Test
    void a_command_is_sent_under_the_key_of_its_form_and_the_page_says_that_it_is_recorded() throws IOException {
        SIDE.commands.answer(201, "{\"position\": 11, \"version\": 4, \"facts\": [\"application.objection-raised/1\", \"x/1\"]}");
        HtmlPage notice = open("/notices/" + CASE, "en");
        String key = notice.<HtmlInput>getFirstByXPath("//form[@id='RaiseObjection']//input[@name='key']").getValue();
        HtmlPage after = object(notice);
        assertThat(SIDE.commands.asked()).isEqualTo("POST /api/v1/applications/r2024.b001/objections " + key
                + " null {\"statement\":\"The minutes of June are missing.\"}");
        assertThat(after.getUrl().toString()).endsWith("/notices/r2024.b001?recorded=10");
        assertThat(after.asNormalizedText()).contains("Recorded", "fact number 10");
    }

    @Test
    void a_branch_that_got_no_star_appeals_from_its_case_and_the_appeal_says_against_what() throws IOException {
        SIDE.commands.answer(201, "{\"position\": 11, \"version\": 1, \"facts\": [\"appeal.lodged/1\"]}");
        HtmlPage of = visitor("secretary", "en").open("/cases/" + REFUSED);

        assertThat(of.<HtmlSelect>getFirstByXPath("//form[@id='LodgeAppeal']//select[@name='contested']").getSelectedOptions())
                .extracting(HtmlOption::getText).containsExactly("No star granted · r2023");
        of.<HtmlInput>getFirstByXPath("//form[@id='LodgeAppeal']//input[@name='ground']").setValue("facts");
        of.<HtmlTextArea>getFirstByXPath("//form[@id='LodgeAppeal']//textarea[@name='statement']").setText("Nobody came to see us.");
        HtmlPage after = of.<HtmlButton>getFirstByXPath("//form[@id='LodgeAppeal']//button").click();
        assertThat(after.asNormalizedText()).contains("Recorded");
        assertThat(SIDE.commands.asked()).startsWith("POST /api/v1/appeals ").contains("\"branch\":\"b002\"",
                "\"contested\":\"d-no\"", "\"statement\":\"Nobody came to see us.\"");
        assertThat(after.asNormalizedText()).contains("Recorded");
        assertThat(visitor("secretary", "en").open("/appeals/ap-no").asNormalizedText())
                .contains("Against the refusal of a star in round r2023");
        HtmlPage chinese = visitor("secretary", "zh-CN").open("/cases/" + REFUSED);
        assertThat(chinese.asNormalizedText()).contains("提出申诉", "未授星 · r2023");
    }

    @Test
    void a_refusal_is_a_page_in_words_that_keeps_what_was_filled_in() throws IOException {
        SIDE.commands.answer(409, "{\"code\": \"application.notice-over\", \"detail\": \"the notice is over\"}");
        HtmlPage refused = object(open("/notices/" + CASE, "zh-CN"));
        assertThat(refused.getWebResponse().getStatusCode()).isEqualTo(409);
        assertThat(refused.asNormalizedText()).contains("没有记录", "公示期已过。");
        assertThat(refused.<HtmlTextArea>getFirstByXPath("//textarea[@name='statement']").getText()).contains("minutes of June");
    }

    @Test
    void where_others_were_first_the_page_says_what_they_did() throws IOException {
        SIDE.commands.answer(412, "{\"code\": \"version.stale\", \"version\": 3}");
        HtmlPage notice = open("/notices/" + CASE, "en");
        notice.<HtmlInput>getFirstByXPath("//form[@id='RaiseObjection']//input[@name='version']").setValue("1");
        HtmlPage stale = object(notice);
        assertThat(stale.asNormalizedText()).contains("Somebody was first", "Level decided", "Notice posted")
                .doesNotContain("Application started");
        assertThat(stale.<HtmlInput>getFirstByXPath("//input[@name='version']").getValue()).isEqualTo("3");
    }

    @Test
    void where_nobody_answers_the_form_keeps_its_key_so_that_it_can_be_sent_again() throws IOException {
        SIDE.commands.answer(503, "{\"code\": \"journal.unavailable\"}");
        HtmlPage notice = open("/notices/" + CASE, "en");
        String key = notice.<HtmlInput>getFirstByXPath("//form[@id='RaiseObjection']//input[@name='key']").getValue();
        HtmlPage silent = object(notice);
        assertThat(silent.asNormalizedText()).contains("It cannot be recorded right now");
        assertThat(silent.<HtmlInput>getFirstByXPath("//input[@name='key']").getValue()).isEqualTo(key);
    }

    @Test
    void a_star_is_told_as_it_was_known_on_a_day() throws IOException {
        assertThat(open("/branches/b001?on=2024-05-21", "en").getElementById("then").getTextContent()).contains("Four stars");
        assertThat(open("/branches/b001?on=2024-05-21&known=2024-06-02", "en").getElementById("then").getTextContent())
                .contains("Not rated");
    }

    @Test
    void a_star_is_explained_down_to_its_facts_and_its_change_is_told_in_parts() throws IOException {
        SIDE.get("/api/v1/branches/b001/why?waitFor=11");
        assertThat(open("/branches/b001", "en").getAnchorByText("Why this star?").getHrefAttribute()).endsWith("/branches/b001/why");
        HtmlPage why = open("/branches/b001/why?on=2024-06-02&since=2024-04-30", "en");
        assertThat(why.getElementById("reasons").getTextContent()).contains("Star", "Four stars", "Struck out", "Two stars", "fact 5");
        assertThat(why.<HtmlAnchor>getByXPath("//*[@id='reasons']//a")).extracting(HtmlAnchor::getHrefAttribute)
                .contains("/history/5", "/history/6", "/history/7");
        assertThat(why.getElementById("change").getTextContent()).contains("Not rated", "Difference in levels: 4", "Rated at one");
        assertThat(open("/branches/b001/why?on=2024-06-02&since=2024-05-30", "zh-CN").asNormalizedText())
                .contains("星级依据", "没有任何因素带来变化").doesNotContain("??");
        assertThat(open("/branches/b999/why", "en").getWebResponse().getStatusCode()).isEqualTo(404);
    }

    private static HtmlPage asKeeper(String path, String language) throws IOException {
        Visitor keeper = new Visitor(SIDE, "keeper", language);
        VISITORS.add(keeper);
        return keeper.open(path);
    }

    @Test
    void operations_tell_how_both_services_stand_and_a_parked_reaction_is_tried_again() throws IOException {
        assertThat(asKeeper("/operations", "en").asNormalizedText()).contains("The service that decides does not answer now.");
        SIDE.commands.stands("""
                {"head": 12, "readers": [{"name": "relay", "position": 9, "lag": 3, "seconds": 2}],
                 "timers": {"set": 7, "due": 1, "first": [{"alarm": "close-notice", "subject": "application/r2024.b001",
                 "lastDay": "2024-06-10"}]}, "parkedFacts": 2, "parked": [{"key": "branch/b001", "position": 5,
                 "type": "standing.level-granted/1", "error": "no room", "since": "2024-06-03T00:00:00Z", "waiting": 2}],
                 "check": {"facts": 12, "position": 0, "what": "", "seconds": 60}}""");
        HtmlPage page = asKeeper("/operations", "en");
        assertThat(page.getElementById("readers").getTextContent()).contains("Relay to Kafka", "9", "3", "2 s ago");
        assertThat(page.getElementById("check").getTextContent()).contains("Sound", "all 12 facts");
        assertThat(page.getElementById("timers").getTextContent()).contains("The notice closes", "application/r2024.b001", "2024-06-10");
        assertThat(asKeeper("/operations", "zh-CN").asNormalizedText()).contains("向 Kafka 转发", "公示结束").doesNotContain("??");
        page.<HtmlButton>getFirstByXPath("//table[@id='dead-letters']//button").click();
        assertThat(SIDE.commands.asked()).startsWith("POST /api/v1/reactions/parked/retry");
        SIDE.commands.stands("");
    }

    @Test
    void what_somebody_was_told_stands_beside_their_worklist_and_is_seen_once_it_is_looked_at() throws IOException {
        assertThat(asKeeper("/worklist?show=told", "en").asNormalizedText()).contains("Messages cannot be had right now");
        SIDE.commands.answer(204, "");
        SIDE.commands.letters("""
                {"unseen": 1, "letters": [{"position": 9, "person": "keeper", "channel": "PAGE", "stream": "application/r2024.b001",
                 "branch": "b001", "type": "application.notice-posted/1", "outcome": "WAITING", "tries": 0, "settledAt": null}]}""");
        assertThat(asKeeper("/worklist", "en").asNormalizedText()).contains("Messages 1");
        assertThat(SIDE.commands.asked()).as("nothing is seen by looking elsewhere").doesNotContain("letters");
        HtmlPage told = asKeeper("/worklist?show=told", "en");
        assertThat(told.getElementById("letters").getTextContent()).contains("Notice posted", "Branch b001", "New");
        assertThat(SIDE.commands.asked()).startsWith("POST /api/v1/letters/seen");
        assertThat(asKeeper("/worklist?show=told", "zh-CN").asNormalizedText()).contains("消息").doesNotContain("??");
        SIDE.commands.letters("");
    }

    @Test
    void pages_about_cases_and_the_log_are_for_people_who_are_signed_in() throws IOException, InterruptedException {
        try (HttpClient client = HttpClient.newHttpClient()) {
            for (String path : List.of("/worklist", "/cases/r2024.b001", "/history", "/operations", "/do/Award/r2024.b001", "/rounds")) {
                assertThat(client.send(HttpRequest.newBuilder(URI.create(SIDE.url() + path)).build(), BodyHandlers.discarding())
                        .statusCode()).as(path).isIn(302, 401, 403);
            }
        }
    }

    /** Any issuer will do: what it is called and where its doors are it says itself. */
    @Test
    @Tag("B16")
    void a_person_signs_in_at_a_foreign_issuer_has_fresh_tokens_and_signs_out_there_too() throws IOException {
        try (Overheard heard = new Overheard()) {
            inAndOut();
            assertThat(heard.all()).as("what opens doors stands in no log").doesNotContain("eyJ", "code-", "refresh-", ISSUER.secret());
        }
    }

    private static void inAndOut() throws IOException {
        ISSUER.knows("auditor");
        SIDE.commands.letters("{\"unseen\": 0, \"letters\": []}");
        Visitor auditor = visitor(null, "en");
        assertThat(auditor.open("/worklist").getUrl().getPath()).isEqualTo("/worklist");
        String first = SIDE.commands.bearer();
        int given = ISSUER.given();
        auditor.open("/worklist");
        assertThat(SIDE.commands.bearer()).as("the other was old").startsWith("Bearer ").isNotEqualTo(first);
        assertThat(ISSUER.given()).isEqualTo(given + 1);
        ISSUER.revoke();
        String last = SIDE.commands.bearer();
        assertThat(auditor.open("/worklist").getWebResponse().getStatusCode()).as("it can be read").isEqualTo(200);
        assertThat(SIDE.commands.bearer()).as("and nothing is asked for with an old token").isNotEqualTo(last);

        HtmlPage out = auditor.open("/").<HtmlButton>getFirstByXPath("//form[contains(@action, 'sign-out')]//button").click();
        assertThat(out.getUrl()).hasToString(SIDE.url() + "/");
        assertThat(ISSUER.ended().getLast()).contains("id_token_hint=", "post_logout_redirect_uri=" + SIDE.url() + "/");
        auditor.open("/worklist");
        assertThat(ISSUER.given()).as("who signed out must sign in, which gives a token that is old").isEqualTo(given + 3);
        SIDE.commands.letters("");
    }

    @Test
    void nobody_has_more_sessions_than_they_may_and_one_that_nobody_uses_ends() throws IOException {
        ISSUER.knows("clerk");
        List<Visitor> clerks = List.of(visitor(null, "en"), visitor(null, "en"), visitor(null, "en"));
        for (Visitor clerk : clerks) {
            assertThat(clerk.open("/worklist").getUrl().getPath()).isEqualTo("/worklist");
        }
        assertThat(clerks.get(1).open("/worklist").getUrl().getPath()).isEqualTo("/worklist");
        assertThat(clerks.getFirst().open("/worklist").getUrl().getPath()).as("the oldest ended for the third").isEqualTo("/");
        Sessions sessions = SIDE.bean(Sessions.class);
        assertThat(sessions.getAllSessions("clerk", false)).hasSize(2);
        assertThat(SIDE.bean(ServletContext.class).getSessionTimeout()).as("minutes").isEqualTo(30);
        Context pages = (Context) SIDE.server().getTomcat().getHost().findChildren()[0];
        Arrays.stream(pages.getManager().findSessions()).forEach(Session::expire);
        assertThat(sessions.getAllSessions("clerk", true)).as("what ended is forgotten").isEmpty();
        int given = ISSUER.given();
        clerks.get(1).open("/worklist");
        assertThat(ISSUER.given()).as("signed in, and a token that is not old").isEqualTo(given + 2);
    }
}
