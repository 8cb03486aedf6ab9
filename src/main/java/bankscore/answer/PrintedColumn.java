package bankscore.answer;

import bankscore.exact.Fraction;
import bankscore.exact.LargestRemainder;
import bankscore.exact.Money;
import bankscore.exact.Rounding;
import java.math.BigInteger;
import java.util.List;
import java.util.stream.IntStream;

/**
 * A column of amounts as papers for leaders print it: in 万元 with two decimals, to 100 元, so that the printed amounts add
 * up to the printed total (最大余额法). Example: 0.335, 0.335 and 0.335 of 1.005 print as 0.34, 0.34, 0.33 of 1.01.
 *
 * @param cells the printed amounts, in the order given
 * @param total their sum: the exact total, rounded half up
 */
public record PrintedColumn(List<Money> cells, Money total) {

    private static final Rounding CENTS = new Rounding(2, Rounding.Mode.HALF_UP, "");
    /** 0.01 万元 in fen. */
    private static final BigInteger UNIT = BigInteger.valueOf(10_000);

    public PrintedColumn {
        cells = List.copyOf(cells);
    }

    /** The column of these amounts; of equal remainders the first goes first. */
    public static PrintedColumn of(List<Money> exact) {
        Money total = rounded(Money.sum(exact));
        List<Money> cells = LargestRemainder.split(
                        exact.stream()
                                .map(amount -> new Fraction(amount.fen(), UNIT))
                                .toList(),
                        total.fen().divide(UNIT),
                        IntStream.range(0, exact.size()).boxed().toList())
                .stream()
                .map(units -> new Money(units.multiply(UNIT)))
                .toList();
        return new PrintedColumn(cells, total);
    }

    /** One amount by itself, rounded half up. */
    public static Money rounded(Money exact) {
        return Money.ofWan(CENTS.round(exact.wan()));
    }

    /** Whether an amount is printed otherwise than rounded by itself (尾差). */
    public static boolean odd(Money printed, Money exact) {
        return !printed.equals(rounded(exact));
    }
}
