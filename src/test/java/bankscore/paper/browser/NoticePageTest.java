package bankscore.paper.browser;

import static bankscore.paper.browser.ReportPage.column;
import static bankscore.paper.browser.ReportPage.texts;
import static org.assertj.core.api.Assertions.assertThat;

import bankscore.machine.Chromium;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The page of a notice. */
class NoticePageTest extends AnyPage {

    @Override
    ReportPage publish(Chromium browser) throws Exception {
        return ReportPage.publish(
                browser, folder.resolve("output"), "2022Q4/shangrao-watch/r1", "2022Q4", "--rule", "shangrao-watch");
    }

    @Test
    void who_is_named_stands_in_the_list_of_names_as_often_as_it_is_hit_and_nobody_else_does() {
        page().read(tab -> {
            List<Integer> hits = hits(column(tab, 2));
            assertThat(hits).hasSizeGreaterThan(20).contains(0);
            assertThat(hits.stream().mapToInt(Integer::intValue).sum())
                    .isEqualTo(tab.page()
                            .locator("section[aria-labelledby=named] tbody tr")
                            .count());
        });
    }

    private static List<Integer> hits(List<String> printed) {
        return printed.stream().map(Integer::valueOf).toList();
    }

    @Test
    void what_follows_is_told_of_whoever_is_hit() {
        page().read(tab -> {
            List<Integer> hits = hits(column(tab, 2));
            List<String> degrees = texts(tab, "#ranking-table tbody tr", "each.cells[3].textContent.trim()");
            for (int i = 0; i < hits.size(); i++) {
                assertThat(degrees.get(i).matches("(?s).*(约谈|督导|加强组织领导).*"))
                        .as(degrees.get(i))
                        .isEqualTo(hits.get(i) > 0);
            }
        });
    }

    @Test
    void it_prints_folded_as_it_is() {
        page().read(tab -> assertThat(page().sheets(tab, folder)).hasSizeLessThanOrEqualTo(20));
    }
}
