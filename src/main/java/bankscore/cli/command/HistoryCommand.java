package bankscore.cli.command;

import bankscore.cli.screen.ExitCode;
import bankscore.cli.screen.Terminal;
import bankscore.cli.screen.TextTable;
import bankscore.contribution.PlanCourses;
import bankscore.exact.Fraction;
import bankscore.exact.Period;
import bankscore.exact.Rounding;
import bankscore.run.revisions.History;
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
    private static final int TO_THE_MINUTE = 16;
    /** Cut, so that 100 means all. */
    private static final Rounding PERCENT = new Rounding(2, Rounding.Mode.DOWN, "D23");

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
        return new PublishedCommand(terminal, places)
                .open(
                        (contribution, office) -> show(
                                contribution.history(office.jurisdiction()),
                                contribution.courses(office.jurisdiction())),
                        () -> {
                            terminal.say("cli.history_empty");
                            return ExitCode.DONE;
                        });
    }

    private int show(History history, PlanCourses courses) {
        TextTable rows = new TextTable();
        rows.add(Stream.of("seq", "at", "period", "revision", "code", "command", "outcome", "user", "machine", "digest")
                .map(head -> terminal.words().text("cli.history.head." + head))
                .toArray(String[]::new));
        boolean any = false;
        boolean broken = false;
        for (History.Line line : history.lines()) {
            if (period == null || line.period().equals(period.toString())) {
                rows.add(row(line));
                any = true;
                broken |= !line.holds();
            }
        }
        if (!any) {
            terminal.say("cli.history_empty");
            return ExitCode.DONE.code();
        }
        rows.lines().forEach(terminal::line);
        courses.all().stream()
                .filter(course -> period == null || course.approval().period().equals(period))
                .forEach(this::show);
        terminal.say("cli.history_head", "head", history.head());
        if (broken) {
            terminal.complain("cli.history_broken");
        }
        return ExitCode.DONE.code();
    }

    /** Generated, reviewed, approved, carried out. */
    private void show(PlanCourses.Course course) {
        terminal.say(
                "cli.history.course",
                "period",
                course.approval().period(),
                "revision",
                course.approval().revision(),
                "published",
                minute(course.published()),
                "verified",
                course.verified()
                        .map(at -> terminal.words().text("cli.history.course.verified", "at", minute(at)))
                        .orElse(terminal.words().text("cli.history.course.never")),
                "document",
                course.approval().document(),
                "date",
                course.approval().date(),
                "moved",
                course.moved()
                        .map(moved -> terminal.words()
                                .text(
                                        "cli.history.course.moved",
                                        "percent",
                                        PERCENT.text(moved.share().times(Fraction.HUNDRED)),
                                        "period",
                                        moved.period(),
                                        "revision",
                                        moved.revision()))
                        .orElse(terminal.words().text("cli.history.course.unseen")));
    }

    private String[] row(History.Line line) {
        return new String[] {
            line.holds() ? Long.toString(line.seq()) : line.seq() + " !",
            minute(line.at()),
            line.period(),
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

    /** An ISO time to the minute, as people read it. */
    static String minute(String at) {
        return at.length() < TO_THE_MINUTE ? at : at.substring(0, TO_THE_MINUTE).replace('T', ' ');
    }
}
