package bankscore.load;

import bankscore.finding.ConfigException;
import bankscore.finding.ConfigProblem;
import bankscore.intake.Column;
import bankscore.intake.Dataset;
import bankscore.load.YamlNode.Fields;
import bankscore.rule.FormulaColumns;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Reads {@code config/datasets/<id>.yaml}: what a kind of sheet may hold, and under which headings. */
public final class DatasetLoader {

    private static final String FOLDER = "config/datasets/";

    private DatasetLoader() {}

    /**
     * Loads every dataset of a folder.
     *
     * @throws ConfigException with every problem of every file
     */
    public static List<Dataset> loadAll(Path folder) throws ConfigException {
        return load(YamlFile.allIn(folder));
    }

    public static List<Dataset> load(List<Path> files) throws ConfigException {
        List<Dataset> datasets = new ArrayList<>();
        List<ConfigProblem> problems = new ArrayList<>();
        Set<String> names = new LinkedHashSet<>();
        for (Path path : files) {
            YamlFile file = YamlFile.read(path, FOLDER + path.getFileName());
            file.root().flatMap(root -> dataset(root, names)).ifPresent(datasets::add);
            problems.addAll(file.problems());
        }
        if (!problems.isEmpty()) {
            throw new ConfigException(problems);
        }
        return datasets;
    }

    /** The columns that a rule's formulas may name. */
    public static FormulaColumns columns(List<Dataset> datasets) {
        Set<String> perBank = new LinkedHashSet<>();
        Set<String> ofRecords = new LinkedHashSet<>();
        for (Dataset dataset : datasets) {
            for (Column column : dataset.numeric()) {
                if (dataset.rows() == Dataset.Rows.RECORD) {
                    ofRecords.add(dataset.formulaId(column));
                } else if (dataset.rows() == Dataset.Rows.SUBJECT) {
                    perBank.add(column.id());
                }
            }
        }
        return new FormulaColumns(perBank, ofRecords);
    }

    private static Optional<Dataset> dataset(YamlNode root, Set<String> names) {
        Fields fields = root.fields("dataset", "name", "sender", "rows", "presence", "columns");
        Optional<String> id = fields.need("dataset").flatMap(YamlNode::text);
        Optional<String> name = fields.need("name").flatMap(YamlNode::text);
        fields.need("rows");
        fields.need("presence");
        Optional<Dataset.Rows> rows = fields.word("rows", Dataset.Rows.class, Map.of("bank", Dataset.Rows.SUBJECT));
        Optional<Dataset.Presence> presence = fields.word("presence", Dataset.Presence.class);
        List<Column> columns = new ArrayList<>();
        Set<String> ids = new LinkedHashSet<>();
        for (YamlNode each : fields.need("columns").map(YamlNode::list).orElse(List.of())) {
            Optional<Column> column = column(each);
            boolean perBank = rows.filter(Dataset.Rows.SUBJECT::equals).isPresent()
                    && column.filter(known -> known.kind().isNumeric()).isPresent();
            if (column.isPresent()
                    && (!ids.add(column.get().id())
                            || (perBank && !names.add(column.get().id())))) {
                each.refuseText(column.get().id(), "doubled_id");
            }
            column.ifPresent(columns::add);
        }
        if (columns.stream().noneMatch(Column::identifying)) {
            root.refuseText(id.orElse(""), "no_identifying");
        }
        return id.isPresent() && name.isPresent() && rows.isPresent() && presence.isPresent()
                ? Optional.of(new Dataset(
                        id.get(), name.get(), fields.text("sender", ""), rows.get(), presence.get(), columns))
                : Optional.empty();
    }

    private static Optional<Column> column(YamlNode branch) {
        Fields fields = branch.fields(
                "id",
                "name",
                "headings",
                "kind",
                "identifying",
                "required",
                "empty",
                "flow",
                "negative",
                "range",
                "usual",
                "choices",
                "part_of",
                "opens",
                "within_year",
                "whole_fen",
                "needed_when",
                "percent_sign",
                "unique");
        Optional<String> id = fields.need("id").flatMap(YamlNode::text);
        Optional<String> name = fields.need("name").flatMap(YamlNode::text);
        fields.need("kind");
        Optional<Column.Kind> kind = fields.word("kind", Column.Kind.class, Map.of("bank", Column.Kind.SUBJECT));
        if (id.isEmpty() || name.isEmpty() || kind.isEmpty()) {
            return Optional.empty();
        }
        List<String> headings = fields.get("headings").map(YamlNode::texts).orElse(List.of(name.get()));
        return Optional.of(new Column(
                id.get(),
                name.get(),
                headings,
                kind.get(),
                truth(fields, "identifying"),
                truth(fields, "required"),
                fields.get("empty").flatMap(YamlNode::text),
                fields.word("flow", Column.Flow.class).orElse(Column.Flow.STOCK),
                fields.word("negative", Column.Negative.class).orElse(Column.Negative.ERROR),
                fields.get("range").flatMap(DatasetLoader::range),
                fields.get("usual").flatMap(DatasetLoader::range),
                fields.get("choices").map(YamlNode::texts).orElse(List.of()),
                fields.get("part_of").flatMap(YamlNode::text),
                fields.get("opens").flatMap(YamlNode::text),
                truth(fields, "within_year"),
                truth(fields, "whole_fen"),
                fields.get("needed_when").flatMap(DatasetLoader::need),
                truth(fields, "percent_sign"),
                truth(fields, "unique")));
    }

    private static boolean truth(Fields fields, String key) {
        return fields.get(key).flatMap(YamlNode::truth).orElse(false);
    }

    private static Optional<Column.Range> range(YamlNode branch) {
        List<YamlNode> ends = branch.list();
        if (ends.size() != 2) {
            branch.refuse("not_a_range");
            return Optional.empty();
        }
        return ends.get(0).number().flatMap(from -> ends.get(1).number().map(to -> new Column.Range(from, to)));
    }

    private static Optional<Column.Need> need(YamlNode branch) {
        var entries = branch.anyFields().all();
        if (entries.size() != 1) {
            branch.refuse("not_a_need");
            return Optional.empty();
        }
        var only = entries.entrySet().iterator().next();
        return only.getValue().text().map(word -> new Column.Need(only.getKey(), word));
    }
}
