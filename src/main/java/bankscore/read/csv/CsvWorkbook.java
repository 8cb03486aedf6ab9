package bankscore.read.csv;

import bankscore.read.file.Budget;
import bankscore.read.file.Damage;
import bankscore.read.file.InputFile;
import bankscore.read.file.Rows;
import bankscore.read.file.Sheet;
import bankscore.read.file.UnreadableFile;
import bankscore.read.file.Workbook;
import bankscore.sheet.MergedRange;
import bankscore.sheet.Place;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.List;

/**
 * A CSV file as a workbook with one sheet, named like the file as Excel does.
 *
 * <p>The encoding is the byte order mark's, else UTF-8 if the whole file is valid in it, else GB18030, which Chinese
 * editions of Excel write without a mark.
 */
public final class CsvWorkbook implements Workbook {

    private static final Charset GB18030 = Charset.forName("GB18030");
    private static final int LONGEST_SHEET_NAME = 31;

    private final InputFile file;
    private final Budget budget;
    private final Sheet sheet;
    private final Charset charset;
    private final int mark;

    private CsvWorkbook(InputFile file, Budget budget, Sheet sheet, Charset charset, int mark) {
        this.file = file;
        this.budget = budget;
        this.sheet = sheet;
        this.charset = charset;
        this.mark = mark;
    }

    public static CsvWorkbook open(InputFile file, Budget budget) throws UnreadableFile {
        String name = file.shortName();
        String base = name.substring(0, Math.max(name.lastIndexOf('.'), 0));
        Sheet sheet = new Sheet(0, base.substring(0, Math.min(base.length(), LONGEST_SHEET_NAME)), false);
        Place place = Place.of(file.name(), "");
        try {
            for (CsvWorkbook candidate : candidates(file, budget, sheet)) {
                if (candidate.decodes()) {
                    return candidate;
                }
            }
        } catch (IOException e) {
            throw UnreadableFile.damaged(place, Damage.ACCESS, e);
        }
        throw UnreadableFile.damaged(place, Damage.ENCODING);
    }

    private static List<CsvWorkbook> candidates(InputFile file, Budget budget, Sheet sheet) throws IOException {
        byte[] head;
        try (InputStream in = Files.newInputStream(file.copy())) {
            head = in.readNBytes(3);
        }
        if (head.length >= 3 && head[0] == (byte) 0xEF && head[1] == (byte) 0xBB && head[2] == (byte) 0xBF) {
            return List.of(new CsvWorkbook(file, budget, sheet, StandardCharsets.UTF_8, 3));
        }
        if (head.length >= 2 && head[0] == (byte) 0xFF && head[1] == (byte) 0xFE) {
            return List.of(new CsvWorkbook(file, budget, sheet, StandardCharsets.UTF_16LE, 2));
        }
        if (head.length >= 2 && head[0] == (byte) 0xFE && head[1] == (byte) 0xFF) {
            return List.of(new CsvWorkbook(file, budget, sheet, StandardCharsets.UTF_16BE, 2));
        }
        return List.of(
                new CsvWorkbook(file, budget, sheet, StandardCharsets.UTF_8, 0),
                new CsvWorkbook(file, budget, sheet, GB18030, 0));
    }

    private boolean decodes() throws IOException, UnreadableFile {
        char[] buffer = new char[8192];
        try (Reader reader = reader()) {
            while (reader.read(buffer) >= 0) {
                // Only whether it decodes counts.
                budget.step();
            }
            return true;
        } catch (CharacterCodingException e) {
            return false;
        }
    }

    private Reader reader() throws IOException {
        InputStream in = Files.newInputStream(file.copy());
        in.skipNBytes(mark);
        return new BufferedReader(new InputStreamReader(
                in,
                charset.newDecoder()
                        .onMalformedInput(CodingErrorAction.REPORT)
                        .onUnmappableCharacter(CodingErrorAction.REPORT)));
    }

    /** The encoding that the file is read in. */
    public Charset charset() {
        return charset;
    }

    @Override
    public List<Sheet> sheets() {
        return List.of(sheet);
    }

    @Override
    public Rows rows(Sheet wanted) throws UnreadableFile {
        Place place = Place.of(file.name(), wanted.name());
        try {
            return new CsvRows(reader(), place, budget);
        } catch (IOException e) {
            throw UnreadableFile.damaged(place, Damage.ACCESS, e);
        }
    }

    /** None: CSV knows no merged cells. */
    @Override
    public List<MergedRange> mergedRanges(Sheet wanted) {
        return List.of();
    }

    /** Nothing is held open between cursors. */
    @Override
    public void close() {}
}
