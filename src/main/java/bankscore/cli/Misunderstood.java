package bankscore.cli;

import bankscore.cli.screen.Terminal;
import java.util.stream.Collectors;
import picocli.CommandLine;
import picocli.CommandLine.IParameterExceptionHandler;
import picocli.CommandLine.MissingParameterException;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.TypeConversionException;
import picocli.CommandLine.UnmatchedArgumentException;

/** Says in plain words what is wrong with a command, and where its help is. */
record Misunderstood(Terminal terminal) implements IParameterExceptionHandler {
    @Override
    public int handleParseException(ParameterException e, String[] arguments) {
        CommandLine line = e.getCommandLine();
        if (e instanceof MissingParameterException missing) {
            terminal.complain(
                    "cli.usage_missing",
                    "what",
                    missing.getMissing().stream().map(Misunderstood::name).collect(Collectors.joining(" ")));
        } else if (e instanceof UnmatchedArgumentException unmatched) {
            terminal.complain("cli.usage_unmatched", "what", String.join(" ", unmatched.getUnmatched()));
        } else if (e.getCause() instanceof TypeConversionException conversion && conversion.getMessage() != null) {
            terminal.complain("cli.usage_wrong", "what", conversion.getMessage());
        } else {
            terminal.complain("cli.usage_wrong", "what", String.valueOf(e.getMessage()));
        }
        return terminal.misused(
                "cli.usage_help", "command", line.getCommandSpec().qualifiedName());
    }

    private static String name(ArgSpec argument) {
        return argument.paramLabel();
    }
}
