package bankscore.load.dataset;

import bankscore.finding.ConfigException;
import bankscore.finding.ConfigProblem;
import bankscore.intake.AgainstEarlier;
import bankscore.intake.Column;
import bankscore.intake.Dataset;
import bankscore.intake.Edition;
import bankscore.intake.Evidence;
import bankscore.load.yaml.Keys;
import bankscore.load.yaml.YamlFile;
import bankscore.load.yaml.YamlNode;
import bankscore.load.yaml.YamlNode.Fields;
import bankscore.rule.FormulaColumns;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

/** Reads {@code config/datasets/<id>.yaml}: what a kind of sheet may hold, and under which headings. */
public final class DatasetLoader {

    private static final String FOLDER = "config/datasets/";

    static final String AGAINST = "against_earlier";
    static final String EVIDENCE = "evidence";
    static final String EDITIONS = "editions";
    static final String NONE = "none";

    private static final Keys OF_EARLIER =
            Keys.of("rows", "same", "nearer", "powers", "factor", "leap", "mean", "fewer");
    private static final Keys OF_EVIDENCE =
            Keys.of("few", "enough", "nearly_all", "most", "apart", "shifted", "powers", "above_whole", "decimals");
    static final Keys KEYS = Keys.of(
                    "dataset",
                    "name",
                    "sender",
                    "rows",
                    "presence",
                    "years",
                    "headings_only",
                    "ratios",
                    "sums",
                    "spreads",
                    "derived",
                    "parted",
                    "subjects",
                    "others",
                    RowCheckLoader.KEY,
                    AGAINST,
                    EVIDENCE,
                    EDITIONS,
                    "columns")
            .with("ratios", Keys.each(WitnessLoader.RATIO))
            .with("sums", Keys.each(WitnessLoader.RATIO))
            .with("derived", Keys.each(WitnessLoader.DERIVED))
            .with(RowCheckLoader.KEY, Keys.each(RowCheckLoader.CHECK))
            .with(AGAINST, OF_EARLIER)
            .with(EVIDENCE, OF_EVIDENCE)
            .with("columns", Keys.each(ColumnLoader.KEYS));

    private final Unsaid unsaid;
    private final ColumnLoader columns;
    /** What figures of subjects are named by. */
    private final Set<String> names = new LinkedHashSet<>();

    private DatasetLoader(Unsaid unsaid) {
        this.unsaid = unsaid;
        this.columns = new ColumnLoader(unsaid);
    }

    /**
     * Loads every dataset of a folder.
     *
     * @throws ConfigException with every problem of every file
     */
    public static List<Dataset> loadAll(Path folder) throws ConfigException {
        List<YamlFile> files = new ArrayList<>();
        for (Path path : YamlFile.allIn(folder)) {
            files.add(YamlFile.read(path, FOLDER + path.getFileName()));
        }
        return load(files);
    }

    /**
     * Reads every dataset of some files.
     *
     * @throws ConfigException with every problem of every file
     */
    public static List<Dataset> load(List<YamlFile> files) throws ConfigException {
        DatasetLoader loader = new DatasetLoader(Unsaid.read());
        List<Dataset> datasets = new ArrayList<>();
        List<ConfigProblem> problems = new ArrayList<>();
        for (YamlFile file : files) {
            file.root().flatMap(loader::dataset).ifPresent(datasets::add);
        }
        loader.columns.refuseUnknownRegisters(datasets);
        files.forEach(file -> problems.addAll(file.problems()));
        if (!problems.isEmpty()) {
            throw new ConfigException(problems);
        }
        return datasets;
    }

    /** The columns that formulas about the subjects of {@link Dataset.Rows#REGISTER} may name. */
    public static FormulaColumns columns(List<Dataset> datasets) {
        return columns(datasets, dataset -> dataset.rows() != Dataset.Rows.MEMBER);
    }

    /** The columns that formulas about the subjects of a register may name, by their ids alone. */
    public static FormulaColumns columns(List<Dataset> datasets, Dataset register) {
        return columns(datasets, dataset -> dataset.rows() != Dataset.Rows.BID && dataset.isAbout(register));
    }

    private static FormulaColumns columns(List<Dataset> datasets, Predicate<Dataset> which) {
        Set<String> perSubject = new LinkedHashSet<>();
        Set<String> ofRecords = new LinkedHashSet<>();
        for (Dataset dataset : datasets.stream().filter(which).toList()) {
            for (Column column : dataset.numeric()) {
                if (dataset.rows() == Dataset.Rows.RECORD) {
                    ofRecords.add(dataset.formulaId(column));
                } else if (dataset.givesFigures()) {
                    perSubject.add(column.id());
                }
            }
        }
        return new FormulaColumns(perSubject, ofRecords);
    }

    private Optional<Dataset> dataset(YamlNode root) {
        Fields fields = root.fields(KEYS);
        Optional<String> id = fields.need("dataset").flatMap(YamlNode::text);
        Optional<String> name = fields.need("name").flatMap(YamlNode::text);
        fields.need("rows");
        fields.need("presence");
        Optional<Dataset.Rows> said = rows(fields, id.orElse(""));
        Optional<Dataset.Presence> presence = fields.word("presence", Dataset.Presence.class);
        List<Column> columns = new ArrayList<>();
        Map<Column, YamlNode> nodes = new LinkedHashMap<>();
        Set<String> ids = new LinkedHashSet<>();
        for (YamlNode each : fields.need("columns").map(YamlNode::list).orElse(List.of())) {
            Optional<Column> column = this.columns.column(each, id.orElse(""), said);
            if (column.isPresent() && !ids.add(column.get().id())) {
                each.refuseText(column.get().id(), "doubled_id");
            } else {
                column.ifPresent(known -> nodes.put(known, each));
            }
            column.ifPresent(columns::add);
        }
        Optional<Dataset.Rows> rows = said.map(each -> rows(each, columns));
        said.ifPresent(each -> refuseFunds(rows(each, columns), columns, nodes));
        nodes.forEach((column, node) -> refuseLate(rows, column, node));
        if (columns.stream().noneMatch(Column::identifying)) {
            root.refuseText(id.orElse(""), "no_identifying");
        }
        if (id.isEmpty() || name.isEmpty() || rows.isEmpty() || presence.isEmpty()) {
            return Optional.empty();
        }
        Dataset dataset = new Dataset(
                id.get(),
                name.get(),
                fields.text("sender", ""),
                rows.get(),
                presence.get(),
                columns,
                checks(fields, id.get(), columns));
        nodes.forEach((column, node) -> refuseSecond(dataset, column, node));
        return Optional.of(dataset);
    }

    /** A figure of a subject is named without its dataset, so that only one table about a register may have it. */
    private void refuseSecond(Dataset dataset, Column column, YamlNode node) {
        if (dataset.givesFigures() && column.kind().isNumeric() && !names.add(dataset.formulaId(column))) {
            node.refuseText(column.id(), "doubled_id");
        }
    }

    /** How the table is held against earlier periods; {@code none}: not at all. */
    private Optional<AgainstEarlier> against(Fields fields, String dataset) {
        Optional<YamlNode> said = fields.get(AGAINST);
        boolean none = said.isPresent()
                ? said.filter(YamlNode::isScalar)
                        .flatMap(node -> node.choice(Map.of(NONE, true)))
                        .isPresent()
                : unsaid.word(dataset, AGAINST).filter(NONE::equals).isPresent();
        if (none || said.filter(YamlNode::isScalar).isPresent()) {
            return Optional.empty();
        }
        Thresholds of = thresholds(AGAINST, dataset, said.map(node -> node.fields(OF_EARLIER)));
        return Optional.of(new AgainstEarlier(
                of.whole("rows"),
                of.number("same"),
                of.number("nearer"),
                of.wholes("powers"),
                of.number("factor"),
                of.number("leap"),
                of.number("mean"),
                of.number("fewer")));
    }

    /** A block of numbers; what a file does not say is said for this dataset, or else for all. */
    private Thresholds thresholds(String block, String dataset, Optional<Fields> said) {
        return new Thresholds(
                said,
                key -> unsaid.word(dataset, block, key)
                        .or(() -> unsaid.word(block, key))
                        .orElseThrow());
    }

    private Evidence evidence(Fields fields, String dataset) {
        Thresholds of = thresholds(EVIDENCE, dataset, fields.get(EVIDENCE).map(node -> node.fields(OF_EVIDENCE)));
        return new Evidence(
                of.whole("few"),
                of.whole("enough"),
                of.number("nearly_all"),
                of.number("most"),
                of.number("apart"),
                of.number("shifted"),
                of.wholes("powers"),
                of.number("above_whole"),
                of.whole("decimals"));
    }

    /**
     * What one row is. A register has the subjects whom other tables name unless it says that it has not; {@code other} says
     * nothing of a dataset whose rows have a word of their own since.
     */
    private Optional<Dataset.Rows> rows(Fields fields, String dataset) {
        Optional<Dataset.Rows> said =
                fields.word("rows", Dataset.Rows.class, Map.of(ColumnLoader.BANK, Dataset.Rows.SUBJECT));
        boolean subjects = fields.get("subjects").flatMap(YamlNode::truth).orElse(true);
        if (!subjects && said.equals(Optional.of(Dataset.Rows.REGISTER))) {
            return Optional.of(Dataset.Rows.PARTY);
        }
        return said.filter(Dataset.Rows.OTHER::equals)
                .flatMap(other -> unsaid.word(dataset, "rows"))
                .map(word -> Dataset.Rows.valueOf(word.toUpperCase(Locale.ROOT)))
                .or(() -> said);
    }

    /**
     * A table of subjects that names a register of parties is about the entries of that; one with a column of funds is about
     * what subjects bid for them.
     */
    private static Dataset.Rows rows(Dataset.Rows said, List<Column> columns) {
        boolean ofParties = columns.stream()
                .anyMatch(column -> column.kind() == Column.Kind.SUBJECT
                        && column.ties().register().isPresent());
        if (said != Dataset.Rows.SUBJECT) {
            return said;
        }
        boolean ofFunds = columns.stream().anyMatch(column -> column.kind() == Column.Kind.FUND);
        return ofFunds ? Dataset.Rows.BID : ofParties ? Dataset.Rows.MEMBER : said;
    }

    /** Only a table of the banks may say for which fund each row is, in one column; a fund is no part of what a figure is called. */
    private static void refuseFunds(Dataset.Rows rows, List<Column> columns, Map<Column, YamlNode> nodes) {
        List<Column> funds = columns.stream()
                .filter(column -> column.kind() == Column.Kind.FUND)
                .toList();
        boolean ofParties =
                columns.stream().anyMatch(column -> column.ties().register().isPresent());
        for (int i = 0; i < funds.size(); i++) {
            YamlNode node = nodes.get(funds.get(i));
            if (node != null && (rows != Dataset.Rows.BID || i > 0 || ofParties)) {
                node.refuseText(funds.get(i).id(), "fund_column");
            }
        }
    }

    /** Only a figure that a subject has once may be that of an earlier period; and what an empty cell is, is said once. */
    private static void refuseLate(Optional<Dataset.Rows> rows, Column column, YamlNode node) {
        if (!column.takesPrevious()) {
            return;
        }
        boolean figure = column.kind().isNumeric()
                && rows.filter(each -> each != Dataset.Rows.SUBJECT).isEmpty();
        Column.Empty empty = column.empty();
        boolean otherwise = empty.required()
                || empty.spared()
                || empty.standIn().isPresent()
                || empty.neededWhen().isPresent()
                || column.ties().follows().isPresent();
        if (!figure) {
            node.refuseText(column.id(), "if_late_of_no_figure");
        } else if (otherwise) {
            node.refuseText(column.id(), "if_late_and_empty");
        }
    }

    private Dataset.Checks checks(Fields fields, String dataset, List<Column> columns) {
        return new Dataset.Checks(
                said(fields, "years", Dataset.Years.class, dataset).orElse(Dataset.Years.THIS),
                said(fields, "headings_only", Dataset.HeadingsOnly.class, dataset)
                        .orElse(Dataset.HeadingsOnly.REVIEW),
                WitnessLoader.witnesses(fields, evidence(fields, dataset), columns),
                new Edition(fields.get(EDITIONS).map(YamlNode::texts).orElseGet(() -> unsaid.words(EDITIONS))),
                against(fields, dataset),
                RowCheckLoader.checks(fields, columns),
                fields.get("others").map(YamlNode::texts).orElse(List.of()));
    }

    /** The word of a key, or what files written before the key was there mean. */
    private <T extends Enum<T>> Optional<T> said(Fields fields, String key, Class<T> words, String dataset) {
        return fields.word(key, words)
                .or(() -> unsaid.word(dataset, key).map(word -> Enum.valueOf(words, word.toUpperCase(Locale.ROOT))));
    }
}
