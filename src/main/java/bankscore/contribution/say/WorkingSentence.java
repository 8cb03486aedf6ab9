package bankscore.contribution.say;

import bankscore.answer.PrintedNumber;
import bankscore.contribution.judge.Report;
import bankscore.contribution.scheme.Item;
import bankscore.contribution.scheme.Scheme;
import bankscore.contribution.score.Assessment;
import bankscore.contribution.score.BankConditions;
import bankscore.contribution.score.ScoreLine;
import bankscore.contribution.score.ScoreLine.Basis;
import bankscore.exact.Fraction;
import bankscore.finding.Words;
import bankscore.rule.Condition;
import bankscore.rule.say.ConditionText;
import bankscore.rule.say.MeasureSentence;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The points of one bank in one item as one self-contained line: figures, formula, rounding, method, points. Whoever has
 * the line and a pocket calculator can find the points again.
 */
public final class WorkingSentence {

    private final Words words;
    private final MeasureSentence measures;

    public WorkingSentence(Words words) {
        this.words = words;
        this.measures = new MeasureSentence(words);
    }

    /** The lines of all banks and items, of funds too, by whose they are and by item. */
    public Map<String, Map<String, String>> all(Assessment assessment) {
        Map<String, Map<String, String>> all = new HashMap<>();
        Stream.concat(Stream.of(assessment), assessment.funds().values().stream())
                .forEach(each -> each.cards()
                        .forEach(card -> all.put(
                                Report.whose(each, card.bank().code()),
                                card.lines().stream()
                                        .collect(Collectors.toMap(
                                                line -> line.item().id(),
                                                line -> of(
                                                        line, line.item().fund().isPresent() ? each : assessment))))));
        return all;
    }

    /** The line; the same for the same arguments. */
    public String of(ScoreLine line, Assessment assessment) {
        Item item = line.item();
        List<String> parts = new ArrayList<>();
        parts.add(measures.of(line.measure()));
        if (line.basis() instanceof Basis.Applied applied) {
            item.gate()
                    .map(gate -> openGate(gate.condition(), applied.seen(), assessment.scheme()))
                    .ifPresent(parts::add);
            parts.add(new MethodSentence(words, assessment.scheme()).worked(line, applied.working(), assessment));
        } else {
            parts.add(withoutMethod(line, assessment));
        }
        if (!item.weight().equals(Fraction.ONE)) {
            parts.add(words.text(
                    "explain.weight",
                    "percent",
                    PrintedNumber.value(item.weight().times(Fraction.HUNDRED)),
                    "raw",
                    PrintedNumber.value(line.raw()),
                    "weighted",
                    PrintedNumber.value(line.weighted())));
        }
        if (!line.weighted().equals(line.unrounded())) {
            parts.add(words.text("explain.deduction"));
        }
        parts.add(words.text(
                "explain.points",
                "rounding",
                MeasureSentence.rounding(words, line.rounding()),
                "points",
                PrintedNumber.rounded(line.points(), line.rounding())));
        return String.join(words.text("explain.join"), parts) + words.text("explain.end");
    }

    private String withoutMethod(ScoreLine line, Assessment assessment) {
        if (line.basis() instanceof Basis.NotApplicable other) {
            return words.text("explain.basis.kind", "kind", other.kind());
        }
        if (line.basis() instanceof Basis.Gated gated) {
            return closedGate(line, gated.seen(), assessment.scheme());
        }
        return words.text("explain.basis.none");
    }

    private String closedGate(ScoreLine line, BankConditions.Seen seen, Scheme scheme) {
        String points = PrintedNumber.value(line.raw());
        Condition whole = line.item().gate().orElseThrow().condition();
        if (!(whole instanceof Condition.Compared condition)) {
            return words.text("explain.basis.gate.other", "condition", seen(whole, seen, scheme), "points", points);
        }
        Optional<Fraction> bound = bound(condition, seen);
        Optional<Fraction> value = Optional.ofNullable(seen.amounts().get(condition.measure()));
        String key = "explain.basis.gate";
        if (bound.isEmpty()) {
            key += ".bound";
        } else if (value.isEmpty()) {
            key += ".missing";
        }
        return words.text(
                key,
                "measure",
                scheme.name(condition.measure()),
                "comparison",
                words.text("comparison." + condition.comparison().name()),
                "bound",
                bound.map(PrintedNumber::value).orElse(""),
                "value",
                value.map(PrintedNumber::value).orElse(""),
                "points",
                points);
    }

    private String openGate(Condition whole, BankConditions.Seen seen, Scheme scheme) {
        String condition = whole instanceof Condition.Compared compared
                ? words.text(
                        "condition.measure",
                        "measure",
                        scheme.name(compared.measure()),
                        "comparison",
                        words.text("comparison." + compared.comparison().name()),
                        "bound",
                        bound(compared, seen).map(PrintedNumber::value).orElse(""))
                : seen(whole, seen, scheme);
        return words.text("explain.basis.gate.open", "condition", condition);
    }

    private static Optional<Fraction> bound(Condition.Compared condition, BankConditions.Seen seen) {
        return condition
                .bound()
                .number()
                .or(() -> condition.bound().named().map(name -> seen.amounts().get(name)));
    }

    /** A condition with what it saw of the bank behind each name, and how far its rows of periods reach if that is too short. */
    private String seen(Condition condition, BankConditions.Seen seen, Scheme scheme) {
        StringBuilder text = new StringBuilder(shown(condition, seen, scheme));
        for (Condition.Running row : condition.rows()) {
            long held = row.compared()
                            .holds(id -> Optional.ofNullable(seen.amounts().get(id)))
                    ? 1
                            + seen.rows().getOrDefault(row, List.of()).stream()
                                    .filter(Condition.Then::holds)
                                    .count()
                    : 0;
            if (held < row.periods()) {
                text.append(words.text(
                        held == 0 ? "explain.running.none" : "explain.running",
                        "measure",
                        scheme.name(row.compared().measure()),
                        "count",
                        held));
            }
        }
        return text.toString();
    }

    private String shown(Condition condition, BankConditions.Seen seen, Scheme scheme) {
        return new ConditionText(
                        words,
                        name -> words.text(
                                "explain.basis.gate.seen",
                                "name",
                                scheme.name(name),
                                "value",
                                Optional.ofNullable(seen.amounts().get(name))
                                        .map(PrintedNumber::value)
                                        .or(() ->
                                                Optional.ofNullable(seen.texts().get(name)))
                                        .orElseGet(() -> words.text("explain.missing"))),
                        name -> "")
                .of(condition);
    }
}
