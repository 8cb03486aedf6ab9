package bankscore.contribution.load;

import bankscore.contribution.Names;
import bankscore.contribution.allocation.AllocationRule;
import bankscore.contribution.judge.simulate.Topic;
import bankscore.contribution.method.Method;
import bankscore.contribution.scheme.Cycle;
import bankscore.contribution.scheme.Grouping;
import bankscore.contribution.scheme.Item;
import bankscore.contribution.scheme.Scheme;
import bankscore.contribution.scheme.SchemeChecks;
import bankscore.exact.Fraction;
import bankscore.exact.Rounding;
import bankscore.finding.ConfigException;
import bankscore.intake.Dataset;
import bankscore.load.change.RuleChanges;
import bankscore.load.dataset.DatasetLoader;
import bankscore.load.rule.ConditionLoader;
import bankscore.load.rule.Parameters;
import bankscore.load.rule.RuleLoader;
import bankscore.load.rule.SourceLoader;
import bankscore.load.yaml.Keys;
import bankscore.load.yaml.YamlFile;
import bankscore.load.yaml.YamlNode;
import bankscore.load.yaml.YamlNode.Fields;
import bankscore.rule.Definitions;
import bankscore.rule.FormulaColumns;
import bankscore.rule.Mark;
import bankscore.rule.RuleHead;
import bankscore.rule.Source;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Reads {@code config/schemes/<id>.yaml}: the language of {@code scheme.md#the-file}, in the order of the file.
 *
 * <p>Nothing is guessed: an unknown key or word, a number that is not exact, a formula that names what is not there, are
 * all refused at once with their lines.
 */
public final class SchemeLoader {

    /** How a simulation names parameters of a scheme, and what it may change beside them. */
    public static final RuleChanges.Paths PATHS = new RuleChanges.Paths(
            SchemeKeys.SCHEME, Set.of(SchemeKeys.ITEMS), Set.of(SchemeKeys.METHOD), MethodLoader::keys, Topic.words());

    private static final String OTHERWISE = "else";
    private static final Fraction DEFAULT_LOT = Fraction.ONE;

    private final YamlFile file;
    private final RuleLoader rules;
    private final BankColumns columns;
    private GroupsLoader groups;

    /** @param since the first day of the version */
    private SchemeLoader(YamlFile file, FormulaColumns figures, BankColumns columns, LocalDate since) {
        this.file = file;
        this.rules = RuleLoader.overQuarters(figures, since);
        this.columns = columns;
        this.groups = new GroupsLoader(columns.lines(Set.of()), columns);
    }

    /**
     * Loads a scheme from its text.
     *
     * @throws ConfigException with every problem of the text
     */
    public static Scheme parse(String name, String text, List<Dataset> datasets) throws ConfigException {
        return load(YamlFile.of(name, text), datasets);
    }

    /**
     * Loads a scheme file.
     *
     * @throws ConfigException with every problem of the file
     */
    public static Scheme load(YamlFile file, List<Dataset> datasets) throws ConfigException {
        FormulaColumns columns = DatasetLoader.columns(datasets);
        Optional<Scheme> scheme = file.root().flatMap(root -> {
            Fields top = root.fields(SchemeKeys.SCHEME);
            Optional<RuleHead> head = RuleLoader.head(top, file.digest());
            LocalDate since = head.map(RuleHead::from).orElse(LocalDate.MIN);
            return new SchemeLoader(file, columns, BankColumns.of(datasets), since).scheme(root, top, head);
        });
        file.throwIfRefused();
        Scheme read = scheme.orElseThrow(() -> new IllegalStateException("refused without a reason: " + file.name()));
        RuleLoader.refuse(file, read.parameters(), SchemeChecks.check(read, columns.perSubject(), disposals(datasets)));
        return read;
    }

    /** The words that the risk sheet allows: each needs an action (D15). */
    private static List<String> disposals(List<Dataset> datasets) {
        return datasets.stream()
                .filter(dataset -> dataset.id().equals(Names.RISK))
                .flatMap(dataset -> dataset.columns().stream())
                .filter(column -> column.id().equals(Names.DISPOSAL))
                .flatMap(column -> column.choices().stream())
                .toList();
    }

    /** A part of the rule with its own clause and mark, which are read where nothing is made of them, too. */
    private static Fields part(YamlNode branch, Keys keys) {
        Fields fields = branch.fields(keys);
        fields.text("clause", "");
        RuleLoader.mark(fields);
        return fields;
    }

    private Optional<Scheme> scheme(YamlNode root, Fields top, Optional<RuleHead> head) {
        Optional<Source> source = SourceLoader.source(top);
        Optional<Fraction> fullPoints = top.get("full_points").flatMap(YamlNode::number);
        Optional<Rounding> rounding =
                top.need("rounding").flatMap(branch -> RuleLoader.rounding(branch, SchemeKeys.POINTS, "D6"));
        top.get("interim")
                .map(branch -> part(branch, SchemeKeys.INTERIM))
                .flatMap(fields -> fields.need("bands"))
                .ifPresent(branch -> branch.choice(Map.of("annual", true)));
        Cycle cycle = top.word(SchemeKeys.CYCLE, Cycle.class).orElse(Cycle.YEAR);
        Optional<Fraction> totalFloor = top.get("totals")
                .map(branch -> part(branch, SchemeKeys.TOTALS))
                .flatMap(fields -> fields.get("floor"))
                .flatMap(YamlNode::number);
        int shareDecimals = top.get("shares")
                .map(branch -> part(branch, SchemeKeys.SHARES))
                .flatMap(fields -> fields.need("decimals"))
                .flatMap(branch -> RuleLoader.decimals(branch, 6))
                .orElse(2);
        Scheme.Doubts doubts = top.get("doubts")
                .map(branch -> part(branch, SchemeKeys.DOUBTS))
                .map(fields -> new Scheme.Doubts(
                        fields.get("alike").flatMap(YamlNode::whole).orElse(Scheme.Doubts.USUAL.alike()),
                        fields.get("towering").flatMap(YamlNode::number).orElse(Scheme.Doubts.USUAL.towering())))
                .orElse(Scheme.Doubts.USUAL);
        Definitions definitions = rules.definitions(top);
        this.groups = new GroupsLoader(columns.lines(rules.measures()), columns);
        Map<String, Grouping> made = top.get("groups").map(groups::groups).orElse(Map.of());
        Optional<Fields> ranks = top.get("ranks").map(branch -> part(branch, SchemeKeys.RANKS));
        Optional<String> ranksWithin =
                ranks.flatMap(fields -> fields.get("within")).flatMap(groups::named);
        ranks.filter(fields -> ranksWithin.isEmpty() || fields.has("ties"))
                .flatMap(fields -> fields.need("ties"))
                .ifPresent(branch -> branch.choice(Map.of("same", true)));
        Scheme.Eligibility eligibility = top.get("assess")
                .map(this::eligibility)
                .orElse(new Scheme.Eligibility(Optional.empty(), List.of(), List.of(), List.of(), Mark.READING));
        List<Item> items = top.get("items").map(this::items).orElse(List.of());
        AllocationLoader allocations = new AllocationLoader(rules.measures(), groups, rules::reference);
        AllocationRule allocation =
                top.get("allocation").map(allocations::rule).orElseGet(() -> allocations.defaults(DEFAULT_LOT));
        Map<String, AllocationRule> funds = top.get("allocation")
                .map(branch -> allocations.funds(branch, allocation))
                .orElse(Map.of());
        if (head.isEmpty()
                || source.isEmpty()
                || rounding.isEmpty()
                || !file.problems().isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(new Scheme(
                head.get(),
                source.get(),
                new Scheme.Scoring(
                        fullPoints,
                        rounding.get(),
                        totalFloor,
                        shareDecimals,
                        doubts,
                        new Scheme.Groups(made, ranksWithin, columns.words())),
                eligibility,
                definitions,
                items,
                new Scheme.Placing(allocation, funds, cycle),
                columns.names(),
                columns.bids(),
                Parameters.of(root, PATHS.byId(), PATHS.passedOver())));
    }

    private Scheme.Eligibility eligibility(YamlNode branch) {
        Fields fields = branch.fields(SchemeKeys.ASSESS);
        return new Scheme.Eligibility(
                fields.get("min_months_open").flatMap(YamlNode::whole),
                fields.get("kinds").map(YamlNode::texts).orElse(List.of()),
                fields.get("not_kinds").map(YamlNode::texts).orElse(List.of()),
                fields.get("require").map(this::requirements).orElse(List.of()),
                RuleLoader.mark(fields));
    }

    private List<Item> items(YamlNode branch) {
        List<Item> items = new ArrayList<>();
        Set<String> ids = new LinkedHashSet<>();
        for (YamlNode each : branch.list()) {
            Fields fields = each.fields(SchemeKeys.ITEM);
            String id = fields.need("id").flatMap(YamlNode::text).orElse("");
            if (!ids.add(id)) {
                each.refuseText(id, "doubled_id");
            }
            if (!id.isEmpty() && !RuleLoader.isId(id)) {
                each.refuseText(id, "not_an_id");
            }
            fields.need("kind");
            fields.need("clause");
            fields.need("mark");
            Optional<YamlNode> measure = rules.measure(fields);
            Optional<Method> method = fields.need("method").flatMap(this::method);
            Optional<Item.Gate> gate = fields.get("only_if").flatMap(this::gate);
            Optional<String> peers = fields.get("peers").flatMap(groups::named);
            Fraction weight = fields.get("weight").flatMap(YamlNode::part).orElse(Fraction.ONE);
            if (weight.isNegative()) {
                fields.get("weight").ifPresent(part -> part.refuse("negative"));
            }
            String name = fields.need("name").flatMap(YamlNode::text).orElse(id);
            Optional<Item.Kind> kind = fields.word("kind", Item.Kind.class);
            if (method.isPresent() && kind.isPresent()) {
                items.add(new Item(
                        id,
                        name,
                        kind.get(),
                        measure.map(YamlNode::shown).orElse(""),
                        method.get(),
                        gate,
                        weight,
                        fields.get("group").flatMap(YamlNode::text),
                        peers,
                        fields.get("applies_to").map(YamlNode::texts).orElse(List.of()),
                        fields.get(SchemeKeys.FUND).flatMap(YamlNode::text),
                        fields.get(SchemeKeys.PERIODS).flatMap(SchemeLoader::periods),
                        fields.text("clause", ""),
                        RuleLoader.mark(fields)));
            }
        }
        return items;
    }

    /** One word of two; both of them say nothing. */
    private static Optional<Item.Periods> periods(YamlNode branch) {
        Set<Item.Periods> periods = EnumSet.noneOf(Item.Periods.class);
        branch.filled()
                .forEach(each -> each.choice(Map.of("annual", Item.Periods.ANNUAL, "interim", Item.Periods.INTERIM))
                        .ifPresent(periods::add));
        return periods.size() == 1 ? Optional.of(periods.iterator().next()) : Optional.empty();
    }

    private Optional<Item.Gate> gate(YamlNode branch) {
        return conditions().condition(branch, OTHERWISE).map(condition -> {
            Optional<YamlNode> otherwise = branch.anyFields().get(OTHERWISE);
            return new Item.Gate(condition, otherwise.flatMap(YamlNode::number).orElse(Fraction.ZERO));
        });
    }

    private List<Scheme.Requirement> requirements(YamlNode branch) {
        List<Scheme.Requirement> requirements = new ArrayList<>();
        for (YamlNode each : branch.filled()) {
            conditions()
                    .condition(each, OTHERWISE)
                    .ifPresent(condition -> each.anyFields()
                            .need(OTHERWISE)
                            .flatMap(YamlNode::text)
                            .ifPresent(reason -> requirements.add(new Scheme.Requirement(condition, reason))));
        }
        return requirements;
    }

    private ConditionLoader conditions() {
        return ConditionLoader.remembering(columns.lines(rules.measures()), rules.benchmarks(), rules.measures());
    }

    private Optional<Method> method(YamlNode branch) {
        return new MethodLoader(rules::reference).method(branch);
    }
}
