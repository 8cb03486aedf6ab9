package bankscore.subsidy.load;

import bankscore.exact.Fraction;
import bankscore.load.rule.RuleLoader;
import bankscore.load.yaml.YamlNode;
import bankscore.load.yaml.YamlNode.Fields;
import bankscore.rule.Formula;
import bankscore.rule.Table;
import bankscore.subsidy.scheme.Bearing;
import bankscore.subsidy.scheme.Cap;
import bankscore.subsidy.scheme.Subsidy;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Reads how much a subsidy grants of a line and who bears it (subsidy.md#amount). */
final class AmountLoader {

    private static final Fraction WAN = Fraction.of(10_000);
    /** In which unit a base may be, and whether it is not 元. */
    static final Map<String, Boolean> UNITS = Map.of("元", false, "万元", true);
    /** The word of rule files for the sheet in which a named person answers for an exception. */
    static final String WRITTEN_REASON = "说明";

    private final Map<String, Table> tables;
    private final LineWords line;

    AmountLoader(Map<String, Table> tables, LineWords line) {
        this.tables = tables;
        this.line = line;
    }

    /** Base, rate and caps; nothing if the base or the rate is refused. */
    Optional<Subsidy.Amount> amount(Fields fields) {
        Optional<Formula> base = fields.need("base").flatMap(this::base);
        Optional<Subsidy.Rate> rate = fields.need("rate").flatMap(this::rate);
        List<Cap> caps = new ArrayList<>();
        fields.get("caps")
                .map(YamlNode::filled)
                .orElse(List.of())
                .forEach(each -> cap(each).ifPresent(caps::add));
        return base.isPresent() && rate.isPresent()
                ? Optional.of(new Subsidy.Amount(base.get(), rate.get(), caps))
                : Optional.empty();
    }

    /** In 元: figures of tables of subjects are in 万元, and the rule says so. */
    private Optional<Formula> base(YamlNode branch) {
        Fields fields = branch.fields(SubsidyKeys.BASE);
        boolean wan = fields.get("unit").flatMap(unit -> unit.choice(UNITS)).orElse(false);
        RuleLoader.mark(fields);
        return fields.need("formula")
                .flatMap(line::formula)
                .map(formula ->
                        wan ? new Formula.Binary(Formula.Operator.TIMES, formula, new Formula.Constant(WAN)) : formula);
    }

    private Optional<Subsidy.Rate> rate(YamlNode branch) {
        boolean number = branch.isScalar() && branch.shown().matches("[-0-9].*");
        if (number) {
            return share(branch).map(Subsidy.Rate.Fixed::new);
        }
        Set<String> dated = tables.values().stream()
                .filter(Table.ByDay.class::isInstance)
                .map(Table::id)
                .collect(Collectors.toCollection(TreeSet::new));
        if (!branch.isScalar() || !dated.contains(branch.shown())) {
            branch.refuseUnknown(branch.shown(), "not_a_rate", dated);
            return Optional.empty();
        }
        return Optional.of(new Subsidy.Rate.ByDay(branch.shown()));
    }

    /** A percentage; a bare number above 1 is as likely a percentage without its sign as a slip. */
    private static Optional<Fraction> share(YamlNode branch) {
        Optional<Fraction> share = branch.part();
        if (share.isPresent() && share.get().isNegative()) {
            branch.refuse("negative");
            return Optional.empty();
        }
        if (share.isPresent()
                && share.get().isGreater(Fraction.ONE)
                && !branch.shown().endsWith("%")) {
            branch.refuse("percent_without_sign", "percent", branch.shown() + "%");
            return Optional.empty();
        }
        return share;
    }

    private Optional<Cap> cap(YamlNode branch) {
        Fields fields = branch.fields(SubsidyKeys.CAP);
        Map<String, List<String>> kinds = new LinkedHashMap<>();
        kinds.put("amount", List.of("per", "lift"));
        kinds.put("percent", List.of("of", "with"));
        kinds.put("budget", List.of("if_short"));
        List<String> said = kinds.keySet().stream().filter(fields::has).toList();
        if (said.size() != 1) {
            branch.refuse("one_limit", "allowed", String.join(", ", kinds.keySet()));
            return Optional.empty();
        }
        String kind = said.get(0);
        kinds.forEach((other, keys) -> keys.stream()
                .filter(key -> !other.equals(kind))
                .forEach(key -> fields.get(key)
                        .ifPresent(node -> node.refuseText(key, "only_beside", "key", key, "other", other))));
        if (fields.has("amount")) {
            return ceiling(fields);
        }
        return fields.has("percent") ? partOf(fields) : budget(fields);
    }

    private Optional<Cap> ceiling(Fields fields) {
        Optional<Fraction> amount = fields.need("amount").flatMap(YamlNode::number);
        if (amount.filter(value -> !value.isPositive()).isPresent()) {
            fields.get("amount").ifPresent(node -> node.refuse("not_positive"));
        }
        List<String> per = new ArrayList<>();
        List<Cap.Span> spans = new ArrayList<>();
        Map<String, Cap.Span> words = Stream.of(Cap.Span.YEAR, Cap.Span.RULE_YEAR, Cap.Span.PERIOD)
                .collect(Collectors.toMap(span -> span.name().toLowerCase(Locale.ROOT), span -> span));
        for (YamlNode each : fields.get("per").map(YamlNode::filled).orElse(List.of())) {
            Optional<Cap.Span> span = Optional.ofNullable(words.get(each.shown()));
            span.ifPresent(spans::add);
            if (span.isEmpty()) {
                line.any(each).ifPresent(per::add);
            }
        }
        if (fields.has("per") && spans.size() != 1) {
            fields.get("per").ifPresent(node -> node.refuse("one_span"));
        }
        boolean liftable = fields.get("lift")
                .flatMap(node -> node.choice(Map.of(WRITTEN_REASON, true)))
                .isPresent();
        return amount.map(value -> new Cap.Ceiling(
                value,
                per,
                spans.isEmpty() ? Cap.Span.LINE : spans.get(0),
                liftable,
                fields.text("clause", ""),
                RuleLoader.mark(fields)));
    }

    private Optional<Cap> partOf(Fields fields) {
        Optional<Fraction> percent = fields.need("percent").flatMap(YamlNode::number);
        if (percent.filter(value -> !value.isPositive()).isPresent()) {
            fields.get("percent").ifPresent(node -> node.refuse("not_positive"));
        }
        Optional<String> of = fields.need("of").flatMap(line::amount);
        Optional<String> with = fields.get("with").flatMap(line::amount);
        return percent.isPresent() && of.isPresent()
                ? Optional.of(new Cap.PartOf(
                        percent.get().dividedBy(Fraction.HUNDRED),
                        of.get(),
                        with,
                        fields.text("clause", ""),
                        RuleLoader.mark(fields)))
                : Optional.empty();
    }

    private static Optional<Cap> budget(Fields fields) {
        Cap.IfShort ifShort = fields.word("if_short", Cap.IfShort.class).orElse(Cap.IfShort.REFUSE);
        return fields.need("budget")
                .flatMap(YamlNode::text)
                .map(item -> new Cap.Budget(item, ifShort, fields.text("clause", ""), RuleLoader.mark(fields)));
    }

    /** Levels with their shares, or a table of shares by words. */
    Optional<Bearing> bearing(Fields fields) {
        Optional<YamlNode> said = fields.need("borne_by");
        return said.filter(YamlNode::isMap).isPresent() ? said.map(this::shares) : said.flatMap(this::ofTable);
    }

    private Bearing shares(YamlNode branch) {
        Fields fields = branch.anyFields();
        Map<String, Fraction> levels = new LinkedHashMap<>();
        fields.all().forEach((level, share) -> {
            if (!SubsidyKeys.BORNE_BY.names().contains(level)) {
                share(share).ifPresent(part -> levels.put(level, part));
            }
        });
        RuleLoader.mark(fields);
        Fraction sum = Fraction.sum(List.copyOf(levels.values()));
        if (!sum.equals(Fraction.ONE)) {
            branch.refuse("not_hundred", "sum", sum.times(Fraction.HUNDRED).toString());
        }
        fields.get("rest")
                .filter(rest -> !levels.containsKey(rest.shown()))
                .ifPresent(rest -> rest.refuseUnknown(levels.keySet()));
        String last = levels.keySet().stream().reduce("", (before, level) -> level);
        List<String> own = new ArrayList<>();
        for (YamlNode each : fields.get("own").map(YamlNode::filled).orElse(List.of())) {
            if (!levels.containsKey(each.shown())) {
                each.refuseUnknown(levels.keySet());
            }
            own.add(each.shown());
        }
        return new Bearing.Shares(levels, fields.text("rest", last), own);
    }

    private Optional<Bearing> ofTable(YamlNode branch) {
        List<String> allowed = tables.values().stream()
                .filter(table ->
                        table instanceof Table.ByWord words && !words.levels().isEmpty())
                .map(Table::id)
                .sorted()
                .toList();
        if (!(tables.get(branch.shown()) instanceof Table.ByWord table) || !allowed.contains(table.id())) {
            branch.refuseUnknown(branch.shown(), "not_a_bearing", allowed);
            return Optional.empty();
        }
        return line.fits(table, branch)
                ? Optional.of(new Bearing.OfTable(table.id(), table.rest(), table.own()))
                : Optional.empty();
    }
}
