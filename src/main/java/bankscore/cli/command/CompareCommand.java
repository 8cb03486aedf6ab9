package bankscore.cli.command;

import bankscore.cli.screen.ExitCode;
import bankscore.cli.screen.Terminal;
import bankscore.contribution.Comparisons;
import bankscore.contribution.Comparisons.Asked;
import bankscore.contribution.Comparisons.Compared;
import bankscore.contribution.Comparisons.Missing;
import bankscore.contribution.Contribution;
import bankscore.contribution.say.ComparisonAnswer;
import bankscore.exact.Period;
import bankscore.finding.ConfigException;
import bankscore.load.Settings;
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
            terminal.complain("cli.compare_usage");
            return ExitCode.USAGE.code();
        }
        Asked earlier = sides.get().get(0);
        Asked later = sides.get().get(1);
        return new PublishedCommand(terminal, places)
                .open((contribution, settings) ->
                        tell(contribution, settings, comparisons -> comparisons.revisions(earlier, later)));
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

    private int schemes(Contribution contribution, Settings settings)
            throws NotAsPublished, ConfigException, IOException {
        Path folder = places.config().resolve("schemes");
        return tell(
                contribution,
                settings,
                comparisons -> comparisons.schemes(period, folder, schemes.get(0), schemes.get(1)));
    }

    /** A comparison that may find something missing. */
    @FunctionalInterface
    private interface Question {
        Compared ask(Comparisons comparisons) throws Missing, NotAsPublished, ConfigException, IOException;
    }

    private int tell(Contribution contribution, Settings settings, Question question)
            throws NotAsPublished, ConfigException, IOException {
        Comparisons comparisons = contribution.comparisons(settings.jurisdiction());
        Compared compared;
        try {
            compared = question.ask(comparisons);
        } catch (Missing e) {
            if (e.isScheme()) {
                terminal.complain("cli.compare_no_scheme", "scheme", e.name());
            } else {
                terminal.complain("cli.no_revision", "period", e.name());
            }
            return ExitCode.USAGE.code();
        }
        terminal.say(
                "cli.compare_title",
                "before",
                ComparisonAnswer.side(compared.before(), compared.comparison().before(), terminal.words()),
                "after",
                ComparisonAnswer.side(compared.after(), compared.comparison().after(), terminal.words()));
        ComparisonAnswer.standing(compared.before(), compared.after(), compared.comparison(), terminal.words())
                .forEach(terminal::line);
        ComparisonAnswer.of(compared.comparison(), terminal.words()).forEach(terminal::show);
        terminal.line("");
        terminal.say("cli.compare_causes");
        Path file = comparisons.write(
                compared,
                places.publications(settings.jurisdiction()).resolve("compare"),
                settings.fonts(),
                terminal.words());
        terminal.say("cli.compare_written", "file", file);
        return ExitCode.DONE.code();
    }
}
