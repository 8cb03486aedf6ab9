package bankscore.contribution.book.sheets;

import bankscore.contribution.book.cells.Book;
import bankscore.contribution.book.cells.BookAddress;
import bankscore.contribution.judge.Report;
import bankscore.contribution.score.ScoreCard;
import bankscore.exact.Period;
import bankscore.exact.Rounding;
import bankscore.paper.workbook.CellLook;
import bankscore.paper.workbook.Charts;
import bankscore.paper.workbook.Grid;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/** 趋势: totals, ranks and shares of the periods so far, the current one live, by rank. */
public final class TrendSheet {

    private static final Book.Part PART = Book.Part.TREND;

    /** More periods would not be readable on paper. */
    private static final int MOST_PERIODS = 8;

    private static final int MOST_LINES = 8;
    private static final int HEADINGS = 2;
    private static final int BANK = 1;
    private static final int FIRST = 2;
    private static final Rounding PERCENT = Rounding.halfUp(2, "D8");

    private final Book book;
    private final List<Report.Earlier> earlier;
    private final List<Map<String, Report.BankResult>> results;
    private final Map<String, ScoreCard> cards;
    private final int periods;
    private final Grid grid;

    private TrendSheet(Book book) {
        this.book = book;
        List<Report.Earlier> all = book.report().earlier();
        this.earlier = all.subList(Math.max(0, all.size() - (MOST_PERIODS - 1)), all.size());
        this.results = earlier.stream()
                .map(period ->
                        period.banks().stream().collect(Collectors.toMap(Report.BankResult::bank, Function.identity())))
                .toList();
        this.cards = book.assessment().cardsByCode();
        this.periods = earlier.size() + 1;
        int[] widest = new int[FIRST + 3 * periods];
        java.util.Arrays.fill(widest, 14);
        widest[0] = 6;
        widest[BANK] = 26;
        this.grid = book.grid(PART, widest);
    }

    public static void fill(Book book) {
        new TrendSheet(book).fill();
    }

    private void fill() {
        grid.titled(book.title(PART), book.text(PART, "units"));
        headings();
        List<String> banks = banks();
        for (int i = 0; i < banks.size(); i++) {
            bank(banks.get(i), i + 1);
        }
        List<String> notes = new ArrayList<>();
        for (Report.Earlier period : earlier) {
            if (period.corrected()) {
                notes.add(book.text(
                        PART,
                        "note.corrected",
                        "period",
                        label(period.period()).replace("\n", ""),
                        "revision",
                        period.revision()));
            }
        }
        if (earlier.size() < book.report().earlier().size()) {
            notes.add(book.text(PART, "note.cut", "count", MOST_PERIODS));
        }
        notes.add(book.text(PART, "note.year"));
        grid.notes(notes);
        grid.signature();
        grid.finish(BANK + 1, false);
    }

    private void headings() {
        grid.next();
        grid.blanks(0, grid.columns() - 1, CellLook.HEADER);
        String[] blocks = {"totals", "ranks", "shares"};
        for (int block = 0; block < blocks.length; block++) {
            int from = FIRST + block * periods;
            grid.across(from, from + periods - 1, book.text(PART, blocks[block]), CellLook.HEADER);
        }
        grid.next().headerCells(0, book.texts(PART, "number", "bank"));
        for (int block = 0; block < blocks.length; block++) {
            for (int i = 0; i < earlier.size(); i++) {
                int column = FIRST + block * periods + i;
                Report.Earlier period = earlier.get(i);
                // One note for the column: one a cell would be tens of thousands in a city of many banks.
                grid.headerCell(column, label(period.period()))
                        .comment(column, book.text(PART, "why", "revision", period.revision()));
            }
            grid.headerCell(
                    FIRST + (block + 1) * periods - 1,
                    label(book.report().quarter().period()));
        }
        grid.headerEnds();
    }

    private String label(Period period) {
        return book.text(
                PART,
                period.isAnnual() ? "period.annual" : "period",
                "year",
                period.year(),
                "quarter",
                period.quarter());
    }

    /** The assessed banks by rank, then those of earlier periods only. */
    private List<String> banks() {
        Set<String> banks = new LinkedHashSet<>();
        book.assessment().ranked().forEach(card -> banks.add(card.bank().code()));
        earlier.forEach(period -> period.banks().forEach(bank -> banks.add(bank.bank())));
        return List.copyOf(banks);
    }

    private void bank(String code, int number) {
        grid.next().number(0, number, CellLook.SEQUENCE).text(BANK, book.label(code), CellLook.TEXT);
        grid.blanks(FIRST, grid.columns() - 1, CellLook.POINTS);
        for (int i = 0; i < earlier.size(); i++) {
            Report.BankResult bank = results.get(i).get(code);
            if (bank != null) {
                grid.number(FIRST + i, bank.total(), CellLook.POINTS)
                        .number(FIRST + periods + i, bank.rank(), CellLook.SEQUENCE)
                        .number(
                                FIRST + 2 * periods + i,
                                PERCENT.decimal(bank.share().times(bankscore.exact.Fraction.HUNDRED)),
                                CellLook.POINTS);
            }
        }
        Optional.ofNullable(cards.get(code)).ifPresent(this::current);
    }

    private void current(ScoreCard card) {
        String code = card.bank().code();
        int last = FIRST + periods - 1;
        live(BookAddress.TOTAL, code, last, Grid.decimal(card.total()), CellLook.POINTS.strong());
        live(BookAddress.RANK, code, last + periods, BigDecimal.valueOf(card.rank()), CellLook.SEQUENCE.strong());
        live(BookAddress.SHARE_PERCENT, code, last + 2 * periods, card.sharePercent(), CellLook.POINTS.strong());
    }

    private void live(BookAddress kind, String code, int column, BigDecimal value, CellLook look) {
        Optional<String> cell = book.addresses().absolute(kind, "", code);
        if (cell.isPresent()) {
            grid.formula(column, cell.get(), value, look);
        } else {
            grid.number(column, value, look);
        }
    }

    /** Draws the lines of the best banks of this period, because more cannot be told apart, on another sheet. */
    static void chart(Book book, Grid on, Charts.Area area) {
        int first = Grid.headRows(book) + HEADINGS;
        List<Charts.Line> lines = new ArrayList<>();
        for (ScoreCard card : book.assessment().ranked()) {
            if (lines.size() < MOST_LINES) {
                lines.add(new Charts.Line(card.bank().label(), first + lines.size()));
            }
        }
        Charts.lines(
                book.drawing(on.sheet()),
                book.sheet(PART),
                area,
                book.text(PART, "chart", "count", lines.size()),
                first - 1,
                FIRST,
                FIRST + Math.min(MOST_PERIODS, book.report().earlier().size() + 1) - 1,
                lines);
    }
}
