package bankscore.exact;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * Splits whole units in proportion to exact quotas so that the parts add up (最大余额法).
 *
 * <p>Each part first gets the whole units of its quota; the units still missing go one each to the largest remainders;
 * equal remainders go to the one that comes first in the given order. Example: quotas 0.333…, 0.333…, 0.333… of 1 unit
 * of which 100 cents are to be printed give 34, 33, 33.
 */
public final class LargestRemainder {

    private LargestRemainder() {}

    /**
     * The whole parts.
     *
     * @param quotas exact, not negative, adding up to a whole number
     * @param preferred the order between equal remainders: positions into the quotas, all of them
     */
    public static List<BigInteger> split(List<Fraction> quotas, List<Integer> preferred) {
        Fraction sum = Fraction.sum(quotas);
        if (!sum.isWhole()) {
            throw new IllegalArgumentException("quotas do not add up to a whole number: " + sum);
        }
        return split(quotas, sum.numerator(), preferred);
    }

    /**
     * The whole parts of a total that was rounded itself.
     *
     * @param quotas exact, of any sign
     * @param total less than one unit from the sum of the quotas
     * @param preferred the order between equal remainders: positions into the quotas, all of them
     */
    public static List<BigInteger> split(List<Fraction> quotas, BigInteger total, List<Integer> preferred) {
        List<BigInteger> parts = new ArrayList<>();
        BigInteger given = BigInteger.ZERO;
        for (Fraction quota : quotas) {
            BigInteger whole = quota.floor();
            parts.add(whole);
            given = given.add(whole);
        }
        int missing = total.subtract(given).intValueExact();
        List<Integer> order = new ArrayList<>(preferred);
        order.sort(Comparator.comparing((Integer position) -> remainder(quotas.get(position)))
                .reversed());
        for (Integer position : order.subList(0, missing)) {
            parts.set(position, parts.get(position).add(BigInteger.ONE));
        }
        return parts;
    }

    private static Fraction remainder(Fraction quota) {
        return quota.minus(new Fraction(quota.floor(), BigInteger.ONE));
    }
}
