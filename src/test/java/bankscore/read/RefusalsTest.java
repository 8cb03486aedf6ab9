package bankscore.read;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import bankscore.finding.Finding;
import bankscore.read.file.InputFile;
import bankscore.read.file.Rows;
import bankscore.read.file.Sheet;
import bankscore.read.file.UnreadableFile;
import bankscore.read.file.Workbook;
import bankscore.read.xlsx.Zips;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Random;
import java.util.stream.Stream;
import org.apache.poi.hssf.record.crypto.Biff8EncryptionKey;
import org.apache.poi.hssf.usermodel.HSSFWorkbook;
import org.apache.poi.poifs.crypt.EncryptionInfo;
import org.apache.poi.poifs.crypt.EncryptionMode;
import org.apache.poi.poifs.crypt.Encryptor;
import org.apache.poi.poifs.filesystem.POIFSFileSystem;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class RefusalsTest {

    private final Path folder;

    RefusalsTest(@TempDir Path folder) {
        this.folder = folder;
    }

    private String refusal(InputFile file) {
        UnreadableFile refused = catchThrowableOfType(UnreadableFile.class, () -> {
            try (Workbook workbook = Workbooks.open(file)) {
                for (Sheet sheet : workbook.sheets()) {
                    try (Rows rows = workbook.rows(sheet)) {
                        Shown.cells(rows);
                    }
                    workbook.mergedRanges(sheet);
                }
            }
        });
        assertThat(refused).as("%s is refused", file.name()).isNotNull();
        Finding finding = refused.finding();
        return finding.code() + " " + finding.place() + " " + new java.util.TreeMap<>(finding.details());
    }

    private InputFile bytes(String name, byte[] bytes) throws IOException {
        return Zips.input(Files.write(folder.resolve(name), bytes));
    }

    private byte[] whole() throws IOException {
        return Files.readAllBytes(Zips.write(folder, "whole.xlsx", Zips.workbook("<row><c><v>1</v></c></row>"))
                .copy());
    }

    static Stream<Arguments> sheets() {
        String billion = "<!DOCTYPE worksheet [<!ENTITY a 'aaaa'><!ENTITY b '&a;&a;'>]>";
        String file = "<!DOCTYPE worksheet [<!ENTITY a SYSTEM 'file:///etc/hostname'>]>";
        String start = "<worksheet xmlns='" + Zips.TRANSITIONAL + "'>";
        String end = "</worksheet>";
        return Stream.of(
                Arguments.of(
                        billion + start + "<sheetData><row><c t='str'><v>&b;</v></c></row></sheetData>" + end,
                        "E102 a.xlsx › 税收 {found=DOCTYPE}"),
                Arguments.of(
                        file + start + "<sheetData><row><c t='str'><v>&a;</v></c></row></sheetData>" + end,
                        "E102 a.xlsx › 税收 {found=DOCTYPE}"),
                Arguments.of(
                        start + "<sheetData><row><c t='str'><v>&b;</v></c></row></sheetData>" + end,
                        "E102 a.xlsx › 税收 {found=XML}"),
                Arguments.of(start + "<sheetData><row><c><v>1</v></c>", "E102 a.xlsx › 税收 {found=XML}"),
                Arguments.of("", "E102 a.xlsx › 税收 {found=XML}"),
                Arguments.of(
                        rows("<row r='2'/><row r='2'><c><v>1</v></c></row>"), "E102 a.xlsx › 税收 › A2 {found=ADDRESS}"),
                Arguments.of(rows("<row r='0'><c><v>1</v></c></row>"), "E102 a.xlsx › 税收 {found=ADDRESS}"),
                Arguments.of(rows("<row r='1'><c r='A2'><v>1</v></c></row>"), "E102 a.xlsx › 税收 › A2 {found=ADDRESS}"),
                Arguments.of(rows("<row r='1'><c r='7'><v>1</v></c></row>"), "E102 a.xlsx › 税收 {found=ADDRESS}"),
                Arguments.of(
                        rows("<row><c r='B1'><v>1</v></c><c r='B1'><v>1</v></c></row>"),
                        "E102 a.xlsx › 税收 › B1 {found=ADDRESS}"),
                Arguments.of(rows("<row r='7'><c r='D7'><v>1,5</v></c></row>"), "E102 a.xlsx › 税收 › D7 {found=VALUE}"),
                Arguments.of(
                        rows("<row r='7'><c r='D7' t='s'><v>0</v></c></row>"), "E102 a.xlsx › 税收 › D7 {found=VALUE}"),
                Arguments.of(
                        rows("<row r='7'><c r='D7' t='?'><v>0</v></c></row>"), "E102 a.xlsx › 税收 › D7 {found=VALUE}"),
                Arguments.of(
                        rows("<row r='1048577'><c><v>0</v></c></row>"),
                        "E107 a.xlsx › 税收 {limit=1048576, variant=ROWS}"),
                Arguments.of(
                        rows("<row r='1048576'/><row><c><v>0</v></c></row>"),
                        "E107 a.xlsx › 税收 {limit=1048576, variant=ROWS}"),
                Arguments.of(
                        rows("<row><c r='XFE1'><v>0</v></c></row>"), "E107 a.xlsx › 税收 {limit=16384, variant=COLUMNS}"),
                Arguments.of(
                        rows("<row><c t='str'><v>" + "a".repeat(32_768) + "</v></c></row>"),
                        "E107 a.xlsx › 税收 {limit=32767, variant=CELL_TEXT}"),
                Arguments.of(
                        rows("<row r='" + "1".repeat(2_000_000) + "'/>"),
                        "E107 a.xlsx › 税收 {limit=1048576, variant=TOKEN_BYTES}"),
                Arguments.of(rows("<x>".repeat(300)), "E107 a.xlsx › 税收 {limit=256, variant=DEPTH}"));
    }

    private static String rows(String rows) {
        return Zips.sheet(Zips.TRANSITIONAL, "<sheetData>" + rows + "</sheetData>");
    }

    @ParameterizedTest
    @MethodSource("sheets")
    void a_broken_or_hostile_sheet_is_refused_with_its_place(String sheet, String refusal) {
        Map<String, String> parts = Zips.workbook("");
        parts.put("xl/worksheets/sheet1.xml", sheet);

        assertThat(refusal(Zips.write(folder, "a.xlsx", parts))).isEqualTo(refusal);
    }

    @Test
    void a_doctype_is_refused_in_the_shared_texts_too() {
        Map<String, String> parts = Zips.workbook("<row><c t='s'><v>0</v></c></row>");
        parts.put(
                "xl/sharedStrings.xml",
                "<!DOCTYPE sst [<!ENTITY a 'x'>]><sst xmlns='" + Zips.TRANSITIONAL + "'><si><t>&a;</t></si></sst>");

        assertThat(refusal(Zips.write(folder, "a.xlsx", parts))).isEqualTo("E102 a.xlsx {found=DOCTYPE}");
    }

    @Test
    void more_than_256_sheets_are_refused() {
        Map<String, String> parts = Zips.workbook("");
        StringBuilder sheets = new StringBuilder();
        StringBuilder relations = new StringBuilder();
        for (int i = 0; i < 256; i++) {
            parts.put("xl/worksheets/other" + i + ".xml", "");
            sheets.append("<sheet name='x" + i + "' r:id='other" + i + "'/>");
            relations.append(
                    "<Relationship Id='other" + i + "' Type='x/worksheet' Target='worksheets/other" + i + ".xml'/>");
        }
        parts.computeIfPresent("xl/workbook.xml", (name, xml) -> xml.replace("</sheets>", sheets + "</sheets>"));
        parts.computeIfPresent(
                "xl/_rels/workbook.xml.rels",
                (name, xml) -> xml.replace("</Relationships>", relations + "</Relationships>"));

        assertThat(refusal(Zips.write(folder, "a.xlsx", parts))).isEqualTo("E107 a.xlsx {limit=256, variant=SHEETS}");
    }

    @Test
    void a_part_that_expands_more_than_a_thousandfold_is_refused() {
        Map<String, String> parts = Zips.workbook("");
        parts.put("xl/worksheets/sheet1.xml", rows("<y/>".repeat(30_000_000)));

        assertThat(refusal(Zips.write(folder, "a.xlsx", parts)))
                .isEqualTo("E107 a.xlsx › 税收 {limit=1000, variant=EXPANSION}");
    }

    @Test
    void descriptions_larger_than_any_honest_one_are_refused() {
        Map<String, String> parts = Zips.workbook("");
        parts.computeIfPresent("[Content_Types].xml", (name, xml) -> xml + " ".repeat(17 << 20));

        assertThat(refusal(Zips.write(folder, "a.xlsx", parts)))
                .startsWith("E107 a.xlsx")
                .contains("variant=DESCRIPTION_BYTES");
    }

    @Test
    void two_parts_of_one_name_are_refused() {
        Map<String, String> parts = Zips.workbook("");
        parts.put("XL/worksheets/Sheet1.xml", rows("<row><c><v>2</v></c></row>"));

        assertThat(refusal(Zips.write(folder, "a.xlsx", parts))).isEqualTo("E102 a.xlsx {found=CONTAINER}");
    }

    @Test
    void a_missing_sheet_part_is_refused() {
        Map<String, String> parts = new LinkedHashMap<>(Zips.workbook(""));
        parts.remove("xl/worksheets/sheet1.xml");

        assertThat(refusal(Zips.write(folder, "a.xlsx", parts))).isEqualTo("E102 a.xlsx {found=PART_MISSING}");
    }

    @Test
    void a_workbook_with_macros_is_refused_whatever_its_name() {
        Map<String, String> byType = Zips.workbook("");
        byType.computeIfPresent(
                "[Content_Types].xml",
                (name, xml) -> xml.replace(
                        "vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml",
                        "vnd.ms-excel.sheet.macroEnabled.main+xml"));
        Map<String, String> byPart = Zips.workbook("");
        byPart.put("xl/vbaProject.bin", "x");

        assertThat(refusal(Zips.write(folder, "a.xlsx", byType))).isEqualTo("E104 a.xlsx {found=MACROS}");
        assertThat(refusal(Zips.write(folder, "b.xlsx", byPart))).isEqualTo("E104 b.xlsx {found=MACROS}");
    }

    @Test
    void an_encrypted_workbook_is_refused() throws Exception {
        InputFile plain = Zips.write(folder, "plain.xlsx", Zips.workbook(""));
        Path locked = folder.resolve("locked.xlsx");
        try (POIFSFileSystem file = new POIFSFileSystem()) {
            Encryptor encryptor = new EncryptionInfo(EncryptionMode.agile).getEncryptor();
            encryptor.confirmPassword("secret");
            try (OutputStream out = encryptor.getDataStream(file)) {
                Files.copy(plain.copy(), out);
            }
            try (OutputStream out = Files.newOutputStream(locked)) {
                file.writeFilesystem(out);
            }
        }
        assertThat(refusal(Zips.input(locked))).isEqualTo("E103 locked.xlsx {found=PASSWORD}");
    }

    @Test
    void an_encrypted_xls_is_refused() throws Exception {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (HSSFWorkbook workbook = new HSSFWorkbook()) {
            workbook.createSheet("税收").createRow(0).createCell(0).setCellValue("银行");
            Biff8EncryptionKey.setCurrentUserPassword("secret");
            workbook.write(out);
        } finally {
            Biff8EncryptionKey.setCurrentUserPassword(null);
        }
        assertThat(refusal(bytes("a.xls", out.toByteArray()))).isEqualTo("E103 a.xls {found=PASSWORD}");
    }

    static Stream<Arguments> foreigners() {
        byte[] html = "\uFEFF\n<html><table><tr><td>银行</td></tr></table>".getBytes(StandardCharsets.UTF_8);
        byte[] csv = "银行名称,上缴税收\n".getBytes(Charset.forName("GB18030"));
        byte[] pdf = "%PDF-1.7\n".getBytes(StandardCharsets.US_ASCII);
        byte[] picture = {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1A, '\n', 0, 0};
        return Stream.of(
                Arguments.of("a.xls", html, "E105 a.xls {found=HTML}"),
                Arguments.of("a.csv", html, "E105 a.csv {found=HTML}"),
                Arguments.of("a.xlsx", csv, "E105 a.xlsx {found=TEXT}"),
                Arguments.of("a.xlsx", pdf, "E105 a.xlsx {found=PDF}"),
                Arguments.of("a.csv", picture, "E105 a.csv {found=BINARY}"),
                Arguments.of(
                        "a.xml",
                        "<?xml version='1.0'?><a/>".getBytes(StandardCharsets.UTF_8),
                        "N106 a.xml {found=XML}"),
                Arguments.of("a.txt", csv, "N106 a.txt {found=TEXT}"),
                Arguments.of("a.pdf", pdf, "N106 a.pdf {found=PDF}"),
                Arguments.of("a", new byte[0], "N109 a {found=EMPTY}"),
                Arguments.of("a.xlsx", new byte[0], "N109 a.xlsx {found=EMPTY}"),
                Arguments.of(
                        "a.xls",
                        new byte[] {9, 4, 6, 0, 0, 0, 16, 0},
                        "E102 a.xls {found=OLD_EXCEL, variant=OLD_EXCEL}"));
    }

    @ParameterizedTest
    @MethodSource("foreigners")
    void content_that_is_no_spreadsheet_is_an_error_only_if_the_name_claims_it(
            String name, byte[] content, String refusal) throws IOException {
        assertThat(refusal(bytes(name, content))).isEqualTo(refusal);
    }

    @Test
    void a_letter_is_no_spreadsheet_although_it_is_a_zip_file() {
        Map<String, String> letter = Map.of(
                "[Content_Types].xml",
                "<Types><Override ContentType='application/vnd.openxmlformats-officedocument.wordprocessingml"
                        + ".document.main+xml'/></Types>");

        assertThat(refusal(Zips.write(folder, "a.docx", letter))).isEqualTo("N106 a.docx {found=WORD}");
        assertThat(refusal(Zips.write(folder, "a.xlsx", letter))).isEqualTo("E105 a.xlsx {found=WORD}");
        assertThat(refusal(Zips.write(folder, "a.zip", Map.of("b.xlsx", "x")))).isEqualTo("N106 a.zip {found=ZIP}");
    }

    @Test
    void a_file_cut_off_anywhere_is_refused() throws IOException {
        byte[] whole = whole();
        for (int length = 4; length < whole.length; length += 97) {
            assertThat(refusal(bytes("a.xlsx", Arrays.copyOf(whole, length)))).startsWith("E102 a.xlsx");
        }
    }

    @Test
    void no_damage_leads_to_anything_but_a_refusal() throws Exception {
        byte[] xlsx = whole();
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (HSSFWorkbook workbook = new HSSFWorkbook()) {
            workbook.createSheet("税收").createRow(0).createCell(0).setCellValue("银行");
            workbook.write(out);
        }
        byte[] xls = out.toByteArray();
        Random random = new Random(20221231);
        for (int i = 0; i < 1500; i++) {
            byte[] damaged = (i % 2 == 0 ? xlsx : xls).clone();
            for (int j = 0; j < 1 + i % 7; j++) {
                damaged[random.nextInt(damaged.length)] = (byte) random.nextInt(256);
            }
            InputFile file = bytes(i % 2 == 0 ? "a.xlsx" : "a.xls", damaged);
            try (Workbook workbook = Workbooks.open(file)) {
                for (Sheet sheet : workbook.sheets()) {
                    workbook.mergedRanges(sheet);
                    try (Rows rows = workbook.rows(sheet)) {
                        assertThat(Shown.cells(rows)).isNotNull();
                    }
                }
            } catch (UnreadableFile e) {
                assertThat(e.finding().place().file()).isEqualTo(file.name());
            }
        }
    }
}
