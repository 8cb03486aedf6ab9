package bankscore.cli.command.quarter;

import bankscore.cli.screen.Terminal;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code bankscore template 2022Q4}. */
@Command(name = "template", resourceBundle = "usage", mixinStandardHelpOptions = true)
public final class TemplateCommand implements Callable<Integer> {

    private final Terminal terminal;

    @Mixin
    private QuarterOptions options = new QuarterOptions();

    public TemplateCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() {
        return options.templates(terminal);
    }
}
