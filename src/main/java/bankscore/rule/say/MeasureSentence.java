package bankscore.rule.say;

import bankscore.answer.PrintedNumber;
import bankscore.exact.Fraction;
import bankscore.exact.Rounding;
import bankscore.finding.Words;
import bankscore.rule.Formula;
import bankscore.rule.MeasureValue;
import bankscore.rule.Records;
import bankscore.rule.Statistic;
import java.util.stream.Stream;

/** A measure of one subject with its figures or records, its formula and its rounding. */
public record MeasureSentence(Words words) {

    /** Such as 存贷比 = 7,297.00 ÷ 10,000.00 × 100 = 72.97%. */
    public String of(MeasureValue measure) {
        StringBuilder text = new StringBuilder(measure.records()
                .map(records -> records(measure, measure.measure().of().orElseThrow(), records))
                .orElseGet(() ->
                        measure.quarters().isEmpty() ? formula(measure) : new QuartersText(words).working(measure)));
        if (measure.standsIn()) {
            text.append(say(measure, "explain.measure.stand", "value", published(measure)));
        } else if (measure.value().isPresent() && measure.measure().rounding().isPresent()) {
            text.append(say(
                    measure,
                    "explain.measure.rounded",
                    "rounding",
                    rounding(words, measure.measure().rounding().get()),
                    "value",
                    published(measure)));
        }
        return text.toString();
    }

    private String formula(MeasureValue measure) {
        boolean figure = measure.measure().formula() instanceof Formula.Name;
        String key;
        if (measure.unrounded().isPresent()) {
            key = figure ? "explain.measure.figure" : "explain.measure.formula";
        } else if (measure.inputs().stream().anyMatch(input -> input.value().isEmpty())) {
            key = figure ? "explain.measure.missing.figure" : "explain.measure.missing";
        } else {
            key = "explain.measure.zero";
        }
        return say(
                measure,
                key,
                "formula",
                FormulaText.numbered(words, measure).of(measure.measure().formula()),
                "value",
                measure.unrounded()
                        .map(value -> figure ? PrintedNumber.figure(value) : PrintedNumber.value(value))
                        .orElse(""));
    }

    /** Records enter as count and sum. A record without a number may count by the scheme's value for its word (D10). */
    private String records(MeasureValue measure, Statistic statistic, Records records) {
        if (measure.unrounded().isEmpty()) {
            return say(measure, "explain.records.none");
        }
        Fraction value = measure.unrounded().get();
        boolean mean = statistic == Statistic.MEAN;
        boolean more = (mean || statistic == Statistic.SUM) && !records.added().isZero();
        return say(
                measure,
                "explain.records." + statistic.name() + (more ? ".more" : ""),
                "rows",
                records.rows(),
                "counted",
                PrintedNumber.value(Fraction.of(records.counted())),
                "sum",
                PrintedNumber.figure(mean ? records.sum() : records.registered()),
                "more",
                PrintedNumber.figure(records.added()),
                "value",
                mean ? PrintedNumber.value(value) : PrintedNumber.figure(value));
    }

    private String say(MeasureValue measure, String key, Object... own) {
        Object[] common = {
            "name", measure.measure().name(), "unit", measure.measure().unit()
        };
        return words.text(key, Stream.concat(Stream.of(common), Stream.of(own)).toArray());
    }

    /** The measure's value as it is published; empty if it has none. */
    public static String published(MeasureValue measure) {
        return measure.value().map(value -> like(measure, value)).orElse("");
    }

    /** A value printed as the measure's own values are, so that a comparison is one of like with like. */
    public static String like(MeasureValue measure, Fraction value) {
        return measure.measure()
                .rounding()
                .filter(rounding -> rounding.round(value).equals(value))
                .map(rounding -> PrintedNumber.rounded(value, rounding))
                .orElseGet(() -> PrintedNumber.value(value));
    }

    /** Such as 保留2位小数四舍五入. */
    public static String rounding(Words words, Rounding rounding) {
        return words.text("rounding." + rounding.mode().name(), "decimals", rounding.decimals());
    }
}
