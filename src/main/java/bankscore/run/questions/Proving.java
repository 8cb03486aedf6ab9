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
import bankscore.rule.Parameter;
import bankscore.rule.Rule;
import bankscore.rule.Source;
import bankscore.rule.worked.Expected;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

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

    /** What is told besides, a line each. */
    List<String> notes(R rule, List<Dataset> datasets);

    /** What is worth a second look, a line each, with the line of the file. */
    default List<String> notes(R rule, List<Flaw> notes, Words words) {
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
                        note.path(),
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
        for (R each : rules(config.resolve("schemes"), rule, id, datasets)) {
            List<Worked> cases = cases(each, config.resolve("cases"), datasets);
            List<ConfigProblem> differences =
                    cases.stream().flatMap(one -> problems(one, words).stream()).toList();
            if (!differences.isEmpty()) {
                return new RuleProof(sound, differences);
            }
            sound.add(answer(each, cases.size(), datasets, words));
        }
        return new RuleProof(sound, List.of());
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
        notes(rule, datasets).forEach(note -> pieces.add(new Piece.Line(note)));
        words.text("lint.sign", "document", source(rule).document(), "digest", rule.digest())
                .lines()
                .forEach(line -> pieces.add(new Piece.Line(line)));
        return new Answer(sound(rule, cases), "", List.of(new Answer.Section("", pieces)));
    }

    /** Clause ↔ parameter ↔ mark, in the order of the file. */
    private Piece clauses(R rule, Words words) {
        List<List<String>> rows = new ArrayList<>();
        for (Parameter parameter : rule.parameters()) {
            String path = parameter.path();
            if (!HEAD.contains(path) && !path.startsWith("source.") && !path.startsWith("in_force.")) {
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
