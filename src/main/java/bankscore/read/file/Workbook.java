package bankscore.read.file;

import bankscore.finding.Code;
import bankscore.read.csv.CsvWorkbook;
import bankscore.read.xls.XlsWorkbook;
import bankscore.read.xlsx.XlsxWorkbook;
import bankscore.sheet.MergedRange;
import bankscore.sheet.Place;
import java.io.Closeable;
import java.util.List;

/**
 * An open workbook: its sheets, and their rows as a stream.
 *
 * <p>Formulas are never evaluated, links never followed and macros never run: a formula counts by its cached value.
 */
public interface Workbook extends Closeable {

    /**
     * Opens the copy of a file by its content.
     *
     * @throws UnreadableFile if it is broken (E102), encrypted (E103), has macros (E104), is disguised as a spreadsheet
     *     (E105), is too large (E107), or is no spreadsheet and does not claim to be one (N106)
     */
    static Workbook open(InputFile file) throws UnreadableFile {
        Place place = Place.of(file.name(), "");
        if (file.size() > Limit.BYTES.bound()) {
            throw UnreadableFile.tooLarge(place, Limit.BYTES, file.size());
        }
        Content content = Content.of(file.copy(), place);
        boolean claimed = Content.claimsToBeSpreadsheet(file.shortName());
        return switch (content) {
            case EMPTY ->
                throw claimed
                        ? UnreadableFile.damaged(place, Damage.EMPTY)
                        : UnreadableFile.of(Code.N106, place, content.name());
            case ZIP -> XlsxWorkbook.open(file, claimed);
            case OLE2 -> XlsWorkbook.open(file, claimed);
            case OLD_EXCEL -> throw UnreadableFile.damaged(place, Damage.OLD_EXCEL);
            case TEXT -> {
                if (Content.isNamedCsv(file.shortName())) {
                    yield CsvWorkbook.open(file);
                }
                throw foreign(place, claimed, content.name());
            }
            default -> throw foreign(place, claimed, content.name());
        };
    }

    /** Content that is no spreadsheet: an error if the name claims it is, otherwise only a note. */
    static UnreadableFile foreign(Place place, boolean claimed, String found) {
        return UnreadableFile.of(claimed ? Code.E105 : Code.N106, place, found);
    }

    /** The worksheets in the workbook's order. */
    List<Sheet> sheets();

    /** Opens a cursor over a sheet's rows; the caller closes it before the workbook. */
    Rows rows(Sheet sheet) throws UnreadableFile;

    /** A sheet's merged ranges; reads the sheet a second time. */
    List<MergedRange> mergedRanges(Sheet sheet) throws UnreadableFile;

    @Override
    void close();
}
