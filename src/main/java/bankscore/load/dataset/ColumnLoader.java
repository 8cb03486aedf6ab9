package bankscore.load.dataset;

import bankscore.exact.Fraction;
import bankscore.finding.Code;
import bankscore.intake.Column;
import bankscore.intake.Dataset;
import bankscore.intake.Unit;
import bankscore.load.yaml.Keys;
import bankscore.load.yaml.YamlNode;
import bankscore.load.yaml.YamlNode.Fields;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Reads the columns of datasets: under which headings each comes and what its cells must hold. */
final class ColumnLoader {

    /** The codes whose words tell the words that a choice allows. */
    static final Map<String, Code> CODES =
            Stream.of(Code.E209, Code.E212).collect(Collectors.toUnmodifiableMap(Code::name, Function.identity()));

    /** What a row about a subject was called when all of them were banks. */
    static final String BANK = "bank";

    static final String IF_LATE = "if_late";

    private static final Keys SCALE = Keys.of("least", "all_up_to", "most_above", "apart");
    static final Keys KEYS = Keys.of(
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
                    "spared",
                    IF_LATE)
            .with("scale", SCALE);

    static final Map<String, Boolean> NOT_AFTER = Map.of("period_end", true);

    static final Map<String, Boolean> LATE = Map.of("previous", true);

    private final Unsaid unsaid;
    /** Where columns of parties name the dataset of a register. */
    private final List<YamlNode> registers = new ArrayList<>();
    /** Where columns of subjects name that of a register of parties. */
    private final List<YamlNode> registersOfParties = new ArrayList<>();

    ColumnLoader(Unsaid unsaid) {
        this.unsaid = unsaid;
    }

    /** Refuses the registers that there are not. */
    void refuseUnknownRegisters(List<Dataset> datasets) {
        refuseOthers(registers, ids(datasets, Dataset::isRegister));
        refuseOthers(registersOfParties, ids(datasets, dataset -> dataset.rows() == Dataset.Rows.PARTY));
    }

    private static List<String> ids(List<Dataset> datasets, Predicate<Dataset> which) {
        return datasets.stream().filter(which).map(Dataset::id).toList();
    }

    private static void refuseOthers(List<YamlNode> named, List<String> known) {
        named.stream().filter(node -> !known.contains(node.shown())).forEach(node -> node.refuseUnknown(known));
    }

    /** A column of a dataset; absent if it is refused. */
    Optional<Column> column(YamlNode branch, String dataset, Optional<Dataset.Rows> rows) {
        Fields fields = branch.fields(KEYS);
        Optional<String> id = fields.need("id").flatMap(YamlNode::text);
        Optional<String> name = fields.need("name").flatMap(YamlNode::text);
        fields.need("kind");
        Optional<Column.Kind> kind = fields.word("kind", Column.Kind.class, Map.of(BANK, Column.Kind.SUBJECT));
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
                        fields.get("needed_when").flatMap(ColumnLoader::need),
                        truth(fields, "spared"),
                        fields.get(IF_LATE).flatMap(word -> word.choice(LATE)).orElse(false)),
                new Column.Amount(
                        fields.word("flow", Column.Flow.class).orElse(Column.Flow.STOCK),
                        fields.word("negative", Column.Negative.class).orElse(Column.Negative.ERROR),
                        fields.get("range").flatMap(ColumnLoader::range),
                        fields.get("usual").flatMap(ColumnLoader::range),
                        truth(fields, "whole_fen"),
                        truth(fields, "percent_sign"),
                        truth(fields, "whole"),
                        fields.get("scale").flatMap(ColumnLoader::scale),
                        rows.filter(Dataset.Rows.CLAIM::equals).isPresent() ? Unit.YUAN : Unit.WAN),
                new Column.Choice(
                        fields.get("choices").map(YamlNode::texts).orElse(List.of()),
                        chosen(fields, "refused", CODES, dataset, id.get())),
                new Column.Days(
                        truth(fields, "within_year"),
                        chosen(fields, "not_after", NOT_AFTER, dataset, id.get())
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
        Fields fields = branch.fields(SCALE);
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
