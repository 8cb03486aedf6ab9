package bankscore.load.dataset;

import bankscore.exact.Fraction;
import bankscore.intake.Column;
import bankscore.intake.Dataset;
import bankscore.intake.Derived;
import bankscore.intake.Evidence;
import bankscore.intake.Ratio;
import bankscore.load.yaml.Keys;
import bankscore.load.yaml.YamlNode;
import bankscore.load.yaml.YamlNode.Fields;
import bankscore.rule.Arithmetic;
import bankscore.rule.Formula;
import bankscore.rule.FormulaException;
import bankscore.rule.FormulaParser;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Reads what a dataset's figures are held against: {@code ratios} to other columns, and {@code derived} ones. */
final class WitnessLoader {

    private static final Keys PUBLISHED = Keys.of("item", "within", "swapped_within", "growth");
    static final Keys RATIO = Keys.of(
                    "of", "to", "from", "to_at_most", "unit", "not_kinds", "surely_above", "published")
            .with("published", PUBLISHED);
    static final Keys DERIVED = Keys.of("id", "name", "headings", "kind", "formula");

    /** What a derived figure may be. */
    static final Map<String, Column.Kind> KINDS =
            Map.of("money", Column.Kind.MONEY, "number", Column.Kind.NUMBER, "percent", Column.Kind.PERCENT);

    private WitnessLoader() {}

    static Dataset.Witnesses witnesses(Fields fields, Evidence evidence, List<Column> columns) {
        Map<String, Fraction> spreads = new LinkedHashMap<>();
        fields.get("spreads")
                .map(YamlNode::anyFields)
                .map(Fields::all)
                .orElse(Map.of())
                .forEach((column, node) -> node.number().ifPresent(number -> spreads.put(column, number)));
        List<Derived> derived = new ArrayList<>();
        fields.get("derived")
                .map(YamlNode::filled)
                .orElse(List.of())
                .forEach(each -> derived(each).ifPresent(derived::add));
        return new Dataset.Witnesses(
                ratios(fields, "ratios"), ratios(fields, "sums"), spreads, derived, parted(fields, columns), evidence);
    }

    /** The columns that have parts and are said to; one that has none is refused. */
    private static List<String> parted(Fields fields, List<Column> columns) {
        Set<String> wholes = columns.stream()
                .flatMap(column -> column.ties().partOf().stream())
                .collect(Collectors.toUnmodifiableSet());
        List<YamlNode> named = fields.get("parted").map(YamlNode::filled).orElse(List.of());
        named.stream().filter(node -> !wholes.contains(node.shown())).forEach(node -> node.refuseUnknown(wholes));
        return named.stream().map(YamlNode::shown).toList();
    }

    private static List<Ratio> ratios(Fields fields, String key) {
        return fields.get(key).map(YamlNode::filled).orElse(List.of()).stream()
                .flatMap(each -> ratio(each).stream())
                .toList();
    }

    private static Optional<Ratio> ratio(YamlNode branch) {
        Fields fields = branch.fields(RATIO);
        Optional<String> of = fields.need("of").flatMap(YamlNode::text);
        Optional<String> to = fields.need("to").flatMap(YamlNode::text);
        Optional<Fraction> least = fields.get("from").flatMap(YamlNode::number);
        Optional<Fraction> most = fields.get("to_at_most").flatMap(YamlNode::number);
        boolean percent = fields.get("unit")
                .flatMap(unit -> unit.choice(Map.of("%", true)))
                .orElse(false);
        Optional<Ratio.Published> published = fields.get("published").flatMap(WitnessLoader::published);
        return of.flatMap(first -> to.map(second -> new Ratio(
                first,
                second,
                least,
                most,
                percent,
                fields.get("not_kinds").map(YamlNode::texts).orElse(List.of()),
                fields.get("surely_above").flatMap(YamlNode::number),
                published)));
    }

    private static Optional<Ratio.Published> published(YamlNode branch) {
        Fields fields = branch.fields(PUBLISHED);
        Optional<String> item = fields.need("item").flatMap(YamlNode::text);
        Optional<Fraction> within = fields.need("within").flatMap(YamlNode::number);
        Optional<Fraction> swapped = fields.need("swapped_within").flatMap(YamlNode::number);
        return item.isPresent() && within.isPresent() && swapped.isPresent()
                ? Optional.of(new Ratio.Published(
                        item.get(),
                        within.get(),
                        swapped.get(),
                        fields.get("growth").flatMap(YamlNode::truth).orElse(false)))
                : Optional.empty();
    }

    private static Optional<Derived> derived(YamlNode branch) {
        Fields fields = branch.fields(DERIVED);
        Optional<String> id = fields.need("id").flatMap(YamlNode::text);
        Optional<String> name = fields.need("name").flatMap(YamlNode::text);
        Optional<Column.Kind> kind = fields.need("kind").flatMap(word -> word.choice(KINDS));
        if (id.isEmpty() || name.isEmpty() || kind.isEmpty()) {
            return Optional.empty();
        }
        List<String> headings = fields.get("headings").map(YamlNode::texts).orElse(List.of(name.get()));
        Column column = new Column(
                new Column.Head(id.get(), name.get(), headings, false, Optional.empty(), false),
                kind.get(),
                new Column.Empty(false, Optional.empty(), Optional.empty()),
                new Column.Amount(
                        Column.Flow.STOCK,
                        Column.Negative.ALLOWED,
                        Optional.empty(),
                        Optional.empty(),
                        false,
                        kind.get() == Column.Kind.PERCENT),
                new Column.Choice(List.of(), Optional.empty()),
                new Column.Days(false, false),
                new Column.Ties(Optional.empty(), Optional.empty(), Optional.empty()),
                false);
        return Optional.of(new Derived(column, fields.get("formula").flatMap(WitnessLoader::origin)));
    }

    private static Optional<Derived.Origin> origin(YamlNode branch) {
        Optional<String> text = branch.text();
        if (text.isEmpty()) {
            return Optional.empty();
        }
        try {
            Formula formula = FormulaParser.parse(text.get());
            Set<String> ofTotals = formula.all()
                    .filter(Formula.Aggregate.class::isInstance)
                    .flatMap(part -> part.names().stream())
                    .collect(Collectors.toUnmodifiableSet());
            return Optional.of(new Derived.Origin(
                    formula.names(), !ofTotals.isEmpty(), figures -> formula.read(new InRow(figures))));
        } catch (FormulaException e) {
            branch.refuse("not_a_row_formula", "position", e.position() + 1);
            return Optional.empty();
        }
    }

    /** The value of a formula in one row; what it says of all rows together is left out as 1. */
    private record InRow(Function<String, Optional<Fraction>> figures) implements Arithmetic {

        @Override
        public Optional<Fraction> name(Formula.Name formula) {
            return figures.apply(formula.id());
        }

        @Override
        public Optional<Fraction> aggregate(Formula.Aggregate formula) {
            return Optional.of(Fraction.ONE);
        }
    }
}
