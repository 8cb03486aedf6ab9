package bankscore.contribution.book.sheets;

import bankscore.contribution.book.cells.Book;
import bankscore.contribution.book.cells.BookAddress;
import bankscore.contribution.book.cells.ItemFormulas;
import bankscore.contribution.book.cells.ScoreColumns;
import bankscore.contribution.say.GroupSentence;
import bankscore.contribution.say.QuartersSentence;
import bankscore.contribution.scheme.Excluded;
import bankscore.contribution.scheme.Item;
import bankscore.contribution.scheme.Scheme;
import bankscore.contribution.score.Assessment;
import bankscore.contribution.score.ScoreCard;
import bankscore.exact.Fraction;
import bankscore.facts.Subject;
import bankscore.paper.workbook.Addresses;
import bankscore.paper.workbook.CellLook;
import bankscore.paper.workbook.Grid;
import bankscore.rule.Mark;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;

/** 得分汇总: banks by rank × items with total and share; beside them the share as it is and the steps to the printed one. */
public final class ScoresSheet {

    private static final Book.Part PART = Book.Part.SCORES;

    /** The columns beside, counted from the first, which holds the bank's code. */
    private static final int SHARE = 1;

    private static final int ADJUSTED = 2;
    /** The rank with ties settled by the roster. */
    private static final int ORDER = 3;

    private static final int QUOTA = 4;
    private static final int WHOLE = 5;
    private static final int REST = 6;
    private static final int KEY = 7;
    private static final int PLACE = 8;

    private static final int TIGHT = 90;
    private static final int MOST_ON_A_LINE = 6;
    private static final int MOST_ON_A_PAGE = 22;

    private final Book book;
    private final Assessment assessment;
    private final Scheme scheme;
    private final List<Item> items;
    private final List<ScoreCard> ranked;
    private final boolean within;
    private final int total;
    private final int percent;
    private final int steps;
    private final Grid grid;
    private final ItemFormulas formulas;
    private final ItemFormulas once;

    private ScoresSheet(Book book) {
        this.book = book;
        this.assessment = book.assessment();
        this.scheme = assessment.scheme();
        this.items = scheme.items();
        this.ranked = assessment.ranked();
        this.within = scheme.scoring().groups().ranksWithin().isPresent();
        this.total = ScoreColumns.FIRST + items.size();
        this.percent = ScoreColumns.percent(items.size());
        int[] widest = new int[percent + 1];
        java.util.Arrays.fill(widest, 18);
        widest[0] = 6;
        widest[ScoreColumns.BANK] = 24;
        this.grid = book.grid(PART, widest);
        this.steps = grid.beside(10, 14, 10, 8, 18, 12, 16, 20, 8, 8);
        this.formulas = new ItemFormulas(book);
        this.once = new ItemFormulas(book.whole());
    }

    public static void fill(Book book) {
        new ScoresSheet(book).fill();
    }

    private void fill() {
        grid.titled(book.title(PART), book.text(PART, "units"));
        headings();
        int firstRow = grid.row() + 1;
        int lastRow = grid.row() + ranked.size();
        for (int i = 0; i < ranked.size(); i++) {
            bank(ranked.get(i), firstRow, lastRow);
        }
        totals(firstRow, lastRow);
        notes();
        grid.signature();
        if (ranked.size() <= Grid.ROWS_OF_A_PAGE) {
            grid.repeatsTitleOnly();
        }
        // Few banks are scaled to one page; with more, pages break at rows of ours.
        boolean few = ranked.size() <= MOST_ON_A_PAGE;
        if (!few) {
            grid.counted();
        }
        grid.stretched(TIGHT).finish(ScoreColumns.BANK + 1, few);
    }

    /** Two levels: base, bonus and deduction above the items. */
    private void headings() {
        grid.next();
        int upper = grid.row();
        grid.blanks(0, grid.columns() - 1, CellLook.HEADER);
        for (int i = 0; i < items.size(); ) {
            int end = i;
            while (end + 1 < items.size()
                    && items.get(end + 1).kind() == items.get(i).kind()) {
                end++;
            }
            grid.across(
                    ScoreColumns.FIRST + i,
                    ScoreColumns.FIRST + end,
                    book.text(PART, "kind." + items.get(i).kind().name()),
                    CellLook.HEADER);
            i = end + 1;
        }
        grid.next().headerCells(0, book.texts(PART, "rank", "bank"));
        for (int i = 0; i < items.size(); i++) {
            grid.headerCell(ScoreColumns.FIRST + i, heading(items.get(i)));
        }
        grid.headerCells(total, book.texts(PART, "total", "percent"));
        for (int column : new int[] {0, ScoreColumns.BANK, total, percent}) {
            // The heading is written once more above, because a merged cell shows its upper one.
            grid.sheet()
                    .getRow(upper)
                    .getCell(column)
                    .setCellValue(grid.sheet().getRow(upper + 1).getCell(column).getStringCellValue());
            grid.sheet().getRow(upper + 1).getCell(column).setBlank();
            grid.overTwoRows(column);
        }
        String[] headings = {
            "code",
            "share",
            "rest",
            "steps.order",
            "steps.quota",
            "steps.whole",
            "steps.rest",
            "steps.key",
            "steps.place",
            "steps.extra"
        };
        grid.headerCells(steps, book.texts(PART, headings));
        grid.headerEnds();
    }

    private String heading(Item item) {
        String full = item.full()
                .map(points -> book.text(PART, "full", "points", points))
                .orElse("");
        String mark = item.mark() == Mark.TEXT ? "" : book.text(PART, "marked", "mark", book.mark(item.mark()));
        return inWords(item.name()) + (full.isEmpty() ? "" : "\n" + full) + (mark.isEmpty() ? "" : "\n" + mark);
    }

    /** A long name on two lines: one of an even length is made of words of two characters and parts between two of them. */
    private static String inWords(String name) {
        int half = (name.length() / 2 + 1) / 2 * 2;
        return name.length() < MOST_ON_A_LINE || name.length() % 2 > 0
                ? name
                : name.substring(0, half) + "\n" + name.substring(half);
    }

    /** What earlier quarters said of a bank to an item's condition, and by which revisions. */
    private void published(Item item, String bank, int column) {
        item.gate()
                .map(gate -> new QuartersSentence(book.words()).rows(gate.condition(), book.report(), bank))
                .filter(lines -> !lines.isEmpty())
                .ifPresent(lines -> grid.comment(column, String.join("\n", lines)));
    }

    private void bank(ScoreCard card, int firstRow, int lastRow) {
        String code = card.bank().code();
        Addresses<BookAddress> addresses = book.addresses();
        CellLook points = CellLook.POINTS.decimals(scheme.points().decimals());
        grid.next().text(ScoreColumns.BANK, card.bank().label(), CellLook.TEXT).text(steps, code, CellLook.CENTERED);
        addresses.note(BookAddress.SCORED, "", code, grid.at(ScoreColumns.BANK));
        for (int i = 0; i < items.size(); i++) {
            Item item = items.get(i);
            Fraction value = card.line(item.id()).points();
            Optional<String> formula = (item.fund().isPresent() ? formulas : once).points(item, card.bank());
            if (formula.isPresent()) {
                grid.formula(ScoreColumns.FIRST + i, formula.get(), Grid.decimal(value), points);
                published(item, code, ScoreColumns.FIRST + i);
            } else {
                grid.number(ScoreColumns.FIRST + i, value, points)
                        .comment(
                                ScoreColumns.FIRST + i,
                                book.text(PART, item.appliesTo(card.bank().kind()) ? "value" : "other"));
            }
            addresses.note(BookAddress.ITEM, item.id(), code, grid.at(ScoreColumns.FIRST + i));
        }
        if (items.isEmpty()) {
            grid.number(total, card.total(), points.strong());
        } else {
            String sum = "ROUND(SUM(" + grid.at(ScoreColumns.FIRST).local() + ":"
                    + grid.at(total - 1).local() + ")," + decimals() + ")";
            String floored = scheme.scoring()
                    .totalFloor()
                    .map(floor -> "MAX(" + book.parameter(Scheme.TOTAL_FLOOR, floor) + "," + sum + ")")
                    .orElse(sum); // D7
            grid.formula(total, floored, Grid.decimal(card.total()), points.strong());
        }
        addresses.note(BookAddress.TOTAL, "", code, grid.at(total));
        String all = Addresses.column(total, firstRow, lastRow);
        BigDecimal rank = BigDecimal.valueOf(card.rank());
        if (within) {
            grid.number(0, Fraction.of(card.rank()), CellLook.SEQUENCE.strong())
                    .comment(0, book.text(PART, "group.rank"));
        } else {
            grid.formula(0, ofAll(all), rank, CellLook.SEQUENCE.strong()); // D20
        }
        addresses.note(BookAddress.RANK, "", code, grid.at(0));
        String sum = Addresses.fixed(total, lastRow + 1);
        grid.formula(
                steps + SHARE,
                "IF(" + sum + ">0," + grid.at(total).local() + "/" + sum + ",0)", // D8
                Grid.decimal(card.share()),
                CellLook.POINTS.decimals(8));
        addresses.note(BookAddress.SHARE, "", code, grid.at(steps + SHARE));
        printedShare(card, firstRow, lastRow);
    }

    private String ofAll(String all) {
        return "RANK(" + grid.at(total).local() + "," + all + ")";
    }

    /**
     * The printed share by largest remainder (D8) with its steps beside: the bank's order, quota in printed units, whole
     * units, remainder, remainder and order as one number, its place, the extra unit.
     */
    private void printedShare(ScoreCard card, int firstRow, int lastRow) {
        String own = grid.at(total).local();
        String order = grid.at(steps + ORDER).local();
        String quota = grid.at(steps + QUOTA).local();
        String whole = grid.at(steps + WHOLE).local();
        String rest = grid.at(steps + REST).local();
        String extra = grid.at(steps + ScoreColumns.EXTRA).local();
        String before = grid.row() == firstRow
                ? ""
                : "+COUNTIF(" + Addresses.column(total, firstRow, grid.row() - 1) + "," + own + ")";
        String rank = within
                ? ofAll(Addresses.column(total, firstRow, lastRow))
                : grid.at(0).local();
        grid.helper(steps + ORDER, rank + before, CellLook.SEQUENCE);
        book.addresses().note(BookAddress.ORDER, "", card.bank().code(), grid.at(steps + ORDER));
        grid.helper(
                steps + QUOTA,
                "IF(" + Addresses.fixed(total, lastRow + 1) + ">0,"
                        + grid.at(steps + SHARE).local() + "*" + units() + ",0)",
                CellLook.POINTS.decimals(6));
        grid.helper(steps + WHOLE, "INT(ROUND(" + quota + ",8))", CellLook.SEQUENCE);
        grid.helper(steps + REST, "ROUND(" + quota + "-" + whole + ",8)", CellLook.POINTS.decimals(8));
        grid.helper(steps + KEY, Book.key(rest, order), CellLook.SEQUENCE);
        grid.helper(
                steps + PLACE,
                "RANK(" + grid.at(steps + KEY).local() + "," + Addresses.column(steps + KEY, firstRow, lastRow) + ")",
                CellLook.SEQUENCE);
        grid.helper(
                steps + ScoreColumns.EXTRA,
                "IF(" + grid.at(steps + PLACE).local() + "<=" + Addresses.fixed(steps + ScoreColumns.EXTRA, lastRow + 1)
                        + ",1,0)",
                CellLook.SEQUENCE);
        int decimals = scheme.shareDecimals();
        grid.formula(
                percent,
                "ROUND((" + whole + "+" + extra + ")/10^" + shareDecimals() + "," + shareDecimals() + ")",
                card.sharePercent(),
                CellLook.POINTS.decimals(decimals));
        book.addresses().note(BookAddress.SHARE_PERCENT, "", card.bank().code(), grid.at(percent));
        String format = CellLook.POINTS.decimals(decimals).format();
        grid.formula(
                steps + ADJUSTED,
                "ROUND(" + extra + "/10^" + shareDecimals() + "," + shareDecimals() + ")",
                card.shareAdjusted() ? BigDecimal.ONE.movePointLeft(decimals) : BigDecimal.ZERO,
                CellLook.POINTS.shown(format + ";-" + format + ";"));
    }

    private String units() {
        return "10^(2+" + shareDecimals() + ")";
    }

    private String shareDecimals() {
        return book.parameter(Scheme.SHARE_DECIMALS, Fraction.of(scheme.shareDecimals()));
    }

    private String decimals() {
        return book.parameter(
                Scheme.POINTS_DECIMALS, Fraction.of(scheme.points().decimals()));
    }

    private void totals(int firstRow, int lastRow) {
        CellLook points = CellLook.POINTS.decimals(scheme.points().decimals()).strong();
        grid.next().blank(0, CellLook.TEXT).text(ScoreColumns.BANK, book.text(PART, "sum"), CellLook.CENTERED.strong());
        if (lastRow < firstRow) {
            grid.blanks(ScoreColumns.FIRST, grid.columns() - 1, CellLook.TEXT);
            return;
        }
        for (int i = 0; i < items.size(); i++) {
            Fraction sum = Fraction.ZERO;
            for (ScoreCard card : assessment.cards()) {
                sum = sum.plus(card.line(items.get(i).id()).points());
            }
            sum(ScoreColumns.FIRST + i, firstRow, lastRow, decimals(), Grid.decimal(sum), points);
        }
        sum(total, firstRow, lastRow, decimals(), Grid.decimal(assessment.sumOfTotals()), points);
        boolean shared = assessment.sumOfTotals().isPositive();
        BigDecimal one = shared ? BigDecimal.ONE : BigDecimal.ZERO;
        sum(
                steps + SHARE,
                firstRow,
                lastRow,
                "12",
                one,
                CellLook.POINTS.decimals(8).strong());
        int decimals = scheme.shareDecimals();
        CellLook shares = CellLook.POINTS.decimals(decimals).strong();
        sum(percent, firstRow, lastRow, shareDecimals(), one.movePointRight(2), shares);
        long adjusted =
                assessment.cards().stream().filter(ScoreCard::shareAdjusted).count();
        sum(
                steps + ADJUSTED,
                firstRow,
                lastRow,
                shareDecimals(),
                BigDecimal.valueOf(adjusted).movePointLeft(decimals),
                shares);
        grid.helper(
                steps + WHOLE,
                "SUM(" + Addresses.column(steps + WHOLE, firstRow, lastRow) + ")",
                CellLook.SEQUENCE.strong());
        grid.helper(
                steps + ScoreColumns.EXTRA,
                "IF(" + grid.at(total).local() + ">0," + units() + "-"
                        + grid.at(steps + WHOLE).local() + ",0)",
                CellLook.SEQUENCE.strong());
    }

    private void sum(int column, int firstRow, int lastRow, String decimals, BigDecimal value, CellLook look) {
        grid.formula(
                column,
                "ROUND(SUM(" + Addresses.column(column, firstRow, lastRow) + ")," + decimals + ")",
                value,
                look);
    }

    private void notes() {
        grid.note(book.text(PART, "note.rounding", "decimals", scheme.points().decimals()));
        grid.note(book.text(PART, "note.share"));
        grid.note(book.text(PART, "note.marks"));
        new GroupSentence(book.words()).all(assessment).forEach(grid::note);
        List<String> absent = assessment.absent(book.whole().assessment()).stream()
                .map(Subject::label)
                .toList();
        if (!absent.isEmpty()) {
            grid.note(book.text(PART, "note.absent", "banks", String.join("、", absent)));
        }
        for (Excluded bank : assessment.excluded()) {
            grid.note(book.text(PART, "note.excluded", "bank", bank.bank().name(), "reason", book.excluded(bank)));
        }
    }
}
