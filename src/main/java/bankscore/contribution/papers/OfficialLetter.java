package bankscore.contribution.papers;

import bankscore.answer.PrintedColumn;
import bankscore.answer.PrintedNumber;
import bankscore.contribution.allocation.ByTotal;
import bankscore.contribution.judge.PrintedFund;
import bankscore.contribution.judge.Report;
import bankscore.contribution.place.FundPlan;
import bankscore.contribution.say.GroupSentence;
import bankscore.contribution.say.LateSentence;
import bankscore.contribution.say.PlacingSentence;
import bankscore.contribution.say.QuartersSentence;
import bankscore.contribution.say.ReferenceSentence;
import bankscore.contribution.scheme.Excluded;
import bankscore.contribution.scheme.Item;
import bankscore.contribution.scheme.Scheme;
import bankscore.contribution.score.Assessment;
import bankscore.contribution.score.ScoreCard;
import bankscore.exact.Money;
import bankscore.finding.Level;
import bankscore.finding.PrintedFinding;
import bankscore.finding.Words;
import bankscore.office.Letterhead;
import bankscore.paper.ApprovalSentence;
import bankscore.paper.letter.LetterParts;
import bankscore.paper.letter.LetterSheet;
import bankscore.paper.letter.LetterSheet.Style;
import bankscore.paper.letter.LetterTable;
import bankscore.paper.letter.LetterTable.Column;
import bankscore.paper.letter.LetterTable.Kind;
import bankscore.paper.letter.LetterTable.Name;
import bankscore.rule.BenchmarkValue;
import bankscore.rule.Mark;
import bankscore.rule.Source;
import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * The letter to the city government: a request (请示) with the plan as its annex where a cycle ends, in the fourth quarter
 * as a rule, and a report on monitoring elsewhere. A withdrawal is requested by a letter of its own ({@link WithdrawalLetter}).
 *
 * <p>It is a draft for review without a red head; the office adds number, signatory and date.
 */
public final class OfficialLetter {

    /** Ranks that the text names, and how many banks of one rank. */
    private static final int NAMED = 3;

    private final Report report;
    private final Letterhead letterhead;
    private final Words words;
    private final LetterSheet sheet;
    private final LetterText text;
    private final LetterParts parts;
    private final PlacingSentence placing;
    private final Annexes annexes;

    private OfficialLetter(Report report, Letterhead letterhead, Words words, LetterSheet sheet, LetterText text) {
        this.report = report;
        this.letterhead = letterhead;
        this.words = words;
        this.sheet = sheet;
        this.text = text;
        this.parts = text.parts(sheet);
        this.placing = new PlacingSentence(words, report.assessment().scheme());
        this.annexes = new Annexes(report, words, text, sheet);
    }

    /** Writes the letter. */
    public static void write(Report report, Letterhead letterhead, Words words, Path file) throws IOException {
        LetterText text = new LetterText(report, letterhead, words);
        text.file(title(text))
                .write(file, words, sheet -> new OfficialLetter(report, letterhead, words, sheet, text).write());
    }

    private void write() {
        parts.head(
                letterhead.number(),
                title(text),
                text.open(),
                ApprovalSentence.of(report.approval(), report.run().revision(), words));
        opening();
        report.execution()
                .ifPresent(execution -> new ExecutionSection(report, execution, words, text).write(parts, sheet));
        basis();
        result();
        plan();
        withdrawal();
        parts.close(text.say("letter." + text.kind() + ".closing"), annexes.titles());
        boolean wide = annexes.write();
        sheet.paragraph(Style.FINE_PRINT, text.verification());
        sheet.endDocument(wide);
    }

    private static List<String> title(LetterText text) {
        return List.of(text.say("letter." + text.kind() + ".title.1"), text.say("letter." + text.kind() + ".title.2"));
    }

    private void opening() {
        Source source = report.assessment().scheme().source();
        String number = source.number().isEmpty()
                ? source.issued()
                        .map(day -> text.say("letter.document.issued", "date", text.date(day)))
                        .orElse("")
                : text.say("letter.document.number", "number", source.number());
        parts.body(text.say(
                "letter." + text.kind() + ".opening",
                "document",
                source.document(),
                "number",
                number,
                "clauses",
                text.clauses(source.clauses().stream().map(source::cited).toList())));
    }

    private void basis() {
        Scheme scheme = report.assessment().scheme();
        parts.section(text.say(report.binding() ? "letter.basis" : "letter.basis.interim"));
        StringBuilder who = new StringBuilder(text.say(
                "letter.basis.scheme",
                "title",
                scheme.title(),
                "end",
                text.date(report.quarter().period().end())));
        who.append(text.say(
                "letter.basis.banks", "count", report.assessment().cards().size()));
        if (!report.assessment().excluded().isEmpty()) {
            who.append(text.say(
                    "letter.basis.excluded",
                    "count",
                    report.assessment().excluded().size(),
                    "banks",
                    text.join(
                            report.assessment().excluded(),
                            other -> text.say(
                                    "letter.basis.excluded.bank",
                                    "bank",
                                    other.bank().label(),
                                    "reason",
                                    words.text("excluded." + other.reason().name(), "detail", detail(other))))));
        }
        parts.body(who.toString());

        StringBuilder how = new StringBuilder();
        Map<Item.Kind, Long> kinds = scheme.items().stream()
                .collect(Collectors.groupingBy(Item::kind, LinkedHashMap::new, Collectors.counting()));
        how.append(text.say(
                kinds.isEmpty() ? "letter.basis.unscored" : "letter.basis.items",
                "kinds",
                text.join(
                        List.copyOf(kinds.entrySet()),
                        each -> text.say(
                                "letter.basis.kind",
                                "kind",
                                words.text("kind." + each.getKey().name()),
                                "count",
                                each.getValue())),
                "rounding",
                words.text(
                        "rounding." + scheme.points().mode().name(),
                        "decimals",
                        scheme.points().decimals())));
        for (BenchmarkValue benchmark : report.assessment().benchmarks()) {
            how.append(benchmark(benchmark));
        }
        new QuartersSentence(words).all(report).forEach(how::append);
        new LateSentence(words)
                .all(report.quarter().facts(), column -> report.column(column, words))
                .forEach(how::append);
        parts.body(how.toString());

        String marks = marked(Mark.ASSUMED, "letter.basis.assumed") + marked(Mark.READING, "letter.basis.reading");
        if (!marks.isEmpty()) {
            parts.body(marks);
        }
        long explained = PrintedFinding.count(report.findings(), Level.REVIEW) - text.open();
        if (explained > 0) {
            parts.body(text.say("letter.basis.explained", "count", explained));
        }
    }

    /** A detail that is a date is written as letters write it. */
    private String detail(Excluded other) {
        try {
            return text.date(LocalDate.parse(other.detail()));
        } catch (DateTimeParseException e) {
            return other.detail();
        }
    }

    private String benchmark(BenchmarkValue benchmark) {
        String key = benchmark.published() ? "letter.basis.benchmark.published" : "letter.basis.benchmark.computed";
        return text.say(
                benchmark.value().isPresent() ? key : "letter.basis.benchmark.none",
                "name",
                ReferenceSentence.nameOf(benchmark, words),
                "value",
                ReferenceSentence.valueOf(benchmark, report.assessment().scheme())
                        .orElse(""),
                "count",
                benchmark.banks().size());
    }

    private String marked(Mark mark, String key) {
        List<Item> items = report.assessment().scheme().items().stream()
                .filter(item -> item.mark() == mark)
                .toList();
        return items.isEmpty() ? "" : text.say(key, "items", text.join(items, Item::name));
    }

    private void result() {
        parts.section(text.say(report.binding() ? "letter.result" : "letter.result.interim"));
        StringBuilder sentences = new StringBuilder();
        report.assessment().parts().forEach(part -> sentences.append(bestOfFund(part)));
        boolean scored = !report.assessment().scheme().items().isEmpty();
        String tail = report.assessment().isPerFund() ? "letter.result.tail.fund" : "letter.result.tail";
        sentences.append(text.say(scored ? tail : "letter.result.unscored", "number", annexes.number(0)));
        if (!report.assessment().unbid().isEmpty()) {
            sentences.append(text.say(
                    "letter.result.unbid",
                    "funds",
                    text.join(report.assessment().unbid(), each -> each)));
        }
        if (!report.binding()) {
            sentences.append(text.say("letter.result.interim.note"));
        }
        parts.body(sentences.toString());
        new GroupSentence(words).all(report.assessment()).forEach(parts::body);
    }

    private String bestOfFund(Assessment part) {
        String best = best(part);
        return part.fund()
                .filter(fund -> !best.isEmpty())
                .map(fund -> text.say("letter.result.fund", "fund", fund, "best", best))
                .orElse(best);
    }

    /** The first three ranks, each with all its banks; many of one rank are counted. */
    private String best(Assessment part) {
        List<List<ScoreCard>> rankings = part.rankings();
        return rankings.stream()
                .map(cards -> rankings.size() == 1 ? best(cards) : bestOfGroup(part, cards))
                .collect(Collectors.joining());
    }

    private String bestOfGroup(Assessment part, List<ScoreCard> cards) {
        String best = best(cards);
        Optional<String> group = part.ranksAmong(cards.get(0).bank());
        return best.isEmpty()
                ? ""
                : text.say(
                        "letter.result.group", "group", group.orElseGet(() -> words.text("group.none")), "best", best);
    }

    private String best(List<ScoreCard> ranked) {
        Map<Integer, List<ScoreCard>> ranks = ranked.stream()
                .filter(card -> card.rank() <= NAMED && card.total().isPositive())
                .collect(Collectors.groupingBy(ScoreCard::rank, LinkedHashMap::new, Collectors.toList()));
        if (ranks.isEmpty()) {
            return "";
        }
        List<ScoreCard> first = ranks.values().iterator().next();
        return first.size() == ranked.size() && first.size() > 1
                ? text.say("letter.result.equal", "count", first.size(), "total", text.total(first.get(0)))
                : text.say("letter.result.top", "banks", text.join(List.copyOf(ranks.values()), this::ofOneRank));
    }

    private String ofOneRank(List<ScoreCard> cards) {
        ScoreCard first = cards.get(0);
        String key = cards.size() == 1
                ? "letter.bank.result"
                : cards.size() <= NAMED ? "letter.bank.tied" : "letter.bank.many";
        return text.say(
                key,
                "bank",
                text.join(cards, card -> card.bank().label()),
                "count",
                cards.size(),
                "rank",
                first.rank(),
                "total",
                text.total(first),
                "percent",
                first.sharePercent().toPlainString());
    }

    private void plan() {
        List<FundPlan> funds = report.placement().funds();
        if (funds.isEmpty() && !report.binding()) {
            return;
        }
        parts.section(text.say("letter.plan." + text.kind()));
        if (funds.isEmpty()) {
            parts.body(text.say("letter.plan.none"));
            return;
        }
        parts.body(text.say(
                "letter.plan." + text.kind() + ".intro",
                "how",
                placing.how(report.assessment().scheme().allocation()),
                "amount",
                text.yi(Money.sum(funds.stream()
                        .map(fund -> fund.pool().amount().minus(fund.unplaced()))
                        .toList())),
                "count",
                funds.size()));
        table(funds);
        String special = funds.stream().map(this::special).collect(Collectors.joining());
        if (!special.isEmpty()) {
            parts.body(special);
        }
        parts.body(text.say("letter.plan.annex", "number", annexes.number(1)));
    }

    /** The funds in one table; what moves only where anything is to be moved. */
    private void table(List<FundPlan> funds) {
        boolean moves = funds.stream().anyMatch(fund -> !fund.transfers().isEmpty());
        List<Column> columns = new ArrayList<>(List.of(
                text.column("fund", Kind.TEXT),
                text.column("current", Kind.NUMBER),
                text.column("target", Kind.NUMBER)));
        if (moves) {
            columns.add(text.column("moved.now", Kind.NUMBER));
            columns.add(text.column("maturity", Kind.NUMBER));
        }
        List<List<Money>> amounts =
                funds.stream().map(fund -> amounts(fund, columns.size() - 1)).toList();
        List<List<String>> rows = new ArrayList<>();
        for (int i = 0; i < funds.size(); i++) {
            rows.add(row(funds.get(i).pool().fund(), amounts.get(i)));
        }
        if (funds.size() > 1) {
            rows.add(row(
                    text.say("letter.table.sum"),
                    IntStream.range(0, columns.size() - 1)
                            .mapToObj(column -> Money.sum(amounts.stream()
                                    .map(each -> each.get(column))
                                    .toList()))
                            .toList()));
        }
        sheet.table(LetterTable.upright(columns, rows), new Name("", "", text.say("letter.annex.unit")), rows);
    }

    private List<Money> amounts(FundPlan fund, int count) {
        PrintedFund printed = PrintedFund.of(fund, report.assessment());
        return Stream.of(
                        printed.current(),
                        printed.target(),
                        PrintedColumn.rounded(fund.moved(false)),
                        PrintedColumn.rounded(fund.moved(true)))
                .limit(count)
                .toList();
    }

    private static List<String> row(String first, List<Money> amounts) {
        return Stream.concat(Stream.of(first), amounts.stream().map(PrintedNumber::money))
                .toList();
    }

    /** What is to be said of one fund beside its amounts; mostly nothing. */
    private String special(FundPlan fund) {
        String name = fund.pool().fund();
        StringBuilder sentences = new StringBuilder();
        String how = placing.how(fund.rule());
        if (!how.equals(placing.how(report.assessment().scheme().allocation()))) {
            sentences.append(text.say("letter.plan.differs", "fund", name, "how", how));
        }
        if (!fund.adjustments().isEmpty()) {
            List<String> banks = fund.adjustments().stream()
                    .map(adjustment -> report.quarter().roster().label(adjustment.bank()))
                    .distinct()
                    .toList();
            sentences.append(text.say(
                    banks.size() <= NAMED ? "letter.plan.adjusted" : "letter.plan.adjusted.many",
                    "fund",
                    name,
                    "banks",
                    String.join(text.say("letter.join"), banks),
                    "count",
                    banks.size(),
                    "number",
                    annexes.number(1)));
        }
        if (fund.unplaced().isPositive()) {
            String key = fund.rule().form().equals(new ByTotal()) ? "" : ".other";
            sentences.append(text.say("letter.plan.unplaced" + key, "fund", name, "amount", text.yi(fund.unplaced())));
        }
        if (!fund.outside().isEmpty()) {
            sentences.append(text.say(
                    "letter.plan.stays",
                    "fund",
                    name,
                    "banks",
                    text.join(fund.outside(), stays -> stays.bank().label())));
        }
        return sentences.toString();
    }

    private void withdrawal() {
        WithdrawalLetter other = new WithdrawalLetter(report, letterhead, words);
        if (other.isNeeded()) {
            parts.section(text.say("letter.withdrawal"));
            parts.body(text.say("letter.withdrawal.elsewhere", "banks", other.banks()));
        }
    }
}
