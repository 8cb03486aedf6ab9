package bankscore.cli.command.quarter;

import bankscore.cli.screen.Terminal;
import bankscore.run.Prepared;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code bankscore check 2022Q4}. */
@Command(name = "check", resourceBundle = "usage", mixinStandardHelpOptions = true)
public final class CheckCommand implements Callable<Integer> {

    private final Terminal terminal;

    @Mixin
    private QuarterOptions options = new QuarterOptions();

    public CheckCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() {
        return options.execute(terminal, "check", Prepared::check);
    }
}
