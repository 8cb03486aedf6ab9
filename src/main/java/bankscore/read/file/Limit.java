package bankscore.read.file;

/**
 * How large a workbook may be: the details {@code what} and {@code limit} of finding E107.
 *
 * <p>The first four are Excel's own. The others keep hostile files within 512 MB of heap and 30 seconds.
 */
public enum Limit {
    /** Rows of a sheet. */
    ROWS(1_048_576),
    /** Columns of a sheet. */
    COLUMNS(16_384),
    /** Characters of one cell. */
    CELL_TEXT(32_767),
    /** Sheets of a workbook; ours. */
    SHEETS(256),
    /** Bytes of a file as it was sent, and bytes of all its parts together when expanded. */
    BYTES(1L << 30),
    /** Parts of a file. */
    PARTS(10_000),
    /** How many times larger a part may be than it is packed; the most that honest packing reaches is near. */
    EXPANSION(1_000),
    /** Bytes of a part that only describes others. */
    DESCRIPTION_BYTES(16L << 20),
    /** Bytes of a tag or a run of text. */
    TOKEN_BYTES(1L << 20),
    /** Nesting of elements. */
    DEPTH(256),
    /** Different texts of a workbook. */
    TEXTS(2_000_000),
    /** Characters of all different texts of a workbook. */
    TEXT_TOTAL(32_000_000),
    /** Formats of a workbook. */
    FORMATS(1_000_000),
    /** Merged ranges of a sheet. */
    MERGED_RANGES(500_000);

    private final long bound;

    Limit(long bound) {
        this.bound = bound;
    }

    /** The largest allowed value. */
    public long bound() {
        return bound;
    }
}
