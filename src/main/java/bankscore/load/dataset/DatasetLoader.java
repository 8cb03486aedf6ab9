package bankscore.load.dataset;

import bankscore.exact.Fraction;
import bankscore.finding.Code;
import bankscore.finding.ConfigException;
import bankscore.finding.ConfigProblem;
import bankscore.intake.AgainstEarlier;
import bankscore.intake.Column;
import bankscore.intake.Dataset;
import bankscore.intake.Edition;
import bankscore.intake.Evidence;
import bankscore.intake.Unit;
import bankscore.load.yaml.YamlFile;
import bankscore.load.yaml.YamlNode;
import bankscore.load.yaml.YamlNode.Fields;
import bankscore.rule.FormulaColumns;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Properties;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Reads {@code config/datasets/<id>.yaml}: what a kind of sheet may hold, and under which headings. */
public final class DatasetLoader {

    private static final String FOLDER = "config/datasets/";

    private static final String AGAINST = "against_earlier";
    private static final String EVIDENCE = "evidence";
    private static final String EDITIONS = "editions";
    private static final String NONE = "none";

    /** The codes whose words tell the words that a choice allows. */
    private static final Map<String, Code> CODES =
            Stream.of(Code.E209, Code.E212).collect(Collectors.toUnmodifiableMap(Code::name, Function.identity()));

    private final Unsaid unsaid;
    /** What figures of subjects are named by. */
    private final Set<String> names = new LinkedHashSet<>();
    /** Where columns of parties name the dataset of a register. */
    private final List<YamlNode> registers = new ArrayList<>();
    /** Where columns of subjects name that of a register of parties. */
    private final List<YamlNode> registersOfParties = new ArrayList<>();

    private DatasetLoader(Unsaid unsaid) {
        this.unsaid = unsaid;
    }

    /**
     * What a file that was written before a key was there means by not saying it: words by {@code dataset.column.key}. A
     * key of the file wins.
     */
    private record Unsaid(Map<String, String> words) {

        private static final String RESOURCE = "/datasets.properties";

        static Unsaid read() {
            Properties words = new Properties();
            try (InputStream in = Objects.requireNonNull(DatasetLoader.class.getResourceAsStream(RESOURCE))) {
                words.load(in);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
            return new Unsaid(words.stringPropertyNames().stream()
                    .collect(Collectors.toUnmodifiableMap(Function.identity(), words::getProperty)));
        }

        /** The word of a key that a file does not have. */
        Optional<String> word(String... path) {
            return Optional.ofNullable(words.get(String.join(".", path)));
        }

        /** The words of a key that means the same in every file. */
        List<String> words(String key) {
            return List.of(word(key).orElseThrow().split(" ", -1));
        }
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
        loader.refuseUnknownRegisters(datasets);
        files.forEach(file -> problems.addAll(file.problems()));
        if (!problems.isEmpty()) {
            throw new ConfigException(problems);
        }
        return datasets;
    }

    private void refuseUnknownRegisters(List<Dataset> datasets) {
        refuseOthers(registers, ids(datasets, Dataset::isRegister));
        refuseOthers(registersOfParties, ids(datasets, dataset -> dataset.rows() == Dataset.Rows.PARTY));
    }

    private static List<String> ids(List<Dataset> datasets, Predicate<Dataset> which) {
        return datasets.stream().filter(which).map(Dataset::id).toList();
    }

    private static void refuseOthers(List<YamlNode> named, List<String> known) {
        named.stream().filter(node -> !known.contains(node.shown())).forEach(node -> node.refuseUnknown(known));
    }

    /** The columns that formulas about the subjects of {@link Dataset.Rows#REGISTER} may name. */
    public static FormulaColumns columns(List<Dataset> datasets) {
        return columns(datasets, dataset -> dataset.rows() != Dataset.Rows.MEMBER);
    }

    /** The columns that formulas about the subjects of a register may name, by their ids alone. */
    public static FormulaColumns columns(List<Dataset> datasets, Dataset register) {
        return columns(datasets, dataset -> dataset.isAbout(register));
    }

    private static FormulaColumns columns(List<Dataset> datasets, Predicate<Dataset> which) {
        Set<String> perSubject = new LinkedHashSet<>();
        Set<String> ofRecords = new LinkedHashSet<>();
        for (Dataset dataset : datasets.stream().filter(which).toList()) {
            for (Column column : dataset.numeric()) {
                if (dataset.rows() == Dataset.Rows.RECORD) {
                    ofRecords.add(dataset.formulaId(column));
                } else if (dataset.isOfSubjects()) {
                    perSubject.add(column.id());
                }
            }
        }
        return new FormulaColumns(perSubject, ofRecords);
    }

    private Optional<Dataset> dataset(YamlNode root) {
        Fields fields = root.fields(
                "dataset",
                "name",
                "sender",
                "rows",
                "presence",
                "years",
                "headings_only",
                "ratios",
                "derived",
                "subjects",
                RowCheckLoader.KEY,
                AGAINST,
                EVIDENCE,
                EDITIONS,
                "columns");
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
            Optional<Column> column = column(each, id.orElse(""), said);
            if (column.isPresent() && !ids.add(column.get().id())) {
                each.refuseText(column.get().id(), "doubled_id");
            } else {
                column.ifPresent(known -> nodes.put(known, each));
            }
            column.ifPresent(columns::add);
        }
        Optional<Dataset.Rows> rows = said.map(each -> rows(each, columns));
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
        if (dataset.isOfSubjects()
                && column.kind().isNumeric()
                && !names.add(dataset.formulaId(column))) {
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
        Thresholds of = thresholds(
                AGAINST,
                dataset,
                said.map(node -> node.fields("rows", "same", "nearer", "powers", "factor", "leap", "mean", "fewer")));
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
        Thresholds of = thresholds(
                EVIDENCE,
                dataset,
                fields.get(EVIDENCE)
                        .map(node -> node.fields(
                                "few", "enough", "nearly_all", "most", "apart", "powers", "above_whole", "decimals")));
        return new Evidence(
                of.whole("few"),
                of.whole("enough"),
                of.number("nearly_all"),
                of.number("most"),
                of.number("apart"),
                of.wholes("powers"),
                of.number("above_whole"),
                of.whole("decimals"));
    }

    /**
     * What one row is. A register has the subjects whom other tables name unless it says that it has not; {@code other} says
     * nothing of a dataset whose rows have a word of their own since.
     */
    private Optional<Dataset.Rows> rows(Fields fields, String dataset) {
        Optional<Dataset.Rows> said = fields.word("rows", Dataset.Rows.class, Map.of("bank", Dataset.Rows.SUBJECT));
        boolean subjects = fields.get("subjects").flatMap(YamlNode::truth).orElse(true);
        if (!subjects && said.equals(Optional.of(Dataset.Rows.REGISTER))) {
            return Optional.of(Dataset.Rows.PARTY);
        }
        return said.filter(Dataset.Rows.OTHER::equals)
                .flatMap(other -> unsaid.word(dataset, "rows"))
                .map(word -> Dataset.Rows.valueOf(word.toUpperCase(Locale.ROOT)))
                .or(() -> said);
    }

    /** A table of subjects that names a register of parties is about the entries of that. */
    private static Dataset.Rows rows(Dataset.Rows said, List<Column> columns) {
        boolean ofParties = columns.stream()
                .anyMatch(column -> column.kind() == Column.Kind.SUBJECT
                        && column.ties().register().isPresent());
        return said == Dataset.Rows.SUBJECT && ofParties ? Dataset.Rows.MEMBER : said;
    }

    private Dataset.Checks checks(Fields fields, String dataset, List<Column> columns) {
        return new Dataset.Checks(
                said(fields, "years", Dataset.Years.class, dataset).orElse(Dataset.Years.THIS),
                said(fields, "headings_only", Dataset.HeadingsOnly.class, dataset)
                        .orElse(Dataset.HeadingsOnly.REVIEW),
                WitnessLoader.witnesses(fields, evidence(fields, dataset)),
                new Edition(fields.get(EDITIONS).map(YamlNode::texts).orElseGet(() -> unsaid.words(EDITIONS))),
                against(fields, dataset),
                RowCheckLoader.checks(fields, columns));
    }

    /** The word of a key, or what files written before the key was there mean. */
    private <T extends Enum<T>> Optional<T> said(Fields fields, String key, Class<T> words, String dataset) {
        return fields.word(key, words)
                .or(() -> unsaid.word(dataset, key).map(word -> Enum.valueOf(words, word.toUpperCase(Locale.ROOT))));
    }

    private Optional<Column> column(YamlNode branch, String dataset, Optional<Dataset.Rows> rows) {
        Fields fields = branch.fields(
                "id",
                "name",
                "headings",
                "is",
                "kind",
                "identifying",
                "required",
                "empty",
                "flow",
                "negative",
                "range",
                "usual",
                "choices",
                "refused",
                "part_of",
                "opens",
                "until",
                "within_year",
                "not_after",
                "whole_fen",
                "needed_when",
                "percent_sign",
                "unique",
                "whole",
                "scale",
                "asked",
                "register",
                "code_in",
                "follows",
                "same_period",
                "spared");
        Optional<String> id = fields.need("id").flatMap(YamlNode::text);
        Optional<String> name = fields.need("name").flatMap(YamlNode::text);
        fields.need("kind");
        Optional<Column.Kind> kind = fields.word("kind", Column.Kind.class, Map.of("bank", Column.Kind.SUBJECT));
        if (id.isEmpty() || name.isEmpty() || kind.isEmpty()) {
            return Optional.empty();
        }
        List<String> headings = fields.get("headings").map(YamlNode::texts).orElse(List.of(name.get()));
        return Optional.of(new Column(
                new Column.Head(
                        id.get(),
                        name.get(),
                        headings,
                        truth(fields, "identifying"),
                        role(fields, id.get(), rows),
                        fields.get("asked").flatMap(YamlNode::truth).orElse(true)),
                kind.get(),
                new Column.Empty(
                        truth(fields, "required"),
                        fields.get("empty").flatMap(YamlNode::text),
                        fields.get("needed_when").flatMap(DatasetLoader::need),
                        truth(fields, "spared")),
                new Column.Amount(
                        fields.word("flow", Column.Flow.class).orElse(Column.Flow.STOCK),
                        fields.word("negative", Column.Negative.class).orElse(Column.Negative.ERROR),
                        fields.get("range").flatMap(DatasetLoader::range),
                        fields.get("usual").flatMap(DatasetLoader::range),
                        truth(fields, "whole_fen"),
                        truth(fields, "percent_sign"),
                        truth(fields, "whole"),
                        fields.get("scale").flatMap(DatasetLoader::scale),
                        rows.filter(Dataset.Rows.CLAIM::equals).isPresent() ? Unit.YUAN : Unit.WAN),
                new Column.Choice(
                        fields.get("choices").map(YamlNode::texts).orElse(List.of()),
                        chosen(fields, "refused", CODES, dataset, id.get())),
                new Column.Days(
                        truth(fields, "within_year"),
                        chosen(fields, "not_after", Map.of("period_end", true), dataset, id.get())
                                .orElse(false)),
                new Column.Ties(
                        fields.get("part_of").flatMap(YamlNode::text),
                        fields.get("opens").flatMap(YamlNode::text).or(() -> unsaid.word(dataset, id.get(), "opens")),
                        fields.get("until").flatMap(YamlNode::text).or(() -> unsaid.word(dataset, id.get(), "until")),
                        register(fields, kind.get()),
                        fields.get("code_in").flatMap(YamlNode::text),
                        fields.get("follows").flatMap(YamlNode::text),
                        fields.get("same_period").flatMap(YamlNode::text)),
                truth(fields, "unique")));
    }

    private Optional<String> register(Fields fields, Column.Kind kind) {
        Optional<YamlNode> said = kind == Column.Kind.PARTY ? fields.need("register") : fields.get("register");
        said.ifPresent(kind == Column.Kind.SUBJECT ? registersOfParties::add : registers::add);
        return said.flatMap(YamlNode::text);
    }

    /** What the column tells of a register's entry or of a written reason: what it says, or else what its id is. */
    private static Optional<Column.Role> role(Fields fields, String id, Optional<Dataset.Rows> rows) {
        Optional<Column.Role> said = fields.word("is", Column.Role.class);
        return said.isPresent()
                        || rows.filter(Set.of(Dataset.Rows.REGISTER, Dataset.Rows.PARTY, Dataset.Rows.REASON)::contains)
                                .isEmpty()
                ? said
                : Stream.of(Column.Role.values())
                        .filter(role -> role.name().equalsIgnoreCase(id))
                        .findFirst();
    }

    private <T> Optional<T> chosen(Fields fields, String key, Map<String, T> choices, String dataset, String column) {
        return fields.has(key)
                ? fields.get(key).flatMap(branch -> branch.choice(choices))
                : unsaid.word(dataset, column, key).map(choices::get);
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

    private static Optional<Column.Scale> scale(YamlNode branch) {
        Fields fields = branch.fields("least", "all_up_to", "most_above", "apart");
        Optional<Integer> least = fields.need("least").flatMap(YamlNode::whole);
        Optional<Fraction> small = fields.need("all_up_to").flatMap(YamlNode::number);
        Optional<Fraction> large = fields.need("most_above").flatMap(YamlNode::number);
        Optional<Fraction> apart = fields.need("apart").flatMap(YamlNode::number);
        return least.isPresent() && small.isPresent() && large.isPresent() && apart.isPresent()
                ? Optional.of(new Column.Scale(least.get(), small.get(), large.get(), apart.get()))
                : Optional.empty();
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
