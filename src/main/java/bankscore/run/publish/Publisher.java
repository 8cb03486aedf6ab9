package bankscore.run.publish;

import bankscore.contribution.Judging;
import bankscore.contribution.book.ScoreWorkbook;
import bankscore.contribution.judge.Report;
import bankscore.contribution.papers.OfficialLetter;
import bankscore.contribution.papers.ResultJson;
import bankscore.contribution.papers.ResultPage;
import bankscore.exact.Period;
import bankscore.exact.Sha256;
import bankscore.finding.Words;
import bankscore.intake.ColumnWords;
import bankscore.load.LetterSettings;
import bankscore.load.Settings;
import bankscore.office.HistoryEntry;
import bankscore.office.Letterhead;
import bankscore.office.Revision;
import bankscore.office.RunFacts;
import bankscore.paper.json.ManifestJson;
import bankscore.paper.json.ManifestJson.Manifest;
import bankscore.paper.json.ManifestJson.Published;
import bankscore.run.request.Digests;
import bankscore.run.request.RunRequest;
import bankscore.run.take.RunContext;
import bankscore.store.Stores;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Publishes a revision so that it is complete or absent: files are written beside and forced to disk, the revision is
 * noted and made durable, the folder is renamed into place, the revision is finished.
 */
public final class Publisher {

    public static final String BOOK = "考核结果.xlsx";
    public static final String LETTER = "资金调拨方案.docx";
    public static final String PAGE = "report.html";
    public static final String RESULT = "result.json";
    public static final String MANIFEST = "manifest.json";

    /** Of more banks the papers are written one after the other, because all at once would not fit into the heap. */
    private static final int MOST_BANKS_AT_ONCE = 300;

    private final TransactionTemplate transaction;
    private final Stores stores;
    private final RunContext<?> run;
    private final Judging workbench;
    private final AllFindings findings;

    public Publisher(
            PlatformTransactionManager transactions,
            Stores stores,
            RunContext<?> run,
            Judging workbench,
            AllFindings findings) {
        this.transaction = new TransactionTemplate(transactions);
        this.stores = stores;
        this.run = run;
        this.workbench = workbench;
        this.findings = findings;
    }

    /** Publishes, and says in words for the log what. */
    public String publish(long instance) {
        Words words = run.request().words();
        String fonts = run.configuration().settings().fonts();
        Report report = coded(report(instance), words);
        try {
            RevisionFolder folder = new RevisionFolder(run.request().outputOfPeriod(), run.revision());
            Path beside = folder.prepare();
            Files.write(beside.resolve(RESULT), ResultJson.of(report, words));
            String head = stores.history().head();
            Writing table = () -> ScoreWorkbook.write(report, fonts, words, beside.resolve(BOOK));
            Writing page = () -> ResultPage.write(report, words, beside.resolve(PAGE));
            Writing letter = () -> OfficialLetter.write(report, letterhead(head), words, beside.resolve(LETTER));
            if (report.assessment().cards().size() <= MOST_BANKS_AT_ONCE) {
                together(List.of(table, letter, page));
            } else {
                table.write();
                letter.write();
                page.write();
            }
            List<Published> files = new ArrayList<>();
            for (String name : List.of(BOOK, LETTER, PAGE, RESULT)) {
                Path file = beside.resolve(name);
                files.add(new Published(name, Digests.of(file), Files.size(file)));
            }
            ZonedDateTime finished = ZonedDateTime.now(run.request().clock());
            byte[] manifest = ManifestJson.of(new Manifest(
                    report.run(),
                    period(),
                    run.configuration().rule().id(),
                    run.configuration().rule().digest(),
                    files,
                    run.identity(),
                    stores.stored().digests(instance),
                    finished,
                    head));
            Files.write(beside.resolve(MANIFEST), manifest);
            Revision revision = new Revision(
                    period(),
                    run.revision(),
                    false,
                    instance,
                    run.identity(),
                    report.run().code(),
                    run.configuration().rule().id(),
                    Digests.of(beside.resolve(RESULT)),
                    Sha256.of(manifest),
                    DateTimeFormatter.ISO_OFFSET_DATE_TIME.format(finished));
            folder.force();
            begin(revision, beside);
            folder.intoPlace();
            finish(revision, "published");
            return "r" + revision.number() + ", " + (files.size() + 1) + " files of "
                    + files.stream().mapToLong(Published::size).sum() + " bytes";
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Writes something. */
    @FunctionalInterface
    private interface Writing {
        void write() throws IOException;
    }

    /**
     * Writes things two at a time: this thread from the first one on, another from the last one back, until they meet. When
     * this returns or fails, all have ended.
     */
    private static void together(List<Writing> things) throws IOException {
        List<FutureTask<Boolean>> tasks = things.stream()
                .map(thing -> new FutureTask<>(() -> {
                    thing.write();
                    return true;
                }))
                .toList();
        Thread thread = new Thread(
                () -> {
                    for (int i = tasks.size() - 1; i >= 0; i--) {
                        tasks.get(i).run();
                    }
                },
                "papers");
        thread.start();
        // What has been begun by one thread the other passes over.
        tasks.forEach(FutureTask::run);
        awaitEnd(thread);
        for (FutureTask<Boolean> task : tasks) {
            ended(task);
        }
    }

    private static void ended(FutureTask<Boolean> task) throws IOException {
        try {
            task.get();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new InterruptedIOException("interrupted while writing");
        } catch (ExecutionException e) {
            if (e.getCause() instanceof IOException failed) {
                throw failed;
            }
            if (e.getCause() instanceof RuntimeException failed) {
                throw failed;
            }
            if (e.getCause() instanceof Error failed) {
                throw failed;
            }
            throw new IllegalStateException("writing failed", e.getCause());
        }
    }

    /** What is half written must not be left to a thread that goes on after the run has ended. */
    private static void awaitEnd(Thread thread) throws InterruptedIOException {
        try {
            thread.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new InterruptedIOException("interrupted while writing");
        }
    }

    private void begin(Revision revision, Path beside) {
        transaction.executeWithoutResult(status -> {
            stores.revisions().begin(revision);
            for (String name : List.of(BOOK, LETTER, PAGE, RESULT, MANIFEST)) {
                try {
                    stores.archive().save(period(), revision.number(), name, Files.readAllBytes(beside.resolve(name)));
                } catch (IOException e) {
                    throw new UncheckedIOException(e);
                }
            }
        });
        stores.durability().force();
    }

    private void finish(Revision revision, String outcome) {
        RunRequest request = run.request();
        HistoryEntry entry = new HistoryEntry(
                run.configuration().settings().jurisdiction(),
                revision.publishedAt(),
                request.user(),
                request.machine(),
                "run",
                request.arguments(),
                period().toString(),
                revision.number(),
                outcome,
                revision.manifest());
        transaction.executeWithoutResult(status -> {
            stores.revisions().finish(period(), revision.number());
            stores.history().append(entry);
        });
        stores.durability().force();
    }

    private Letterhead letterhead(String chainHead) {
        Settings settings = run.configuration().settings();
        LetterSettings letter = run.configuration().letter();
        return new Letterhead(
                letter.office().orElse(settings.bureau()),
                letter.addressee().orElse(settings.government()),
                letter.issue(period()).number(),
                letter.issue(period()).date(),
                letter.signatory(),
                letter.contact(),
                letter.telephone(),
                chainHead);
    }

    private Report report(long instance) {
        Settings settings = run.configuration().settings();
        RunFacts facts = new RunFacts(
                settings.jurisdiction(),
                settings.bureau(),
                run.revision(),
                "",
                run.runId(),
                run.request().version(),
                run.configuration().digest(),
                run.taken().files().stream()
                        .map(file -> new RunFacts.Input(file.name(), file.sha256(), file.size()))
                        .toList(),
                run.request().user(),
                run.request().machine(),
                run.started());
        return new Report(
                workbench.judged(instance),
                findings.all(instance),
                facts,
                earlier(),
                ColumnWords.of(run.configuration().datasets(), run.request().words()),
                stores.approvals().current(period()));
    }

    private static Report coded(Report report, Words words) {
        return report.with(report.run().withCode(ResultJson.code(report, words)));
    }

    /** The latest published result of each earlier period. */
    private List<Report.Earlier> earlier() {
        return stores.revisions().latestBefore(period()).stream()
                .map(revision -> new Report.Earlier(
                        revision.period(),
                        revision.number(),
                        stores.results().scores(revision.instance()).stream()
                                .map(score ->
                                        new Report.BankResult(score.bank(), score.total(), score.rank(), score.share()))
                                .toList()))
                .toList();
    }

    private Period period() {
        return run.request().period();
    }
}
