package bankscore.read.file;

import bankscore.sheet.SheetRow;
import java.io.Closeable;
import java.util.Optional;

/**
 * A cursor over a sheet's rows, from top to bottom; rows without a filled cell are passed over.
 *
 * <p>Memory holds one row. A reader that is restarted opens a new cursor and skips to where it was.
 */
public interface Rows extends Closeable {

    /**
     * The next row with a filled cell; empty after the last one.
     *
     * @throws UnreadableFile if the content is broken or beyond the limits
     */
    Optional<SheetRow> next() throws UnreadableFile;

    /** Passes over all rows above the index (from 0, the file's own); never goes back. */
    void skipTo(int rowIndex);

    /** Whether a column (from 0) is hidden. */
    boolean isColumnHidden(int column);

    @Override
    void close();
}
