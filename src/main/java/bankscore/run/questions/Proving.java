package bankscore.run.questions;

import bankscore.answer.Answer;
import bankscore.answer.Answer.Piece;
import bankscore.finding.ConfigException;
import bankscore.finding.ConfigProblem;
import bankscore.finding.Words;
import bankscore.intake.Dataset;
import bankscore.load.dataset.DatasetLoader;
import bankscore.load.rule.RuleReader;
import bankscore.load.rule.RuleShelf;
import bankscore.load.yaml.Keys;
import bankscore.rule.Flaw;
import bankscore.rule.Mark;
import bankscore.rule.Parameter;
import bankscore.rule.Rule;
import bankscore.rule.Source;
import bankscore.rule.say.RuleClause;
import bankscore.rule.worked.Expected;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;

/** What must be known of a business to prove its rules: that their files are sound, and that their worked cases come out. */
public interface Proving<R extends Rule> {

    /** What every rule has and no one signs for. */
    List<String> HEAD = Keys.of("rule", "kind", "scheme", "title").names();

    /** How its rules are read. */
    RuleReader<R> reader();

    /** A worked case and what of it does not come out. */
    record Worked(String name, String file, List<Expected.Difference> differences) {
        public Worked {
            differences = List.copyOf(differences);
        }
    }

    /** The cases of a rule, worked. */
    List<Worked> cases(R rule, Path folder, List<Dataset> datasets) throws ConfigException;

    /** The document of a rule. */
    Source source(R rule);

    /** That a rule is sound and its cases come out, in one sentence. */
    String sound(R rule, int cases);

    /** What it says, in the order in which it is signed. */
    List<RuleClause> clauses(R rule, List<Dataset> datasets);

    /** The same with its clauses in the document's own numbering. */
    default List<RuleClause> cited(R rule, List<Dataset> datasets) {
        Source source = source(rule);
        return clauses(rule, datasets).stream()
                .map(each -> new RuleClause(each.name(), source.cited(each.clause()), each.mark(), each.text()))
                .toList();
    }

    /** What is signed as it stands besides the table of parameters; none if that says it all. */
    default List<String> sentences(R rule, List<Dataset> datasets) {
        return List.of();
    }

    /**
     * What is told besides, a line each.
     *
     * @param called what readers call what stands at a path of the file
     */
    List<String> notes(R rule, List<Dataset> datasets, UnaryOperator<String> called);

    /** What is worth a second look, a line each, with the line of the file. */
    default List<String> notes(R rule, List<Flaw> notes, UnaryOperator<String> called, Words words) {
        return notes.stream()
                .map(note -> words.text(
                        "lint.note",
                        "line",
                        rule.parameters().stream()
                                .filter(parameter -> parameter.isWithin(note.path()))
                                .mapToInt(Parameter::line)
                                .min()
                                .orElse(0),
                        "path",
                        called.apply(note.path()),
                        "note",
                        words.text("lint." + note.code(), "text", note.text())))
                .toList();
    }

    /**
     * Proves the rules of a configuration.
     *
     * @param config the folder of the configuration
     * @param rule of which they are versions; absent: any
     * @param id the version, or a worked example; absent: every one
     * @throws ConfigException if a file is refused or there is no such rule
     */
    default RuleProof prove(Path config, Optional<String> rule, Optional<String> id, Words words)
            throws ConfigException {
        List<Dataset> datasets = DatasetLoader.loadAll(config.resolve("datasets"));
        List<Answer> sound = new ArrayList<>();
        List<Answer> read = new ArrayList<>();
        for (R each : rules(config.resolve("schemes"), rule, id, datasets)) {
            List<Worked> cases = cases(each, config.resolve("cases"), datasets);
            List<ConfigProblem> differences =
                    cases.stream().flatMap(one -> problems(one, words).stream()).toList();
            if (!differences.isEmpty()) {
                return new RuleProof(sound, read, differences);
            }
            sound.add(answer(each, cases.size(), datasets, words));
            read.add(read(each, datasets, words));
        }
        return new RuleProof(sound, read, List.of());
    }

    private List<R> rules(Path folder, Optional<String> rule, Optional<String> id, List<Dataset> datasets)
            throws ConfigException {
        Path examples = folder.resolve("examples");
        boolean example = id.isPresent() && Files.isRegularFile(examples.resolve(id.get() + ".yaml"));
        RuleShelf<R> shelf = RuleShelf.read(example ? examples : folder, datasets, reader());
        return id.isPresent() ? List.of(shelf.byId(id.get())) : shelf.versions(rule);
    }

    private static List<ConfigProblem> problems(Worked one, Words words) {
        String nothing = words.text("word.none");
        return one.differences().stream()
                .map(difference -> new ConfigProblem(
                        one.file(),
                        difference.expected().line(),
                        difference.expected().path(),
                        "case_differs",
                        Map.of(
                                "name", one.name(),
                                "expected", difference.expected().value(),
                                "found", difference.found().orElse(nothing))))
                .toList();
    }

    private Answer answer(R rule, int cases, List<Dataset> datasets, Words words) {
        List<Piece> pieces = new ArrayList<>();
        pieces.add(clauses(rule, words));
        sentences(rule, datasets).forEach(sentence -> pieces.add(new Piece.Line(sentence)));
        notes(rule, datasets, UnaryOperator.identity()).forEach(note -> pieces.add(new Piece.Line(note)));
        words.text("lint.sign", "document", source(rule).document(), "digest", rule.digest())
                .lines()
                .forEach(line -> pieces.add(new Piece.Line(line)));
        return new Answer(sound(rule, cases), "", List.of(new Answer.Section("", pieces)));
    }

    /** Clause ↔ sentence ↔ mark, then the numbers by name, then what is not computed and what is worth a second look. */
    private Answer read(R rule, List<Dataset> datasets, Words words) {
        ParameterNames names = new ParameterNames(rule, words);
        List<Answer.Section> sections = new ArrayList<>();
        sections.add(section(
                words,
                "clauses",
                new Piece.Table(
                        List.of(words.text("rule.read.clauses.head").split("\\|", -1)),
                        cited(rule, datasets).stream()
                                .map(each -> List.of(
                                        each.name(),
                                        clause(each.clause(), words),
                                        mark(each.mark(), words),
                                        each.text()))
                                .toList())));
        List<Source.NotComputed> left = source(rule).notComputed();
        if (!left.isEmpty()) {
            sections.add(section(
                    words,
                    "not_computed",
                    new Piece.Table(
                            List.of(words.text("rule.read.not_computed.head").split("\\|", -1)),
                            left.stream()
                                    .map(each -> List.of(clause(source(rule).cited(each.clause()), words), each.why()))
                                    .toList())));
        }
        sections.add(section(
                words,
                "numbers",
                new Piece.Table(
                        List.of(words.text("rule.read.numbers.head").split("\\|", -1)),
                        rule.parameters().stream()
                                .filter(each -> each.exact().isPresent() && !isHead(each.path()))
                                .map(each -> List.of(
                                        names.of(each.path()),
                                        each.value(),
                                        clause(source(rule).cited(each.clause()), words),
                                        mark(each.mark(), words),
                                        Integer.toString(each.line())))
                                .toList())));
        List<String> notes = notes(rule, datasets, names::of);
        if (!notes.isEmpty()) {
            sections.add(new Answer.Section(
                    words.text("rule.read.notes"),
                    notes.stream().<Piece>map(Piece.Line::new).toList()));
        }
        return new Answer(
                rule.title(),
                words.text(
                        "rule.read.of",
                        "document",
                        source(rule).document(),
                        "number",
                        source(rule).number().isEmpty()
                                ? ""
                                : words.text(
                                        "rule.read.number",
                                        "number",
                                        source(rule).number()),
                        "force",
                        words.text(
                                rule.to().isPresent() ? "word.span" : "word.span.open",
                                "from",
                                words.date(rule.from()),
                                "to",
                                rule.to().map(words::date).orElse("")),
                        "scheme",
                        rule.id(),
                        "digest",
                        rule.digest()),
                sections);
    }

    private static Answer.Section section(Words words, String key, Piece.Table table) {
        return new Answer.Section(words.text("rule.read." + key), List.of(table));
    }

    private static String clause(String cited, Words words) {
        return cited.isEmpty() ? words.text("rule.read.no_clause") : cited;
    }

    private static String mark(Mark mark, Words words) {
        return words.text("mark." + mark.name());
    }

    private static boolean isHead(String path) {
        return HEAD.contains(path) || path.startsWith("source.") || path.startsWith("in_force.");
    }

    /** Clause ↔ parameter ↔ mark, in the order of the file. */
    private Piece clauses(R rule, Words words) {
        List<List<String>> rows = new ArrayList<>();
        for (Parameter parameter : rule.parameters()) {
            String path = parameter.path();
            if (!isHead(path)) {
                rows.add(List.of(
                        parameter.clause().isEmpty() ? "—" : source(rule).cited(parameter.clause()),
                        path,
                        parameter.value(),
                        words.text("mark." + parameter.mark().name()),
                        Integer.toString(parameter.line())));
            }
        }
        return new Piece.Table(List.of(words.text("lint.head").split("\\|", -1)), rows);
    }
}
