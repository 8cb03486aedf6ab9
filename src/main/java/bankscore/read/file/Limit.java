package bankscore.read.file;

/**
 * How large a workbook may be: which words finding E107 takes, and its detail {@code limit}.
 *
 * <p>The first three are Excel's own. The others keep hostile files within 512 MB of heap and 30 seconds; those without a
 * bound of their own are set by {@link bankscore.sheet.FileLimits}.
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
    /** Bytes of all parts of a file together when expanded. */
    BYTES(1L << 30),
    /** Megabytes of a file as it was sent. */
    MEGABYTES(0),
    /** Cells that are read of a file. */
    CELLS(0),
    /** Characters that are read of a file. */
    CHARACTERS(0),
    /** Seconds of the processor that reading a file takes. */
    SECONDS(0),
    /** Memory that reading a file takes; found when there is no more. */
    MEMORY(0),
    /** Characters of a row; memory holds rows. */
    ROW_TEXT(1_000_000),
    /** Characters of a sheet's name; Excel's own bound is 31. */
    SHEET_NAME(200),
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
