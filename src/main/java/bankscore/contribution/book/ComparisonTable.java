package bankscore.contribution.book;

import bankscore.contribution.judge.Standing;
import bankscore.contribution.judge.compare.BankChange;
import bankscore.contribution.judge.compare.Cause;
import bankscore.contribution.say.ComparisonAnswer;
import bankscore.exact.Fraction;
import bankscore.finding.Words;
import bankscore.paper.workbook.CellLook;
import bankscore.paper.workbook.Grid;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Function;
import org.apache.poi.ss.usermodel.CellType;
import org.apache.poi.ss.util.CellReference;

/** A table of banks: before, one column for each cause, after, the whole change, what happened to the bank. */
final class ComparisonTable {

    static final int BANK = 1;
    static final int BEFORE = 2;

    private final Grid grid;
    private final List<Cause> causes;
    private final Words words;
    private final boolean ofFund;

    /**
     * A table on a sheet.
     *
     * @param grid titled, with {@link #widths}
     * @param ofFund whether it is of one fund alone
     */
    ComparisonTable(Grid grid, List<Cause> causes, boolean ofFund, Words words) {
        this.grid = grid;
        this.causes = causes;
        this.words = words;
        this.ofFund = ofFund;
        header();
    }

    /**
     * A quantity that is compared.
     *
     * @param of what a standing has of it; absent where a bank has none
     * @param moved what a cause moved; absent if that cannot be said
     * @param signed how a change of it looks
     */
    record Quantity(
            Function<Standing, Optional<Fraction>> of,
            BiFunction<BankChange, Cause, Optional<Fraction>> moved,
            CellLook look,
            CellLook signed) {}

    /** The most the columns may be wide. */
    static int[] widths(List<Cause> causes) {
        int[] widest = new int[BEFORE + causes.size() + 4];
        Arrays.fill(widest, 18);
        widest[0] = 6;
        widest[BANK] = 30;
        widest[widest.length - 1] = 24;
        return widest;
    }

    /** A format that shows a change with its sign, nothing as a dash. */
    static String signed(int decimals) {
        String number = decimals == 0 ? "#,##0" : "#,##0." + "0".repeat(decimals);
        return "+" + number + ";-" + number + ";\"—\"";
    }

    Grid grid() {
        return grid;
    }

    private void header() {
        grid.next().headerCell(0, text("number")).headerCell(BANK, text("bank"));
        grid.headerCell(BEFORE, text("head.before")).comment(BEFORE, text("why.before"));
        int column = BEFORE;
        for (Cause cause : causes) {
            column++;
            grid.headerCell(column, text("cause." + cause.name())).comment(column, text("why.cause"));
        }
        grid.headerCell(column + 1, text("head.after"))
                .headerCell(column + 2, text("head.change"))
                .headerCell(column + 3, text("head.note"));
        grid.headerEnds();
    }

    /** A row for each bank. */
    void rows(List<BankChange> banks, Quantity quantity) {
        CellLook look = quantity.look();
        CellLook signed = quantity.signed();
        int number = 0;
        int last = BEFORE + causes.size();
        for (BankChange bank : banks) {
            Optional<Fraction> was = quantity.of().apply(bank.before());
            Optional<Fraction> is = quantity.of().apply(bank.after());
            grid.next()
                    .number(0, ++number, CellLook.SEQUENCE)
                    .text(BANK, bank.bank().label(), CellLook.TEXT);
            grid.number(BEFORE, was, look);
            boolean whole = true;
            for (int i = 0; i < causes.size(); i++) {
                Optional<Fraction> moved = quantity.moved().apply(bank, causes.get(i));
                whole &= moved.isPresent();
                grid.number(BEFORE + 1 + i, moved, signed);
            }
            int row = grid.row() + 1;
            if (whole) {
                Fraction now = is.orElse(Fraction.ZERO);
                grid.formula(last + 1, summed(BEFORE, last, row), guarded(now), look.strong());
                grid.formula(
                        last + 2,
                        summed(BEFORE + 1, last, row),
                        guarded(now.minus(was.orElse(Fraction.ZERO))),
                        signed.strong());
            } else {
                // A rank on one side only: nothing to add up.
                grid.number(last + 1, is, look.strong()).number(last + 2, Optional.<Fraction>empty(), look);
            }
            grid.text(last + 3, ComparisonAnswer.moved(bank, ofFund, words).orElse(""), CellLook.TEXT);
        }
    }

    /** The columns' sums from a row on, live. */
    void sum(int first, Quantity quantity) {
        int last = grid.row();
        if (last < first) {
            return;
        }
        grid.next().blank(0, CellLook.TEXT).text(BANK, text("sum"), CellLook.TEXT.strong());
        for (int column = BEFORE; column <= BEFORE + causes.size() + 2; column++) {
            BigDecimal sum = BigDecimal.ZERO;
            for (int row = first; row <= last; row++) {
                var cell = grid.sheet().getRow(row).getCell(column);
                boolean number = cell.getCellType() != CellType.STRING;
                sum = number ? sum.add(BigDecimal.valueOf(cell.getNumericCellValue())) : sum;
            }
            grid.formula(
                    column,
                    "ROUND(SUM(" + name(column) + (first + 1) + ":" + name(column) + (last + 1) + "),10)",
                    sum.setScale(10, RoundingMode.HALF_UP),
                    (isOf(column) ? quantity.look() : quantity.signed()).strong());
        }
        grid.blank(BEFORE + causes.size() + 3, CellLook.TEXT);
    }

    /** Whether a column holds what stood before or after, and not what moved it. */
    private boolean isOf(int column) {
        return column == BEFORE || column == BEFORE + causes.size() + 1;
    }

    /** What stood before or what each cause moved, added up; guarded, because doubles do not add up exactly. */
    private static String summed(int first, int last, int row) {
        return "ROUND(SUM(" + name(first) + row + ":" + name(last) + row + "),10)";
    }

    private static BigDecimal guarded(Fraction value) {
        return Grid.decimal(value).setScale(10, RoundingMode.HALF_UP);
    }

    private static String name(int column) {
        return CellReference.convertNumToColString(column);
    }

    private String text(String key) {
        return words.text("compare.book." + key);
    }
}
