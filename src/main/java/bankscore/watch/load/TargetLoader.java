package bankscore.watch.load;

import bankscore.exact.Fraction;
import bankscore.exact.Period;
import bankscore.exact.Rounding;
import bankscore.load.rule.RuleLoader;
import bankscore.load.yaml.YamlNode;
import bankscore.load.yaml.YamlNode.Fields;
import bankscore.rule.Reference;
import bankscore.watch.scheme.Index;
import bankscore.watch.scheme.Target;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Reads what is to be reached by when, and indices (watch.md#targets). */
final class TargetLoader {

    private static final int INDEX_DECIMALS = 2;
    private static final String AT_LEAST = "at_least";
    private static final String ABOVE = "above";

    private final GroupNames names;

    TargetLoader(GroupNames names) {
        this.names = names;
    }

    /** The targets in the order of the file. */
    List<Target> targets(YamlNode branch) {
        List<Target> targets = new ArrayList<>();
        Set<String> ids = new HashSet<>();
        for (YamlNode each : branch.filled()) {
            Fields fields = each.fields(WatchKeys.TARGET);
            String id = BehindLoader.id(each, fields, ids);
            target(fields, id).ifPresent(targets::add);
        }
        return targets;
    }

    private Optional<Target> target(Fields fields, String id) {
        String name = fields.need("name").flatMap(YamlNode::text).orElse(id);
        fields.need("clause");
        fields.need("mark");
        boolean strictly = fields.has(ABOVE);
        if (strictly == fields.has(AT_LEAST)) {
            fields.owner().refuseText(id, "one_goal");
        }
        Optional<Reference> goal = fields.get(strictly ? ABOVE : AT_LEAST).flatMap(names::goal);
        boolean yearly = fields.get("per")
                .flatMap(word -> word.choice(Map.of("year", true)))
                .isPresent();
        if (fields.has("per")) {
            // A year's target has its own path and its own last day.
            for (String key : List.of("by", "from")) {
                fields.get(key).ifPresent(node -> node.refuseText(key, "not_beside_year", "key", key));
            }
        }
        Optional<LocalDate> by = fields.get("by").flatMap(YamlNode::date);
        Optional<Target.Start> from = fields.get("from").flatMap(TargetLoader::start);
        if (fields.has("from") && !fields.has("by") && !fields.has("per")) {
            fields.get("from").ifPresent(node -> node.refuseText("from", "path_without_end"));
        }
        return fields.need("published")
                .flatMap(YamlNode::text)
                .flatMap(item -> goal.map(to -> new Target(
                        id,
                        name,
                        item,
                        fields.text("unit", ""),
                        strictly,
                        to,
                        by,
                        from,
                        yearly,
                        fields.text("clause", ""),
                        RuleLoader.mark(fields))));
    }

    private static Optional<Target.Start> start(YamlNode branch) {
        Fields fields = branch.fields(WatchKeys.FROM);
        Optional<LocalDate> day = fields.need("day").flatMap(YamlNode::date);
        Optional<Fraction> value = fields.need("value").flatMap(YamlNode::number);
        fields.need("mark");
        return day.flatMap(on -> value.map(number -> new Target.Start(on, number, RuleLoader.mark(fields))));
    }

    /** The indices in the order of the file. */
    List<Index> indices(YamlNode branch) {
        List<Index> indices = new ArrayList<>();
        Set<String> ids = new HashSet<>();
        for (YamlNode each : branch.filled()) {
            Fields fields = each.fields(WatchKeys.INDICES);
            String id = BehindLoader.id(each, fields, ids);
            index(fields, id).ifPresent(indices::add);
        }
        return indices;
    }

    private static Optional<Index> index(Fields fields, String id) {
        String name = fields.need("name").flatMap(YamlNode::text).orElse(id);
        fields.need("mark");
        Optional<Period> base = fields.need("base").flatMap(node -> period(node, node.shown()));
        Optional<Fraction> baseValue = fields.need("base_value").flatMap(YamlNode::number);
        if (baseValue.filter(value -> !value.isPositive()).isPresent()) {
            fields.get("base_value").ifPresent(node -> node.refuse("not_positive"));
        }
        List<Index.Part> parts = new ArrayList<>();
        Set<String> items = new HashSet<>();
        for (YamlNode each : fields.need("parts").map(YamlNode::filled).orElse(List.of())) {
            part(each, items).ifPresent(parts::add);
        }
        int decimals = fields.get("round")
                .flatMap(node -> RuleLoader.decimals(node, 6))
                .orElse(INDEX_DECIMALS);
        return base.flatMap(period -> baseValue.map(value -> new Index(
                id,
                name,
                period,
                value,
                parts,
                Rounding.halfUp(decimals, "watch.md#index"),
                fields.text("clause", ""),
                RuleLoader.mark(fields))));
    }

    /** The period that a text in or beside a node says. */
    static Optional<Period> period(YamlNode node, String text) {
        Optional<Period> period = Period.parse(text);
        if (period.isEmpty()) {
            node.refuseText(text, "not_a_period");
        }
        return period;
    }

    private static Optional<Index.Part> part(YamlNode branch, Set<String> items) {
        Fields fields = branch.fields(WatchKeys.PART);
        RuleLoader.mark(fields);
        Optional<String> item = fields.need("published").flatMap(YamlNode::text);
        if (item.isPresent() && !items.add(item.get())) {
            fields.get("published").ifPresent(node -> node.refuse("doubled_word"));
        }
        Optional<YamlNode> written = fields.need("weight");
        Optional<Fraction> weight = written.flatMap(YamlNode::part);
        written.filter(node -> weight.isPresent()).ifPresent(node -> {
            if (!weight.get().isPositive()) {
                node.refuse("not_positive");
            } else if (weight.get().isGreater(Fraction.ONE) && !node.shown().endsWith("%")) {
                node.refuse("percent_without_sign", "percent", node.shown() + "%");
            }
        });
        return item.flatMap(name -> weight.map(share -> new Index.Part(name, share)));
    }
}
