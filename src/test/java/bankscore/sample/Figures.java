package bankscore.sample;

import bankscore.sample.SampleBank.Course;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;

/** What a bank reports in a quarter: balances at its end, and sums since January. Amounts in 万元. */
final class Figures {
    private static final List<Integer> STOCK_PATH = List.of(2_900, 5_600, 7_900, 10_000);
    private static final List<Integer> SUM_PATH = List.of(2_400, 5_100, 7_700, 10_000);
    private static final List<Integer> NEWCOMER_PATH = List.of(0, 600, 4_200, 10_000);
    private static final long FEN_PER_WAN = 1_000_000;

    private final SampleBank bank;
    private final SampleQuarter quarter;

    Figures(SampleBank bank, SampleQuarter quarter) {
        this.bank = bank;
        this.quarter = quarter;
    }

    BigDecimal deposits() {
        if (bank.loanToDeposit() == 0) {
            return hundredths(0);
        }
        int basisPoints = bank.loanToDeposit() * 100 + dice("deposits").between(-120, 120);
        return loans().multiply(BigDecimal.valueOf(10_000))
                .divide(BigDecimal.valueOf(basisPoints), 2, RoundingMode.DOWN);
    }

    BigDecimal loansOpening() {
        return opening("loans", bank.loans());
    }

    BigDecimal loans() {
        return closing("loans", bank.loans());
    }

    BigDecimal smeOpening() {
        return opening("sme", bank.sme());
    }

    BigDecimal sme() {
        return closing("sme", bank.sme());
    }

    BigDecimal industrialOpening() {
        return opening("industrial", bank.industrial());
    }

    BigDecimal industrial() {
        return closing("industrial", bank.industrial());
    }

    /** Tax since January in 元, to the 分. One bank pays 3000 万元 in the year, to the 分. */
    BigDecimal taxInYuan() {
        long fen = bank.tax() * FEN_PER_WAN * path(SUM_PATH, 150) / 10_000;
        boolean exact = quarter.annual() && bank.is(SampleBank.TAX_ON_A_BOUND);
        return BigDecimal.valueOf(exact || fen == 0 ? fen : fen + dice("tax").below(990_000), 2);
    }

    BigDecimal platformAmount() {
        long amount = bank.platform() * 100L * path(SUM_PATH, 150) / 10_000;
        return hundredths(amount == 0 ? 0 : amount + dice("platform").below(9_000));
    }

    /** Loans made through the platform since January; a bank's usual loan does not change in the year. */
    int platformCount() {
        BigDecimal usualLoan =
                BigDecimal.valueOf(Dice.of("usual loan", bank.code()).between(95, 260));
        return platformAmount().divide(usualLoan, 0, RoundingMode.UP).intValueExact();
    }

    private BigDecimal opening(String subject, Course course) {
        return hundredths(openingHundredths(subject, course));
    }

    private BigDecimal closing(String subject, Course course) {
        long gain = (course.closing() - course.opening()) * 100L * path(STOCK_PATH, 300) / 10_000;
        long crumbs = course.closing() == 0 || gain == 0 ? 0 : dice(subject).below(Math.min(10_000, course.closing()));
        return hundredths(openingHundredths(subject, course) + gain + crumbs);
    }

    /** A year begins with what the one before ended with. */
    private long openingHundredths(String subject, Course course) {
        if (quarter == SampleQuarter.NEXT) {
            return new Figures(bank, SampleQuarter.FOURTH)
                    .closing(subject, course)
                    .movePointRight(2)
                    .longValueExact();
        }
        return course.opening() * 100L
                + Dice.of(subject, "opening", bank.code()).below(Math.min(10_000, course.opening()));
    }

    /** How much of the year's course is behind, in 1/10000; every bank has its own pace until December. */
    private int path(List<Integer> usual, int spread) {
        if (bank.is(SampleBank.NEWCOMER) && quarter != SampleQuarter.NEXT) {
            return quarter.pick(NEWCOMER_PATH);
        }
        int pace = quarter.annual() ? 0 : dice("pace").between(-spread, spread);
        return quarter.pick(usual) + pace;
    }

    private Dice dice(String subject) {
        return Dice.of(subject, bank.code(), quarter.period());
    }

    private static BigDecimal hundredths(long amount) {
        return BigDecimal.valueOf(amount, 2);
    }
}
