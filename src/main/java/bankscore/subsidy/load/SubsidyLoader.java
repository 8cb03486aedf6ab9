package bankscore.subsidy.load;

import bankscore.exact.Rounding;
import bankscore.finding.ConfigException;
import bankscore.intake.Dataset;
import bankscore.load.change.RuleChanges;
import bankscore.load.rule.Parameters;
import bankscore.load.rule.RuleLoader;
import bankscore.load.rule.RuleReader;
import bankscore.load.rule.SourceLoader;
import bankscore.load.rule.TableLoader;
import bankscore.load.yaml.Keys;
import bankscore.load.yaml.YamlFile;
import bankscore.load.yaml.YamlNode;
import bankscore.load.yaml.YamlNode.Fields;
import bankscore.rule.Condition;
import bankscore.rule.RuleHead;
import bankscore.rule.Source;
import bankscore.rule.Table;
import bankscore.subsidy.Names;
import bankscore.subsidy.scheme.Bearing;
import bankscore.subsidy.scheme.Check;
import bankscore.subsidy.scheme.Subsidy;
import bankscore.subsidy.scheme.SubsidyFlaws;
import bankscore.subsidy.scheme.SubsidyScheme;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Reads {@code config/schemes/<id>.yaml} of {@code kind: subsidy}: the language of {@code subsidy.md#the-rule-file}, in the
 * order of the file.
 *
 * <p>Nothing is guessed: an unknown key or word, a number that is not exact, a formula or condition that names a column the
 * claims do not have, are all refused at once with their lines.
 */
public final class SubsidyLoader {

    /** How a run reads rules of this kind. */
    public static final RuleReader<SubsidyScheme> READER = new RuleReader<>() {
        @Override
        public SubsidyScheme read(YamlFile file, List<Dataset> datasets) throws ConfigException {
            return load(file, datasets);
        }

        @Override
        public String kind() {
            return SubsidyKeys.KIND;
        }

        @Override
        public boolean lastVersionStands() {
            return true;
        }
    };

    /** How a simulation names parameters of a rule, and what it may change beside them. */
    public static final RuleChanges.Paths PATHS = new RuleChanges.Paths(
            SubsidyKeys.RULE, SubsidyKeys.BY_ID, Set.of(), node -> Keys.of(), List.of(Names.BUDGETS));

    private final YamlFile file;
    private final List<Dataset> datasets;

    private SubsidyLoader(YamlFile file, List<Dataset> datasets) {
        this.file = file;
        this.datasets = datasets;
    }

    /**
     * Loads a rule file.
     *
     * @throws ConfigException with every problem of the file
     */
    public static SubsidyScheme load(YamlFile file, List<Dataset> datasets) throws ConfigException {
        Optional<SubsidyScheme> rule = file.root().flatMap(root -> new SubsidyLoader(file, datasets).rule(root));
        file.throwIfRefused();
        SubsidyScheme read =
                rule.orElseThrow(() -> new IllegalStateException("refused without a reason: " + file.name()));
        RuleLoader.refuse(file, read.parameters(), SubsidyFlaws.of(read));
        return read;
    }

    private Optional<SubsidyScheme> rule(YamlNode root) {
        Fields top = root.fields(SubsidyKeys.RULE);
        top.need("kind").ifPresent(kind -> kind.choice(Map.of(SubsidyKeys.KIND, true)));
        Optional<RuleHead> head = RuleLoader.head(top, file.digest());
        Optional<Source> source = SourceLoader.source(top);
        SubsidyScheme.Status status =
                top.word("status", SubsidyScheme.Status.class).orElse(SubsidyScheme.Status.BATCH);
        Optional<Rounding> rounding = top.need("rounding")
                .flatMap(branch -> RuleLoader.rounding(branch, SubsidyKeys.AMOUNTS, "subsidy.md#amount"));
        Map<String, Table> tables = top.get("tables").map(TableLoader::tables).orElse(Map.of());
        List<Subsidy> subsidies = top.need(SubsidyKeys.SUBSIDIES)
                .map(branch -> subsidies(branch, tables))
                .orElse(List.of());
        List<Check> checks = top.get(SubsidyKeys.CHECKS)
                .map(new CheckLoader(tables, node -> line(node, tables))::checks)
                .orElse(List.of());
        if (head.isEmpty()
                || source.isEmpty()
                || rounding.isEmpty()
                || !file.problems().isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(new SubsidyScheme(
                head.get(),
                source.get(),
                status,
                rounding.get(),
                tables,
                subsidies,
                checks,
                new NamedColumns(datasets, tables).reads(subsidies, checks),
                Parameters.of(root, PATHS.byId(), PATHS.passedOver())));
    }

    /** What the lines of a dataset may be asked in; nothing, and a problem, if it is none of claims or of subjects. */
    private Optional<LineWords> line(YamlNode node, Map<String, Table> tables) {
        Optional<Dataset> found = datasets.stream()
                .filter(SubsidyLoader::hasClaims)
                .filter(dataset -> dataset.id().equals(node.shown()))
                .findFirst();
        if (found.isEmpty() || !node.isScalar()) {
            node.refuseUnknown(
                    node.shown(),
                    "not_claims",
                    datasets.stream()
                            .filter(SubsidyLoader::hasClaims)
                            .map(Dataset::id)
                            .toList());
            return Optional.empty();
        }
        return found.map(dataset -> new LineWords(dataset, datasets, tables));
    }

    static boolean hasClaims(Dataset dataset) {
        return dataset.rows() == Dataset.Rows.CLAIM || dataset.rows() == Dataset.Rows.SUBJECT;
    }

    private List<Subsidy> subsidies(YamlNode branch, Map<String, Table> tables) {
        List<Subsidy> subsidies = new ArrayList<>();
        Set<String> ids = new HashSet<>();
        for (YamlNode each : branch.filled()) {
            Fields fields = each.fields(SubsidyKeys.SUBSIDY);
            String id = fields.need("id").flatMap(YamlNode::text).orElse("");
            if (!ids.add(id)) {
                each.refuseText(id, "doubled_id");
            }
            if (!id.isEmpty() && !RuleLoader.isId(id)) {
                each.refuseText(id, "not_an_id");
            }
            String name = fields.need("name").flatMap(YamlNode::text).orElse(id);
            fields.need("clause");
            fields.need("mark");
            fields.need("claims")
                    .flatMap(node -> line(node, tables))
                    .flatMap(line -> subsidy(fields, id, name, line, tables))
                    .ifPresent(subsidies::add);
        }
        return subsidies;
    }

    private static Optional<Subsidy> subsidy(
            Fields fields, String id, String name, LineWords line, Map<String, Table> tables) {
        AmountLoader amounts = new AmountLoader(tables, line);
        Optional<Subsidy.Claims> claims = claims(fields, line);
        List<Subsidy.Requirement> eligible = new ArrayList<>();
        fields.get("eligible")
                .map(YamlNode::filled)
                .orElse(List.of())
                .forEach(each -> requirement(each, line).ifPresent(eligible::add));
        Optional<Subsidy.Amount> amount = amounts.amount(fields);
        Optional<Bearing> bearing = amounts.bearing(fields);
        return claims.isPresent() && amount.isPresent() && bearing.isPresent()
                ? Optional.of(new Subsidy(
                        id,
                        name,
                        fields.text("clause", ""),
                        RuleLoader.mark(fields),
                        claims.get(),
                        eligible,
                        amount.get(),
                        bearing.get()))
                : Optional.empty();
    }

    /** Which lines it takes, whose they are, and which of their days counts. */
    private static Optional<Subsidy.Claims> claims(Fields fields, LineWords line) {
        Optional<Condition> where = fields.get("where").flatMap(line::condition);
        Optional<String> claimant = fields.need("claimant").flatMap(line::own);
        Optional<String> payee = fields.get("payee").flatMap(line::own).or(() -> claimant);
        if (line.isOfSubjects()) {
            // The day of a subject's line is the period's end.
            fields.get("day").ifPresent(node -> node.refuse("no_day_of_subjects"));
        } else {
            fields.need("day");
        }
        Optional<String> day = fields.get("day").flatMap(line::day);
        Optional<String> reference = fields.get("reference").flatMap(line::own);
        return claimant.map(column -> new Subsidy.Claims(
                line.dataset(),
                where,
                column,
                payee.orElse(column),
                day.orElse(""),
                reference.or(line::firstReference).orElse("")));
    }

    private static Optional<Subsidy.Requirement> requirement(YamlNode branch, LineWords line) {
        Optional<Condition> condition = line.condition(branch, "else", "clause", "mark");
        if (!branch.isMap()) {
            return Optional.empty();
        }
        Fields fields = branch.anyFields();
        Optional<String> otherwise = fields.need("else").flatMap(YamlNode::text);
        return condition.map(each -> new Subsidy.Requirement(
                each, otherwise.orElse(""), fields.text("clause", ""), RuleLoader.mark(fields)));
    }
}
