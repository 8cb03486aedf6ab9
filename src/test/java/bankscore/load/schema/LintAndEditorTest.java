package bankscore.load.schema;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import bankscore.cli.CommandsInProcess;
import bankscore.finding.ConfigException;
import bankscore.finding.ConfigProblem;
import bankscore.front.Known;
import bankscore.intake.Dataset;
import bankscore.load.LetterSettings;
import bankscore.load.Settings;
import bankscore.load.SignersFile;
import bankscore.load.dataset.DatasetLoader;
import bankscore.load.rule.RuleKind;
import bankscore.load.yaml.YamlFile;
import bankscore.machine.FolderCopy;
import java.io.IOException;
import java.io.StringReader;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.yaml.snakeyaml.DumperOptions;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.NodeTuple;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;

/**
 * What lint says of a file against what an editor underlines by the schema: an editor never underlines what lint takes, and
 * it sees what a schema can see of what lint refuses.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class LintAndEditorTest {

    private static final long SEED = 20261127;
    /** So many changes are made to each file. */
    private static final int CHANGES = 20;

    /** What is wrong with the form of a file, wherever it stands; names of columns and measures are no form. */
    private static final Set<String> OF_FORM = Set.of(
            "unknown_key",
            "missing_key",
            "not_a_map",
            "not_a_list",
            "not_a_text",
            "empty_list",
            "not_exact",
            "not_whole",
            "not_a_date",
            "one_method",
            "unknown_method",
            "one_condition",
            "one_comparison",
            "not_a_row_check",
            "not_a_range",
            "not_a_period");

    /** What is wrong with a name, and whatever follows from it. */
    private static final Set<String> OF_NAMES = Set.of("unknown_word", "unknown_name", "unknown_column");

    /** What a schema cannot see: a clause cited that is not listed, which of a row are words, what a dataset has of itself. */
    private static final Pattern UNSEEN =
            Pattern.compile("source[.](cited|clauses).*|tables[.].*[.]rows.*|subsidies[.]day");

    @TempDir
    static Path config = Path.of("");

    private List<Dataset> datasets = List.of();
    private Map<Path, String> files = Map.of();

    @BeforeAll
    void read() throws Exception {
        datasets = DatasetLoader.loadAll(Path.of("config/datasets"));
        files = EditorSchemasTest.shipped();
        config = FolderCopy.of(Path.of("config"), config.resolve("config"));
    }

    /** Each of the shipped files changed at random: a value of another form, a key too many or too few. */
    @Test
    void an_editor_underlines_nothing_that_lint_takes_and_every_fault_of_form() throws Exception {
        Random dice = new Random(SEED);
        List<String> apart = new ArrayList<>();
        int refused = 0;
        int taken = 0;
        for (Map.Entry<Path, String> file : files.entrySet()) {
            if (file.getValue().startsWith("case-") || file.getValue().equals("signers")) {
                continue;
            }
            EditorSchema schema = EditorSchema.of(file.getValue());
            String text = Files.readString(file.getKey());
            List<Change> changes = new ArrayList<>();
            changes(compose(text), "", "", changes);
            Collections.shuffle(changes, dice);
            for (Change change : changes.subList(0, Math.min(CHANGES, changes.size()))) {
                Node root = compose(text);
                change.to(root);
                String changed = printed(root);
                Set<String> said = lint(file.getKey(), file.getValue(), changed);
                List<String> underlined = schema.underlined(changed);
                boolean seen = said.stream().anyMatch(OF_FORM::contains)
                        && said.stream().noneMatch(OF_NAMES::contains)
                        && !UNSEEN.matcher(change.at()).matches();
                if (said.isEmpty()) {
                    taken++;
                } else {
                    refused++;
                }
                if (said.isEmpty() && !underlined.isEmpty()) {
                    apart.add(file.getKey() + " " + change + " is taken by lint, but " + underlined.get(0));
                }
                if (seen && underlined.isEmpty()) {
                    apart.add(file.getKey() + " " + change + " is refused by lint and not underlined: " + said);
                }
            }
        }

        assertThat(apart).isEmpty();
        assertThat(refused).isGreaterThan(500);
        assertThat(taken).isGreaterThan(100);
    }

    /** Mistakes as people make them. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '\'', textBlock = """
            schemes/shangrao-2022.yaml       | full_points: 100         | full_point: 100
            schemes/shangrao-2022.yaml       | full_points: 100         | full_points: hundred
            schemes/shangrao-2022.yaml       | full_points: 100         | full_points: [100]
            schemes/shangrao-2022.yaml       | full_points: 100         | 'full_points: "1e2"'
            schemes/shangrao-2022.yaml       | 'rule: shangrao'         | 'rules: shangrao'
            schemes/shangrao-2022.yaml       | mode: half_up            | mode: half
            schemes/shangrao-2022.yaml       | 'rounding: {points: 2'   | 'rounding: {points: 7'
            schemes/shangrao-2022.yaml       | ties: same               | ties: random
            schemes/shangrao-2022.yaml       | kind: bonus              | kind: gift
            schemes/shangrao-2022.yaml       | mark: text               | mark: sure
            schemes/shangrao-2022.yaml       | of: mean                 | of: median
            schemes/shangrao-2022.yaml       | no_base: zero            | no_base: nought
            schemes/shangrao-2022.yaml       | steps: whole             | steps: half
            schemes/shangrao-2022.yaml       | ratio_to_best            | ratio_to_worst
            schemes/shangrao-2022.yaml       | '{full: 30}'             | '{full: 30, most: 40}'
            schemes/shangrao-2022.yaml       | '{full: 30}'             | '{}'
            schemes/shangrao-2022.yaml       | 'in_force: {from: 2022-01-13}' | 'in_force: {from: 2022/1/13}'
            schemes/shangrao-2022.yaml       | 'in_force: {from: 2022-01-13}' | 'in_force: {to: 2022-01-13}'
            schemes/shangrao-2022.yaml       | lot: 1                   | lot: 0
            schemes/shangrao-2022.yaml       | 收回: withdraw_now       | 收回: withdraw
            schemes/shangrao-2022.yaml       | outside: keep            | outside: drop
            schemes/shangrao-2022.yaml       | share_by: total          | 'share_by: {above: 60, parts: []}'
            schemes/shangrao-2022.yaml       | '{points: 0}'            | '{point: 0}'
            schemes/shangrao-2022.yaml       | 'from: 500, points: 5'   | 'from: 500, points: five'
            schemes/jinhua-2024.yaml         | 'kind: subsidy'          | 'kind: subsidies'
            schemes/jinhua-2024.yaml         | 'rate: 50%'              | 'rate: 50'
            schemes/jinhua-2024.yaml         | 'rate: 50%'              | 'rate: -50%'
            schemes/jinhua-2024.yaml         | one_of                   | one_off
            schemes/jinhua-2024.yaml         | 'unique: [policy_no]'    | 'unique: []'
            schemes/jinhua-2024.yaml         | 'unique: [policy_no]'    | 'unique: policy_no'
            schemes/jinhua-2024.yaml         | within: in_force         | within: forever
            schemes/jinhua-2024.yaml         | '{amount: 10000,'        | '{amount: 10000, percent: 5,'
            schemes/jinhua-2024.yaml         | '{amount: 10000,'        | '{'
            schemes/jinhua-2024.yaml         | '{by: date,'             | '{by: day,'
            schemes/shangrao-watch-2022.yaml | 'kind: watch'            | 'kind: watches'
            schemes/shangrao-watch-2022.yaml | progress: true           | progress: maybe
            schemes/shangrao-watch-2022.yaml | 'when: {'                | 'when: {hit: 1, '
            datasets/tax.yaml                | kind: money              | kind: cash
            datasets/tax.yaml                | 'rows: '                 | 'row: '
            datasets/tax.yaml                | identifying: true        | identifying: maybe
            bankscore.yaml                   | 'rule: '                 | 'rules: '
            """)
    void what_lint_refuses_is_underlined_as_far_as_a_schema_can_see(String name, String right, String wrong)
            throws Exception {
        Path file = Path.of("config").resolve(name);
        String text = Files.readString(file);
        assertThat(text).contains(right);
        int at = text.indexOf(right);
        String changed = text.substring(0, at) + wrong + text.substring(at + right.length());
        String kind = files.getOrDefault(file, "");

        assertThat(lint(file, kind, changed)).isNotEmpty();
        assertThat(EditorSchema.of(kind).underlined(changed)).isNotEmpty();
    }

    /** Mistakes in worked cases, of every kind of rule. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '\'', textBlock = """
            shangrao-2022/odd-rest.yaml    | 'name: '                 | 'names: '
            shangrao-2022/odd-rest.yaml    | period: 2022Q4           | period: 2022Q5
            shangrao-2022/odd-rest.yaml    | period: 2022Q4           | perid: 2022Q4
            shangrao-2022/odd-rest.yaml    | 'banks: [A, B]'          | 'banks: A'
            shangrao-2022/odd-rest.yaml    | 'pools: {社会保险基金: 101.50}' | 'pools: [101.50]'
            shangrao-2022/odd-rest.yaml    | 'pools: {社会保险基金: 101.50}' | 'pools: {社会保险基金: all}'
            shangrao-2022/odd-rest.yaml    | 'totals: {A: 60'         | 'total: {A: 60'
            shangrao-2022/odd-rest.yaml    | 'targets: {A'            | 'target: {A'
            shangrao-2022/odd-rest.yaml    | 'expect:'                | 'expects:'
            shangrao-2022/ten-banks.yaml   | 'opened: 2022-01-01'     | 'opened: 2022/01/01'
            shangrao-2022/ten-banks.yaml   | 'opened: 2022-01-01'     | 'open: 2022-01-01'
            jinhua-2024/refused.yaml       | 'claims:'                | 'claim:'
            jinhua-2024/refused.yaml       | 'period: 2024Q4'         | 'period: 2024'
            jinhua-2024/refused.yaml       | 'expect:'                | 'expects:'
            shangrao-watch-2022/ratio.yaml | 'subjects:'              | 'subject:'
            shangrao-watch-2022/ratio.yaml | '全市存贷比: 77.97'      | '全市存贷比: high'
            shangrao-watch-2022/ratio.yaml | 'period: 2022Q4'         | 'period: [2022Q4]'
            shangrao-watch-2022/ratio.yaml | 'expect:'                | 'expects:'
            """)
    void what_lint_refuses_in_a_case_is_underlined(String name, String right, String wrong) throws Exception {
        Path file = Path.of("config/cases").resolve(name);
        String text = Files.readString(file);
        assertThat(text).contains(right);
        Path copy = config.resolve("cases").resolve(name);
        Files.writeString(copy, text.replaceFirst(Pattern.quote(right), wrong));
        try {
            String rule = String.valueOf(file.resolveSibling("").getFileName());
            CommandsInProcess.Said said = new CommandsInProcess(config.resolveSibling("output"))
                    .type("lint", rule, "--config", config.toString());
            assertThat(said.code()).as(said.text()).isEqualTo(4);
            assertThat(EditorSchema.of(files.getOrDefault(file, "")).underlined(Files.readString(copy)))
                    .isNotEmpty();
        } finally {
            Files.writeString(copy, text);
        }
    }

    /** Mistakes in the list of those who sign. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '\'', textBlock = """
            'name: 王五'       | 'names: 王五'
            'name: 王五, '     | ''
            'name: 王五'       | 'name: [王五]'
            'key: MC'          | 'key: 密钥'
            'roles: [复核]'    | 'roles: [审批]'
            'roles: [复核]'    | 'roles: []'
            'roles: [复核]'    | 'roles: 复核'
            'from: 2026-11-27' | 'from: 2026年11月27日'
            'from: 2026-11-27' | 'since: 2026-11-27'
            'to: 2026-12-31'   | 'to: 永久'
            '- {'              | '{'
            """)
    void what_is_refused_in_the_list_of_signers_is_underlined(String right, String wrong) throws Exception {
        String text = "- {name: 王五, key: MCowBQYDK2VwAyEAsuHUlorkFRjufild55mmZOaK7X/Gk4mtFlPxZr2k9OM=, roles: [复核], "
                + "from: 2026-11-27, to: 2026-12-31}\n";
        assertThat(text).contains(right);
        String changed = text.replace(right, wrong);
        EditorSchema schema = EditorSchema.of("signers");
        Path folder = Files.createDirectories(config.resolveSibling("signers"));

        Files.writeString(folder.resolve(SignersFile.NAME), text);
        assertThat(SignersFile.load(folder)).hasSize(1);
        assertThat(schema.underlined(text)).isEmpty();
        Files.writeString(folder.resolve(SignersFile.NAME), changed);
        assertThatThrownBy(() -> SignersFile.load(folder)).isInstanceOf(ConfigException.class);
        assertThat(schema.underlined(changed)).isNotEmpty();
    }

    /** The codes of what lint refuses in a file, as if it lay where it does. */
    private Set<String> lint(Path file, String kind, String text) throws IOException {
        YamlFile changed = YamlFile.of(file.toString(), text);
        try {
            switch (kind) {
                case "rule" ->
                    Known.APPLICATIONS
                            .ofKind(RuleKind.of(changed).kind())
                            .orElseThrow(() -> new ConfigException(
                                    List.of(RuleKind.of(changed).refused("unknown_kind", ""))))
                            .rules()
                            .read(changed, datasets);
                case "dataset" -> {
                    List<YamlFile> all = new ArrayList<>(List.of(changed));
                    for (Path other : YamlFile.allIn(Path.of("config/datasets"))) {
                        if (!other.equals(file)) {
                            all.add(YamlFile.read(other, other.toString()));
                        }
                    }
                    DatasetLoader.load(all);
                }
                case "bankscore" -> Settings.of(changed);
                default -> LetterSettings.of(Optional.of(changed), Optional.empty());
            }
        } catch (ConfigException e) {
            return e.problems().stream().map(ConfigProblem::code).collect(Collectors.toCollection(TreeSet::new));
        }
        return Set.of();
    }

    private enum Kind {
        TO_LIST,
        TO_MAP,
        TO_WORD,
        TO_NUMBER,
        EMPTIED,
        KEY_MORE,
        KEY_LESS
    }

    /**
     * Something that is done at a place.
     *
     * @param path the numbers of the branches that lead there
     * @param at the keys that lead there
     */
    private record Change(String path, String at, Kind kind) {

        void to(Node root) {
            String[] steps = path.isEmpty() ? new String[0] : path.substring(1).split("/", -1);
            Node parent = root;
            for (int i = 0; i + 1 < steps.length; i++) {
                parent = child(parent, Integer.parseInt(steps[i]));
            }
            int last = steps.length == 0 ? -1 : Integer.parseInt(steps[steps.length - 1]);
            Node node = last < 0 ? root : child(parent, last);
            switch (kind) {
                case TO_LIST -> put(parent, last, compose("[x]"));
                case TO_MAP -> put(parent, last, compose("{x: y}"));
                case TO_WORD -> put(parent, last, compose("甲乙丙"));
                case TO_NUMBER -> put(parent, last, compose("1"));
                case EMPTIED -> put(parent, last, compose(node instanceof MappingNode ? "{}" : "[]"));
                case KEY_MORE -> {
                    MappingNode mapping = (MappingNode) node;
                    List<NodeTuple> tuples = new ArrayList<>(mapping.getValue());
                    tuples.add(((MappingNode) compose("{zzz: 1}")).getValue().get(0));
                    mapping.setValue(tuples);
                }
                case KEY_LESS -> {
                    MappingNode mapping = (MappingNode) parent;
                    List<NodeTuple> tuples = new ArrayList<>(mapping.getValue());
                    tuples.remove(last);
                    mapping.setValue(tuples);
                }
            }
        }

        private static Node child(Node parent, int at) {
            return parent instanceof MappingNode mapping
                    ? mapping.getValue().get(at).getValueNode()
                    : ((SequenceNode) parent).getValue().get(at);
        }

        private static void put(Node parent, int at, Node value) {
            if (parent instanceof MappingNode mapping) {
                List<NodeTuple> tuples = new ArrayList<>(mapping.getValue());
                tuples.set(at, new NodeTuple(tuples.get(at).getKeyNode(), value));
                mapping.setValue(tuples);
            } else {
                ((SequenceNode) parent).getValue().set(at, value);
            }
        }
    }

    private static void changes(Node node, String path, String at, List<Change> changes) {
        if (!path.isEmpty()) {
            for (Kind kind : List.of(Kind.TO_LIST, Kind.TO_MAP, Kind.TO_WORD, Kind.TO_NUMBER)) {
                changes.add(new Change(path, at, kind));
            }
        }
        if (node instanceof MappingNode mapping) {
            changes.add(new Change(path, at, Kind.KEY_MORE));
            for (int i = 0; i < mapping.getValue().size(); i++) {
                NodeTuple tuple = mapping.getValue().get(i);
                String key = ((ScalarNode) tuple.getKeyNode()).getValue();
                String below = at.isEmpty() ? key : at + "." + key;
                changes.add(new Change(path + "/" + i, below, Kind.KEY_LESS));
                changes(tuple.getValueNode(), path + "/" + i, below, changes);
            }
        } else if (node instanceof SequenceNode sequence) {
            for (int i = 0; i < sequence.getValue().size(); i++) {
                changes(sequence.getValue().get(i), path + "/" + i, at, changes);
            }
        }
        if (!(node instanceof ScalarNode) && !path.isEmpty()) {
            changes.add(new Change(path, at, Kind.EMPTIED));
        }
    }

    private static Node compose(String text) {
        return new Yaml(new LoaderOptions()).compose(new StringReader(text));
    }

    private static String printed(Node node) {
        DumperOptions options = new DumperOptions();
        options.setAllowUnicode(true);
        StringWriter out = new StringWriter();
        new Yaml(options).serialize(node, out);
        return out.toString();
    }
}
