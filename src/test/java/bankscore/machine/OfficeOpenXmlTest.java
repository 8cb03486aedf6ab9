package bankscore.machine;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Collections;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipOutputStream;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** That what is held against the standard is found out: a sound workbook, and the same with one thing that is not so. */
class OfficeOpenXmlTest {

    @TempDir
    Path folder = Path.of("");

    @BeforeEach
    void write() throws IOException {
        try (XSSFWorkbook book = new XSSFWorkbook();
                OutputStream out = Files.newOutputStream(folder.resolve("sound.xlsx"))) {
            book.createSheet("表").createRow(0).createCell(0).setCellValue(" 甲 ");
            book.write(out);
        }
    }

    @Test
    void a_workbook_of_POI_is_sound() throws IOException {
        assertThat(OfficeOpenXml.faults(folder.resolve("sound.xlsx"))).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            xl/worksheets/sheet1.xml | <sheetData>            | <sheetDatum/><sheetData>                 | xl/worksheets/sheet1.xml: cvc-complex-type.2.4.a
            xl/worksheets/sheet1.xml | <c r="A1"              | <c r="A1" colour="red"                   | xl/worksheets/sheet1.xml: cvc-complex-type.3.2.2
            xl/worksheets/sheet1.xml | t="s"                  | t="text"                                 | xl/worksheets/sheet1.xml: cvc-enumeration-valid
            xl/worksheets/sheet1.xml | </worksheet>           | <drawing xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships" r:id="rId9"/></worksheet> | xl/worksheets/sheet1.xml: no relation rId9
            xl/sharedStrings.xml     | </sst>                 |                                          | xl/sharedStrings.xml: XML document structures
            docProps/core.xml        | dc:creator             | dc:maker                                 | docProps/core.xml: dc:maker
            [Content_Types].xml      | spreadsheetml.styles   | spreadsheetml.looks                      | xl/styles.xml: of the kind
            [Content_Types].xml      | /xl/styles.xml         | /xl/looks.xml                            | [Content_Types].xml: no part xl/looks.xml
            xl/_rels/workbook.xml.rels | Target="styles.xml"  | Target="sharedStrings.xml"               | xl/styles.xml: reached from nowhere
            xl/_rels/workbook.xml.rels | Target="styles.xml"  | Target="looks.xml"                       | xl/_rels/workbook.xml.rels: no part xl/looks.xml
            xl/_rels/workbook.xml.rels | Target="styles.xml"  | Target="http://a.b/" TargetMode="External" | xl/_rels/workbook.xml.rels: leads out to http://a.b/
            """)
    void what_is_not_as_the_standard_has_it_is_told_with_its_part(String part, String from, String to, String fault)
            throws IOException {
        assertThat(OfficeOpenXml.faults(changed(part, from, to == null ? "" : to)))
                .anyMatch(each -> each.startsWith(fault));
    }

    @Test
    void what_a_program_passes_over_or_reads_instead_is_held_against_it_as_it_is_read() throws IOException {
        String ignorable = "<worksheet xmlns:mc=\"http://schemas.openxmlformats.org/markup-compatibility/2006\""
                + " xmlns:x=\"urn:of-others\" mc:Ignorable=\"x\" x:more=\"1\" ";
        String alternative =
                "<mc:AlternateContent><mc:Choice Requires=\"x\"><sheetFormatPr defaultRowHeight=\"15\"/></mc:Choice>"
                        + "<mc:Fallback><sheetFormatPr%s/></mc:Fallback></mc:AlternateContent><sheetData>";
        Path passed = changed("xl/worksheets/sheet1.xml", "<worksheet ", ignorable);
        Files.move(passed, folder.resolve("sound.xlsx"), StandardCopyOption.REPLACE_EXISTING);

        assertThat(OfficeOpenXml.faults(folder.resolve("sound.xlsx"))).isEmpty();
        assertThat(OfficeOpenXml.faults(changed(
                        "xl/worksheets/sheet1.xml",
                        "<sheetFormatPr defaultRowHeight=\"15.0\"/><sheetData>",
                        alternative.formatted(" defaultRowHeight=\"15\""))))
                .isEmpty();
        assertThat(OfficeOpenXml.faults(changed(
                        "xl/worksheets/sheet1.xml",
                        "<sheetFormatPr defaultRowHeight=\"15.0\"/><sheetData>",
                        alternative.formatted(""))))
                .singleElement()
                .asString()
                .contains("defaultRowHeight");
    }

    /** The workbook with another text in one of its parts. */
    private Path changed(String part, String from, String to) throws IOException {
        Path changed = folder.resolve("changed.xlsx");
        try (ZipFile zip = new ZipFile(folder.resolve("sound.xlsx").toFile());
                ZipOutputStream out = new ZipOutputStream(Files.newOutputStream(changed))) {
            for (ZipEntry entry : Collections.list(zip.entries())) {
                out.putNextEntry(new ZipEntry(entry.getName()));
                String text = new String(zip.getInputStream(entry).readAllBytes(), StandardCharsets.UTF_8);
                if (entry.getName().equals(part)) {
                    assertThat(text).contains(from);
                    text = text.replace(from, to);
                }
                out.write(text.getBytes(StandardCharsets.UTF_8));
                out.closeEntry();
            }
        }
        return changed;
    }
}
