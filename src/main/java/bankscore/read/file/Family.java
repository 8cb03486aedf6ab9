package bankscore.read.file;

/** What the contents of an office document say it is, whatever its name. */
public enum Family {
    SPREADSHEET,
    SPREADSHEET_WITH_MACROS,
    BINARY_SPREADSHEET,
    WORD,
    POWERPOINT,
    OTHER
}
