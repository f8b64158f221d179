package asterism.query.web;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserType.LaunchOptions;
import com.microsoft.playwright.Playwright;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Assumptions;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * A real browser, fetched from npm and unpacked below {@code target}. Where it cannot be had the test is skipped as
 * {@code no-browser}; with {@code -Dbrowser.required=true} that is a failure.
 */
final class TestBrowser implements AutoCloseable {
    private static final Path FOLDER = Path.of("target", "browser");
    private final Playwright playwright;
    private final Browser browser;

    private TestBrowser(JsonNode how) {
        System.setProperty("playwright.cli.dir", how.at("/driver").asString());
        playwright = Playwright.create(new Playwright.CreateOptions().setEnv(Map.of(
                "PLAYWRIGHT_NODEJS_PATH", how.at("/node").asString(), "PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
        Map<String, String> environment = new HashMap<>(System.getenv());
        environment.put("LD_LIBRARY_PATH", how.at("/libraries").asString());
        browser = playwright.chromium().launch(new LaunchOptions().setExecutablePath(Path.of(how.at("/executable").asString()))
                .setArgs(List.of("--no-sandbox", "--disable-gpu")).setEnv(environment));
    }

    static TestBrowser start() {
        boolean there = unpacked();
        if (!there && Boolean.getBoolean("browser.required")) {
            throw new IllegalStateException("a browser is required and cannot be had; see target/browser.log");
        }
        Assumptions.assumeTrue(there, "no-browser");
        return new TestBrowser(JsonMapper.builder().build().readTree(FOLDER.resolve("browser.json")));
    }

    private static boolean unpacked() {
        try {
            Files.createDirectories(FOLDER);
            Process unpacking = new ProcessBuilder("node", "src/test/browser/unpack.mjs", FOLDER.toString()).redirectErrorStream(true)
                    .redirectOutput(FOLDER.resolveSibling("browser.log").toFile()).start();
            return unpacking.waitFor(5, TimeUnit.MINUTES) && unpacking.exitValue() == 0;
        } catch (IOException e) {
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    Browser get() {
        return browser;
    }

    @Override
    public void close() {
        browser.close();
        playwright.close();
    }
}
