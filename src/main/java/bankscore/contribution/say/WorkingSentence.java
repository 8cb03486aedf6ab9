package bankscore.contribution.say;

import bankscore.answer.PrintedNumber;
import bankscore.contribution.scheme.Item;
import bankscore.contribution.score.Assessment;
import bankscore.contribution.score.ScoreLine;
import bankscore.contribution.score.ScoreLine.Basis;
import bankscore.exact.Fraction;
import bankscore.finding.Words;
import bankscore.rule.Condition;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

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

    /** The lines of all banks and items, by bank and item. */
    public Map<String, Map<String, String>> all(Assessment assessment) {
        return assessment.cards().stream()
                .collect(Collectors.toMap(
                        card -> card.bank().code(),
                        card -> card.lines().stream()
                                .collect(Collectors.toMap(line -> line.item().id(), line -> of(line, assessment)))));
    }

    /** The line; the same for the same arguments. */
    public String of(ScoreLine line, Assessment assessment) {
        Item item = line.item();
        List<String> parts = new ArrayList<>();
        parts.add(measures.of(line.measure()));
        if (line.basis() instanceof Basis.Applied applied) {
            openGate(item, applied.bound(), assessment).ifPresent(parts::add);
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
            Condition.Compared condition = line.item().gate().orElseThrow().condition();
            String key = "explain.basis.gate";
            if (gated.bound().isEmpty()) {
                key += ".bound";
            } else if (gated.value().isEmpty()) {
                key += ".missing";
            }
            return words.text(
                    key,
                    "measure",
                    measureName(condition, assessment),
                    "comparison",
                    words.text("comparison." + condition.comparison().name()),
                    "bound",
                    gated.bound().map(PrintedNumber::value).orElse(""),
                    "value",
                    gated.value().map(PrintedNumber::value).orElse(""),
                    "points",
                    PrintedNumber.value(line.raw()));
        }
        return words.text("explain.basis.none");
    }

    private Optional<String> openGate(Item item, Optional<Fraction> met, Assessment assessment) {
        return item.gate()
                .map(Item.Gate::condition)
                .flatMap(condition -> met.map(bound -> words.text(
                        "explain.basis.gate.open",
                        "measure",
                        measureName(condition, assessment),
                        "comparison",
                        words.text("comparison." + condition.comparison().name()),
                        "bound",
                        PrintedNumber.value(bound))));
    }

    private static String measureName(Condition.Compared condition, Assessment assessment) {
        return assessment
                .scheme()
                .measure(condition.measure())
                .orElseThrow(() -> new IllegalArgumentException("no such measure: " + condition.measure()))
                .name();
    }
}
