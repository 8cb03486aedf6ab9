package bankscore.load.rule;

import bankscore.load.yaml.YamlNode;
import bankscore.rule.Formula;
import bankscore.rule.FormulaParser;
import bankscore.rule.Table;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Reads formulas of lines: they name the columns of one dataset, and tables of the rule.
 *
 * @param tables by id
 */
public record LineFormulas(LineColumns columns, Map<String, Table> tables) {

    public LineFormulas {
        tables = Map.copyOf(tables);
    }

    /** The formula that a node says. */
    public Optional<Formula> formula(YamlNode branch) {
        String functions = Stream.of(
                        FormulaParser.FUNCTIONS, FormulaParser.LINE_FUNCTIONS, new TreeSet<>(tables.keySet()))
                .flatMap(each -> each.stream())
                .collect(Collectors.joining(" "));
        return RuleLoader.parsed(branch, functions, text -> FormulaParser.ofLine(text, tables.keySet()))
                .filter(tree -> every(tree.all().distinct().map(part -> fits(part, branch))));
    }

    /** Whether the columns that a table by words looks at are there; what is not is refused. */
    public boolean fits(Table.ByWord table, YamlNode branch) {
        return every(
                table.by().stream().map(column -> columns.text(branch, column).isPresent()));
    }

    private boolean fits(Formula part, YamlNode branch) {
        if (part instanceof Formula.Name name) {
            return columns.amount(branch, name.id()).isPresent();
        }
        if (part instanceof Formula.Days days) {
            return every(Stream.of(days.from(), days.to())
                    .map(column -> columns.day(branch, column).isPresent()));
        }
        return !(part instanceof Formula.Lookup lookup) || fits(lookup, branch);
    }

    private boolean fits(Formula.Lookup lookup, YamlNode branch) {
        Optional<Table.ByWord> words = Optional.ofNullable(tables.get(lookup.table()))
                .filter(Table.ByWord.class::isInstance)
                .map(Table.ByWord.class::cast);
        List<String> levels = words.map(Table.ByWord::levels).orElse(List.of());
        if (!levels.isEmpty()) {
            branch.refuseText(lookup.table(), "table_of_levels", "levels", String.join("、", levels));
            return false;
        }
        int count = words.map(table -> table.by().size()).orElse(1);
        if (lookup.columns().size() != count) {
            branch.refuseText(lookup.table(), "table_columns", "count", count, "formula", branch.shown());
            return false;
        }
        return every(lookup.columns().stream()
                .map(column ->
                        (words.isPresent() ? columns.text(branch, column) : columns.day(branch, column)).isPresent()));
    }

    /** Whether all are; each is looked at, so that all that is wrong is told at once. */
    private static boolean every(Stream<Boolean> sound) {
        return sound.reduce(true, Boolean::logicalAnd);
    }
}
