package bankscore.load.rule;

import bankscore.exact.Fraction;
import bankscore.exact.Rounding;
import bankscore.finding.ConfigException;
import bankscore.finding.ConfigProblem;
import bankscore.load.yaml.Keys;
import bankscore.load.yaml.Suggestion;
import bankscore.load.yaml.YamlFile;
import bankscore.load.yaml.YamlNode;
import bankscore.load.yaml.YamlNode.Fields;
import bankscore.rule.Definition;
import bankscore.rule.Definition.Gathered;
import bankscore.rule.Definition.NoBase;
import bankscore.rule.Definition.OverQuarters;
import bankscore.rule.Definition.Population;
import bankscore.rule.Definitions;
import bankscore.rule.Flaw;
import bankscore.rule.Formula;
import bankscore.rule.FormulaColumns;
import bankscore.rule.FormulaException;
import bankscore.rule.FormulaParser;
import bankscore.rule.Mark;
import bankscore.rule.Parameter;
import bankscore.rule.Reference;
import bankscore.rule.RuleHead;
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
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Reads what rules of every kind have: their head, constants, measures and benchmarks, references, rounding and marks.
 *
 * <p>Nothing is guessed: an unknown key or word, a number that is not exact, a formula that names what is not there, are
 * all refused at once with their lines.
 */
public final class RuleLoader {

    public static final Keys IN_FORCE = Keys.of("from", "to");
    public static final Keys MEASURE =
            Keys.of("name", "unit", "formula", "of", "round", "when_empty", "no_base", "over", "clause", "mark");
    /** A reference that is no single word. */
    public static final Keys OF_BEST = Keys.of(Reference.OfPopulation.MEAN_OF_BEST);

    private static final Keys ELSE = Keys.of("formula", "over", "round");
    public static final Keys BENCHMARK = Keys.of(
                    "name", "published", "else", "formula", "over", "round", "clause", "mark")
            .with("else", ELSE);

    private static final Pattern ID = Pattern.compile("[a-z][a-z0-9_]*");
    /** What is meant for a number, exact or not. */
    private static final Pattern NUMBER = Pattern.compile("[-0-9]");

    /** The functions of a formula over subjects, as messages name them. */
    private static final String FUNCTIONS = Stream.concat(
                    Stream.of("sum", "mean", "max", "min", "median", "count"),
                    Stream.concat(FormulaParser.FUNCTIONS.stream(), FormulaParser.SUBJECT_FUNCTIONS.stream()))
            .collect(Collectors.joining(" "));

    /** What a measure says under {@code over} that comes of the quarters of the year. */
    static final String QUARTERS = "quarters";

    private static final Map<String, Statistic> OF_POPULATION =
            Map.of("mean", Statistic.MEAN, "median", Statistic.MEDIAN, "best", Statistic.MAX);

    private final FormulaColumns columns;
    private final Keys measureKeys;
    private final Optional<LocalDate> since;
    private final Map<String, ValueTable> values = new LinkedHashMap<>();
    private final List<Definition> definitions = new ArrayList<>();
    private final Set<String> measures = new LinkedHashSet<>();
    private final Set<String> benchmarks = new LinkedHashSet<>();
    private final Set<String> later = new LinkedHashSet<>();

    /** @param columns what formulas may name besides */
    public RuleLoader(FormulaColumns columns) {
        this(columns, MEASURE);
    }

    /**
     * Of a kind of rule whose measures say other things.
     *
     * @param columns what formulas may name besides
     * @param measureKeys what a measure may say
     */
    public RuleLoader(FormulaColumns columns, Keys measureKeys) {
        this(columns, measureKeys, Optional.empty());
    }

    private RuleLoader(FormulaColumns columns, Keys measureKeys, Optional<LocalDate> since) {
        this.columns = columns;
        this.measureKeys = measureKeys;
        this.since = since;
    }

    /**
     * Of a rule whose measures may gather the quarters of the year.
     *
     * @param since the first day of the rule's version
     */
    public static RuleLoader overQuarters(FormulaColumns columns, LocalDate since) {
        return new RuleLoader(columns, MEASURE, Optional.of(since));
    }

    /** Reads {@code rule}, {@code scheme}, {@code title} and {@code in_force}; nothing if one of them is refused. */
    public static Optional<RuleHead> head(Fields top, String digest) {
        Optional<String> rule = top.need("rule").flatMap(YamlNode::text);
        Optional<String> id = top.need("scheme").flatMap(YamlNode::text);
        Optional<String> title = top.need("title").flatMap(YamlNode::text);
        Optional<Fields> inForce = top.need("in_force").map(branch -> branch.fields(IN_FORCE));
        Optional<LocalDate> from =
                inForce.flatMap(fields -> fields.need("from")).flatMap(YamlNode::date);
        Optional<LocalDate> to = inForce.flatMap(fields -> fields.get("to")).flatMap(YamlNode::date);
        if (from.isPresent() && to.isPresent() && to.get().isBefore(from.get())) {
            inForce.ifPresent(fields -> fields.owner().refuseText(to.get().toString(), "ends_before"));
        }
        return rule.isPresent() && id.isPresent() && title.isPresent() && from.isPresent()
                ? Optional.of(new RuleHead(id.get(), rule.get(), title.get(), from.get(), to, digest))
                : Optional.empty();
    }

    /** Reads {@code values}, {@code measures} and {@code benchmarks}. */
    public Definitions definitions(Fields top) {
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
        return new Definitions(values, definitions);
    }

    /** The ids of the measures that were read. */
    public Set<String> measures() {
        return measures;
    }

    /** The ids of the benchmarks that were read. */
    public Set<String> benchmarks() {
        return benchmarks;
    }

    /** Whether a text may be an id. */
    public static boolean isId(String text) {
        return ID.matcher(text).matches();
    }

    /** Whether every formula reads a word as a function. */
    public static boolean isFunction(String word) {
        return Statistic.of(word).isPresent()
                || FormulaParser.FUNCTIONS.contains(word)
                || FormulaParser.SUBJECT_FUNCTIONS.contains(word);
    }

    /** The measure that a mapping names, if only as a text that is refused. */
    public Optional<YamlNode> measure(Fields fields) {
        Optional<YamlNode> measure = fields.need("measure");
        if (measure.isPresent() && !measures.contains(measure.get().shown())) {
            measure.get().refuseUnknown(measures);
        }
        return measure;
    }

    /**
     * A number, a benchmark, another measure, or a statistic of the population.
     *
     * @param ofPopulation whether {@code mean}, {@code median}, {@code best} and {@code mean_of_best} are allowed
     */
    public Optional<Reference> reference(YamlNode branch, boolean ofPopulation) {
        if (ofPopulation && branch.isMap()) {
            Optional<YamlNode> best = branch.fields(OF_BEST).need(Reference.OfPopulation.MEAN_OF_BEST);
            Optional<Integer> count = best.flatMap(YamlNode::whole);
            if (count.filter(each -> each < 1).isPresent()) {
                best.get().refuse("not_positive");
                return Optional.empty();
            }
            return count.map(each -> new Reference.OfPopulation(Statistic.MEAN, Optional.of(each)));
        }
        return ofPopulation
                ? reference(branch, OF_POPULATION, benchmarks, measures)
                : reference(branch, Map.of(), benchmarks, Set.of());
    }

    /**
     * A number, or one of some names.
     *
     * @param statistics of the population, by their words
     * @param benchmarks their ids
     * @param measures the ids of measures and columns of the same subject or line
     */
    public static Optional<Reference> reference(
            YamlNode branch, Map<String, Statistic> statistics, Set<String> benchmarks, Set<String> measures) {
        String text = branch.shown();
        if (statistics.containsKey(text)) {
            return Optional.of(new Reference.OfPopulation(statistics.get(text)));
        }
        if (benchmarks.contains(text)) {
            return Optional.of(new Reference.OfBenchmark(text));
        }
        if (measures.contains(text)) {
            return Optional.of(new Reference.OfMeasure(text));
        }
        if (branch.isScalar() && NUMBER.matcher(text).lookingAt()) {
            return branch.number().map(Reference.Fixed::new);
        }
        Set<String> allowed = new TreeSet<>(benchmarks);
        allowed.addAll(measures);
        allowed.addAll(statistics.keySet());
        branch.refuseUnknown(text, "not_a_reference", allowed);
        return Optional.empty();
    }

    public static Keys roundingKeys(String key) {
        return Keys.of(key, "mode", "clause", "mark");
    }

    /** Decimals and the way of rounding; half up unless it says otherwise. */
    public static Optional<Rounding> rounding(YamlNode branch, String key, String citation) {
        Fields fields = branch.fields(roundingKeys(key));
        Optional<Integer> decimals = fields.need(key).flatMap(digits -> decimals(digits, 6));
        Rounding.Mode mode = fields.word("mode", Rounding.Mode.class).orElse(Rounding.Mode.HALF_UP);
        mark(fields);
        return decimals.map(digits -> new Rounding(digits, mode, fields.text("clause", citation)));
    }

    /** A number of decimals. */
    public static Optional<Integer> decimals(YamlNode branch, int most) {
        Optional<Integer> whole = branch.whole();
        if (whole.isPresent() && whole.get() > most) {
            branch.refuse("too_many_decimals", "most", most);
            return Optional.empty();
        }
        return whole;
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
        Fields fields = branch.fields(measureKeys);
        checkNew(id, branch);
        Optional<OverQuarters> quarters = since.filter(day -> fields.get("over")
                        .filter(over -> over.shown().equals(QUARTERS))
                        .isPresent())
                .map(day -> new OverQuarters(
                        fields.need("of")
                                .flatMap(word -> word.choice(gathered()))
                                .orElse(Gathered.MEAN),
                        day));
        Optional<Statistic> of =
                quarters.isPresent() ? Optional.empty() : fields.get("of").flatMap(word -> word.choice(ofRecords()));
        Optional<Formula> formula = fields.need("formula")
                .flatMap(text -> quarters.isPresent() ? ofMeasure(text) : formula(text, of.isPresent()));
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
                quarters.isPresent() ? Population.ASSESSED : population(fields),
                quarters,
                fields.text("clause", ""),
                mark(fields))));
        measures.add(id);
    }

    /** Whom statistics run over; where measures may gather quarters that word is named too. */
    private Population population(Fields fields) {
        Map<String, Optional<Population>> words = new LinkedHashMap<>();
        words.put("assessed", Optional.of(Population.ASSESSED));
        words.put("all", Optional.of(Population.ALL));
        since.ifPresent(day -> words.put(QUARTERS, Optional.empty()));
        return fields.get("over")
                .flatMap(word -> word.choice(words))
                .flatMap(each -> each)
                .orElse(Population.ASSESSED);
    }

    /** The one measure whose quarters are gathered. */
    private Optional<Formula> ofMeasure(YamlNode branch) {
        if (!measures.contains(branch.shown())) {
            branch.refuseUnknown(branch.shown(), "quarters_of_measure", measures);
            return Optional.empty();
        }
        return Optional.of(new Formula.Name(branch.shown()));
    }

    private void readBenchmark(String id, YamlNode branch) {
        Fields fields = branch.fields(BENCHMARK);
        checkNew(id, branch);
        Optional<String> published = fields.get("published").flatMap(YamlNode::text);
        Fields computed = fields.get("else").map(other -> other.fields(ELSE)).orElse(fields);
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
        benchmarks.add(id);
    }

    private void checkNew(String id, YamlNode branch) {
        if (measures.contains(id) || benchmarks.contains(id)) {
            branch.refuseText(id, "doubled_id");
        }
        if (columns.perSubject().contains(id)) {
            branch.refuseText(id, "id_is_column");
        }
        if (!isId(id) || isFunction(id) || id.equals("total")) {
            branch.refuseText(id, "not_an_id");
        }
    }

    private Optional<Rounding> round(Fields fields) {
        return fields.get("round").flatMap(branch -> decimals(branch, 12)).map(digits -> Rounding.halfUp(digits, "D5"));
    }

    /** How the text of a formula is read. */
    interface Parser {
        Formula parse(String text) throws FormulaException;
    }

    /** The formula that a node says, whatever it names. */
    static Optional<Formula> parsed(YamlNode branch, String functions, Parser parser) {
        Optional<String> text = branch.text();
        if (text.isEmpty()) {
            return Optional.empty();
        }
        try {
            return Optional.of(parser.parse(text.get()));
        } catch (FormulaException e) {
            branch.refuse(
                    "formula_" + e.problem().name().toLowerCase(Locale.ROOT),
                    "position",
                    e.position() + 1,
                    "rest",
                    text.get().substring(Math.min(e.position(), text.get().length())),
                    "functions",
                    functions);
            return Optional.empty();
        }
    }

    private Optional<Formula> formula(YamlNode branch, boolean ofRecords) {
        Optional<Formula> parsed = parsed(branch, FUNCTIONS, FormulaParser::parse);
        if (parsed.isEmpty()) {
            return parsed;
        }
        Formula formula = parsed.get();
        if (ofRecords) {
            boolean single =
                    formula instanceof Formula.Name name && columns.ofRecords().contains(name.id());
            if (!single) {
                branch.refuseUnknown(branch.shown(), "not_a_record_column", new TreeSet<>(columns.ofRecords()));
                return Optional.empty();
            }
            return Optional.of(formula);
        }
        Set<String> allowed = new TreeSet<>(columns.perSubject());
        allowed.addAll(measures);
        allowed.addAll(benchmarks);
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
                        branch.shown(),
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
            return benchmarks.contains(name.id()) ? List.of() : List.of(name.id());
        }
        return formula instanceof Formula.Aggregate
                ? List.of()
                : formula.operands().stream()
                        .flatMap(operand -> outsideStatistics(operand).stream())
                        .toList();
    }

    /** How certain it is; a reading where nothing is said. */
    public static Mark mark(Fields fields) {
        return fields.get("mark").flatMap(branch -> branch.choice(marks())).orElse(Mark.READING);
    }

    /** How certain a parameter is, by its word. */
    public static Map<String, Mark> marks() {
        return Map.of("text", Mark.TEXT, "reading", Mark.READING, "assumed", Mark.ASSUMED);
    }

    static Map<String, Gathered> gathered() {
        return Map.of("mean", Gathered.MEAN, "sum", Gathered.SUM, "last", Gathered.LAST);
    }

    /** What a measure makes of many rows, by its words. */
    static Map<String, Statistic> ofRecords() {
        return Map.of("sum", Statistic.SUM, "mean", Statistic.MEAN, "max", Statistic.MAX, "count", Statistic.COUNT);
    }

    /** Refuses a file for what is wrong with the rule in it, each at its line. */
    public static void refuse(YamlFile file, List<Parameter> parameters, List<Flaw> flaws) throws ConfigException {
        for (Flaw flaw : flaws) {
            file.problems()
                    .add(new ConfigProblem(
                            file.name(), line(parameters, flaw.path()), flaw.text(), flaw.code(), flaw.details()));
        }
        file.throwIfRefused();
    }

    /** The line of a parameter, or of the nearest thing around it that the file writes. */
    private static int line(List<Parameter> parameters, String path) {
        for (String at = path; !at.isEmpty(); at = at.substring(0, Math.max(0, lastStep(at)))) {
            String prefix = at;
            OptionalInt line = parameters.stream()
                    .filter(parameter -> parameter.isWithin(prefix))
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
}
