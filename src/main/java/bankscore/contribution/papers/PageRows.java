package bankscore.contribution.papers;

import bankscore.answer.PrintedNumber;
import bankscore.contribution.judge.Report;
import bankscore.contribution.papers.PageModel.BankView;
import bankscore.contribution.papers.PageModel.Bar;
import bankscore.contribution.papers.PageModel.Chart;
import bankscore.contribution.papers.PageModel.FundView;
import bankscore.contribution.papers.PageModel.LineView;
import bankscore.contribution.papers.PageModel.RowView;
import bankscore.contribution.papers.PageModel.TransferView;
import bankscore.contribution.papers.PageModel.Transfers;
import bankscore.contribution.place.FundPlan;
import bankscore.contribution.place.PlanRow;
import bankscore.contribution.place.Transfer;
import bankscore.contribution.say.AdjustmentSentence;
import bankscore.contribution.say.PlacingSentence;
import bankscore.contribution.score.ScoreCard;
import bankscore.contribution.score.ScoreLine;
import bankscore.exact.Fraction;
import bankscore.exact.Money;
import bankscore.exact.Rounding;
import bankscore.finding.Words;
import bankscore.rule.Mark;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The rows of the page: a bank with its points, a fund with its banks and transfers, and the bars of both. */
final class PageRows {

    private static final long BAR_WIDTH = 560;
    private static final int BAR_STEP = 28;
    private static final int PAIRED_STEP = 18;
    private static final int BARS_FROM = 180;
    private static final Rounding DRAWN = Rounding.halfUp(1, "");

    private final Report report;
    private final Words words;
    private final PlacingSentence placing;
    private final List<ScoreCard> ranked;

    /** @param ranked the banks by rank */
    PageRows(Report report, List<ScoreCard> ranked, Words words) {
        this.report = report;
        this.ranked = ranked;
        this.words = words;
        this.placing = new PlacingSentence(words, report.assessment().scheme());
    }

    BankView bank(ScoreCard card) {
        return new BankView(
                "bank-" + (ranked.indexOf(card) + 1),
                Integer.toString(card.rank()),
                card.bank().label(),
                card.bank().name(),
                total(card),
                card.sharePercent().toPlainString(),
                words.text(
                        "page.details.summary",
                        "bank",
                        card.bank().label(),
                        "rank",
                        card.rank(),
                        "total",
                        total(card),
                        "share",
                        card.sharePercent().toPlainString()),
                card.lines().stream().map(line -> line(card, line)).toList());
    }

    private LineView line(ScoreCard card, ScoreLine line) {
        Mark mark = line.item().mark();
        return new LineView(
                line.item().name(),
                PrintedNumber.rounded(line.points(), line.rounding()),
                words.text("mark." + mark.name()),
                mark.word(),
                line.item().clause(),
                report.argument(card.bank().code(), line.item().id()));
    }

    private String total(ScoreCard card) {
        return PrintedNumber.rounded(card.total(), report.assessment().scheme().points());
    }

    Chart chart() {
        Fraction most = ranked.stream().map(ScoreCard::total).reduce(Fraction.ZERO, Fraction::max);
        List<Bar> bars = new ArrayList<>();
        for (ScoreCard card : ranked) {
            Fraction width = most.isPositive()
                    ? card.total()
                            .max(Fraction.ZERO)
                            .times(Fraction.of(BAR_WIDTH))
                            .dividedBy(most)
                    : Fraction.ZERO;
            int top = bars.size() * BAR_STEP + 4;
            bars.add(new Bar(
                    "total",
                    card.bank().label(),
                    total(card),
                    words.text("page.chart.label", "bank", card.bank().name(), "total", total(card)),
                    Integer.toString(top),
                    Integer.toString(top + 15),
                    DRAWN.text(width),
                    DRAWN.text(width.plus(Fraction.of(BARS_FROM + 8L)))));
        }
        return new Chart("0 0 820 " + (bars.size() * BAR_STEP + 8), bars);
    }

    /** Two bars a bank: what it holds and what it is to hold. */
    private Chart chart(FundPlan fund) {
        Fraction most = fund.rows().stream()
                .flatMap(row -> Stream.of(row.current(), row.target()))
                .map(Money::wan)
                .reduce(Fraction.ZERO, Fraction::max);
        List<Bar> bars = new ArrayList<>();
        for (PlanRow row : fund.rows()) {
            String bank = row.bank().label();
            bars.add(bar("current", bank, bank, row.current(), most, bars.size()));
            bars.add(bar("target", "", bank, row.target(), most, bars.size()));
        }
        return new Chart("0 0 860 " + (bars.size() * PAIRED_STEP + 8), bars);
    }

    private Bar bar(String kind, String label, String bank, Money amount, Fraction most, int place) {
        Fraction width = most.isPositive()
                ? amount.wan().max(Fraction.ZERO).times(Fraction.of(BAR_WIDTH)).dividedBy(most)
                : Fraction.ZERO;
        int top = place * PAIRED_STEP + (place % 2 == 0 ? 4 : 0);
        return new Bar(
                kind,
                label,
                PrintedNumber.money(amount),
                words.text(
                        "page.plan.bar",
                        "bank",
                        bank,
                        "kind",
                        words.text("letter.table." + kind),
                        "amount",
                        PrintedNumber.money(amount)),
                Integer.toString(top),
                Integer.toString(top + 11),
                DRAWN.text(width),
                DRAWN.text(width.plus(Fraction.of(BARS_FROM + 8L))));
    }

    FundView fund(FundPlan fund) {
        String name = fund.pool().fund();
        return new FundView(
                name,
                words.text(
                        "page.plan.caption",
                        "fund",
                        name,
                        "pool",
                        PrintedNumber.money(fund.pool().amount()),
                        "unplaced",
                        PrintedNumber.money(fund.unplaced())),
                chart(fund),
                fund.rows().stream()
                        .map(row -> new RowView(
                                row.bank().label(),
                                amounts(row.current(), row.computed(), row.target(), row.now(), row.atMaturity()),
                                placing.note(words.text("note." + row.note().name()), row)))
                        .toList(),
                amounts(fund.current(), fund.computed(), fund.target(), fund.now(), fund.atMaturity()),
                fund.adjustments().stream()
                        .map(each ->
                                AdjustmentSentence.say(each, report.quarter().roster(), words))
                        .toList(),
                fund.outside().isEmpty() ? "" : outside(fund),
                new Transfers(
                        words.text("page.transfers", "fund", name),
                        fund.transfers().stream().map(this::transfer).toList()));
    }

    private List<String> amounts(Money current, Money computed, Money target, Money now, Money atMaturity) {
        List<Money> amounts = new ArrayList<>(List.of(current));
        if (adjusted()) {
            amounts.add(computed);
            amounts.add(target.minus(computed));
        }
        amounts.addAll(List.of(target, target.minus(current), now, atMaturity));
        return amounts.stream().map(PrintedNumber::money).toList();
    }

    boolean adjusted() {
        return report.placement().adjusted();
    }

    private String outside(FundPlan fund) {
        return words.text(
                "letter.plan.outside",
                "banks",
                fund.outside().stream()
                        .map(stays -> words.text(
                                "letter.bank.money",
                                "bank",
                                stays.bank().label(),
                                "amount",
                                PrintedNumber.money(stays.current())))
                        .collect(Collectors.joining(words.text("letter.join"))));
    }

    private TransferView transfer(Transfer transfer) {
        String when = transfer.atMaturity() ? "page.transfer.maturity" : "page.transfer.now";
        return new TransferView(
                bank(transfer.from(), "page.transfer.new"),
                bank(transfer.to(), "page.transfer.less"),
                PrintedNumber.money(transfer.amount()),
                transfer.date()
                        .map(date -> words.text("page.transfer.maturity.date", "date", date))
                        .orElseGet(() -> words.text(when)));
    }

    private String bank(String code, String outside) {
        return code.equals(Transfer.OUTSIDE)
                ? words.text(outside)
                : report.quarter().roster().label(code);
    }
}
