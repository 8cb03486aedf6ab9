package bankscore.cli.command;

import bankscore.answer.Answer;
import bankscore.cli.screen.ExitCode;
import bankscore.cli.screen.Terminal;
import bankscore.contribution.Contribution;
import bankscore.contribution.PublishedResult;
import bankscore.contribution.say.BankAnswers;
import bankscore.exact.Period;
import bankscore.facts.Nearest;
import bankscore.facts.Register;
import bankscore.facts.Subject;
import bankscore.finding.ConfigException;
import bankscore.load.LetterSettings;
import bankscore.load.Settings;
import bankscore.paper.letter.AnswerLetter;
import bankscore.run.request.FileNames;
import bankscore.run.revisions.NotAsPublished;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code bankscore explain 2022Q4 B007 | --all [--word FOLDER]}: why a bank has this score, clause by clause. */
@Command(name = "explain", resourceBundle = "usage", mixinStandardHelpOptions = true)
public final class ExplainCommand implements Callable<Integer> {

    private final Terminal terminal;

    @Parameters(
            index = "0",
            paramLabel = "PERIOD",
            converter = PeriodConverter.class,
            descriptionKey = "period",
            arity = "1")
    private Period period = new Period(2022, 4);

    @Parameters(index = "1", arity = "0..1", paramLabel = "BANK", descriptionKey = "bank")
    private @Nullable String bank;

    @Option(names = "--all", descriptionKey = "all")
    private boolean all;

    @Option(names = "--word", paramLabel = "FOLDER", descriptionKey = "word")
    private @Nullable Path word;

    @Option(names = "--revision", paramLabel = "REVISION", descriptionKey = "revision")
    private @Nullable String revision;

    @Mixin
    private Folders places = new Folders();

    public ExplainCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() {
        Optional<Integer> number = Optional.ofNullable(revision).flatMap(PublishedCommand::revision);
        if (all == (bank != null) || (revision != null && number.isEmpty())) {
            terminal.complain("cli.explain_usage");
            return ExitCode.USAGE.code();
        }
        return new PublishedCommand(terminal, places)
                .open((contribution, settings) -> explain(contribution, settings, number));
    }

    private int explain(Contribution contribution, Settings settings, Optional<Integer> number)
            throws NotAsPublished, ConfigException, IOException {
        Optional<PublishedResult> published =
                contribution.published(settings.jurisdiction()).find(period, number);
        if (published.isEmpty()) {
            terminal.complain("cli.no_revision", "period", period);
            return ExitCode.USAGE.code();
        }
        Register roster = published.get().report().quarter().roster();
        List<Subject> asked = roster.subjects();
        if (bank != null) {
            Optional<Subject> named = roster.named(bank);
            if (named.isEmpty()) {
                terminal.complain("cli.no_bank", "bank", bank, "nearest", Nearest.subject(bank, roster));
                return ExitCode.USAGE.code();
            }
            asked = List.of(named.get());
        }
        if (!published.get().latest()) {
            terminal.complain("cli.not_latest", "period", period);
        }
        published
                .get()
                .report()
                .approval()
                .ifPresent(approval ->
                        terminal.tell(approval, published.get().report().run().revision()));
        return word == null ? show(asked, published.get()) : write(asked, published.get(), word);
    }

    private int show(List<Subject> asked, PublishedResult published) {
        BankAnswers answers = new BankAnswers(published.report(), terminal.words(), false);
        for (Subject each : asked) {
            show(answers.of(each));
        }
        return ExitCode.DONE.code();
    }

    private void show(Answer answer) {
        terminal.line(answer.title().replace("\n", "　"));
        terminal.line(answer.subtitle());
        answer.sections().forEach(terminal::show);
        terminal.line("");
    }

    private int write(List<Subject> asked, PublishedResult published, Path folder) throws IOException {
        LetterSettings letter = published.configuration().letter();
        AnswerLetter.Sender sender = new AnswerLetter.Sender(
                letter.office().orElse(published.configuration().settings().bureau()),
                letter.contact(),
                letter.telephone(),
                published.report().run().started());
        BankAnswers answers = new BankAnswers(published.report(), terminal.words(), true);
        Files.createDirectories(folder);
        FileNames names = new FileNames();
        for (Subject each : asked) {
            Path file = folder.resolve(names.distinct(terminal.words()
                    .text(
                            "cli.explain_file",
                            "period",
                            period,
                            "code",
                            FileNames.part(each.code()),
                            "bank",
                            FileNames.part(each.label()))));
            AnswerLetter.write(answers.of(each), published.report().run().code(), sender, terminal.words(), file);
            if (!places.isQuiet()) {
                terminal.line(file.toString());
            }
        }
        terminal.say("cli.explain_written", "count", asked.size(), "folder", folder);
        return ExitCode.DONE.code();
    }
}
