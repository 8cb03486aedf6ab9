package bankscore.rule.say;

import bankscore.answer.PrintedNumber;
import bankscore.exact.Fraction;
import bankscore.finding.Words;
import bankscore.rule.Definition;
import bankscore.rule.MeasureValue;
import bankscore.rule.MeasureValue.OfQuarter;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/** A figure of the year in sentences: what each quarter gives to it, and which published result says so. */
public record QuartersText(Words words) {

    /** What the quarters give and what is made of it: 2022年第一季度70%，2022年第二季度72%，平均 (70 + 72) ÷ 2 = 71%. */
    String working(MeasureValue measure) {
        List<Fraction> values = measure.quarters().stream()
                .flatMap(quarter -> quarter.value().stream())
                .toList();
        String made = measure.unrounded().isEmpty() ? "none" : gathered(measure).name();
        return words.text(
                "explain.quarters." + made,
                "name",
                measure.measure().name(),
                "quarters",
                measure.quarters().stream()
                        .map(quarter -> each(measure, quarter))
                        .collect(Collectors.joining(words.text("explain.quarters.join"))),
                "sum",
                sum(values),
                "count",
                values.size(),
                "value",
                measure.unrounded().map(PrintedNumber::value).orElse(""),
                "unit",
                measure.measure().unit());
    }

    private String each(MeasureValue measure, OfQuarter quarter) {
        return words.text(
                quarter.value().isPresent() ? "explain.quarters.each" : "explain.quarters.missing",
                "quarter",
                words.quarter(quarter.period()),
                "value",
                quarter.value().map(PrintedNumber::figure).orElse(""),
                "unit",
                measure.measure().unit());
    }

    /** Ready for a pocket calculator. */
    private static String sum(List<Fraction> values) {
        StringBuilder text = new StringBuilder();
        for (Fraction value : values) {
            String number = PrintedNumber.value(value);
            text.append(text.length() == 0 ? number : " + " + PrintedNumber.operand(number));
        }
        return text.toString();
    }

    private static Definition.Gathered gathered(MeasureValue measure) {
        return measure.measure().quarters().orElseThrow().of();
    }

    /**
     * A line for each earlier quarter: what it gave, and the published revision that said so.
     *
     * @param name what readers call a measure by its id
     */
    public List<String> sources(MeasureValue measure, Function<String, String> name) {
        List<String> lines = new ArrayList<>();
        for (OfQuarter quarter : measure.quarters()) {
            quarter.published()
                    .ifPresent(published -> lines.add(words.text(
                            quarter.value().isPresent() ? "quarters.source" : "quarters.source.missing",
                            "quarter",
                            words.quarter(quarter.period()),
                            "name",
                            measure.measure().gathered().map(name).orElse(""),
                            "value",
                            quarter.value().map(PrintedNumber::figure).orElse(""),
                            "unit",
                            measure.measure().unit(),
                            "revision",
                            published.revision(),
                            "code",
                            published.code())));
        }
        return lines;
    }

    /**
     * What a figure of the year is made of, whoever's it is; empty where no earlier quarter has a part.
     *
     * @param measure of anybody
     * @param name what readers call a measure by its id
     */
    public Optional<String> of(MeasureValue measure, Function<String, String> name) {
        String earlier = measure.quarters().stream()
                .flatMap(quarter -> quarter.published().stream()
                        .map(published -> words.text(
                                "quarters.published",
                                "quarter",
                                words.quarter(quarter.period()),
                                "revision",
                                published.revision(),
                                "code",
                                published.code())))
                .collect(Collectors.joining(words.text("explain.quarters.join")));
        return Optional.of(earlier)
                .filter(text -> !text.isEmpty())
                .map(text -> words.text(
                        "quarters.of." + gathered(measure).name(),
                        "name",
                        measure.measure().name(),
                        "gathered",
                        measure.measure().gathered().map(name).orElse(""),
                        "earlier",
                        text));
    }
}
