package bankscore.read.xlsx;

import bankscore.read.file.InputFile;
import bankscore.sheet.FileLimits;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** Workbooks written by hand, part by part, so that a test says what stands in the file. */
public final class Zips {

    public static final String TRANSITIONAL = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
    private static final String RELATIONS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";

    private Zips() {}

    /** All parts of a workbook with one sheet of this data; a test may replace parts. */
    public static Map<String, String> workbook(String sheetData) {
        return workbook(TRANSITIONAL, RELATIONS, "", sheetData);
    }

    public static Map<String, String> workbook(String main, String relations, String workbookPr, String sheetData) {
        Map<String, String> parts = new LinkedHashMap<>();
        parts.put(
                "[Content_Types].xml",
                "<Types xmlns='http://schemas.openxmlformats.org/package/2006/content-types'>"
                        + "<Default Extension='xml' ContentType='application/xml'/><Override PartName='/xl/workbook.xml'"
                        + " ContentType='application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml'/></Types>");
        parts.put("_rels/.rels", relations(relations, "officeDocument", "xl/workbook.xml"));
        parts.put(
                "xl/workbook.xml",
                "<workbook xmlns='" + main + "' xmlns:r='" + relations + "'>" + workbookPr
                        + "<sheets><sheet name='税收' sheetId='1' r:id='rId1'/></sheets></workbook>");
        parts.put(
                "xl/_rels/workbook.xml.rels",
                relations(
                        relations,
                        "worksheet",
                        "worksheets/sheet1.xml",
                        "styles",
                        "styles.xml",
                        "sharedStrings",
                        "/xl/sharedStrings.xml"));
        parts.put("xl/worksheets/sheet1.xml", sheet(main, "<sheetData>" + sheetData + "</sheetData>"));
        return parts;
    }

    public static String sheet(String main, String content) {
        return "<worksheet xmlns='" + main + "'>" + content + "</worksheet>";
    }

    private static String relations(String base, String... kindsAndTargets) {
        StringBuilder xml = new StringBuilder(
                "<Relationships xmlns='http://schemas.openxmlformats.org/package/2006/relationships'>");
        for (int i = 0; i < kindsAndTargets.length; i += 2) {
            xml.append("<Relationship Id='rId" + (i / 2 + 1) + "' Type='" + base + "/" + kindsAndTargets[i]
                    + "' Target='" + kindsAndTargets[i + 1] + "'/>");
        }
        return xml.append("</Relationships>").toString();
    }

    public static InputFile write(Path folder, String name, Map<String, String> parts) {
        Path file = folder.resolve(name);
        try (OutputStream out = Files.newOutputStream(file);
                ZipOutputStream zip = new ZipOutputStream(out)) {
            for (Map.Entry<String, String> part : parts.entrySet()) {
                zip.putNextEntry(new ZipEntry(part.getKey()));
                zip.write(part.getValue().getBytes(StandardCharsets.UTF_8));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return input(file);
    }

    public static InputFile input(Path file) {
        try {
            Path name = Optional.ofNullable(file.getFileName()).orElseThrow();
            return new InputFile(name.toString(), "0".repeat(64), Files.size(file), file, FileLimits.USUAL);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
