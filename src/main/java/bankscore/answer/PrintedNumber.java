package bankscore.answer;

import bankscore.exact.Fraction;
import bankscore.exact.Money;
import bankscore.exact.Rounding;
import java.math.BigDecimal;

/** Numbers as people read them: grouped by thousands, never rounded unless a rounding is given, cut ones marked. */
public final class PrintedNumber {

    private static final int SHOWN = 6;
    private static final Rounding CUT = new Rounding(SHOWN, Rounding.Mode.DOWN, "");
    private static final String MORE = "…";

    private PrintedNumber() {}

    /** A figure as an office sent it: at least 2 decimals, and all it has. */
    public static String figure(Fraction value) {
        return value.decimal()
                .map(BigDecimal::stripTrailingZeros)
                .map(decimal -> grouped(decimal.scale() < 2 ? decimal.setScale(2) : decimal))
                .orElseGet(() -> value(value));
    }

    /** An exact value without needless zeros; beyond 6 decimals it is cut and marked. */
    public static String value(Fraction value) {
        Fraction cut = CUT.round(value);
        if (!cut.equals(value)) {
            return grouped(CUT.decimal(value)) + MORE;
        }
        return plain(value.decimal().orElseThrow());
    }

    /** A published value at its decimals. */
    public static String rounded(Fraction value, Rounding rounding) {
        return grouped(rounding.decimal(value));
    }

    /** An amount in 万元. */
    public static String money(Money amount) {
        return grouped(new BigDecimal(amount.toString()));
    }

    /** An amount in 元, to the fen: for sums that 万元 would print as a row of zeros. */
    public static String yuan(Money amount) {
        return grouped(new BigDecimal(amount.fen(), 2));
    }

    /** A change of a published value: with its sign, also if it is more. */
    public static String signed(Fraction change, Rounding rounding) {
        return (change.isPositive() ? "+" : "") + rounded(change, rounding);
    }

    /** A change of an amount in 万元, with its sign. */
    public static String signed(Money change) {
        return (change.isPositive() ? "+" : "") + money(change);
    }

    /** The same text, in parentheses if it is negative: for use after an operator. */
    public static String operand(String number) {
        return number.startsWith("-") ? "(" + number + ")" : number;
    }

    private static String plain(BigDecimal exact) {
        BigDecimal bare = exact.stripTrailingZeros();
        return grouped(bare.scale() < 0 ? bare.setScale(0) : bare);
    }

    private static String grouped(BigDecimal decimal) {
        String digits = decimal.abs().toPlainString();
        int point = digits.indexOf('.');
        int whole = point < 0 ? digits.length() : point;
        StringBuilder text = new StringBuilder(decimal.signum() < 0 ? "-" : "");
        for (int i = 0; i < whole; i++) {
            if (i > 0 && (whole - i) % 3 == 0) {
                text.append(',');
            }
            text.append(digits.charAt(i));
        }
        return text.append(digits, whole, digits.length()).toString();
    }
}
