package bankscore.intake.change;

import bankscore.exact.Fraction;
import bankscore.intake.Column;
import bankscore.intake.SheetHeader.HeaderColumn;
import bankscore.intake.Unit;
import bankscore.intake.change.Misaddressed.Reason;
import bankscore.intake.row.FigureCell;
import bankscore.intake.text.NumberText;
import bankscore.sheet.CellValue;
import java.util.Optional;

/** The number that a setting gives: as typed, or the one that is there and so many percent of it. */
public final class NewValue {

    private NewValue() {}

    /**
     * The new number.
     *
     * @param percent whether the figure itself is one in percent, so that 78.5% is a value of it
     * @throws Misaddressed if it is no number, or a change of what is not there
     */
    public static Fraction of(Setting setting, Optional<Fraction> before, boolean percent) throws Misaddressed {
        String text = setting.value();
        boolean more = text.startsWith("+");
        boolean signed = more || text.startsWith("-") || text.startsWith("−");
        NumberText read = NumberText.read(text);
        if (read instanceof NumberText.Exact exact && !more) {
            return Fraction.of(exact.value());
        }
        if (read instanceof NumberText.Percent part && signed) {
            Fraction old = before.orElseThrow(() -> new Misaddressed(Reason.NO_FIGURE, setting));
            return old.times(Fraction.HUNDRED.plus(Fraction.of(part.value()))).dividedBy(Fraction.HUNDRED);
        }
        if (read instanceof NumberText.Percent part && percent) {
            return Fraction.of(part.value());
        }
        throw new Misaddressed(Reason.NOT_A_NUMBER, setting);
    }

    /**
     * An amount of money that is added, with its sign: there is nothing that it could be a part of.
     *
     * @throws Misaddressed if it is no number
     */
    public static Fraction signed(Setting setting) throws Misaddressed {
        if (NumberText.read(setting.value()) instanceof NumberText.Exact exact) {
            return Fraction.of(exact.value());
        }
        throw new Misaddressed(Reason.NO_AMOUNT, setting);
    }

    /**
     * Asks the check of a cell.
     *
     * @param unit of money
     * @throws Misaddressed if a cell of the column may not hold the number
     */
    public static void check(Setting setting, Column column, Unit unit, Fraction value) throws Misaddressed {
        FigureCell judged = FigureCell.read(
                new HeaderColumn(column, 0, column.name(), unit, Optional.empty()),
                new CellValue.Numeric(value.decimal().orElseThrow(), false));
        if (judged instanceof FigureCell.Bad bad) {
            throw new Misaddressed(
                    Reason.IMPOSSIBLE, setting, "code", bad.code().name(), "figure", value.toString());
        }
    }
}
