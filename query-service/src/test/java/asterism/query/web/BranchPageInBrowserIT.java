package asterism.query.web;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import asterism.query.County;
import asterism.query.ReadSide;
import com.microsoft.playwright.Browser.NewContextOptions;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What a person sees, scripts and all. */
class BranchPageInBrowserIT {

    @Test
    void a_branch_is_found_and_its_history_is_drawn_beside_its_table() {
        try (ReadSide side = new ReadSide(); TestBrowser browser = TestBrowser.start()) {
            side.start();
            side.relay(side.story.tell(County.body("work-committee", null), County.body("archives", "work-committee"),
                    County.branch("b001", "archives"), County.branch("b002", "archives"), County.granted("b001", "d-1", "4", "2024-05-01"),
                    County.granted("b001", "d-2", "5", "2025-05-01")));
            side.get("/api/v1/branches/b001/rating?waitFor=6");
            try (BrowserContext context = browser.get().newContext(new NewContextOptions().setLocale("en").setViewportSize(1280, 900))) {
                walk(context.newPage(), side.url());
            }
        }
    }

    private static void walk(Page page, String url) {
        List<String> complaints = new ArrayList<>();
        page.onConsoleMessage(message -> {
            if (message.type().equals("error")) {
                complaints.add(message.text());
            }
        });
        page.onPageError(complaints::add);
        page.navigate(url + "/");
        page.fill("#q", "b001");
        assertThat(page.locator("#found tbody tr")).hasCount(1);
        assertThat(page.url()).contains("q=b001");
        page.click("#found tbody a");
        assertThat(page.locator("[data-chart] svg")).isVisible();
        assertThat(page.locator("table tbody tr")).hasCount(2);
        page.screenshot(new Page.ScreenshotOptions().setPath(Path.of("target", "branch.png")).setFullPage(true));
        page.click("a[hreflang=zh]");
        assertThat(page.locator("html")).hasAttribute("lang", "zh-CN");
        assertThat(complaints).isEmpty();
    }
}
