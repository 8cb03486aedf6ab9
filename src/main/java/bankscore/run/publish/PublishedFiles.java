package bankscore.run.publish;

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

    private final Revision revision;
    private final FileArchive archive;
    private final Map<String, String> digests;

    private PublishedFiles(Revision revision, FileArchive archive, Map<String, String> digests) {
        this.revision = revision;
        this.archive = archive;
        this.digests = Collections.unmodifiableMap(digests);
    }

    /**
     * Picks them out of what the archive holds. Their bytes stay there: the lines of a large batch are half a gigabyte.
     *
     * @return empty if the manifest is not the published one, or a file that it names is missing or not what it states
     */
    public static Optional<PublishedFiles> of(Revision revision, FileArchive archive) {
        byte[] manifest = archive.file(revision.period(), revision.number(), Publisher.MANIFEST)
                .orElse(new byte[0]);
        if (!Sha256.of(manifest).equals(revision.manifest())) {
            return Optional.empty();
        }
        Map<String, String> digests =
                new TreeMap<>(PublishedManifest.parse(manifest).files());
        digests.put(Publisher.MANIFEST, revision.manifest());
        PublishedFiles files = new PublishedFiles(revision, archive, digests);
        boolean whole = digests.entrySet().stream()
                .allMatch(stated -> FileNames.isBelowOneFolder(stated.getKey())
                        && files.kept(stated.getKey()).equals(Optional.of(stated.getValue())));
        return whole ? Optional.of(files) : Optional.empty();
    }

    private Optional<String> kept(String name) {
        return archive.digest(revision.period(), revision.number(), name);
    }

    /** Their digests by name. */
    Map<String, String> digests() {
        return digests;
    }

    /** Writes one of them. */
    void write(String name, Path to) throws IOException {
        archive.write(revision.period(), revision.number(), name, to);
    }
}
