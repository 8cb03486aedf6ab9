package bankscore.cli.command;

import bankscore.answer.Answer;
import bankscore.cli.screen.ExitCode;
import bankscore.cli.screen.Terminal;
import bankscore.finding.ConfigException;
import bankscore.front.Folders;
import bankscore.front.Known;
import bankscore.run.questions.RuleProof;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/**
 * {@code bankscore lint}: whether the rule files are sound and their worked cases come out; starts no database.
 *
 * <p>Without a name it takes every scheme of {@code config/schemes}; a worked example is taken by its name. With {@code
 * --schema} it prints the JSON Schemas of all files, or the one that is named.
 */
@Command(name = "lint", resourceBundle = "usage", mixinStandardHelpOptions = true)
public final class LintCommand implements Callable<Integer> {

    private final Terminal terminal;

    @Parameters(index = "0", arity = "0..1", paramLabel = "SCHEME", descriptionKey = "scheme")
    private @Nullable String scheme;

    @Option(names = "--schema", descriptionKey = "schema")
    private boolean schema;

    @Mixin
    private Folders places = new Folders();

    public LintCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() {
        if (schema) {
            return printed();
        }
        try {
            RuleProof proof = Known.APPLICATIONS.prove(
                    places.config(), places.rule(), Optional.ofNullable(scheme), terminal.words());
            for (Answer rule : proof.sound()) {
                terminal.line(rule.title());
                if (!places.isQuiet()) {
                    rule.sections().forEach(section -> section.pieces().forEach(terminal::show));
                }
            }
            return proof.differences().isEmpty()
                    ? ExitCode.DONE.code()
                    : terminal.refused(new ConfigException(proof.differences()));
        } catch (ConfigException e) {
            return terminal.refused(e);
        }
    }

    /** What an editor must know of the files, for it to read and not for people. */
    private int printed() {
        Optional<String> text = Known.APPLICATIONS.schema(terminal.words(), Optional.ofNullable(scheme));
        if (text.isEmpty()) {
            terminal.complain(
                    "cli.lint.no_schema",
                    "name",
                    String.valueOf(scheme),
                    "known",
                    String.join(
                            "、", Known.APPLICATIONS.schemas(terminal.words()).keySet()));
            return ExitCode.USAGE.code();
        }
        terminal.print(text.get());
        return ExitCode.DONE.code();
    }
}
