package bankscore.contribution.papers;

import bankscore.answer.PrintedColumn;
import bankscore.answer.PrintedNumber;
import bankscore.contribution.judge.Report;
import bankscore.contribution.papers.PageModel.PlanView;
import bankscore.contribution.papers.PageModel.Ranking;
import bankscore.contribution.place.FundPlan;
import bankscore.contribution.place.Plan;
import bankscore.contribution.place.PlanRow;
import bankscore.contribution.say.GroupSentence;
import bankscore.contribution.say.LateSentence;
import bankscore.contribution.say.QuartersSentence;
import bankscore.contribution.say.ReferenceSentence;
import bankscore.contribution.scheme.Excluded;
import bankscore.contribution.scheme.Item;
import bankscore.contribution.score.Assessment;
import bankscore.contribution.score.ScoreCard;
import bankscore.exact.Money;
import bankscore.facts.Subject;
import bankscore.finding.Level;
import bankscore.finding.PrintedFinding;
import bankscore.finding.Words;
import bankscore.paper.ApprovalSentence;
import bankscore.paper.page.PageFile;
import bankscore.paper.page.PageParts;
import bankscore.paper.page.PageParts.Card;
import bankscore.paper.page.PageParts.Head;
import bankscore.paper.page.PageParts.MarkView;
import bankscore.paper.page.PageParts.Named;
import bankscore.paper.page.PageParts.Summary;
import bankscore.rule.BenchmarkValue;
import bankscore.rule.Mark;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Puts the page's text together. */
final class PageMaker {

    private final Report report;
    private final Words words;
    private final List<Assessment> parts;
    private final PageRows rows;

    private PageMaker(Report report, Words words) {
        this.report = report;
        this.words = words;
        this.parts = report.assessment().parts();
        this.rows = new PageRows(report, report.assessment(), "", words);
    }

    static PageModel of(Report report, Words words) {
        return new PageMaker(report, words).make();
    }

    private PageModel make() {
        return new PageModel(
                head(),
                new Summary(cards(), notices()),
                PageExecution.of(report, words),
                rankings(),
                excluded(),
                plan(),
                Arrays.stream(Mark.values())
                        .map(mark -> new MarkView(
                                mark.word(),
                                words.text("mark." + mark.name()),
                                words.text("mark." + mark.name() + ".meaning")))
                        .toList(),
                PageParts.findings(report.findings(), words),
                PageParts.run(
                        report.assessment().scheme().source().document(),
                        report.assessment().scheme().title() + " "
                                + report.assessment().scheme().id(),
                        report.run(),
                        words));
    }

    private Head head() {
        return PageFile.head(
                words.text(
                        report.binding() ? "page.title" : "page.title.interim",
                        "jurisdiction",
                        report.run().jurisdiction(),
                        "period",
                        report.period(words)),
                words.text("status." + report.kind()),
                words.text(
                        "page.facts",
                        "office",
                        report.run().bureau(),
                        "period",
                        report.period(words),
                        "revision",
                        report.run().revision()),
                ApprovalSentence.of(report.approval(), report.run().revision(), words)
                        .orElse(""),
                report.run(),
                words);
    }

    private List<Ranking> rankings() {
        List<Ranking> rankings = new ArrayList<>();
        for (Assessment part : parts) {
            boolean first = rankings.isEmpty();
            String number = first ? "" : "-" + (rankings.size() + 1);
            PageRows own = new PageRows(
                    report, part, part.fund().isPresent() ? "fund-" + (rankings.size() + 1) + "-" : "", words);
            rankings.add(new Ranking(
                    part.fund().orElse(""),
                    "ranking-table" + number,
                    part.scheme().items().stream().map(Item::name).toList(),
                    part.ranked().stream().map(own::bank).toList(),
                    Stream.of(
                                    sharedRanks(part),
                                    absent(part),
                                    first ? benchmarks() : Stream.<String>empty(),
                                    first ? new QuartersSentence(words).all(report).stream() : Stream.<String>empty(),
                                    first ? late() : Stream.<String>empty())
                            .flatMap(each -> each)
                            .toList(),
                    own.chart()));
        }
        return rankings;
    }

    /** The figures that were not sent and are those of earlier periods. */
    private Stream<String> late() {
        return new LateSentence(words).all(report.quarter().facts(), column -> report.column(column, words)).stream();
    }

    private List<Named> excluded() {
        return report.assessment().excluded().stream()
                .map(other -> new Named(
                        other.bank().name(),
                        words.text("excluded." + other.reason().name(), "detail", detail(other))))
                .toList();
    }

    private Stream<String> benchmarks() {
        return report.assessment().benchmarks().stream().flatMap(this::benchmark);
    }

    /** Who does not bid for a fund. */
    private Stream<String> absent(Assessment part) {
        List<Subject> absent = part.absent(report.assessment());
        return absent.isEmpty()
                ? Stream.empty()
                : Stream.of(words.text(
                        "page.ranking.absent",
                        "banks",
                        absent.stream().map(Subject::label).collect(Collectors.joining(words.text("letter.join")))));
    }

    /** One line for all of them. */
    private Stream<String> sharedRanks(Assessment part) {
        return Stream.of(part.rankings().stream()
                        .flatMap(cards -> cards.stream()
                                .collect(Collectors.groupingBy(ScoreCard::rank, TreeMap::new, Collectors.toList()))
                                .values()
                                .stream())
                        .filter(equal -> equal.size() > 1)
                        .map(equal -> words.text(
                                "page.ranking.shared",
                                "rank",
                                equal.get(0).rank(),
                                "count",
                                equal.size(),
                                "banks",
                                equal.stream()
                                        .map(card -> card.bank().label())
                                        .collect(Collectors.joining(words.text("letter.join")))))
                        .collect(Collectors.joining()))
                .filter(line -> !line.isEmpty());
    }

    /** The opening date as papers write it. */
    private String detail(Excluded other) {
        return other.bank()
                .opened()
                .filter(day -> other.reason() == Excluded.Reason.TOO_NEW)
                .map(words::date)
                .orElse(other.detail());
    }

    private PlanView plan() {
        return new PlanView(
                words.text(report.binding() ? "page.plan" : "page.plan.simulated"),
                (rows.adjusted()
                                ? Stream.of("current", "computed", "adjustment", "target", "change", "now", "maturity")
                                : Stream.of("current", "target", "change", "now", "maturity"))
                        .map(head -> words.text("letter.table." + head))
                        .toList(),
                report.placement().funds().stream().map(rows::fund).toList());
    }

    private List<Card> cards() {
        List<Card> cards = new ArrayList<>();
        cards.add(card(
                "banks",
                words.text(
                        "page.summary.banks.value",
                        "count",
                        report.assessment().cards().size())));
        cards.add(card("top", parts.stream().map(this::first).collect(Collectors.joining(words.text("placed.join")))));
        if (report.placement() instanceof Plan plan) {
            cards.add(amount("pool", plan, fund -> fund.pool().amount()));
            cards.add(amount("now", plan, fund -> fund.moved(false)));
            cards.add(card("withdrawn", withdrawn(plan)));
        }
        cards.add(card(
                "review",
                words.text(
                        "page.summary.review.value", "count", PrintedFinding.count(report.findings(), Level.REVIEW))));
        return cards;
    }

    /** Who is first, of a fund with its name. */
    private String first(Assessment part) {
        String banks = part.ranked().stream()
                .filter(first -> first.rank() == 1)
                .map(first -> first.bank().label())
                .collect(Collectors.joining(words.text("letter.join")));
        return part.fund()
                .map(fund -> words.text(
                        "page.summary.top.fund",
                        "fund",
                        fund,
                        "banks",
                        banks.isEmpty() ? words.text("page.summary.none") : banks))
                .orElse(banks);
    }

    private Card card(String key, String text) {
        return new Card(words.text("page.summary." + key), text, "");
    }

    private Card amount(String key, Plan plan, Function<FundPlan, Money> ofFund) {
        Money exact = Money.sum(plan.funds().stream().map(ofFund).toList());
        return new Card(
                words.text("page.summary." + key),
                PrintedNumber.money(PrintedColumn.rounded(exact)),
                words.text("page.summary.exact", "amount", PrintedNumber.yuan(exact)));
    }

    private String withdrawn(Plan plan) {
        String banks = plan.funds().stream()
                .flatMap(fund -> fund.rows().stream())
                .filter(PlanRow::isWithdrawn)
                .map(row -> row.bank().label())
                .distinct()
                .collect(Collectors.joining(words.text("letter.join")));
        return banks.isEmpty() ? words.text("page.summary.none") : banks;
    }

    private List<String> notices() {
        List<String> notices = new ArrayList<>();
        if (!report.binding()) {
            notices.add(words.text("page.simulated"));
        }
        if (!report.assessment().unbid().isEmpty()) {
            notices.add(words.text(
                    "page.unbid",
                    "funds",
                    String.join(words.text("letter.join"), report.assessment().unbid())));
        }
        notices.addAll(new GroupSentence(words).all(report.assessment()));
        List<String> assumed = report.assessment().scheme().items().stream()
                .filter(item -> item.mark() == Mark.ASSUMED)
                .map(Item::name)
                .toList();
        if (!assumed.isEmpty()) {
            notices.add(words.text(
                    "page.assumed", "count", assumed.size(), "items", String.join(words.text("letter.join"), assumed)));
        }
        return notices;
    }

    private Stream<String> benchmark(BenchmarkValue benchmark) {
        return ReferenceSentence.valueOf(benchmark, report.assessment().scheme()).stream()
                .map(value -> words.text(
                        benchmark.published() ? "page.benchmark.published" : "page.benchmark.computed",
                        "name",
                        ReferenceSentence.nameOf(benchmark, words),
                        "value",
                        value,
                        "count",
                        benchmark.banks().size()));
    }
}
