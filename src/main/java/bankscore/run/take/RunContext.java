package bankscore.run.take;

import bankscore.finding.InputChanged;
import bankscore.office.Approval;
import bankscore.office.Revision;
import bankscore.office.RunFacts;
import bankscore.read.InputFolder;
import bankscore.read.InputFolder.Taken;
import bankscore.read.file.InputFile;
import bankscore.rule.Rule;
import bankscore.run.request.Installation;
import bankscore.run.request.Privacy;
import bankscore.run.request.Progress;
import bankscore.run.request.RunParameters;
import bankscore.run.request.StepLog;
import bankscore.store.SheetStore;
import bankscore.store.Stores;
import bankscore.store.database.RunLock;
import java.io.IOException;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One run under way in this process: what it is about, and what its steps have read so far.
 *
 * <p>Everything follows from the parameters, the configuration, the input and the database, and every start takes and
 * recognises anew, so that a run that another process left goes on here. The steps of a run follow each other and never
 * ask at once.
 */
public final class RunContext<R extends Rule> {

    private static final Logger LOG = LoggerFactory.getLogger(RunContext.class);

    private final Configuration<R> configuration;
    private final Installation installation;
    private final Stores stores;
    private final RunLock lock;
    private final Progress progress;
    private final Map<Class<?>, Object> made = new HashMap<>();
    private RunParameters about;
    private @Nullable Taken taken;
    private @Nullable Recognition recognition;
    private @Nullable List<Approval> approvals;

    public RunContext(
            RunParameters about,
            Configuration<R> configuration,
            Installation installation,
            Stores stores,
            RunLock lock,
            Progress progress) {
        this.about = about;
        this.configuration = configuration;
        this.installation = installation;
        this.stores = stores;
        this.lock = lock;
        this.progress = progress;
    }

    public RunParameters about() {
        return about;
    }

    /** Says what is known only once the input has arrived: what the run is identified by, and what it will publish. */
    public void settle(RunParameters known) {
        about = known;
    }

    public Configuration<R> configuration() {
        return configuration;
    }

    public Installation installation() {
        return installation;
    }

    public Stores stores() {
        return stores;
    }

    /** The lock of its period: whatever it changes, it changes in a transaction that holds it. */
    public RunLock lock() {
        return lock;
    }

    public Progress progress() {
        return progress;
    }

    /** Copies what arrived into the period's work folder, if that is not done yet. */
    public void take() throws IOException, InputChanged {
        if (taken != null) {
            return;
        }
        long began = System.nanoTime();
        progress.begins(Progress.Stage.TAKE);
        Taken arrived = new InputFolder(about.input(), configuration.settings().files())
                .take(Privacy.folder(about.folder().work()));
        taken = arrived;
        LOG.info(
                "take: {} files of {} bytes, {} findings, {}",
                arrived.files().size(),
                arrived.files().stream().mapToLong(InputFile::size).sum(),
                arrived.findings().size(),
                StepLog.since(began));
    }

    /** The copies of what arrived. */
    public Taken taken() {
        return known(taken, "taken");
    }

    /** Finds out which sheet is which dataset, and who is in the register, if that is not done yet. */
    public void recognise() {
        if (recognition != null) {
            return;
        }
        long began = System.nanoTime();
        progress.begins(Progress.Stage.RECOGNISE);
        Recognition found =
                Recognition.of(taken(), configuration, about.period(), installation.words(), sheetsBefore());
        recognition = found;
        LOG.info(
                "recognise: {} sheets of {}, {} cells, {} findings, {}",
                found.headers().size(),
                found.sheetsSeen(),
                found.cellsSeen(),
                found.findings().size(),
                StepLog.since(began));
    }

    /** The sheets of the last published period. */
    private Collection<SheetStore.StagedSheet> sheetsBefore() {
        List<Revision> before = stores.revisions().latestBefore(about.period());
        return before.isEmpty()
                ? List.of()
                : stores.staging()
                        .sheets()
                        .sheets(before.get(before.size() - 1).instance())
                        .values();
    }

    public Recognition recognition() {
        return known(recognition, "recognised");
    }

    private static <T> T known(@Nullable T what, String how) {
        if (what == null) {
            throw new IllegalStateException("not " + how + " yet");
        }
        return what;
    }

    /** What one step works out and a later one needs again: made by whichever asks first. */
    public <T> T once(Class<T> what, Supplier<T> maker) {
        Object already = made.get(what);
        if (already == null) {
            already = maker.get();
            made.put(what, already);
        }
        return what.cast(already);
    }

    /**
     * The approvals that are in force at the period's end: what the run holds the money against. Read once, so that the run
     * is identified by what it works with, whatever is recorded meanwhile.
     */
    public List<Approval> approvals() {
        List<Approval> known = approvals;
        if (known == null) {
            known = Approval.inForce(stores.approvals().all(), about.period().end());
            approvals = known;
        }
        return known;
    }

    /** How the revision comes about; its code is not known yet. */
    public RunFacts facts() {
        return new RunFacts(
                about.jurisdiction(),
                configuration.bureau(),
                about.revision().orElse(0),
                "",
                about.runId(),
                installation.version(),
                configuration.digest(),
                taken().files().stream()
                        .map(file -> new RunFacts.Input(file.name(), file.sha256(), file.size()))
                        .toList(),
                about.caller().user(),
                about.caller().machine(),
                about.caller().at(),
                "",
                approvals());
    }
}
