package bankscore.cli.screen;

import bankscore.answer.Answer;
import bankscore.finding.Code;
import bankscore.finding.ConfigException;
import bankscore.finding.ConfigProblem;
import bankscore.finding.InputChanged;
import bankscore.finding.Level;
import bankscore.finding.PrintedFinding;
import bankscore.finding.Words;
import bankscore.front.RunLog;
import bankscore.front.Seat;
import bankscore.front.Telling;
import bankscore.office.Caller;
import bankscore.office.ForeignRow;
import bankscore.run.Engine.DatabaseUnavailable;
import bankscore.run.request.FiledSlips;
import bankscore.run.request.Installation;
import java.io.IOException;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Where commands speak: the program with its words and clock, the streams and the environment. */
public final class Terminal implements Telling {

    private static final int SHOWN = 20;

    private final Seat seat;
    private final Words words;
    private final PrintStream out;
    private final PrintStream err;
    private final PrintStream raw;
    private Optional<HowEnded> ended = Optional.empty();

    public Terminal(Installation installation, PrintStream out, PrintStream err, Map<String, String> environment) {
        this.seat = new Seat(installation, environment);
        this.words = installation.words();
        this.out = Screen.over(out);
        this.err = Screen.over(err);
        this.raw = err;
    }

    public Words words() {
        return words;
    }

    public Map<String, String> environment() {
        return seat.environment();
    }

    /** The program as it runs here. */
    public Installation installation() {
        return seat.installation();
    }

    /** Where all this is. */
    public Seat seat() {
        return seat;
    }

    /** Who sits here, and what he typed. */
    public Caller caller(String arguments) {
        return seat.caller(arguments);
    }

    /** Notes how a command ends. */
    public void ends(HowEnded how) {
        ended = Optional.of(how);
    }

    /** How the command ended, for the one that says what comes next; after it comes another command. */
    public Optional<HowEnded> takeEnd() {
        Optional<HowEnded> how = ended;
        ended = Optional.empty();
        return how;
    }

    /**
     * Where the slips are that were filed, and what they anchor.
     *
     * @param code how the command ends if all could be written
     * @return how it ends
     */
    public int tell(FiledSlips filed, int code) {
        filed.written()
                .forEach((page, slip) ->
                        say("cli.slip.filed", "page", page, "code", slip.code(), "head", slip.chainHead()));
        filed.signed().forEach(page -> say("cli.signed.filed", "page", page));
        filed.failure().ifPresent(failure -> complain("cli.slip.failed", "cause", cause(failure)));
        return filed.failure().isEmpty() ? code : Math.max(code, ExitCode.ENVIRONMENT.code());
    }

    public PrintWriter outWriter() {
        return new PrintWriter(out, true, StandardCharsets.UTF_8);
    }

    public PrintWriter errWriter() {
        return new PrintWriter(err, true, StandardCharsets.UTF_8);
    }

    @Override
    public void say(String key, Object... namesAndValues) {
        out.println(words.text(key, onOneLine(namesAndValues)));
    }

    /** What is named in a sentence begins no line of its own, which would pass for one of the program's. */
    private static Object[] onOneLine(Object... namesAndValues) {
        return Arrays.stream(namesAndValues)
                .map(each -> each instanceof String || each instanceof Path ? Screen.line(each.toString()) : each)
                .toArray();
    }

    /** A line that is words already. */
    public void line(String line) {
        out.println(line);
    }

    /** A whole answer, and an empty line. */
    public void show(Answer answer) {
        line(answer.title().replace("\n", "　"));
        answer.subtitle().lines().forEach(this::line);
        answer.sections().forEach(this::show);
        line("");
    }

    /** A part of an answer, after an empty line. */
    public void show(Answer.Section section) {
        line("");
        say("cli.explain_heading", "heading", section.heading());
        section.pieces().forEach(this::show);
    }

    /** A part of an answer without a heading. */
    public void show(Answer.Piece piece) {
        if (piece instanceof Answer.Piece.Line text) {
            line(Screen.line(text.text()));
        } else if (piece instanceof Answer.Piece.Table rows) {
            TextTable table = new TextTable();
            table.add(rows.head().toArray(String[]::new));
            rows.rows().forEach(row -> table.add(row.stream().map(Screen::line).toArray(String[]::new)));
            table.lines().forEach(this::line);
        } else if (piece instanceof Answer.Piece.Entry entry) {
            say("cli.explain_entry", "name", entry.name(), "value", entry.value(), "basis", entry.basis());
            entry.lines().forEach(each -> line("    " + Screen.line(each)));
        }
    }

    /** Begins the log of a command; it knows as much as this terminal tells of a defect. */
    public RunLog log(Path output, String what) {
        return RunLog.open(output, what, installation().clock(), traces());
    }

    /** Whether a maintainer wants to see everything. */
    private boolean traces() {
        return environment().containsKey("BANKSCORE_TRACE");
    }

    /** Says text as it is. */
    public void print(String text) {
        out.print(text);
    }

    /** The start script says whether errors go to a terminal that understands how to go back in a line. */
    public ProgressLine progress() {
        return new ProgressLine(
                err, raw, words, installation().clock(), environment().containsKey("BANKSCORE_TERMINAL"));
    }

    @Override
    public void complain(String key, Object... namesAndValues) {
        complaint(words.text(key, onOneLine(namesAndValues)));
    }

    /** A complaint that is words already. */
    public void complaint(String line) {
        err.println(line);
    }

    /** The first findings, and how many there are. */
    public void show(List<PrintedFinding> findings) {
        for (PrintedFinding finding : findings.subList(0, Math.min(SHOWN, findings.size()))) {
            say(
                    "cli.finding",
                    "level",
                    words.text("level." + finding.level().name()),
                    "place",
                    String.valueOf(finding.place()),
                    "about",
                    about(finding),
                    "title",
                    finding.title(),
                    "code",
                    finding.code().name(),
                    "text",
                    finding.found() + finding.expected() + finding.action());
        }
        if (findings.size() > SHOWN) {
            say("cli.more", "more", findings.size() - SHOWN);
        }
    }

    /** Whose figure it is and which, in brackets; empty if neither is meant. */
    private static String about(PrintedFinding finding) {
        String about = Stream.of(finding.subject(), finding.column())
                .filter(word -> !word.isEmpty())
                .collect(Collectors.joining("，"));
        return about.isEmpty() ? "" : "（" + about + "）";
    }

    public void counts(List<PrintedFinding> findings, int files, long cells) {
        say(
                "cli.counts",
                "files",
                files,
                "cells",
                cells,
                "rules",
                Code.rules(),
                "errors",
                PrintedFinding.count(findings, Level.ERROR),
                "reviews",
                PrintedFinding.count(findings, Level.REVIEW),
                "hints",
                PrintedFinding.count(findings, Level.HINT));
    }

    /** Says what was typed wrongly. */
    public int misused(String key, Object... namesAndValues) {
        complain(key, namesAndValues);
        return ExitCode.USAGE.code();
    }

    public int refused(ConfigException e) {
        complain("cli.config", "count", e.problems().size());
        e.problems().forEach(problem -> complaint(problem.print(words)));
        return ExitCode.CONFIGURATION.code();
    }

    /** Tells what is wrong with rule files that are not used now. */
    public void unused(List<ConfigProblem> problems) {
        if (!problems.isEmpty()) {
            complain("cli.config_unused", "count", problems.size());
            problems.forEach(problem -> complaint(problem.print(words)));
        }
    }

    public int unavailable(DatabaseUnavailable e, Path output) {
        RunLog.failed(e);
        throwIfExhausted(e);
        return switch (e.reason()) {
            case IN_USE -> {
                complain("cli.locked");
                e.holder().ifPresent(this::tell);
                yield ExitCode.LOCKED.code();
            }
            case NO_ROLE -> {
                complain("cli.database_no_role", "cause", cause(e));
                yield ExitCode.ENVIRONMENT.code();
            }
            case NOT_PREPARED -> {
                complain("cli.database_not_prepared", "cause", cause(e));
                yield ExitCode.ENVIRONMENT.code();
            }
            case OTHER_SCHEMA -> {
                complain("cli.database_other");
                yield ExitCode.ENVIRONMENT.code();
            }
            case FOREIGN -> {
                complain("cli.database_foreign", "cause", cause(e), "output", output);
                yield ExitCode.ENVIRONMENT.code();
            }
            case UNREACHABLE -> {
                complain("cli.database_unreachable", "cause", cause(e));
                yield ExitCode.ENVIRONMENT.code();
            }
            case BROKEN -> {
                complain("cli.database_broken", "cause", cause(e), "output", output);
                yield ExitCode.ENVIRONMENT.code();
            }
        };
    }

    public int changed(InputChanged e) {
        complain("cli.input_changed", "file", e.file());
        return ExitCode.ENVIRONMENT.code();
    }

    /** What went wrong while working: somebody's who wrote into the database, the environment's fault or the program's. */
    public int failed(Throwable thrown, Path output) {
        RunLog.failed(thrown);
        throwIfExhausted(thrown);
        for (Throwable cause = thrown; cause != null; cause = cause.getCause()) {
            if (DatabaseUnavailable.isUnreachable(cause)) {
                complain("cli.database_unreachable", "cause", cause(cause));
                return ExitCode.ENVIRONMENT.code();
            }
            if (cause instanceof IOException
                    || cause instanceof UncheckedIOException
                    || cause instanceof SQLException
                    || cause instanceof org.springframework.dao.DataAccessException) {
                complain("cli.environment", "cause", cause(cause), "output", output);
                return ExitCode.ENVIRONMENT.code();
            }
            if (cause instanceof ForeignRow row) {
                complain("cli.not_as_published.ROW", "table", row.table());
                return ExitCode.DIFFERENCE.code();
            }
        }
        return defect(thrown);
    }

    /** Whatever was made on its way of memory that ended: it is told where all of the command is known. */
    private static void throwIfExhausted(Throwable thrown) {
        for (Throwable cause = thrown; cause != null; cause = cause.getCause()) {
            if (cause instanceof VirtualMachineError error) {
                throw error;
            }
        }
    }

    /** The memory ended, or the depth of calls, elsewhere than while a file was read. */
    public int exhausted(String[] words) {
        complain("cli.memory", "doing", String.join(" ", words));
        return ExitCode.ENVIRONMENT.code();
    }

    public int defect(Throwable thrown) {
        complain("cli.defect", "cause", cause(thrown));
        if (traces()) {
            thrown.printStackTrace(err);
        }
        return ExitCode.DEFECT.code();
    }

    private static String cause(Throwable thrown) {
        Throwable deepest = thrown;
        while (deepest.getCause() != null) {
            deepest = deepest.getCause();
        }
        return deepest.getClass().getSimpleName() + ": " + deepest.getMessage();
    }
}
