package bankscore.contribution.say;

import static bankscore.answer.PrintedNumber.operand;

import bankscore.answer.PrintedNumber;
import bankscore.contribution.Names;
import bankscore.contribution.method.Bands;
import bankscore.contribution.method.Limited;
import bankscore.contribution.method.Linear;
import bankscore.contribution.method.Method;
import bankscore.contribution.method.MinMax;
import bankscore.contribution.method.Rank;
import bankscore.contribution.method.RatioToBest;
import bankscore.contribution.method.RatioToReference;
import bankscore.contribution.method.ShareOfTotal;
import bankscore.contribution.method.Value;
import bankscore.contribution.scheme.Item;
import bankscore.contribution.scheme.Scheme;
import bankscore.contribution.score.Assessment;
import bankscore.contribution.score.ScoreLine;
import bankscore.exact.Fraction;
import bankscore.finding.Words;
import bankscore.rule.say.ConditionText;
import bankscore.rule.say.MeasureSentence;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A scoring method in words: with its parameters as the rule has it, such as 满分30分×本行÷最好, and with its numbers as it
 * worked for one bank.
 */
public final class MethodSentence {

    private final Words words;
    private final ReferenceSentence references;

    public MethodSentence(Words words, Scheme scheme) {
        this.words = words;
        this.references = new ReferenceSentence(words, scheme);
    }

    /** The rule of an item. */
    public String of(Item item) {
        List<String> parts = new ArrayList<>();
        parts.add(item.method().read(new OfRule()));
        item.gate()
                .ifPresent(gate -> parts.add(words.text(
                        "book.method.gate",
                        "condition",
                        new ConditionText(words, references::name, id -> "").of(gate.condition()),
                        "points",
                        gate.otherwise())));
        if (!item.weight().equals(Fraction.ONE)) {
            parts.add(words.text("book.method.weight", "percent", item.weight().times(Fraction.HUNDRED)));
        }
        item.peers()
                .ifPresent(peers -> parts.add(words.text(
                        peers.equals(Names.KIND) ? "book.method.peers" : "book.method.peers.group",
                        "group",
                        references.groupName(peers))));
        if (!item.appliesTo().isEmpty()) {
            parts.add(words.text("book.method.kinds", "kinds", String.join("、", item.appliesTo())));
        }
        item.only().ifPresent(periods -> parts.add(words.text("book.method.periods." + periods.name())));
        return String.join(words.text("book.method.joint"), parts);
    }

    /** How the method came to a line's points. */
    String worked(ScoreLine line, Method.Working working, Assessment assessment) {
        return working.read(new OfLine(line, assessment));
    }

    /** The rule, in the order of {@code scheme.md#methods}. */
    private final class OfRule implements Method.Reader<String> {

        @Override
        public String bands(Bands method) {
            List<String> each = method.bands().stream().map(this::band).toList();
            return words.text("book.method.bands", "bands", String.join(words.text("book.method.joint"), each));
        }

        private String band(Bands.Band band) {
            String from = band.from()
                    .map(bound -> words.text(
                            band.fromIncluded() ? "book.method.band.from" : "book.method.band.above", "bound", bound))
                    .orElse("");
            String to = band.to()
                    .map(bound -> words.text(
                            band.toIncluded() ? "book.method.band.to" : "book.method.band.below", "bound", bound))
                    .orElse("");
            String range = from.isEmpty() && to.isEmpty() ? words.text("book.method.band.any") : from + to;
            return words.text("book.method.band", "range", range, "points", band.points());
        }

        @Override
        public String ratioToBest(RatioToBest method) {
            return words.text("book.method.ratioToBest." + method.better().name(), "full", method.full());
        }

        @Override
        public String ratioToReference(RatioToReference method) {
            return words.text(
                            "book.method.ratioToReference",
                            "full",
                            method.full(),
                            "reference",
                            references.ofRule(method.against()))
                    + limits(Optional.of(Fraction.ZERO), method.cap());
        }

        @Override
        public String shareOfTotal(ShareOfTotal method) {
            return words.text("book.method.shareOfTotal", "full", method.full());
        }

        @Override
        public String rankStep(Rank.Step method) {
            return words.text(
                    "book.method.rankStep." + method.better().name(),
                    "first",
                    method.first(),
                    "step",
                    method.step(),
                    "floor",
                    method.floor());
        }

        @Override
        public String rankTable(Rank.Table method) {
            List<String> table = method.table().stream().map(Fraction::toString).toList();
            return words.text("book.method.rankTable." + method.better().name(), "table", String.join("、", table));
        }

        @Override
        public String linear(Linear method) {
            boolean deducts = method.min().isPresent()
                    && method.max().filter(Fraction::isZero).isPresent()
                    && method.base().isZero()
                    && method.points().isPositive();
            return words.text(
                            deducts ? "book.method.linear.deduction" : "book.method.linear",
                            "base",
                            method.base(),
                            "reference",
                            references.ofRule(method.against()),
                            "per",
                            method.per(),
                            "points",
                            method.points(),
                            "steps",
                            words.text("steps." + method.steps().name()))
                    + limits(method.min(), method.max());
        }

        @Override
        public String minMax(MinMax method) {
            String points = words.text("book.method.minMax." + method.better().name(), "full", method.floating());
            return method.hasBase()
                    ? words.text("book.method.minMax.base", "base", method.base(), "points", points)
                    : points;
        }

        @Override
        public String value(Value method) {
            return words.text("book.method.value") + limits(method.min(), method.max());
        }

        private String limits(Optional<Fraction> min, Optional<Fraction> max) {
            return min.map(points -> words.text("book.method.min", "points", points))
                            .orElse("")
                    + max.map(points -> words.text("book.method.max", "points", points))
                            .orElse("");
        }
    }

    /** The working of one bank, in the order of {@code scheme.md#methods}. */
    private final class OfLine implements Method.WorkingReader<String> {

        private final ScoreLine line;
        private final Assessment assessment;

        OfLine(ScoreLine line, Assessment assessment) {
            this.line = line;
            this.assessment = assessment;
        }

        @Override
        public String bands(Bands.Found working) {
            return working.band()
                    .map(band ->
                            words.text(working.isOnBound() ? "explain.band.bound" : "explain.band", "band", band(band)))
                    .orElseGet(() -> words.text(
                            "explain.band.none",
                            "from",
                            working.missedBound().map(Fraction::toString).orElse("")));
        }

        private String band(Bands.Band band) {
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

        @Override
        public String ratioToBest(RatioToBest.ToBest working) {
            String better = working.method().better().name();
            String key;
            if (working.isBestAtZero()) {
                key = "explain.best.zero";
            } else if (!working.best().isPositive()) {
                key = "explain.best." + better + ".none";
            } else if (!working.own().isPositive()) {
                key = "explain.best.own";
            } else {
                key = "explain.best." + better;
            }
            return say(key, "full", PrintedNumber.value(working.method().full()), "best", like(working.best()));
        }

        @Override
        public String ratioToReference(RatioToReference.ToReference working) {
            if (working.reference().isEmpty()) {
                return words.text("explain.ratio.none");
            }
            Fraction reference = working.reference().get();
            String described = reference(working.method(), reference);
            if (working.lacksReference()) {
                return say("explain.ratio.zero", "reference", described);
            }
            return say(
                            "explain.ratio",
                            "reference",
                            described,
                            "full",
                            PrintedNumber.value(working.method().full()),
                            "own",
                            operand(MeasureSentence.published(line.measure())),
                            "value",
                            PrintedNumber.value(reference),
                            "raw",
                            PrintedNumber.value(working.limited().exact()))
                    + limit(working.limited());
        }

        @Override
        public String shareOfTotal(ShareOfTotal.Share working) {
            String key = "explain.share";
            if (working.sum().isZero()) {
                key += ".zero";
            } else if (working.own().isNegative()) {
                key += ".negative";
            }
            return say(key, "full", PrintedNumber.value(working.method().full()), "sum", like(working.sum()));
        }

        @Override
        public String rankStep(Rank.OnStep working) {
            return say(
                            "explain.rank.step",
                            "place",
                            place(working.place(), working.of()),
                            "first",
                            PrintedNumber.value(working.method().first()),
                            "step",
                            operand(PrintedNumber.value(working.method().step())),
                            "lost",
                            PrintedNumber.value(Fraction.of(working.lost())),
                            "raw",
                            PrintedNumber.value(working.limited().exact()))
                    + limit(working.limited());
        }

        @Override
        public String rankTable(Rank.InTable working) {
            return say(
                    working.isBeyond() ? "explain.rank.beyond" : "explain.rank.table",
                    "place",
                    place(working.place(), working.of()),
                    "length",
                    working.method().table().size());
        }

        private String place(int place, int of) {
            return say("explain.place", "of", of, "place", place);
        }

        @Override
        public String linear(Linear.Stepped working) {
            Linear method = working.method();
            if (working.reference().isEmpty()) {
                return words.text("explain.linear.none");
            }
            Fraction reference = working.reference().get();
            boolean bare = method.base().isZero();
            String points = PrintedNumber.value(method.points());
            String steps = PrintedNumber.value(working.steps());
            String sum = words.text(
                    bare ? "explain.linear.sum.bare" : "explain.linear.sum",
                    "base",
                    PrintedNumber.value(method.base()),
                    "points",
                    bare ? points : operand(points),
                    "steps",
                    operand(steps));
            return say(
                            "explain.linear",
                            "reference",
                            reference(method, reference),
                            "value",
                            operand(like(reference)),
                            "distance",
                            PrintedNumber.value(working.distance()),
                            "per",
                            PrintedNumber.value(method.per()),
                            "counting",
                            words.text("steps." + method.steps().name()),
                            "steps",
                            steps,
                            "points",
                            points,
                            "sum",
                            sum,
                            "raw",
                            PrintedNumber.value(working.limited().exact()))
                    + limit(working.limited());
        }

        @Override
        public String minMax(MinMax.Between working) {
            String worst = like(working.worst());
            String based = working.method().hasBase() ? "explain.minmax.base" : "explain.minmax";
            return say(
                    working.best().equals(working.worst()) ? "explain.minmax.same" : based,
                    "base",
                    PrintedNumber.value(working.method().base()),
                    "floating",
                    operand(PrintedNumber.value(working.method().floating())),
                    "full",
                    PrintedNumber.value(working.method().full()),
                    "worst",
                    worst,
                    "less",
                    operand(worst),
                    "best",
                    like(working.best()));
        }

        @Override
        public String value(Value.Judged working) {
            Limited limited = working.limited();
            return words.text("explain.value", "raw", PrintedNumber.value(limited.exact())) + limit(limited);
        }

        private String limit(Limited limited) {
            return limited.limit()
                    .map(limit -> words.text(
                            limit == Limited.Limit.MIN ? "explain.limit.min" : "explain.limit.max",
                            "limit",
                            PrintedNumber.value(limited.points())))
                    .orElse("");
        }

        private String reference(Method method, Fraction value) {
            return references.worked(method.reference().orElseThrow(), value, line, assessment);
        }

        private String like(Fraction value) {
            return MeasureSentence.like(line.measure(), value);
        }

        /** Own values go before the common ones. */
        private String say(String key, Object... own) {
            Object[] common = {
                "over",
                references.over(line),
                "own",
                MeasureSentence.published(line.measure()),
                "unit",
                line.measure().measure().unit(),
                "raw",
                PrintedNumber.value(line.raw())
            };
            return words.text(
                    key, Stream.concat(Stream.of(common), Stream.of(own)).toArray());
        }
    }
}
