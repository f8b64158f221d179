package asterism.local.demo;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import asterism.command.wiring.pack.Pack;
import asterism.command.wiring.pack.Scope;
import asterism.embedded.TestBrowser;
import com.microsoft.playwright.Browser.NewContextOptions;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A pack opened from disk, with the network off, by somebody who has a browser and nothing else. */
class ViewerInBrowserIT {
    @TempDir
    private Path folder = Path.of("");

    @Test
    void aPackIsReadAndProvenFromDiskWithoutAnyNetwork() throws IOException {
        Path whole = unpacked("whole");
        Path branch = unpacked("branch:b017");
        try (TestBrowser browser = TestBrowser.start();
                BrowserContext context = browser.get().newContext(new NewContextOptions().setLocale("en").setOffline(true)
                        .setViewportSize(1280, 900))) {
            List<String> complaints = new ArrayList<>();
            Page page = page(context, complaints);
            theWhole(page, whole);
            theBranch(page, branch);
            assertThat(complaints).isEmpty();
            aChangedFactIsSeen(page, branch);
        }
    }

    private static void theWhole(Page page, Path whole) {
        page.navigate(whole.resolve("data/index.html").toUri().toString());
        assertThat(page.locator("#verdict")).containsText("facts here were checked: they stand under the root that was signed");
        assertThat(page.locator("#branches li")).hasCount(CountyPack.told().branches());
        page.fill("#find", "b017");
        page.click("[data-branch=b017]");
        assertThat(page.locator("article h2")).containsText("★");
        assertThat(page.locator("article table").first()).containsText("2024-12-16");
        page.screenshot(new Page.ScreenshotOptions().setPath(Path.of("target", "viewer-whole.png")));
    }

    private static void theBranch(Page page, Path branch) {
        page.navigate(branch.resolve("data/index.html").toUri().toString());
        assertThat(page.locator("#proof")).containsText("The signature of the checkpoint holds");
        assertThat(page.locator("ol.facts > li.broken")).hasCount(0);
        assertThat(page.locator("ol.facts > li.proven").first()).containsText("Branch registered");
        Locator account = page.locator("details.account").first();
        account.locator("summary").first().click();
        account.locator("details summary").nth(3).click();
        assertThat(account).containsText("Total");
        page.screenshot(new Page.ScreenshotOptions().setPath(Path.of("target", "viewer-branch.png")).setFullPage(true));
        page.click("[data-language=zh]");
        assertThat(page.locator("html")).hasAttribute("lang", "zh-CN");
        assertThat(page.locator("#verdict")).containsText("均已核对");
        page.screenshot(new Page.ScreenshotOptions().setPath(Path.of("target", "viewer-zh.png")));
    }

    private static void aChangedFactIsSeen(Page page, Path branch) throws IOException {
        Path facts = branch.resolve("data/facts.js");
        Files.writeString(facts, Files.readString(facts).replaceFirst("branch\\.registered/1", "branch.renamed/1"));
        page.navigate(branch.resolve("data/index.html").toUri().toString());
        page.click("[data-language=en]");
        assertThat(page.locator("#verdict")).containsText("this pack was changed");
        assertThat(page.locator("ol.facts > li.broken")).hasCount(1);
    }

    private static Page page(BrowserContext context, List<String> complaints) {
        Page page = context.newPage();
        page.onConsoleMessage(message -> {
            if (message.type().equals("error")) {
                complaints.add(message.text());
            }
        });
        page.onPageError(complaints::add);
        return page;
    }

    private Path unpacked(String scope) throws IOException {
        Path to = folder.resolve(scope.replace(':', '-'));
        Path zip = folder.resolve(to.getFileName() + ".zip");
        Pack.write(zip, CountyPack.told(), Scope.of(scope).orElseThrow(), false);
        try (ZipFile pack = new ZipFile(zip.toFile())) {
            for (ZipEntry entry : Collections.list(pack.entries())) {
                Path file = to.resolve(entry.getName());
                Files.createDirectories(Objects.requireNonNull(file.getParent()));
                try (InputStream in = pack.getInputStream(entry)) {
                    Files.copy(in, file);
                }
            }
        }
        return to;
    }
}
