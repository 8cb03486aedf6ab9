package bankscore.cli.command;

import bankscore.cli.screen.ExitCode;
import bankscore.cli.screen.HowEnded;
import bankscore.cli.screen.Terminal;
import bankscore.cli.screen.TextTable;
import bankscore.exact.Period;
import bankscore.finding.ConfigException;
import bankscore.front.Folders;
import bankscore.run.Face;
import bankscore.run.Faces;
import bankscore.run.revisions.History;
import bankscore.run.revisions.Standings;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** {@code bankscore history}: what was run, published and verified, by whom and when; writes nothing. */
@Command(name = "history", resourceBundle = "usage", mixinStandardHelpOptions = true)
public final class HistoryCommand implements Callable<Integer> {

    private static final int SHOWN_OF_A_DIGEST = 12;

    private final Terminal terminal;

    @Parameters(
            index = "0",
            arity = "0..1",
            paramLabel = "PERIOD",
            converter = PeriodConverter.class,
            descriptionKey = "period")
    private @Nullable Period period;

    @Mixin
    private Folders places = new Folders();

    public HistoryCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() {
        return new PublishedCommand(terminal, places).open(this::show, this::empty);
    }

    private ExitCode empty() {
        terminal.ends(HowEnded.NOTHING);
        terminal.say("cli.history_empty");
        return ExitCode.DONE;
    }

    private int show(Faces faces) throws ConfigException {
        History history = faces.history();
        Optional<String> only = places.rule().isEmpty()
                ? Optional.empty()
                : Optional.of(faces.of(places.rule()).series().rule());
        TextTable rows = new TextTable();
        rows.add(Stream.of("seq", "at", "period", "revision", "code", "command", "outcome", "user", "machine", "digest")
                .map(head -> terminal.words().text("cli.history.head." + head))
                .toArray(String[]::new));
        boolean any = false;
        boolean broken = false;
        for (History.Line line : history.lines()) {
            if ((period == null || line.period().equals(period.toString()))
                    && (only.isEmpty() || only.get().equals(line.rule()))) {
                rows.add(row(line));
                any = true;
                broken |= !line.holds();
            }
        }
        if (!any) {
            return empty().code();
        }
        rows.lines().forEach(terminal::line);
        for (Face<?> face : only.isEmpty() ? faces.published() : List.of(faces.of(places.rule()))) {
            face.ways().stream()
                    .filter(way -> !way.taken().isEmpty())
                    .filter(way -> period == null || way.revision().period().equals(period))
                    .forEach(way -> terminal.say(
                            "cli.standing",
                            "period",
                            face.series().subject(way.revision().period()),
                            "revision",
                            way.revision().number(),
                            "standing",
                            Standings.said(way.standing(), terminal.words())));
            face.questions().courses().stream()
                    .filter(course -> period == null || course.period().equals(period))
                    .forEach(course -> terminal.line(course.said()));
        }
        terminal.say("cli.history_head", "head", history.head());
        if (broken) {
            terminal.complain("cli.history_broken");
        }
        return ExitCode.DONE.code();
    }

    private String[] row(History.Line line) {
        return new String[] {
            line.holds() ? Long.toString(line.seq()) : line.seq() + " !",
            History.minute(line.at()),
            line.rule().isEmpty() ? line.period() : line.period() + " " + line.rule(),
            line.revision() == 0 ? "" : "r" + line.revision(),
            line.code(),
            line.arguments(),
            terminal.words().find("cli.history.outcome." + line.outcome()).orElse(line.outcome())
                    + (line.detail().isEmpty() ? "" : " " + line.detail()),
            line.user(),
            line.machine(),
            line.digest().substring(0, Math.min(SHOWN_OF_A_DIGEST, line.digest().length()))
        };
    }
}
