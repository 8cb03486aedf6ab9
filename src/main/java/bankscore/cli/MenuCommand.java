package bankscore.cli;

import bankscore.cli.screen.Terminal;
import bankscore.front.Desktop;
import bankscore.front.Folders;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** {@code bankscore menu}: what is done every quarter, by number; for who has no browser at hand. */
@Command(name = "menu", resourceBundle = "usage", mixinStandardHelpOptions = true)
public final class MenuCommand implements Callable<Integer> {

    private final Terminal terminal;

    @Spec
    private @Nullable CommandSpec command;

    public MenuCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() throws IOException {
        CommandSpec known = Objects.requireNonNull(command).root();
        Desktop desktop = new Desktop(System.getProperty("os.name", ""), terminal.environment());
        BufferedReader in = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
        return new Menu(terminal, in, new Folders(), known.commandLine()::execute, desktop::show).show();
    }
}
