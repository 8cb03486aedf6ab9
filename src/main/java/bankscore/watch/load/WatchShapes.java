package bankscore.watch.load;

import bankscore.load.rule.ConditionLoader;
import bankscore.load.rule.RuleShapes;
import bankscore.load.schema.SchemaFile;
import bankscore.load.schema.Shape;
import bankscore.load.schema.Shapes;
import bankscore.load.yaml.Keys;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** What stands under the keys of a rule that watches and of its worked cases, for editors. */
public final class WatchShapes {

    /** The schema of rule files. */
    public static final SchemaFile RULE = new SchemaFile(WatchKeys.KIND, WatchKeys.RULE, shapes());

    /** The schema of worked cases. */
    public static final SchemaFile CASE = new SchemaFile("case-" + WatchKeys.KIND, CaseLoader.KEYS, cases());

    private static final String WHEN = "when";

    private WatchShapes() {}

    private static Shapes shapes() {
        String watch = WatchKeys.WATCH;
        String targets = WatchKeys.TARGETS;
        String index = WatchKeys.INDEX;
        return RuleShapes.conditions(RuleShapes.common(), ConditionLoader.OF_SUBJECTS)
                .need("", "rule", "kind", "scheme", "title", "in_force", "source")
                .put(Shape.words(List.of(WatchKeys.KIND)), "kind")
                .put(Shape.mapOfIds(Shape.BELOW), WatchKeys.SUBJECTS)
                .put(Shape.TEXT, "register")
                .need(WatchKeys.SUBJECTS, "register", WatchKeys.MEASURES)
                .put(Shape.words(GroupLoader.NO_BASE.keySet()), "measures.no_base")
                .put(Shape.words(GroupLoader.BETTER.keySet()), "better")
                .put(Shape.filled(Shape.BELOW), watch, targets, index, "parts")
                .put(Shape.ID, "id")
                .put(Shape.either(Shape.NAME, Shape.filled(Shape.NAME)), "of")
                .put(Shape.TEXT, watch + ".measure")
                .put(Shape.REFERENCE, "below", "above", "at_least")
                .put(Shape.either(Shape.NOT_NEGATIVE, Shape.filled(Shape.NOT_NEGATIVE)), watch + ".by")
                .put(Shape.COUNT, "running", "exempt.months_open_below")
                .put(Shape.TRUTH, "progress")
                .put(Shape.shared(RuleShapes.CONDITION), "unless")
                .need(watch, "id", "name", "clause", "mark", "of", "measure")
                .one(watch, "below", "above")
                .put(Shape.list(Shape.BELOW), "degrees")
                .need("degrees", "name", "clause", "mark", WHEN)
                .put(Shape.shared(WHEN), "degrees." + WHEN)
                .share(WHEN, () -> WatchShapes::when)
                .put(Shape.COUNT, WHEN + ".hits", WHEN + ".grade", WHEN + ".running")
                .put(Shape.TEXT, WHEN + "." + watch)
                .put(Shape.filled(Shape.shared(WHEN)), WHEN + ".all", WHEN + ".any")
                .put(Shape.shared(WHEN), WHEN + ".not")
                .put(Shape.BELOW, "exempt", "exempt.text")
                .put(Shape.TEXT, "exempt.text.column")
                .put(Shape.TEXTS, "exempt.text.one_of")
                .need("exempt.text", "column", "one_of")
                .need(targets, "id", "name", "clause", "mark", "published")
                .one(targets, "at_least", "above")
                .put(Shape.DAY, targets + ".by", "day")
                .put(Shape.BELOW, targets + ".from")
                .put(Shape.NUMBER, "from.value")
                .need(targets + ".from", "day", "value", "mark")
                .put(Shape.words(List.of("year")), "per")
                .rule(targets, "dependencies", Map.of("per", Map.of("not", Map.of("required", List.of("by")))))
                .put(Shape.PERIOD, "base")
                .put(Shape.POSITIVE, "base_value")
                .put(Shape.more(Shape.SHARE, "exclusiveMinimum", 0), "weight")
                .put(Shape.whole(0, 6), index + ".round")
                .need(index, "id", "name", "mark", "base", "base_value", "parts")
                .need("parts", "published", "weight");
    }

    /** One word of what a degree may ask, and beside a watch what belongs to it. */
    private static Map<String, Object> when(Shape.Place place) {
        Keys keys = Keys.of(Stream.concat(WatchKeys.WHEN.stream(), WatchKeys.BESIDE_WATCH.stream())
                .toArray(String[]::new));
        List<Map<String, Object>> one = new ArrayList<>();
        for (String word : WatchKeys.WHEN) {
            List<String> together = new ArrayList<>(List.of(word));
            if (word.equals(WatchKeys.WATCH)) {
                together.addAll(WatchKeys.BESIDE_WATCH);
            }
            one.add(Shape.ordered("required", List.of(word), "propertyNames", Map.of("enum", together)));
        }
        return Shape.ordered(place.mapping(keys, WHEN), "oneOf", one);
    }

    private static Shapes cases() {
        return new Shapes()
                .need("", "name", "period", "expect")
                .put(Shape.TEXT, "name")
                .put(Shape.PERIOD, "period")
                .put(Shape.map(Shape.map(Shape.map(Shape.ANY))), "subjects")
                .put(
                        Shape.map(Shape.either(Shape.NUMBER, Shape.filled(Shape.row(Shape.DAY, Shape.NUMBER)))),
                        "published")
                .put(Shape.map(Shape.BELOW), "earlier")
                .put(Shape.map(Shape.map(Shape.ANY)), "earlier.subjects")
                .put(Shape.map(Shape.NUMBER), "earlier.index", "earlier.items")
                .put(Shape.map(Shape.map(Shape.map(Shape.map(Shape.NUMBER)))), "history")
                .put(Shape.BELOW, "expect")
                .put(Shape.ANY, "expect.subjects", "benchmarks", "targets", "expect.index", "findings");
    }
}
