package bankscore.contribution.say;

import bankscore.answer.PrintedNumber;
import bankscore.contribution.judge.Report;
import bankscore.contribution.score.Assessment;
import bankscore.contribution.score.ScoreLine;
import bankscore.facts.Earlier;
import bankscore.finding.Words;
import bankscore.rule.Condition;
import bankscore.rule.Definition;
import bankscore.rule.MeasureValue;
import bankscore.rule.say.ConditionText;
import bankscore.rule.say.MeasureSentence;
import bankscore.rule.say.QuartersText;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** Which published quarters the figures of the year, and rows of quarters, go by (scheme.md#periods). */
public record QuartersSentence(Words words) {

    /** A sentence for each figure of the year in which an earlier quarter has a part, and for each row of quarters. */
    public List<String> all(Report report) {
        Assessment assessment = report.assessment();
        QuartersText text = new QuartersText(words);
        List<String> sentences = new ArrayList<>();
        for (Definition.Measure measure : assessment.scheme().measures()) {
            assessment.measures().getOrDefault(measure.id(), Map.of()).values().stream()
                    .limit(1)
                    .flatMap(value -> text.of(value, assessment.scheme()::name).stream())
                    .forEach(sentences::add);
        }
        Earlier earlier = report.quarter().facts().earlier();
        assessment.scheme().conditions().stream()
                .flatMap(condition -> condition.rows().stream())
                .distinct()
                .map(row -> row(row, assessment, earlier))
                .forEach(sentences::add);
        return sentences;
    }

    private String row(Condition.Running row, Assessment assessment, Earlier earlier) {
        String published = earlier.periods().entrySet().stream()
                .filter(each -> each.getKey().quartersBefore(assessment.period()) < row.periods())
                .map(each -> words.text(
                        "quarters.published",
                        "quarter",
                        words.quarter(each.getKey()),
                        "revision",
                        each.getValue().revision(),
                        "code",
                        each.getValue().code()))
                .collect(Collectors.joining(words.text("explain.quarters.join")));
        return words.text(
                published.isEmpty() ? "quarters.row.nothing" : "quarters.row",
                "condition",
                new ConditionText(words, assessment.scheme()::name, id -> unit(id, assessment)).of(row),
                "earlier",
                published);
    }

    private static String unit(String id, Assessment assessment) {
        return assessment.scheme().measure(id).map(Definition.Measure::unit).orElse("");
    }

    /** What earlier quarters say of a bank for the rows of quarters of a condition, the latest first. */
    public List<String> rows(Condition condition, Report report, String bank) {
        Assessment assessment = report.assessment();
        Earlier earlier = report.quarter().facts().earlier();
        List<String> lines = new ArrayList<>();
        for (Condition.Running row : condition.rows()) {
            Condition.Compared compared = row.compared();
            row.before(assessment.period(), (period, id) -> earlier.published(period, id, bank))
                    .forEach(then -> lines.add(words.text(
                            then.holds()
                                    ? "quarters.row.holds"
                                    : then.value().isPresent() && then.bound().isPresent()
                                            ? "quarters.row.broken"
                                            : "quarters.row.missing",
                            "quarter",
                            words.quarter(then.period()),
                            "name",
                            assessment.scheme().name(compared.measure()),
                            "value",
                            then.value().map(PrintedNumber::figure).orElse(""),
                            "unit",
                            unit(compared.measure(), assessment),
                            "comparison",
                            words.text("comparison." + compared.comparison().name()),
                            "bound",
                            then.bound().map(PrintedNumber::value).orElse(""),
                            "revision",
                            earlier.in(then.period())
                                    .map(Earlier.Published::revision)
                                    .orElse(0),
                            "code",
                            earlier.in(then.period())
                                    .map(Earlier.Published::code)
                                    .orElse(""))));
        }
        return lines;
    }

    /** What earlier quarters gave to the points of a line, each with the revision that said so. */
    List<String> of(ScoreLine line, Report report, String bank) {
        Assessment assessment = report.assessment();
        List<String> named = new ArrayList<>(List.of(line.item().measure()));
        line.item().references().forEach(held -> {
            named.add(held.measure());
            held.against().named().ifPresent(named::add);
        });
        Set<String> needed = assessment.scheme().definitions().needed(named);
        List<String> lines = new ArrayList<>();
        assessment.measures().forEach((id, values) -> {
            MeasureValue value = values.get(bank);
            if (value != null && needed.contains(id) && !value.quarters().isEmpty()) {
                if (!id.equals(line.item().measure())) {
                    lines.add(words.text("quarters.working", "working", new MeasureSentence(words).of(value)));
                }
                lines.addAll(new QuartersText(words).sources(value, assessment.scheme()::name));
            }
        });
        line.item().gate().ifPresent(gate -> lines.addAll(rows(gate.condition(), report, bank)));
        return lines;
    }
}
