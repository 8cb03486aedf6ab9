package bankscore.contribution.load;

import bankscore.contribution.allocation.Adjust;
import bankscore.contribution.allocation.AllocationRule.Outside;
import bankscore.contribution.method.Better;
import bankscore.contribution.scheme.Cycle;
import bankscore.contribution.scheme.Item;
import bankscore.exact.Steps;
import bankscore.load.rule.ConditionLoader;
import bankscore.load.rule.RuleShapes;
import bankscore.load.schema.SchemaFile;
import bankscore.load.schema.Shape;
import bankscore.load.schema.Shapes;
import bankscore.load.yaml.Keys;
import java.util.List;
import java.util.Map;

/** What stands under the keys of a scheme file and of its worked cases, for editors. */
public final class SchemeShapes {

    /** The schema of scheme files. */
    public static final SchemaFile RULE = new SchemaFile("contribution", SchemeKeys.SCHEME, shapes());

    /** The schema of worked cases. */
    public static final SchemaFile CASE = new SchemaFile("case-contribution", CaseLoader.KEYS, cases());

    private SchemeShapes() {}

    private static Shapes shapes() {
        Shapes shapes = RuleShapes.conditions(RuleShapes.common(), ConditionLoader.OF_SUBJECTS)
                .need("", "rule", "scheme", "title", "in_force", "source", "rounding")
                .put(Shape.NUMBER, "full_points")
                .put(Shape.whole(0, 6), "rounding.points", "shares.decimals")
                .need("rounding", SchemeKeys.POINTS)
                .put(Shape.BELOW, "assess", "interim", "totals", "ranks", "shares", "doubts", "allocation")
                .put(Shape.words(List.of("annual")), "interim.bands")
                .need("interim", "bands")
                .put(Shape.words(Cycle.class), SchemeKeys.CYCLE)
                .put(Shape.NUMBER, "totals.floor", "doubts.towering")
                .put(Shape.WHOLE, "doubts.alike", "assess.min_months_open")
                .put(Shape.words(List.of("same")), "ranks.ties")
                .put(Shape.TEXT, "ranks.within")
                .rule("ranks", "anyOf", List.of(required("ties"), required("within")))
                .need("shares", "decimals")
                .put(Shape.TEXTS, "assess.kinds", "assess.not_kinds")
                .put(Shape.filled(conditionWithElse(true)), "assess.require")
                .put(Shape.TEXT, "require.else")
                .put(Shape.mapOfIds(Shape.BELOW), "groups")
                .put(Shape.TEXT, "groups.by")
                .put(Shape.filled(Shape.BELOW), "groups.bands", "method.bands")
                .put(Shape.NUMBER, "bands.from", "bands.to", "bands.points")
                .put(Shape.words(MethodLoader.CLOSED.keySet()), "closed")
                .need("groups", "by", "bands")
                .need("groups.bands", "name")
                .need("method.bands", "points")
                .put(Shape.list(Shape.BELOW), SchemeKeys.ITEMS)
                .need(SchemeKeys.ITEMS, "id", "name", "kind", "measure", SchemeKeys.METHOD, "clause", "mark")
                .put(Shape.ID, "items.id")
                .put(Shape.words(Item.Kind.class), "items.kind")
                .put(Shape.TEXT, "items.measure", "items.group", "items.peers", "items.fund")
                .put(conditionWithElse(false), "items.only_if")
                .put(Shape.NUMBER, "only_if.else")
                .put(Shape.more(Shape.PART, "minimum", 0), "items.weight")
                .put(Shape.TEXTS, "items.applies_to")
                .put(Shape.filled(Shape.words(Item.Periods.class)), "items." + SchemeKeys.PERIODS)
                .put(Shape.mapping(MethodLoader.all()), "items." + SchemeKeys.METHOD);
        methods(shapes);
        for (String at : List.of("allocation", "allocation.groups", "allocation.funds", "allocation.funds.groups")) {
            money(shapes, at);
        }
        return shapes.put(Shape.map(Shape.BELOW), "allocation.funds");
    }

    private static Shape conditionWithElse(boolean needed) {
        Shape condition = RuleShapes.condition(ConditionLoader.OF_SUBJECTS, Keys.of("else"));
        return needed ? Shape.more(condition, "required", List.of("else")) : condition;
    }

    private static Map<String, Object> required(String... keys) {
        return Map.of("required", List.of(keys));
    }

    private static void methods(Shapes shapes) {
        Keys all = MethodLoader.all();
        for (String word : all.names()) {
            if (!all.below(word).names().isEmpty()) {
                shapes.put(Shape.BELOW, "method." + word);
            }
        }
        shapes.rule(
                        "method",
                        "oneOf",
                        all.names().stream()
                                .filter(word -> !word.equals("closed"))
                                .map(SchemeShapes::required)
                                .toList())
                .beside("method", "closed", "bands")
                .put(Shape.NUMBER, "full", "first", "step", "floor", "base", "points", "min", "max")
                .put(Shape.either(Shape.REFERENCE, Shape.BELOW), "reference")
                .put(Shape.COUNT, "reference.mean_of_best")
                .need("reference", "mean_of_best")
                .put(Shape.words(Better.class), "better")
                .put(Shape.words(Steps.class), "steps")
                .put(Shape.either(Shape.NUMBER, Shape.words(List.of(MethodLoader.NONE))), "ratio_to_reference.cap")
                .put(Shape.POSITIVE, "linear.per")
                .put(Shape.filled(Shape.NUMBER), "rank.table")
                .one("rank", "table", "first step")
                .need("ratio_to_best", "full")
                .need("ratio_to_reference", "full", "reference")
                .need("share_of_total", "full")
                .need("linear", "reference", "per", "points", "steps")
                .need("min_max", "full");
    }

    /** What is said of the money of all, of a fund, of a group. */
    private static void money(Shapes shapes, String at) {
        String in = at + ".";
        shapes.put(Shape.either(Shape.TEXT, Shape.BELOW), in + "share_by")
                .put(Shape.NUMBER, in + "share_by.above", in + "take.min_total")
                .put(Shape.filled(Shape.BELOW), in + "share_by.parts")
                .one(in + "share_by", "above", "parts")
                .put(Shape.NOT_NEGATIVE, "parts.percent", "amount", in + "floor", in + "percent_of_pool")
                .put(Shape.TEXT, "parts.by")
                .need("parts", "percent", "by")
                .put(Shape.filled(Shape.NOT_NEGATIVE), in + "amounts_by_rank", in + "percents_by_rank")
                .put(Shape.BELOW, in + "take")
                .put(Shape.COUNT, "take.best")
                .put(Shape.filled(Shape.BELOW), in + "require")
                .put(Shape.TEXT, in + "require.group")
                .put(Shape.NUMBER, in + "require.at_least", in + "require.total")
                .one(in + "require", "group at_least", "total")
                .beside(in + "require", "at_least", "group")
                .put(Shape.list(Shape.BELOW), in + "first")
                .need(in + "first", "where", "amount")
                .put(Shape.BELOW, "first.where")
                .put(Shape.WHOLE, "where.months_open_below")
                .put(Shape.TEXT, "where.kind")
                .put(Shape.TEXTS, "where.banks")
                .rule("where", "minProperties", 1)
                .rule("where", "maxProperties", 1)
                .put(Shape.either(Shape.words(List.of(MethodLoader.NONE)), Shape.BELOW), in + "cap")
                .put(Shape.NOT_NEGATIVE, "cap.percent_of_pool", "cap.percent_of_own_deposits")
                .put(Shape.filled(Shape.NOT_NEGATIVE), "cap.amounts_by_rank")
                .rule(in + "cap", "minProperties", 1)
                .put(Shape.POSITIVE, in + "lot")
                .put(Shape.either(Shape.words(List.of(MethodLoader.NONE)), Shape.filled(Shape.BELOW)), in + Adjust.KEY)
                .put(Shape.TEXT, "adjust.by")
                .put(Shape.POSITIVE, "adjust.per")
                .put(Shape.NUMBER, "adjust.amount")
                .put(Shape.REFERENCE, "adjust.reference")
                .need(in + Adjust.KEY, "by", "per", "amount", "steps")
                .put(Shape.TRUTH, in + "moves")
                .put(Shape.list(Shape.TEXT), in + "tie_order")
                .put(Shape.map(Shape.words(AllocationLoader.SAFETY.keySet())), in + "safety")
                .put(Shape.words(List.of("at_maturity")), in + "unmatured")
                .put(Shape.words(Outside.class), in + "outside")
                .put(Shape.TEXT, in + "within")
                .put(Shape.map(Shape.BELOW), in + "groups")
                .rule(
                        at,
                        "oneOf",
                        List.of(
                                required("share_by"),
                                required("amounts_by_rank"),
                                required("percents_by_rank"),
                                Map.of(
                                        "not",
                                        Map.of(
                                                "anyOf",
                                                List.of(
                                                        required("share_by"),
                                                        required("amounts_by_rank"),
                                                        required("percents_by_rank"))))))
                .need(at, at.endsWith("groups") ? new String[] {"percent_of_pool"} : new String[0]);
        if (!at.endsWith("groups")) {
            shapes.beside(at, "within", "groups").beside(at, "groups", "within");
        }
    }

    private static Shapes cases() {
        return new Shapes()
                .need("", "name", "period", "banks", "expect")
                .put(Shape.TEXT, "name", "scheme", "code", "kind", "fund", "bank", "disposal", "note")
                .put(Shape.PERIOD, "period")
                .put(Shape.list(Shape.either(Shape.TEXT, Shape.BELOW)), "banks")
                .need("banks", "code")
                .put(Shape.DAY, "opened", "due", "day")
                .put(Shape.TRUTH, "assessed")
                // A number, a word, those of one column's records, records with their words, or what is bid by fund.
                .put(Shape.map(Shape.map(Shape.ANY)), "figures")
                .put(Shape.map(Shape.map(Shape.map(Shape.ANY))), "earlier")
                .put(Shape.map(Shape.NUMBER), "parameters")
                .put(Shape.map(Shape.NOT_NEGATIVE), "pools")
                .put(Shape.list(Shape.BELOW), "holdings", "risks")
                .put(Shape.NOT_NEGATIVE, "held", "unmatured")
                .need("holdings", "fund", "bank", "held")
                .need("risks", "bank", "disposal")
                .put(Shape.BELOW, "expect")
                .put(
                        Shape.map(Shape.ANY),
                        CaseLoader.PER_BANK.stream().map(key -> "expect." + key).toArray(String[]::new))
                .put(Shape.ANY, "benchmarks", "plan", "findings")
                .put(Shape.map(Shape.BELOW), "expect.funds")
                .put(Shape.ANY, "funds.pool", "funds.unplaced", "funds.transfers")
                .put(
                        Shape.map(Shape.ANY),
                        CaseLoader.PER_BANK.stream()
                                .map(key -> "expect.funds." + key)
                                .toArray(String[]::new));
    }
}
