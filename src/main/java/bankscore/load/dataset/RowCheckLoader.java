package bankscore.load.dataset;

import bankscore.finding.Level;
import bankscore.intake.Column;
import bankscore.intake.RowCheck;
import bankscore.load.yaml.Keys;
import bankscore.load.yaml.YamlNode;
import bankscore.load.yaml.YamlNode.Fields;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Reads what the cells of one row say together: {@code row_checks} of a dataset file. */
final class RowCheckLoader {

    static final String KEY = "row_checks";

    static final Keys CHECK = Keys.of("column", "at_least", "at_most", "product", "level");

    static final Map<String, Level> LEVELS = Map.of("error", Level.ERROR, "review", Level.REVIEW);

    private final List<String> columns;

    private RowCheckLoader(List<Column> columns) {
        this.columns = columns.stream().map(Column::id).toList();
    }

    static List<RowCheck> checks(Fields dataset, List<Column> columns) {
        RowCheckLoader loader = new RowCheckLoader(columns);
        List<RowCheck> checks = new ArrayList<>();
        dataset.get(KEY)
                .map(YamlNode::filled)
                .orElse(List.of())
                .forEach(each -> loader.check(each).ifPresent(checks::add));
        return checks;
    }

    private Optional<RowCheck> check(YamlNode branch) {
        Fields fields = branch.fields(CHECK);
        Optional<String> column = fields.need("column").flatMap(this::known);
        Level level = fields.get("level").flatMap(word -> word.choice(LEVELS)).orElse(Level.REVIEW);
        List<String> forms = List.of("at_least", "at_most", "product").stream()
                .filter(fields::has)
                .toList();
        if (forms.size() != 1) {
            branch.refuse("not_a_row_check");
            return Optional.empty();
        }
        Optional<YamlNode> said = fields.get(forms.get(0));
        return column.flatMap(own -> switch (forms.get(0)) {
            case "at_least", "at_most" ->
                said.flatMap(this::known)
                        .map(other -> new RowCheck.Compared(own, fields.has("at_least"), other, level));
            default ->
                said.map(YamlNode::list)
                        .map(all -> all.stream()
                                .flatMap(each -> known(each).stream())
                                .toList())
                        .map(factors -> new RowCheck.Product(own, factors, level));
        });
    }

    private Optional<String> known(YamlNode node) {
        if (!columns.contains(node.shown())) {
            node.refuseUnknown(columns);
        }
        return node.text().filter(columns::contains);
    }
}
