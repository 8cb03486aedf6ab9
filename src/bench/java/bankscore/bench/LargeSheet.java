package bankscore.bench;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** A workbook of one sheet with as many rows as wanted, written row by row. */
final class LargeSheet {

    private LargeSheet() {}

    /** What stands in a row of data. */
    @FunctionalInterface
    interface Row {
        void write(int row, Cells cells) throws IOException;
    }

    /** Takes the cells of a row, one after the other. */
    interface Cells {
        void text(String text) throws IOException;

        void number(long number) throws IOException;
    }

    /** Writes cells, texts in place. */
    private static final class Written implements Cells {

        private final Writer out;
        private int row;
        private int column;

        Written(Writer out) {
            this.out = out;
        }

        void begin(int number) throws IOException {
            row = number;
            column = 0;
            out.write("<row r=\"" + row + "\">");
        }

        @Override
        public void text(String text) throws IOException {
            out.write("<c r=\"" + (char) ('A' + column++) + row + "\" t=\"inlineStr\"><is><t>" + text
                    + "</t></is></c>");
        }

        @Override
        public void number(long number) throws IOException {
            out.write("<c r=\"" + (char) ('A' + column++) + row + "\"><v>" + number + "</v></c>");
        }

        void end() throws IOException {
            out.write("</row>");
        }
    }

    /**
     * Writes a workbook.
     *
     * @param title stands above the headings
     * @param data writes a row of data, by its number from 0
     */
    static void write(Path file, String title, int rows, List<String> head, Row data) throws IOException {
        Files.createDirectories(file.getParent());
        try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(file));
                Writer out = new BufferedWriter(new OutputStreamWriter(zip, StandardCharsets.UTF_8), 1 << 16)) {
            part(zip, out, "[Content_Types].xml", """
                    <Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">\
                    <Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>\
                    <Default Extension="xml" ContentType="application/xml"/><Override PartName="/xl/workbook.xml" \
                    ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"/>\
                    <Override PartName="/xl/worksheets/sheet1.xml" \
                    ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.worksheet+xml"/></Types>""");
            String office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
            part(zip, out, "_rels/.rels", relation(office + "/officeDocument", "xl/workbook.xml"));
            part(
                    zip,
                    out,
                    "xl/workbook.xml",
                    "<workbook xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\" xmlns:r=\"" + office
                            + "\"><sheets><sheet name=\"Sheet1\" sheetId=\"1\" r:id=\"rId1\"/></sheets></workbook>");
            part(zip, out, "xl/_rels/workbook.xml.rels", relation(office + "/worksheet", "worksheets/sheet1.xml"));
            zip.putNextEntry(new ZipEntry("xl/worksheets/sheet1.xml"));
            out.write("<worksheet xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\"><sheetData>");
            Written cells = new Written(out);
            cells.begin(1);
            cells.text(title);
            cells.end();
            cells.begin(2);
            for (String heading : head) {
                cells.text(heading);
            }
            cells.end();
            for (int row = 0; row < rows; row++) {
                cells.begin(row + 3);
                data.write(row, cells);
                cells.end();
            }
            out.write("</sheetData></worksheet>");
            out.flush();
            zip.closeEntry();
        }
    }

    private static String relation(String type, String target) {
        return "<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\"><Relationship"
                + " Id=\"rId1\" Type=\"" + type + "\" Target=\"" + target + "\"/></Relationships>";
    }

    private static void part(ZipOutputStream zip, Writer out, String name, String content) throws IOException {
        zip.putNextEntry(new ZipEntry(name));
        out.write("<?xml version=\"1.0\" encoding=\"UTF-8\"?>" + content);
        out.flush();
        zip.closeEntry();
    }
}
