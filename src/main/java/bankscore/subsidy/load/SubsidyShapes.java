package bankscore.subsidy.load;

import bankscore.load.rule.ConditionLoader;
import bankscore.load.rule.RuleShapes;
import bankscore.load.rule.TableLoader;
import bankscore.load.schema.SchemaFile;
import bankscore.load.schema.Shape;
import bankscore.load.schema.Shapes;
import bankscore.load.yaml.Keys;
import bankscore.subsidy.scheme.Cap;
import bankscore.subsidy.scheme.SubsidyScheme;
import java.util.List;
import java.util.Map;

/** What stands under the keys of a subsidy rule and of its worked cases, for editors. */
public final class SubsidyShapes {

    /** The schema of rule files. */
    public static final SchemaFile RULE = new SchemaFile(SubsidyKeys.KIND, SubsidyKeys.RULE, shapes());

    /** The schema of worked cases. */
    public static final SchemaFile CASE = new SchemaFile("case-" + SubsidyKeys.KIND, CaseLoader.KEYS, cases());

    private static final String CHECK = "check";

    private SubsidyShapes() {}

    private static Shapes shapes() {
        Shape condition = Shape.shared(RuleShapes.CONDITION);
        Shape requirement = Shape.more(
                RuleShapes.condition(ConditionLoader.OF_LINES, Keys.of("else", "clause", "mark")),
                "required",
                List.of("else"));
        return RuleShapes.conditions(RuleShapes.common(), ConditionLoader.OF_LINES)
                .with(TableLoader.shapes())
                .need("", "rule", "kind", "scheme", "title", "in_force", "source", "rounding", SubsidyKeys.SUBSIDIES)
                .put(Shape.words(List.of(SubsidyKeys.KIND)), "kind")
                .put(Shape.words(SubsidyScheme.Status.class), "status")
                .put(Shape.whole(0, 6), "rounding." + SubsidyKeys.AMOUNTS)
                .need("rounding", SubsidyKeys.AMOUNTS)
                .put(Shape.mapOfIds(TableLoader.SHAPE), "tables")
                .put(Shape.filled(Shape.BELOW), SubsidyKeys.SUBSIDIES)
                .need(
                        SubsidyKeys.SUBSIDIES,
                        "id",
                        "name",
                        "clause",
                        "mark",
                        "claims",
                        "claimant",
                        "base",
                        "rate",
                        "borne_by")
                .put(Shape.ID, "id")
                .put(Shape.TEXT, "claims", "claimant", "payee", "day", "reference")
                .put(condition, "where", "unless")
                .put(Shape.filled(requirement), "eligible")
                .put(Shape.TEXT, "else")
                .put(Shape.BELOW, "base")
                .put(Shape.words(AmountLoader.UNITS.keySet()), "base.unit")
                .need("base", "formula")
                .put(Shape.either(Shape.SHARE, Shape.NAME), "rate")
                .put(Shape.filled(Shape.BELOW), "caps")
                .put(Shape.POSITIVE, "caps.amount", "caps.percent")
                .put(Shape.TEXTS, "caps.per")
                .put(Shape.words(List.of(AmountLoader.WRITTEN_REASON)), "caps.lift")
                .put(Shape.TEXT, "caps.of", "caps.with", "caps.budget")
                .put(Shape.words(Cap.IfShort.class), "caps.if_short")
                .one("caps", "amount", "percent", "budget")
                .beside("caps", "percent", "of")
                .beside("caps", "per", "amount")
                .beside("caps", "lift", "amount")
                .beside("caps", "of", "percent")
                .beside("caps", "with", "percent")
                .beside("caps", "if_short", "budget")
                .put(Shape.either(Shape.NAME, SubsidyShapes::shares), "borne_by")
                .put(Shape.TEXT, "borne_by.rest")
                .put(Shape.TEXTS, "borne_by.own")
                .put(Shape.filled(SubsidyShapes::check), SubsidyKeys.CHECKS)
                .put(Shape.TEXT, CHECK + ".table", CHECK + ".count", CHECK + ".per")
                .put(Shape.TEXTS, CHECK + ".levels")
                .put(Shape.NUMBER, CHECK + ".from", CHECK + ".to")
                .put(Shape.WHOLE, "counted.from", "counted.to")
                .put(Shape.TEXT, "counted.count", "counted.per")
                .put(Shape.words(CheckLoader.LEVELS.keySet()), "level")
                .need(CHECK, "table", "levels", "else")
                .need("counted", "claims", "count", "per", "else");
    }

    /** The levels of a rule by their names, among the words that are none. */
    private static Map<String, Object> shares(Shape.Place place) {
        return Shape.ordered(place.below(), "additionalProperties", Shape.SHARE.at(place));
    }

    /** One of three forms, by its key: of a table, of a number of claims, of every line. */
    private static Map<String, Object> check(Shape.Place place) {
        return Shape.ordered(
                "if",
                Map.of("required", List.of("table")),
                "then",
                place.mapping(SubsidyKeys.CHECK_OF_TABLE, CHECK),
                "else",
                Shape.ordered(
                        "if",
                        Map.of("required", List.of("count")),
                        "then",
                        place.mapping(SubsidyKeys.CHECK_OF_COUNT, "counted"),
                        "else",
                        Shape.ordered(
                                RuleShapes.condition(ConditionLoader.OF_LINES, SubsidyKeys.CHECK_OF_LINES)
                                        .at(place),
                                "required",
                                List.of("claims", "else"))));
    }

    private static Shapes cases() {
        return new Shapes()
                .need("", "name", "period", "claims", "expect")
                .put(Shape.TEXT, "name", "subsidy", "claimant", "by")
                .put(Shape.PERIOD, "period")
                .put(Shape.map(Shape.filled(Shape.either(Shape.TEXT, Shape.map(Shape.ANY)))), "registers")
                .put(Shape.map(Shape.filled(Shape.map(Shape.ANY))), "claims")
                .put(Shape.map(Shape.filled(Shape.row(Shape.DAY, Shape.NUMBER))), "published")
                .put(Shape.map(Shape.NUMBER), "budgets")
                .put(Shape.list(Shape.BELOW), "lifts")
                .need("lifts", "subsidy", "claimant")
                .put(Shape.map(Shape.list(Shape.map(Shape.ANY))), "earlier")
                .put(Shape.BELOW, "expect")
                .put(Shape.ANY, "lines", "subsidies", "payments", "recoveries", "expect.budgets", "checks", "findings");
    }
}
