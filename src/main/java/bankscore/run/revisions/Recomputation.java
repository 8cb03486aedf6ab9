package bankscore.run.revisions;

import bankscore.finding.ConfigException;
import bankscore.office.Revision;
import bankscore.paper.json.PublishedManifest;
import java.io.IOException;
import java.util.List;

/** Computes a published result once more, from what was staged then and the configuration of then. */
@FunctionalInterface
public interface Recomputation {

    /**
     * The result as it comes out now, however that is.
     *
     * @throws ConfigException if this program refuses the configuration of then
     */
    Result of(Revision revision, PublishedManifest stated) throws ConfigException, IOException;

    /** A result that comes out again; it is computed when it is asked for. */
    interface Result {

        /** The digest of the configuration by which it is computed. */
        String configuration();

        /** The bytes that {@code result.json} would have. */
        byte[] bytes();

        /** The tables of the database whose rows are not those of this result. */
        List<String> tablesOtherwise();
    }
}
