package bankscore.contribution.papers;

import bankscore.answer.PrintedNumber;
import bankscore.contribution.judge.PrintedFund;
import bankscore.contribution.score.ScoreCard;
import bankscore.exact.Fraction;
import bankscore.exact.Money;
import bankscore.exact.Rounding;
import bankscore.finding.Words;
import bankscore.paper.page.PageParts.Bar;
import bankscore.paper.page.PageParts.Chart;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * The page's bars, by rank, with their values beside them, so that nothing has to be read off an axis or told by colour. Of
 * more banks than anybody can compare, the first and the last ones.
 */
final class PageCharts {

    private static final int MOST = 30;
    private static final int AT_EITHER_END = 10;
    private static final long BAR_WIDTH = 540;
    private static final int BARS_FROM = 180;
    private static final int STEP = 28;
    private static final int PAIRED_STEP = 18;
    private static final Rounding DRAWN = Rounding.halfUp(1, "");

    private final Words words;
    private final Rounding points;

    /** @param points how totals are printed */
    PageCharts(Words words, Rounding points) {
        this.words = words;
        this.points = points;
    }

    /** The totals. */
    Chart totals(List<ScoreCard> ranked) {
        Fraction most = most(ranked, card -> Stream.of(card.total()));
        List<Bar> bars = new ArrayList<>();
        int place = 0;
        for (ScoreCard card : shown(ranked)) {
            int top = place++ * STEP + gap(place, ranked) + 4;
            String total = PrintedNumber.rounded(card.total(), points);
            bars.add(bar(
                    "total",
                    card.bank().label(),
                    total,
                    words.text("page.chart.label", "bank", card.bank().name(), "total", total),
                    top,
                    15,
                    card.total(),
                    most));
        }
        return chart(820, place * STEP + gap(place, ranked) + 8, bars, ranked);
    }

    /** Two bars a bank: what it holds and what it is to hold. */
    Chart of(PrintedFund fund) {
        List<PrintedFund.Row> rows = fund.rows();
        Fraction most =
                most(rows, row -> Stream.of(row.current().wan(), row.target().wan()));
        List<Bar> bars = new ArrayList<>();
        int place = 0;
        for (PrintedFund.Row row : shown(rows)) {
            int top = 2 * place++ * PAIRED_STEP + gap(place, rows) + 4;
            String bank = row.exact().bank().label();
            bars.add(amount("current", bank, bank, row.current(), most, top));
            bars.add(amount("target", "", bank, row.target(), most, top + PAIRED_STEP - 4));
        }
        return chart(860, 2 * place * PAIRED_STEP + gap(place, rows) + 8, bars, rows);
    }

    private Bar amount(String kind, String label, String bank, Money amount, Fraction most, int top) {
        String value = PrintedNumber.money(amount);
        String name = words.text("letter.table." + kind);
        return bar(
                kind,
                label,
                words.text("page.plan.bar.value", "kind", words.text("page.plan.bar." + kind), "amount", value),
                words.text("page.plan.bar", "bank", bank, "kind", name, "amount", value),
                top,
                11,
                amount.wan(),
                most);
    }

    /** @param down from the top of the bar to the foot of its text */
    private static Bar bar(
            String kind, String label, String value, String title, int top, int down, Fraction size, Fraction most) {
        Fraction width = most.isPositive()
                ? size.max(Fraction.ZERO).times(Fraction.of(BAR_WIDTH)).dividedBy(most)
                : Fraction.ZERO;
        return new Bar(
                kind,
                label,
                value,
                title,
                Integer.toString(top),
                Integer.toString(top + down),
                DRAWN.text(width),
                DRAWN.text(width.plus(Fraction.of(BARS_FROM + 8L))));
    }

    private Chart chart(int width, int height, List<Bar> bars, List<?> all) {
        return new Chart(
                "0 0 " + width + " " + height,
                bars,
                isCut(all) ? words.text("page.chart.cut", "count", all.size(), "ends", AT_EITHER_END) : "");
    }

    private static <T> Fraction most(List<T> all, Function<T, Stream<Fraction>> sizes) {
        return shown(all).stream().flatMap(sizes).reduce(Fraction.ZERO, Fraction::max);
    }

    private static boolean isCut(List<?> all) {
        return all.size() > MOST;
    }

    private static <T> List<T> shown(List<T> all) {
        return isCut(all)
                ? Stream.of(all.subList(0, AT_EITHER_END), all.subList(all.size() - AT_EITHER_END, all.size()))
                        .flatMap(List::stream)
                        .toList()
                : all;
    }

    /** Where banks are left out there is a gap before the so-manieth bar. */
    private static int gap(int place, List<?> all) {
        return isCut(all) && place > AT_EITHER_END ? STEP : 0;
    }
}
