package bankscore.subsidy.load;

import bankscore.intake.Column;
import bankscore.intake.Dataset;
import bankscore.load.rule.ConditionLoader;
import bankscore.load.rule.LineColumns;
import bankscore.load.rule.LineFormulas;
import bankscore.load.yaml.YamlNode;
import bankscore.rule.Condition;
import bankscore.rule.Formula;
import bankscore.rule.Table;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** What a rule may say of the lines of one dataset: its columns, conditions and formulas over them. */
final class LineWords {

    private final Dataset lines;
    private final LineColumns columns;
    private final ConditionLoader conditions;
    private final LineFormulas formulas;

    LineWords(Dataset lines, List<Dataset> datasets, Map<String, Table> tables) {
        this.lines = lines;
        LineColumns named = LineColumns.of(lines, datasets);
        this.columns = isOfSubjects() ? named.withDay() : named;
        this.conditions = new ConditionLoader(
                columns,
                Set.of(),
                datasets.stream().filter(Dataset::isRegister).map(Dataset::id).collect(Collectors.toSet()),
                ConditionLoader.OF_LINES);
        this.formulas = new LineFormulas(columns, tables);
    }

    /** The id of the dataset. */
    String dataset() {
        return lines.id();
    }

    /** Whether a line is a subject, such as a bank, whose day is the period's end. */
    boolean isOfSubjects() {
        return lines.rows() == Dataset.Rows.SUBJECT;
    }

    /** The condition that a node says. */
    Optional<Condition> condition(YamlNode node) {
        return conditions.condition(node);
    }

    /** The same, with keys beside it that are for who asks. */
    Optional<Condition> condition(YamlNode node, String... beside) {
        return conditions.condition(node, beside);
    }

    Optional<Formula> formula(YamlNode node) {
        return formulas.formula(node);
    }

    /** Whether lines have the columns by which a table is looked at. */
    boolean fits(Table.ByWord table, YamlNode node) {
        return formulas.fits(table, node);
    }

    /** The column that a node names. */
    Optional<String> any(YamlNode node) {
        return columns.any(node, node.shown());
    }

    Optional<String> amount(YamlNode node) {
        return columns.amount(node, node.shown());
    }

    Optional<String> day(YamlNode node) {
        return columns.day(node, node.shown());
    }

    Optional<String> text(YamlNode node) {
        return columns.text(node, node.shown());
    }

    /** A text or party of the line itself: not of a register. */
    Optional<String> own(YamlNode node) {
        Optional<String> column = text(node);
        if (column.isPresent() && lines.column(column.get()).isEmpty()) {
            node.refuse("of_register_only");
            return Optional.empty();
        }
        return column;
    }

    /** The first column that tells lines apart, such as the number of a policy. */
    Optional<String> firstReference() {
        return lines.first(Column.Kind.REFERENCE).map(Column::id);
    }
}
