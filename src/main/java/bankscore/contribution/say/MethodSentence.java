package bankscore.contribution.say;

import bankscore.contribution.method.Method;
import bankscore.contribution.scheme.Item;
import bankscore.contribution.scheme.Scheme;
import bankscore.exact.Fraction;
import bankscore.finding.Words;
import bankscore.rule.Reference;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** A scoring method with its parameters in words, such as 满分30分×本行÷最好. */
public final class MethodSentence {

    private final Words words;
    private final Scheme scheme;

    public MethodSentence(Words words, Scheme scheme) {
        this.words = words;
        this.scheme = scheme;
    }

    /** The most points an item can give, or for a deduction the most it can cost; empty if nothing bounds it. */
    public static Optional<Fraction> full(Item item) {
        Method method = item.method();
        boolean deduction = item.kind() == Item.Kind.DEDUCTION;
        Optional<Fraction> full = Optional.empty();
        if (method instanceof Method.Bands bands) {
            full = bands.bands().stream().map(Method.Band::points).reduce(deduction ? Fraction::min : Fraction::max);
        } else if (method instanceof Method.RatioToBest ratio) {
            full = Optional.of(ratio.full());
        } else if (method instanceof Method.RatioToReference ratio) {
            full = Optional.of(ratio.cap());
        } else if (method instanceof Method.ShareOfTotal share) {
            full = Optional.of(share.full());
        } else if (method instanceof Method.RankStep rank) {
            full = Optional.of(rank.first());
        } else if (method instanceof Method.RankTable rank) {
            full = rank.table().stream().reduce(Fraction::max);
        } else if (method instanceof Method.Linear linear) {
            full = deduction ? linear.min() : linear.max();
        } else if (method instanceof Method.MinMax minMax) {
            full = Optional.of(minMax.full());
        } else if (method instanceof Method.Value value) {
            full = deduction ? value.min() : value.max();
        }
        return full.map(points -> points.times(item.weight()));
    }

    public String of(Item item) {
        List<String> parts = new ArrayList<>();
        parts.add(method(item.method()));
        item.gate()
                .ifPresent(gate -> parts.add(words.text(
                        "book.method.gate",
                        "measure",
                        name(gate.measure()),
                        "comparison",
                        words.text("comparison." + gate.comparison().name()),
                        "bound",
                        reference(gate.bound()),
                        "points",
                        gate.otherwise())));
        if (!item.weight().equals(Fraction.ONE)) {
            parts.add(words.text("book.method.weight", "percent", item.weight().times(Fraction.HUNDRED)));
        }
        if (item.peers()) {
            parts.add(words.text("book.method.peers"));
        }
        if (!item.appliesTo().isEmpty()) {
            parts.add(words.text("book.method.kinds", "kinds", String.join("、", item.appliesTo())));
        }
        return String.join(words.text("book.method.joint"), parts);
    }

    private String method(Method method) {
        if (method instanceof Method.Bands bands) {
            List<String> each = bands.bands().stream().map(this::band).toList();
            return words.text("book.method.bands", "bands", String.join(words.text("book.method.joint"), each));
        }
        if (method instanceof Method.RatioToBest ratio) {
            return words.text("book.method.ratioToBest." + ratio.better().name(), "full", ratio.full());
        }
        if (method instanceof Method.RatioToReference ratio) {
            return words.text(
                    "book.method.ratioToReference",
                    "full",
                    ratio.full(),
                    "reference",
                    reference(ratio.reference()),
                    "cap",
                    ratio.cap());
        }
        if (method instanceof Method.ShareOfTotal share) {
            return words.text("book.method.shareOfTotal", "full", share.full());
        }
        if (method instanceof Method.RankStep rank) {
            return words.text(
                    "book.method.rankStep." + rank.better().name(),
                    "first",
                    rank.first(),
                    "step",
                    rank.step(),
                    "floor",
                    rank.floor());
        }
        if (method instanceof Method.RankTable rank) {
            List<String> table = rank.table().stream().map(Fraction::toString).toList();
            return words.text("book.method.rankTable." + rank.better().name(), "table", String.join("、", table));
        }
        if (method instanceof Method.Linear linear) {
            return linear(linear);
        }
        if (method instanceof Method.MinMax minMax) {
            return words.text("book.method.minMax." + minMax.better().name(), "full", minMax.full());
        }
        Method.Value value = (Method.Value) method;
        return words.text("book.method.value") + limits(value.min(), value.max());
    }

    private String band(Method.Band band) {
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

    private String linear(Method.Linear linear) {
        String key = linear.min().isPresent()
                        && linear.max().filter(Fraction::isZero).isPresent()
                        && linear.base().isZero()
                        && linear.points().isPositive()
                ? "book.method.linear.deduction"
                : "book.method.linear";
        return words.text(
                        key,
                        "base",
                        linear.base(),
                        "reference",
                        reference(linear.reference()),
                        "per",
                        linear.per(),
                        "points",
                        linear.points(),
                        "steps",
                        words.text("steps." + linear.steps().name()))
                + limits(linear.min(), linear.max());
    }

    private String limits(Optional<Fraction> min, Optional<Fraction> max) {
        return min.map(points -> words.text("book.method.min", "points", points))
                        .orElse("")
                + max.map(points -> words.text("book.method.max", "points", points))
                        .orElse("");
    }

    private String reference(Reference reference) {
        if (reference instanceof Reference.Fixed fixed) {
            return fixed.value().toString();
        }
        if (reference instanceof Reference.Named named) {
            return name(named.id());
        }
        Reference.OfPopulation population = (Reference.OfPopulation) reference;
        return words.text("statistic." + population.statistic().name());
    }

    private String name(String id) {
        return scheme.measure(id)
                .map(measure -> measure.name())
                .or(() -> scheme.benchmarks().stream()
                        .filter(benchmark -> benchmark.id().equals(id))
                        .map(benchmark -> benchmark.name())
                        .findFirst())
                .orElse(id);
    }
}
