package bankscore.load.yaml;

import bankscore.exact.Fraction;
import bankscore.finding.ConfigProblem;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.yaml.snakeyaml.DumperOptions.FlowStyle;
import org.yaml.snakeyaml.DumperOptions.ScalarStyle;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.NodeTuple;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;
import org.yaml.snakeyaml.nodes.Tag;

/**
 * A node of a YAML file with its line. Every reading method reports what it refuses and then returns nothing, so that one
 * pass finds all problems of a file.
 */
public final class YamlNode {

    private static final Pattern EXACT = Pattern.compile("-?(0|[1-9][0-9]*)(\\.[0-9]+)?");
    private static final Pattern WHOLE = Pattern.compile("0|[1-9][0-9]{0,8}");

    /** So much of a text is shown. */
    private static final int LONGEST = 200;

    private final String file;
    private final Node node;
    private final List<ConfigProblem> problems;

    YamlNode(String file, Node node, List<ConfigProblem> problems) {
        this.file = file;
        this.node = node;
        this.problems = problems;
    }

    public int line() {
        return node.getStartMark().getLine() + 1;
    }

    /** The node's text as an error shows it. */
    public String shown() {
        if (node instanceof ScalarNode scalar) {
            return scalar.getValue();
        }
        return node instanceof MappingNode ? "{…}" : "[…]";
    }

    public boolean isScalar() {
        return node instanceof ScalarNode;
    }

    public boolean isMap() {
        return node instanceof MappingNode;
    }

    public boolean isList() {
        return node instanceof SequenceNode;
    }

    public void refuse(String code, Object... details) {
        refuseText(shown(), code, details);
    }

    public void refuseText(String text, String code, Object... details) {
        Map<String, String> named = new TreeMap<>();
        for (int i = 0; i + 1 < details.length; i += 2) {
            named.put(details[i].toString(), details[i + 1].toString());
        }
        String cut = text.length() <= LONGEST ? text : text.substring(0, LONGEST) + "…";
        problems.add(new ConfigProblem(file, line(), cut, code, named));
    }

    /** The keys of a mapping; unknown and doubled ones are refused. */
    public Fields fields(String... allowed) {
        return fields(Keys.of(allowed));
    }

    /** The same; what may stand below them is for who reads it. */
    public Fields fields(Keys keys) {
        Fields fields = anyFields();
        List<String> allowed = keys.names();
        for (Map.Entry<String, YamlNode> field : fields.byKey.entrySet()) {
            if (!allowed.contains(field.getKey())) {
                field.getValue().refuseUnknown(field.getKey(), "unknown_key", allowed);
            }
        }
        return fields;
    }

    /** The entries of a mapping whose keys are free; doubled ones are refused. */
    public Fields anyFields() {
        Map<String, YamlNode> byKey = new LinkedHashMap<>();
        if (!(node instanceof MappingNode mapping)) {
            refuse("not_a_map");
            return new Fields(this, byKey);
        }
        for (NodeTuple tuple : mapping.getValue()) {
            YamlNode key = new YamlNode(file, tuple.getKeyNode(), problems);
            YamlNode value = new YamlNode(file, tuple.getValueNode(), problems);
            if (!key.isScalar()) {
                key.refuse("not_a_key");
            } else if (byKey.containsKey(key.shown())) {
                key.refuse("doubled_key");
            } else {
                byKey.put(key.shown(), value);
            }
        }
        return new Fields(this, byKey);
    }

    /** Writes a text under a key of this mapping, in place of what stands there or as one more. */
    public void put(String key, String text) {
        put(key, scalar(text, anyFields().get(key).map(old -> old.node).orElse(node)));
    }

    /** Writes an empty mapping under a key of this mapping. */
    public void putMap(String key) {
        put(key, new MappingNode(Tag.MAP, true, List.of(), node.getStartMark(), node.getEndMark(), FlowStyle.FLOW));
    }

    private void put(String key, Node value) {
        MappingNode mapping = (MappingNode) node;
        List<NodeTuple> tuples = new ArrayList<>();
        boolean replaced = false;
        for (NodeTuple tuple : mapping.getValue()) {
            boolean same = isKey(tuple, key);
            replaced |= same;
            tuples.add(same ? new NodeTuple(tuple.getKeyNode(), value) : tuple);
        }
        if (!replaced) {
            tuples.add(new NodeTuple(scalar(key, node), value));
        }
        mapping.setValue(tuples);
    }

    /** Writes a text in place of an element of this list. */
    public void set(int index, String text) {
        List<Node> elements = ((SequenceNode) node).getValue();
        elements.set(index, scalar(text, elements.get(index)));
    }

    private static boolean isKey(NodeTuple tuple, String key) {
        return tuple.getKeyNode() instanceof ScalarNode scalar
                && scalar.getValue().equals(key);
    }

    /** A text that stands, for messages, where another node stands. */
    private static Node scalar(String text, Node where) {
        return new ScalarNode(Tag.STR, text, where.getStartMark(), where.getEndMark(), ScalarStyle.PLAIN);
    }

    public List<YamlNode> list() {
        if (!(node instanceof SequenceNode sequence)) {
            refuse("not_a_list");
            return List.of();
        }
        return sequence.getValue().stream()
                .map(each -> new YamlNode(file, each, problems))
                .toList();
    }

    public Optional<String> text() {
        if (!(node instanceof ScalarNode scalar) || scalar.getValue().isBlank()) {
            refuse("not_a_text");
            return Optional.empty();
        }
        return Optional.of(scalar.getValue().strip());
    }

    /** The entries of a list; an empty one is refused: it would say less than a missing key. */
    public List<YamlNode> filled() {
        List<YamlNode> entries = list();
        if (isList() && entries.isEmpty()) {
            refuse("empty_list");
        }
        return entries;
    }

    public List<String> texts() {
        List<String> texts = new ArrayList<>();
        filled().forEach(each -> each.text().ifPresent(texts::add));
        return texts;
    }

    /** An exact decimal number, taken from its text. */
    public Optional<Fraction> number() {
        return isScalar() ? number(shown()) : number("");
    }

    private Optional<Fraction> number(String digits) {
        boolean tooLong = digits.length() > Fraction.DIGITS;
        if (tooLong || !EXACT.matcher(digits).matches()) {
            refuse(tooLong ? "too_many_digits" : "not_exact");
            return Optional.empty();
        }
        return Optional.of(Fraction.of(digits));
    }

    /** An exact number, or a percentage such as {@code 85%}. */
    public Optional<Fraction> part() {
        if (isScalar() && shown().endsWith("%")) {
            return number(shown().substring(0, shown().length() - 1)).map(part -> part.dividedBy(Fraction.HUNDRED));
        }
        return number();
    }

    public Optional<Integer> whole() {
        if (!isScalar() || !WHOLE.matcher(shown()).matches()) {
            refuse("not_whole");
            return Optional.empty();
        }
        return Optional.of(Integer.valueOf(shown()));
    }

    public Optional<LocalDate> date() {
        try {
            return Optional.of(LocalDate.parse(shown()));
        } catch (DateTimeException e) {
            refuse("not_a_date");
            return Optional.empty();
        }
    }

    public Optional<Boolean> truth() {
        return choice(Map.of("true", true, "false", false));
    }

    public <T> Optional<T> choice(Map<String, T> choices) {
        T chosen = choices.get(shown());
        if (chosen == null || !isScalar()) {
            refuseUnknown(choices.keySet());
            return Optional.empty();
        }
        return Optional.of(chosen);
    }

    /** Refuses a word that is none of the allowed ones. */
    public void refuseUnknown(Collection<String> allowed) {
        refuseUnknown(shown(), "unknown_word", allowed.stream().sorted().toList());
    }

    /** Refuses a word in or beside this node, with those that are allowed and the one that was perhaps meant. */
    public void refuseUnknown(String text, String code, Collection<String> allowed) {
        Object[] details = {"allowed", String.join(", ", allowed), "meant", Suggestion.nearest(text, allowed)};
        refuseText(text, code, details);
    }

    /** The entries of a mapping, each asked for by its key. */
    public static final class Fields {
        private final YamlNode owner;
        private final Map<String, YamlNode> byKey;

        private Fields(YamlNode owner, Map<String, YamlNode> byKey) {
            this.owner = owner;
            this.byKey = byKey;
        }

        public YamlNode owner() {
            return owner;
        }

        public Map<String, YamlNode> all() {
            return new LinkedHashMap<>(byKey);
        }

        public boolean has(String key) {
            return byKey.containsKey(key);
        }

        public Optional<YamlNode> get(String key) {
            return Optional.ofNullable(byKey.get(key));
        }

        /** The entry, which must be there. */
        public Optional<YamlNode> need(String key) {
            if (!byKey.containsKey(key)) {
                owner.refuseText("", "missing_key", "key", key);
            }
            return get(key);
        }

        public String text(String key, String absent) {
            return get(key).flatMap(YamlNode::text).orElse(absent);
        }

        /** A word of a closed list, by its lower-case name. */
        public <E extends Enum<E>> Optional<E> word(String key, Class<E> words) {
            return word(key, words, Map.of());
        }

        /** A word of a closed list, by its lower-case name or by another that means the same. */
        public <E extends Enum<E>> Optional<E> word(String key, Class<E> words, Map<String, E> others) {
            Map<String, E> byWord = new HashMap<>(others);
            for (E each : words.getEnumConstants()) {
                byWord.put(each.name().toLowerCase(java.util.Locale.ROOT), each);
            }
            return get(key).flatMap(branch -> branch.choice(byWord));
        }
    }
}
