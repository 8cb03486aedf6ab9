package bankscore.subsidy.load;

import bankscore.load.Keys;
import bankscore.load.RuleLoader;
import bankscore.load.SourceLoader;
import java.util.Set;

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
    static final Keys CAP = Keys.of(
            "amount", "per", "lift", "percent", "of", "with", "budget", "if_short", "clause", "mark");
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
    /** Beside the condition that every line must meet, where the check is one of lines. */
    static final Keys CHECK =
            Keys.of("id", "name", "claims", "where", "count", "per", "table", "levels", "from", "to", "unless", "else",
                    "level", "clause", "mark");
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
            .with(SUBSIDIES, Keys.each(SUBSIDY))
            .with(CHECKS, Keys.each(CHECK))
            .with("not_computed", Keys.each(SourceLoader.NOT_COMPUTED));

    private SubsidyKeys() {}
}
