package bankscore.desk.browser;

import static org.assertj.core.api.Assertions.assertThat;

import bankscore.machine.Chromium;
import bankscore.machine.Chromium.Tab;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/** What holds of every page of a desk where something lies on each. */
@Tag("browser")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class PagesTest {

    @TempDir
    static Path folder = Path.of("");

    private Optional<BusyDesk> busy = Optional.empty();
    private Optional<Chromium> chromium = Optional.empty();
    private Optional<Tab> window = Optional.empty();

    @BeforeAll
    void open() throws Exception {
        chromium = Optional.of(Chromium.installed());
        busy = Optional.of(BusyDesk.in(folder));
        window = Optional.of(chromium.get().open());
        try (Tab another = chromium.get().open()) {
            busy.get().enter(tab(), another);
        }
    }

    @AfterAll
    void close() {
        window.ifPresent(Tab::close);
        chromium.ifPresent(Chromium::close);
        busy.ifPresent(BusyDesk::close);
    }

    private Tab tab() {
        return window.orElseThrow();
    }

    @Test
    void nobody_stumbles_over_any_page_and_nothing_is_asked_elsewhere_or_cut_off() {
        Map<String, List<String>> stumbles = new LinkedHashMap<>();
        for (Sight sight : Sight.values()) {
            sight.show(tab(), busy.orElseThrow());
            List<String> found = new ArrayList<>(tab().stumbles());
            found.addAll(tab().faults());
            int width = tab().number("document.documentElement.scrollWidth");
            if (width > Chromium.WIDTH) {
                found.add("wide: " + width);
            }
            if (!found.isEmpty()) {
                stumbles.put(sight.name(), found);
            }
        }

        assertThat(stumbles).isEmpty();
        // Each place of the navigation was looked at.
        assertThat(Arrays.stream(Sight.values()).map(Sight::place).distinct()).hasSize(9);
    }

    @Test
    void a_slider_below_a_number_moves_it_and_the_trial_follows() {
        String field = "input[name='one.set.items.tax.bands[5].points']";
        Tab tab = tab().go(busy.orElseThrow().desk().address(), "trial?of=2022Q4+r1")
                .waitFor("填好新的数");
        tab.page().locator("details").evaluateAll("all => all.forEach(each => each.open = true)");
        tab.find(field).focus();
        tab.find(field + " + input[type=range]").fill("23");

        assertThat(tab.find(field).inputValue()).isEqualTo("23");
        tab.waitFor("25 → 23").isWell();
    }

    /** Otherwise nobody would know whether anything is found at all. */
    @Test
    void a_field_without_a_name_a_line_too_long_and_a_picture_from_elsewhere_are_found() {
        Tab spoilt = Sight.HOME.show(tab(), busy.orElseThrow());
        spoilt.page()
                .evaluate(
                        "() => { document.querySelector('label[for=period]').remove();"
                                + " document.querySelector('#period').placeholder = '';"
                                + " document.querySelector('main').style.minWidth = '2000px';"
                                + " const picture = new Image(); picture.src = 'http://127.0.0.2:1/'; document.body.append(picture); }");

        assertThat(spoilt.stumbles()).anyMatch(each -> each.startsWith("label "));
        assertThat(spoilt.number("document.documentElement.scrollWidth")).isGreaterThan(Chromium.WIDTH);
        assertThat(spoilt.faults()).anyMatch(each -> each.contains("127.0.0.2"));
    }
}
