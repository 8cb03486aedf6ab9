package bankscore.contribution.load;

import bankscore.contribution.method.Bands;
import bankscore.contribution.method.Bands.Band;
import bankscore.contribution.method.Better;
import bankscore.contribution.method.Linear;
import bankscore.contribution.method.Method;
import bankscore.contribution.method.MinMax;
import bankscore.contribution.method.Rank;
import bankscore.contribution.method.RatioToBest;
import bankscore.contribution.method.RatioToReference;
import bankscore.contribution.method.ShareOfTotal;
import bankscore.contribution.method.Value;
import bankscore.exact.Fraction;
import bankscore.exact.Steps;
import bankscore.load.rule.RuleLoader;
import bankscore.load.yaml.Keys;
import bankscore.load.yaml.YamlNode;
import bankscore.load.yaml.YamlNode.Fields;
import bankscore.rule.Reference;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.stream.Stream;

/** Reads an item's {@code method}: one key, the method's name, with its parameters. */
record MethodLoader(References references) {
    /** Reads a reference; reports and returns nothing where it is none. */
    @FunctionalInterface
    interface References {
        Optional<Reference> read(YamlNode branch, boolean ofPopulation);
    }

    /** A word of the language: its keys, and what reads the parameters below them. */
    private record Word(Keys keys, BiFunction<MethodLoader, Fields, Optional<Method>> reading) {}

    private static final Map<String, Word> WORDS = Map.of(
            "ratio_to_best", new Word(Keys.of("full", "better"), MethodLoader::ratioToBest),
            "ratio_to_reference",
                    new Word(
                            Keys.of("full", "reference", "cap").with("reference", RuleLoader.OF_BEST),
                            MethodLoader::ratioToReference),
            "share_of_total", new Word(Keys.of("full"), MethodLoader::shareOfTotal),
            "rank", new Word(Keys.of("first", "step", "floor", "table", "better"), MethodLoader::rank),
            "linear",
                    new Word(
                            Keys.of("base", "reference", "per", "points", "steps", "min", "max")
                                    .with("reference", RuleLoader.OF_BEST),
                            MethodLoader::linear),
            "min_max", new Word(Keys.of("base", "full", "better"), MethodLoader::minMax),
            "value", new Word(Keys.of("min", "max"), MethodLoader::value));

    /** Which bounds belong to a band. */
    static final Map<String, String> CLOSED =
            Map.of("lower", "lower", "upper", "upper", "both", "both", "none", "none");

    /** Frees of a limit. */
    static final String NONE = "none";

    private static final Keys BAND = Keys.of("from", "to", "points", "closed");
    /** The one word with a second key beside it. */
    private static final Keys BANDS = Keys.of("bands", "closed").with("bands", Keys.each(BAND));

    /** Every word with what may stand below it. */
    static Keys all() {
        Keys keys = Keys.of(Stream.concat(WORDS.keySet().stream().sorted(), BANDS.names().stream())
                        .toArray(String[]::new))
                .with("bands", BANDS.below("bands"));
        for (Map.Entry<String, Word> word : WORDS.entrySet()) {
            keys = keys.with(word.getKey(), word.getValue().keys());
        }
        return keys;
    }

    /** What may be a key of a method and below it, as far as the method says which it is. */
    static Keys keys(YamlNode method) {
        Fields fields = method.anyFields();
        if (fields.has("bands")) {
            return BANDS;
        }
        Keys keys = Keys.of();
        for (String word : fields.all().keySet()) {
            Word known = WORDS.get(word);
            keys = known == null ? keys : keys.with(word, known.keys());
        }
        return keys;
    }

    Optional<Method> method(YamlNode branch) {
        Map<String, YamlNode> keys = branch.anyFields().all();
        if (keys.containsKey("bands")) {
            return bands(branch.fields(BANDS));
        }
        TreeSet<String> allowed = new TreeSet<>(WORDS.keySet());
        allowed.add("bands");
        if (keys.size() != 1) {
            branch.refuse("one_method", "allowed", String.join(", ", allowed));
            return Optional.empty();
        }
        Map.Entry<String, YamlNode> only = keys.entrySet().iterator().next();
        Word word = WORDS.get(only.getKey());
        if (word == null) {
            only.getValue().refuseUnknown(only.getKey(), "unknown_method", allowed);
            return Optional.empty();
        }
        return word.reading().apply(this, only.getValue().fields(word.keys()));
    }

    /** A band ends where the next begins, unless it says otherwise; {@code closed} says which bound belongs to it. */
    private Optional<Method> bands(Fields method) {
        return bands(
                        method,
                        BAND,
                        row -> row.need("points").flatMap(YamlNode::number).orElse(Fraction.ZERO))
                .map(bands -> bands);
    }

    /**
     * Bands that say something of each.
     *
     * @param keys of a band
     * @param points what it says, if that is points
     */
    static Optional<Bands> bands(Fields method, Keys keys, Function<Fields, Fraction> points) {
        boolean upper = method.get("closed")
                .flatMap(MethodLoader::closed)
                .orElse("lower")
                .equals("upper");
        List<Fields> rows = new ArrayList<>();
        method.need("bands").ifPresent(bands -> bands.list().forEach(row -> rows.add(row.fields(keys))));
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
            String own = row.get("closed").flatMap(MethodLoader::closed).orElse(upper ? "upper" : "lower");
            Optional<Fraction> from = row.get("from").flatMap(YamlNode::number);
            Optional<Fraction> to = row.get("to").flatMap(YamlNode::number);
            if (to.isEmpty() && next != null) {
                to = next.get("from").flatMap(YamlNode::number);
            }
            bands.add(new Band(
                    from,
                    own.equals("lower") || own.equals("both"),
                    to,
                    own.equals("upper") || own.equals("both"),
                    points.apply(row)));
        }
        return Optional.of(new Bands(bands));
    }

    private static Optional<String> closed(YamlNode branch) {
        return branch.choice(CLOSED);
    }

    private Optional<Method> ratioToBest(Fields fields) {
        Better better = better(fields);
        return number(fields, "full").map(full -> new RatioToBest(full, better));
    }

    private Optional<Method> ratioToReference(Fields fields) {
        Optional<Fraction> full = number(fields, "full");
        Optional<Reference> reference = fields.need("reference").flatMap(each -> references.read(each, true));
        boolean none =
                fields.get("cap").filter(each -> each.shown().equals(NONE)).isPresent();
        Optional<Fraction> cap = none
                ? Optional.empty()
                : fields.get("cap").flatMap(YamlNode::number).or(() -> full);
        return full.isPresent() && reference.isPresent()
                ? Optional.of(new RatioToReference(full.get(), reference.get(), cap))
                : Optional.empty();
    }

    private Optional<Method> shareOfTotal(Fields fields) {
        return number(fields, "full").map(ShareOfTotal::new);
    }

    private Optional<Method> rank(Fields fields) {
        Better better = better(fields);
        if (fields.has("table")) {
            if (fields.has("first") || fields.has("step") || fields.has("floor")) {
                fields.owner().refuse("table_or_step");
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

    private Optional<Method> linear(Fields fields) {
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
        checkOrder(fields.owner(), min, max);
        Fraction base = fields.get("base").flatMap(YamlNode::number).orElse(Fraction.ZERO);
        return reference.isPresent() && per.isPresent() && points.isPresent() && steps.isPresent()
                ? Optional.of(new Linear(base, reference.get(), per.get(), points.get(), steps.get(), min, max))
                : Optional.empty();
    }

    private Optional<Method> minMax(Fields fields) {
        Better better = better(fields);
        Fraction base = fields.get("base").flatMap(YamlNode::number).orElse(Fraction.ZERO);
        return number(fields, "full").map(full -> new MinMax(base, full, better));
    }

    private Optional<Method> value(Fields fields) {
        Optional<Fraction> min = fields.get("min").flatMap(YamlNode::number);
        Optional<Fraction> max = fields.get("max").flatMap(YamlNode::number);
        checkOrder(fields.owner(), min, max);
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
