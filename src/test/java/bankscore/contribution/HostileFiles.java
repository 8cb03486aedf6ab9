package bankscore.contribution;

import java.io.BufferedOutputStream;
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
import java.util.Objects;
import java.util.Random;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.apache.poi.hssf.record.crypto.Biff8EncryptionKey;
import org.apache.poi.hssf.usermodel.HSSFWorkbook;
import org.apache.poi.poifs.crypt.EncryptionInfo;
import org.apache.poi.poifs.crypt.EncryptionMode;
import org.apache.poi.poifs.crypt.Encryptor;
import org.apache.poi.poifs.filesystem.POIFSFileSystem;

/** Files that somebody might send to do harm, made small here and large where they are read. */
public final class HostileFiles {

    private static final String MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
    private static final String RELATIONS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
    private static final String SHEET = "xl/worksheets/sheet1.xml";

    private HostileFiles() {}

    /** Writes something into a part. */
    @FunctionalInterface
    private interface Part {
        void to(OutputStream out) throws IOException;
    }

    /** Files that are refused. */
    public static void refused(Path folder) throws Exception {
        String entity = "<!DOCTYPE worksheet [<!ENTITY x SYSTEM 'file:///etc/passwd'>]>";
        String laughs = "<!DOCTYPE worksheet [<!ENTITY a 'ha'><!ENTITY b '&a;&a;&a;&a;&a;&a;&a;&a;&a;&a;'>"
                + "<!ENTITY c '&b;&b;&b;&b;&b;&b;&b;&b;&b;&b;'>]>";
        zip(folder.resolve("external-entity.xlsx"), with(SHEET, text(entity + sheet(row("&x;")))));
        zip(folder.resolve("billion-laughs.xlsx"), with(SHEET, text(laughs + sheet(row("&c;")))));
        zip(folder.resolve("zip-bomb.xlsx"), with(SHEET, repeated(sheetStart(), "<y/>", 100_000_000, sheetEnd())));
        twice(folder.resolve("entries-twice.xlsx"));
        zip(
                folder.resolve("thousand-sheets.xlsx"),
                with("xl/workbook.xml", text(workbook("<sheet name='税收' sheetId='1' r:id='rId1'/>".repeat(1000)))));
        zip(folder.resolve("shared-strings.xlsx"), with("xl/sharedStrings.xml", HostileFiles::manyTexts));
        zip(
                folder.resolve("beyond-the-last-column.xlsx"),
                with(SHEET, text(sheet("<row><c r='XFE1'><v>1</v></c></row>"))));
        Map<String, Part> macros = with(SHEET, text(sheet(row("1"))));
        macros.put("xl/vbaProject.bin", text("x"));
        zip(folder.resolve("macros.xlsx"), macros);
        byte[] whole = bytes(with(SHEET, text(sheet(row("1")))));
        byte[] cut = Arrays.copyOf(whole, whole.length / 2);
        Files.write(folder.resolve("cut.xlsx"), cut);
        // The same damage again, but not the same bytes: a file that comes twice is read once.
        Files.write(folder.resolve("..\\..\\up.xlsx"), Arrays.copyOf(whole, whole.length / 2 - 7));
        Files.write(folder.resolve("CON.xlsx"), Arrays.copyOf(whole, whole.length / 2 - 17));
        Files.writeString(folder.resolve("page.xls"), "<html><table><tr><td>银行名称</td></tr></table></html>");
        Files.writeString(folder.resolve("csv.xls"), "银行名称,上缴税收\n工商银行,1\n", Charset.forName("GB18030"));
        locked(folder, whole);
    }

    /** Files that are no table of ours, and do nothing else. */
    static void passedOver(Path folder) throws IOException {
        zip(
                folder.resolve("all-columns.xlsx"),
                with(
                        SHEET,
                        repeated(sheetStart(), "<row>" + "<c><v>1</v></c>".repeat(16_384) + "</row>", 60, sheetEnd())));
        zip(
                folder.resolve("million-blanks.xlsx"),
                with(
                        SHEET,
                        repeated(
                                sheetStart() + row("备忘"),
                                "<row>" + "<c s='0'/>".repeat(100) + "</row>",
                                10_000,
                                sheetEnd())));
        Map<String, Part> outside = with(SHEET, text(sheet(row("备忘"))));
        outside.put("../../../../outside.txt", text("x"));
        outside.put("..\\..\\outside.txt", text("x"));
        zip(folder.resolve("entry-outside.xlsx"), outside);
    }

    /** Taxes of three banks, in a workbook that only looks dangerous. */
    static void taxes(Path file, String... banks) throws IOException {
        StringBuilder rows = new StringBuilder("<row r='1'>" + cell("A1", "银行名称") + cell("B1", "上缴税收") + "</row>");
        for (int i = 0; i < banks.length; i++) {
            int row = i + 2;
            rows.append("<row r='" + row + "'>" + cell("A" + row, banks[i]) + "<c r='B" + row
                    + "'><f>cmd|'/C calc'!A0+[1]Sheet1!A1</f><v>" + (1200 + 100 * i) + "</v></c></row>");
        }
        Map<String, Part> parts = with(
                SHEET,
                repeated(
                        "<worksheet xmlns='" + MAIN + "'><dimension ref='A1:XFD1048576'/><sheetData>" + rows,
                        "<row>" + "<c s='0'/>".repeat(100) + "</row>",
                        10_000,
                        sheetEnd()));
        parts.put(
                "xl/externalLinks/externalLink1.xml",
                text("<externalLink xmlns='" + MAIN + "'><ddeLink xmlns:r='" + RELATIONS
                        + "' ddeService='cmd' ddeTopic='/C calc'/></externalLink>"));
        parts.put(
                "xl/externalLinks/_rels/externalLink1.xml.rels",
                text("<Relationships xmlns='http://schemas.openxmlformats.org/package/2006/relationships'><Relationship"
                        + " Id='rId1' Type='" + RELATIONS
                        + "/externalLinkPath' Target='http://example.invalid/x.xlsx' TargetMode='External'/>"
                        + "</Relationships>"));
        Files.createDirectories(Objects.requireNonNull(file.toAbsolutePath().getParent()));
        zip(file, parts);
    }

    private static Map<String, Part> with(String name, Part part) {
        Map<String, Part> parts = new LinkedHashMap<>();
        parts.put(
                "[Content_Types].xml",
                text("<Types xmlns='http://schemas.openxmlformats.org/package/2006/content-types'><Default"
                        + " Extension='xml' ContentType='application/xml'/><Override PartName='/xl/workbook.xml'"
                        + " ContentType='application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml'/>"
                        + "</Types>"));
        parts.put("_rels/.rels", relations("officeDocument", "xl/workbook.xml"));
        parts.put("xl/workbook.xml", text(workbook("<sheet name='税收' sheetId='1' r:id='rId1'/>")));
        parts.put(
                "xl/_rels/workbook.xml.rels",
                relations("worksheet", "worksheets/sheet1.xml", "sharedStrings", "sharedStrings.xml"));
        parts.put(SHEET, text(sheet("<row><c t='s'><v>0</v></c></row>")));
        parts.put(name, part);
        return parts;
    }

    private static String workbook(String sheets) {
        return "<workbook xmlns='" + MAIN + "' xmlns:r='" + RELATIONS + "'><sheets>" + sheets + "</sheets></workbook>";
    }

    private static Part relations(String... kindsAndTargets) {
        StringBuilder xml = new StringBuilder(
                "<Relationships xmlns='http://schemas.openxmlformats.org/package/2006/relationships'>");
        for (int i = 0; i < kindsAndTargets.length; i += 2) {
            xml.append("<Relationship Id='rId" + (i / 2 + 1) + "' Type='" + RELATIONS + "/" + kindsAndTargets[i]
                    + "' Target='" + kindsAndTargets[i + 1] + "'/>");
        }
        return text(xml.append("</Relationships>").toString());
    }

    private static String sheetStart() {
        return "<worksheet xmlns='" + MAIN + "'><sheetData>";
    }

    private static String sheetEnd() {
        return "</sheetData></worksheet>";
    }

    private static String sheet(String rows) {
        return sheetStart() + rows + sheetEnd();
    }

    private static String row(String text) {
        return "<row><c t='str'><v>" + text + "</v></c></row>";
    }

    private static String cell(String at, String text) {
        return "<c r='" + at + "' t='str'><v>" + text + "</v></c>";
    }

    private static Part text(String content) {
        return out -> out.write(content.getBytes(StandardCharsets.UTF_8));
    }

    private static Part repeated(String before, String again, int times, String after) {
        return out -> {
            text(before).to(out);
            byte[] piece = again.repeat(Math.max(1, (1 << 16) / again.length())).getBytes(StandardCharsets.UTF_8);
            int pieceTimes = piece.length / again.getBytes(StandardCharsets.UTF_8).length;
            for (int done = 0; done < times; done += pieceTimes) {
                out.write(piece);
            }
            text(after).to(out);
        };
    }

    /** Forty million characters in texts that no two share, so that they are not packed a thousandfold. */
    private static void manyTexts(OutputStream out) throws IOException {
        Random random = new Random(20221231);
        text("<sst xmlns='" + MAIN + "'>").to(out);
        for (int i = 0; i < 1_300; i++) {
            text("<si><t>"
                            + String.format("%016x", random.nextLong())
                                    .repeat(2_000)
                                    .substring(0, 30_000) + "</t></si>")
                    .to(out);
        }
        text("</sst>").to(out);
    }

    private static byte[] bytes(Map<String, Part> parts) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        zip(bytes, parts);
        return bytes.toByteArray();
    }

    private static void zip(Path file, Map<String, Part> parts) throws IOException {
        try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(file))) {
            zip(out, parts);
        }
    }

    private static void zip(OutputStream out, Map<String, Part> parts) throws IOException {
        try (ZipOutputStream zip = new ZipOutputStream(out)) {
            for (Map.Entry<String, Part> part : parts.entrySet()) {
                zip.putNextEntry(new ZipEntry(part.getKey()));
                part.getValue().to(zip);
            }
        }
    }

    /** Two entries of one name: a second sheet is renamed to the first one's name in the finished file. */
    private static void twice(Path file) throws IOException {
        Map<String, Part> parts = with(SHEET, text(sheet(row("1"))));
        parts.put("xl/worksheets/sheet2.xml", text(sheet(row("2"))));
        String content = new String(bytes(parts), StandardCharsets.ISO_8859_1);
        Files.writeString(file, content.replace("sheet2.xml", "sheet1.xml"), StandardCharsets.ISO_8859_1);
    }

    private static void locked(Path folder, byte[] whole) throws Exception {
        try (POIFSFileSystem file = new POIFSFileSystem()) {
            Encryptor encryptor = new EncryptionInfo(EncryptionMode.agile).getEncryptor();
            encryptor.confirmPassword("secret");
            try (OutputStream out = encryptor.getDataStream(file)) {
                out.write(whole);
            }
            try (OutputStream out = Files.newOutputStream(folder.resolve("locked.xlsx"))) {
                file.writeFilesystem(out);
            }
        }
        try (HSSFWorkbook workbook = new HSSFWorkbook();
                OutputStream out = Files.newOutputStream(folder.resolve("locked.xls"))) {
            workbook.createSheet("税收").createRow(0).createCell(0).setCellValue("银行");
            Biff8EncryptionKey.setCurrentUserPassword("secret");
            workbook.write(out);
        } finally {
            Biff8EncryptionKey.setCurrentUserPassword(null);
        }
    }
}
