package bankscore.read.file;

import java.util.Set;

/** What is broken in a file that cannot be read: the detail {@code found} of finding E102. */
public enum Damage {
    /** The file may not be opened, for want of rights. */
    ACCESS,
    /** The container (zip or OLE2) is cut off or damaged. */
    CONTAINER,
    /** A part that must be there is not. */
    PART_MISSING,
    /** Two sheets are one part. */
    SHARED_PART,
    /** Two sheets have one name. */
    SHEET_NAMES,
    /** A part is no well-formed XML. */
    XML,
    /** A part holds a document type or an entity. */
    DOCTYPE,
    /** A row or cell has no valid address, or stands out of order. */
    ADDRESS,
    /** A cell's stored value is not of its stored type. */
    VALUE,
    /** A text file in no known encoding. */
    ENCODING,
    /** A quotation mark is never closed. */
    QUOTE,
    /** Excel's binary format .xlsb. */
    XLSB,
    /** A format of Excel 95 or before. */
    OLD_EXCEL;

    /** Whether the finding says what it is; of the others only that the file is broken. */
    boolean hasWords() {
        return Set.of(XLSB, OLD_EXCEL, SHARED_PART, SHEET_NAMES, ACCESS).contains(this);
    }
}
