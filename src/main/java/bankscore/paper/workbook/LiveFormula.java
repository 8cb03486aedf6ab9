package bankscore.paper.workbook;

import bankscore.exact.Fraction;
import bankscore.exact.Rounding;

/** Parts of live formulas, as every spreadsheet program reads them. */
public final class LiveFormula {

    /** Decimals to which a formula's value is rounded before it is rounded for good: doubles miss exact halves. */
    private static final int GUARD = 10;

    private LiveFormula() {}

    /** A number as formulas write it. */
    public static String literal(Fraction value) {
        String text = value.decimal().isPresent() ? value.toString() : value.numerator() + "/" + value.denominator();
        return value.isNegative() || value.decimal().isEmpty() ? "(" + text + ")" : text;
    }

    /** A formula's value rounded to decimals, guarded. */
    public static String rounded(String formula, Rounding.Mode mode, String decimals) {
        return rounded(formula, mode, decimals, GUARD);
    }

    /** The same with a guard of its own: the larger the values, the fewer decimals a double has for one. */
    public static String rounded(String formula, Rounding.Mode mode, String decimals, int guard) {
        String guarded = "ROUND(" + formula + "," + guard + ")";
        String halfUp = "ROUND(" + guarded + "," + decimals + ")";
        return switch (mode) {
            case HALF_UP -> halfUp;
            case DOWN -> "ROUNDDOWN(" + guarded + "," + decimals + ")";
            // Half up, but a half above an even digit stays below.
            case HALF_EVEN ->
                "ROUND(" + halfUp + "-IF(ROUND(MOD(ABS(" + guarded + ")*10^" + decimals + ",2),8)=0.5,SIGN(" + guarded
                        + ")/10^" + decimals + ",0)," + decimals + ")";
        };
    }
}
