package bankscore.cli.command.decision;

import bankscore.cli.command.AskedPeriod;
import bankscore.cli.command.PublishedCommand;
import bankscore.cli.screen.ExitCode;
import bankscore.cli.screen.HowEnded;
import bankscore.cli.screen.Terminal;
import bankscore.front.Folders;
import bankscore.office.Approval;
import bankscore.office.DocumentNumber;
import bankscore.office.OpenKey;
import bankscore.run.revisions.Approvals;
import bankscore.run.revisions.Approvals.Recorded;
import java.time.LocalDate;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code bankscore approve 2022Q4 r2 --document 饶府字〔2023〕1号 --date 2023-01-10}: records the government's approval. */
@Command(name = "approve", resourceBundle = "usage", mixinStandardHelpOptions = true)
public final class ApproveCommand implements Callable<Integer> {

    private final Terminal terminal;

    @Mixin
    private AskedPeriod asked = new AskedPeriod();

    @Parameters(index = "1", arity = "1", paramLabel = "REVISION", descriptionKey = "approved_revision")
    private String revision = "";

    @Option(names = "--document", required = true, paramLabel = "NUMBER", descriptionKey = "document")
    private String document = "";

    @Option(names = "--date", required = true, paramLabel = "DATE", descriptionKey = "date")
    private String date = "";

    @Option(names = "--replaces", descriptionKey = "replaces")
    private boolean replaces;

    @Mixin
    private SigningOptions signing = new SigningOptions();

    @Mixin
    private Folders places = new Folders();

    public ApproveCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() {
        Optional<Integer> number = PublishedCommand.revision(revision);
        Optional<DocumentNumber> read = DocumentNumber.read(document);
        Optional<LocalDate> day = Approvals.day(date);
        if (number.isEmpty() || read.isEmpty() || day.isEmpty()) {
            return terminal.misused(
                    number.isEmpty()
                            ? "cli.approve.revision"
                            : read.isEmpty() ? "cli.approve.document" : "cli.approve.date",
                    "text",
                    number.isEmpty() ? revision : read.isEmpty() ? document : date);
        }
        Approval approval = new Approval(asked.period(), number.get(), read.get(), day.get());
        return signing.with(terminal, places, key -> approve(approval, key));
    }

    private int approve(Approval approval, Optional<OpenKey> key) {
        return new PublishedCommand(terminal, places).ofRule((face, office) -> {
            Recorded recorded = face.approvals(office.publishing().output()).record(asked(approval, key));
            return terminal.tell(recorded.filed(), tell(approval, recorded));
        });
    }

    private Approvals.Asked asked(Approval approval, Optional<OpenKey> key) {
        return new Approvals.Asked(
                approval.period(),
                approval.revision(),
                approval.document(),
                approval.date(),
                replaces,
                key,
                terminal.caller(
                        "approve " + asked.period() + " r" + approval.revision() + " --document " + approval.document()
                                + " --date " + approval.date() + signing.typed() + places.ruleTyped()
                                + (replaces ? " --replaces" : "")));
    }

    private int tell(Approval approval, Recorded recorded) {
        String said = recorded.said(approval, terminal.words());
        switch (recorded.end()) {
            case APPROVED -> {
                terminal.line(said);
                recorded.earlier()
                        .ifPresent(earlier -> terminal.complaint(recorded.replaced(approval, terminal.words())));
                if (recorded.latest() != approval.revision()) {
                    terminal.complain(
                            "cli.approve.not_latest", "latest", recorded.latest(), "revision", approval.revision());
                }
                return ExitCode.DONE.code();
            }
            case ALREADY -> {
                terminal.line(said);
                return ExitCode.DONE.code();
            }
            default -> {
                terminal.complaint(said);
                if (recorded.end() != Approvals.End.LOCKED) {
                    terminal.ends(HowEnded.REFUSED);
                }
                return (recorded.end() == Approvals.End.LOCKED ? ExitCode.LOCKED : ExitCode.USAGE).code();
            }
        }
    }
}
