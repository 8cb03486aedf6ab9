package bankscore.cli.command;

import bankscore.cli.screen.ExitCode;
import bankscore.cli.screen.HowEnded;
import bankscore.cli.screen.Terminal;
import bankscore.front.Folders;
import bankscore.run.questions.Questions;
import bankscore.run.questions.Questions.Explained;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/**
 * {@code bankscore explain 2022Q4 B007 | --all [--word FOLDER]}: why somebody has this result, clause by clause.
 */
@Command(name = "explain", resourceBundle = "usage", mixinStandardHelpOptions = true)
public final class ExplainCommand implements Callable<Integer> {

    private final Terminal terminal;

    @Mixin
    private AskedPeriod asked = new AskedPeriod();

    @Parameters(index = "1", arity = "0..1", paramLabel = "WHO", descriptionKey = "explained")
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
            return terminal.misused("cli.explain_usage");
        }
        return new PublishedCommand(terminal, places).ofRule((face, office) -> {
            try (Explained explained =
                    face.questions().explain(new Questions.Asked(asked.period(), number), Optional.ofNullable(bank))) {
                return tell(explained);
            }
        });
    }

    private int tell(Explained explained) throws IOException {
        if (!explained.latest()) {
            terminal.complain("cli.not_latest", "period", asked.period());
        }
        explained.approval().ifPresent(approval -> terminal.tell(approval, explained.revision()));
        Path folder = word;
        if (folder == null) {
            explained.answers().each(terminal::show);
            return ExitCode.DONE.code();
        }
        List<Path> pages = explained.pages().into(folder);
        if (!places.isQuiet()) {
            pages.forEach(page -> terminal.line(page.toString()));
        }
        terminal.ends(HowEnded.WRITTEN);
        terminal.say("cli.explain_written", "count", pages.size(), "folder", folder);
        return ExitCode.DONE.code();
    }
}
