package bankscore.exact;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.Collection;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * An exact rational number in lowest terms with a positive denominator.
 *
 * <p>Two fractions are equal exactly when they are the same number. Digits are lost only through a {@link Rounding}.
 */
public record Fraction(BigInteger numerator, BigInteger denominator) implements Comparable<Fraction> {

    /** How many digits a number has at most that somebody writes into a rule. */
    public static final int DIGITS = 60;

    public static final Fraction ZERO = new Fraction(BigInteger.ZERO, BigInteger.ONE);
    public static final Fraction ONE = new Fraction(BigInteger.ONE, BigInteger.ONE);
    public static final Fraction HUNDRED = of(100);

    /**
     * Brings the number into lowest terms.
     *
     * @throws ArithmeticException if the denominator is zero
     */
    public Fraction {
        if (denominator.signum() == 0) {
            throw new ArithmeticException("division by zero: " + numerator + " / 0");
        }
        if (!denominator.equals(BigInteger.ONE)) {
            BigInteger common = numerator.gcd(denominator);
            if (denominator.signum() < 0) {
                common = common.negate();
            }
            numerator = numerator.divide(common);
            denominator = denominator.divide(common);
        }
    }

    // Written out: see Period.
    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Fraction fraction
                && numerator.equals(fraction.numerator)
                && denominator.equals(fraction.denominator);
    }

    @Override
    public int hashCode() {
        return 31 * numerator.hashCode() + denominator.hashCode();
    }

    public static Fraction of(long whole) {
        return new Fraction(BigInteger.valueOf(whole), BigInteger.ONE);
    }

    public static Fraction of(long numerator, long denominator) {
        return new Fraction(BigInteger.valueOf(numerator), BigInteger.valueOf(denominator));
    }

    /** The exact value of a decimal number. */
    public static Fraction of(BigDecimal decimal) {
        return decimal.scale() <= 0
                ? new Fraction(decimal.toBigIntegerExact(), BigInteger.ONE)
                : new Fraction(decimal.unscaledValue(), BigInteger.TEN.pow(decimal.scale()));
    }

    /**
     * The exact value of a decimal number written as text.
     *
     * @throws NumberFormatException if the text is no decimal number
     */
    public static Fraction of(String decimal) {
        return of(new BigDecimal(decimal));
    }

    /** The sum of all; zero for none. */
    public static Fraction sum(Collection<Fraction> all) {
        Fraction sum = ZERO;
        for (Fraction each : all) {
            sum = sum.plus(each);
        }
        return sum;
    }

    public Fraction plus(Fraction other) {
        if (denominator.equals(other.denominator)) {
            return new Fraction(numerator.add(other.numerator), denominator);
        }
        return new Fraction(
                numerator.multiply(other.denominator).add(other.numerator.multiply(denominator)),
                denominator.multiply(other.denominator));
    }

    public Fraction minus(Fraction other) {
        return plus(other.negate());
    }

    public Fraction times(Fraction other) {
        return new Fraction(numerator.multiply(other.numerator), denominator.multiply(other.denominator));
    }

    /**
     * This number divided by another.
     *
     * @throws ArithmeticException if the other is zero
     */
    public Fraction dividedBy(Fraction other) {
        return new Fraction(numerator.multiply(other.denominator), denominator.multiply(other.numerator));
    }

    public Fraction negate() {
        return new Fraction(numerator.negate(), denominator);
    }

    public Fraction abs() {
        return signum() < 0 ? negate() : this;
    }

    public Fraction min(Fraction other) {
        return compareTo(other) <= 0 ? this : other;
    }

    public Fraction max(Fraction other) {
        return compareTo(other) >= 0 ? this : other;
    }

    public int signum() {
        return numerator.signum();
    }

    public boolean isZero() {
        return signum() == 0;
    }

    public boolean isPositive() {
        return signum() > 0;
    }

    public boolean isNegative() {
        return signum() < 0;
    }

    public boolean isLess(Fraction other) {
        return compareTo(other) < 0;
    }

    public boolean isGreater(Fraction other) {
        return compareTo(other) > 0;
    }

    public boolean isWhole() {
        return denominator.equals(BigInteger.ONE);
    }

    /** The largest whole number not above this one. */
    public BigInteger floor() {
        BigInteger[] parts = numerator.divideAndRemainder(denominator);
        return parts[1].signum() < 0 ? parts[0].subtract(BigInteger.ONE) : parts[0];
    }

    /** The whole part, cut towards zero. */
    public Fraction truncated() {
        return new Fraction(numerator.divide(denominator), BigInteger.ONE);
    }

    /** The whole number next to this one, away from zero; itself if it is whole. */
    public Fraction awayFromZero() {
        Fraction cut = truncated();
        return cut.equals(this) ? this : cut.plus(of(signum()));
    }

    /** The exact decimal, if the number has a finite one. */
    public Optional<BigDecimal> decimal() {
        if (isWhole()) {
            return Optional.of(new BigDecimal(numerator));
        }
        BigInteger rest = denominator;
        int twos = rest.getLowestSetBit();
        rest = rest.shiftRight(twos);
        int fives = 0;
        BigInteger five = BigInteger.valueOf(5);
        while (rest.mod(five).signum() == 0) {
            rest = rest.divide(five);
            fives++;
        }
        if (!rest.equals(BigInteger.ONE)) {
            return Optional.empty();
        }
        int scale = Math.max(twos, fives);
        BigInteger unscaled = numerator.multiply(BigInteger.TEN.pow(scale)).divide(denominator);
        return Optional.of(new BigDecimal(unscaled, scale));
    }

    @Override
    public int compareTo(Fraction other) {
        if (denominator.equals(other.denominator)) {
            return numerator.compareTo(other.numerator);
        }
        return numerator.multiply(other.denominator).compareTo(other.numerator.multiply(denominator));
    }

    /** The exact decimal without needless zeros, or {@code numerator/denominator} where none is finite. */
    @Override
    public String toString() {
        return decimal()
                .map(decimal -> decimal.signum() == 0
                        ? "0"
                        : decimal.stripTrailingZeros().toPlainString())
                .orElseGet(() -> numerator + "/" + denominator);
    }
}
