package bankscore.subsidy.book;

import bankscore.exact.Money;
import bankscore.finding.Words;
import bankscore.paper.workbook.Addresses;
import bankscore.paper.workbook.BookFile;
import bankscore.paper.workbook.CellLook;
import bankscore.paper.workbook.Charts;
import bankscore.paper.workbook.Fonts;
import bankscore.paper.workbook.Grid;
import bankscore.paper.workbook.PartedBook;
import bankscore.subsidy.say.Comparison;
import bankscore.subsidy.say.Comparison.Cause;
import bankscore.subsidy.say.ComparisonAnswer;
import bankscore.subsidy.say.Report;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.poi.xssf.streaming.SXSSFWorkbook;

/**
 * The workbook of a comparison: of each subsidy what was granted before and after, and the causes that lead from one to the
 * other. Later amounts, changes and sums are live formulas.
 */
public final class ComparisonBook extends PartedBook<ComparisonBook.Part> {

    private static final int BEFORE = 2;
    private static final int CHART_ROWS = 10;

    /** Its sheets. */
    enum Part implements PartedBook.Part {
        COMPARED;

        @Override
        public boolean isPrinted() {
            return true;
        }
    }

    private final Comparison comparison;

    private ComparisonBook(Comparison comparison, Fonts fonts, Words words, SXSSFWorkbook workbook) {
        super(Part.class, workbook, fonts, words);
        this.comparison = comparison;
        add(Part.COMPARED, text(Part.COMPARED, "sheet"));
    }

    /**
     * Writes the book; its content depends on comparison, fonts and words alone.
     *
     * @param fonts the profile of fonts
     * @param words those of subsidies
     */
    public static void write(Comparison comparison, String fonts, Words words, Path file) throws IOException {
        try (SXSSFWorkbook workbook = BookFile.empty()) {
            ComparisonBook book = new ComparisonBook(comparison, Fonts.of(fonts, words), words, workbook);
            book.fill();
            Report after = comparison.after();
            new BookFile(book.title(), after.run().bureau(), after.run().started())
                    .write(book, book.sheets(), book.sheets(), file);
        }
    }

    private String title() {
        return text(Part.COMPARED, "title", "rule", comparison.after().scheme().title());
    }

    private void fill() {
        List<Cause> causes = List.of(Cause.values());
        int after = BEFORE + causes.size() + 1;
        Grid grid = grid(
                Part.COMPARED,
                IntStream.concat(
                                IntStream.of(6, 30),
                                IntStream.range(BEFORE, after + 2).map(column -> 18))
                        .toArray());
        grid.titled(title(), words().text("book.unit"));
        List<String> heads = new ArrayList<>(List.of(texts(Part.COMPARED, "number", "subsidy", "before")));
        causes.forEach(cause -> heads.add(words().text("compare.cause." + cause)));
        heads.addAll(List.of(texts(Part.COMPARED, "after", "change")));
        grid.header(heads.toArray(String[]::new));
        int first = grid.row() + 1;
        int number = 0;
        for (Map.Entry<String, String> subsidy : comparison.names().entrySet()) {
            row(grid, ++number, subsidy.getKey(), subsidy.getValue(), causes);
        }
        int last = grid.row();
        grid.next().blanks(0, 1, CellLook.TEXT.strong()).text(1, text(Part.COMPARED, "sum"), CellLook.TEXT.strong());
        for (int column = BEFORE; column < after + 2; column++) {
            int at = column - BEFORE;
            grid.formula(
                    column,
                    "SUM(" + Addresses.column(column, first, last) + ")",
                    Book.yuan(Money.sum(comparison.names().keySet().stream()
                            .map(subsidy -> amounts(subsidy, causes).get(at))
                            .toList())),
                    Book.AMOUNT.strong());
        }
        int top = grid.row() + 1;
        grid.chartHere(CHART_ROWS);
        Charts.bars(
                drawing(grid.sheet()),
                new Charts.Area(0, top, grid.columns(), grid.row() + 1),
                text(Part.COMPARED, "chart"),
                new Charts.Bars(
                        grid.sheet(),
                        first,
                        last,
                        1,
                        List.of(
                                new Charts.Series(text(Part.COMPARED, "before"), BEFORE, Charts.Fill.GREY),
                                new Charts.Series(text(Part.COMPARED, "after"), after, Charts.Fill.BLACK))),
                "#,##0");
        grid.notes(List.of(words().text("compare.how"), text(Part.COMPARED, "note.values")));
        grid.counted().finish(2, false);
    }

    /** Before, the causes, after and change of a subsidy. */
    private List<Money> amounts(String subsidy, List<Cause> causes) {
        Money before = Comparison.total(comparison.before(), subsidy).granted().amount();
        Money after = Comparison.total(comparison.after(), subsidy).granted().amount();
        return Stream.of(
                        Stream.of(before),
                        causes.stream().map(cause -> comparison.change(subsidy, cause)),
                        Stream.of(after, after.minus(before)))
                .flatMap(each -> each)
                .toList();
    }

    private void row(Grid grid, int number, String id, String name, List<Cause> causes) {
        List<BigDecimal> amounts = amounts(id, causes).stream().map(Book::yuan).toList();
        int after = BEFORE + causes.size() + 1;
        grid.next().number(0, number, CellLook.SEQUENCE).text(1, name, CellLook.TEXT);
        for (int column = BEFORE; column < after; column++) {
            grid.number(column, amounts.get(column - BEFORE), Book.AMOUNT);
        }
        grid.formula(
                after,
                "ROUND(SUM(" + grid.at(BEFORE).local() + ":"
                        + grid.at(after - 1).local() + "),2)",
                amounts.get(after - BEFORE),
                Book.AMOUNT);
        grid.formula(
                after + 1,
                "ROUND(" + grid.at(after).local() + "-" + grid.at(BEFORE).local() + ",2)",
                amounts.get(after + 1 - BEFORE),
                Book.AMOUNT);
    }

    @Override
    public List<String> headLines() {
        return List.of(
                text(Part.COMPARED, "side.before", "side", ComparisonAnswer.name(comparison.before(), words())),
                text(Part.COMPARED, "side.after", "side", ComparisonAnswer.name(comparison.after(), words())));
    }

    @Override
    public String office() {
        return words().text("book.office", "bureau", comparison.after().run().bureau());
    }

    @Override
    public String periodLine() {
        return "";
    }

    @Override
    public String subject() {
        return title();
    }

    @Override
    public String mark() {
        return words().text("book.footer.code", "code", comparison.after().run().code());
    }
}
