package bankscore.paper.browser;

import static bankscore.paper.browser.ReportPage.cents;
import static bankscore.paper.browser.ReportPage.texts;
import static org.assertj.core.api.Assertions.assertThat;

import bankscore.machine.Chromium;
import com.microsoft.playwright.Locator;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The page of a batch of subsidies. */
class SubsidyPageTest extends AnyPage {

    @Override
    ReportPage publish(Chromium browser) throws Exception {
        return ReportPage.publish(
                browser,
                folder.resolve("output"),
                "2024Q4/jinhua-insurance/r1",
                "2024Q4",
                "--rule",
                "jinhua-insurance");
    }

    @Override
    boolean isSaid(String line) {
        return line.matches("(?s).*(审定|不予补助).*");
    }

    @Test
    void no_account_stands_anywhere() {
        page().read(tab -> assertThat(tab.find("main").textContent()).doesNotContainPattern("\\d{19}"));
    }

    @Test
    void tables_with_a_sum_add_up_as_they_are_printed() {
        page().read(tab -> {
            List<Locator> tables = tab.page().locator("table:has(tfoot)").all();
            assertThat(tables).hasSizeGreaterThanOrEqualTo(2);
            for (Locator table : tables) {
                List<String> sums = numbers(table, "tfoot tr:first-child");
                List<Locator> rows =
                        table.locator("tbody").first().locator("tr").all();
                long[] added = new long[sums.size()];
                for (Locator row : rows) {
                    List<String> amounts = numbers(row, "");
                    for (int i = 0; i < added.length; i++) {
                        added[i] += number(amounts.get(i));
                    }
                }
                assertThat(sums.stream().mapToLong(SubsidyPageTest::number)).containsExactly(boxed(added));
            }
        });
    }

    private static Long[] boxed(long[] numbers) {
        return Arrays.stream(numbers).boxed().toArray(Long[]::new);
    }

    /** How many, or how much in fen. */
    private static long number(String printed) {
        return Long.parseLong(printed.replace(",", "").replace(".", ""));
    }

    private static List<String> numbers(Locator in, String rows) {
        return in.locator((rows + " > .number").replaceFirst("^ > ", "")).allInnerTexts().stream()
                .map(String::strip)
                .toList();
    }

    @Test
    void the_claimants_lines_add_up_to_what_is_granted_to_them_and_that_to_what_is_granted() {
        page().read(tab -> {
            List<String> ids = texts(tab, "#ranking-table tbody tr", "each.querySelector('a').hash");
            List<String> counts = ReportPage.column(tab, 1);
            List<String> granted = ReportPage.column(tab, 3);
            for (int i = 0; i < ids.size(); i++) {
                List<String> own = texts(tab, ids.get(i) + " tbody tr", "each.cells[3].textContent.trim()");
                assertThat(own).hasSize(Integer.parseInt(counts.get(i)));
                assertThat(own.stream().mapToLong(ReportPage::cents).sum()).isEqualTo(cents(granted.get(i)));
            }
            String total = texts(
                            tab, "section[aria-labelledby=totals] tfoot", "each.rows[0].cells[6].textContent.trim()")
                    .get(0);
            assertThat(granted.stream().mapToLong(ReportPage::cents).sum()).isEqualTo(cents(total));
        });
    }

    @Test
    void it_prints_folded_as_it_is() {
        page().read(tab -> assertThat(page().sheets(tab, folder))
                .hasSizeLessThanOrEqualTo(12 + ReportPage.column(tab, 1).size() / 8));
    }
}
