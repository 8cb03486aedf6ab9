package bankscore.exact;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.Collection;
import java.util.Optional;

/**
 * An amount of money, exact to the fen (分).
 *
 * <p>Printed in 万元 with at least 2 and at most 6 decimals: 1 分 is 0.000001 万元. Amounts are never rounded.
 *
 * @param fen the amount in fen; negative for a reduction
 */
public record Money(BigInteger fen) implements Comparable<Money> {

    public static final Money ZERO = new Money(BigInteger.ZERO);

    private static final BigInteger FEN_PER_WAN = BigInteger.valueOf(1_000_000);

    /**
     * An amount in 万元.
     *
     * @throws ArithmeticException if it is finer than one fen
     */
    public static Money ofWan(String wan) {
        return ofWan(Fraction.of(wan));
    }

    /**
     * An amount in 万元.
     *
     * @throws ArithmeticException if it is finer than one fen
     */
    public static Money ofWan(Fraction wan) {
        return exactly(wan).orElseThrow(() -> new ArithmeticException("finer than one fen: " + wan + " 万元"));
    }

    /** An amount in 万元, if it is not finer than one fen. */
    public static Optional<Money> exactly(Fraction wan) {
        Fraction fen = wan.times(new Fraction(FEN_PER_WAN, BigInteger.ONE));
        return fen.isWhole() ? Optional.of(new Money(fen.numerator())) : Optional.empty();
    }

    /** The sum of all; zero for none. */
    public static Money sum(Collection<Money> all) {
        Money sum = ZERO;
        for (Money each : all) {
            sum = sum.plus(each);
        }
        return sum;
    }

    public Money plus(Money other) {
        return new Money(fen.add(other.fen));
    }

    public Money minus(Money other) {
        return new Money(fen.subtract(other.fen));
    }

    public Money negate() {
        return new Money(fen.negate());
    }

    public Money min(Money other) {
        return compareTo(other) <= 0 ? this : other;
    }

    public Money max(Money other) {
        return compareTo(other) >= 0 ? this : other;
    }

    /** So many times this amount. */
    public Money times(BigInteger count) {
        return new Money(fen.multiply(count));
    }

    /** How many whole times the other amount, which must be positive, goes into this one. */
    public BigInteger wholeTimes(Money other) {
        return new Fraction(fen, other.fen).floor();
    }

    public int signum() {
        return fen.signum();
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

    /**
     * An amount in 元, rounded by the rule that says how.
     *
     * @throws ArithmeticException if the rule leaves more than two decimals
     */
    public static Money ofYuan(Fraction yuan, Rounding rounding) {
        return new Money(rounding.decimal(yuan).movePointRight(2).toBigIntegerExact());
    }

    /** The amount in 元 with two decimals, such as {@code 4253.42}. */
    public String yuan() {
        return new BigDecimal(fen, 2).toPlainString();
    }

    /** The amount in 万元 as an exact number. */
    public Fraction wan() {
        return new Fraction(fen, FEN_PER_WAN);
    }

    @Override
    public int compareTo(Money other) {
        return fen.compareTo(other.fen);
    }

    /** The amount in 万元, with 2 to 6 decimals, such as {@code 1200.00} or {@code 0.000001}. */
    @Override
    public String toString() {
        BigDecimal wan = new BigDecimal(fen, 6);
        BigDecimal bare = wan.stripTrailingZeros();
        return (bare.scale() < 2 ? wan.setScale(2) : bare).toPlainString();
    }
}
