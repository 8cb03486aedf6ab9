package bankscore.contribution.book.sheets;

import bankscore.contribution.book.cells.Book;
import bankscore.contribution.book.cells.BookAddress;
import bankscore.contribution.book.cells.PlanColumns;
import bankscore.contribution.book.cells.ScoreColumns;
import bankscore.contribution.place.FundPlan;
import bankscore.contribution.place.PlanRow;
import bankscore.contribution.score.ScoreCard;
import bankscore.exact.Money;
import bankscore.paper.workbook.Addresses;
import bankscore.paper.workbook.CellLook;
import bankscore.paper.workbook.Charts;
import bankscore.paper.workbook.Grid;
import java.math.BigDecimal;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * 图表: one page for the totals and one for each fund, a table by rank with its bars beside it; then the lines of the
 * periods. Which bank has which place is a formula, so that the order follows the scores.
 */
public final class ChartsSheet {

    private static final Book.Part PART = Book.Part.CHARTS;

    static final int BANK = 1;
    /** The first of the two columns of numbers. */
    static final int FIRST = 2;

    private static final int CHART = 5;
    private static final int LEAST_ROWS = 12;
    private static final int MOST_STRETCH = 140;

    private final Book book;
    private final List<ScoreCard> cards;
    private final Grid grid;
    private final Optional<String> orders;

    private ChartsSheet(Book book) {
        this.book = book;
        this.cards = ScoreChart.charted(book);
        // Many bars need a larger sheet, which is scaled down; few rows grow to fill the page.
        boolean many = cards.size() > Grid.ROWS_OF_A_PAGE;
        int rows = Math.max(LEAST_ROWS, cards.size()) + 2;
        this.grid = book.grid(PART, 7, 24, 17, 17, 2, many ? 92 : 59)
                .fixedWidths()
                .stretched(Math.min(MOST_STRETCH, (many ? 2700 : 2150) / rows));
        this.orders = scored(BookAddress.ORDER);
    }

    /** Fills the sheet. */
    public static void fill(Book book) {
        new ChartsSheet(book).fill();
    }

    private void fill() {
        grid.titled(book.title(PART), book.text(PART, "units"));
        totals();
        for (FundPlan fund : book.plans()) {
            money(fund);
        }
        if (book.has(Book.Part.TREND)) {
            grid.breakPage();
            // A row below the break: a drawing that touches it is drawn, cut off, on the page before too.
            int top = grid.row() + 2;
            grid.chartHere(Grid.ROWS_OF_A_PAGE);
            TrendSheet.chart(book, grid, new Charts.Area(0, top, grid.columns(), grid.row() + 1));
        }
        grid.finish(0, false);
    }

    private void totals() {
        int top = head(book.text(PART, "totals"), book.texts(Book.Part.SCORES, "rank", "bank", "total", "percent"));
        CellLook points =
                CellLook.POINTS.decimals(book.assessment().scheme().points().decimals());
        CellLook percent = CellLook.POINTS.decimals(book.assessment().scheme().shareDecimals());
        List<ScoreCard> ranked = book.assessment().ranked();
        for (ScoreCard card : cards) {
            String line = "MATCH(" + (ranked.indexOf(card) + 1) + "," + orders.orElse("") + ",0)";
            grid.next();
            look(scored(BookAddress.RANK), line, 0, BigDecimal.valueOf(card.rank()), CellLook.SEQUENCE);
            Optional<String> names = besides(all(BookAddress.TOTAL), ScoreColumns.BANK);
            if (names.isPresent()) {
                grid.formula(BANK, index(names.get(), line), card.bank().label(), CellLook.TEXT);
            } else {
                grid.text(BANK, card.bank().label(), CellLook.TEXT);
            }
            look(scored(BookAddress.TOTAL), line, FIRST, Grid.decimal(card.total()), points);
            look(scored(BookAddress.SHARE_PERCENT), line, FIRST + 1, card.sharePercent(), percent);
            book.addresses().note(BookAddress.CHARTED, "", card.bank().code(), grid.at(BANK));
        }
        ScoreChart.totals(book, grid.sheet(), beside(top));
    }

    /** What is held and what shall be, on a page of its own. */
    private void money(FundPlan fund) {
        Map<String, PlanRow> rows =
                fund.rows().stream().collect(Collectors.toMap(row -> row.bank().code(), Function.identity()));
        List<ScoreCard> shown = cards.stream()
                .filter(card -> rows.containsKey(card.bank().code()))
                .toList();
        if (shown.isEmpty()) {
            return;
        }
        String name = fund.pool().fund();
        grid.breakPage();
        int top = head(
                book.text(PART, "fund", "fund", name),
                book.text(Book.Part.SCORES, "rank"),
                book.text(Book.Part.PLAN, "bank"),
                book.text(Book.Part.PLAN, "current"),
                book.text(Book.Part.PLAN, "target"));
        int first = grid.row() + 1;
        for (ScoreCard card : shown) {
            PlanRow row = Objects.requireNonNull(rows.get(card.bank().code()));
            int above = book.addresses()
                    .find(BookAddress.CHARTED, "", card.bank().code())
                    .orElseThrow()
                    .row();
            grid.next()
                    .formula(0, Addresses.fixed(0, above), BigDecimal.valueOf(card.rank()), CellLook.SEQUENCE)
                    .formula(BANK, Addresses.fixed(BANK, above), card.bank().label(), CellLook.TEXT);
            amount(fund, BookAddress.CURRENT, FIRST, row.current());
            amount(fund, BookAddress.TARGET, FIRST + 1, row.target());
        }
        Charts.bars(
                book.drawing(grid.sheet()),
                beside(top),
                ScoreChart.cut(book, book.text(PART, "fund", "fund", name)),
                new Charts.Bars(
                        grid.sheet(),
                        first,
                        first + shown.size() - 1,
                        BANK,
                        List.of(
                                new Charts.Series(book.text(Book.Part.PLAN, "current"), FIRST, Charts.Fill.WHITE),
                                new Charts.Series(book.text(Book.Part.PLAN, "target"), FIRST + 1, Charts.Fill.GREY))),
                CellLook.MONEY.decimals(0).format());
    }

    /** A fund's amount of the bank that is named in the row. */
    private void amount(FundPlan fund, BookAddress kind, int column, Money value) {
        List<Addresses.Address> cells = fund.rows().stream()
                .flatMap(row -> book
                        .addresses()
                        .find(kind, fund.pool().fund(), row.bank().code())
                        .stream())
                .toList();
        Optional<String> names = besides(cells, PlanColumns.BANK);
        String line = "MATCH(" + grid.at(BANK).local() + "," + names.orElse("") + ",0)";
        look(
                inRows(cells),
                names.isPresent() ? line : "",
                column,
                Grid.decimal(value.wan()),
                CellLook.MONEY.decimals(0));
    }

    /** The title of a table and its head; says where a chart beside it begins. */
    private int head(String title, String... heads) {
        grid.section(title);
        grid.next().heads(0, heads);
        return grid.row();
    }

    /** Room for a chart from a row on to the last, which lies low enough for it. */
    private Charts.Area beside(int top) {
        while (grid.row() < top + LEAST_ROWS) {
            grid.next();
        }
        return new Charts.Area(CHART, top, CHART + 1, grid.row() + 1);
    }

    /** What stands in a line of some cells; the value itself if they are not below each other. */
    private void look(Optional<String> cells, String line, int column, BigDecimal value, CellLook look) {
        if (cells.isPresent() && !line.isEmpty()) {
            grid.formula(column, index(cells.get(), line), value, look);
        } else {
            grid.number(column, value, look);
        }
    }

    private static String index(String cells, String line) {
        return "INDEX(" + cells + "," + line + ")";
    }

    private Optional<String> scored(BookAddress kind) {
        return inRows(all(kind));
    }

    private List<Addresses.Address> all(BookAddress kind) {
        return book.assessment().cards().stream()
                .flatMap(card -> book.addresses().find(kind, "", card.bank().code()).stream())
                .toList();
    }

    /** The cells of another column in the same rows. */
    private static Optional<String> besides(List<Addresses.Address> cells, int column) {
        return inRows(cells.stream()
                .map(cell -> new Addresses.Address(cell.sheet(), cell.row(), column))
                .toList());
    }

    private static Optional<String> inRows(List<Addresses.Address> cells) {
        return Addresses.range(cells.stream()
                .sorted(Comparator.comparing(Addresses.Address::row))
                .toList());
    }
}
