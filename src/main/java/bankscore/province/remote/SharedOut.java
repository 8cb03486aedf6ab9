package bankscore.province.remote;

import bankscore.exact.Sha256;
import bankscore.province.Counties;
import bankscore.province.County;
import bankscore.province.FilesBelow;
import bankscore.province.ProvinceParameters;
import bankscore.province.Spread;
import bankscore.run.Engine;
import bankscore.run.request.Digests;
import bankscore.run.request.RunFolders;
import bankscore.store.database.Database;
import bankscore.store.province.SharedFiles;
import bankscore.store.province.Workers;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.TreeMap;
import org.springframework.batch.core.partition.PartitionHandler;
import org.springframework.batch.core.step.Step;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * The counties shared out to workers: what they need of the folders is put into the database first, so that no disk is
 * shared and what is computed is what lay there when it began. Where a disk is shared, and that is asked for, the database
 * has the digests alone, and a county whose files are no longer those fails.
 */
public final class SharedOut implements Spread, AutoCloseable {

    /** How many counties make it not worth while to ask the database each second. */
    private static final int MANY = 200;

    /** After that the machine of a worker that nobody heard of is gone for good. */
    private static final Duration GONE = Duration.ofDays(1);

    private static final String CONFIG = "config";

    private final Engine engine;
    private final CountyMessages messages;

    /** @param messages connections of their own; it is closed with this */
    public SharedOut(Engine engine, Database messages) {
        this.engine = engine;
        this.messages = new CountyMessages(messages);
    }

    /** Waits for the counties that workers of an earlier start are at, and takes the others back. */
    @Override
    public void withdraw() {
        messages.withdraw();
    }

    @Override
    public void prepare(ProvinceParameters about, Counties counties) {
        SharedFiles shared = files(engine, about);
        TransactionTemplate transaction = new TransactionTemplate(engine.transactions());
        boolean kept = !about.request().byPath();
        Map<String, Path> own = Map.of(CONFIG, counties.province().folders().config());
        share(shared, transaction, "", own, kept);
        for (County county : counties.all()) {
            RunFolders folders = county.office().folders();
            Map<String, Path> roots = new TreeMap<>();
            String period = about.request().period().toString();
            roots.put("input/" + period, folders.input().resolve(period));
            if (folders.jurisdiction().isEmpty()) {
                roots.put(CONFIG, folders.config());
            }
            share(shared, transaction, county.name(), roots, kept);
        }
        transaction.executeWithoutResult(open -> {
            shared.forgetOthers();
            new Workers(engine.dataSource()).forget(GONE);
        });
    }

    @Override
    public PartitionHandler handler(Step county, int counties, int atOnce) {
        return messages.handler(engine.repository(), county.getName(), counties, counties < MANY ? 1_000 : 5_000);
    }

    @Override
    public boolean isElsewhere() {
        return true;
    }

    static SharedFiles files(Engine engine, ProvinceParameters about) {
        return new SharedFiles(engine.dataSource(), about.province(), Sha256.of(about.start()));
    }

    /**
     * Where a file of a county lies on a disk that is shared.
     *
     * @param county empty: the province's own
     * @param path as it is listed
     */
    static Path place(ProvinceParameters about, String county, String path) {
        return county.isEmpty()
                ? about.folders().config().resolve(path.substring(CONFIG.length() + 1))
                : about.counties().resolve(county).resolve(path);
    }

    /**
     * Lists what lies in some folders of a county.
     *
     * @param kept whether the contents are kept, too
     */
    private static void share(
            SharedFiles shared, TransactionTemplate transaction, String county, Map<String, Path> roots, boolean kept) {
        transaction.executeWithoutResult(open -> {
            Map<String, String> digests = new TreeMap<>();
            roots.forEach((name, root) -> {
                try {
                    for (Path file : FilesBelow.of(root)) {
                        String path =
                                name + "/" + root.relativize(file).toString().replace('\\', '/');
                        digests.put(path, kept ? kept(shared, file) : Digests.of(file));
                    }
                } catch (IOException e) {
                    throw new UncheckedIOException(e);
                }
            });
            shared.list(county, digests);
        });
    }

    private static String kept(SharedFiles shared, Path file) throws IOException {
        String digest = Digests.of(file);
        if (!shared.has(digest)) {
            try (InputStream in = Files.newInputStream(file)) {
                shared.keep(digest, in);
            }
        }
        return digest;
    }

    @Override
    public void close() {
        messages.close();
    }
}
