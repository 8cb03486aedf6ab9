package bankscore.cli.command;

import bankscore.cli.screen.ExitCode;
import bankscore.cli.screen.Terminal;
import bankscore.cli.screen.TextTable;
import bankscore.contribution.judge.RuleCase;
import bankscore.contribution.load.CaseLoader;
import bankscore.contribution.load.SchemeLoader;
import bankscore.contribution.scheme.Scheme;
import bankscore.contribution.scheme.SchemeChecks;
import bankscore.finding.ConfigException;
import bankscore.finding.ConfigProblem;
import bankscore.intake.Dataset;
import bankscore.load.DatasetLoader;
import bankscore.load.RuleShelf;
import bankscore.rule.Parameter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/**
 * {@code bankscore lint}: whether the rule files are sound and their worked cases come out; starts no database.
 *
 * <p>Without a name it takes every scheme of {@code config/schemes}; a worked example is taken by its name.
 */
@Command(name = "lint", resourceBundle = "usage", mixinStandardHelpOptions = true)
public final class LintCommand implements Callable<Integer> {

    /** What every scheme has and no one signs for. */
    private static final Set<String> HEAD = Set.of("rule", "scheme", "title");

    private final Terminal terminal;

    @Parameters(index = "0", arity = "0..1", paramLabel = "SCHEME", descriptionKey = "scheme")
    private @Nullable String scheme;

    @Mixin
    private Folders places = new Folders();

    public LintCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() {
        try {
            List<Dataset> datasets = DatasetLoader.loadAll(places.config().resolve("datasets"));
            for (Scheme each : schemes(datasets)) {
                int cases = checkCases(each, datasets);
                show(each, cases);
            }
            return ExitCode.DONE.code();
        } catch (ConfigException e) {
            return terminal.refused(e);
        }
    }

    private List<Scheme> schemes(List<Dataset> datasets) throws ConfigException {
        Path folder = places.config().resolve("schemes");
        RuleShelf<Scheme> shelf = RuleShelf.load(folder, datasets, SchemeLoader::load);
        if (scheme == null) {
            return shelf.all();
        }
        Path examples = folder.resolve("examples");
        if (Files.isRegularFile(examples.resolve(scheme + ".yaml"))) {
            return List.of(RuleShelf.load(examples, datasets, SchemeLoader::load).byId(scheme));
        }
        return List.of(shelf.byId(scheme));
    }

    private int checkCases(Scheme each, List<Dataset> datasets) throws ConfigException {
        List<RuleCase> cases = CaseLoader.loadAll(places.config().resolve("cases"), each.id(), datasets);
        String nothing = terminal.words().text("word.none");
        List<ConfigProblem> problems = new ArrayList<>();
        for (RuleCase one : cases) {
            for (RuleCase.Difference difference : one.differences(each)) {
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
        if (!problems.isEmpty()) {
            throw new ConfigException(problems);
        }
        return cases.size();
    }

    private void show(Scheme each, int cases) {
        terminal.say(
                "cli.lint_sound",
                "scheme",
                each.id(),
                "title",
                each.title(),
                "items",
                each.items().size(),
                "parameters",
                each.parameters().size(),
                "cases",
                cases);
        if (!places.isQuiet()) {
            table(each).lines().forEach(terminal::line);
            List<String> absent = SchemeChecks.absentKeys(each);
            if (!absent.isEmpty()) {
                terminal.say("cli.lint_absent", "keys", String.join(", ", absent));
            }
            terminal.say("cli.lint_sign", "document", each.source().document(), "digest", each.digest());
        }
    }

    /** Clause ↔ parameter ↔ mark, in the order of the file. */
    private TextTable table(Scheme each) {
        TextTable table = new TextTable();
        table.add(
                terminal.words().text("cli.lint_clause"),
                terminal.words().text("cli.lint_parameter"),
                terminal.words().text("cli.lint_value"),
                terminal.words().text("cli.lint_mark"),
                terminal.words().text("cli.lint_line"));
        for (Parameter parameter : each.parameters()) {
            String path = parameter.path();
            if (!HEAD.contains(path) && !path.startsWith("source.") && !path.startsWith("in_force.")) {
                table.add(
                        parameter.clause().isEmpty() ? "—" : parameter.clause(),
                        path,
                        parameter.value(),
                        terminal.words().text("mark." + parameter.mark().name()),
                        Integer.toString(parameter.line()));
            }
        }
        return table;
    }
}
