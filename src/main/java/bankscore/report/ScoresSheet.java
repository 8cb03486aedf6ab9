package bankscore.report;

import bankscore.domain.Fraction;
import bankscore.domain.scheme.Item;
import bankscore.domain.scheme.Mark;
import bankscore.domain.scheme.Scheme;
import bankscore.domain.score.Assessment;
import bankscore.domain.score.Excluded;
import bankscore.domain.score.ScoreCard;
import java.math.BigDecimal;
import java.util.List;
import org.apache.poi.ss.util.CellRangeAddress;

/** 得分汇总: banks × items with total, rank and share. */
final class ScoresSheet {

    private static final Book.Part PART = Book.Part.SCORES;

    /** The column of the names, which the chart shows too. */
    static final int BANK = 2;

    private static final int FIRST = 3;

    private final Book book;
    private final Assessment assessment;
    private final Scheme scheme;
    private final List<Item> items;
    private final int total;
    private final Grid grid;

    private ScoresSheet(Book book) {
        this.book = book;
        this.assessment = book.assessment();
        this.scheme = assessment.scheme();
        this.items = scheme.items();
        this.total = FIRST + items.size();
        int[] widest = new int[total + 5];
        java.util.Arrays.fill(widest, 14);
        widest[0] = 6;
        widest[1] = 10;
        widest[BANK] = 24;
        this.grid = book.grid(PART, widest);
    }

    static void fill(Book book) {
        new ScoresSheet(book).fill();
    }

    private void fill() {
        grid.titled(book.title(PART), book.text(PART, "units"));
        headings();
        int firstRow = grid.row() + 1;
        int lastRow = grid.row() + assessment.cards().size();
        for (int i = 0; i < assessment.cards().size(); i++) {
            bank(i + 1, assessment.cards().get(i), firstRow, lastRow);
        }
        totals(firstRow, lastRow);
        notes();
        grid.signature();
        grid.finish(BANK + 1, false);
    }

    /** Two levels: base, bonus and deduction above the items. */
    private void headings() {
        grid.next();
        int upper = grid.row();
        grid.blanks(0, grid.columns() - 1, Look.HEADER);
        for (int i = 0; i < items.size(); ) {
            int end = i;
            while (end + 1 < items.size()
                    && items.get(end + 1).kind() == items.get(i).kind()) {
                end++;
            }
            grid.across(
                    FIRST + i,
                    FIRST + end,
                    book.text(PART, "kind." + items.get(i).kind().name()),
                    Look.HEADER);
            i = end + 1;
        }
        grid.next()
                .headerCell(0, book.text(PART, "number"))
                .headerCell(1, book.text(PART, "code"))
                .headerCell(BANK, book.text(PART, "bank"));
        for (int i = 0; i < items.size(); i++) {
            grid.headerCell(FIRST + i, heading(items.get(i)));
        }
        grid.headerCell(total, book.text(PART, "total"))
                .headerCell(total + 1, book.text(PART, "rank"))
                .headerCell(total + 2, book.text(PART, "share"))
                .headerCell(total + 3, book.text(PART, "percent"))
                .headerCell(total + 4, book.text(PART, "rest"));
        for (int column : new int[] {0, 1, BANK, total, total + 1, total + 2, total + 3, total + 4}) {
            // The heading is written once more above, because a merged cell shows its upper one.
            grid.sheet()
                    .getRow(upper)
                    .getCell(column)
                    .setCellValue(grid.sheet().getRow(upper + 1).getCell(column).getStringCellValue());
            grid.sheet().getRow(upper + 1).getCell(column).setBlank();
            grid.sheet().addMergedRegion(new CellRangeAddress(upper, upper + 1, column, column));
        }
        grid.headerEnds();
    }

    private String heading(Item item) {
        String full = MethodWords.full(item)
                .map(points -> book.text(PART, "full", "points", points))
                .orElse("");
        String mark = item.mark() == Mark.TEXT ? "" : book.text(PART, "marked", "mark", book.mark(item.mark()));
        return item.name() + (full.isEmpty() ? "" : "\n" + full) + (mark.isEmpty() ? "" : "\n" + mark);
    }

    private void bank(int number, ScoreCard card, int firstRow, int lastRow) {
        String code = card.bank().code();
        Addresses addresses = book.addresses();
        Look points = Look.POINTS.decimals(scheme.points().decimals());
        grid.next()
                .number(0, number, Look.SEQUENCE)
                .text(1, code, Look.CENTERED)
                .text(BANK, card.bank().label(), Look.TEXT);
        for (int i = 0; i < items.size(); i++) {
            Item item = items.get(i);
            grid.number(FIRST + i, card.line(item.id()).points(), points);
            addresses.note(Addresses.Kind.ITEM, item.id(), code, grid.at(FIRST + i));
        }
        if (items.isEmpty()) {
            grid.number(total, card.total(), points.strong());
        } else {
            String sum = "ROUND(SUM(" + grid.at(FIRST).local() + ":"
                    + grid.at(total - 1).local() + ")," + scheme.points().decimals() + ")";
            String floored = scheme.totalFloor()
                    .map(floor -> "MAX(" + floor + "," + sum + ")")
                    .orElse(sum); // D7
            grid.formula(total, floored, Grid.decimal(card.total()), points.strong());
        }
        addresses.note(Addresses.Kind.TOTAL, "", code, grid.at(total));
        String all = column(total, firstRow, lastRow);
        grid.formula(
                total + 1,
                "RANK(" + grid.at(total).local() + "," + all + ")", // D20
                BigDecimal.valueOf(card.rank()),
                Look.SEQUENCE.strong());
        addresses.note(Addresses.Kind.RANK, "", code, grid.at(total + 1));
        grid.formula(
                total + 2,
                "IF(SUM(" + all + ")=0,0," + grid.at(total).local() + "/SUM(" + all + "))", // D8
                Grid.decimal(card.share()),
                Look.POINTS.decimals(8));
        addresses.note(Addresses.Kind.SHARE, "", code, grid.at(total + 2));
        grid.number(total + 3, card.sharePercent(), Look.POINTS.decimals(scheme.shareDecimals()));
        addresses.note(Addresses.Kind.SHARE_PERCENT, "", code, grid.at(total + 3));
        if (card.shareAdjusted()) {
            grid.number(
                    total + 4,
                    BigDecimal.ONE.movePointLeft(scheme.shareDecimals()),
                    Look.POINTS.decimals(scheme.shareDecimals()));
        } else {
            grid.blank(total + 4, Look.POINTS);
        }
    }

    private void totals(int firstRow, int lastRow) {
        Look points = Look.POINTS.decimals(scheme.points().decimals()).strong();
        grid.next().blanks(0, 1, Look.TEXT).text(BANK, book.text(PART, "sum"), Look.CENTERED.strong());
        if (lastRow < firstRow) {
            grid.blanks(FIRST, grid.columns() - 1, Look.TEXT);
            return;
        }
        for (int i = 0; i < items.size(); i++) {
            Fraction sum = Fraction.ZERO;
            for (ScoreCard card : assessment.cards()) {
                sum = sum.plus(card.line(items.get(i).id()).points());
            }
            sum(FIRST + i, firstRow, lastRow, scheme.points().decimals(), Grid.decimal(sum), points);
        }
        sum(total, firstRow, lastRow, scheme.points().decimals(), Grid.decimal(assessment.sumOfTotals()), points);
        grid.blank(total + 1, Look.TEXT);
        boolean shared = assessment.sumOfTotals().isPositive();
        BigDecimal one = shared ? BigDecimal.ONE : BigDecimal.ZERO;
        sum(total + 2, firstRow, lastRow, 12, one, Look.POINTS.decimals(8).strong());
        int decimals = scheme.shareDecimals();
        Look percent = Look.POINTS.decimals(decimals).strong();
        sum(total + 3, firstRow, lastRow, decimals, one.movePointRight(2), percent);
        long adjusted =
                assessment.cards().stream().filter(ScoreCard::shareAdjusted).count();
        sum(total + 4, firstRow, lastRow, decimals, BigDecimal.valueOf(adjusted).movePointLeft(decimals), percent);
    }

    private void sum(int column, int firstRow, int lastRow, int decimals, BigDecimal value, Look look) {
        grid.formula(column, "ROUND(SUM(" + column(column, firstRow, lastRow) + ")," + decimals + ")", value, look);
    }

    /** A column's cells as {@code $L$6:$L$23}. */
    private static String column(int column, int firstRow, int lastRow) {
        String letters = "$" + bankscore.domain.intake.CellRef.letters(column) + "$";
        return letters + (firstRow + 1) + ":" + letters + (lastRow + 1);
    }

    private void notes() {
        grid.note(book.text(PART, "note.rounding", "decimals", scheme.points().decimals()));
        grid.note(book.text(PART, "note.share"));
        grid.note(book.text(PART, "note.marks"));
        grid.note(book.text(PART, "note.source"));
        for (Excluded bank : assessment.excluded()) {
            grid.note(book.text(PART, "note.excluded", "bank", bank.bank().name(), "reason", book.excluded(bank)));
        }
    }
}
