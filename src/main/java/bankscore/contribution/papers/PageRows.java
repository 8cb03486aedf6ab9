package bankscore.contribution.papers;

import bankscore.answer.PrintedColumn;
import bankscore.answer.PrintedNumber;
import bankscore.contribution.judge.PrintedFund;
import bankscore.contribution.judge.Report;
import bankscore.contribution.papers.PageModel.BankView;
import bankscore.contribution.papers.PageModel.Exact;
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
import bankscore.contribution.score.Assessment;
import bankscore.contribution.score.ScoreCard;
import bankscore.contribution.score.ScoreLine;
import bankscore.exact.Money;
import bankscore.finding.Words;
import bankscore.paper.page.PageParts.Chart;
import bankscore.rule.Mark;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The rows of the page: a bank with its points, a fund with its banks and transfers. */
final class PageRows {

    /** So many rows fit on a sheet. */
    private static final int ON_A_SHEET = 22;

    private final Report report;
    private final Words words;
    private final PlacingSentence placing;
    private final PageCharts charts;
    private final Assessment of;
    private final String prefix;
    private final List<ScoreCard> ranked;

    /**
     * The rows of an assessment, of all banks or of a fund.
     *
     * @param prefix what the ids of its banks begin with
     */
    PageRows(Report report, Assessment of, String prefix, Words words) {
        this.report = report;
        this.of = of;
        this.prefix = prefix;
        this.ranked = of.ranked();
        this.words = words;
        this.placing = new PlacingSentence(words, report.assessment().scheme());
        this.charts = new PageCharts(words, report.assessment().scheme().points());
    }

    BankView bank(ScoreCard card) {
        return new BankView(
                prefix + "bank-" + (ranked.indexOf(card) + 1),
                Integer.toString(card.rank()),
                card.bank().label(),
                card.bank().name(),
                total(card),
                card.sharePercent().toPlainString(),
                words.text(
                        of.fund().isPresent() ? "page.details.summary.fund" : "page.details.summary",
                        "fund",
                        of.fund().orElse(""),
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
                report.assessment().scheme().source().cited(line.item().clause()),
                report.argument(of, card.bank().code(), line.item().id()));
    }

    private String total(ScoreCard card) {
        return PrintedNumber.rounded(card.total(), report.assessment().scheme().points());
    }

    Chart chart() {
        return charts.totals(ranked);
    }

    /** A fund by rank: printed so that lines and columns add up, and to the fen. */
    FundView fund(FundPlan plan) {
        String name = plan.pool().fund();
        PrintedFund fund = PrintedFund.of(plan, report.assessment());
        List<List<Money>> printed = fund.rows().stream()
                .map(row -> columns(
                        row.current(),
                        PrintedColumn.rounded(row.exact().adjustment()),
                        row.target(),
                        row.now(),
                        row.atMaturity()))
                .toList();
        List<RowView> rows = new ArrayList<>();
        List<RowView> exact = new ArrayList<>();
        for (int i = 0; i < fund.rows().size(); i++) {
            PrintedFund.Row row = fund.rows().get(i);
            PlanRow own = row.exact();
            rows.add(row(row, printed.get(i).stream().map(PrintedNumber::money).toList(), note(row)));
            exact.add(row(
                    row,
                    columns(own.current(), own.adjustment(), own.target(), own.now(), own.atMaturity()).stream()
                            .map(PrintedNumber::yuan)
                            .toList(),
                    ""));
        }
        return new FundView(
                name,
                words.text("page.plan.caption", "fund", name, "pool", PrintedNumber.money(fund.pool())),
                rows.size() > ON_A_SHEET ? FundView.LONG : FundView.WHOLE,
                charts.of(fund),
                rows,
                sums(printed),
                notes(plan, fund),
                plan.adjustments().stream()
                        .map(each ->
                                AdjustmentSentence.say(each, report.quarter().roster(), words))
                        .toList(),
                new Exact(words.text("page.plan.exact", "fund", name), exact),
                new Transfers(
                        words.text("page.transfers", "fund", name),
                        plan.transfers().stream().map(this::transfer).toList()));
    }

    private static RowView row(PrintedFund.Row row, List<String> amounts, String note) {
        return new RowView(
                row.card().map(card -> Integer.toString(card.rank())).orElse(""),
                row.exact().bank().label(),
                amounts,
                note,
                row.exact().isWithdrawn() ? "withdrawn" : "");
    }

    private String note(PrintedFund.Row row) {
        String note = placing.note(words.text("note." + row.exact().note().name()), row.exact());
        return row.odd()
                ? Stream.of(note, words.text("page.plan.odd"))
                        .filter(each -> !each.isEmpty())
                        .collect(Collectors.joining(words.text("placed.join")))
                : note;
    }

    /** What is not placed or stays outside, and how equal claims were decided. */
    private List<String> notes(FundPlan plan, PrintedFund fund) {
        List<String> notes = new ArrayList<>();
        if (!plan.rule().moves()) {
            notes.add(words.text("page.plan.stays"));
        }
        if (fund.unplaced().isPositive()) {
            notes.add(words.text("page.plan.unplaced", "amount", PrintedNumber.money(fund.unplaced())));
        }
        notes.addAll(placing.ties(plan));
        if (!plan.outside().isEmpty()) {
            notes.add(outside(plan));
        }
        return notes;
    }

    /** What leaders changed stands between computed and target where they changed anything in any fund. */
    private List<Money> columns(Money current, Money adjustment, Money target, Money now, Money atMaturity) {
        List<Money> columns = new ArrayList<>(List.of(current));
        if (adjusted()) {
            columns.addAll(List.of(target.minus(adjustment), adjustment));
        }
        columns.addAll(List.of(target, target.minus(current), now, atMaturity));
        return columns;
    }

    private static List<String> sums(List<List<Money>> rows) {
        List<String> sums = new ArrayList<>();
        for (int i = 0; !rows.isEmpty() && i < rows.get(0).size(); i++) {
            int column = i;
            sums.add(PrintedNumber.money(
                    Money.sum(rows.stream().map(row -> row.get(column)).toList())));
        }
        return sums;
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
                                PrintedNumber.money(PrintedColumn.rounded(stays.current()))))
                        .collect(Collectors.joining(words.text("letter.join"))));
    }

    private TransferView transfer(Transfer transfer) {
        String when = transfer.atMaturity() ? "page.transfer.maturity" : "page.transfer.now";
        return new TransferView(
                bank(transfer.from(), "page.transfer.new"),
                bank(transfer.to(), "page.transfer.less"),
                PrintedNumber.yuan(transfer.amount()),
                transfer.date()
                        .map(date -> words.text("page.transfer.maturity.date", "date", words.date(date)))
                        .orElseGet(() -> words.text(when)));
    }

    private String bank(String code, String outside) {
        return code.equals(Transfer.OUTSIDE)
                ? words.text(outside)
                : report.quarter().roster().label(code);
    }
}
