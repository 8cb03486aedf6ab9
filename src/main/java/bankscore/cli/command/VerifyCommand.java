package bankscore.cli.command;

import bankscore.cli.screen.ExitCode;
import bankscore.cli.screen.Terminal;
import bankscore.exact.Period;
import bankscore.finding.ConfigException;
import bankscore.front.Folders;
import bankscore.front.Verifying;
import bankscore.office.Caller;
import bankscore.office.PaperCode;
import bankscore.office.Slip;
import bankscore.province.report.ReportCheck;
import bankscore.province.report.ReportCheck.Checked;
import bankscore.run.Face;
import bankscore.run.Office;
import bankscore.run.publish.Slips;
import bankscore.run.revisions.Verification;
import bankscore.run.revisions.Verification.Difference;
import bankscore.run.revisions.Verification.Named;
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
 * {@code bankscore verify 2022Q4 [r2]}, {@code bankscore verify --code 7QK2-M0XA-93TD-H5VN} and {@code bankscore verify
 * --slip FILE}.
 */
@Command(name = "verify", resourceBundle = "usage", mixinStandardHelpOptions = true)
public final class VerifyCommand implements Callable<Integer> {

    private final Terminal terminal;

    @Parameters(
            index = "0",
            arity = "0..1",
            paramLabel = "PERIOD",
            converter = PeriodConverter.class,
            descriptionKey = "period")
    private @Nullable Period period;

    @Parameters(index = "1", arity = "0..1", paramLabel = "REVISION", descriptionKey = "revision")
    private @Nullable String revision;

    @Option(names = "--code", paramLabel = "CODE", descriptionKey = "code")
    private @Nullable String code;

    @Option(names = "--slip", paramLabel = "FILE", descriptionKey = "slip")
    private @Nullable Path slip;

    @Mixin
    private Folders places = new Folders();

    public VerifyCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() {
        Optional<Integer> number = Optional.ofNullable(revision).flatMap(PublishedCommand::revision);
        int asked = (period == null ? 0 : 1) + (code == null ? 0 : 1) + (slip == null ? 0 : 1);
        if (asked != 1
                || (revision != null && number.isEmpty())
                || (code != null && !PaperCode.isCode(PaperCode.typed(code)))) {
            return terminal.misused("cli.verify_usage");
        }
        return new PublishedCommand(terminal, places).open(faces -> {
            Verifying verifying = new Verifying(faces, terminal.words(), asked(), terminal);
            return slip != null
                    ? ofSlip(verifying, slip)
                    : code != null ? ofCode(verifying, code) : ofPeriod(verifying, number);
        });
    }

    private int ofPeriod(Verifying verifying, Optional<Integer> number) throws IOException, ConfigException {
        if (period == null) {
            throw new IllegalStateException("no period");
        }
        Face<?> face = verifying.faces().of(places.rule());
        Optional<Checked> report = places.county().isPresent()
                ? Optional.empty()
                : reports(verifying).ofPeriod(face.series(), period, number);
        Verification verification = verifying.of(face);
        Optional<Named> named = verification.byPeriod(period, number);
        List<Difference> lost = verification.lost(period);
        if (named.isEmpty() && !lost.isEmpty()) {
            verifying.differences(lost);
            terminal.complain("cli.different", "count", lost.size());
            return ExitCode.DIFFERENCE.code();
        }
        if (named.isEmpty() && report.isEmpty()) {
            return terminal.misused("cli.missing.REVISION", "name", period);
        }
        Verifying.End end = named.isEmpty() ? Verifying.End.HOLDS : verifying.revision(verification, named.get());
        return code(report.isEmpty() ? end : end.or(told(verifying, report.get())));
    }

    /** The papers of a report have codes, too; of a county's it is asked with its name. */
    private int ofCode(Verifying verifying, String typed) throws IOException, ConfigException {
        List<Checked> reports =
                places.county().isPresent() ? List.of() : reports(verifying).ofCode(typed);
        if (reports.isEmpty()) {
            return code(verifying.code(typed));
        }
        Verifying.End end = Verifying.End.HOLDS;
        for (Checked report : reports) {
            end = end.or(told(verifying, report));
        }
        return code(end);
    }

    private ReportCheck reports(Verifying verifying) {
        Office office = verifying.faces().office();
        return new ReportCheck(
                verifying.faces().engine().dataSource(),
                office.jurisdiction(),
                office.folders().output());
    }

    private Verifying.End told(Verifying verifying, Checked report) {
        terminal.say(
                "province.verified_which",
                "period",
                report.period(),
                "revision",
                report.number(),
                "code",
                report.code());
        verifying.differences(report.differences());
        if (!report.holds()) {
            terminal.complain("cli.different", "count", report.differences().size());
            return Verifying.End.DIFFERS;
        }
        terminal.say("province.verified", "links", report.links());
        return Verifying.End.HOLDS;
    }

    private int ofSlip(Verifying verifying, Path file) throws IOException, ConfigException {
        Optional<Slip> filed = Slips.read(file);
        return filed.isEmpty()
                ? terminal.misused("cli.slip.unreadable", "file", file)
                : code(verifying.slip(filed.get()));
    }

    private static int code(Verifying.End end) {
        return switch (end) {
            case HOLDS -> ExitCode.DONE.code();
            case LOCKED -> ExitCode.LOCKED.code();
            case DIFFERS -> ExitCode.DIFFERENCE.code();
        };
    }

    private Caller asked() {
        return terminal.caller("verify "
                + (slip != null
                        ? "--slip " + slip
                        : code != null
                                ? "--code " + code
                                : period + (revision == null ? "" : " " + revision) + places.ruleTyped()));
    }
}
