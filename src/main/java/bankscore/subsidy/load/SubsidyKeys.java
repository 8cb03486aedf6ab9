package bankscore.subsidy.load;

import bankscore.load.rule.RuleLoader;
import bankscore.load.rule.SourceLoader;
import bankscore.load.rule.TableLoader;
import bankscore.load.yaml.Keys;
import java.util.Set;
import java.util.stream.Stream;

/** The keys of a subsidy rule, in the order of {@code subsidy.md#the-rule-file}; those of tables and conditions stand with their loaders. */
public final class SubsidyKeys {

    /** What a file of this kind says under {@code kind}. */
    public static final String KIND = "subsidy";

    static final String AMOUNTS = "amounts";
    static final String SUBSIDIES = "subsidies";
    static final String CHECKS = "checks";
    /** The lists whose elements have an id. */
    static final Set<String> BY_ID = Set.of(SUBSIDIES, CHECKS);

    static final Keys BASE = Keys.of("formula", "unit", "clause", "mark");
    static final Keys CAP =
            Keys.of("amount", "per", "lift", "percent", "of", "with", "budget", "if_short", "clause", "mark");
    /** Beside the levels of {@code borne_by}. */
    static final Keys BORNE_BY = Keys.of("rest", "own", "clause", "mark");

    static final Keys SUBSIDY = Keys.of(
                    "id",
                    "name",
                    "clause",
                    "mark",
                    "claims",
                    "where",
                    "claimant",
                    "payee",
                    "day",
                    "reference",
                    "eligible",
                    "base",
                    "rate",
                    "caps",
                    "borne_by")
            .with("base", BASE)
            .with("caps", Keys.each(CAP))
            .with("borne_by", BORNE_BY);
    static final Keys CHECK_OF_TABLE =
            Keys.of("id", "name", "table", "levels", "from", "to", "else", "level", "clause", "mark");
    static final Keys CHECK_OF_COUNT = Keys.of(
            "id", "name", "claims", "where", "count", "per", "from", "to", "unless", "else", "level", "clause", "mark");
    /** Beside the condition that every line must meet. */
    static final Keys CHECK_OF_LINES = Keys.of("id", "name", "claims", "where", "else", "level", "clause", "mark");

    private static final Keys CHECK = Keys.of(Stream.of(CHECK_OF_TABLE, CHECK_OF_COUNT, CHECK_OF_LINES)
            .flatMap(keys -> keys.names().stream())
            .distinct()
            .toArray(String[]::new));
    static final Keys RULE = Keys.of(
                    "rule",
                    "kind",
                    "status",
                    "scheme",
                    "title",
                    "in_force",
                    "source",
                    "rounding",
                    "tables",
                    SUBSIDIES,
                    CHECKS,
                    "not_computed")
            .with("in_force", RuleLoader.IN_FORCE)
            .with("source", SourceLoader.SOURCE)
            .with("rounding", RuleLoader.roundingKeys(AMOUNTS))
            .with("tables", TableLoader.KEYS)
            .with(SUBSIDIES, Keys.each(SUBSIDY))
            .with(CHECKS, Keys.each(CHECK))
            .with("not_computed", Keys.each(SourceLoader.NOT_COMPUTED));

    private SubsidyKeys() {}
}
