package bankscore.contribution.load;

import bankscore.contribution.method.Bands;
import bankscore.contribution.method.Bands.Band;
import bankscore.contribution.method.Better;
import bankscore.contribution.method.Linear;
import bankscore.contribution.method.Linear.Steps;
import bankscore.contribution.method.Method;
import bankscore.contribution.method.MinMax;
import bankscore.contribution.method.Rank;
import bankscore.contribution.method.RatioToBest;
import bankscore.contribution.method.RatioToReference;
import bankscore.contribution.method.ShareOfTotal;
import bankscore.contribution.method.Value;
import bankscore.exact.Fraction;
import bankscore.load.Suggestion;
import bankscore.load.YamlNode;
import bankscore.load.YamlNode.Fields;
import bankscore.rule.Reference;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;

/** Reads an item's {@code method}: one key, the method's name, with its parameters. */
final class MethodLoader {

    /** Reads a reference; reports and returns nothing where it is none. */
    @FunctionalInterface
    interface References {
        Optional<Reference> read(YamlNode branch, boolean ofPopulation);
    }

    /** Reads one method's parameters. */
    @FunctionalInterface
    private interface Reader {
        Optional<Method> read(YamlNode branch);
    }

    private final References references;
    private final Map<String, Reader> methods = Map.of(
            "ratio_to_best", this::ratioToBest,
            "ratio_to_reference", this::ratioToReference,
            "share_of_total", this::shareOfTotal,
            "rank", this::rank,
            "linear", this::linear,
            "min_max", this::minMax,
            "value", this::value);

    MethodLoader(References references) {
        this.references = references;
    }

    Optional<Method> method(YamlNode branch) {
        Map<String, YamlNode> keys = branch.anyFields().all();
        if (keys.containsKey("bands")) {
            return bands(branch.fields("bands", "closed"));
        }
        TreeSet<String> allowed = new TreeSet<>(methods.keySet());
        allowed.add("bands");
        if (keys.size() != 1) {
            branch.refuse("one_method", "allowed", String.join(", ", allowed));
            return Optional.empty();
        }
        Map.Entry<String, YamlNode> only = keys.entrySet().iterator().next();
        Reader reader = methods.get(only.getKey());
        if (reader == null) {
            only.getValue()
                    .refuseText(
                            only.getKey(),
                            "unknown_method",
                            "allowed",
                            String.join(", ", allowed),
                            "meant",
                            Suggestion.nearest(only.getKey(), allowed));
            return Optional.empty();
        }
        return reader.read(only.getValue());
    }

    /** A band ends where the next begins, unless it says otherwise; {@code closed} says which bound belongs to it. */
    private Optional<Method> bands(Fields method) {
        boolean upper =
                method.get("closed").flatMap(this::closed).orElse("lower").equals("upper");
        List<Fields> rows = new ArrayList<>();
        method.need("bands")
                .ifPresent(
                        bands -> bands.list().forEach(row -> rows.add(row.fields("from", "to", "points", "closed"))));
        if (rows.isEmpty()) {
            method.owner().refuse("no_bands");
            return Optional.empty();
        }
        List<Band> bands = new ArrayList<>();
        for (int i = 0; i < rows.size(); i++) {
            Fields row = rows.get(i);
            Fields next = i + 1 < rows.size() ? rows.get(i + 1) : null;
            if (i > 0 && !row.has("from")) {
                row.owner().refuse("only_first_open");
            }
            String own = row.get("closed").flatMap(this::closed).orElse(upper ? "upper" : "lower");
            Optional<Fraction> from = row.get("from").flatMap(YamlNode::number);
            Optional<Fraction> to = row.get("to").flatMap(YamlNode::number);
            if (to.isEmpty() && next != null) {
                to = next.get("from").flatMap(YamlNode::number);
            }
            Optional<Fraction> points = row.need("points").flatMap(YamlNode::number);
            bands.add(new Band(
                    from,
                    own.equals("lower") || own.equals("both"),
                    to,
                    own.equals("upper") || own.equals("both"),
                    points.orElse(Fraction.ZERO)));
        }
        return Optional.of(new Bands(bands));
    }

    private Optional<String> closed(YamlNode branch) {
        return branch.choice(Map.of("lower", "lower", "upper", "upper", "both", "both", "none", "none"));
    }

    private Optional<Method> ratioToBest(YamlNode branch) {
        Fields fields = branch.fields("full", "better");
        Better better = better(fields);
        return number(fields, "full").map(full -> new RatioToBest(full, better));
    }

    private Optional<Method> ratioToReference(YamlNode branch) {
        Fields fields = branch.fields("full", "reference", "cap");
        Optional<Fraction> full = number(fields, "full");
        Optional<Reference> reference = fields.need("reference").flatMap(each -> references.read(each, true));
        Optional<Fraction> cap = fields.get("cap").flatMap(YamlNode::number).or(() -> full);
        return full.isPresent() && reference.isPresent() && cap.isPresent()
                ? Optional.of(new RatioToReference(full.get(), reference.get(), cap.get()))
                : Optional.empty();
    }

    private Optional<Method> shareOfTotal(YamlNode branch) {
        return number(branch.fields("full"), "full").map(ShareOfTotal::new);
    }

    private Optional<Method> rank(YamlNode branch) {
        Fields fields = branch.fields("first", "step", "floor", "table", "better");
        Better better = better(fields);
        if (fields.has("table")) {
            if (fields.has("first") || fields.has("step") || fields.has("floor")) {
                branch.refuse("table_or_step");
            }
            List<Fraction> table = new ArrayList<>();
            fields.need("table")
                    .ifPresent(rows -> rows.filled().forEach(row -> row.number().ifPresent(table::add)));
            return Optional.of(new Rank.Table(table, better));
        }
        Optional<Fraction> first = number(fields, "first");
        Optional<Fraction> step = number(fields, "step");
        Fraction floor = fields.get("floor").flatMap(YamlNode::number).orElse(Fraction.ZERO);
        return first.isPresent() && step.isPresent()
                ? Optional.of(new Rank.Step(first.get(), step.get(), floor, better))
                : Optional.empty();
    }

    private Optional<Method> linear(YamlNode branch) {
        Fields fields = branch.fields("base", "reference", "per", "points", "steps", "min", "max");
        Optional<Reference> reference = fields.need("reference").flatMap(each -> references.read(each, true));
        Optional<Fraction> per = number(fields, "per");
        if (per.isPresent() && !per.get().isPositive()) {
            fields.get("per").ifPresent(each -> each.refuse("not_positive"));
            return Optional.empty();
        }
        Optional<Fraction> points = number(fields, "points");
        fields.need("steps");
        Optional<Steps> steps = fields.word("steps", Steps.class);
        Optional<Fraction> min = fields.get("min").flatMap(YamlNode::number);
        Optional<Fraction> max = fields.get("max").flatMap(YamlNode::number);
        checkOrder(branch, min, max);
        Fraction base = fields.get("base").flatMap(YamlNode::number).orElse(Fraction.ZERO);
        return reference.isPresent() && per.isPresent() && points.isPresent() && steps.isPresent()
                ? Optional.of(new Linear(base, reference.get(), per.get(), points.get(), steps.get(), min, max))
                : Optional.empty();
    }

    private Optional<Method> minMax(YamlNode branch) {
        Fields fields = branch.fields("full", "better");
        Better better = better(fields);
        return number(fields, "full").map(full -> new MinMax(full, better));
    }

    private Optional<Method> value(YamlNode branch) {
        Fields fields = branch.fields("min", "max");
        Optional<Fraction> min = fields.get("min").flatMap(YamlNode::number);
        Optional<Fraction> max = fields.get("max").flatMap(YamlNode::number);
        checkOrder(branch, min, max);
        return Optional.of(new Value(min, max));
    }

    private static void checkOrder(YamlNode branch, Optional<Fraction> min, Optional<Fraction> max) {
        if (min.isPresent() && max.isPresent() && min.get().isGreater(max.get())) {
            branch.refuse("min_above_max");
        }
    }

    private static Optional<Fraction> number(Fields fields, String key) {
        return fields.need(key).flatMap(YamlNode::number);
    }

    private static Better better(Fields fields) {
        return fields.word("better", Better.class).orElse(Better.HIGHER);
    }
}
