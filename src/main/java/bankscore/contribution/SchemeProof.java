package bankscore.contribution;

import bankscore.answer.Answer.Piece;
import bankscore.answer.Answer;
import bankscore.contribution.judge.RuleCase;
import bankscore.contribution.load.CaseLoader;
import bankscore.contribution.load.SchemeLoader;
import bankscore.contribution.scheme.Scheme;
import bankscore.contribution.scheme.SchemeChecks;
import bankscore.finding.ConfigException;
import bankscore.finding.ConfigProblem;
import bankscore.finding.Words;
import bankscore.intake.Dataset;
import bankscore.load.DatasetLoader;
import bankscore.load.RuleShelf;
import bankscore.rule.Parameter;
import bankscore.run.questions.RuleProof;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Proves schemes: that their files are sound, and that their worked cases come out. */
final class SchemeProof {

    /** What every rule has and no one signs for. */
    private static final Set<String> HEAD = Set.of("rule", "scheme", "title");

    private SchemeProof() {}

    /**
     * Proves the schemes of a configuration.
     *
     * @param config the folder of the configuration
     * @param rule of which they are versions; absent: any
     * @param id the scheme, or a worked example; absent: every one
     * @throws ConfigException if a file is refused or there is no such scheme
     */
    static RuleProof of(Path config, Optional<String> rule, Optional<String> id, Words words) throws ConfigException {
        List<Dataset> datasets = DatasetLoader.loadAll(config.resolve("datasets"));
        List<Answer> sound = new ArrayList<>();
        for (Scheme scheme : schemes(config.resolve("schemes"), rule, id, datasets)) {
            List<RuleCase> cases = CaseLoader.loadAll(config.resolve("cases"), scheme.id(), datasets);
            List<ConfigProblem> differences = differences(scheme, cases, words);
            if (!differences.isEmpty()) {
                return new RuleProof(sound, differences);
            }
            sound.add(answer(scheme, cases.size(), words));
        }
        return new RuleProof(sound, List.of());
    }

    private static List<Scheme> schemes(
            Path folder, Optional<String> rule, Optional<String> id, List<Dataset> datasets) throws ConfigException {
        RuleShelf<Scheme> shelf = RuleShelf.load(folder, datasets, SchemeLoader::load);
        if (id.isEmpty()) {
            return shelf.all().stream()
                    .filter(each -> rule.isEmpty() || each.rule().equals(rule.get()))
                    .toList();
        }
        Path examples = folder.resolve("examples");
        boolean example = Files.isRegularFile(examples.resolve(id.get() + ".yaml"));
        return List.of((example ? RuleShelf.load(examples, datasets, SchemeLoader::load) : shelf).byId(id.get()));
    }

    private static List<ConfigProblem> differences(Scheme scheme, List<RuleCase> cases, Words words) {
        String nothing = words.text("word.none");
        List<ConfigProblem> problems = new ArrayList<>();
        for (RuleCase one : cases) {
            for (RuleCase.Difference difference : one.differences(scheme)) {
                problems.add(new ConfigProblem(
                        one.file(),
                        difference.expected().line(),
                        difference.expected().path(),
                        "case_differs",
                        Map.of(
                                "name", one.name(),
                                "expected", difference.expected().value(),
                                "found", difference.found().orElse(nothing))));
            }
        }
        return problems;
    }

    private static Answer answer(Scheme scheme, int cases, Words words) {
        List<Piece> pieces = new ArrayList<>();
        pieces.add(clauses(scheme, words));
        List<String> absent = SchemeChecks.absentKeys(scheme);
        if (!absent.isEmpty()) {
            pieces.add(new Piece.Line(words.text("lint.absent", "keys", String.join(", ", absent))));
        }
        words.text("lint.sign", "document", scheme.source().document(), "digest", scheme.digest())
                .lines()
                .forEach(line -> pieces.add(new Piece.Line(line)));
        return new Answer(
                words.text(
                        "lint.sound",
                        "scheme",
                        scheme.id(),
                        "title",
                        scheme.title(),
                        "items",
                        scheme.items().size(),
                        "parameters",
                        scheme.parameters().size(),
                        "cases",
                        cases),
                "",
                List.of(new Answer.Section("", pieces)));
    }

    /** Clause ↔ parameter ↔ mark, in the order of the file. */
    private static Piece clauses(Scheme scheme, Words words) {
        List<List<String>> rows = new ArrayList<>();
        for (Parameter parameter : scheme.parameters()) {
            String path = parameter.path();
            if (!HEAD.contains(path) && !path.startsWith("source.") && !path.startsWith("in_force.")) {
                rows.add(List.of(
                        parameter.clause().isEmpty() ? "—" : scheme.source().cited(parameter.clause()),
                        path,
                        parameter.value(),
                        words.text("mark." + parameter.mark().name()),
                        Integer.toString(parameter.line())));
            }
        }
        return new Piece.Table(List.of(words.text("lint.head").split("\\|", -1)), rows);
    }
}
