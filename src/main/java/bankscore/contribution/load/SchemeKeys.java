package bankscore.contribution.load;

import bankscore.load.rule.ConditionLoader;
import bankscore.load.rule.RuleLoader;
import bankscore.load.rule.SourceLoader;
import bankscore.load.yaml.Keys;
import java.util.List;

/** The keys of a scheme file, in the order of {@code scheme.md#the-file}; those of methods and of money stand with their loaders. */
final class SchemeKeys {

    static final String POINTS = "points";
    static final String ITEMS = "items";
    static final String METHOD = "method";
    static final Keys INTERIM = Keys.of("bands", "clause", "mark");
    static final String CYCLE = "cycle";
    static final String PERIODS = "periods";
    static final String FUND = "fund";
    static final Keys TOTALS = Keys.of("floor", "clause", "mark");
    static final Keys RANKS = Keys.of("ties", "within", "clause", "mark");
    static final Keys SHARES = Keys.of("decimals", "clause", "mark");
    static final Keys DOUBTS = Keys.of("alike", "towering", "clause", "mark");
    private static final int DEEP = 4;
    static final Keys ONLY_IF = ConditionLoader.keys(ConditionLoader.OF_REMEMBERED, List.of("else"), DEEP);
    static final Keys ASSESS = Keys.of("min_months_open", "kinds", "not_kinds", "require", "clause", "mark")
            .with("require", Keys.each(ONLY_IF));
    static final Keys ITEM = Keys.of(
                    "id",
                    "name",
                    "kind",
                    "measure",
                    METHOD,
                    "only_if",
                    "weight",
                    "group",
                    "peers",
                    FUND,
                    "applies_to",
                    PERIODS,
                    "clause",
                    "mark")
            .with("only_if", ONLY_IF);
    static final Keys SCHEME = Keys.of(
                    "rule",
                    "scheme",
                    "title",
                    "in_force",
                    "source",
                    "full_points",
                    "rounding",
                    "assess",
                    "interim",
                    CYCLE,
                    "totals",
                    "groups",
                    "ranks",
                    "shares",
                    "doubts",
                    "values",
                    "measures",
                    "benchmarks",
                    ITEMS,
                    "allocation",
                    "not_computed")
            .with("in_force", RuleLoader.IN_FORCE)
            .with("source", SourceLoader.SOURCE)
            .with("rounding", RuleLoader.roundingKeys(POINTS))
            .with("assess", ASSESS)
            .with("interim", INTERIM)
            .with("totals", TOTALS)
            .with("groups", Keys.each(GroupsLoader.GROUP))
            .with("ranks", RANKS)
            .with("shares", SHARES)
            .with("doubts", DOUBTS)
            .with("measures", Keys.each(RuleLoader.MEASURE))
            .with("benchmarks", Keys.each(RuleLoader.BENCHMARK))
            .with(ITEMS, Keys.each(ITEM))
            .with("allocation", AllocationLoader.KEYS)
            .with("not_computed", Keys.each(SourceLoader.NOT_COMPUTED));

    private SchemeKeys() {}
}
