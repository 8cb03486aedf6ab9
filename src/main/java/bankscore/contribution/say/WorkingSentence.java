package bankscore.contribution.say;

import static bankscore.answer.PrintedNumber.operand;

import bankscore.answer.PrintedNumber;
import bankscore.contribution.method.Method;
import bankscore.contribution.method.Method.Better;
import bankscore.contribution.scheme.Item;
import bankscore.contribution.score.Assessment;
import bankscore.contribution.score.ScoreLine;
import bankscore.contribution.score.ScoreLine.Basis;
import bankscore.contribution.score.ScoreLine.Working;
import bankscore.exact.Fraction;
import bankscore.exact.Rounding;
import bankscore.finding.Words;
import bankscore.rule.BenchmarkValue;
import bankscore.rule.Formula;
import bankscore.rule.MeasureValue;
import bankscore.rule.Reference;
import bankscore.rule.Statistic;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The points of one bank in one item as one self-contained line: figures, formula, rounding, method, points. Whoever has
 * the line and a pocket calculator can find the points again.
 *
 * <p>The methods stand in the order of {@code scheme.md#methods}.
 */
public final class WorkingSentence {

    private final Words words;

    public WorkingSentence(Words words) {
        this.words = words;
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
        List<String> parts = new ArrayList<>();
        parts.add(measure(line.measure()));
        if (line.basis() instanceof Basis.Applied applied) {
            line.item().gate().flatMap(gate -> openGate(gate, assessment)).ifPresent(parts::add);
            parts.add(method(line, applied, assessment));
        } else {
            parts.add(withoutMethod(line, assessment));
        }
        Fraction weighted = line.raw().times(line.item().weight());
        if (!line.item().weight().equals(Fraction.ONE)) {
            parts.add(words.text(
                    "explain.weight",
                    "percent",
                    PrintedNumber.value(line.item().weight().times(Fraction.HUNDRED)),
                    "raw",
                    PrintedNumber.value(line.raw()),
                    "weighted",
                    PrintedNumber.value(weighted)));
        }
        if (!weighted.equals(line.unrounded())) {
            parts.add(words.text("explain.deduction"));
        }
        parts.add(words.text(
                "explain.points",
                "rounding",
                rounding(line.rounding()),
                "points",
                PrintedNumber.rounded(line.points(), line.rounding())));
        return String.join(words.text("explain.join"), parts) + words.text("explain.end");
    }

    // ---- The measure ----------------------------------------------------------------------------------------------

    private String measure(MeasureValue measure) {
        StringBuilder text = new StringBuilder(
                measure.measure().of().isPresent()
                        ? records(measure, measure.measure().of().get())
                        : formula(measure));
        if (measure.standsIn()) {
            text.append(say(measure, "explain.measure.stand", "value", published(measure)));
        } else if (measure.value().isPresent() && measure.measure().rounding().isPresent()) {
            text.append(say(
                    measure,
                    "explain.measure.rounded",
                    "rounding",
                    rounding(measure.measure().rounding().get()),
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
    private String records(MeasureValue measure, Statistic statistic) {
        long rows =
                measure.inputs().stream().mapToLong(MeasureValue.Input::rows).sum();
        Fraction registered = Fraction.sum(measure.inputs().stream()
                .map(input -> input.value().orElse(Fraction.ZERO))
                .toList());
        if (measure.unrounded().isEmpty()) {
            return say(measure, "explain.records.none");
        }
        Fraction value = measure.unrounded().get();
        String key = "explain.records." + statistic.name();
        if (statistic == Statistic.MEAN) {
            return mean(measure, rows, registered, value);
        }
        if (statistic == Statistic.SUM && !value.equals(registered)) {
            return say(
                    measure,
                    key + ".more",
                    "rows",
                    rows,
                    "sum",
                    PrintedNumber.figure(registered),
                    "more",
                    PrintedNumber.figure(value.minus(registered)),
                    "value",
                    PrintedNumber.figure(value));
        }
        return say(measure, key, "rows", rows, "value", PrintedNumber.figure(value));
    }

    private String mean(MeasureValue measure, long rows, Fraction registered, Fraction mean) {
        String key = "explain.records.MEAN";
        Fraction sum = registered;
        Fraction counted = Fraction.of(rows);
        if (!mean.times(counted).equals(registered)) {
            if (measure.measure().whenEmpty().isPresent()) {
                key += ".more";
                sum = mean.times(counted);
            } else {
                // Some records have no number: sum ÷ mean is how many have one.
                counted = registered.dividedBy(mean);
            }
        }
        return say(
                measure,
                key,
                "counted",
                PrintedNumber.value(counted),
                "sum",
                PrintedNumber.figure(sum),
                "value",
                PrintedNumber.value(mean));
    }

    // ---- No method applied ----------------------------------------------------------------------------------------

    private String withoutMethod(ScoreLine line, Assessment assessment) {
        if (line.basis() instanceof Basis.NotApplicable other) {
            return words.text("explain.basis.kind", "kind", other.kind());
        }
        if (line.basis() instanceof Basis.Gated gated) {
            Item.Gate gate = line.item().gate().orElseThrow();
            String key = "explain.basis.gate";
            if (gated.bound().isEmpty()) {
                key += ".bound";
            } else if (gated.value().isEmpty()) {
                key += ".missing";
            }
            return words.text(
                    key,
                    "measure",
                    measureName(gate.measure(), assessment),
                    "comparison",
                    words.text("comparison." + gate.comparison().name()),
                    "bound",
                    gated.bound().map(PrintedNumber::value).orElse(""),
                    "value",
                    gated.value().map(PrintedNumber::value).orElse(""),
                    "points",
                    PrintedNumber.value(line.raw()));
        }
        return words.text("explain.basis.none");
    }

    private Optional<String> openGate(Item.Gate gate, Assessment assessment) {
        return bound(gate.bound(), assessment)
                .map(bound -> words.text(
                        "explain.basis.gate.open",
                        "measure",
                        measureName(gate.measure(), assessment),
                        "comparison",
                        words.text("comparison." + gate.comparison().name()),
                        "bound",
                        bound));
    }

    /** A bound that is the same for all banks. */
    private static Optional<String> bound(Reference reference, Assessment assessment) {
        if (reference instanceof Reference.Fixed fixed) {
            return Optional.of(PrintedNumber.value(fixed.value()));
        }
        return reference instanceof Reference.Named named
                ? benchmark(named.id(), assessment)
                        .flatMap(BenchmarkValue::value)
                        .map(PrintedNumber::value)
                : Optional.empty();
    }

    // ---- The methods ----------------------------------------------------------------------------------------------

    private String method(ScoreLine line, Basis.Applied applied, Assessment assessment) {
        Method method = line.item().method();
        Working working = applied.working();
        Fraction own = applied.value();
        if (method instanceof Method.Bands bands && working instanceof Working.InBand inBand) {
            return bands(bands, inBand);
        }
        if (method instanceof Method.RatioToBest ratio && working instanceof Working.Against against) {
            return ratioToBest(line, ratio, own, against.other().orElse(Fraction.ZERO));
        }
        if (method instanceof Method.RatioToReference ratio && working instanceof Working.Against against) {
            return ratioToReference(line, ratio, own, against.other(), assessment);
        }
        if (method instanceof Method.ShareOfTotal share && working instanceof Working.Against against) {
            return shareOfTotal(line, share, own, against.other().orElse(Fraction.ZERO));
        }
        if (method instanceof Method.RankStep rank && working instanceof Working.Placed placed) {
            return rankStep(line, rank, placed);
        }
        if (method instanceof Method.RankTable rank && working instanceof Working.Placed placed) {
            String key = placed.place() <= rank.table().size() ? "explain.rank.table" : "explain.rank.beyond";
            return say(
                    line,
                    key,
                    "place",
                    place(line, placed),
                    "length",
                    rank.table().size());
        }
        if (method instanceof Method.Linear linear && working instanceof Working.Stepped stepped) {
            return linear(line, linear, stepped, assessment);
        }
        if (method instanceof Method.MinMax minMax && working instanceof Working.Between between) {
            return minMax(line, minMax, between);
        }
        if (method instanceof Method.Value value && working instanceof Working.Itself) {
            return words.text("explain.value", "raw", PrintedNumber.value(own))
                    + limited(own, line.raw(), value.min(), value.max());
        }
        throw new IllegalStateException("no words for " + method + " and " + working);
    }

    private String bands(Method.Bands method, Working.InBand working) {
        if (working.index().isEmpty()) {
            return words.text(
                    "explain.band.none",
                    "from",
                    method.bands().get(0).from().map(Fraction::toString).orElse(""));
        }
        String band = band(method.bands().get(working.index().get()));
        return words.text(working.onBound() ? "explain.band.bound" : "explain.band", "band", band);
    }

    private String band(Method.Band band) {
        String key;
        if (band.from().isPresent() && band.to().isPresent()) {
            key = "explain.band.between";
        } else if (band.to().isPresent()) {
            key = band.toIncluded() ? "explain.band.upto" : "explain.band.below";
        } else if (band.from().isPresent()) {
            key = band.fromIncluded() ? "explain.band.atleast" : "explain.band.above";
        } else {
            key = "explain.band.all";
        }
        return words.text(
                key,
                "left",
                band.fromIncluded() ? "[" : "(",
                "from",
                band.from().map(Fraction::toString).orElse(""),
                "to",
                band.to().map(Fraction::toString).orElse(""),
                "right",
                band.toIncluded() ? "]" : ")",
                "points",
                PrintedNumber.value(band.points()));
    }

    private String ratioToBest(ScoreLine line, Method.RatioToBest method, Fraction own, Fraction best) {
        String key;
        if (method.better() == Better.LOWER && own.isZero() && best.isZero()) {
            key = "explain.best.zero";
        } else if (!best.isPositive()) {
            key = "explain.best." + method.better().name() + ".none";
        } else if (!own.isPositive()) {
            key = "explain.best.own";
        } else {
            key = "explain.best." + method.better().name();
        }
        return say(line, key, "full", PrintedNumber.value(method.full()), "best", like(line.measure(), best));
    }

    private String ratioToReference(
            ScoreLine line,
            Method.RatioToReference method,
            Fraction own,
            Optional<Fraction> reference,
            Assessment assessment) {
        if (reference.isEmpty()) {
            return words.text("explain.ratio.none");
        }
        String described = reference(line, method.reference(), reference.get(), assessment);
        if (!reference.get().isPositive()) {
            return say(line, "explain.ratio.zero", "reference", described);
        }
        Fraction exact = method.full().times(own).dividedBy(reference.get());
        return say(
                        line,
                        "explain.ratio",
                        "reference",
                        described,
                        "full",
                        PrintedNumber.value(method.full()),
                        "own",
                        operand(published(line.measure())),
                        "value",
                        PrintedNumber.value(reference.get()),
                        "raw",
                        PrintedNumber.value(exact))
                + limited(exact, line.raw(), Optional.of(Fraction.ZERO), Optional.of(method.cap()));
    }

    private String shareOfTotal(ScoreLine line, Method.ShareOfTotal method, Fraction own, Fraction sum) {
        String key = "explain.share";
        if (sum.isZero()) {
            key += ".zero";
        } else if (own.isNegative()) {
            key += ".negative";
        }
        return say(line, key, "full", PrintedNumber.value(method.full()), "sum", like(line.measure(), sum));
    }

    private String rankStep(ScoreLine line, Method.RankStep method, Working.Placed placed) {
        Fraction lost = Fraction.of(placed.place() - 1L);
        Fraction exact = method.first().minus(method.step().times(lost));
        return say(
                        line,
                        "explain.rank.step",
                        "place",
                        place(line, placed),
                        "first",
                        PrintedNumber.value(method.first()),
                        "step",
                        operand(PrintedNumber.value(method.step())),
                        "lost",
                        PrintedNumber.value(lost),
                        "raw",
                        PrintedNumber.value(exact))
                + limited(exact, line.raw(), Optional.of(method.floor()), Optional.empty());
    }

    private String place(ScoreLine line, Working.Placed placed) {
        return say(line, "explain.place", "of", placed.of(), "place", placed.place());
    }

    private String linear(ScoreLine line, Method.Linear method, Working.Stepped stepped, Assessment assessment) {
        if (stepped.reference().isEmpty()) {
            return words.text("explain.linear.none");
        }
        Fraction reference = stepped.reference().get();
        Fraction exact = method.base().plus(method.points().times(stepped.steps()));
        String points = PrintedNumber.value(method.points());
        String sum = words.text(
                method.base().isZero() ? "explain.linear.sum.bare" : "explain.linear.sum",
                "base",
                PrintedNumber.value(method.base()),
                "points",
                method.base().isZero() ? points : operand(points),
                "steps",
                operand(PrintedNumber.value(stepped.steps())));
        return say(
                        line,
                        "explain.linear",
                        "reference",
                        reference(line, method.reference(), reference, assessment),
                        "value",
                        operand(like(line.measure(), reference)),
                        "distance",
                        PrintedNumber.value(stepped.distance()),
                        "per",
                        PrintedNumber.value(method.per()),
                        "counting",
                        words.text("steps." + method.steps().name()),
                        "steps",
                        PrintedNumber.value(stepped.steps()),
                        "points",
                        points,
                        "sum",
                        sum,
                        "raw",
                        PrintedNumber.value(exact))
                + limited(exact, line.raw(), method.min(), method.max());
    }

    private String minMax(ScoreLine line, Method.MinMax method, Working.Between between) {
        String worst = like(line.measure(), between.worst());
        return say(
                line,
                between.best().equals(between.worst()) ? "explain.minmax.same" : "explain.minmax",
                "full",
                PrintedNumber.value(method.full()),
                "worst",
                worst,
                "less",
                operand(worst),
                "best",
                like(line.measure(), between.best()));
    }

    private String limited(Fraction exact, Fraction raw, Optional<Fraction> min, Optional<Fraction> max) {
        if (exact.equals(raw)) {
            return "";
        }
        boolean raised = exact.isLess(raw);
        Fraction limit = (raised ? min : max).orElse(raw);
        return words.text(raised ? "explain.limit.min" : "explain.limit.max", "limit", PrintedNumber.value(limit));
    }

    // ---- Words with the values that many of them use --------------------------------------------------------------

    private String say(MeasureValue measure, String key, Object... own) {
        return words.text(
                key,
                both(
                        List.of(
                                "name",
                                measure.measure().name(),
                                "unit",
                                measure.measure().unit()),
                        own));
    }

    /** Own values go before the common ones. */
    private String say(ScoreLine line, String key, Object... own) {
        return words.text(
                key,
                both(
                        List.of(
                                "over",
                                over(line),
                                "own",
                                published(line.measure()),
                                "unit",
                                line.measure().measure().unit(),
                                "raw",
                                PrintedNumber.value(line.raw())),
                        own));
    }

    private static Object[] both(List<Object> common, Object... own) {
        return Stream.concat(common.stream(), Stream.of(own)).toArray();
    }

    // ---- References and numbers -----------------------------------------------------------------------------------

    private String reference(ScoreLine line, Reference reference, Fraction value, Assessment assessment) {
        if (reference instanceof Reference.Fixed) {
            return words.text("explain.reference.fixed", "value", PrintedNumber.value(value));
        }
        if (reference instanceof Reference.OfPopulation ofPopulation) {
            return words.text(
                    "explain.reference.population",
                    "over",
                    over(line),
                    "statistic",
                    words.text("statistic." + ofPopulation.statistic().name()),
                    "value",
                    like(line.measure(), value));
        }
        String id = ((Reference.Named) reference).id();
        Optional<BenchmarkValue> benchmark = benchmark(id, assessment);
        if (benchmark.isEmpty()) {
            return words.text(
                    "explain.reference.measure",
                    "name",
                    measureName(id, assessment),
                    "value",
                    PrintedNumber.value(value));
        }
        BenchmarkValue found = benchmark.get();
        return words.text(
                found.published() ? "explain.reference.published" : "explain.reference.computed",
                "name",
                nameOf(found, words),
                "value",
                like(line.measure(), value),
                "count",
                found.banks().size());
    }

    private static Optional<BenchmarkValue> benchmark(String id, Assessment assessment) {
        return assessment.benchmarks().stream()
                .filter(value -> value.benchmark().id().equals(id))
                .findFirst();
    }

    /** A benchmark's name, or else that of the published item it takes its value from; never its id. */
    public static String nameOf(BenchmarkValue value, Words words) {
        String name = value.benchmark().name();
        return name.isEmpty() || name.equals(value.benchmark().id())
                ? value.benchmark().published().orElseGet(() -> words.text("explain.reference.unnamed"))
                : name;
    }

    private static String measureName(String id, Assessment assessment) {
        return assessment
                .scheme()
                .measure(id)
                .orElseThrow(() -> new IllegalArgumentException("no such measure: " + id))
                .name();
    }

    private String over(ScoreLine line) {
        return words.text(line.item().peers() ? "over.PEERS" : "over.ASSESSED");
    }

    private static String published(MeasureValue measure) {
        return measure.value().map(value -> like(measure, value)).orElse("");
    }

    /** A value printed as the measure's own values are, so that a comparison is one of like with like. */
    private static String like(MeasureValue measure, Fraction value) {
        return measure.measure()
                .rounding()
                .filter(rounding -> rounding.round(value).equals(value))
                .map(rounding -> PrintedNumber.rounded(value, rounding))
                .orElseGet(() -> PrintedNumber.value(value));
    }

    private String rounding(Rounding rounding) {
        return words.text("rounding." + rounding.mode().name(), "decimals", rounding.decimals());
    }
}
