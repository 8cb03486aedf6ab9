package bankscore.province.report;

import bankscore.exact.Period;
import bankscore.office.HistoryEntry;
import bankscore.office.PaperCode;
import bankscore.office.Series;
import bankscore.paper.json.PublishedManifest;
import bankscore.run.publish.PublishedFiles;
import bankscore.run.publish.Publisher;
import bankscore.run.request.Digests;
import bankscore.store.FileArchive;
import bankscore.store.HistoryStore;
import bankscore.store.Stores;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Consumer;
import javax.sql.DataSource;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * The reports on a province by a rule that the database keeps: the history tells of each, by the digest of its manifest, and
 * the archive has its files, apart from those that the province's own office may publish.
 */
final class ReportKept {

    /** How the history calls it. */
    static final String NOTED = "reported";

    private final Stores stores;
    private final FileArchive archive;
    private final Series series;
    private final TransactionTemplate transaction;

    /** @param series by which the history names it */
    ReportKept(DataSource dataSource, Series series) {
        this.stores = Stores.of(dataSource, series);
        this.series = series;
        // No rule is called so.
        this.archive = new FileArchive(dataSource, new Series(series.jurisdiction(), "province " + series.rule()));
        this.transaction = new TransactionTemplate(new JdbcTransactionManager(dataSource));
    }

    /**
     * A report that the history tells of.
     *
     * @param manifest its digest
     */
    record Noted(Period period, int number, String manifest) {}

    /** All of them, as they were published. */
    List<Noted> all() {
        List<Noted> all = new ArrayList<>();
        for (HistoryStore.Link link : stores.history().all()) {
            HistoryEntry entry = link.entry();
            if (entry.series().equals(series) && entry.outcome().equals(NOTED)) {
                Period.parse(entry.period())
                        .ifPresent(period -> all.add(new Noted(period, entry.revision(), entry.digest())));
            }
        }
        return all;
    }

    /** That of a period which was published last. */
    Optional<Noted> latest(Period period) {
        return all().stream().filter(each -> each.period().equals(period)).reduce((earlier, later) -> later);
    }

    /** Those whose papers carry a code. */
    List<Noted> byCode(String code) {
        String wanted = PaperCode.typed(code);
        return all().stream()
                .filter(each -> code(each).equals(Optional.of(wanted)))
                .toList();
    }

    /** What its papers carry; empty if it is not kept. */
    Optional<String> code(Noted noted) {
        return files(noted)
                .flatMap(files -> archive.file(noted.period(), noted.number(), Publisher.MANIFEST))
                .map(manifest -> PublishedManifest.parse(manifest).code());
    }

    /** Its files as it was published; empty if they are not kept, or not as they were. */
    Optional<PublishedFiles> files(Noted noted) {
        return PublishedFiles.of(noted.period(), noted.number(), noted.manifest(), archive);
    }

    /**
     * Keeps the files of a folder that is in place, unless they are kept, and has the history tell of it, unless it does, in
     * one transaction.
     *
     * @param note notes the digest of a manifest
     */
    void keep(Period period, int number, Path folder, Consumer<String> note) throws IOException {
        String manifest = Digests.of(folder.resolve(Publisher.MANIFEST));
        Map<String, String> files =
                new TreeMap<>(PublishedManifest.parse(Files.readAllBytes(folder.resolve(Publisher.MANIFEST)))
                        .files());
        files.put(Publisher.MANIFEST, manifest);
        Noted noted = new Noted(period, number, manifest);
        try {
            transaction.executeWithoutResult(open -> {
                if (archive.names(period, number).isEmpty()) {
                    files.keySet().forEach(name -> save(period, number, name, folder));
                }
                if (!all().contains(noted)) {
                    note.accept(manifest);
                }
            });
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
        stores.durability().force();
    }

    private void save(Period period, int number, String name, Path folder) {
        try (InputStream content = Files.newInputStream(folder.resolve(name))) {
            archive.save(period, number, name, content);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    HistoryStore history() {
        return stores.history();
    }
}
