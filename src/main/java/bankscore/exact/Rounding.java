package bankscore.exact;

import java.math.BigDecimal;
import java.math.BigInteger;

/**
 * A published number's decimals and mode: the only place where digits are lost.
 *
 * @param decimals digits after the point, 0 to 15
 * @param mode how a number between two neighbours is settled
 * @param citation where the rule or its reading says so, such as {@code D5}
 */
public record Rounding(int decimals, Mode mode, String citation) {

    /** What happens to a number between two neighbours. */
    public enum Mode {
        /** Ties go away from zero, as ROUND in Excel and WPS (D21). */
        HALF_UP,
        /** Ties go to the even neighbour, as GB/T 8170 unless otherwise specified. */
        HALF_EVEN,
        /** Towards zero. */
        DOWN
    }

    public Rounding {
        if (decimals < 0 || decimals > 15) {
            throw new IllegalArgumentException("decimals must be 0 to 15: " + decimals);
        }
    }

    public static Rounding halfUp(int decimals, String citation) {
        return new Rounding(decimals, Mode.HALF_UP, citation);
    }

    /** The rounded number, exactly. */
    public Fraction round(Fraction value) {
        return Fraction.of(decimal(value));
    }

    /** The rounded number with exactly {@link #decimals} digits after the point. */
    public BigDecimal decimal(Fraction value) {
        BigInteger scaled = value.numerator().abs().multiply(BigInteger.TEN.pow(decimals));
        BigInteger[] parts = scaled.divideAndRemainder(value.denominator());
        BigInteger digits = parts[0];
        int half = parts[1].shiftLeft(1).compareTo(value.denominator());
        boolean up = switch (mode) {
            case HALF_UP -> half >= 0;
            case HALF_EVEN -> half > 0 || (half == 0 && digits.testBit(0));
            case DOWN -> false;
        };
        if (up) {
            digits = digits.add(BigInteger.ONE);
        }
        return new BigDecimal(value.isNegative() ? digits.negate() : digits, decimals);
    }

    /** The rounded number as text, such as {@code -0.50}; never a negative zero. */
    public String text(Fraction value) {
        return decimal(value).toPlainString();
    }
}
