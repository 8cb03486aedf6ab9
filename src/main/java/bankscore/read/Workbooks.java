package bankscore.read;

import bankscore.finding.Code;
import bankscore.read.csv.CsvWorkbook;
import bankscore.read.file.Content;
import bankscore.read.file.Damage;
import bankscore.read.file.InputFile;
import bankscore.read.file.Limit;
import bankscore.read.file.UnreadableFile;
import bankscore.read.file.Workbook;
import bankscore.read.xls.XlsWorkbook;
import bankscore.read.xlsx.XlsxWorkbook;
import bankscore.sheet.Place;

/** Opens workbooks of every format. */
public final class Workbooks {

    private Workbooks() {}

    /**
     * Opens the copy of a file by its content.
     *
     * @throws UnreadableFile if it is broken (E102), encrypted (E103), has macros (E104), is disguised as a spreadsheet
     *     (E105), is too large (E107), has no content (N109), or is no spreadsheet and does not claim to be one (N106)
     */
    public static Workbook open(InputFile file) throws UnreadableFile {
        Place place = Place.of(file.name(), "");
        if (file.size() > Limit.BYTES.bound()) {
            throw UnreadableFile.tooLarge(place, Limit.BYTES, file.size());
        }
        Content content = Content.of(file.copy(), place);
        boolean claimed = Content.claimsToBeSpreadsheet(file.shortName());
        return switch (content) {
            case EMPTY -> throw UnreadableFile.of(Code.N109, place, content.name());
            case ZIP -> XlsxWorkbook.open(file, claimed);
            case OLE2 -> XlsWorkbook.open(file, claimed);
            case OLD_EXCEL -> throw UnreadableFile.damaged(place, Damage.OLD_EXCEL);
            case TEXT -> {
                if (Content.isNamedCsv(file.shortName())) {
                    yield CsvWorkbook.open(file);
                }
                throw UnreadableFile.foreign(place, claimed, content.name());
            }
            default -> throw UnreadableFile.foreign(place, claimed, content.name());
        };
    }
}
