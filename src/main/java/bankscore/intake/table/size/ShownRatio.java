package bankscore.intake.table.size;

import bankscore.exact.Fraction;
import bankscore.exact.Rounding;
import bankscore.intake.Ratio;

/** A ratio as findings show it. */
public final class ShownRatio {

    private static final Rounding COARSE = new Rounding(2, Rounding.Mode.HALF_UP, "");
    private static final Rounding FINE = new Rounding(8, Rounding.Mode.HALF_UP, "");
    private static final Fraction SMALL = Fraction.of(1, 10);

    private ShownRatio() {}

    public static String of(Ratio ratio, Fraction first, Fraction second) {
        return number(ratio.value(first, second)) + (ratio.percent() ? "%" : "");
    }

    /** A number with two decimals, a small one with more. */
    public static String number(Fraction value) {
        return (value.abs().isLess(SMALL) ? FINE : COARSE).round(value).toString();
    }
}
