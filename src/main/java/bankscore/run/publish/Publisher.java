package bankscore.run.publish;

import bankscore.exact.Sha256;
import bankscore.office.Revision;
import bankscore.paper.json.ManifestJson;
import bankscore.paper.json.ManifestJson.Manifest;
import bankscore.paper.json.ManifestJson.Published;
import bankscore.rule.Rule;
import bankscore.run.request.Digests;
import bankscore.run.request.RunParameters;
import bankscore.run.take.RunContext;
import bankscore.store.Stores;
import java.io.IOException;
import java.io.InputStream;
import java.io.InterruptedIOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Publishes a revision so that it is complete or absent: files are written beside and forced to disk; one transaction,
 * which shows that the run still holds its lock, notes the revision, keeps its files and tells the history; then the folder
 * is renamed into place. What the database says is published, and a folder that is not there yet is written from it.
 */
public final class Publisher<R extends Rule> {

    public static final String RESULT = "result.json";
    public static final String MANIFEST = "manifest.json";

    private final TransactionTemplate transaction;
    private final RunContext<R> run;
    private final RunParameters about;
    private final Stores stores;
    private final Papers<R> papers;

    public Publisher(PlatformTransactionManager transactions, RunContext<R> run, Papers<R> papers) {
        this.transaction = new TransactionTemplate(transactions);
        this.run = run;
        this.about = run.about();
        this.stores = run.stores();
        this.papers = papers;
    }

    /** Publishes, and says in words for the log what. */
    public String publish(long instance) throws IOException {
        int number = about.revision().orElseThrow();
        if (isPublished(number)) {
            return "r" + number + ", published before";
        }
        String head = stores.history().head();
        Publication publication = papers.of(run, instance, head);
        RevisionFolder folder = new RevisionFolder(about.folder(), number);
        Path beside = folder.prepare();
        byte[] result = publication.result();
        Files.write(beside.resolve(RESULT), result);
        write(publication, beside);
        List<Published> files = new ArrayList<>();
        for (PaperFile paper : publication.papers()) {
            Path file = beside.resolve(paper.name());
            String digest = paper.digest().isPresent() ? paper.digest().get() : Digests.of(file);
            files.add(new Published(paper.name(), digest, Files.size(file)));
        }
        String ofResult = Sha256.of(result);
        files.add(new Published(RESULT, ofResult, result.length));
        ZonedDateTime finished = run.installation().now();
        byte[] manifest = manifest(publication, files, instance, finished, head);
        Files.write(beside.resolve(MANIFEST), manifest);
        Revision revision = new Revision(
                about.period(),
                number,
                true,
                instance,
                about.identity().orElseThrow(),
                publication.code(),
                run.configuration().rule().id(),
                ofResult,
                Sha256.of(manifest),
                DateTimeFormatter.ISO_OFFSET_DATE_TIME.format(finished));
        folder.force();
        folder.requireFree();
        publish(revision, Stream.concat(names(publication).stream(), Stream.of(MANIFEST)), beside, finished);
        folder.intoPlace();
        return "r" + number + ", " + (files.size() + 1) + " files of "
                + files.stream().mapToLong(Published::size).sum() + " bytes";
    }

    /** Whether a start that was killed came as far as that, and recovery did the rest. */
    private boolean isPublished(int number) {
        return stores.revisions()
                .latest(about.period())
                .filter(latest -> latest.number() == number)
                .map(Revision::identity)
                .equals(about.identity());
    }

    /** The files that the manifest names, in its order. */
    private static List<String> names(Publication publication) {
        return Stream.concat(publication.papers().stream().map(PaperFile::name), Stream.of(RESULT))
                .toList();
    }

    private byte[] manifest(
            Publication publication, List<Published> files, long instance, ZonedDateTime finished, String head) {
        return ManifestJson.of(new Manifest(
                run.facts().withCode(publication.code()),
                about.period(),
                run.configuration().rule().id(),
                run.configuration().rule().digest(),
                files,
                about.identity().orElseThrow(),
                stores.staging().rows().digests(instance),
                finished,
                head));
    }

    /** Writes the papers beside, and waits for all of them, also if one fails. */
    private static void write(Publication publication, Path beside) throws IOException {
        ExecutorService hands = Executors.newFixedThreadPool(publication.atOnce());
        try {
            List<Callable<Path>> writings = new ArrayList<>();
            for (PaperFile paper : publication.papers()) {
                Path file = RevisionFolder.file(beside, paper.name());
                writings.add(() -> {
                    paper.writing().to(file);
                    return file;
                });
            }
            for (Future<Path> written : hands.invokeAll(writings)) {
                written.get();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new InterruptedIOException("interrupted while writing");
        } catch (ExecutionException e) {
            throw failure(e.getCause());
        } finally {
            hands.shutdownNow();
        }
    }

    /** As if the paper had been written in this thread. */
    private static IOException failure(@Nullable Throwable cause) {
        if (cause instanceof Error error) {
            throw error;
        }
        if (cause instanceof RuntimeException exception) {
            throw exception;
        }
        return cause instanceof IOException exception ? exception : new IOException(cause);
    }

    private void publish(Revision revision, Stream<String> names, Path beside, ZonedDateTime finished) {
        List<String> files = names.toList();
        transaction.executeWithoutResult(status -> {
            run.lock().hold();
            stores.revisions().add(revision);
            for (String name : files) {
                try (InputStream content = Files.newInputStream(beside.resolve(name))) {
                    stores.archive().save(about.period(), revision.number(), name, content);
                } catch (IOException e) {
                    throw new UncheckedIOException(e);
                }
            }
            stores.history()
                    .append(about.caller()
                            .at(finished)
                            .entry(
                                    about.series(),
                                    "run",
                                    about.period(),
                                    revision.number(),
                                    "published",
                                    revision.manifest()));
            if (about.series().rule().isEmpty()) {
                stores.series().settle(run.configuration().asked());
            }
            // Once more, last of all: whoever lost it on the way here publishes nothing, whether somebody has taken it
            // or not.
            run.lock().hold();
        });
        stores.durability().force();
    }
}
