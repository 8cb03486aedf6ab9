package bankscore.cli.command;

import bankscore.cli.screen.ExitCode;
import bankscore.cli.screen.HowEnded;
import bankscore.cli.screen.Terminal;
import bankscore.front.Folders;
import bankscore.run.questions.Questions.Due;
import java.io.IOException;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code bankscore due 2023Q1}: what falls due by approved plans, with reminders. */
@Command(name = "due", resourceBundle = "usage", mixinStandardHelpOptions = true)
public final class DueCommand implements Callable<Integer> {

    private final Terminal terminal;

    @Mixin
    private AskedPeriod asked = new AskedPeriod();

    @Mixin
    private Folders places = new Folders();

    public DueCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() {
        return new PublishedCommand(terminal, places)
                .ofRule((face, office) -> tell(face.questions().due(asked.period(), office)));
    }

    private int tell(Optional<Due> due) throws IOException {
        if (due.isEmpty()) {
            terminal.ends(HowEnded.NOTHING);
            terminal.say("cli.due_none", "period", asked.period());
            return ExitCode.DONE.code();
        }
        terminal.show(due.get().answer());
        terminal.say("cli.due_written", "folder", due.get().folder().write());
        return ExitCode.DONE.code();
    }
}
