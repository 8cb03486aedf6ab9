package bankscore.plain.language;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;
import java.util.Collection;

/** An exact number as a pair of integers. */
record Q(BigInteger above, BigInteger below) implements Comparable<Q> {

    static final Q ZERO = of(0);

    Q {
        BigInteger divisor = above.gcd(below).multiply(BigInteger.valueOf(below.signum()));
        above = above.divide(divisor);
        below = below.divide(divisor);
    }

    static Q of(long number) {
        return new Q(BigInteger.valueOf(number), BigInteger.ONE);
    }

    static Q of(String text) {
        BigDecimal number = new BigDecimal(text);
        return new Q(number.unscaledValue(), BigInteger.TEN.pow(number.scale()));
    }

    static Q sum(Collection<Q> all) {
        return all.stream().reduce(ZERO, Q::plus);
    }

    Q plus(Q other) {
        return new Q(above.multiply(other.below).add(other.above.multiply(below)), below.multiply(other.below));
    }

    Q minus(Q other) {
        return plus(new Q(other.above.negate(), other.below));
    }

    Q times(Q other) {
        return new Q(above.multiply(other.above), below.multiply(other.below));
    }

    Q over(Q other) {
        return new Q(above.multiply(other.below), below.multiply(other.above));
    }

    int sign() {
        return above.signum();
    }

    Q least(Q other) {
        return compareTo(other) < 0 ? this : other;
    }

    Q most(Q other) {
        return compareTo(other) > 0 ? this : other;
    }

    /** The next whole number downwards, towards zero or upwards. */
    Q whole(RoundingMode mode) {
        return new Q(
                new BigDecimal(above).divide(new BigDecimal(below), 0, mode).toBigIntegerExact(), BigInteger.ONE);
    }

    Q rounded(int decimals) {
        BigDecimal value = new BigDecimal(above).divide(new BigDecimal(below), decimals, RoundingMode.HALF_UP);
        return new Q(value.unscaledValue(), BigInteger.TEN.pow(decimals));
    }

    @Override
    public int compareTo(Q other) {
        return above.multiply(other.below).compareTo(other.above.multiply(below));
    }

    /** As cases write it: {@code 3}, or {@code 1/3}. */
    @Override
    public String toString() {
        return below.equals(BigInteger.ONE) ? above.toString() : above + "/" + below;
    }
}
