package bankscore.cli.command.quarter;

import bankscore.cli.screen.Terminal;
import bankscore.run.Prepared;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code bankscore run 2022Q4}. */
@Command(name = "run", resourceBundle = "usage", mixinStandardHelpOptions = true)
public final class RunCommand implements Callable<Integer> {

    private final Terminal terminal;

    @Mixin
    private QuarterOptions options = new QuarterOptions();

    public RunCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() {
        return options.execute(terminal, "run", Prepared::run);
    }
}
