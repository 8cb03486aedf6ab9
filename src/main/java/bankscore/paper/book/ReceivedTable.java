package bankscore.paper.book;

import bankscore.exact.Fraction;
import bankscore.facts.ReceivedSheet;
import bankscore.facts.ReceivedSheet.Content;
import bankscore.facts.ReceivedSheet.Total;
import bankscore.paper.returns.ReadBackWords;
import bankscore.paper.workbook.BookFrame;
import bankscore.paper.workbook.CellLook;
import bankscore.paper.workbook.Grid;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import org.apache.poi.xssf.streaming.SXSSFSheet;

/**
 * 收表回执: what was understood of each sheet, a row for each column of money; what concerns the sheet stands in the first of
 * its rows. Totals are in 亿元, or in 元 where all of them are.
 */
public final class ReceivedTable {

    private final BookFrame book;
    private final Grid grid;
    private final ReadBackWords said;
    private final LiveTotal live;
    private final boolean yuan;
    private final CellLook amount;

    /** The formula over the figures of a total; absent where the book does not hold them all, and no others. */
    @FunctionalInterface
    public interface LiveTotal {
        Optional<String> of(ReceivedSheet sheet, Total total);
    }

    private ReceivedTable(BookFrame book, SXSSFSheet sheet, List<ReceivedSheet> received, LiveTotal live) {
        this.book = book;
        this.grid = new Grid(book, sheet, 7, 14, 8, 40, 22, 20, 18, 18, 30, 10);
        this.said = new ReadBackWords(book.words());
        this.live = live;
        List<Total> totals = received.stream()
                .flatMap(each -> each.content().stream())
                .flatMap(content -> content.totals().stream())
                .toList();
        this.yuan = !totals.isEmpty() && totals.stream().allMatch(Total::yuan);
        this.amount = CellLook.MONEY.decimals(yuan ? 2 : 4);
    }

    /** Writes them. */
    public static void fill(
            BookFrame book, SXSSFSheet sheet, String title, List<ReceivedSheet> received, LiveTotal live) {
        new ReceivedTable(book, sheet, received, live).fill(title, received);
    }

    private String text(String key) {
        return book.words().text("book.received." + key);
    }

    private void fill(String title, List<ReceivedSheet> received) {
        grid.titled(title, text("units"));
        grid.header(text(yuan ? "heads.yuan" : "heads").split("\\|", -1));
        int number = 0;
        for (ReceivedSheet sheet : received) {
            number++;
            List<Total> totals = sheet.content().map(Content::totals).orElse(List.of());
            for (int i = 0; i < Math.max(1, totals.size()); i++) {
                if (i == 0) {
                    start(number, sheet);
                } else {
                    grid.next().blanks(0, 4, CellLook.TEXT).blanks(8, 9, CellLook.TEXT);
                }
                if (totals.isEmpty()) {
                    grid.blanks(5, 7, CellLook.TEXT);
                } else {
                    total(sheet, totals.get(i));
                }
            }
        }
        if (number == 0) {
            grid.fixedWidths();
            grid.next().across(0, grid.columns() - 1, text("none"), CellLook.TEXT);
        }
        grid.finish(2, false);
    }

    private void start(int number, ReceivedSheet sheet) {
        Content content = sheet.content().orElseGet(() -> new Content(0, 0, List.of()));
        grid.next()
                .number(0, number, CellLook.SEQUENCE)
                .text(1, sheet.name(), CellLook.CENTERED)
                .number(2, content.rows(), CellLook.SEQUENCE)
                .text(3, sheet.sheet().toString(), CellLook.TEXT)
                .text(4, said.unit(sheet), CellLook.TEXT)
                .text(8, said.period(sheet), CellLook.TEXT)
                .number(9, content.subjects(), CellLook.SEQUENCE);
    }

    private void total(ReceivedSheet sheet, Total total) {
        grid.text(5, total.name(), CellLook.TEXT);
        BigDecimal shown = shown(total, total.amount());
        Optional<String> formula = live.of(sheet, total);
        if (formula.isPresent()) {
            grid.formula(6, formula.get(), shown, amount);
        } else {
            grid.number(6, shown, amount);
        }
        grid.number(7, total.previous().map(before -> Fraction.of(shown(total, before))), amount);
    }

    private BigDecimal shown(Total total, BigDecimal of) {
        return yuan ? of : of.movePointLeft(total.yuan() ? 8 : 4);
    }
}
