package bankscore.paper.browser;

import static bankscore.paper.browser.ReportPage.cents;
import static bankscore.paper.browser.ReportPage.column;
import static bankscore.paper.browser.ReportPage.texts;
import static org.assertj.core.api.Assertions.assertThat;

import bankscore.machine.Chromium;
import bankscore.machine.Chromium.Tab;
import com.microsoft.playwright.Locator;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The page of an assessment. */
abstract class AssessmentPage extends AnyPage {

    /** Of more there is a drawing of the first and the last alone. */
    private static final int DRAWN = 30;

    private final String which;

    /** @param which a period of the sample, or how many banks */
    AssessmentPage(String which) {
        this.which = which;
    }

    @Override
    ReportPage publish(Chromium browser) throws Exception {
        Path output = folder.resolve("output-" + which);
        if (which.contains("Q")) {
            return ReportPage.publish(browser, output, which + "/r1", which);
        }
        Path input = folder.resolve("input-" + which);
        BankQuarter.write(Integer.parseInt(which), input.resolve("2022Q4"));
        return ReportPage.publish(browser, output, "2022Q4/r1", "2022Q4", "--input", input.toString());
    }

    @Test
    void no_code_digest_or_finding_stands_among_what_leaders_read() {
        page().read(tab -> {
            String read = String.join(
                    "\n",
                    texts(
                            tab,
                            "header, main > section:not([aria-labelledby=details]):not([aria-labelledby=findings])"
                                    + ":not([aria-labelledby=run])",
                            "each.innerText"));
            assertThat(read).doesNotContain(page().code()).doesNotContainPattern("[A-Za-z]|\\d{4}-\\d\\d-\\d\\d");
        });
    }

    @Test
    void a_drawing_has_at_most_thirty_banks_or_says_which_it_has() {
        page().read(tab -> {
            int banks = column(tab, 1).size();
            assertThat(tab.page().locator("section.drawing svg rect").count()).isEqualTo(banks > DRAWN ? 20 : banks);
            assertThat(tab.find("section.drawing").innerText().contains("前10家和后10家"))
                    .isEqualTo(banks > DRAWN);
            for (Locator pairs : tab.page().locator("svg.pairs").all()) {
                int targets = pairs.locator("rect.target").count();
                assertThat(targets)
                        .isLessThanOrEqualTo(DRAWN)
                        .isEqualTo(pairs.locator("rect.current").count());
            }
        });
    }

    @Test
    void the_rows_of_a_fund_add_up_as_they_are_printed() {
        page().read(tab -> {
            List<Locator> funds = tab.page().locator(".fund > .scroll table").all();
            // A monitoring quarter without pools has no plan, and names no sum to be placed.
            assertThat(funds.isEmpty()).isEqualTo(tab.page().getByText("资金总额").count() == 0);
            for (Locator fund : funds) {
                long[] sums = new long[AMOUNTS];
                for (Locator row : fund.locator("tbody tr").all()) {
                    long[] amounts = amounts(row);
                    assertThat(amounts[1] - amounts[0]).isEqualTo(amounts[2]);
                    assertThat(amounts[3] + amounts[4]).isEqualTo(amounts[2]);
                    for (int i = 0; i < AMOUNTS; i++) {
                        sums[i] += amounts[i];
                    }
                }
                assertThat(amounts(fund.locator("tfoot tr").first())).isEqualTo(sums);
            }
        });
    }

    /** What a row of a fund ends with: held, target, change, moved at once, moved later. */
    private static final int AMOUNTS = 5;

    private static long[] amounts(Locator row) {
        List<String> printed = row.locator(".number").allInnerTexts();
        return printed.subList(printed.size() - AMOUNTS, printed.size()).stream()
                .mapToLong(text -> cents(text.strip()))
                .toArray();
    }

    @Test
    void a_column_is_sorted_by_keyboard_upwards_and_downwards_numbers_as_numbers() {
        page().read(AssessmentPage::sorted);
    }

    /** The same in whichever browser a window is of. */
    static void sorted(Tab tab) {
        int total = tab.page().locator("#ranking-table thead th").count() - 2;
        tab.page().locator("#ranking-table thead button").nth(total).focus();
        tab.page().keyboard().press("Enter");
        assertThat(numbers(tab, total)).isSortedAccordingTo(Comparator.naturalOrder());
        assertThat(tab.page().locator("#ranking-table thead th").nth(total).getAttribute("aria-sort"))
                .isEqualTo("ascending");
        tab.page().keyboard().press("Space");
        assertThat(numbers(tab, total)).isSortedAccordingTo(Comparator.reverseOrder());
        assertThat(tab.page().locator("[aria-sort]").count()).isEqualTo(1);
    }

    private static List<BigDecimal> numbers(Tab tab, int at) {
        return column(tab, at).stream().map(BigDecimal::new).toList();
    }

    @Test
    void one_bank_is_found_and_nothing_else_is_unfolded() {
        page().read(AssessmentPage::found);
    }

    static void found(Tab tab) {
        List<String> all = column(tab, 1);
        tab.find("#search").focus();
        tab.page().keyboard().type(all.get(2));
        assertThat(column(tab, 1)).containsExactly(all.get(2));
        assertThat(tab.find("[role=status]").innerText()).contains("1");
        assertThat(tab.page().locator("details.bank:visible").count()).isEqualTo(1);
        tab.page().keyboard().press("Escape");
        assertThat(column(tab, 1)).isEqualTo(all);
    }

    @Test
    void beside_each_item_of_a_bank_stand_its_clause_and_its_mark() {
        page().read(tab -> {
            tab.find("#ranking-table tbody a").focus();
            tab.page().keyboard().press("Enter");
            tab.page().waitForFunction("document.querySelector('details.bank').open");
            List<Locator> rows = tab.page()
                    .locator("details.bank")
                    .first()
                    .locator("tbody tr")
                    .all();
            assertThat(rows)
                    .hasSize(tab.page().locator("#ranking-table thead th").count() - 4);
            for (Locator row : rows) {
                assertThat(row.locator("td").nth(2).innerText()).isNotBlank();
                assertThat(row.locator(".mark").innerText()).isNotBlank();
            }
            assertThat(tab.page().locator(".mark.assumed:visible").count()).isPositive();
        });
    }

    @Test
    void it_prints_folded_as_it_is_and_no_heading_stands_alone() {
        page().read(tab -> {
            List<String> sheets = page().sheets(tab, folder);
            List<String> headings = squeezed(tab, "h1, h2, h3, caption");
            for (String sheet : sheets) {
                List<String> lines = ReportPage.fromBelow(sheet);
                assertThat(lines.get(0)).contains(page().code());
                assertThat(lines).hasSizeGreaterThan(3);
                assertThat(headings).doesNotContain(lines.get(1));
            }
            int banks = column(tab, 1).size();
            String all = String.join("", sheets).replaceAll("\\s", "");
            for (String caption : squeezed(tab, ".fund caption")) {
                assertThat(sheets.stream()
                                .filter(sheet -> sheet.replaceAll("\\s", "").contains(caption))
                                .count())
                        .as("on each of its sheets: " + caption)
                        .isGreaterThanOrEqualTo((banks + 39) / 40);
            }
            String head = squeezed(tab, ".explained thead th").get(0);
            assertThat(squeezed(tab, "details.bank caption")).isNotEmpty().noneMatch(name -> all.contains(name + head));
            assertThat(sheets).hasSizeLessThanOrEqualTo(6 + banks / 5);
        });
    }

    private static List<String> squeezed(Tab tab, String selector) {
        return texts(tab, selector, "each.textContent.replace(/\\s/g, '')");
    }

    @Test
    void what_is_unfolded_is_printed() {
        page().read(tab -> {
            tab.find("details.bank summary").click();
            String all = String.join("", page().sheets(tab, folder)).replaceAll("\\s", "");
            String told = squeezed(tab, "details.bank tbody td:last-child").get(0);
            assertThat(all).contains(told.substring(0, 20));
        });
    }
}
