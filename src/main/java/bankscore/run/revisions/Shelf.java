package bankscore.run.revisions;

import bankscore.exact.Period;
import bankscore.exact.Sha256;
import bankscore.office.Approval;
import bankscore.office.Revision;
import bankscore.office.Series;
import bankscore.paper.json.PublishedManifest;
import bankscore.run.publish.Publisher;
import bankscore.store.Stores;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import javax.sql.DataSource;

/** The published revisions of a rule as they are picked, and their files as the database keeps them; nothing is computed. */
public final class Shelf {

    private final Series series;
    private final Stores stores;

    public Shelf(DataSource dataSource, Series series) {
        this.series = series;
        this.stores = Stores.of(dataSource, series);
    }

    /**
     * A published revision.
     *
     * @param rule of the series; empty: of the rule that has the folders
     * @param publishedAt ISO time with offset
     * @param latest whether no later revision of the period is published
     * @param approval that of this very revision, if it is the one that holds
     */
    public record Entry(
            String rule,
            Period period,
            int number,
            String code,
            String scheme,
            String publishedAt,
            boolean latest,
            Optional<Approval> approval) {}

    /** All of them, by period and number. */
    public List<Entry> entries() {
        List<Revision> published = published();
        return published.stream()
                .map(revision -> new Entry(
                        series.rule(),
                        revision.period(),
                        revision.number(),
                        revision.code(),
                        revision.scheme(),
                        revision.publishedAt(),
                        published.stream()
                                .noneMatch(other ->
                                        other.period().equals(revision.period()) && other.number() > revision.number()),
                        stores.approvals()
                                .current(revision.period())
                                .filter(approval -> approval.revision() == revision.number())))
                .toList();
    }

    /** How many bytes each file of a revision has, by name. */
    public Map<String, Long> files(Period period, int number) {
        return stores.archive().sizes(period, number);
    }

    /** A file of a revision as it was published; empty if it has none of that name. */
    public Optional<byte[]> file(Period period, int number, String name) {
        return stores.archive().file(period, number, name);
    }

    /**
     * A published file.
     *
     * @param same whether it was published byte for byte; otherwise only its name is the same
     */
    public record Filed(Period period, int number, String file, boolean same) {}

    /**
     * Whether a file is a published one, by the manifests alone.
     *
     * @param sha256 of its bytes
     * @param name as somebody calls it
     */
    public List<Filed> find(String sha256, String name) {
        List<Filed> found = new ArrayList<>();
        for (Revision revision : published()) {
            digests(revision).forEach((file, digest) -> {
                boolean same = digest.equals(sha256);
                if (same || file.equals(name)) {
                    found.add(new Filed(revision.period(), revision.number(), file, same));
                }
            });
        }
        return List.copyOf(found);
    }

    /** Of the files of a revision, the manifest among them; none if the manifest is not the one that was published. */
    private Map<String, String> digests(Revision revision) {
        byte[] manifest =
                file(revision.period(), revision.number(), Publisher.MANIFEST).orElse(new byte[0]);
        if (!Sha256.of(manifest).equals(revision.manifest())) {
            return Map.of();
        }
        Map<String, String> digests =
                new TreeMap<>(PublishedManifest.parse(manifest).files());
        digests.put(Publisher.MANIFEST, revision.manifest());
        return digests;
    }

    private List<Revision> published() {
        return stores.revisions().all().stream().filter(Revision::published).toList();
    }
}
