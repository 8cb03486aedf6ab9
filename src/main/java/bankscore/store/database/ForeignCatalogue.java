package bankscore.store.database;

import java.io.IOException;

/** A database file would make its engine do what no migration of ours wants: it is not opened. */
public final class ForeignCatalogue extends IOException {

    private static final long serialVersionUID = 1L;

    /** @param what the line of the catalogue that is not ours; with a minus before it: the line that is missing */
    ForeignCatalogue(String what) {
        super(what);
    }
}
