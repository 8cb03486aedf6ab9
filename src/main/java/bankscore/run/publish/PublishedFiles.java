package bankscore.run.publish;

import bankscore.exact.Sha256;
import bankscore.office.Revision;
import bankscore.paper.json.PublishedManifest;
import bankscore.run.request.FileNames;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * The files of a revision as it was published: those that its manifest names, with the bytes that it states, by names that
 * lie in the revision's folder wherever it is. Whatever else the archive holds was put there by somebody else.
 */
public final class PublishedFiles {

    private final Map<String, byte[]> byName;

    private PublishedFiles(Map<String, byte[]> byName) {
        this.byName = byName;
    }

    /**
     * Picks them out of what the archive holds.
     *
     * @return empty if the manifest is not the published one, or a file that it names is missing or not what it states
     */
    public static Optional<PublishedFiles> of(Revision revision, Map<String, byte[]> archive) {
        byte[] manifest = archive.getOrDefault(Publisher.MANIFEST, new byte[0]);
        if (!Sha256.of(manifest).equals(revision.manifest())) {
            return Optional.empty();
        }
        Map<String, String> digests =
                new TreeMap<>(PublishedManifest.parse(manifest).files());
        digests.put(Publisher.MANIFEST, revision.manifest());
        Map<String, byte[]> files = new LinkedHashMap<>();
        for (Map.Entry<String, String> stated : digests.entrySet()) {
            byte[] content = archive.get(stated.getKey());
            if (content == null
                    || !Sha256.of(content).equals(stated.getValue())
                    || !FileNames.isBelowOneFolder(stated.getKey())) {
                return Optional.empty();
            }
            files.put(stated.getKey(), content);
        }
        return Optional.of(new PublishedFiles(files));
    }

    Map<String, byte[]> byName() {
        return byName;
    }
}
