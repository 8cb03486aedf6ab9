package bankscore.run.revisions;

import bankscore.finding.ConfigException;
import bankscore.office.Revision;
import bankscore.paper.json.PublishedManifest;
import java.util.List;

/** Computes a published result once more, from what was staged then and the configuration of then. */
@FunctionalInterface
public interface Recomputation {

    /**
     * The result as it comes out now, however that is.
     *
     * @throws ConfigException if this program refuses the configuration of then
     */
    Result of(Revision revision, PublishedManifest stated) throws ConfigException;

    /** A result that comes out again; it is computed when it is asked for, and let go when it is closed. */
    interface Result extends AutoCloseable {

        /** The digest of the configuration by which it is computed. */
        String configuration();

        /** Whether it is this {@code result.json}, byte for byte; findings are told in the words of then. */
        boolean is(byte[] published);

        /** The tables of the database whose rows are not those of this result. */
        List<String> tablesOtherwise();

        @Override
        default void close() {}
    }
}
