package bankscore.watch.load;

import bankscore.load.rule.ConditionLoader;
import bankscore.load.rule.RuleLoader;
import bankscore.load.rule.SourceLoader;
import bankscore.load.yaml.Keys;
import java.util.List;
import java.util.Set;

/** The keys of a rule that watches, in the order of {@code watch.md#the-rule-file}; those of conditions stand with their loader. */
public final class WatchKeys {

    /** What a file of this kind says under {@code kind}. */
    public static final String KIND = "watch";

    static final String SUBJECTS = "subjects";
    static final String MEASURES = "measures";
    static final String BENCHMARKS = "benchmarks";
    static final String WATCH = "watch";
    static final String TARGETS = "targets";
    static final String INDEX = "index";
    /** The lists whose elements have an id. */
    static final Set<String> BY_ID = Set.of(WATCH, TARGETS, INDEX);

    /** How many conditions may stand in each other for who asks what may be said. */
    private static final int DEEP = 4;

    static final Keys MEASURE =
            Keys.of("name", "unit", "formula", "round", "no_base", "better", "over", "clause", "mark");
    static final Keys GROUP = Keys.of("register", MEASURES).with(MEASURES, Keys.each(MEASURE));
    static final Keys WATCHED = Keys.of(
                    "id",
                    "of",
                    "name",
                    "measure",
                    "below",
                    "above",
                    "by",
                    "running",
                    "progress",
                    "unless",
                    "clause",
                    "mark")
            .with("unless", ConditionLoader.keys(ConditionLoader.OF_SUBJECTS, List.of(), DEEP));
    /** What a degree may ask: each of these alone, but for what stands beside {@code watch}. */
    static final List<String> WHEN = List.of("hits", "watch", "all", "any", "not");

    static final List<String> BESIDE_WATCH = List.of("grade", "running");
    static final Keys DEGREE = Keys.of("name", "of", "when", "clause", "mark").with("when", when(DEEP));
    static final Keys EXEMPT_TEXT = Keys.of("column", "one_of");
    static final Keys EXEMPT =
            Keys.of("months_open_below", "text", "clause", "mark").with("text", EXEMPT_TEXT);
    static final Keys FROM = Keys.of("day", "value", "clause", "mark");
    static final Keys TARGET = Keys.of(
                    "id", "name", "published", "unit", "at_least", "above", "by", "from", "per", "clause", "mark")
            .with("from", FROM);
    static final Keys PART = Keys.of("published", "weight", "clause", "mark");
    static final Keys INDICES = Keys.of("id", "name", "base", "base_value", "parts", "round", "clause", "mark")
            .with("parts", Keys.each(PART));
    static final Keys RULE = Keys.of(
                    "rule",
                    "kind",
                    "scheme",
                    "title",
                    "in_force",
                    "source",
                    SUBJECTS,
                    BENCHMARKS,
                    WATCH,
                    "degrees",
                    "exempt",
                    TARGETS,
                    INDEX,
                    "not_computed")
            .with("in_force", RuleLoader.IN_FORCE)
            .with("source", SourceLoader.SOURCE)
            .with(SUBJECTS, Keys.each(GROUP))
            .with(BENCHMARKS, Keys.each(RuleLoader.BENCHMARK))
            .with(WATCH, Keys.each(WATCHED))
            .with("degrees", Keys.each(DEGREE))
            .with("exempt", EXEMPT)
            .with(TARGETS, Keys.each(TARGET))
            .with(INDEX, Keys.each(INDICES))
            .with("not_computed", Keys.each(SourceLoader.NOT_COMPUTED));

    private WatchKeys() {}

    private static Keys when(int deep) {
        Keys keys = Keys.of("hits", "watch", "all", "any", "not", "grade", "running");
        if (deep == 0) {
            return keys;
        }
        Keys inner = when(deep - 1);
        return keys.with("all", Keys.each(inner)).with("any", Keys.each(inner)).with("not", inner);
    }
}
