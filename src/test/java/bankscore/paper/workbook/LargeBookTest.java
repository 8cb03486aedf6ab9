package bankscore.paper.workbook;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.TreeSet;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.CellType;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.xssf.streaming.SXSSFWorkbook;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.Test;

/** What a large book writes by itself is what POI reads back. */
class LargeBookTest {

    private static final List<String> TEXTS = List.of(
            "工行",
            "",
            " a",
            "b\u3000",
            "a<b&c>d]]>\"e\" 'f'",
            "一\n二",
            "\u00A0",
            "\uD840\uDC00行",
            "_x005F_x003D_",
            "&amp;");

    private static final String FORMULA = "IF(A1&\"<>\"=\"\u00A0\",\"𠀀&amp;\",2)";

    @Test
    void texts_are_kept_as_they_are_and_each_once() throws IOException {
        try (SXSSFWorkbook book = new LargeBook()) {
            for (String name : List.of("甲", "乙")) {
                Row row = book.createSheet(name).createRow(0);
                TEXTS.forEach(
                        text -> row.createCell(row.getPhysicalNumberOfCells()).setCellValue(text));
            }
            byte[] file = file(book);

            try (XSSFWorkbook read = new XSSFWorkbook(new ByteArrayInputStream(file))) {
                for (String name : List.of("甲", "乙")) {
                    for (int i = 0; i < TEXTS.size(); i++) {
                        Cell cell = read.getSheet(name).getRow(0).getCell(i);
                        assertThat(cell.getCellType()).isEqualTo(CellType.STRING);
                        assertThat(cell.getStringCellValue())
                                .isEqualTo(TEXTS.get(i).replace("_x005F_", "_"));
                    }
                }
                assertThat(read.getSharedStringSource().getCount()).isEqualTo(2 * TEXTS.size());
                assertThat(read.getSharedStringSource().getUniqueCount()).isEqualTo(TEXTS.size());
            }
            String texts = new String(entry(file, "xl/sharedStrings.xml"), StandardCharsets.UTF_8);
            assertThat(texts)
                    .contains("<t xml:space=\"preserve\"> a</t>", "<t xml:space=\"preserve\">b\u3000</t>", "<t>工行</t>");
        }
    }

    @Test
    void formulas_numbers_and_empty_cells_are_what_they_were() throws IOException {
        try (SXSSFWorkbook book = new LargeBook()) {
            Row row = book.createSheet("甲").createRow(1);
            row.createCell(0).setCellValue(-0.1);
            row.createCell(1).setCellFormula(FORMULA);
            row.getCell(1).setCellValue("<值>");
            row.createCell(2).setCellFormula("A2*2");
            row.getCell(2).setCellValue(1e21);
            row.createCell(30).setCellStyle(book.createCellStyle());
            row.createCell(31).setCellValue(true);

            try (XSSFWorkbook read = new XSSFWorkbook(new ByteArrayInputStream(file(book)))) {
                Row seen = read.getSheetAt(0).getRow(1);
                assertThat(seen.getCell(0).getNumericCellValue()).isEqualTo(-0.1);
                assertThat(seen.getCell(1).getCellFormula()).isEqualTo(FORMULA);
                assertThat(seen.getCell(1).getStringCellValue()).isEqualTo("<值>");
                assertThat(seen.getCell(2).getCellFormula()).isEqualTo("A2*2");
                assertThat(seen.getCell(2).getNumericCellValue()).isEqualTo(1e21);
                assertThat(seen.getCell(30).getCellType()).isEqualTo(CellType.BLANK);
                assertThat(seen.getCell(30).getCellStyle().getIndex()).isEqualTo((short) 1);
                assertThat(seen.getCell(31).getBooleanCellValue()).isTrue();
            }
        }
    }

    /** However late it is written. */
    @Test
    void all_entries_are_of_one_time() throws IOException {
        try (SXSSFWorkbook book = new LargeBook()) {
            book.createSheet("甲").createRow(0).createCell(0).setCellValue(1);

            TreeSet<String> times = new TreeSet<>();
            try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(file(book)))) {
                for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                    times.add(entry.getTimeLocal().toString());
                }
            }
            assertThat(times).containsExactly(FixedZip.ALWAYS.toString());
        }
    }

    private static byte[] file(SXSSFWorkbook book) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        book.write(out);
        return out.toByteArray();
    }

    private static byte[] entry(byte[] file, String name) throws IOException {
        try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(file))) {
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                if (entry.getName().equals(name)) {
                    return zip.readAllBytes();
                }
            }
        }
        throw new IOException("no entry " + name);
    }
}
