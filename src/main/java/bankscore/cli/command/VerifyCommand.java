package bankscore.cli.command;

import bankscore.cli.screen.ExitCode;
import bankscore.cli.screen.Terminal;
import bankscore.exact.Period;
import bankscore.finding.ConfigException;
import bankscore.front.Folders;
import bankscore.office.Caller;
import bankscore.office.PaperCode;
import bankscore.office.Series;
import bankscore.office.Slip;
import bankscore.office.Way;
import bankscore.run.Face;
import bankscore.run.Faces;
import bankscore.run.publish.Slips;
import bankscore.run.revisions.History;
import bankscore.run.revisions.SlipCheck;
import bankscore.run.revisions.Standings;
import bankscore.run.revisions.Verification;
import bankscore.run.revisions.Verification.Difference;
import bankscore.run.revisions.Verification.Named;
import bankscore.run.revisions.Verification.Verified;
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
        return new PublishedCommand(terminal, places)
                .open(faces -> slip != null
                        ? ofSlip(faces, slip)
                        : code != null
                                ? ofCode(faces, code)
                                : ofPeriod(verification(faces, faces.of(places.rule())), number));
    }

    private static Verification verification(Faces faces, Face<?> face) throws IOException {
        return face.verification(faces.office().publishing().output());
    }

    private int ofPeriod(Verification verification, Optional<Integer> number) throws IOException {
        if (period == null) {
            throw new IllegalStateException("no period");
        }
        Optional<Named> named = verification.byPeriod(period, number);
        List<Difference> lost = verification.lost(period);
        if (named.isEmpty() && !lost.isEmpty()) {
            lost.forEach(each -> terminal.complain("cli.difference." + each.key(), "subject", each.subject()));
            terminal.complain("cli.different", "count", lost.size());
            return ExitCode.DIFFERENCE.code();
        }
        if (named.isEmpty()) {
            return terminal.misused("cli.missing.REVISION", "name", period);
        }
        return verify(verification, named.get());
    }

    /** A paper whose code belongs to no revision of any rule is not ours, or no longer. */
    private int ofCode(Faces faces, String wanted) throws IOException, ConfigException {
        boolean any = false;
        int worst = ExitCode.DONE.code();
        for (Face<?> face : faces.published()) {
            Verification verification = verification(faces, face);
            for (Named named : verification.byCode(wanted)) {
                any = true;
                worst = Math.max(worst, verify(verification, named));
            }
        }
        if (!any) {
            terminal.complain("cli.code_unknown", "code", PaperCode.typed(wanted));
            return ExitCode.DIFFERENCE.code();
        }
        return worst;
    }

    /** What the database says of itself comes first: it may agree with itself, and yet not with what was filed. */
    private int ofSlip(Faces faces, Path file) throws IOException, ConfigException {
        Optional<Slip> filed = Slips.read(file);
        if (filed.isEmpty()) {
            return terminal.misused("cli.slip.unreadable", "file", file);
        }
        Slip stated = filed.get();
        Verification verification =
                verification(faces, faces.of(new Series(faces.office().jurisdiction(), stated.rule())));
        Optional<Named> named = verification.byPeriod(stated.period(), Optional.of(stated.revision()));
        SlipCheck check = verification.check(stated);
        int code = named.isEmpty() ? ExitCode.DONE.code() : verify(verification, named.get());
        terminal.say(
                stated.approval().isPresent() ? "cli.slip.approved" : "cli.slip.published",
                "period",
                stated.period(),
                "revision",
                stated.revision(),
                "time",
                History.minute(stated.time()));
        for (SlipCheck.Point point : check.points()) {
            Object[] values = {"stated", point.stated(), "found", point.found()};
            if (point.holds()) {
                terminal.say("cli.slip.holds." + point.key(), values);
            } else {
                terminal.complain("cli.slip.differs." + point.key(), values);
            }
        }
        if (!check.holds()) {
            terminal.complain("cli.slip.different");
            return ExitCode.DIFFERENCE.code();
        }
        terminal.say("cli.slip.same", "after", check.after());
        return code;
    }

    private int verify(Verification verification, Named named) throws IOException {
        Optional<Verified> verified = verification.verify(named, asked());
        if (verified.isEmpty()) {
            terminal.complain("cli.locked");
            return ExitCode.LOCKED.code();
        }
        terminal.say(
                named.latest() ? "cli.verified_which" : "cli.verified_older",
                "period",
                named.period(),
                "revision",
                named.number(),
                "code",
                named.code(),
                "scheme",
                named.scheme(),
                "published",
                History.minute(named.publishedAt()));
        if (PaperCode.isWeak(named.code())) {
            terminal.say("cli.verified_weak", "code", named.code());
        }
        named.approval().ifPresent(approval -> terminal.tell(approval, named.number()));
        verified.get().way().ifPresent(way -> tell(named, way));
        for (Difference difference : verified.get().differences()) {
            terminal.complain("cli.difference." + difference.key(), "subject", difference.subject());
        }
        terminal.say("cli.recomputed." + verified.get().recomputed().name());
        if (!verified.get().holds()) {
            terminal.complain(
                    "cli.different", "count", verified.get().differences().size());
            return ExitCode.DIFFERENCE.code();
        }
        terminal.say("cli.verified", "links", verified.get().links());
        return ExitCode.DONE.code();
    }

    /** How far it has come, and whose signatures say so. */
    private void tell(Named named, Way way) {
        if (way.taken().isEmpty()) {
            return;
        }
        terminal.say(
                "cli.standing",
                "period",
                named.period(),
                "revision",
                named.number(),
                "standing",
                Standings.said(way.standing(), terminal.words()));
        for (Way.Taken taken : way.taken()) {
            taken.act()
                    .by()
                    .ifPresent(signer -> terminal.say(
                            "cli.signed",
                            "role",
                            taken.verdict().role().word(),
                            "person",
                            signer.name(),
                            "at",
                            History.minute(taken.act().at()),
                            "fingerprint",
                            signer.fingerprint()));
        }
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
