package bankscore.cli;

import bankscore.domain.scheme.Scheme;
import bankscore.load.ConfigException;
import bankscore.load.DatasetLoader;
import bankscore.load.SchemeShelf;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** {@code bankscore lint}: whether the rule files are sound; starts no database. */
@Command(name = "lint", resourceBundle = "usage", mixinStandardHelpOptions = true)
final class LintCommand implements Callable<Integer> {

    private final Terminal terminal;

    @Parameters(index = "0", arity = "0..1", paramLabel = "SCHEME", descriptionKey = "scheme")
    private @Nullable String scheme;

    @Mixin
    private Places places = new Places();

    LintCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() {
        try {
            SchemeShelf shelf = SchemeShelf.load(
                    places.config().resolve("schemes"),
                    DatasetLoader.columns(DatasetLoader.loadAll(places.config().resolve("datasets"))));
            List<Scheme> schemes = scheme == null ? shelf.all() : List.of(shelf.byId(scheme));
            for (Scheme each : schemes) {
                terminal.say(
                        "cli.lint_sound",
                        "scheme",
                        each.id(),
                        "items",
                        each.items().size(),
                        "parameters",
                        each.parameters().size());
            }
            return ExitCode.DONE.code();
        } catch (ConfigException e) {
            return terminal.refused(e);
        }
    }
}
