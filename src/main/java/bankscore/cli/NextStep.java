package bankscore.cli;

import bankscore.cli.screen.ExitCode;
import bankscore.cli.screen.HowEnded;
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
 * ended, for the command alone, or for how it ended alone. The places that were typed are said again, so that the line can
 * be typed as it stands.
 */
record NextStep(Terminal terminal) implements IExecutionStrategy {

    /** With these only what was asked for is printed. */
    private static final Set<String> SILENT = Set.of("--quiet", "--schema");

    private static final Set<String> PLACES =
            Set.of("--rule", "--config", "--input", "--output", "--counties", "--county", "--db", "--sample");

    @Override
    public int execute(ParseResult parsed) throws ExecutionException {
        return after(parsed, new CommandLine.RunLast().execute(parsed));
    }

    /**
     * Says what comes after a command.
     *
     * @return the exit code that it ended with
     */
    int after(ParseResult parsed, int code) {
        ParseResult last = parsed;
        while (last.hasSubcommand()) {
            last = last.subcommand();
        }
        boolean sample = last.hasMatchedOption("--sample") && code == ExitCode.DONE.code();
        Optional<HowEnded> how = terminal.takeEnd().or(() -> sample ? Optional.of(HowEnded.SAMPLE) : Optional.empty());
        boolean silent = last.isUsageHelpRequested()
                || last.isVersionHelpRequested()
                || SILENT.stream().anyMatch(last::hasMatchedOption);
        if (!silent) {
            say(last, keys(last.commandSpec().name(), how, code));
        }
        return code;
    }

    /** The keys of what may come next, the closest first. */
    private static Stream<String> keys(String command, Optional<HowEnded> how, int code) {
        Optional<String> end = Stream.of(ExitCode.values())
                .filter(each -> each.code() == code)
                .map(ExitCode::name)
                .findFirst();
        return Stream.of(
                        how.map(name -> command + "." + name),
                        how.map(HowEnded::name),
                        end.map(name -> command + "." + name),
                        Optional.of(command),
                        end)
                .flatMap(Optional::stream)
                .map(key -> "cli.next." + key);
    }

    private void say(ParseResult typed, Stream<String> keys) {
        keys.filter(terminal.words()::has)
                .findFirst()
                .ifPresent(key -> terminal.say(
                        key,
                        "command",
                        typed.commandSpec().name(),
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
