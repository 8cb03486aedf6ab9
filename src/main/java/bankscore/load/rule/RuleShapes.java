package bankscore.load.rule;

import bankscore.exact.Rounding;
import bankscore.load.schema.Shape;
import bankscore.load.schema.Shapes;
import bankscore.load.yaml.Keys;
import bankscore.rule.Condition;
import bankscore.rule.Definition;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/** What stands under the keys that rules of every kind have: their head, measures and benchmarks, tables, conditions. */
public final class RuleShapes {

    /** The name by which a condition is shared: one may stand within another. */
    public static final String CONDITION = "condition";

    private static final String ELSE = "else";

    /** Words beside which exactly one of theirs stands; beside others all of theirs do, but for some. */
    private static final Set<String> ONE_OF_OWN = Set.of("text", "measure");

    private static final Set<String> OPTIONAL = Set.of("at");

    /** A table of constants by word, with a mark and a clause among the words. */
    private static final Shape OF_WORDS = place -> Shape.ordered(
            "type",
            "object",
            "properties",
            Shape.ordered("mark", Shape.words(RuleLoader.marks().keySet()).at(place), "clause", Shape.TEXT.at(place)),
            "additionalProperties",
            Shape.NUMBER.at(place));

    private RuleShapes() {}

    /** Of every kind of rules. */
    public static Shapes common() {
        return new Shapes()
                .put(
                        Shape.TEXT,
                        "rule",
                        "scheme",
                        "title",
                        "name",
                        "clause",
                        "unit",
                        "formula",
                        "published",
                        "when_empty")
                .put(Shape.words(RuleLoader.marks().keySet()), "mark")
                .put(Shape.BELOW, "in_force", "source", "rounding", "benchmarks.else")
                .put(Shape.DAY, "in_force.from", "in_force.to", "source.issued")
                .need("in_force", "from")
                .put(Shape.TEXT, "source.document", "source.number", "source.url")
                .put(Shape.TEXTS, "source.clauses")
                .put(Shape.map(Shape.TEXT), "source.cited")
                .need("source", "document")
                .put(Shape.list(Shape.either(Shape.TEXT, Shape.BELOW)), "not_computed")
                .put(Shape.TEXT, "not_computed.why")
                .need("not_computed", "clause", "why")
                .put(Shape.words(Rounding.Mode.class), "mode")
                .put(Shape.map(OF_WORDS), "values")
                .put(Shape.mapOfIds(Shape.BELOW), "measures", "benchmarks")
                .put(
                        Shape.words(Stream.of(RuleLoader.ofRecords(), RuleLoader.gathered())
                                .flatMap(words -> words.keySet().stream())
                                .distinct()
                                .toList()),
                        "measures.of")
                .put(Shape.whole(0, 12), "round")
                .put(Shape.words(Definition.NoBase.class), "no_base")
                .put(Shape.words(Definition.Population.class, RuleLoader.QUARTERS), "over")
                .need("measures", "name", "formula")
                .rule(
                        "benchmarks",
                        "anyOf",
                        Stream.of("published", "formula", ELSE)
                                .map(key -> Map.of("required", List.of(key)))
                                .toList())
                .rule("benchmarks", "not", Map.of("required", List.of("formula", ELSE)));
    }

    /** The keys of some words, each with a condition's own, and which of them may and must stand together. */
    public static Shapes conditions(Shapes shapes, List<String> words) {
        List<String> comparisons = Stream.of(Condition.Comparison.values())
                .map(Condition.Comparison::word)
                .toList();
        String in = CONDITION + ".";
        for (String word : comparisons) {
            shapes.put(Shape.REFERENCE, in + word);
        }
        String row = in + Condition.Running.WORD;
        for (String word : comparisons) {
            shapes.put(Shape.REFERENCE, row + "." + word);
        }
        shapes.put(Shape.BELOW, row)
                .put(Shape.TEXT, row + ".measure")
                .put(Shape.COUNT, row + ".periods")
                .need(row, "measure", "periods");
        return shapes.put(Shape.TEXT, in + "text", in + "date", in + "measure", in + "register", in + "by", in + "at")
                .put(Shape.TEXT, in + "from", in + "to")
                .put(Shape.TEXTS, in + "one_of", in + "none_of", in + "filled", in + "unique", in + "no_overlap")
                .put(
                        Shape.either(Shape.words(List.of("in_force", "period")), Shape.row(Shape.DAY, Shape.DAY)),
                        in + "within")
                .put(Shape.filled(Shape.shared(CONDITION)), in + "all", in + "any")
                .put(Shape.shared(CONDITION), in + "not")
                .share(CONDITION, () -> condition(words, Keys.of()));
    }

    /**
     * A condition with what may stand beside the outermost one.
     *
     * @param words the words that there are
     * @param beside the keys for who asks; their shapes lie under the path of the condition
     */
    public static Shape condition(List<String> words, Keys beside) {
        return place -> {
            Map<String, Object> mapping = new LinkedHashMap<>(place.mapping(beside));
            Map<String, Object> properties =
                    properties(place.mapping(ConditionLoader.keys(words, List.of(), 0), CONDITION));
            properties.putAll(properties(mapping));
            mapping.put("properties", properties);
            mapping.put(
                    "oneOf",
                    words.stream().map(word -> one(word, beside.names())).toList());
            return mapping;
        };
    }

    /** One word alone, with what belongs to it. */
    private static Map<String, Object> one(String word, List<String> beside) {
        List<String> own = ConditionLoader.beside(word);
        List<String> together = new ArrayList<>(List.of(word));
        together.addAll(own);
        together.addAll(beside);
        List<String> needed = new ArrayList<>(List.of(word));
        if (!ONE_OF_OWN.contains(word)) {
            needed.addAll(own.stream().filter(key -> !OPTIONAL.contains(key)).toList());
        }
        Map<String, Object> one = Shape.ordered("required", needed, "propertyNames", Map.of("enum", together));
        if (ONE_OF_OWN.contains(word)) {
            one.put(
                    "oneOf",
                    own.stream().map(key -> Map.of("required", List.of(key))).toList());
        }
        return one;
    }

    private static Map<String, Object> properties(Map<String, Object> mapping) {
        Map<String, Object> properties = new LinkedHashMap<>();
        if (mapping.get("properties") instanceof Map<?, ?> said) {
            said.forEach((key, value) -> properties.put(key.toString(), value));
        }
        return properties;
    }
}
