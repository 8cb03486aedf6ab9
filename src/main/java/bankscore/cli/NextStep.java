package bankscore.cli;

import bankscore.cli.screen.ExitCode;
import bankscore.cli.screen.Terminal;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import picocli.CommandLine;
import picocli.CommandLine.ExecutionException;
import picocli.CommandLine.IExecutionStrategy;
import picocli.CommandLine.ParseResult;

/**
 * Executes a command and says, in one line at its end, what comes next: what {@code cli.next} has for the command and how it
 * ended, or for how it ended alone. The places that were typed are said again, so that the line can be typed as it stands.
 */
record NextStep(Terminal terminal) implements IExecutionStrategy {

    /** With these only what was asked for is printed. */
    private static final Set<String> SILENT = Set.of("--quiet", "--schema");

    private static final Set<String> PLACES =
            Set.of("--rule", "--config", "--input", "--output", "--counties", "--county", "--db", "--sample");

    @Override
    public int execute(ParseResult parsed) throws ExecutionException {
        int code = new CommandLine.RunLast().execute(parsed);
        ParseResult last = parsed;
        while (last.hasSubcommand()) {
            last = last.subcommand();
        }
        boolean silent = last.isUsageHelpRequested()
                || last.isVersionHelpRequested()
                || SILENT.stream().anyMatch(last::hasMatchedOption);
        if (!silent) {
            say(last, code);
        }
        return code;
    }

    private void say(ParseResult typed, int code) {
        String command = typed.commandSpec().name();
        Optional<String> end = Stream.of(ExitCode.values())
                .filter(each -> each.code() == code)
                .map(ExitCode::name)
                .findFirst();
        end.flatMap(name -> Stream.of("cli.next." + command + "." + name, "cli.next." + name)
                        .filter(terminal.words()::has)
                        .findFirst())
                .ifPresent(key -> terminal.say(
                        key,
                        "command",
                        command,
                        "period",
                        period(typed),
                        "places",
                        typed.matchedOptions().stream()
                                .filter(option -> PLACES.contains(option.longestName()))
                                .map(option -> " " + option.longestName()
                                        + typed(
                                                option.originalStringValues(),
                                                option.arity().max()))
                                .collect(Collectors.joining())));
    }

    /** The first period that was typed; where none was, what stands for one in the sentence. */
    private String period(ParseResult typed) {
        return typed.matchedPositionals().stream()
                .filter(parameter -> parameter.paramLabel().equals("PERIOD"))
                .flatMap(parameter -> parameter.originalStringValues().stream())
                .findFirst()
                .orElseGet(() -> terminal.words().text("cli.next.period"));
    }

    private static String typed(List<String> values, int arity) {
        return arity == 0
                ? ""
                : values.stream()
                        .map(value -> " " + (value.contains(" ") ? "\"" + value + "\"" : value))
                        .collect(Collectors.joining());
    }
}
