package bankscore.mistakes;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.CellStyle;
import org.apache.poi.ss.usermodel.CellType;
import org.apache.poi.ss.usermodel.DataFormatter;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.ss.util.CellReference;
import org.apache.poi.xssf.usermodel.XSSFFormulaEvaluator;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;

/**
 * Somebody who edits the files of the sample quarter as one does in Excel: formulas are worked out again when a workbook is
 * saved, and rows below a deleted one move up.
 */
final class Clerk {

    private final Path quarter;
    private final Map<String, byte[]> sample = new LinkedHashMap<>();
    private final Map<String, XSSFWorkbook> open = new LinkedHashMap<>();
    private final Set<String> touched = new LinkedHashSet<>();
    private Random dice = new Random(0);

    /** Whoever edits the sample quarter, which lies below an input folder. */
    Clerk(Path input) throws IOException {
        quarter = input.resolve("2022Q4");
        try (Stream<Path> files = Files.walk(quarter)) {
            for (Path file : files.filter(Files::isRegularFile).sorted().toList()) {
                sample.put(quarter.relativize(file).toString().replace('\\', '/'), Files.readAllBytes(file));
            }
        }
    }

    /** Takes another dice, so that what is done next is the same for the same seed. */
    Clerk throwing(long seed) {
        dice = new Random(seed * 7919 + 29);
        return this;
    }

    int below(int bound) {
        return dice.nextInt(bound);
    }

    <T> T pick(List<T> all) {
        return all.get(dice.nextInt(all.size()));
    }

    @SafeVarargs
    final <T> T pick(T... all) {
        return all[dice.nextInt(all.length)];
    }

    // ---- Looking --------------------------------------------------------------------------------------------------

    XSSFWorkbook book(String file) throws IOException {
        XSSFWorkbook book = open.get(file);
        if (book == null) {
            book = new XSSFWorkbook(new ByteArrayInputStream(whole(file)));
            open.put(file, book);
        }
        return book;
    }

    /** A file as its office sent it. */
    byte[] whole(String file) {
        return Objects.requireNonNull(sample.get(file), file);
    }

    /** The folder of what arrived in another period. */
    Path period(String period) {
        return quarter.resolveSibling(period);
    }

    Sheet sheet(SampleSheet at) throws IOException {
        return book(at.file).getSheet(at.sheet);
    }

    /** The rows of data, without subtotals. */
    List<Integer> rows(SampleSheet at) throws IOException {
        List<Integer> rows = new ArrayList<>();
        for (int row : IntStream.rangeClosed(at.first, at.last).toArray()) {
            if (!text(at, at.key + row).isEmpty()) {
                rows.add(row);
            }
        }
        return rows;
    }

    String text(SampleSheet at, String cell) throws IOException {
        return new DataFormatter().formatCellValue(cell(at, cell)).strip();
    }

    /** What a cell shows as a number; 0 where there is none. */
    BigDecimal number(SampleSheet at, String cell) throws IOException {
        Cell found = cell(at, cell);
        CellType type =
                found.getCellType() == CellType.FORMULA ? found.getCachedFormulaResultType() : found.getCellType();
        return type == CellType.NUMERIC
                ? new BigDecimal(Double.toString(found.getNumericCellValue()))
                : BigDecimal.ZERO;
    }

    Cell cell(SampleSheet at, String cell) throws IOException {
        CellReference place = new CellReference(cell);
        Sheet sheet = sheet(at);
        Row row = sheet.getRow(place.getRow()) == null ? sheet.createRow(place.getRow()) : sheet.getRow(place.getRow());
        return row.getCell(place.getCol(), Row.MissingCellPolicy.CREATE_NULL_AS_BLANK);
    }

    // ---- Editing --------------------------------------------------------------------------------------------------

    /** Types a number, a text or a date over a cell; an empty text clears it. The format stays. */
    Clerk put(SampleSheet at, String cell, Object content) throws IOException {
        Cell found = cell(at, cell);
        if (found.getCellType() == CellType.FORMULA) {
            found.removeFormula();
        }
        if (content instanceof Number number) {
            found.setCellValue(number.doubleValue());
        } else if (content instanceof LocalDate day) {
            found.setCellValue(day);
        } else if (content.toString().isEmpty()) {
            found.setBlank();
        } else {
            found.setCellValue(content.toString());
        }
        return this;
    }

    /** Puts another number in place of each in a column. */
    Clerk change(SampleSheet at, String column, List<Integer> rows, Function<BigDecimal, BigDecimal> to)
            throws IOException {
        for (int row : rows) {
            if (cell(at, column + row).getCellType() != CellType.BLANK) {
                put(at, column + row, to.apply(number(at, column + row)));
            }
        }
        return this;
    }

    Clerk times(SampleSheet at, String column, List<Integer> rows, BigDecimal factor) throws IOException {
        return change(at, column, rows, number -> number.multiply(factor));
    }

    /** Two columns' contents change places; headings stay. */
    Clerk swap(SampleSheet at, String one, String other, List<Integer> rows) throws IOException {
        for (int row : rows) {
            BigDecimal first = number(at, one + row);
            put(at, one + row, number(at, other + row)).put(at, other + row, first);
        }
        return this;
    }

    /** Shows the cells of a column in another format. */
    Clerk format(SampleSheet at, String column, List<Integer> rows, String format) throws IOException {
        CellStyle style = book(at.file).createCellStyle();
        style.cloneStyleFrom(cell(at, column + rows.get(0)).getCellStyle());
        style.setDataFormat(book(at.file).createDataFormat().getFormat(format));
        for (int row : rows) {
            cell(at, column + row).setCellStyle(style);
        }
        return this;
    }

    /** Deletes rows, from the last one up; what is below moves up. */
    Clerk delete(SampleSheet at, List<Integer> rows) throws IOException {
        Sheet sheet = sheet(at);
        List<Integer> left =
                new ArrayList<>(rows.stream().sorted((a, b) -> b - a).toList());
        while (!left.isEmpty()) {
            int last = left.get(0);
            int first = last;
            while (left.remove(Integer.valueOf(first))) {
                Row gone = sheet.getRow(first - 1);
                if (gone != null) {
                    sheet.removeRow(gone);
                }
                first--;
            }
            if (last <= sheet.getLastRowNum()) {
                sheet.shiftRows(last, sheet.getLastRowNum(), first - last);
            }
        }
        return this;
    }

    /** Makes a row and everything below it move down, so that there is room. */
    Clerk insert(SampleSheet at, int row, int count) throws IOException {
        Sheet sheet = sheet(at);
        if (row <= sheet.getLastRowNum() + 1) {
            sheet.shiftRows(row - 1, sheet.getLastRowNum(), count);
        }
        return this;
    }

    Clerk removeSheet(SampleSheet at) throws IOException {
        XSSFWorkbook book = book(at.file);
        if (book.getNumberOfSheets() == 1) {
            return remove(at.file);
        }
        book.removeSheetAt(book.getSheetIndex(at.sheet));
        return this;
    }

    Clerk remove(String file) throws IOException {
        touched.add(file);
        open.remove(file);
        Files.delete(quarter.resolve(file));
        return this;
    }

    Clerk write(String file, byte[] content) throws IOException {
        touched.add(file);
        Path path = quarter.resolve(file);
        Files.createDirectories(Objects.requireNonNull(path.getParent()));
        Files.write(path, content);
        return this;
    }

    /** Saves the workbook as it stands under another name; the first one stays as it was. */
    Clerk saveAs(String file, String name) throws IOException {
        XSSFWorkbook book = book(file);
        open.remove(file);
        open.put(name, book);
        return this;
    }

    /** Saves what is open; formulas are worked out. */
    void save() throws IOException {
        for (Map.Entry<String, XSSFWorkbook> each : open.entrySet()) {
            touched.add(each.getKey());
            XSSFFormulaEvaluator.evaluateAllFormulaCells(each.getValue());
            try (OutputStream out = Files.newOutputStream(quarter.resolve(each.getKey()))) {
                each.getValue().write(out);
            }
        }
        open.clear();
    }

    /** Brings the sample back. */
    void restore() throws IOException {
        open.clear();
        for (String file : touched) {
            byte[] content = sample.get(file);
            if (content == null) {
                Files.deleteIfExists(quarter.resolve(file));
            } else {
                Files.write(quarter.resolve(file), content);
            }
        }
        touched.clear();
    }
}
