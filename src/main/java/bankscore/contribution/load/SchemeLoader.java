package bankscore.contribution.load;

import bankscore.contribution.method.Method;
import bankscore.contribution.scheme.AllocationRule;
import bankscore.contribution.scheme.Item;
import bankscore.contribution.scheme.Scheme;
import bankscore.contribution.scheme.SchemeChecks;
import bankscore.exact.Fraction;
import bankscore.exact.Rounding;
import bankscore.finding.ConfigException;
import bankscore.finding.ConfigProblem;
import bankscore.intake.Dataset;
import bankscore.load.DatasetLoader;
import bankscore.load.Suggestion;
import bankscore.load.YamlFile;
import bankscore.load.YamlNode;
import bankscore.load.YamlNode.Fields;
import bankscore.rule.Definition;
import bankscore.rule.Definition.NoBase;
import bankscore.rule.Definition.Population;
import bankscore.rule.Definitions;
import bankscore.rule.Formula;
import bankscore.rule.FormulaColumns;
import bankscore.rule.FormulaException;
import bankscore.rule.FormulaParser;
import bankscore.rule.Mark;
import bankscore.rule.Parameter;
import bankscore.rule.Reference;
import bankscore.rule.Statistic;
import bankscore.rule.ValueTable;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;

/**
 * Reads {@code config/schemes/<id>.yaml}: the language of {@code scheme.md#the-file}, in the order of the file.
 *
 * <p>Nothing is guessed: an unknown key or word, a number that is not exact, a formula that names what is not there, are
 * all refused at once with their lines.
 */
public final class SchemeLoader {

    private static final Fraction DEFAULT_LOT = Fraction.ONE;
    /** What is a key nowhere. */
    private static final String NO_KEY = "?";

    private static final Pattern ID = Pattern.compile("[a-z][a-z0-9_]*");

    private final YamlFile file;
    private final FormulaColumns columns;

    private final Map<String, ValueTable> values = new LinkedHashMap<>();
    private final List<Definition> definitions = new ArrayList<>();
    private final Set<String> measureIds = new LinkedHashSet<>();
    private final Set<String> benchmarkIds = new LinkedHashSet<>();
    private final Set<String> later = new LinkedHashSet<>();

    private SchemeLoader(YamlFile file, FormulaColumns columns) {
        this.file = file;
        this.columns = columns;
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
     * What may be a key of a mapping: whatever this loader would not refuse there.
     *
     * @return empty if its keys are names that the scheme itself gives
     */
    static List<String> keysOf(YamlNode mapping, YamlFile file, List<Dataset> datasets) {
        FormulaColumns columns = DatasetLoader.columns(datasets);
        mapping.put(NO_KEY, NO_KEY);
        file.root().ifPresent(root -> new SchemeLoader(file, columns).scheme(root));
        mapping.remove(NO_KEY);
        List<String> allowed = file.problems().stream()
                .filter(problem ->
                        problem.code().equals("unknown_key") && problem.text().equals(NO_KEY))
                .map(problem -> problem.details().getOrDefault("allowed", ""))
                .findFirst()
                .map(keys -> List.of(keys.split(", ", -1)))
                .orElse(List.of());
        file.problems().clear();
        return allowed;
    }

    /**
     * Loads a scheme file.
     *
     * @throws ConfigException with every problem of the file
     */
    public static Scheme load(YamlFile file, List<Dataset> datasets) throws ConfigException {
        FormulaColumns columns = DatasetLoader.columns(datasets);
        Optional<Scheme> scheme = file.root().flatMap(root -> new SchemeLoader(file, columns).scheme(root));
        file.throwIfRefused();
        Scheme read = scheme.orElseThrow(() -> new IllegalStateException("refused without a reason: " + file.name()));
        for (SchemeChecks.Problem problem : SchemeChecks.check(read, columns.perSubject(), disposals(datasets))) {
            file.problems()
                    .add(new ConfigProblem(
                            file.name(),
                            line(read, problem.path()),
                            problem.text(),
                            problem.code(),
                            problem.details()));
        }
        file.throwIfRefused();
        return read;
    }

    /** The words that the risk sheet allows: each needs an action (D15). */
    private static List<String> disposals(List<Dataset> datasets) {
        return datasets.stream()
                .filter(dataset -> dataset.id().equals("risk"))
                .flatMap(dataset -> dataset.columns().stream())
                .filter(column -> column.id().equals("disposal"))
                .flatMap(column -> column.choices().stream())
                .toList();
    }

    /** The line of a parameter, or of the nearest thing around it that the file writes. */
    private static int line(Scheme scheme, String path) {
        for (String at = path; !at.isEmpty(); at = at.substring(0, Math.max(0, lastStep(at)))) {
            String prefix = at;
            OptionalInt line = scheme.parameters().stream()
                    .filter(parameter -> parameter.path().equals(prefix)
                            || parameter.path().startsWith(prefix + ".")
                            || parameter.path().startsWith(prefix + "["))
                    .mapToInt(Parameter::line)
                    .min();
            if (line.isPresent()) {
                return line.getAsInt();
            }
        }
        return 0;
    }

    private static int lastStep(String path) {
        return Math.max(path.lastIndexOf('.'), path.lastIndexOf('['));
    }

    private Optional<Scheme> scheme(YamlNode root) {
        Fields top = root.fields(
                "rule",
                "scheme",
                "title",
                "in_force",
                "source",
                "full_points",
                "rounding",
                "assess",
                "interim",
                "totals",
                "ranks",
                "shares",
                "values",
                "measures",
                "benchmarks",
                "items",
                "allocation",
                "not_computed");
        Optional<String> rule = top.need("rule").flatMap(YamlNode::text);
        Optional<String> id = top.need("scheme").flatMap(YamlNode::text);
        Optional<String> title = top.need("title").flatMap(YamlNode::text);
        Optional<Fields> inForce = top.need("in_force").map(branch -> branch.fields("from", "to"));
        Optional<LocalDate> from =
                inForce.flatMap(fields -> fields.need("from")).flatMap(YamlNode::date);
        Optional<LocalDate> to = inForce.flatMap(fields -> fields.get("to")).flatMap(YamlNode::date);
        if (from.isPresent() && to.isPresent() && to.get().isBefore(from.get())) {
            inForce.ifPresent(fields -> fields.owner().refuseText(to.get().toString(), "ends_before"));
        }
        Optional<Scheme.Source> source = top.need("source").map(this::source);
        Optional<Fraction> fullPoints = top.get("full_points").flatMap(YamlNode::number);
        Optional<Rounding> rounding = top.need("rounding").flatMap(this::rounding);
        Scheme.Eligibility eligibility = top.get("assess")
                .map(this::eligibility)
                .orElse(new Scheme.Eligibility(Optional.empty(), List.of(), List.of(), Mark.READING));
        top.get("interim")
                .map(branch -> branch.fields("bands", "clause", "mark"))
                .flatMap(fields -> fields.need("bands"))
                .ifPresent(branch -> branch.choice(Map.of("annual", true)));
        Optional<Fraction> totalFloor = top.get("totals")
                .map(branch -> branch.fields("floor", "clause", "mark"))
                .flatMap(fields -> fields.get("floor"))
                .flatMap(YamlNode::number);
        top.get("ranks")
                .map(branch -> branch.fields("ties", "clause", "mark"))
                .flatMap(fields -> fields.need("ties"))
                .ifPresent(branch -> branch.choice(Map.of("same", true)));
        int shareDecimals = top.get("shares")
                .map(branch -> branch.fields("decimals", "clause", "mark"))
                .flatMap(fields -> fields.need("decimals"))
                .flatMap(branch -> decimals(branch, 6))
                .orElse(2);
        top.get("values").ifPresent(this::readValues);
        for (String section : List.of("measures", "benchmarks")) {
            top.get(section)
                    .filter(YamlNode::isMap)
                    .ifPresent(branch -> later.addAll(branch.anyFields().all().keySet()));
        }
        // Definitions see what stands above them, in the order of the file.
        for (Map.Entry<String, YamlNode> section : top.all().entrySet()) {
            if (section.getKey().equals("measures")) {
                section.getValue().anyFields().all().forEach(this::readMeasure);
            } else if (section.getKey().equals("benchmarks")) {
                section.getValue().anyFields().all().forEach(this::readBenchmark);
            }
        }
        List<Item> items = top.get("items").map(this::items).orElse(List.of());
        AllocationLoader allocations = new AllocationLoader(measureIds);
        AllocationRule allocation =
                top.get("allocation").map(allocations::rule).orElseGet(() -> allocations.defaults(DEFAULT_LOT));
        Map<String, AllocationRule> funds = top.get("allocation")
                .map(branch -> allocations.funds(branch, allocation))
                .orElse(Map.of());
        List<String> notComputed =
                top.get("not_computed").map(this::notComputed).orElse(List.of());
        if (rule.isEmpty()
                || id.isEmpty()
                || title.isEmpty()
                || from.isEmpty()
                || source.isEmpty()
                || rounding.isEmpty()
                || !file.problems().isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(new Scheme(
                id.get(),
                rule.get(),
                title.get(),
                from.get(),
                to,
                source.get(),
                fullPoints,
                rounding.get(),
                eligibility,
                totalFloor,
                shareDecimals,
                new Definitions(values, definitions),
                items,
                allocation,
                funds,
                notComputed,
                Parameters.of(root),
                file.digest()));
    }

    private Scheme.Source source(YamlNode branch) {
        Fields fields = branch.fields("document", "number", "issued", "url", "clauses");
        return new Scheme.Source(
                fields.need("document").flatMap(YamlNode::text).orElse(""),
                fields.text("number", ""),
                fields.get("issued").flatMap(YamlNode::date),
                fields.get("clauses").map(YamlNode::texts).orElse(List.of()));
    }

    private Optional<Rounding> rounding(YamlNode branch) {
        Fields fields = branch.fields("points", "mode", "clause", "mark");
        Optional<Integer> decimals = fields.need("points").flatMap(points -> decimals(points, 6));
        Rounding.Mode mode = fields.word("mode", Rounding.Mode.class).orElse(Rounding.Mode.HALF_UP);
        return decimals.map(digits -> new Rounding(digits, mode, fields.text("clause", "D6")));
    }

    private static Optional<Integer> decimals(YamlNode branch, int most) {
        Optional<Integer> whole = branch.whole();
        if (whole.isPresent() && whole.get() > most) {
            branch.refuse("too_many_decimals", "most", most);
            return Optional.empty();
        }
        return whole;
    }

    private Scheme.Eligibility eligibility(YamlNode branch) {
        Fields fields = branch.fields("min_months_open", "kinds", "not_kinds", "clause", "mark");
        return new Scheme.Eligibility(
                fields.get("min_months_open").flatMap(YamlNode::whole),
                fields.get("kinds").map(YamlNode::texts).orElse(List.of()),
                fields.get("not_kinds").map(YamlNode::texts).orElse(List.of()),
                mark(fields));
    }

    private void readValues(YamlNode branch) {
        branch.anyFields().all().forEach((id, table) -> {
            Map<String, Fraction> byWord = new LinkedHashMap<>();
            Mark mark = Mark.READING;
            for (Map.Entry<String, YamlNode> entry : table.anyFields().all().entrySet()) {
                switch (entry.getKey()) {
                    case "mark" -> mark = entry.getValue().choice(marks()).orElse(mark);
                    case "clause" -> entry.getValue().text();
                    default -> entry.getValue().number().ifPresent(number -> byWord.put(entry.getKey(), number));
                }
            }
            values.put(id, new ValueTable(id, byWord, mark));
        });
    }

    private void readMeasure(String id, YamlNode branch) {
        Fields fields = branch.fields(
                "name", "unit", "formula", "of", "round", "when_empty", "no_base", "over", "clause", "mark");
        checkNew(id, branch);
        Optional<Statistic> of = fields.get("of").flatMap(word -> word.choice(ofRecords()));
        Optional<Formula> formula = fields.need("formula").flatMap(text -> formula(text, of.isPresent()));
        Optional<String> whenEmpty = fields.get("when_empty").flatMap(YamlNode::text);
        if (whenEmpty.isPresent() && !values.containsKey(whenEmpty.get())) {
            fields.get("when_empty").ifPresent(word -> word.refuseUnknown(values.keySet()));
        }
        if (whenEmpty.isPresent() && of.isEmpty()) {
            fields.get("when_empty").ifPresent(word -> word.refuse("only_with_of"));
        }
        String name = fields.need("name").flatMap(YamlNode::text).orElse(id);
        formula.ifPresent(tree -> definitions.add(new Definition.Measure(
                id,
                name,
                fields.text("unit", ""),
                tree,
                of,
                whenEmpty,
                round(fields),
                fields.word("no_base", NoBase.class).orElse(NoBase.ZERO),
                fields.word("over", Population.class).orElse(Population.ASSESSED),
                fields.text("clause", ""),
                mark(fields))));
        measureIds.add(id);
    }

    private void readBenchmark(String id, YamlNode branch) {
        Fields fields = branch.fields("name", "published", "else", "formula", "over", "round", "clause", "mark");
        checkNew(id, branch);
        Optional<String> published = fields.get("published").flatMap(YamlNode::text);
        Fields computed = fields.get("else")
                .map(other -> other.fields("formula", "over", "round"))
                .orElse(fields);
        if (fields.has("else") && fields.has("formula")) {
            fields.get("formula").ifPresent(text -> text.refuse("else_and_formula"));
        }
        Optional<Formula> formula = computed.get("formula").flatMap(text -> formula(text, false));
        if (published.isEmpty() && !computed.has("formula")) {
            branch.refuseText(id, "missing_key", "key", "formula");
        }
        definitions.add(new Definition.Benchmark(
                id,
                fields.text("name", published.orElse(id)),
                published,
                formula,
                computed.word("over", Population.class).orElse(Population.ASSESSED),
                round(computed),
                fields.text("clause", ""),
                mark(fields)));
        formula.ifPresent(tree -> outsideStatistics(tree)
                .forEach(name ->
                        computed.get("formula").ifPresent(text -> text.refuseText(name, "per_bank_in_benchmark"))));
        benchmarkIds.add(id);
    }

    private void checkNew(String id, YamlNode branch) {
        if (measureIds.contains(id) || benchmarkIds.contains(id)) {
            branch.refuseText(id, "doubled_id");
        }
        if (columns.perSubject().contains(id)) {
            branch.refuseText(id, "id_is_column");
        }
        if (!ID.matcher(id).matches() || Statistic.of(id).isPresent() || id.equals("total")) {
            branch.refuseText(id, "not_an_id");
        }
    }

    private Optional<Rounding> round(Fields fields) {
        return fields.get("round").flatMap(branch -> decimals(branch, 12)).map(digits -> Rounding.halfUp(digits, "D5"));
    }

    private Optional<Formula> formula(YamlNode branch, boolean ofRecords) {
        Optional<String> text = branch.text();
        if (text.isEmpty()) {
            return Optional.empty();
        }
        Formula formula;
        try {
            formula = FormulaParser.parse(text.get());
        } catch (FormulaException e) {
            branch.refuse(
                    "formula_" + e.problem().name().toLowerCase(Locale.ROOT),
                    "position",
                    e.position() + 1,
                    "rest",
                    text.get().substring(Math.min(e.position(), text.get().length())));
            return Optional.empty();
        }
        if (ofRecords) {
            boolean single =
                    formula instanceof Formula.Name name && columns.ofRecords().contains(name.id());
            if (!single) {
                branch.refuse(
                        "not_a_record_column",
                        "allowed",
                        String.join(", ", new TreeSet<>(columns.ofRecords())),
                        "meant",
                        Suggestion.nearest(text.get(), columns.ofRecords()));
                return Optional.empty();
            }
            return Optional.of(formula);
        }
        Set<String> allowed = new TreeSet<>(columns.perSubject());
        allowed.addAll(measureIds);
        allowed.addAll(benchmarkIds);
        boolean known = true;
        for (String name : formula.names()) {
            if (!allowed.contains(name)) {
                known = false;
                branch.refuseText(
                        name,
                        columns.ofRecords().contains(name)
                                ? "record_needs_of"
                                : later.contains(name) ? "used_before" : "unknown_name",
                        "formula",
                        text.get(),
                        "allowed",
                        String.join(", ", allowed),
                        "meant",
                        Suggestion.nearest(name, allowed));
            }
        }
        return known ? Optional.of(formula) : Optional.empty();
    }

    /** Names of per-bank values that stand outside every statistic. */
    private List<String> outsideStatistics(Formula formula) {
        if (formula instanceof Formula.Name name) {
            return benchmarkIds.contains(name.id()) ? List.of() : List.of(name.id());
        }
        List<String> outside = new ArrayList<>();
        if (formula instanceof Formula.Binary binary) {
            outside.addAll(outsideStatistics(binary.left()));
            outside.addAll(outsideStatistics(binary.right()));
        } else if (formula instanceof Formula.Negation negation) {
            outside.addAll(outsideStatistics(negation.operand()));
        }
        return outside;
    }

    private List<Item> items(YamlNode branch) {
        List<Item> items = new ArrayList<>();
        Set<String> ids = new LinkedHashSet<>();
        for (YamlNode each : branch.list()) {
            Fields fields = each.fields(
                    "id",
                    "name",
                    "kind",
                    "measure",
                    "method",
                    "only_if",
                    "weight",
                    "group",
                    "peers",
                    "applies_to",
                    "clause",
                    "mark");
            String id = fields.need("id").flatMap(YamlNode::text).orElse("");
            if (!ids.add(id)) {
                each.refuseText(id, "doubled_id");
            }
            if (!id.isEmpty() && !ID.matcher(id).matches()) {
                each.refuseText(id, "not_an_id");
            }
            fields.need("kind");
            fields.need("clause");
            fields.need("mark");
            Optional<YamlNode> measure = fields.need("measure");
            if (measure.isPresent() && !measureIds.contains(measure.get().shown())) {
                measure.get().refuseUnknown(measureIds);
            }
            Optional<Method> method = fields.need("method").flatMap(this::method);
            Optional<Item.Gate> gate = fields.get("only_if").flatMap(this::gate);
            fields.get("peers").ifPresent(peers -> peers.choice(Map.of("机构类型", true)));
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
                        fields.text("group", ""),
                        fields.has("peers"),
                        fields.get("applies_to").map(YamlNode::texts).orElse(List.of()),
                        fields.text("clause", ""),
                        mark(fields)));
            }
        }
        return items;
    }

    private Optional<Item.Gate> gate(YamlNode branch) {
        Fields fields = branch.fields("measure", "at_least", "above", "at_most", "below", "else");
        Optional<YamlNode> measure = fields.need("measure");
        if (measure.isPresent() && !measureIds.contains(measure.get().shown())) {
            measure.get().refuseUnknown(measureIds);
        }
        Fraction otherwise = fields.get("else").flatMap(YamlNode::number).orElse(Fraction.ZERO);
        List<Item.Gate> gates = new ArrayList<>();
        for (Item.Comparison comparison : Item.Comparison.values()) {
            fields.get(comparison.name().toLowerCase(Locale.ROOT))
                    .flatMap(bound -> reference(bound, false))
                    .ifPresent(bound -> gates.add(
                            new Item.Gate(measure.map(YamlNode::shown).orElse(""), comparison, bound, otherwise)));
        }
        if (gates.size() != 1) {
            branch.refuse("one_comparison");
            return Optional.empty();
        }
        return Optional.of(gates.get(0));
    }

    private Optional<Method> method(YamlNode branch) {
        return new MethodLoader(this::reference).method(branch);
    }

    /**
     * A number, a benchmark, another measure, or a statistic of the population.
     *
     * @param ofPopulation whether {@code mean}, {@code median} and {@code best} are allowed
     */
    private Optional<Reference> reference(YamlNode branch, boolean ofPopulation) {
        String text = branch.shown();
        Map<String, Statistic> statistics =
                Map.of("mean", Statistic.MEAN, "median", Statistic.MEDIAN, "best", Statistic.MAX);
        if (ofPopulation && statistics.containsKey(text)) {
            return Optional.of(new Reference.OfPopulation(statistics.get(text)));
        }
        if (benchmarkIds.contains(text) || (ofPopulation && measureIds.contains(text))) {
            return Optional.of(new Reference.Named(text));
        }
        if (branch.isScalar() && !text.isEmpty() && (Character.isDigit(text.charAt(0)) || text.charAt(0) == '-')) {
            return branch.number().map(Reference.Fixed::new);
        }
        Set<String> allowed = new TreeSet<>(benchmarkIds);
        if (ofPopulation) {
            allowed.addAll(measureIds);
            allowed.addAll(statistics.keySet());
        }
        branch.refuse(
                "not_a_reference", "allowed", String.join(", ", allowed), "meant", Suggestion.nearest(text, allowed));
        return Optional.empty();
    }

    private List<String> notComputed(YamlNode branch) {
        List<String> clauses = new ArrayList<>();
        for (YamlNode each : branch.list()) {
            if (each.isMap()) {
                Fields fields = each.fields("clause", "why");
                fields.need("why").ifPresent(YamlNode::text);
                fields.need("clause").flatMap(YamlNode::text).ifPresent(clauses::add);
            } else {
                each.text().ifPresent(clauses::add);
            }
        }
        return clauses;
    }

    private static Mark mark(Fields fields) {
        return fields.get("mark").flatMap(branch -> branch.choice(marks())).orElse(Mark.READING);
    }

    static Map<String, Mark> marks() {
        return Map.of("text", Mark.TEXT, "reading", Mark.READING, "assumed", Mark.ASSUMED);
    }

    private static Map<String, Statistic> ofRecords() {
        return Map.of("sum", Statistic.SUM, "mean", Statistic.MEAN, "max", Statistic.MAX, "count", Statistic.COUNT);
    }
}
