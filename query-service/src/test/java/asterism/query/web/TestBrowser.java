package asterism.query.web;

import com.microsoft.playwright.Browser;

/** A real browser, as {@link asterism.embedded.TestBrowser} says. */
final class TestBrowser implements AutoCloseable {
    private final asterism.embedded.TestBrowser browser;

    private TestBrowser(asterism.embedded.TestBrowser browser) {
        this.browser = browser;
    }

    static TestBrowser start() {
        return new TestBrowser(asterism.embedded.TestBrowser.start());
    }

    Browser get() {
        return browser.get();
    }

    @Override
    public void close() {
        browser.close();
    }
}
