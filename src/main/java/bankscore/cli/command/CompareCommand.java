package bankscore.cli.command;

import bankscore.cli.screen.ExitCode;
import bankscore.cli.screen.Terminal;
import bankscore.contribution.Comparisons;
import bankscore.contribution.Comparisons.Asked;
import bankscore.contribution.Comparisons.Compared;
import bankscore.contribution.Contribution;
import bankscore.contribution.Missing;
import bankscore.exact.Period;
import bankscore.finding.ConfigException;
import bankscore.run.Office;
import bankscore.run.revisions.NotAsPublished;
import java.io.IOException;
import java.nio.file.Path;
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

    @Parameters(
            index = "0",
            paramLabel = "PERIOD",
            converter = PeriodConverter.class,
            descriptionKey = "period",
            arity = "1")
    private Period period = new Period(2022, 4);

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
            return new PublishedCommand(terminal, places).open(this::schemes);
        }
        Optional<List<Asked>> sides = schemes.isEmpty() ? sides() : Optional.empty();
        if (sides.isEmpty()) {
            return terminal.misused("cli.compare_usage");
        }
        Asked earlier = sides.get().get(0);
        Asked later = sides.get().get(1);
        return new PublishedCommand(terminal, places)
                .open((contribution, office) ->
                        tell(contribution, office, comparisons -> comparisons.revisions(earlier, later)));
    }

    /** Another period, or two revisions of the same one. */
    private Optional<List<Asked>> sides() {
        if (others.size() == 1) {
            return Period.parse(others.get(0))
                    .map(other -> List.of(new Asked(period, Optional.empty()), new Asked(other, Optional.empty())));
        }
        if (others.size() != 2) {
            return Optional.empty();
        }
        Optional<Integer> one = PublishedCommand.revision(others.get(0));
        Optional<Integer> other = PublishedCommand.revision(others.get(1));
        return one.isPresent() && other.isPresent()
                ? Optional.of(List.of(new Asked(period, one), new Asked(period, other)))
                : Optional.empty();
    }

    private int schemes(Contribution contribution, Office office)
            throws Missing, NotAsPublished, ConfigException, IOException {
        return tell(
                contribution,
                office,
                comparisons -> comparisons.schemes(period, office, schemes.get(0), schemes.get(1)));
    }

    /** A comparison that may find something missing. */
    @FunctionalInterface
    private interface Question {
        Compared ask(Comparisons comparisons) throws Missing, NotAsPublished, ConfigException, IOException;
    }

    private int tell(Contribution contribution, Office office, Question question)
            throws Missing, NotAsPublished, ConfigException, IOException {
        Comparisons comparisons = contribution.comparisons(office.jurisdiction());
        Compared compared = question.ask(comparisons);
        terminal.show(compared.answer(terminal.words()));
        terminal.say("cli.compare_causes");
        Path file = comparisons.write(compared, office, terminal.words());
        terminal.say("cli.compare_written", "file", file);
        return ExitCode.DONE.code();
    }
}
