package bankscore.contribution.say;

import bankscore.contribution.allocation.AllocationRule;
import bankscore.contribution.scheme.Item;
import bankscore.contribution.scheme.Scheme;
import bankscore.finding.Words;
import bankscore.intake.ColumnWords;
import bankscore.rule.Definition;
import bankscore.rule.Mark;
import bankscore.rule.Parameter;
import bankscore.rule.say.ConditionText;
import bankscore.rule.say.DefinitionText;
import bankscore.rule.say.FormulaText;
import bankscore.rule.say.MeasureSentence;
import bankscore.rule.say.RuleClause;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What a scheme says, clause by clause: who is assessed, by what measures, for how many points, and where money goes. */
public final class SchemeClauses {

    private final Scheme scheme;
    private final Map<String, ColumnWords> columns;
    private final Words words;

    /** @param columns what users call columns, by {@code dataset.column} or by their id */
    public SchemeClauses(Scheme scheme, Map<String, ColumnWords> columns, Words words) {
        this.scheme = scheme;
        this.columns = Map.copyOf(columns);
        this.words = words;
    }

    /** All of it: what is scored first, then what it is made of, then the money. */
    public List<RuleClause> all() {
        List<RuleClause> all = new ArrayList<>();
        assessed().ifPresent(all::add);
        MethodSentence methods = new MethodSentence(words, scheme);
        scheme.items().forEach(item -> all.add(item(item, methods)));
        points().ifPresent(all::add);
        DefinitionText texts = new DefinitionText(FormulaText.named(words, this::name), words);
        scheme.definitions().all().forEach(definition -> all.add(definition(definition, texts)));
        all.add(placed(words.text("book.rules.allocation"), scheme.allocation()));
        for (Map.Entry<String, AllocationRule> fund : scheme.funds().entrySet()) {
            all.add(placed(words.text("rule.said.fund", "fund", fund.getKey()), fund.getValue()));
        }
        return all;
    }

    private Optional<RuleClause> assessed() {
        Scheme.Eligibility asked = scheme.eligibility();
        List<String> parts = new ArrayList<>();
        asked.minMonthsOpen().ifPresent(months -> parts.add(words.text("rule.said.months", "months", months)));
        if (!asked.kinds().isEmpty()) {
            parts.add(words.text("rule.said.kinds", "kinds", names(asked.kinds())));
        }
        if (!asked.notKinds().isEmpty()) {
            parts.add(words.text("rule.said.not_kinds", "kinds", names(asked.notKinds())));
        }
        ConditionText conditions = new ConditionText(
                words,
                this::name,
                id -> scheme.measure(id).map(Definition.Measure::unit).orElse(""));
        asked.require()
                .forEach(each -> parts.add(words.text(
                        "rule.said.require",
                        "condition",
                        conditions.of(each.condition()),
                        "otherwise",
                        each.otherwise())));
        return parts.isEmpty()
                ? Optional.empty()
                : Optional.of(new RuleClause(
                        words.text("rule.step.assess"), clause("assess"), asked.mark(), sentence(joined(parts))));
    }

    private RuleClause item(Item item, MethodSentence methods) {
        String text = words.text(
                "rule.said.item",
                "kind",
                words.text("kind." + item.kind().name()),
                "measure",
                scheme.name(item.measure()),
                "method",
                methods.of(item));
        return new RuleClause(item.name(), item.clause(), item.mark(), sentence(text));
    }

    /** What becomes of the points. */
    private Optional<RuleClause> points() {
        if (scheme.items().isEmpty()) {
            return Optional.empty();
        }
        List<String> parts = new ArrayList<>();
        parts.add(words.text("rule.said.points", "rounding", MeasureSentence.rounding(words, scheme.points())));
        scheme.scoring().full().ifPresent(full -> parts.add(words.text("rule.said.full", "points", full)));
        scheme.scoring().totalFloor().ifPresent(floor -> parts.add(words.text("rule.said.floor", "points", floor)));
        parts.add(words.text("rule.said.shares", "decimals", scheme.shareDecimals()));
        return Optional.of(new RuleClause(
                words.text("term.total"), clause("rounding"), mark("rounding"), sentence(joined(parts))));
    }

    private RuleClause definition(Definition definition, DefinitionText texts) {
        List<String> parts = new ArrayList<>();
        parts.add(definition.name() + words.text("rule.said.is") + texts.of(definition) + unit(definition));
        definition.rounding().ifPresent(to -> parts.add(MeasureSentence.rounding(words, to)));
        if (definition instanceof Definition.Measure measure) {
            measure.whenEmpty()
                    .ifPresent(table -> parts.add(words.text("rule.said.when_empty", "values", values(table))));
            parts.add(words.text("rule.said.no_base." + measure.noBase().name()));
        }
        return new RuleClause(definition.name(), definition.clause(), definition.mark(), sentence(joined(parts)));
    }

    /** A measure or benchmark by its own name, a column by its heading. */
    private String name(String id) {
        String name = scheme.name(id);
        return name.equals(id)
                ? Optional.ofNullable(columns.get(id)).map(ColumnWords::name).orElse(id)
                : name;
    }

    private static String unit(Definition definition) {
        String unit = definition instanceof Definition.Measure measure ? measure.unit() : "";
        return unit.isEmpty() ? "" : "（" + unit + "）";
    }

    /** The values that stand in for empty numbers: 资金拨付 0.5、单据传送 0.5. */
    private String values(String table) {
        String path = "values." + table + ".";
        return names(scheme.parameters().stream()
                .filter(each -> each.path().startsWith(path))
                .map(each -> each.path().substring(path.length()) + " " + each.value())
                .toList());
    }

    private RuleClause placed(String name, AllocationRule rule) {
        return new RuleClause(name, rule.clause(), rule.mark(), sentence(new PlacingSentence(words, scheme).how(rule)));
    }

    private String names(List<String> all) {
        return String.join(words.text("condition.names"), all);
    }

    private String joined(List<String> parts) {
        return String.join(words.text("book.method.joint"), parts);
    }

    private String sentence(String text) {
        return text + words.text("rule.said.end");
    }

    private String clause(String path) {
        return first(path).map(Parameter::clause).orElse("");
    }

    private Mark mark(String path) {
        return first(path).map(Parameter::mark).orElse(Mark.READING);
    }

    private Optional<Parameter> first(String path) {
        return scheme.parameters().stream().filter(each -> each.isWithin(path)).findFirst();
    }
}
