package bankscore.cli.command.decision;

import bankscore.cli.command.AskedPeriod;
import bankscore.cli.command.PublishedCommand;
import bankscore.cli.screen.ExitCode;
import bankscore.cli.screen.HowEnded;
import bankscore.cli.screen.Terminal;
import bankscore.front.Folders;
import bankscore.office.OpenKey;
import bankscore.office.Refusal;
import bankscore.office.Standing;
import bankscore.run.revisions.Approvals;
import bankscore.run.revisions.Standings;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code bankscore review 2022Q4 r1 --accept} or {@code --return WORDS}: records and signs a review. */
@Command(name = "review", resourceBundle = "usage", mixinStandardHelpOptions = true)
public final class ReviewCommand implements Callable<Integer> {

    private final Terminal terminal;

    @Mixin
    private AskedPeriod asked = new AskedPeriod();

    @Parameters(index = "1", arity = "1", paramLabel = "REVISION", descriptionKey = "reviewed_revision")
    private String revision = "";

    @ArgGroup(multiplicity = "1")
    private Verdict verdict = new Verdict();

    /** One of the two. */
    static final class Verdict {
        @Option(names = "--accept", required = true, descriptionKey = "accept")
        private boolean accepted;

        @Option(names = "--return", required = true, paramLabel = "WORDS", descriptionKey = "return")
        private @Nullable String words;
    }

    @Mixin
    private SigningOptions signing = new SigningOptions();

    @Mixin
    private Folders places = new Folders();

    public ReviewCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() {
        Optional<Integer> number = PublishedCommand.revision(revision);
        Optional<String> words = Optional.ofNullable(verdict.accepted ? null : verdict.words);
        if (number.isEmpty()) {
            return terminal.misused("cli.approve.revision", "text", revision);
        }
        return signing.with(
                terminal,
                places,
                key -> key.isEmpty() ? terminal.misused("cli.people.none") : review(number.get(), words, key.get()));
    }

    private int review(int number, Optional<String> words, OpenKey key) {
        return new PublishedCommand(terminal, places).ofRule((face, office) -> {
            Approvals.Reviewed reviewed = face.approvals(office.publishing().output())
                    .record(new Approvals.Review(
                            asked.period(),
                            number,
                            words,
                            key,
                            terminal.caller("review " + asked.period() + " r" + number
                                    + words.map(text -> " --return " + text).orElse(" --accept") + signing.typed()
                                    + places.ruleTyped())));
            return terminal.tell(reviewed.filed(), tell(number, reviewed));
        });
    }

    private int tell(int number, Approvals.Reviewed reviewed) {
        if (reviewed.locked()) {
            terminal.complain("cli.locked");
            return ExitCode.LOCKED.code();
        }
        if (reviewed.step().orElse(null) instanceof Standing standing) {
            terminal.say(
                    "cli.standing",
                    "period",
                    asked.period(),
                    "revision",
                    number,
                    "standing",
                    Standings.said(standing, terminal.words()));
            return ExitCode.DONE.code();
        }
        if (reviewed.step().orElse(null) instanceof Refusal refusal) {
            terminal.ends(HowEnded.REFUSED);
            return terminal.misused("refusal." + refusal.name());
        }
        return terminal.misused("cli.approve.NO_REVISION", "period", asked.period(), "revision", number);
    }
}
