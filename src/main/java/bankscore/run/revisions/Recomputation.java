package bankscore.run.revisions;

import bankscore.office.Revision;
import bankscore.paper.json.PublishedManifest;
import bankscore.run.take.Configuration;
import java.util.List;

/** Computes a published result once more, from what was staged then and the configuration of then. */
@FunctionalInterface
public interface Recomputation {

    /** The result as it comes out now, however that is. */
    Result of(PublishedRevisions revisions, Revision revision, Configuration configuration, PublishedManifest stated);

    /** A result that came out again. */
    interface Result {

        /** The bytes that {@code result.json} would have. */
        byte[] bytes();

        /** The tables of the database whose rows are not those of this result. */
        List<String> tablesOtherwise();
    }
}
