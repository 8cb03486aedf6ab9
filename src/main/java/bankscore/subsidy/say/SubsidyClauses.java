package bankscore.subsidy.say;

import bankscore.finding.Words;
import bankscore.intake.Dataset;
import bankscore.rule.Table;
import bankscore.rule.say.ConditionText;
import bankscore.rule.say.RuleClause;
import bankscore.rule.say.TableText;
import bankscore.subsidy.scheme.Check;
import bankscore.subsidy.scheme.Subsidy;
import bankscore.subsidy.scheme.SubsidyScheme;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What a subsidy rule says, clause by clause: what is granted, to whom, up to what, out of which tables. */
public final class SubsidyClauses {

    private final RuleNames names;
    private final List<Dataset> datasets;
    private final Words words;

    /** @param words of this application */
    public SubsidyClauses(RuleNames names, List<Dataset> datasets, Words words) {
        this.names = names;
        this.datasets = List.copyOf(datasets);
        this.words = words;
    }

    /** All of it, in the order of the file, tables last. */
    public List<RuleClause> all() {
        List<RuleClause> all = new ArrayList<>();
        SubsidyScheme scheme = names.scheme();
        scheme.subsidies().forEach(subsidy -> all.addAll(of(subsidy)));
        scheme.tables().values().forEach(table -> all.add(table(table)));
        for (Check check : scheme.checks()) {
            all.add(said(
                    "checks." + check.id(),
                    check.name(),
                    words.text(
                            "rule.check",
                            "otherwise",
                            check.otherwise(),
                            "level",
                            words.text("level." + check.level().name()))));
        }
        return all;
    }

    private List<RuleClause> of(Subsidy subsidy) {
        ConditionText conditions = new ConditionText(words, id -> name(subsidy, id), id -> "");
        ShareText shares = new ShareText(names, words);
        List<RuleClause> all = new ArrayList<>();
        String how = words.text(
                "book.rules.how.text",
                "formula",
                shares.formula(subsidy, subsidy.amount().base()),
                "rate",
                shares.rate(subsidy),
                "caps",
                new CapSentence(names, words).all(subsidy),
                "levels",
                shares.bearing(subsidy));
        String whom = subsidy.claims()
                .where()
                .map(where -> words.text("rule.where", "condition", conditions.of(where)))
                .orElse("");
        all.add(new RuleClause(subsidy.name(), subsidy.clause(), subsidy.mark(), whom + how));
        for (Subsidy.Requirement each : subsidy.eligible()) {
            all.add(new RuleClause(
                    subsidy.name(),
                    each.clause(),
                    each.mark(),
                    words.text(
                            "rule.require",
                            "condition",
                            conditions.of(each.condition()),
                            "otherwise",
                            each.otherwise())));
        }
        return all;
    }

    private RuleClause table(Table table) {
        TableText text = new TableText(words, this::column);
        List<String> rows = text.rows(table);
        return said(
                "tables." + table.id(),
                new ShareText(names, words).table(table.id()),
                rows.isEmpty()
                        ? words.text("rule.table.bare", "head", text.head(table))
                        : words.text(
                                "rule.table",
                                "head",
                                text.head(table),
                                "rows",
                                String.join(words.text("rule.table.joint"), rows)));
    }

    /** With the clause and the mark that the file gives what stands at a path. */
    private RuleClause said(String path, String name, String text) {
        return names.scheme().parameters().stream()
                .filter(each -> each.isWithin(path))
                .findFirst()
                .map(each -> new RuleClause(name, each.clause(), each.mark(), text))
                .orElseThrow();
    }

    /** A column of a subsidy's claims, or a register by its name. */
    private String name(Subsidy subsidy, String id) {
        String column = names.column(subsidy, id);
        return column.equals(id)
                ? dataset(id).or(() -> words.find("rule.column." + id)).orElse(id)
                : column;
    }

    private String column(String id) {
        return Optional.ofNullable(names.columns().get(id))
                .map(each -> each.name())
                .or(() -> names.anywhere(id))
                .orElse(id);
    }

    private Optional<String> dataset(String id) {
        return datasets.stream()
                .filter(each -> each.id().equals(id))
                .map(Dataset::name)
                .findFirst();
    }
}
