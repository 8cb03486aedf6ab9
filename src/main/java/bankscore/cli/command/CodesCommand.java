package bankscore.cli.command;

import bankscore.cli.screen.ExitCode;
import bankscore.cli.screen.Terminal;
import bankscore.finding.CodeCatalogue;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code bankscore codes}: the printable catalogue of all finding codes; starts no database. */
@Command(name = "codes", resourceBundle = "usage", mixinStandardHelpOptions = true)
public final class CodesCommand implements Callable<Integer> {

    private final Terminal terminal;

    @Option(names = "--file", paramLabel = "FILE", descriptionKey = "codes")
    private @Nullable Path file;

    public CodesCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() {
        String catalogue = CodeCatalogue.markdown(terminal.words());
        Path target = file;
        if (target == null) {
            terminal.print(catalogue);
            return ExitCode.DONE.code();
        }
        try {
            Files.writeString(target, catalogue);
            return ExitCode.DONE.code();
        } catch (IOException e) {
            return terminal.failed(e, target);
        }
    }
}
