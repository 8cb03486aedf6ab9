package bankscore.read;

import bankscore.finding.Code;
import bankscore.read.csv.CsvWorkbook;
import bankscore.read.file.Budget;
import bankscore.read.file.Content;
import bankscore.read.file.Damage;
import bankscore.read.file.InputFile;
import bankscore.read.file.Limit;
import bankscore.read.file.Sheet;
import bankscore.read.file.UnreadableFile;
import bankscore.read.file.Workbook;
import bankscore.read.xls.XlsWorkbook;
import bankscore.read.xlsx.XlsxWorkbook;
import bankscore.sheet.Place;
import java.util.HashSet;
import java.util.Locale;
import java.util.Set;

/** Opens workbooks of every format. */
public final class Workbooks {

    private Workbooks() {}

    /** What is done with an open workbook. */
    @FunctionalInterface
    public interface Reading<T, E extends Exception> {
        T of(Workbook workbook) throws UnreadableFile, E;
    }

    /**
     * Opens the copy of a file, reads in it and closes it. A file that memory has no room for, or that nests so deep that
     * no call has, is refused like any other that is too large: whoever reads is told of the file, never of the machine.
     *
     * @throws UnreadableFile as {@link #open} does, or if the file costs more than it may
     */
    public static <T, E extends Exception> T reading(InputFile file, Reading<T, E> reading) throws UnreadableFile, E {
        try (Workbook workbook = open(file)) {
            return reading.of(workbook);
        } catch (OutOfMemoryError | StackOverflowError e) {
            throw UnreadableFile.exhausting(file.name(), e);
        }
    }

    /**
     * Opens the copy of a file by its content; all that is read in it until it is closed spends from one {@link Budget}.
     *
     * @throws UnreadableFile if it is broken (E102), encrypted (E103), has macros (E104), is disguised as a spreadsheet
     *     (E105), is too large (E107), has no content (N109), or is no spreadsheet and does not claim to be one (N106)
     */
    public static Workbook open(InputFile file) throws UnreadableFile {
        Workbook workbook = openUnchecked(file);
        Set<String> names = new HashSet<>();
        for (Sheet sheet : workbook.sheets()) {
            Place place = Place.of(file.name(), "");
            if (sheet.name().length() > Limit.SHEET_NAME.bound()) {
                workbook.close();
                throw UnreadableFile.tooLarge(place, Limit.SHEET_NAME);
            }
            if (!names.add(sheet.name().toLowerCase(Locale.ROOT))) {
                // A finding could not say which of them it is about.
                workbook.close();
                throw UnreadableFile.damaged(place, Damage.SHEET_NAMES);
            }
        }
        return workbook;
    }

    private static Workbook openUnchecked(InputFile file) throws UnreadableFile {
        Place place = Place.of(file.name(), "");
        Budget budget = new Budget(file, file.limits());
        Content content = Content.of(file.copy(), place);
        boolean claimed = Content.claimsToBeSpreadsheet(file.shortName());
        return switch (content) {
            case EMPTY -> throw UnreadableFile.of(Code.N109, place, content.name());
            case ZIP -> XlsxWorkbook.open(file, claimed, budget);
            case OLE2 -> XlsWorkbook.open(file, claimed, budget);
            case OLD_EXCEL -> throw UnreadableFile.damaged(place, Damage.OLD_EXCEL);
            case TEXT -> {
                if (Content.isNamedCsv(file.shortName())) {
                    yield CsvWorkbook.open(file, budget);
                }
                throw UnreadableFile.foreign(place, claimed, content.name());
            }
            default -> throw UnreadableFile.foreign(place, claimed, content.name());
        };
    }
}
