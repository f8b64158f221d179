package asterism.embedded;

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
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Assumptions;

/**
 * A real browser for tests, fetched from npm and unpacked once below the query-service's {@code target}. Where it cannot be had the
 * test is skipped as {@code no-browser}; with {@code -Dbrowser.required=true} that is a failure. Whoever uses it names Playwright and
 * JUnit among its own test dependencies.
 */
public final class TestBrowser implements AutoCloseable {
    private static final Path MODULE = Path.of("..", "query-service");
    private static final Path FOLDER = MODULE.resolve("target").resolve("browser");
    private final Playwright playwright;
    private final Browser browser;

    private TestBrowser(String how) {
        System.setProperty("playwright.cli.dir", said("driver", how));
        playwright = Playwright.create(new Playwright.CreateOptions().setEnv(Map.of(
                "PLAYWRIGHT_NODEJS_PATH", said("node", how), "PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
        Map<String, String> environment = new HashMap<>(System.getenv());
        environment.put("LD_LIBRARY_PATH", said("libraries", how));
        browser = playwright.chromium().launch(new LaunchOptions().setExecutablePath(Path.of(said("executable", how)))
                .setArgs(List.of("--no-sandbox", "--disable-gpu")).setEnv(environment));
    }

    /** Starts it; a module's tests run in the module's folder. */
    public static TestBrowser start() {
        boolean there = unpacked();
        if (!there && Boolean.getBoolean("browser.required")) {
            throw new IllegalStateException("a browser is required and cannot be had; see query-service/target/browser.log");
        }
        Assumptions.assumeTrue(there, "no-browser");
        try {
            return new TestBrowser(Files.readString(FOLDER.resolve("browser.json")));
        } catch (IOException e) {
            throw new IllegalStateException("what was unpacked does not say how to start it", e);
        }
    }

    private static boolean unpacked() {
        try {
            Files.createDirectories(FOLDER);
            Process unpacking = new ProcessBuilder("node", MODULE.resolve("src/test/browser/unpack.mjs").toString(), FOLDER.toString())
                    .redirectErrorStream(true).redirectOutput(FOLDER.resolveSibling("browser.log").toFile()).start();
            return unpacking.waitFor(5, TimeUnit.MINUTES) && unpacking.exitValue() == 0;
        } catch (IOException e) {
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    /** A text of the flat JSON that the unpacking wrote: paths, in which nothing is escaped. */
    private static String said(String key, String json) {
        Matcher text = Pattern.compile("\"" + key + "\": \"([^\"]*)\"").matcher(json);
        if (!text.find()) {
            throw new IllegalStateException("there is no " + key + " in " + json);
        }
        return text.group(1);
    }

    public Browser get() {
        return browser;
    }

    @Override
    public void close() {
        browser.close();
        playwright.close();
    }
}
