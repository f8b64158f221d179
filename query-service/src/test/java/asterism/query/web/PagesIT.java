package asterism.query.web;

import static org.assertj.core.api.Assertions.assertThat;

import asterism.query.County;
import asterism.query.ReadSide;
import asterism.query.TestCommands;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import org.htmlunit.WebClient;
import org.htmlunit.html.HtmlPage;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The pages without scripts: everything can be read and every form sent. */
class PagesIT {
    private static final ReadSide SIDE = new ReadSide();

    @BeforeAll
    static void a_small_county() {
        SIDE.start();
        SIDE.relay(SIDE.story.tell(County.body("work-committee", null), County.body("archives", "work-committee"),
                County.branch("b001", "archives"), County.branch("b002", "archives"), County.granted("b001", "d-1", "4", "2024-05-01"),
                County.downgraded("b001", "d-2", "4", "2", "2024-05-20"), County.struck("b001", "d-2", "appeal-1")));
        SIDE.get("/api/v1/branches/b001/rating?waitFor=7");
        SIDE.get("/api/v1/branches/b001/history?waitFor=7");
    }

    @AfterAll
    static void stop() {
        SIDE.close();
    }

    private static HtmlPage open(String path, String language) throws IOException {
        try (WebClient client = new WebClient()) {
            client.getOptions().setJavaScriptEnabled(false);
            client.getOptions().setCssEnabled(false);
            client.getOptions().setThrowExceptionOnFailingStatusCode(false);
            client.addRequestHeader("Accept-Language", language);
            return client.getPage(SIDE.url() + path);
        }
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
    void both_languages_say_the_same_pages_and_no_message_is_missing() throws IOException {
        assertThat(open("/branches/b001", "zh-CN").asNormalizedText()).contains("四星", "支部b001");
        for (String path : new String[] {"/", "/branches/b001", "/distribution", "/branches/none"}) {
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
    void the_worklist_is_for_people_who_are_signed_in() {
        assertThat(SIDE.get("/api/v1/worklist").status()).isEqualTo(401);
        assertThat(SIDE.get("/api/v1/worklist").text("/code")).isEqualTo("sign-in.required");
    }
}
