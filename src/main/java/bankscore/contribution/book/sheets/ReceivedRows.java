package bankscore.contribution.book.sheets;

import bankscore.contribution.Names;
import bankscore.contribution.book.cells.Book;
import bankscore.contribution.quarter.Adjustment;
import bankscore.contribution.quarter.Holding;
import bankscore.contribution.quarter.Pool;
import bankscore.contribution.quarter.Quarter;
import bankscore.exact.Fraction;
import bankscore.exact.Money;
import bankscore.facts.Figure;
import bankscore.facts.ReceivedSheet;
import bankscore.facts.ReceivedSheet.Content;
import bankscore.facts.ReceivedSheet.Total;
import bankscore.paper.returns.ReadBackWords;
import bankscore.paper.workbook.CellLook;
import bankscore.paper.workbook.Grid;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * 收表回执: what was understood of each sheet, a row for each column of money; what concerns the sheet stands in
 * the first of its rows. A total is a live sum over 基础数据
 * where all of its figures stand there and nothing else does; the total of several sheets' one is a value.
 */
public final class ReceivedRows {

    private static final Book.Part PART = Book.Part.RECEIVED;
    private static final CellLook AMOUNT = CellLook.MONEY.decimals(4);

    private final Book book;
    private final Grid grid;
    private final ReadBackWords said;

    private ReceivedRows(Book book, Grid grid) {
        this.book = book;
        this.grid = grid;
        this.said = new ReadBackWords(book.words());
    }

    public static void fill(Book book) {
        new ReceivedRows(book, book.grid(PART, 7, 14, 8, 40, 22, 20, 18, 18, 30, 10)).fill();
    }

    private void fill() {
        grid.titled(book.title(PART), book.text(PART, "units"));
        grid.header(book.text(PART, "heads").split("\\|", -1));
        int number = 0;
        for (ReceivedSheet sheet : book.report().received()) {
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
            grid.next().across(0, grid.columns() - 1, book.text(PART, "none"), CellLook.TEXT);
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
        BigDecimal yi = total.amount().movePointLeft(4);
        Optional<String> figures = figures(sheet.dataset(), total);
        if (figures.isPresent()) {
            grid.formula(6, figures.get(), yi, AMOUNT);
        } else {
            grid.number(6, yi, AMOUNT);
        }
        grid.number(7, total.previous().map(before -> Fraction.of(before.movePointLeft(4))), AMOUNT);
    }

    /** The sum over 基础数据, if the figures there are these. */
    private Optional<String> figures(String dataset, Total total) {
        return Stream.of(perBank(total.column()), ofFunds(dataset, total.column()))
                .flatMap(Optional::stream)
                .filter(kept -> kept.sum().equals(Fraction.of(total.amount())))
                .map(kept -> FiguresSheet.sumOf(book, kept.id()) + "/10000")
                .findFirst();
    }

    /** Figures of 基础数据 under one id, and what they add up to. */
    private record Kept(String id, Fraction sum) {}

    private Optional<Kept> perBank(String column) {
        Map<String, Figure> figures = book.report().quarter().facts().figures().get(column);
        return Optional.ofNullable(figures)
                .map(all -> new Kept(column, sum(all.values().stream().map(Figure::value))));
    }

    private Optional<Kept> ofFunds(String dataset, String column) {
        Quarter quarter = book.report().quarter();
        return switch (dataset + "." + column) {
            case Names.POOLS + "." + Names.POOL ->
                Optional.of(new Kept(
                        dataset, sum(quarter.pools().stream().map(Pool::amount).map(Money::wan))));
            case Names.HOLDINGS + "." + Names.HELD ->
                Optional.of(new Kept(
                        dataset + "." + column,
                        sum(quarter.holdings().stream().map(Holding::held).map(Money::wan))));
            case Names.HOLDINGS + "." + Names.UNMATURED ->
                Optional.of(new Kept(
                        dataset + "." + column,
                        sum(quarter.holdings().stream().map(Holding::unmatured).map(Money::wan))));
            case Names.ADJUSTMENTS + "." + Names.ADJUSTMENT ->
                Optional.of(new Kept(
                        dataset,
                        sum(quarter.adjustments().stream()
                                .map(Adjustment::amount)
                                .map(Money::wan))));
            default -> Optional.empty();
        };
    }

    private static Fraction sum(Stream<Fraction> values) {
        return values.reduce(Fraction.ZERO, Fraction::plus);
    }
}
