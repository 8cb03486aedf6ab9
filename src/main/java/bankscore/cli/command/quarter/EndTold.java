package bankscore.cli.command.quarter;

import bankscore.cli.screen.ExitCode;
import bankscore.cli.screen.HowEnded;
import bankscore.cli.screen.Terminal;
import bankscore.exact.Period;
import bankscore.finding.Level;
import bankscore.finding.PrintedFinding;
import bankscore.run.request.RunOutcome;
import bankscore.run.request.RunOutcome.Clean;
import bankscore.run.request.RunOutcome.Locked;
import bankscore.run.request.RunOutcome.Looked;
import bankscore.run.request.RunOutcome.Lost;
import bankscore.run.request.RunOutcome.NothingNew;
import bankscore.run.request.RunOutcome.Published;
import bankscore.run.request.RunOutcome.Restored;
import bankscore.run.request.RunOutcome.Stopped;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Tells on the terminal how a run or check ended, and what the process ends with. */
record EndTold(Terminal terminal, Period period, boolean quiet) implements RunOutcome.Reader<ExitCode> {

    @Override
    public ExitCode published(Published end) {
        show(end.looked());
        terminal.say(
                "cli.published",
                "period",
                period,
                "revision",
                end.revision(),
                "files",
                end.looked().files(),
                "read",
                read(end.looked()),
                "folder",
                end.folder());
        return ExitCode.DONE;
    }

    @Override
    public ExitCode nothingNew(NothingNew end) {
        return standing("cli.nothing_new", end.looked(), end.revision(), end.folder());
    }

    @Override
    public ExitCode restored(Restored end) {
        return standing("cli.restored", end.looked(), end.revision(), end.folder());
    }

    private String read(Looked looked) {
        List<String> read = new ArrayList<>();
        if (looked.claims() > 0) {
            read.add(terminal.words().text("cli.read.claims", "claims", looked.claims()));
        }
        if (looked.figures() > 0 || read.isEmpty()) {
            read.add(terminal.words().text("cli.read.figures", "figures", looked.figures()));
        }
        return String.join(terminal.words().text("letter.join"), read);
    }

    private ExitCode standing(String key, Looked looked, int revision, Path folder) {
        readBack(looked);
        terminal.ends(HowEnded.NOTHING_NEW);
        terminal.say(key, "period", period, "revision", revision, "folder", folder);
        return ExitCode.DONE;
    }

    @Override
    public ExitCode clean(Clean end) {
        show(end.looked());
        terminal.say("cli.clean", "period", period, "files", end.looked().files(), "read", read(end.looked()));
        end.folder().ifPresent(folder -> terminal.say("cli.listed", "folder", folder));
        if (end.uncompared()) {
            terminal.say("cli.not_compared");
        }
        terminal.say("cli.not_checked");
        return ExitCode.DONE;
    }

    @Override
    public ExitCode stopped(Stopped end) {
        show(end.looked());
        if (end.findings().stream().anyMatch(finding -> finding.level() == Level.ERROR)) {
            terminal.say("cli.stopped", "period", period, "folder", end.folder());
        } else {
            terminal.ends(HowEnded.UNEXPLAINED);
            sayMissingReasons(end);
        }
        return ExitCode.FINDINGS;
    }

    /** Nothing has to be mended: the run was strict, and findings have no written reason. */
    private void sayMissingReasons(Stopped end) {
        List<PrintedFinding> missing = end.findings().stream()
                .filter(finding ->
                        finding.level() == Level.REVIEW && finding.reason().isEmpty())
                .toList();
        terminal.say("cli.reasons_missing", "period", period, "count", missing.size());
        for (PrintedFinding finding : missing) {
            terminal.say("cli.reason_missing", "code", finding.code(), "place", finding.place());
        }
        terminal.say("cli.listed", "folder", end.folder());
    }

    @Override
    public ExitCode locked(Locked end) {
        terminal.complain("cli.locked");
        end.holder().ifPresent(terminal::tell);
        return ExitCode.LOCKED;
    }

    @Override
    public ExitCode lost(Lost end) {
        terminal.complain("cli.lost", "period", period);
        if (end.revision() > 0) {
            terminal.complain("cli.lost_same", "period", period, "revision", end.revision());
        }
        end.holder().ifPresent(terminal::tell);
        return ExitCode.LOCKED;
    }

    private void show(Looked looked) {
        readBack(looked);
        if (!quiet) {
            terminal.show(looked.findings());
        }
        terminal.counts(looked.findings(), looked.files(), looked.cells());
    }

    private void readBack(Looked looked) {
        if (!quiet && !looked.received().isEmpty()) {
            terminal.show(looked.readBack(terminal.words()));
            terminal.line("");
        }
    }
}
