package bankscore.contribution.papers;

import bankscore.answer.PrintedNumber;
import bankscore.contribution.allocation.ByTotal;
import bankscore.contribution.judge.Report;
import bankscore.contribution.place.FundPlan;
import bankscore.contribution.place.PlanRow;
import bankscore.contribution.say.PlacingSentence;
import bankscore.contribution.say.ReferenceSentence;
import bankscore.contribution.scheme.Excluded;
import bankscore.contribution.scheme.Item;
import bankscore.contribution.scheme.Scheme;
import bankscore.contribution.score.ScoreCard;
import bankscore.finding.Level;
import bankscore.finding.PrintedFinding;
import bankscore.finding.Words;
import bankscore.office.Letterhead;
import bankscore.paper.letter.LetterFile;
import bankscore.paper.letter.LetterParts;
import bankscore.paper.letter.LetterSheet;
import bankscore.paper.letter.LetterSheet.Style;
import bankscore.rule.BenchmarkValue;
import bankscore.rule.Mark;
import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * The letter to the city government: a request (请示) with the plan as its annex in the fourth quarter, a report on
 * monitoring in the others. A withdrawal is proposed by a letter of its own behind it.
 *
 * <p>It is a draft for review without a red head; the office adds number, signatory and date.
 */
public final class OfficialLetter {

    private static final int NAMED = 3;

    private final Report report;
    private final Letterhead letterhead;
    private final Words words;
    private final LetterSheet sheet;
    private final LetterText text;
    private final LetterParts parts;
    private final PlacingSentence placing;
    private final WithdrawalLetter withdrawal;
    private final Annexes annexes;

    private OfficialLetter(Report report, Letterhead letterhead, Words words, LetterSheet sheet, LetterText text) {
        this.report = report;
        this.letterhead = letterhead;
        this.words = words;
        this.sheet = sheet;
        this.text = text;
        this.parts = new LetterParts(
                letterhead, report.quarter().period().end().plusDays(1).getYear(), words, sheet);
        this.placing = new PlacingSentence(words, report.assessment().scheme());
        this.withdrawal = new WithdrawalLetter(report, words, text, parts);
        this.annexes = new Annexes(report, words, text, sheet);
    }

    /** Writes the letter, and behind it the proposal to take deposits back where there is one. */
    public static void write(Report report, Letterhead letterhead, Words words, Path file) throws IOException {
        LetterText text = new LetterText(report, letterhead, words);
        new LetterFile(
                        String.join("", title(text)),
                        letterhead.office(),
                        report.run().started().toInstant(),
                        report.run().code())
                .write(file, words, sheet -> new OfficialLetter(report, letterhead, words, sheet, text).write());
    }

    private void write() {
        parts.head(letterhead.number(), title(text), report.approvalLine(words));
        opening();
        basis();
        result();
        plan();
        withdrawals();
        notes();
        parts.close(text.say("letter." + text.kind() + ".closing"), annexes.titles());
        boolean wide = annexes.write();
        sheet.paragraph(
                Style.FINE_PRINT,
                text.say("letter.verification", "code", report.run().code()));
        if (withdrawal.isNeeded()) {
            sheet.endSection(wide);
            sheet.restartPages();
            withdrawal.write();
            wide = false;
        }
        sheet.endDocument(wide);
    }

    private static List<String> title(LetterText text) {
        return List.of(text.say("letter." + text.kind() + ".title.1"), text.say("letter." + text.kind() + ".title.2"));
    }

    private void opening() {
        Scheme.Source source = report.assessment().scheme().source();
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
                clauses(source.clauses())));
    }

    /** Articles say 第…条 themselves; numbers of paragraphs, such as 三(一)2, do not. */
    private String clauses(List<String> clauses) {
        String joined = fullWidth(String.join(text.say("letter.join"), clauses));
        return clauses.stream().allMatch(clause -> clause.startsWith("第"))
                ? joined
                : text.say("letter.clauses", "clauses", joined);
    }

    /** Parentheses as Chinese text has them. */
    private static String fullWidth(String clause) {
        return clause.replace('(', '（').replace(')', '）');
    }

    private void basis() {
        Scheme scheme = report.assessment().scheme();
        parts.section(text.say(report.annual() ? "letter.basis" : "letter.basis.interim"));
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
        parts.body(how.toString());

        String marks = marked(Mark.ASSUMED, "letter.basis.assumed") + marked(Mark.READING, "letter.basis.reading");
        if (!marks.isEmpty()) {
            parts.body(marks);
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
        parts.section(text.say(report.annual() ? "letter.result" : "letter.result.interim"));
        List<ScoreCard> top = text.ranked().stream()
                .filter(card -> card.rank() <= NAMED && card.total().isPositive())
                .toList();
        StringBuilder sentences = new StringBuilder();
        if (!top.isEmpty()) {
            sentences.append(text.say(
                    "letter.result.top",
                    "banks",
                    text.join(
                            top,
                            card -> text.say(
                                    "letter.bank.result",
                                    "bank",
                                    card.bank().label(),
                                    "total",
                                    text.total(card),
                                    "percent",
                                    card.sharePercent().toPlainString()))));
        }
        boolean scored = !report.assessment().scheme().items().isEmpty();
        sentences.append(
                text.say(scored ? "letter.result.tail" : "letter.result.unscored", "number", annexes.number(0)));
        if (!report.annual()) {
            sentences.append(text.say("letter.result.interim.note"));
        }
        parts.body(sentences.toString());
    }

    private void plan() {
        boolean none = report.placement().funds().isEmpty();
        if (none && !report.annual()) {
            return;
        }
        parts.section(text.say(report.annual() ? "letter.plan" : "letter.plan.interim"));
        if (none) {
            parts.body(text.say("letter.plan.none"));
            return;
        }
        parts.body(text.say(
                report.annual() ? "letter.plan.intro" : "letter.plan.interim.intro",
                "how",
                placing.how(report.assessment().scheme().allocation()),
                "number",
                annexes.number(1)));
        List<FundPlan> funds = report.placement().funds();
        for (int i = 0; i < funds.size(); i++) {
            FundPlan fund = funds.get(i);
            parts.subsection(i, fund.pool().fund());
            parts.body(fund(fund));
        }
    }

    private String fund(FundPlan fund) {
        StringBuilder sentences = new StringBuilder();
        String how = placing.how(fund.rule());
        if (!how.equals(placing.how(report.assessment().scheme().allocation()))) {
            sentences.append(text.say("letter.plan.differs", "how", how));
        }
        sentences.append(text.say(
                "letter.plan.pool",
                "pool",
                PrintedNumber.money(fund.pool().amount()),
                "current",
                PrintedNumber.money(fund.current())));
        List<PlanRow> top = fund.rows().stream()
                .filter(row -> row.target().isPositive())
                .sorted(Comparator.comparing(PlanRow::target).reversed())
                .limit(NAMED)
                .toList();
        if (!top.isEmpty()) {
            sentences.append(text.say(
                    "letter.plan.top", "banks", text.join(top, row -> text.amount(row.bank(), row.target()))));
        }
        if (!fund.adjustments().isEmpty()) {
            sentences.append(
                    text.say("letter.plan.adjusted", "adjustments", text.join(fund.adjustments(), text::adjustment)));
        }
        sentences.append(text.say("letter.plan.moves", "moves", moves(fund)));
        if (!fund.transfers().isEmpty()) {
            sentences.append(text.say(
                    "letter.plan.transfers",
                    "now",
                    PrintedNumber.money(fund.moved(false)),
                    "maturity",
                    PrintedNumber.money(fund.moved(true))));
        }
        if (fund.unplaced().isPositive()) {
            String key = fund.rule().form().equals(new ByTotal()) ? "" : ".other";
            sentences.append(text.say("letter.plan.unplaced" + key, "amount", PrintedNumber.money(fund.unplaced())));
        }
        if (!fund.outside().isEmpty()) {
            sentences.append(text.say(
                    "letter.plan.outside",
                    "banks",
                    text.join(fund.outside(), stays -> text.amount(stays.bank(), stays.current()))));
        }
        return sentences.toString();
    }

    private String moves(FundPlan fund) {
        List<String> moves = new ArrayList<>();
        for (String way : List.of("up", "down", "same")) {
            int sign = way.equals("up") ? 1 : way.equals("down") ? -1 : 0;
            long count = fund.rows().stream()
                    .filter(row -> row.change().signum() == sign)
                    .count();
            if (count > 0) {
                moves.add(text.say("letter.plan.moves." + way, "count", count));
            }
        }
        return text.join(moves, Function.identity());
    }

    private void withdrawals() {
        if (withdrawal.isNeeded()) {
            parts.section(text.say("letter.withdrawal"));
            parts.body(text.say("letter.withdrawal.elsewhere", "banks", withdrawal.banks()));
        }
    }

    private void notes() {
        parts.section(text.say("letter.notes"));
        long review = PrintedFinding.count(report.findings(), Level.REVIEW);
        long reasoned = report.findings().stream()
                .filter(finding ->
                        finding.level() == Level.REVIEW && !finding.reason().isEmpty())
                .count();
        String key = review == 0 ? "none" : reasoned == 0 ? "unexplained" : "some";
        parts.lastBody(text.say("letter.notes." + key, "count", review, "reasoned", reasoned));
    }
}
