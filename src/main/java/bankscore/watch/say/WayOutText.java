package bankscore.watch.say;

import bankscore.answer.PrintedNumber;
import bankscore.exact.Fraction;
import bankscore.facts.FactTable;
import bankscore.facts.Figure;
import bankscore.finding.Words;
import bankscore.intake.ColumnWords;
import bankscore.rule.Definition;
import bankscore.rule.say.ConditionText;
import bankscore.watch.judge.Look;
import bankscore.watch.judge.Watched;
import bankscore.watch.judge.WayOut;
import bankscore.watch.scheme.Group;
import bankscore.watch.scheme.Watch;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What would have to be otherwise for a subject not to be named by a watch, as readers say it (watch.md#explain). */
final class WayOutText {

    /** In which amounts of money are given. */
    private static final int MONEY = 2;

    private final Report report;
    private final Words words;
    private final RuleSentences rule;

    WayOutText(Report report, Words words, RuleSentences rule) {
        this.report = report;
        this.words = words;
        this.rule = rule;
    }

    /** First what the measure must reach, then the figure that suffices, then what would spare it. */
    List<String> of(Group group, Watched subject, Look hit) {
        Watch watch = hit.watch();
        Definition.Measure measure = group.measure(watch.measure()).orElseThrow();
        Optional<FactTable> facts = Optional.ofNullable(report.input().facts().get(group.id()));
        Map<String, Integer> decimals = new HashMap<>();
        for (String column : measure.formula().names()) {
            facts.flatMap(table -> table.figure(column, subject.subject().code()))
                    .map(Figure::value)
                    .ifPresent(now ->
                            decimals.put(column, now.isWhole() && unit(column).isEmpty() ? 0 : MONEY));
        }
        WayOut out = WayOut.of(report.input(), subject, hit, decimals);
        List<String> lines = new ArrayList<>();
        boolean up = watch.side() == Watch.Side.BELOW;
        String side =
                words.text("comparison." + (out.included() ? up ? "AT_LEAST" : "AT_MOST" : up ? "ABOVE" : "BELOW"));
        lines.add(words.text(
                "answer.way",
                "measure",
                measure.name(),
                "side",
                side,
                "value",
                value(out.value(), measure),
                "now",
                value(hit.value().orElseThrow(), measure),
                "apart",
                value(out.value().minus(hit.value().orElseThrow()).abs(), measure, rule.points(measure.unit()))));
        out.figure().ifPresent(enough -> lines.add(figure(enough, hit, measure)));
        watch.unless()
                .ifPresent(condition -> lines.add(words.text(
                        "answer.way.unless",
                        "condition",
                        new ConditionText(
                                        words,
                                        id -> report.name(group, id),
                                        id -> group.measure(id)
                                                .map(Definition.Measure::unit)
                                                .orElse(""))
                                .of(condition))));
        return lines;
    }

    private String figure(WayOut.Enough enough, Look hit, Definition.Measure measure) {
        boolean more = enough.needed().isGreater(enough.now());
        String unit = unit(enough.column());
        boolean moved = !enough.then().bound().equals(hit.bound());
        return words.text(
                more ? "answer.way.more" : "answer.way.less",
                "column",
                report.columnName(enough.column()),
                "needed",
                amount(enough.needed(), unit),
                "now",
                amount(enough.now(), unit),
                "apart",
                amount(enough.needed().minus(enough.now()).abs(), unit),
                "moved",
                moved
                        ? words.text(
                                "answer.way.moved",
                                "bound",
                                value(enough.then().bound().orElseThrow(), measure))
                        : "");
    }

    private String unit(String column) {
        return Optional.ofNullable(report.columns().get(column))
                .map(ColumnWords::unit)
                .orElse("");
    }

    private static String amount(Fraction value, String unit) {
        return (unit.isEmpty() ? PrintedNumber.value(value) : PrintedNumber.figure(value)) + unit;
    }

    private static String value(Fraction value, Definition.Measure measure) {
        return value(value, measure, measure.unit());
    }

    private static String value(Fraction value, Definition.Measure measure, String unit) {
        return measure.rounding()
                        .filter(to -> to.round(value).equals(value))
                        .map(to -> PrintedNumber.rounded(value, to))
                        .orElseGet(() -> PrintedNumber.value(value))
                + unit;
    }
}
