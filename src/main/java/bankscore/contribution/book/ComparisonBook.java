package bankscore.contribution.book;

import bankscore.contribution.book.ComparisonTable.Quantity;
import bankscore.contribution.judge.Judgement;
import bankscore.contribution.judge.Report;
import bankscore.contribution.judge.Standing;
import bankscore.contribution.judge.compare.BankChange;
import bankscore.contribution.judge.compare.BankChange.ItemChange;
import bankscore.contribution.judge.compare.Cause;
import bankscore.contribution.judge.compare.Comparison;
import bankscore.contribution.say.ComparisonAnswer;
import bankscore.exact.Fraction;
import bankscore.exact.Rounding;
import bankscore.finding.Words;
import bankscore.paper.Imprint;
import bankscore.paper.workbook.BookFile;
import bankscore.paper.workbook.BookFrame;
import bankscore.paper.workbook.CellLook;
import bankscore.paper.workbook.Fonts;
import bankscore.paper.workbook.Grid;
import bankscore.paper.workbook.GridPrint;
import bankscore.paper.workbook.recalculation.Recalculation;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import org.apache.poi.ss.util.WorkbookUtil;
import org.apache.poi.xssf.streaming.SXSSFSheet;

/**
 * What changed between two results as a workbook for leadership: a table for totals with a chart, for ranks, for shares and
 * for money, every change split into its causes; then the points of every item, and what was compared.
 *
 * <p>What stood before and what each cause moved are values, because no formula can judge old figures by a new rule; what
 * stands after, the whole change and all sums are live formulas over them.
 */
public final class ComparisonBook extends BookFrame implements AutoCloseable {

    private static final int MOST_FUND_ROWS_TOGETHER = 5;
    private static final int MOST_ON_ONE_PAGE = 30;
    private static final CellLook MOVED = CellLook.MONEY.shown("+#,##0.00####;-#,##0.00####;\"—\"");
    private static final List<Cause> RULED = List.of(Cause.ROSTER, Cause.DATA, Cause.RULE);
    private static final Fraction HUNDRED = Fraction.HUNDRED;

    private final Report before;
    private final Report after;
    private final List<Comparison> comparisons;
    private final List<SXSSFSheet> calculated = new ArrayList<>();

    private ComparisonBook(Report before, Report after, List<Comparison> comparisons, Fonts fonts, Words words) {
        super(BookFile.empty(), fonts, words);
        this.before = before;
        this.after = after;
        this.comparisons = List.copyOf(comparisons);
    }

    /**
     * Writes a comparison.
     *
     * @param comparisons one, or one for each fund
     * @param before where the earlier result, or the figures of both, were published
     * @param after where the later result was published
     * @param fonts the profile of fonts
     * @throws IOException if the file cannot be written
     */
    public static void write(
            Report before, Report after, List<Comparison> comparisons, String fonts, Words words, Path file)
            throws IOException {
        try (ComparisonBook book = new ComparisonBook(before, after, comparisons, Fonts.of(fonts, words), words)) {
            book.write(file);
        }
    }

    private void write(Path file) throws IOException {
        for (int i = 0; i < comparisons.size(); i++) {
            new Tables(comparisons.get(i), i + 1).fill();
        }
        compared();
        Recalculation.of(this, calculated);
        for (int i = 0; i < workbook().getNumberOfSheets(); i++) {
            SXSSFSheet sheet = workbook().getSheetAt(i);
            GridPrint.footer(this, sheet);
            sheet.flushRows();
        }
        Imprint.put(
                workbook().getXSSFWorkbook().getProperties().getCoreProperties(),
                after.run().bureau(),
                subject());
        try (OutputStream out = Files.newOutputStream(file)) {
            workbook().write(out);
        }
    }

    // What the sheets share

    /** Which results, and whether they are what the city goes by. */
    @Override
    public List<String> headLines() {
        return Stream.concat(
                        Stream.of(
                                text("before", "side", ComparisonAnswer.side(before, any().before(), words())),
                                text("after", "side", ComparisonAnswer.side(after, any().after(), words()))),
                        ComparisonAnswer.standing(before, after, any(), words()).stream())
                .toList();
    }

    @Override
    public String office() {
        return words().text("book.office", "bureau", after.run().bureau());
    }

    @Override
    public String periodLine() {
        return words().text(
                        "book.period.line",
                        "period",
                        before.quarter().period().equals(after.quarter().period())
                                ? after.quarter().period().toString()
                                : text(
                                        "periods",
                                        "before",
                                        before.quarter().period(),
                                        "after",
                                        after.quarter().period()));
    }

    @Override
    public String subject() {
        return text("subject", "jurisdiction", after.run().jurisdiction());
    }

    @Override
    public String mark() {
        String one = before.run().code();
        String other = after.run().code();
        return words().text("book.footer.code", "code", one.equals(other) ? one : one + " / " + other);
    }

    private String text(String key, Object... namesAndValues) {
        return words().text("compare.book." + key, namesAndValues);
    }

    private Grid grid(String name, int... widest) {
        SXSSFSheet made = workbook().createSheet(name);
        calculated.add(made);
        return new Grid(this, made, widest);
    }

    private Grid titled(Grid grid, String sheet, String title) {
        return grid.titled(title, text(sheet + ".unit"));
    }

    private String title(String sheet) {
        return text("title", "jurisdiction", after.run().jurisdiction(), "what", text(sheet));
    }

    /** What both results are by, whichever fund is compared. */
    private Comparison any() {
        return comparisons.get(0);
    }

    private void notes(Grid grid, String... lines) {
        for (String line : lines) {
            grid.note(line);
        }
    }

    /** The tables of a comparison, of all or of one fund. */
    private final class Tables {

        private final Comparison comparison;
        private final int number;
        private final List<BankChange> assessed;

        Tables(Comparison comparison, int number) {
            this.comparison = comparison;
            this.number = number;
            this.assessed = ComparisonAnswer.assessed(comparison);
        }

        void fill() {
            totals();
            ranks();
            shares();
            if (!comparison.funds().isEmpty()) {
                money();
            }
            items();
        }

        /** Of a fund the name is cut to what a sheet's name may be, and a number keeps it apart. */
        private Grid grid(String sheet, int... widest) {
            String name = text(sheet + ".sheet");
            return ComparisonBook.this.grid(
                    comparison
                            .fund()
                            .map(fund -> WorkbookUtil.createSafeSheetName(name + number + "·" + fund))
                            .orElse(name),
                    widest);
        }

        private Grid titled(String sheet, Grid grid) {
            String whole = title(sheet);
            return ComparisonBook.this.titled(
                    grid,
                    sheet,
                    comparison
                            .fund()
                            .map(fund -> words().text("book.title.fund", "title", whole, "fund", fund))
                            .orElse(whole));
        }

        private void totals() {
            ComparisonTable table = table("totals", RULED);
            Grid grid = table.grid();
            CellLook points = CellLook.POINTS.decimals(decimals());
            int first = grid.row() + 1;
            table.rows(
                    assessed,
                    new Quantity(
                            Standing::total,
                            (bank, cause) -> Optional.of(bank.cause(cause).total()),
                            points,
                            points.shown(ComparisonTable.signed(decimals()))));
            notes(grid, text("note.causes"), text("note.values"));
            grid.finish(ComparisonTable.BANK + 1, fitsOnePage());
            bridges(grid.sheet(), first);
        }

        /** A long list is scaled down no further than can be read. */
        private boolean fitsOnePage() {
            return assessed.size() <= MOST_ON_ONE_PAGE;
        }

        private void ranks() {
            ComparisonTable table = table("ranks", RULED);
            Grid grid = table.grid();
            table.rows(
                    assessed,
                    new Quantity(
                            standing -> standing.rank().map(Fraction::of),
                            (bank, cause) -> bank.cause(cause).rank().map(Fraction::of),
                            CellLook.SEQUENCE,
                            CellLook.SEQUENCE.shown(text("format.rank"))));
            notes(grid, text("note.ranks"), text("note.causes"));
            grid.finish(ComparisonTable.BANK + 1, fitsOnePage());
        }

        private void shares() {
            ComparisonTable table = table("shares", RULED);
            Grid grid = table.grid();
            int first = grid.row() + 1;
            CellLook percent = CellLook.POINTS.decimals(4);
            Quantity share = new Quantity(
                    standing -> standing.total().map(total -> standing.share().times(HUNDRED)),
                    (bank, cause) -> Optional.of(bank.cause(cause).share().times(HUNDRED)),
                    percent,
                    percent.shown(ComparisonTable.signed(4)));
            table.rows(assessed, share);
            table.sum(first, share);
            notes(grid, text("note.shares"), text("note.causes"));
            grid.finish(ComparisonTable.BANK + 1, fitsOnePage());
        }

        private void money() {
            List<Cause> causes = List.of(Cause.values());
            ComparisonTable table = table("money", causes);
            Grid grid = table.grid();
            for (String fund : comparison.funds()) {
                List<BankChange> concerned = comparison.banks().stream()
                        .filter(bank -> bank.concerns(fund))
                        .toList();
                if (!fund.equals(comparison.funds().get(0)) && concerned.size() > MOST_FUND_ROWS_TOGETHER) {
                    grid.breakPage();
                }
                grid.section(fund);
                int first = grid.row() + 1;
                Quantity target = new Quantity(
                        standing -> Optional.of(standing.target(fund).wan()),
                        (bank, cause) ->
                                Optional.of(bank.cause(cause).money(fund).wan()),
                        CellLook.MONEY,
                        MOVED);
                table.rows(concerned, target);
                table.sum(first, target);
            }
            ComparisonAnswer.adjustments(comparison, words()).forEach(grid::note);
            notes(grid, text("note.money"), text("note.causes"));
            grid.finish(ComparisonTable.BANK + 1, false);
        }

        private ComparisonTable table(String sheet, List<Cause> causes) {
            return new ComparisonTable(
                    titled(sheet, grid(sheet, ComparisonTable.widths(causes))),
                    causes,
                    comparison.fund().isPresent(),
                    words());
        }

        private int decimals() {
            Rounding one = comparison.before().scheme().points();
            Rounding other = comparison.after().scheme().points();
            return Math.max(one.decimals(), other.decimals());
        }

        /** On a sheet of its own: below a table the table's head would be repeated above it. */
        private void bridges(SXSSFSheet totals, int first) {
            Grid grid = titled("chart", grid("chart", ComparisonBridges.WIDTHS));
            new ComparisonBridges(ComparisonBook.this, grid, totals, RULED, decimals()).fill(assessed, first);
            notes(grid, text("note.chart"));
            grid.finish(0, false);
        }

        // Item by item, for whoever filters

        private void items() {
            Grid grid = titled("items", grid("items", 10, 30, 18, 30, 14, 14, 14));
            grid.header(
                    text("code"),
                    text("bank"),
                    text("item"),
                    text("item.name"),
                    text("head.before"),
                    text("head.after"),
                    text("head.change"));
            CellLook points = CellLook.POINTS.decimals(decimals());
            for (BankChange bank : assessed) {
                for (ItemChange item : bank.items()) {
                    grid.next()
                            .text(0, bank.bank().code(), CellLook.TEXT)
                            .text(1, bank.bank().label(), CellLook.TEXT)
                            .text(2, item.id(), CellLook.TEXT)
                            .text(3, item.name(), CellLook.TEXT)
                            .number(4, item.before(), points)
                            .number(5, item.after(), points);
                    int row = grid.row() + 1;
                    // SUM passes over the dash of a bank that has no points.
                    grid.formula(
                            6,
                            "ROUND(SUM(F" + row + ")-SUM(E" + row + "),10)",
                            Grid.decimal(item.change()),
                            points.shown(ComparisonTable.signed(decimals())).strong());
                }
            }
            notes(grid, text("note.items"));
            grid.finish(2, false);
        }
    }

    // What was compared

    private void compared() {
        Grid grid = titled(grid(text("compared.sheet"), 24, 60, 60).fixedWidths(), "compared", title("compared"));
        grid.header("", text("head.before"), text("head.after"));
        fact(grid, "period", report -> report.quarter().period().toString());
        fact(grid, "revision", report -> "r" + report.run().revision());
        fact(grid, "verification", report -> report.run().code());
        fact(
                grid,
                "scheme",
                any().before().scheme().id(),
                any().after().scheme().id());
        fact(
                grid,
                "digest",
                any().before().scheme().digest(),
                any().after().scheme().digest());
        fact(grid, "banks", count(any().before()), count(any().after()));
        notes(grid, text("note.causes"), text("note.values"), text("note.compared"));
        grid.finish(1, false);
    }

    private static String count(Judgement result) {
        return Integer.toString(result.quarter().roster().subjects().size()
                - result.assessment().excluded().size());
    }

    private void fact(Grid grid, String key, Function<Report, String> of) {
        fact(grid, key, of.apply(before), of.apply(after));
    }

    private void fact(Grid grid, String key, String one, String other) {
        grid.next()
                .text(0, text(key), CellLook.TEXT)
                .text(1, one, CellLook.TEXT)
                .text(2, other, CellLook.TEXT);
    }

    @Override
    public void close() throws IOException {
        workbook().close();
    }
}
