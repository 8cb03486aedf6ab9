package bankscore.read.file;

import bankscore.sheet.CellValue;
import bankscore.sheet.LookPart;
import bankscore.sheet.MergedRange;
import java.io.Closeable;
import java.util.List;
import java.util.function.Predicate;

/**
 * An open workbook: its sheets, and their rows as a stream.
 *
 * <p>Formulas are never evaluated, links never followed and macros never run: a formula counts by its cached value.
 */
public interface Workbook extends Closeable {

    /** The worksheets in the workbook's order. */
    List<Sheet> sheets();

    /** Opens a cursor over a sheet's rows; the caller closes it before the workbook. */
    Rows rows(Sheet sheet) throws UnreadableFile;

    /**
     * Whether a text of a sheet, or a number format, may pass a test. It costs less than to read the rows; where it would not,
     * the answer is yes.
     *
     * @param signs of which each text that passes holds one at least, however it is normalised; such that nothing else becomes
     *     one of them by that
     */
    default boolean mayHold(Sheet sheet, String signs, Predicate<CellValue.Text> text, Predicate<LookPart> format)
            throws UnreadableFile {
        return true;
    }

    /** A sheet's merged ranges; reads the sheet a second time. */
    List<MergedRange> mergedRanges(Sheet sheet) throws UnreadableFile;

    @Override
    void close();
}
