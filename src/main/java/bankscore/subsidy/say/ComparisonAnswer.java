package bankscore.subsidy.say;

import bankscore.answer.Answer;
import bankscore.answer.Answer.Piece;
import bankscore.answer.Answer.Section;
import bankscore.answer.PrintedNumber;
import bankscore.exact.Fraction;
import bankscore.exact.Money;
import bankscore.finding.Words;
import bankscore.intake.change.ChangedValue;
import bankscore.paper.ChangeSentence;
import bankscore.run.questions.Fall;
import bankscore.subsidy.decide.Decisions;
import bankscore.subsidy.decide.Decisions.Payment;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.ToLongFunction;
import java.util.stream.Stream;

/**
 * A comparison on the screen: what was granted of each subsidy before and after, why, how many lines, who bears it, and what
 * is paid.
 */
public final class ComparisonAnswer {

    private final Comparison comparison;
    private final Report before;
    private final Report after;
    private final Words words;

    private ComparisonAnswer(Comparison comparison, Words words) {
        this.comparison = comparison;
        this.before = comparison.before();
        this.after = comparison.after();
        this.words = words;
    }

    /**
     * Two batches side by side.
     *
     * @param unpublished ids of versions of the rule by which nothing was published
     * @param words those of subsidies
     */
    public static Answer of(Comparison comparison, List<String> unpublished, Words words) {
        ComparisonAnswer answer = new ComparisonAnswer(comparison, words);
        List<Section> sections = new ArrayList<>();
        List<Piece> beside = answer.beside(unpublished);
        if (!beside.isEmpty()) {
            sections.add(new Section(words.text("compare.beside"), beside));
        }
        sections.addAll(answer.sections());
        return new Answer(
                words.text(
                        "compare.title",
                        "before",
                        name(comparison.before(), words),
                        "after",
                        name(comparison.after(), words)),
                "",
                sections);
    }

    /**
     * A published batch, and what it would be with something otherwise.
     *
     * @param words those of subsidies
     */
    public static Answer simulated(Comparison comparison, List<ChangedValue> changes, Words words) {
        ComparisonAnswer answer = new ComparisonAnswer(comparison, words);
        List<Section> sections = new ArrayList<>();
        sections.add(new Section(words.text("simulation.changes"), ChangeSentence.of(changes, words)));
        sections.addAll(answer.sections());
        return new Answer(
                words.text(
                        "simulation.title",
                        "period",
                        answer.before.period(),
                        "revision",
                        answer.before.run().revision(),
                        "code",
                        answer.before.run().code()),
                "",
                sections);
    }

    /** One side: period, revision, and by which version of the rule. */
    public static String name(Report report, Words words) {
        return words.text(
                "compare.batch",
                "period",
                report.period(words),
                "revision",
                report.run().revision(),
                "scheme",
                report.scheme().title(),
                "id",
                report.scheme().id());
    }

    private List<Piece> beside(List<String> unpublished) {
        Set<String> lines = new LinkedHashSet<>();
        unpublished.forEach(
                scheme -> lines.add(words.text("compare.unpublished", "period", after.period(), "scheme", scheme)));
        List.of(before, after).forEach(report -> report.approvalLine(words).ifPresent(lines::add));
        return lines.stream().<Piece>map(Piece.Line::new).toList();
    }

    private List<Section> sections() {
        return List.of(
                section("compare.totals", totals()),
                section("compare.causes", causes()),
                section("compare.lines", lines()),
                section("compare.levels", levels()),
                payments());
    }

    private Section section(String key, Piece piece) {
        return new Section(words.text(key), List.of(piece));
    }

    private Piece table(String heads, List<List<String>> rows) {
        return new Piece.Table(List.of(words.text(heads).split("\\|", -1)), rows);
    }

    private Piece totals() {
        List<List<String>> rows = new ArrayList<>();
        comparison.names().forEach((id, name) -> rows.add(amounts(name, granted(before, id), granted(after, id))));
        rows.add(amounts(words.text("letter.table.sum"), before.granted(), after.granted()));
        return table("compare.heads", rows);
    }

    private static Money granted(Report report, String subsidy) {
        return Comparison.total(report, subsidy).granted().amount();
    }

    private static List<String> amounts(String name, Money one, Money other) {
        return List.of(name, PrintedNumber.yuan(one), PrintedNumber.yuan(other), signed(other.minus(one)));
    }

    private Piece causes() {
        List<List<String>> rows = new ArrayList<>();
        comparison
                .causes()
                .forEach((subsidy, causes) -> causes.forEach((cause, effect) -> rows.add(List.of(
                        comparison.names().getOrDefault(subsidy, subsidy),
                        words.text("compare.cause." + cause),
                        Long.toString(effect.lines()),
                        signed(effect.change())))));
        return rows.isEmpty() ? new Piece.Line(words.text("compare.same")) : table("compare.causes.heads", rows);
    }

    /** How what is granted of each subsidy came from before to after, in 元. */
    public static List<Fall> falls(Comparison comparison, Words words) {
        List<String> heads = List.of(words.text("compare.heads").split("\\|", -1));
        List<Fall> falls = new ArrayList<>();
        comparison.names().forEach((id, name) -> {
            Money before = granted(comparison.before(), id);
            Money after = granted(comparison.after(), id);
            falls.add(new Fall(
                    words.text("compare.totals"),
                    name,
                    mark(heads.get(1), before, PrintedNumber.yuan(before)),
                    Stream.of(Comparison.Cause.values())
                            .map(cause -> {
                                Money change = comparison.change(id, cause);
                                return mark(words.text("compare.cause." + cause), change, signed(change));
                            })
                            .filter(mark -> !mark.amount().isZero())
                            .toList(),
                    mark(heads.get(2), after, PrintedNumber.yuan(after))));
        });
        return falls.stream().filter(Fall::moved).toList();
    }

    private static Fall.Mark mark(String name, Money amount, String printed) {
        return new Fall.Mark(name, Fraction.of(new BigDecimal(amount.fen(), 2)), printed);
    }

    private Piece lines() {
        List<ToLongFunction<Decisions.Total>> counts = List.of(
                Decisions.Total::claims,
                total -> total.granted().count(),
                total -> total.cut().count(),
                Decisions.Total::refused);
        List<List<String>> rows = new ArrayList<>();
        comparison.names().forEach((id, name) -> {
            Decisions.Total one = Comparison.total(before, id);
            Decisions.Total other = Comparison.total(after, id);
            List<String> row = new ArrayList<>(List.of(name));
            counts.forEach(count ->
                    row.add(both(Long.toString(count.applyAsLong(one)), Long.toString(count.applyAsLong(other)))));
            row.add(both(
                    PrintedNumber.yuan(one.cut().amount()),
                    PrintedNumber.yuan(other.cut().amount())));
            rows.add(row);
        });
        return table("compare.lines.heads", rows);
    }

    private String both(String one, String other) {
        return one.equals(other) ? one : words.text("compare.both", "before", one, "after", other);
    }

    private Piece levels() {
        Map<String, Money> one = levels(before);
        Map<String, Money> other = levels(after);
        Set<String> names = new LinkedHashSet<>(other.keySet());
        names.addAll(one.keySet());
        return table(
                "compare.levels.heads",
                names.stream()
                        .map(level -> amounts(
                                level, one.getOrDefault(level, Money.ZERO), other.getOrDefault(level, Money.ZERO)))
                        .toList());
    }

    /** Who bears how much of all subsidies together, in the order of the rule. */
    static Map<String, Money> levels(Report report) {
        Map<String, Money> levels = new LinkedHashMap<>();
        report.decisions()
                .totals()
                .forEach(total -> total.levels().forEach((level, amount) -> levels.merge(level, amount, Money::plus)));
        return levels;
    }

    private Section payments() {
        Map<String, Money> one = payments(before);
        Map<String, Money> other = payments(after);
        Set<String> payees = new LinkedHashSet<>(other.keySet());
        payees.addAll(one.keySet());
        List<Money> changes = payees.stream()
                .map(payee -> other.getOrDefault(payee, Money.ZERO).minus(one.getOrDefault(payee, Money.ZERO)))
                .toList();
        return new Section(
                words.text("compare.payments"),
                List.of(
                        table(
                                "compare.payments.heads",
                                List.of(
                                        amounts(
                                                words.text("compare.payments.paid"),
                                                Money.sum(one.values()),
                                                Money.sum(other.values())),
                                        amounts(
                                                words.text("compare.payments.recovered"),
                                                recovered(before),
                                                recovered(after)))),
                        new Piece.Line(words.text(
                                "compare.payments.text",
                                "before",
                                one.size(),
                                "after",
                                other.size(),
                                "more",
                                changes.stream().filter(Money::isPositive).count(),
                                "less",
                                changes.stream().filter(Money::isNegative).count()))));
    }

    private static Money recovered(Report report) {
        return Money.sum(report.decisions().recoveries().stream()
                        .map(Payment::amount)
                        .toList())
                .negate();
    }

    /** What each is paid into all accounts together. */
    private static Map<String, Money> payments(Report report) {
        Map<String, Money> payments = new TreeMap<>();
        for (Payment payment : report.decisions().payments()) {
            payments.merge(payment.payee(), payment.amount(), Money::plus);
        }
        return payments;
    }

    private static String signed(Money change) {
        return (change.isPositive() ? "+" : "") + PrintedNumber.yuan(change);
    }
}
