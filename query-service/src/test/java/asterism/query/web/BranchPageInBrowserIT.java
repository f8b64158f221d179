package asterism.query.web;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import asterism.events.BranchEvent.BranchEnded;
import asterism.events.BranchEvent.BranchRenamed;
import asterism.events.BranchEvent.BranchesMerged;
import asterism.events.BranchEvent.Reorganisation;
import asterism.events.BranchId;
import asterism.events.Label;
import asterism.query.County;
import asterism.query.ReadSide;
import com.microsoft.playwright.Browser.NewContextOptions;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What a person sees, scripts and all. */
class BranchPageInBrowserIT {

    /** Whether the line of the chart runs level from its first point to its second. */
    private static final String FIRST_STRETCH = """
            () => {
              const line = [...document.querySelectorAll('[data-chart] svg path')].find(path => path.getAttribute('stroke') === '#1b2a4e'
                  && path.getAttribute('fill') === 'none');
              const [x1, y1, x2, y2] = line.getAttribute('d').match(/-?[0-9.]+/g).map(Number);
              return y1 === y2 && x2 > x1;
            }""";
    private static final BranchId ONE = new BranchId("b001");
    private static final BranchId TWO = new BranchId("b002");
    private static final LocalDate ORDER = LocalDate.parse("2025-09-01");

    @Test
    void a_branch_is_found_and_its_history_is_drawn_beside_its_table() {
        try (ReadSide side = new ReadSide(); TestBrowser browser = TestBrowser.start()) {
            side.start();
            side.relay(side.story.tell(County.body("work-committee", null), County.body("archives", "work-committee"),
                    County.branch("b001", "archives"), County.branch("b002", "archives"), County.granted("b001", "d-1", "4", "2024-05-01"),
                    County.granted("b001", "d-2", "5", "2025-05-01"),
                    new BranchRenamed(ONE, new Label("史志支部", "Archives and History Branch"), "Order 12 of 2025", ORDER),
                    new BranchesMerged(ONE, List.of(TWO), "Order 12 of 2025", ORDER),
                    new BranchEnded(TWO, Reorganisation.MERGE, List.of(ONE), List.of(), "Order 12 of 2025", ORDER)));
            side.get("/api/v1/branches/b001/rating?waitFor=9");
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
        page.waitForURL(at -> at.contains("q=b001"));
        page.click("#found tbody a");
        assertThat(page.locator("[data-chart] svg")).isVisible();
        assertThat(page.locator("table tbody tr")).hasCount(2);
        assertThat(page.evaluate(FIRST_STRETCH)).as("the first star holds until the second").isEqualTo(true);
        assertThat(page.locator("#lineage li")).containsText(new String[] {"Branch b001 → Archives and History Branch", "Branch b002"});
        page.screenshot(new Page.ScreenshotOptions().setPath(Path.of("target", "branch.png")).setFullPage(true));
        page.click("#lineage a");
        assertThat(page.locator(".govuk-inset-text")).containsText("There has been no such branch since");
        page.screenshot(new Page.ScreenshotOptions().setPath(Path.of("target", "branch-ended.png")).setFullPage(true));
        page.click("a[hreflang=zh]");
        assertThat(page.locator("html")).hasAttribute("lang", "zh-CN");
        assertThat(complaints).isEmpty();
    }
}
