package bankscore.office;

import org.jspecify.annotations.Nullable;

/**
 * A row of the database that this program did not write, or that was changed since: it says what no row of its table can
 * say. It is no defect of the program, and nothing is to be made of it; verifying tells what else is not as it was.
 */
public final class ForeignRow extends IllegalStateException {

    private static final long serialVersionUID = 1L;

    private final String table;

    public ForeignRow(String table, @Nullable Throwable cause) {
        super("a row of " + table, cause);
        this.table = table;
    }

    public String table() {
        return table;
    }
}
