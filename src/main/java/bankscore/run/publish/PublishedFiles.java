package bankscore.run.publish;

import bankscore.exact.Period;
import bankscore.exact.Sha256;
import bankscore.office.Revision;
import bankscore.paper.json.PublishedManifest;
import bankscore.run.request.FileNames;
import bankscore.store.FileArchive;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Collections;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * The files of a revision as it was published: those that its manifest names, with the bytes that it states, by names that
 * lie in the revision's folder wherever it is. Whatever else the archive holds was put there by somebody else.
 */
public final class PublishedFiles {

    private final Period period;
    private final int number;
    private final FileArchive archive;
    private final Map<String, String> digests;

    private PublishedFiles(Period period, int number, FileArchive archive, Map<String, String> digests) {
        this.period = period;
        this.number = number;
        this.archive = archive;
        this.digests = Collections.unmodifiableMap(digests);
    }

    /**
     * Picks them out of what the archive holds. Their bytes stay there: the lines of a large batch are half a gigabyte.
     *
     * @return empty if the manifest is not the published one, or a file that it names is missing or not what it states
     */
    public static Optional<PublishedFiles> of(Revision revision, FileArchive archive) {
        return of(revision.period(), revision.number(), revision.manifest(), archive);
    }

    /**
     * The same of what is numbered like a revision.
     *
     * @param stated the digest of its manifest
     */
    public static Optional<PublishedFiles> of(Period period, int number, String stated, FileArchive archive) {
        byte[] manifest = archive.file(period, number, Publisher.MANIFEST).orElse(new byte[0]);
        if (!Sha256.of(manifest).equals(stated)) {
            return Optional.empty();
        }
        Map<String, String> digests =
                new TreeMap<>(PublishedManifest.parse(manifest).files());
        digests.put(Publisher.MANIFEST, stated);
        PublishedFiles files = new PublishedFiles(period, number, archive, digests);
        boolean whole = digests.entrySet().stream()
                .allMatch(file -> FileNames.isBelowOneFolder(file.getKey())
                        && files.kept(file.getKey()).equals(Optional.of(file.getValue())));
        return whole ? Optional.of(files) : Optional.empty();
    }

    private Optional<String> kept(String name) {
        return archive.digest(period, number, name);
    }

    /** Their digests by name. */
    public Map<String, String> digests() {
        return digests;
    }

    /** Writes one of them. */
    void write(String name, Path to) throws IOException {
        archive.write(period, number, name, to);
    }
}
