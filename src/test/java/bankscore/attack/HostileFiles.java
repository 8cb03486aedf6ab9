package bankscore.attack;

import bankscore.read.xlsx.Zips;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.apache.poi.hssf.usermodel.HSSFRow;
import org.apache.poi.hssf.usermodel.HSSFSheet;
import org.apache.poi.hssf.usermodel.HSSFWorkbook;

/** Files made to wear the program out: small on disk, since what repeats packs well, and larger than life when read. */
final class HostileFiles {

    /** The longest text of a cell. */
    static final int LONGEST = 32_767;

    private static final String SHEET = "xl/worksheets/sheet1.xml";
    private static final String HEADER = "<row>" + text("银行名称") + text("上缴税收") + "</row>";

    private HostileFiles() {}

    /** What writes rows. */
    @FunctionalInterface
    interface Rows {
        void write(Writer out) throws IOException;
    }

    static String text(String words) {
        return "<c t='inlineStr'><is><t xml:space='preserve'>" + words + "</t></is></c>";
    }

    /** A workbook with one sheet of these rows. */
    static void sheet(Path file, Rows rows) throws IOException {
        sheet(file, rows, "");
    }

    private static void sheet(Path file, Rows rows, String behind) throws IOException {
        Map<String, String> parts = Zips.workbook("");
        parts.remove(SHEET);
        write(file, parts, out -> {
            out.write("<worksheet xmlns='" + Zips.TRANSITIONAL + "'><sheetData>");
            rows.write(out);
            out.write("</sheetData>" + behind + "</worksheet>");
        });
    }

    private static void write(Path file, Map<String, String> parts, Rows sheet) throws IOException {
        try (OutputStream bytes = Files.newOutputStream(file);
                ZipOutputStream zip = new ZipOutputStream(bytes);
                Writer out = new BufferedWriter(new OutputStreamWriter(zip, StandardCharsets.UTF_8))) {
            for (Map.Entry<String, String> part : parts.entrySet()) {
                zip.putNextEntry(new ZipEntry(part.getKey()));
                out.write(part.getValue());
                out.flush();
            }
            zip.putNextEntry(new ZipEntry(SHEET));
            sheet.write(out);
        }
    }

    /** Headings with 32,000 blanks in them. */
    static void blanksInHeadings(Path file) throws IOException {
        String heading = text("上缴" + " ".repeat(32_000) + "税收");
        sheet(file, out -> out.write("<row>" + text("银行名称") + heading.repeat(25) + "</row>"));
    }

    /** Rows of texts, each with one identifying heading in it, so that every row is nearly a header. */
    static void rowsOfTexts(Path file, int rows, int columns) throws IOException {
        sheet(file, out -> {
            for (int row = 0; row < rows; row++) {
                out.write("<row>" + text("银行名称"));
                for (int column = 1; column < columns; column++) {
                    out.write(text("上缴利润" + row + "-" + column));
                }
                out.write("</row>");
            }
        });
    }

    /** Figures of as many digits as a cell holds, with something behind them that no number has. */
    static void endlessDigits(Path file, int cells) throws IOException {
        String digits = "1".repeat(LONGEST - 1);
        sheet(file, out -> {
            out.write(HEADER);
            for (int i = 0; i < cells; i++) {
                out.write("<row>" + text("工商银行") + text(digits + (i % 2 == 0 ? "x" : "")) + "</row>");
            }
        });
    }

    /** A column of names, each as long as a cell can be. */
    static void endlessNames(Path file, int cells) throws IOException {
        sheet(file, out -> {
            out.write(HEADER);
            for (int i = 0; i < cells; i++) {
                out.write("<row>" + text(i + "行".repeat(LONGEST - 10)) + "<c><v>1</v></c></row>");
            }
        });
    }

    /** Merged ranges that lie over each other, as large as a header's may be. */
    static void overlappingRanges(Path file, int ranges) throws IOException {
        StringBuilder merged = new StringBuilder("<mergeCells>");
        for (int i = 0; i < ranges; i++) {
            merged.append("<mergeCell ref='A")
                    .append(1 + i % 3)
                    .append(":GR")
                    .append(90 + i % 10)
                    .append("'/>");
        }
        sheet(
                file,
                out -> {
                    for (int i = 0; i < 200; i++) {
                        out.write("<row>" + text("银行名称") + text("别的") + "</row>");
                    }
                },
                merged + "</mergeCells>");
    }

    /** One row of texts as long as a cell can be. */
    static void rowOfLongTexts(Path file, int columns) throws IOException {
        String words = text("字".repeat(LONGEST));
        sheet(file, out -> {
            out.write("<row>");
            for (int column = 0; column < columns; column++) {
                out.write(words);
            }
            out.write("</row>" + HEADER);
        });
    }

    /** A CSV file of one row. */
    static void rowOfCsv(Path file, int fields, int length) throws IOException {
        try (Writer out = Files.newBufferedWriter(file)) {
            String field = "字".repeat(length / 3) + ",";
            for (int i = 0; i < fields; i++) {
                out.write(field);
            }
            out.write("\n银行名称,上缴税收\n");
        }
    }

    /** An old workbook that is larger than any may be; its end is empty. */
    static void hugeXls(Path file, long bytes) throws IOException {
        try (HSSFWorkbook workbook = new HSSFWorkbook();
                OutputStream out = Files.newOutputStream(file)) {
            workbook.createSheet("税收").createRow(0).createCell(0).setCellValue("银行名称");
            workbook.write(out);
        }
        try (java.io.RandomAccessFile random = new java.io.RandomAccessFile(file.toFile(), "rw")) {
            random.setLength(bytes);
        }
    }

    /** An old workbook of long texts. */
    static void longTextsOfXls(Path file, int rows) throws IOException {
        try (HSSFWorkbook workbook = new HSSFWorkbook();
                OutputStream out = Files.newOutputStream(file)) {
            HSSFSheet sheet = workbook.createSheet("税收");
            HSSFRow header = sheet.createRow(0);
            header.createCell(0).setCellValue("银行名称");
            header.createCell(1).setCellValue("上缴税收");
            for (int i = 1; i <= rows; i++) {
                HSSFRow row = sheet.createRow(i);
                row.createCell(0).setCellValue(i + "行".repeat(30_000));
                row.createCell(1).setCellValue("9".repeat(30_000) + i % 7);
            }
            workbook.write(out);
        }
    }

    /** Rows of which each has an unknown name. */
    static void wrongRows(Path file, int rows) throws IOException {
        sheet(file, out -> {
            out.write(HEADER);
            for (int i = 0; i < rows; i++) {
                out.write("<row>" + text("第" + i + "银行") + "<c><v>" + i + "</v></c></row>");
            }
        });
    }

    /** Sheets that are all one part. */
    static void sheetsOfOnePart(Path file, int sheets, int rows) throws IOException {
        Map<String, String> parts = Zips.workbook("");
        parts.remove(SHEET);
        StringBuilder all = new StringBuilder();
        for (int i = 0; i < sheets; i++) {
            all.append("<sheet name='税收")
                    .append(i)
                    .append("' sheetId='")
                    .append(i + 2)
                    .append("' r:id='rId1'/>");
        }
        parts.computeIfPresent("xl/workbook.xml", (name, xml) -> xml.replace("</sheets>", all + "</sheets>"));
        write(file, parts, out -> {
            out.write("<worksheet xmlns='" + Zips.TRANSITIONAL + "'><sheetData>" + HEADER);
            for (int i = 0; i < rows; i++) {
                out.write("<row>" + text("工商银行") + "<c><v>" + i + "</v></c></row>");
            }
            out.write("</sheetData></worksheet>");
        });
    }

    /** Two sheets of one name, of which the second holds other figures. */
    static void sheetsOfOneName(Path file) throws IOException {
        Map<String, String> parts = Zips.workbook("");
        parts.computeIfPresent(
                "xl/workbook.xml",
                (name, xml) -> xml.replace("</sheets>", "<sheet name='税收' sheetId='2' r:id='rId9'/></sheets>"));
        parts.computeIfPresent(
                "xl/_rels/workbook.xml.rels",
                (name, xml) -> xml.replace(
                        "</Relationships>",
                        "<Relationship Id='rId9' Type='http://schemas.openxmlformats.org/officeDocument/2006/"
                                + "relationships/worksheet' Target='worksheets/sheet2.xml'/></Relationships>"));
        parts.remove(SHEET);
        parts.put(
                "xl/worksheets/sheet2.xml",
                Zips.sheet(
                        Zips.TRANSITIONAL,
                        "<sheetData>" + HEADER + "<row>" + text("工商银行") + "<c><v>2</v></c></row></sheetData>"));
        write(
                file,
                parts,
                out -> out.write("<worksheet xmlns='" + Zips.TRANSITIONAL + "'><sheetData>" + HEADER + "<row>"
                        + text("工商银行") + "<c><v>1</v></c></row></sheetData></worksheet>"));
    }
}
