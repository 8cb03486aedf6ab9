package bankscore.subsidy.decide.cap;

import java.math.BigInteger;
import java.util.Arrays;

/**
 * Shares out what is left of a budget (subsidy.md#pro-rata): each line gets its amount × left ÷ sum, down to one fen; the fen
 * that are missing go one each to the largest remainders, the first in the decided order where they are equal.
 */
final class ProRata {

    private ProRata() {}

    /**
     * What each line gets; never more than its amount.
     *
     * @param amounts in fen, none negative, in decided order
     * @param left in fen
     */
    static long[] cut(long[] amounts, long left) {
        BigInteger sum = BigInteger.ZERO;
        for (long amount : amounts) {
            sum = sum.add(BigInteger.valueOf(amount));
        }
        BigInteger quota = BigInteger.valueOf(Math.max(0, left));
        if (sum.compareTo(quota) <= 0) {
            return amounts.clone();
        }
        long[] parts = new long[amounts.length];
        long[] remainders = new long[amounts.length];
        long missing = quota.longValueExact();
        for (int i = 0; i < amounts.length; i++) {
            BigInteger[] both = BigInteger.valueOf(amounts[i]).multiply(quota).divideAndRemainder(sum);
            parts[i] = both[0].longValueExact();
            remainders[i] = both[1].longValueExact();
            missing -= parts[i];
        }
        if (missing > 0) {
            give(parts, remainders, (int) missing);
        }
        return parts;
    }

    /** Those above the least remainder that still gets a fen get theirs; of those equal to it the first. */
    private static void give(long[] parts, long[] remainders, int missing) {
        long[] sorted = remainders.clone();
        Arrays.sort(sorted);
        long least = sorted[sorted.length - missing];
        int equal = missing
                - (int) Arrays.stream(remainders).filter(each -> each > least).count();
        for (int i = 0; i < parts.length; i++) {
            boolean gets = remainders[i] > least || (remainders[i] == least && equal-- > 0);
            parts[i] += gets ? 1 : 0;
        }
    }
}
