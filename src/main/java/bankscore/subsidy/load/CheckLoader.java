package bankscore.subsidy.load;

import bankscore.exact.Fraction;
import bankscore.finding.Level;
import bankscore.load.rule.RuleLoader;
import bankscore.load.yaml.YamlNode;
import bankscore.load.yaml.YamlNode.Fields;
import bankscore.rule.Condition;
import bankscore.rule.Table;
import bankscore.subsidy.scheme.Check;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/** Reads what is looked at and moves no money (subsidy.md#rule-checks). */
final class CheckLoader {

    static final Map<String, Level> LEVELS = Map.of("错误", Level.ERROR, "核实", Level.REVIEW, "提示", Level.HINT);

    private final Map<String, Table> tables;
    private final Function<YamlNode, Optional<LineWords>> claims;

    /** @param claims what the lines of a dataset of claims are asked in */
    CheckLoader(Map<String, Table> tables, Function<YamlNode, Optional<LineWords>> claims) {
        this.tables = tables;
        this.claims = claims;
    }

    List<Check> checks(YamlNode branch) {
        List<Check> checks = new ArrayList<>();
        Set<String> ids = new HashSet<>();
        List<YamlNode> list = branch.filled();
        for (int i = 0; i < list.size(); i++) {
            YamlNode each = list.get(i);
            Fields fields = each.anyFields();
            String id = fields.text("id", Integer.toString(i + 1));
            if (!ids.add(id)) {
                each.refuseText(id, "doubled_id");
            }
            if (fields.has("id") && !RuleLoader.isId(id)) {
                each.refuseText(id, "not_an_id");
            }
            RuleLoader.mark(fields);
            fields.get("clause").ifPresent(YamlNode::text);
            Said said = new Said(
                    id,
                    fields.text("name", id),
                    fields.need("else").flatMap(YamlNode::text).orElse(""),
                    fields.get("level").flatMap(node -> node.choice(LEVELS)).orElse(Level.REVIEW));
            (fields.has("table") ? ofTable(each, said) : ofClaims(each, fields, said)).ifPresent(checks::add);
        }
        return checks;
    }

    /** What every check says. */
    private record Said(String id, String name, String otherwise, Level level) {}

    private Optional<Check> ofTable(YamlNode branch, Said said) {
        Fields fields = branch.fields(SubsidyKeys.CHECK_OF_TABLE);
        Optional<YamlNode> table = fields.need("table");
        if (!(table.map(node -> tables.get(node.shown())).orElse(null) instanceof Table.ByWord shares)
                || shares.levels().isEmpty()) {
            table.ifPresent(node -> node.refuseUnknown(
                    node.shown(),
                    "not_a_bearing",
                    tables.values().stream()
                            .filter(each -> each instanceof Table.ByWord words
                                    && !words.levels().isEmpty())
                            .map(Table::id)
                            .sorted()
                            .toList()));
            return Optional.empty();
        }
        List<String> levels = new ArrayList<>();
        for (YamlNode each : fields.need("levels").map(YamlNode::filled).orElse(List.of())) {
            if (!shares.levels().contains(each.shown())) {
                each.refuseUnknown(shares.levels());
            }
            levels.add(each.shown());
        }
        Optional<Fraction> from = fields.get("from").flatMap(YamlNode::number);
        Optional<Fraction> to = fields.get("to").flatMap(YamlNode::number);
        bounds(fields, from, to);
        return Optional.of(new Check.OfTable(
                said.id(), said.name(), shares.id(), levels, from, to, said.otherwise(), said.level()));
    }

    private Optional<Check> ofClaims(YamlNode branch, Fields fields, Said said) {
        Optional<LineWords> line = fields.need("claims").flatMap(claims);
        if (line.isEmpty()) {
            return Optional.empty();
        }
        Optional<Condition> where = fields.get("where").flatMap(line.get()::condition);
        return fields.has("count")
                ? count(branch, line.get(), where, said)
                : line.get()
                        .condition(branch, SubsidyKeys.CHECK_OF_LINES.names().toArray(String[]::new))
                        .map(condition -> new Check.Line(
                                said.id(),
                                said.name(),
                                line.get().dataset(),
                                where,
                                condition,
                                said.otherwise(),
                                said.level()));
    }

    private Optional<Check> count(YamlNode branch, LineWords line, Optional<Condition> where, Said said) {
        Fields fields = branch.fields(SubsidyKeys.CHECK_OF_COUNT);
        Optional<String> count = fields.need("count").flatMap(line::text);
        Optional<String> per = fields.need("per").flatMap(line::text);
        Optional<Integer> from = fields.get("from").flatMap(YamlNode::whole);
        Optional<Integer> to = fields.get("to").flatMap(YamlNode::whole);
        bounds(fields, from.map(Fraction::of), to.map(Fraction::of));
        Optional<Condition> unless = fields.get("unless").flatMap(line::condition);
        return count.isPresent() && per.isPresent()
                ? Optional.of(new Check.Count(
                        said.id(),
                        said.name(),
                        line.dataset(),
                        where,
                        count.get(),
                        per.get(),
                        from,
                        to,
                        unless,
                        said.otherwise(),
                        said.level()))
                : Optional.empty();
    }

    /** A check without a bound looks at nothing. */
    private static void bounds(Fields fields, Optional<Fraction> from, Optional<Fraction> to) {
        if (!fields.has("from") && !fields.has("to")) {
            fields.owner().refuse("no_bound");
        }
        if (from.isPresent() && to.isPresent() && from.get().isGreater(to.get())) {
            fields.get("from").ifPresent(node -> node.refuse("from_above_to"));
        }
    }
}
