package bankscore.cli.command;

import bankscore.cli.screen.ExitCode;
import bankscore.cli.screen.Terminal;
import bankscore.exact.Period;
import bankscore.front.Folders;
import bankscore.run.questions.Questions.Asked;
import bankscore.run.questions.Questions.Compared;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/**
 * {@code bankscore compare 2022Q3 2022Q4}, {@code compare 2022Q4 r1 r2} or {@code compare 2022Q4 --scheme A --scheme B}:
 * what changed, split by cause.
 */
@Command(name = "compare", resourceBundle = "usage", mixinStandardHelpOptions = true)
public final class CompareCommand implements Callable<Integer> {

    private final Terminal terminal;

    @Mixin
    private AskedPeriod asked = new AskedPeriod();

    @Parameters(index = "1..*", arity = "0..*", paramLabel = "OTHER", descriptionKey = "compared")
    private List<String> others = new ArrayList<>();

    @Option(names = "--scheme", paramLabel = "SCHEME", descriptionKey = "compared_scheme")
    private List<String> schemes = new ArrayList<>();

    @Mixin
    private Folders places = new Folders();

    public CompareCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() {
        if (others.isEmpty() && schemes.size() == 2) {
            return new PublishedCommand(terminal, places)
                    .ofRule((face, office) -> tell(
                            face.questions().compareVersions(asked.period(), schemes.get(0), schemes.get(1), office)));
        }
        Optional<List<Asked>> sides = schemes.isEmpty() ? sides() : Optional.empty();
        if (sides.isEmpty()) {
            return terminal.misused("cli.compare_usage");
        }
        Asked earlier = sides.get().get(0);
        Asked later = sides.get().get(1);
        return new PublishedCommand(terminal, places)
                .ofRule((face, office) -> tell(face.questions().compare(earlier, later, office)));
    }

    /** Another period, or two revisions of the same one. */
    private Optional<List<Asked>> sides() {
        if (others.size() == 1) {
            return Period.parse(others.get(0))
                    .map(other ->
                            List.of(new Asked(asked.period(), Optional.empty()), new Asked(other, Optional.empty())));
        }
        if (others.size() != 2) {
            return Optional.empty();
        }
        Optional<Integer> one = PublishedCommand.revision(others.get(0));
        Optional<Integer> other = PublishedCommand.revision(others.get(1));
        return one.isPresent() && other.isPresent()
                ? Optional.of(List.of(new Asked(asked.period(), one), new Asked(asked.period(), other)))
                : Optional.empty();
    }

    private int tell(Compared compared) throws IOException {
        terminal.show(compared.answer());
        terminal.line(compared.causes());
        terminal.say("cli.compare_written", "file", compared.file().write());
        return ExitCode.DONE.code();
    }
}
