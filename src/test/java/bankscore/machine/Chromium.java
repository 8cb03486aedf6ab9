package bankscore.machine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Browser.NewContextOptions;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType.LaunchOptions;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.TimeoutError;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A real browser that shows nobody its windows. What drives it, and the rules that pages are held against, are put below
 * {@code target/browser} by {@code .ci/browser}.
 */
public final class Chromium implements AutoCloseable {

    /** What {@code .ci/browser} fetched. */
    public static final Path FETCHED = Path.of("target", "browser").toAbsolutePath();

    /** What staff sit before. */
    public static final int WIDTH = 1366;

    private static final int HEIGHT = 768;

    /** For so many milliseconds something is waited for. */
    private static final double PATIENCE = 60_000;

    private static final String RULES = "['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice']";

    private final Playwright playwright;
    private final Browser browser;
    private final String axe;

    private Chromium(Playwright playwright, Browser browser, String axe) {
        this.playwright = playwright;
        this.browser = browser;
        this.axe = axe;
    }

    /** The one of this machine. */
    public static Chromium installed() throws IOException {
        return at(
                Optional.ofNullable(System.getenv("CHROMIUM"))
                        .map(Path::of)
                        .or(() -> Tool.find("chromium"))
                        .orElseThrow(() -> new AssertionError("no chromium on the path: run .ci/browser")),
                Map.of());
    }

    /** Chromium 86, which many offices have; the test is skipped where {@code .ci/browser} could not get it to start. */
    public static Chromium old() throws IOException, InterruptedException {
        Path folder = FETCHED.resolve("old");
        Path program = folder.resolve("chromium");
        String libraries = folder.resolve("aws/lib").toString();
        assumeTrue(
                Files.isExecutable(program)
                        // Asked for its version this one starts, and never ends.
                        && Tool.works(
                                "env",
                                "LD_LIBRARY_PATH=" + libraries,
                                program.toString(),
                                "--no-sandbox",
                                "--disable-gpu",
                                "--dump-dom",
                                "about:blank"),
                "no Chromium 86 that starts here");
        Chromium chromium = at(program, Map.of("LD_LIBRARY_PATH", libraries));
        assertThat(chromium.version()).startsWith("86.");
        return chromium;
    }

    /**
     * One that lies somewhere.
     *
     * @param environment the browser's, and not that of whatever drives it
     */
    private static Chromium at(Path program, Map<String, String> environment) throws IOException {
        Path driver = FETCHED.resolve("driver");
        assertThat(driver.resolve("package/cli.js")).as("run .ci/browser").isRegularFile();
        System.setProperty("playwright.cli.dir", driver.toString());
        String rules = Files.readString(FETCHED.resolve("node_modules/axe-core/axe.min.js"));
        Map<String, String> all = new HashMap<>(System.getenv());
        // Names of downloads, and the browser's own words, in Chinese.
        all.put("LC_ALL", "C.UTF-8");
        all.put("LANGUAGE", "zh_CN");
        all.putAll(environment);
        Playwright playwright = Playwright.create(
                new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
        try {
            Browser browser = playwright
                    .chromium()
                    .launch(new LaunchOptions()
                            .setExecutablePath(program)
                            .setEnv(all)
                            .setArgs(List.of(
                                    "--no-sandbox",
                                    "--lang=zh-CN",
                                    "--disable-gpu",
                                    "--disable-dev-shm-usage",
                                    "--disable-quic",
                                    "--no-first-run",
                                    "--disable-background-networking",
                                    "--disable-component-update",
                                    "--disable-sync")));
            return new Chromium(playwright, browser, rules);
        } catch (RuntimeException e) {
            playwright.close();
            throw e;
        }
    }

    /** Its version, such as {@code 86.0.4240.0}. */
    public String version() {
        return browser.version();
    }

    /** A window of the size that staff have, with a session of its own. */
    public Tab open() {
        return open(new NewContextOptions());
    }

    /** A window of the size that staff have, unless the options say another. */
    public Tab open(NewContextOptions options) {
        if (options.viewportSize == null) {
            options.setViewportSize(WIDTH, HEIGHT);
        }
        BrowserContext context = browser.newContext(options.setLocale("zh-CN").setTimezoneId("Asia/Shanghai"));
        return new Tab(context, axe);
    }

    @Override
    public void close() {
        browser.close();
        playwright.close();
    }

    /** A window with one page after another, and what these must not do: ask another machine, or complain. */
    public static final class Tab implements AutoCloseable {

        private final BrowserContext context;
        private final Page page;
        private final String axe;
        private final List<String> faults = new ArrayList<>();
        private String home = "file:";

        private Tab(BrowserContext context, String axe) {
            this.context = context;
            this.axe = axe;
            context.setDefaultTimeout(PATIENCE);
            page = context.newPage();
            page.onRequest(request -> {
                if (!request.url().startsWith(home)) {
                    faults.add("asked elsewhere: " + request.url());
                }
            });
            page.onConsoleMessage(message -> {
                if (message.type().equals("error")) {
                    faults.add("on the console: " + message.text());
                }
            });
            page.onPageError(error -> faults.add("an error in the page: " + error));
        }

        public Page page() {
            return page;
        }

        /**
         * Types an address.
         *
         * @param home where pages may ask from now on
         */
        public Tab go(String home, String path) {
            this.home = home;
            page.navigate(home + path);
            return this;
        }

        /** What the first of a selector is. */
        public Locator find(String selector) {
            return page.locator(selector).first();
        }

        /** Waits for words, wherever they stand on the page, and for what comes behind them. */
        public Tab waitFor(String words) {
            try {
                page.getByText(words)
                        .filter(new Locator.FilterOptions().setVisible(true))
                        .first()
                        .waitFor();
                page.waitForLoadState();
            } catch (TimeoutError e) {
                throw new AssertionError("no “" + words + "” on " + page.url() + ":\n" + text(), e);
            }
            return this;
        }

        /** What is written on the page. */
        public String text() {
            return page.locator("body").innerText();
        }

        /** What went wrong since it was asked before; then it is forgotten. */
        public List<String> faults() {
            List<String> all = List.copyOf(faults);
            faults.clear();
            return all;
        }

        /** Nothing went wrong, and nothing is cut off at the side. */
        public Tab isWell() {
            assertThat(faults()).as(page.url()).isEmpty();
            assertThat(number("document.documentElement.scrollWidth"))
                    .as("width of " + page.url())
                    .isLessThanOrEqualTo(page.viewportSize().width);
            return this;
        }

        /** A number that the page is asked for. */
        public int number(String expression) {
            return ((Number) page.evaluate(expression)).intValue();
        }

        /** What somebody with a screen reader or weak eyes would stumble over: rule and places, one a line. */
        @SuppressWarnings("unchecked")
        public List<String> stumbles() {
            // Its last value is nothing: the whole of it could not be handed over.
            page.evaluate(axe + "; null");
            @Nullable
            Object found = page.evaluate("async () => (await axe.run(document, {runOnly: " + RULES + ", rules: "
                    // Nobody taps on paper.
                    + "{'target-size': {enabled: !matchMedia('print').matches}}})).violations.map(each => each.id + ' ' + "
                    + "each.nodes.map(node => node.target + ' ' + (node.any[0] || node.all[0] || node.none[0]).message)"
                    + ".join(' | ').slice(0, 400))");
            return (List<String>) found;
        }

        @Override
        public void close() {
            context.close();
        }
    }
}
