package bankscore.paper;

import bankscore.answer.PrintedColumn;
import bankscore.answer.PrintedNumber;
import bankscore.exact.Fraction;
import bankscore.exact.Money;
import bankscore.exact.Rounding;
import bankscore.finding.Words;

/** Amounts in running text: two decimals, and never 0.00 for what is not nothing. */
public final class AmountSentence {

    private static final Rounding TWO = new Rounding(2, Rounding.Mode.HALF_UP, "");
    private static final Fraction WAN_OF_A_YI = Fraction.of(10_000);

    private AmountSentence() {}

    /** In 亿元, or in 万元 where it is less than one. */
    public static String text(Money amount, Words words) {
        return amount.wan().abs().isLess(WAN_OF_A_YI) ? wan(amount, words) : yi(amount, words);
    }

    /** In 亿元. */
    public static String yi(Money amount, Words words) {
        Fraction yi = TWO.round(amount.wan().dividedBy(WAN_OF_A_YI));
        return yi.isPositive() || amount.isZero()
                ? words.text("letter.yi", "amount", PrintedNumber.rounded(yi, TWO))
                : words.text("letter.yi.less");
    }

    /** In 万元. */
    public static String wan(Money amount, Words words) {
        Money printed = PrintedColumn.rounded(amount);
        return printed.isPositive() || amount.isZero()
                ? words.text("letter.wan", "amount", PrintedNumber.money(printed))
                : words.text("letter.wan.less");
    }
}
