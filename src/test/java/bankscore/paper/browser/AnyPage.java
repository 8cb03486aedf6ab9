package bankscore.paper.browser;

import static org.assertj.core.api.Assertions.assertThat;

import bankscore.machine.Chromium;
import bankscore.machine.Chromium.Tab;
import com.microsoft.playwright.Browser.NewContextOptions;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page.EmulateMediaOptions;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.Media;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What holds of every published page, whatever it is about. */
@Tag("browser")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class AnyPage {

    @TempDir
    static Path folder = Path.of("");

    private Optional<Chromium> chromium = Optional.empty();
    private Optional<ReportPage> published = Optional.empty();

    /** Publishes what the page is about. */
    abstract ReportPage publish(Chromium browser) throws Exception;

    @BeforeAll
    void open() throws Exception {
        chromium = Optional.of(Chromium.installed());
        published = Optional.of(publish(chromium.get()));
    }

    @AfterAll
    void close() {
        chromium.ifPresent(Chromium::close);
    }

    ReportPage page() {
        return published.orElseThrow();
    }

    @Test
    void the_verification_code_stands_at_the_foot() {
        page().read(tab -> assertThat(tab.find("footer").innerText()).contains(page().code()));
    }

    @ParameterizedTest
    @ValueSource(ints = {390, 1100})
    void the_line_of_contents_stays_in_sight_and_hides_nothing_that_it_leads_to(int width) {
        page().read(width, 700, tab -> {
            for (Locator link : tab.page().locator("nav a").all()) {
                link.focus();
                tab.page().keyboard().press("Enter");
                String to = link.getAttribute("href");
                tab.page().waitForFunction("(id) => location.hash === id", to);
                assertThat(top(tab, to)).isGreaterThanOrEqualTo(foot(tab));
                assertThat(top(tab, "nav")).isGreaterThanOrEqualTo(0);
                assertThat(foot(tab)).isLessThanOrEqualTo(700);
            }
            tab.page().evaluate("window.scrollTo(0, document.body.scrollHeight)");
            assertThat(top(tab, "nav")).isZero();
            assertThat(foot(tab)).isLessThan(60);
        });
    }

    private static double top(Tab tab, String selector) {
        return edge(tab, selector, "top");
    }

    private static double foot(Tab tab) {
        return edge(tab, "nav", "bottom");
    }

    private static double edge(Tab tab, String selector, String edge) {
        return ((Number) tab.find(selector).evaluate("(each) => each.getBoundingClientRect()." + edge)).doubleValue();
    }

    @Test
    void every_link_button_field_and_summary_is_reached_with_the_tab_key_and_its_focus_is_seen() {
        page().read(tab -> {
            int wanted =
                    tab.number("[...document.querySelectorAll('a[href], button, input, summary, [tabindex=\"0\"]')]"
                            + ".filter((each) => each.checkVisibility()).length");
            int reached = 0;
            for (int i = 0; i < wanted + 5; i++) {
                tab.page().keyboard().press("Tab");
                Locator at = tab.page().locator("*:focus");
                if (at.count() > 0) {
                    assertThat(at.evaluate("(each) => getComputedStyle(each).outlineStyle"))
                            .as("no focus to be seen on " + at.innerText())
                            .isNotEqualTo("none");
                    reached += (Boolean)
                                    at.evaluate(
                                            "(each) => { const first = !each.dataset.seen; each.dataset.seen = 'yes'; return first; }")
                            ? 1
                            : 0;
                }
            }
            assertThat(reached).isEqualTo(wanted);
        });
    }

    @Test
    void everything_unfolds_and_folds_at_once() {
        page().read(tab -> {
            pressed(tab, "#unfold");
            assertThat(tab.page().locator("details:not([open])").count()).isZero();
            pressed(tab, "#fold");
            assertThat(tab.page().locator("details[open]").count()).isZero();
        });
    }

    private static void pressed(Tab tab, String selector) {
        tab.find(selector).focus();
        tab.page().keyboard().press("Enter");
    }

    @ParameterizedTest
    @ValueSource(ints = {320, 390, 768, 1100, 1366})
    void nothing_but_tables_scrolls_sideways_and_no_number_is_broken(int width) {
        page().read(width, 800, tab -> {
            tab.find("#unfold").click();
            tab.isWell();
            assertThat(tab.number("[...document.querySelectorAll('.number, .figure')].filter((each) => {"
                            + " const text = document.createRange(); text.selectNodeContents(each);"
                            + " return /^[-\\d.,]+$/.test(each.textContent.trim())"
                            + " && new Set([...text.getClientRects()].map((box) => Math.round(box.top))).size > 1;"
                            + " }).length"))
                    .isZero();
        });
    }

    @Test
    void the_policy_stops_what_is_not_the_pages_own() {
        try (Tab tab = page().open(new NewContextOptions())) {
            List<String> stopped = new ArrayList<>();
            List<String> left = new ArrayList<>();
            tab.page().onRequestFailed(request -> stopped.add(request.failure()));
            tab.page().onRequestFinished(request -> left.add(request.url()));
            tab.page()
                    .evaluate("() => { const script = document.createElement('script');"
                            + " script.textContent = 'window.foreign = true'; document.body.append(script);"
                            + " const picture = new Image(); picture.src = 'https://example.invalid/x.png';"
                            + " document.body.append(picture); }");
            tab.page().waitForTimeout(200);

            assertThat(tab.page().evaluate("() => window.foreign === undefined"))
                    .isEqualTo(true);
            assertThat(left).isEmpty();
            assertThat(stopped).containsExactly("csp");
            // Otherwise nobody would know whether anything is found at all.
            assertThat(tab.faults()).anyMatch(fault -> fault.contains("example.invalid"));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"screen", "narrow", "print"})
    void nobody_stumbles_over_it(String media) {
        NewContextOptions options = new NewContextOptions().setBypassCSP(true);
        if (media.equals("narrow")) {
            options.setViewportSize(360, 900);
        }
        page().read(options, tab -> {
            if (media.equals("print")) {
                tab.page().emulateMedia(new EmulateMediaOptions().setMedia(Media.PRINT));
            } else {
                tab.find("#unfold").click();
            }
            assertThat(tab.stumbles()).isEmpty();
        });
    }

    @Test
    void it_is_dark_on_white_wherever_it_is_read() {
        page().read(new NewContextOptions().setColorScheme(ColorScheme.DARK), tab -> {
            for (Media media : List.of(Media.SCREEN, Media.PRINT)) {
                tab.page()
                        .emulateMedia(new EmulateMediaOptions().setMedia(media).setColorScheme(ColorScheme.DARK));
                assertThat(tab.find("body")
                                .evaluate("(body) => ({ground: getComputedStyle(body).backgroundColor,"
                                        + " ink: getComputedStyle(body).color})"))
                        .isEqualTo(Map.of("ground", "rgb(255, 255, 255)", "ink", "rgb(29, 35, 43)"));
            }
        });
    }

    @Test
    void it_prints_on_a4_with_the_code_on_every_sheet() {
        page().read(tab -> assertThat(page().sheets(tab, folder))
                .allSatisfy(sheet -> assertThat(sheet).contains(page().code())));
    }

    /** Whoever stands in the table that is searched leads to what is said of him, which opens. */
    @Test
    void a_name_is_searched_for_by_keyboard_and_leads_to_what_is_said_of_it() {
        page().read(tab -> {
            List<String> all = ReportPage.texts(tab, "#ranking-table tbody a", "each.textContent.trim()");
            Locator link = tab.page().locator("#ranking-table tbody a").nth(2);
            tab.find("#search").focus();
            tab.page().keyboard().type(all.get(2));
            List<String> shown =
                    ReportPage.texts(tab, "#ranking-table tbody tr:not([hidden]) a", "each.textContent.trim()");
            assertThat(shown).isNotEmpty().allMatch(name -> name.contains(all.get(2)));
            assertThat(tab.find("[role=status]").innerText()).contains(String.valueOf(shown.size()));
            tab.page().keyboard().press("Escape");
            assertThat(ReportPage.texts(tab, "#ranking-table tbody tr:not([hidden]) a", "each.textContent.trim()"))
                    .isEqualTo(all);

            link.focus();
            tab.page().keyboard().press("Enter");
            String to = link.getAttribute("href");
            tab.page().waitForFunction("(id) => document.querySelector(id).open", to);
            assertThat(tab.page().evaluate("document.activeElement.tagName")).isEqualTo("SUMMARY");
            assertThat(ReportPage.texts(tab, to + " tbody td:last-child", "each.textContent.trim()"))
                    .isNotEmpty()
                    .allMatch(this::isSaid);
            tab.page().keyboard().press("Space");
            assertThat(tab.page().evaluate("(id) => document.querySelector(id).open", to))
                    .isEqualTo(false);
        });
    }

    /** Whether a line under a name says what it has to. */
    boolean isSaid(String line) {
        return !line.isEmpty();
    }
}
