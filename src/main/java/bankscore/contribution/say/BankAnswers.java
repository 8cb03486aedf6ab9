package bankscore.contribution.say;

import bankscore.answer.Answer;
import bankscore.answer.Answer.Piece;
import bankscore.answer.Answer.Section;
import bankscore.answer.PrintedNumber;
import bankscore.contribution.judge.Report;
import bankscore.contribution.scheme.Excluded;
import bankscore.contribution.scheme.Scheme;
import bankscore.contribution.score.Assessment;
import bankscore.contribution.score.ScoreCard;
import bankscore.contribution.score.ScoreLine;
import bankscore.exact.Fraction;
import bankscore.exact.Rounding;
import bankscore.facts.Figure;
import bankscore.facts.Subject;
import bankscore.finding.PrintedFinding;
import bankscore.finding.Words;
import bankscore.intake.ColumnWords;
import bankscore.rule.BenchmarkValue;
import bankscore.rule.MeasureValue;
import bankscore.rule.Records;
import bankscore.rule.Reference;
import bankscore.rule.Statistic;
import bankscore.sheet.Place;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * Answers why a bank has its points, rank, share and money, clause by clause, from a report.
 *
 * <p>For the bank itself an answer names no other bank and shows no figure of one but the best, worst, mean or sum that a
 * rule compares with, unnamed. For the office it also sets the bank beside those next to it.
 */
public final class BankAnswers {

    private static final Rounding SHARE = new Rounding(6, Rounding.Mode.DOWN, "");

    private final Report report;
    private final Words words;
    private final boolean forTheBank;
    private final Assessment assessment;
    private final WorkingSentence explanation;
    private final MethodSentence methods;
    private final MoneySentence money;

    /** @param forTheBank whether the answers may be sent to the banks */
    public BankAnswers(Report report, Words words, boolean forTheBank) {
        this(report, words, forTheBank, report.assessment());
    }

    /** @param assessment of all banks, or of a fund */
    private BankAnswers(Report report, Words words, boolean forTheBank, Assessment assessment) {
        this.report = report;
        this.words = words;
        this.forTheBank = forTheBank;
        this.assessment = assessment;
        this.explanation = new WorkingSentence(words);
        this.methods = new MethodSentence(words, assessment.scheme());
        this.money = new MoneySentence(report, words, forTheBank);
    }

    /** The answer for a bank of the roster. */
    public Answer of(Subject bank) {
        List<Section> sections = new ArrayList<>();
        Optional<ScoreCard> card = assessment.card(bank.code());
        if (card.isEmpty()) {
            sections.add(new Section(words.text("answer.excluded"), excluded(bank)));
        } else if (assessment.isPerFund()) {
            sections.add(items(words.text("answer.items.once"), bank, card.get().lines()));
            ofFunds().forEach(fund -> sections.addAll(fund.scores(bank)));
        } else {
            sections.addAll(scores(bank));
        }
        sections.add(new Section(words.text("answer.money"), money.of(bank)));
        if (!forTheBank) {
            (assessment.isPerFund() ? ofFunds() : Stream.of(this))
                    .forEach(part -> part.neighbours(bank).ifPresent(sections::add));
            List<Piece> findings = findings(bank);
            if (!findings.isEmpty()) {
                sections.add(new Section(words.text("answer.findings"), findings));
            }
        }
        sections.add(new Section(words.text("answer.basis"), basis()));
        return new Answer(
                words.text(
                        report.binding() ? "answer.title" : "answer.title.interim",
                        "bank",
                        bank.name(),
                        "jurisdiction",
                        report.run().jurisdiction(),
                        "period",
                        report.period(words)),
                words.text(
                        "answer.subtitle",
                        "period",
                        report.quarter().period(),
                        "revision",
                        report.run().revision(),
                        "code",
                        report.run().code()),
                sections);
    }

    /** The answers of the funds. */
    private Stream<BankAnswers> ofFunds() {
        return assessment.parts().stream().map(part -> new BankAnswers(report, words, forTheBank, part));
    }

    /** The words of a section, of a fund with its name. */
    private String titled(String key) {
        return assessment
                .fund()
                .map(fund -> words.text("answer.of.fund", "fund", fund, "section", words.text(key)))
                .orElseGet(() -> words.text(key));
    }

    /** Total, rank and share, and how the points came about: of a fund those that are not the same for all. */
    private List<Section> scores(Subject bank) {
        Optional<ScoreCard> card = assessment.card(bank.code());
        if (card.isEmpty()) {
            return List.of(new Section(titled("answer.result"), List.of(line("answer.absent"))));
        }
        boolean ofFund = assessment.fund().isPresent();
        return List.of(
                new Section(titled("answer.result"), result(card.get())),
                items(
                        titled("answer.items"),
                        bank,
                        ofFund ? card.get().ofFund() : card.get().lines()));
    }

    private Section items(String title, Subject bank, List<ScoreLine> lines) {
        return new Section(
                title, lines.stream().map(line -> item(line, bank.code())).toList());
    }

    private Optional<Section> neighbours(Subject bank) {
        return assessment
                .card(bank.code())
                .map(this::neighbours)
                .filter(pieces -> !pieces.isEmpty())
                .map(pieces -> new Section(titled("answer.neighbours"), pieces));
    }

    // ---- Total, rank, share ---------------------------------------------------------------------------------------

    private List<Piece> result(ScoreCard card) {
        List<Piece> pieces = new ArrayList<>();
        pieces.add(line("answer.total", "sum", sum(card), "total", points(card.sum())));
        if (!card.total().equals(card.sum())) {
            pieces.add(line("answer.total.floor", "floor", points(card.total())));
        }
        List<ScoreCard> among = assessment.rankedWith(card.bank());
        String groups = new GroupSentence(words).of(assessment, card.bank());
        if (!groups.isEmpty()) {
            pieces.add(line("answer.groups", "groups", groups));
        }
        long equal = among.stream().filter(other -> other.rank() == card.rank()).count();
        pieces.add(line(
                equal > 1 ? "answer.rank.shared" : "answer.rank",
                "of",
                among.size(),
                "rank",
                card.rank(),
                "better",
                card.rank() - 1,
                "equal",
                equal));
        if (assessment.sumOfTotals().isPositive()) {
            pieces.add(line(
                    card.shareAdjusted() ? "answer.share.adjusted" : "answer.share",
                    "total",
                    points(card.total()),
                    "all",
                    points(assessment.sumOfTotals()),
                    "exact",
                    SHARE.text(card.share().times(Fraction.HUNDRED)),
                    "percent",
                    card.sharePercent().toPlainString()));
        } else {
            pieces.add(line("answer.share.none"));
        }
        pieces.add(new Piece.Table(
                Stream.of("item", "value", "full", "points", "mark")
                        .map(head -> words.text("answer.head." + head))
                        .toList(),
                card.lines().stream().map(this::row).toList()));
        return pieces;
    }

    /** The items' points as a sum, ready for a pocket calculator. */
    private String sum(ScoreCard card) {
        StringBuilder text = new StringBuilder();
        for (ScoreLine each : card.lines()) {
            String points = PrintedNumber.rounded(each.points(), each.rounding());
            text.append(text.length() == 0 ? "" : " + ")
                    .append(text.length() == 0 ? points : PrintedNumber.operand(points));
        }
        return text.toString();
    }

    private List<String> row(ScoreLine each) {
        MeasureValue measure = each.measure();
        return List.of(
                each.item().name(),
                measure.value()
                        .map(value -> shown(measure, value) + measure.measure().unit())
                        .orElseGet(() -> words.text("book.none")),
                each.item().full().map(PrintedNumber::value).orElseGet(() -> words.text("book.none")),
                PrintedNumber.rounded(each.points(), each.rounding()),
                words.text("mark." + each.item().mark().name()));
    }

    private static String shown(MeasureValue measure, Fraction value) {
        return measure.measure()
                .rounding()
                .map(rounding -> PrintedNumber.rounded(value, rounding))
                .orElseGet(() -> PrintedNumber.figure(value));
    }

    // ---- Items ----------------------------------------------------------------------------------------------------

    private Piece item(ScoreLine each, String bank) {
        List<String> lines = new ArrayList<>();
        lines.add(words.text("answer.rule", "method", methods.of(each.item())));
        lines.add(words.text("answer.working", "explanation", explanation.of(each, assessment)));
        each.measure().inputs().stream()
                .flatMap(input -> figures(input, each.measure(), bank).stream())
                .forEach(lines::add);
        lines.addAll(new QuartersSentence(words).of(each, report, bank));
        benchmarks(each).forEach(lines::add);
        return new Piece.Entry(
                each.item().name(),
                words.text("answer.points", "points", PrintedNumber.rounded(each.points(), each.rounding())),
                words.text(
                        "answer.clause",
                        "clause",
                        each.item().clause(),
                        "mark",
                        words.text("mark." + each.item().mark().name())),
                lines);
    }

    /** A figure with its file, sheet and cell; records with count, sum, mean and range. A derived value is a line above. */
    private Optional<String> figures(MeasureValue.Input input, MeasureValue measure, String bank) {
        Optional<Figure> late = report.quarter()
                .facts()
                .figure(input.name(), bank)
                .filter(figure -> figure.late().isPresent());
        if (late.isPresent()) {
            return new LateSentence(words).line(late.get(), report.column(input.name(), words), unit(input.name()));
        }
        if (input.place().equals(Place.NONE)) {
            boolean derived = assessment.scheme().definitions().has(input.name());
            return derived || input.value().isPresent()
                    ? Optional.empty()
                    : Optional.of(words.text("answer.figure.missing", "name", report.column(input.name(), words)));
        }
        Fraction value = input.value().orElse(Fraction.ZERO);
        String key = input.rows() == 0
                ? "answer.figure"
                : everyRecordHasANumber(measure) ? "answer.figure.mean" : "answer.figure.records";
        return Optional.of(words.text(
                key,
                "name",
                report.column(input.name(), words),
                "value",
                PrintedNumber.figure(value),
                "unit",
                unit(input.name()),
                "rows",
                input.rows(),
                "mean",
                PrintedNumber.value(value.dividedBy(Fraction.of(Math.max(1, input.rows())))),
                "place",
                input.place()));
    }

    /** Whether a mean is that of all records: then each sheet's own mean is sum ÷ count too. */
    private static boolean everyRecordHasANumber(MeasureValue measure) {
        return measure.measure().of().filter(Statistic.MEAN::equals).isPresent()
                && measure.records().filter(Records::areComplete).isPresent();
    }

    /** The cells of published benchmarks that the item is held against. */
    private List<String> benchmarks(ScoreLine each) {
        return assessment.benchmarks().stream()
                .filter(BenchmarkValue::published)
                .filter(value -> each.item().references().stream()
                        .anyMatch(held -> held.against()
                                .equals(new Reference.OfBenchmark(
                                        value.benchmark().id()))))
                .map(value -> words.text(
                        "answer.figure",
                        "name",
                        ReferenceSentence.nameOf(value, words),
                        "value",
                        value.value().map(PrintedNumber::figure).orElse(""),
                        "unit",
                        "",
                        "place",
                        value.place()))
                .toList();
    }

    private String unit(String id) {
        return Optional.ofNullable(report.columns().get(id))
                .map(ColumnWords::unit)
                .orElse("");
    }

    // ---- Not assessed ---------------------------------------------------------------------------------------------

    private List<Piece> excluded(Subject bank) {
        List<Piece> pieces = new ArrayList<>();
        for (Excluded each : assessment.excluded()) {
            if (each.bank().code().equals(bank.code())) {
                pieces.add(line(
                        "answer.excluded.reason",
                        "reason",
                        words.text("excluded." + each.reason().name(), "detail", each.detail())));
                if (each.reason() == Excluded.Reason.REQUIRED) {
                    required(each).forEach(pieces::add);
                }
                if (each.reason() == Excluded.Reason.TOO_NEW) {
                    int months =
                            assessment.scheme().eligibility().minMonthsOpen().orElse(0);
                    pieces.add(line(
                            "answer.excluded.new",
                            "months",
                            months,
                            "end",
                            report.quarter().period().end(),
                            "latest",
                            report.quarter().period().end().plusDays(1).minusMonths(months),
                            "mark",
                            words.text("mark."
                                    + assessment.scheme().eligibility().mark().name())));
                }
            }
        }
        return pieces;
    }

    /** What earlier quarters said to the first requirement that is not met. */
    private List<Piece> required(Excluded bank) {
        return assessment.scheme().eligibility().require().stream()
                .filter(requirement -> requirement.otherwise().equals(bank.detail()))
                .findFirst()
                .map(requirement -> new QuartersSentence(words)
                        .rows(requirement.condition(), report, bank.bank().code()))
                .orElse(List.of())
                .stream()
                .<Piece>map(Piece.Line::new)
                .toList();
    }

    // ---- For the office only --------------------------------------------------------------------------------------

    /** Item by item beside the first bank, the next better and the next worse one. */
    private List<Piece> neighbours(ScoreCard own) {
        Comparator<ScoreCard> byRank = Comparator.comparingInt(ScoreCard::rank);
        Optional<ScoreCard> above = best(own, byRank.reversed(), other -> other.rank() < own.rank());
        Optional<ScoreCard> first = best(own, byRank, other -> other.rank() < own.rank());
        Optional<ScoreCard> below = best(own, byRank, other -> other.rank() > own.rank());
        List<ScoreCard> beside = Stream.of(first, above, below)
                .flatMap(Optional::stream)
                .distinct()
                .toList();
        if (beside.isEmpty()) {
            return List.of();
        }
        List<String> head = new ArrayList<>(List.of(words.text("answer.head.item"), words.text("answer.head.own")));
        for (ScoreCard other : beside) {
            head.add(words.text(
                    "answer.head.other",
                    "rank",
                    other.rank(),
                    "bank",
                    other.bank().label()));
            head.add(words.text("answer.head.ahead"));
        }
        List<List<String>> rows = new ArrayList<>();
        for (ScoreLine each : own.lines()) {
            rows.add(beside(
                    each.item().name(),
                    each.points(),
                    beside.stream()
                            .map(other -> other.line(each.item().id()).points())
                            .toList()));
        }
        rows.add(beside(
                words.text("answer.head.total"),
                own.total(),
                beside.stream().map(ScoreCard::total).toList()));
        return List.of(new Piece.Table(head, rows));
    }

    private Optional<ScoreCard> best(ScoreCard own, Comparator<ScoreCard> order, Predicate<ScoreCard> which) {
        return assessment.rankedWith(own.bank()).stream().filter(which).min(order);
    }

    private List<String> beside(String name, Fraction own, List<Fraction> others) {
        List<String> row = new ArrayList<>(List.of(name, points(own)));
        for (Fraction other : others) {
            row.add(points(other));
            row.add(PrintedNumber.signed(own.minus(other), assessment.scheme().points()));
        }
        return row;
    }

    private List<Piece> findings(Subject bank) {
        List<Piece> pieces = new ArrayList<>();
        for (PrintedFinding finding : report.findings()) {
            if (finding.subject().equals(bank.name())) {
                pieces.add(line(
                        "answer.finding",
                        "level",
                        words.text("level." + finding.level().name()),
                        "code",
                        finding.code().name(),
                        "place",
                        finding.place(),
                        "message",
                        finding.message()));
            }
        }
        return pieces;
    }

    // ---- The rule -------------------------------------------------------------------------------------------------

    private List<Piece> basis() {
        Scheme scheme = assessment.scheme();
        List<Piece> pieces = new ArrayList<>();
        pieces.add(line(
                "answer.document",
                "document",
                scheme.source().document(),
                "number",
                scheme.source().number(),
                "scheme",
                scheme.id()));
        pieces.add(line(
                "answer.marks",
                "text",
                words.text("mark.TEXT.meaning"),
                "reading",
                words.text("mark.READING.meaning"),
                "assumed",
                words.text("mark.ASSUMED.meaning")));
        return pieces;
    }

    private Piece line(String key, Object... namesAndValues) {
        return new Piece.Line(words.text(key, namesAndValues));
    }

    private String points(Fraction points) {
        return PrintedNumber.rounded(points, assessment.scheme().points());
    }
}
