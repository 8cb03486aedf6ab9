package bankscore.load.rule;

import bankscore.load.yaml.Keys;
import bankscore.load.yaml.YamlNode;
import bankscore.load.yaml.YamlNode.Fields;
import bankscore.rule.Condition;
import bankscore.rule.Reference;
import bankscore.rule.line.LineColumn;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * Reads conditions: the closed list of words, each about columns that fit it. What stands beside the outermost condition,
 * such as {@code else}, is for who asks.
 */
public final class ConditionLoader {

    /** The words about one subject of a rule over subjects. */
    public static final List<String> OF_SUBJECTS = List.of("text", "date", "measure", "filled", "all", "any", "not");
    /** The same of a rule that asks what earlier periods published. */
    public static final List<String> OF_REMEMBERED = Stream.concat(
                    OF_SUBJECTS.stream(), Stream.of(Condition.Running.WORD))
            .toList();
    /** The words about one line of claims. */
    public static final List<String> OF_LINES = Stream.concat(
                    OF_SUBJECTS.stream(), Stream.of("register", "unique", "no_overlap"))
            .toList();

    private static final List<String> COMPARISONS = Stream.of(Condition.Comparison.values())
            .map(Condition.Comparison::word)
            .toList();
    private static final Map<String, List<String>> BESIDE = Map.of(
            "text", List.of("one_of", "none_of"),
            "date", List.of("within"),
            "measure", COMPARISONS,
            "register", List.of("by", "at"),
            "no_overlap", List.of("from", "to"));
    private static final Keys ROW = Keys.of(Stream.of(Stream.of("measure"), COMPARISONS.stream(), Stream.of("periods"))
            .flatMap(each -> each)
            .toArray(String[]::new));
    private static final int FEWEST_PERIODS = 2;
    private static final int MOST_PERIODS = 40;
    private static final String OTHERWISE = "else";

    private final LineColumns columns;
    private final Set<String> benchmarks;
    private final Set<String> registers;
    private final List<String> words;
    private final Set<String> published;

    /**
     * Knows what conditions may name.
     *
     * @param columns columns and measures
     * @param benchmarks what figures may be held against besides
     * @param registers the ids of the registers
     * @param words the words that there are: {@link #OF_SUBJECTS} or {@link #OF_LINES}
     */
    public ConditionLoader(LineColumns columns, Set<String> benchmarks, Set<String> registers, List<String> words) {
        this(columns, benchmarks, registers, words, Set.of());
    }

    /**
     * Of a rule that remembers what it published.
     *
     * @param columns columns and measures
     * @param benchmarks what figures may be held against besides
     * @param measures those of the columns that are published
     */
    public static ConditionLoader remembering(LineColumns columns, Set<String> benchmarks, Set<String> measures) {
        return new ConditionLoader(columns, benchmarks, Set.of(), OF_REMEMBERED, measures);
    }

    private ConditionLoader(
            LineColumns columns,
            Set<String> benchmarks,
            Set<String> registers,
            List<String> words,
            Set<String> published) {
        this.columns = columns;
        this.benchmarks = Set.copyOf(benchmarks);
        this.registers = Set.copyOf(registers);
        this.words = words;
        this.published = Set.copyOf(published);
    }

    /**
     * All keys that may stand in a condition, with those that may stand beside the outermost one.
     *
     * @param deep how many conditions may stand in each other for who asks what may be said
     */
    public static Keys keys(List<String> words, List<String> outer, int deep) {
        Keys keys =
                Keys.of(Stream.of(words.stream(), words.stream().flatMap(word -> beside(word).stream()), outer.stream())
                        .flatMap(each -> each)
                        .toArray(String[]::new));
        if (words.contains(Condition.Running.WORD)) {
            keys = keys.with(Condition.Running.WORD, ROW);
        }
        if (deep == 0) {
            return keys;
        }
        Keys inner = keys(words, List.of(), deep - 1);
        return keys.with("all", Keys.each(inner)).with("any", Keys.each(inner)).with("not", inner);
    }

    /** The keys that may stand beside a word. */
    static List<String> beside(String word) {
        return BESIDE.getOrDefault(word, List.of());
    }

    /**
     * The condition that a mapping says.
     *
     * @param outer the keys that may stand beside it
     */
    public Optional<Condition> condition(YamlNode branch, String... outer) {
        return condition(branch, List.of(outer), true);
    }

    private Optional<Condition> condition(YamlNode branch, List<String> outer, boolean outermost) {
        if (!branch.isMap()) {
            branch.refuse("not_a_map");
            return Optional.empty();
        }
        Map<String, YamlNode> all = branch.anyFields().all();
        List<String> heads = all.keySet().stream().filter(words::contains).toList();
        List<String> allowed = new ArrayList<>(words);
        if (heads.size() == 1) {
            allowed = new ArrayList<>(heads);
            allowed.addAll(beside(heads.get(0)));
        }
        allowed.addAll(outer);
        if (!outermost && all.containsKey(OTHERWISE)) {
            all.get(OTHERWISE).refuseText(OTHERWISE, "else_inside");
            allowed.add(OTHERWISE);
        }
        Fields fields = branch.fields(allowed.toArray(String[]::new));
        boolean otherKeys = !allowed.containsAll(all.keySet());
        if (heads.size() != 1) {
            if (heads.size() > 1 || !otherKeys) {
                branch.refuseText(String.join(", ", heads), "one_condition", "allowed", String.join(", ", words));
            }
            return Optional.empty();
        }
        YamlNode head = fields.need(heads.get(0)).orElseThrow();
        return switch (heads.get(0)) {
            case "text" -> text(head, fields);
            case "date" -> dated(head, fields);
            case "measure" -> compared(head, fields).map(each -> each);
            case Condition.Running.WORD -> running(head);
            case "register" -> inRegister(head, fields);
            case "unique" -> columns(head).map(Condition.Unique::new);
            case "no_overlap" -> noOverlap(head, fields);
            case "filled" -> columns(head).map(Condition.Filled::new);
            case "not" -> condition(head, List.of(), false).map(Condition.Not::new);
            case "all" -> parts(head).map(Condition.All::new);
            default -> parts(head).map(Condition.Any::new);
        };
    }

    private Optional<List<Condition>> parts(YamlNode head) {
        List<YamlNode> branches = head.filled();
        List<Condition> parts = new ArrayList<>();
        branches.forEach(each -> condition(each, List.of(), false).ifPresent(parts::add));
        return parts.isEmpty() || parts.size() < branches.size() ? Optional.empty() : Optional.of(parts);
    }

    private Optional<Condition> text(YamlNode head, Fields fields) {
        Optional<String> column = columns.text(head, head.shown());
        boolean among = fields.has("one_of");
        if (among == fields.has("none_of")) {
            fields.owner().refuseText(head.shown(), "one_of_or_none_of");
            return Optional.empty();
        }
        List<String> texts =
                fields.need(among ? "one_of" : "none_of").map(YamlNode::texts).orElse(List.of());
        return texts.isEmpty() ? Optional.empty() : column.map(id -> new Condition.Text(id, among, texts));
    }

    private Optional<Condition> dated(YamlNode head, Fields fields) {
        Optional<String> column = dayColumn(head);
        Optional<Condition.Span> span = fields.need("within").flatMap(ConditionLoader::span);
        return column.flatMap(id -> span.map(within -> new Condition.Dated(id, within)));
    }

    private static Optional<Condition.Span> span(YamlNode branch) {
        Condition.Span named = Map.of("in_force", new Condition.Span.InForce(), "period", new Condition.Span.OfPeriod())
                .get(branch.shown());
        if (named != null) {
            return Optional.of(named);
        }
        if (!branch.isList() || branch.list().size() != 2) {
            branch.refuse("not_a_span");
            return Optional.empty();
        }
        Optional<LocalDate> from = branch.list().get(0).date();
        Optional<LocalDate> to = branch.list().get(1).date();
        if (from.isEmpty() || to.isEmpty()) {
            return Optional.empty();
        }
        if (to.get().isBefore(from.get())) {
            branch.refuseText(to.get().toString(), "span_backwards");
        }
        return Optional.of(new Condition.Span.Between(from.get(), to.get()));
    }

    private Optional<Condition> running(YamlNode head) {
        if (!head.isMap()) {
            head.refuse("not_a_map");
            return Optional.empty();
        }
        Fields fields = head.fields(ROW);
        Optional<Condition.Compared> compared = fields.need("measure").flatMap(measure -> compared(measure, fields));
        Optional<Integer> periods = fields.need("periods").flatMap(YamlNode::whole);
        if (periods.filter(count -> count < FEWEST_PERIODS || count > MOST_PERIODS)
                .isPresent()) {
            fields.get("periods")
                    .ifPresent(
                            count -> count.refuse("running_periods", "fewest", FEWEST_PERIODS, "most", MOST_PERIODS));
        }
        compared.stream()
                .flatMap(each -> each.own().stream())
                .filter(id -> !published.contains(id) && !benchmarks.contains(id))
                .forEach(id -> head.refuseUnknown(id, "running_of_measure", new TreeSet<>(published)));
        return compared.flatMap(each -> periods.map(count -> new Condition.Running(each, count)));
    }

    private Optional<Condition.Compared> compared(YamlNode head, Fields fields) {
        Optional<String> column = columns.amount(head, head.shown());
        List<Condition.Compared> comparisons = new ArrayList<>();
        int written = 0;
        for (Condition.Comparison comparison : Condition.Comparison.values()) {
            written += fields.has(comparison.word()) ? 1 : 0;
            fields.get(comparison.word())
                    .flatMap(this::bound)
                    .ifPresent(bound -> comparisons.add(new Condition.Compared(column.orElse(""), comparison, bound)));
        }
        if (written != 1) {
            fields.owner().refuse("one_comparison");
        }
        return column.isPresent() && written == 1 && comparisons.size() == 1
                ? Optional.of(comparisons.get(0))
                : Optional.empty();
    }

    private Optional<Reference> bound(YamlNode branch) {
        String text = branch.shown();
        if (benchmarks.contains(text)) {
            return Optional.of(new Reference.OfBenchmark(text));
        }
        String id = columns.ids().getOrDefault(text, text);
        if (columns.amounts().contains(id)) {
            return Optional.of(new Reference.OfMeasure(id));
        }
        if (branch.isScalar() && text.matches("-?[0-9].*")) {
            return branch.number().map(Reference.Fixed::new);
        }
        Set<String> allowed = new TreeSet<>(benchmarks);
        allowed.addAll(columns.amounts());
        branch.refuseUnknown(text, "not_a_reference", allowed);
        return Optional.empty();
    }

    private Optional<Condition> inRegister(YamlNode head, Fields fields) {
        String register = head.shown();
        if (!registers.contains(register)) {
            head.refuseUnknown(register, "unknown_register", new TreeSet<>(registers));
        }
        Optional<String> by = fields.need("by").flatMap(column -> columns.text(column, column.shown()));
        Optional<YamlNode> at = fields.get("at").filter(day -> !day.shown().equals("day"));
        Optional<String> day = at.flatMap(this::dayColumn);
        if (by.isEmpty() || at.isPresent() != day.isPresent() || !registers.contains(register)) {
            return Optional.empty();
        }
        LineColumn party = columns.all().get(by.get());
        if (party != null
                && party.kind() == LineColumn.Kind.PARTY
                && !party.register().equals(register)) {
            fields.need("by").ifPresent(column -> column.refuse("other_register", "register", party.register()));
        }
        return Optional.of(new Condition.InRegister(register, by.get(), day));
    }

    private Optional<Condition> noOverlap(YamlNode head, Fields fields) {
        Optional<List<String>> same = columns(head);
        Optional<String> from = fields.need("from").flatMap(this::dayColumn);
        Optional<String> to = fields.need("to").flatMap(this::dayColumn);
        return same.isPresent() && from.isPresent() && to.isPresent()
                ? Optional.of(new Condition.NoOverlap(same.get(), from.get(), to.get()))
                : Optional.empty();
    }

    /** One column or several, whatever they hold. */
    private Optional<List<String>> columns(YamlNode head) {
        List<YamlNode> branches = head.filled();
        List<String> ids = new ArrayList<>();
        branches.forEach(each -> columns.any(each, each.shown()).ifPresent(ids::add));
        return ids.isEmpty() || ids.size() < branches.size() ? Optional.empty() : Optional.of(ids);
    }

    private Optional<String> dayColumn(YamlNode branch) {
        return columns.day(branch, branch.shown());
    }
}
