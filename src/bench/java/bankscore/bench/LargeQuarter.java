package bankscore.bench;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** The sample quarter with as many survey and service rows as wanted, half of each; the same at every call. */
final class LargeQuarter {

    private static final String SURVEY = "满意度调查";
    private static final String SERVICE = "日常服务登记台账";
    private static final List<String> BANKS = List.of("曜川行", "云岫行", "启桐银行", "婺水村行", "丰溪村镇银行", "带湖行", "玉虹农商行", "信江行");
    private static final List<String> MATTERS = List.of("资金拨付", "单据传送", "拨款退回告知");

    private LargeQuarter() {}

    /**
     * Writes the quarter's folder.
     *
     * @return the two large workbooks
     */
    static List<Path> write(Path sample, Path folder, int rows) throws IOException {
        try (Stream<Path> files = Files.walk(sample)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                Path copy = folder.resolve(sample.relativize(file).toString());
                Files.createDirectories(copy.getParent());
                String name = file.getFileName().toString();
                if (!name.contains(SURVEY) && !name.contains(SERVICE)) {
                    Files.copy(file, copy);
                }
            }
        }
        Path survey = folder.resolve("财政局/2022年度" + SURVEY + ".xlsx");
        Path service = folder.resolve("国库支付中心/" + SERVICE + ".xlsx");
        workbook(survey, SURVEY, rows / 2, List.of("预算单位", "银行名称", "评分"), (row, cells) -> {
            cells.text("单位" + row);
            cells.text(BANKS.get(row % BANKS.size()));
            cells.number(3 + row % 3);
        });
        workbook(service, SERVICE, rows - rows / 2, List.of("日期", "银行名称", "预算单位", "事项", "扣分", "说明"), (row, cells) -> {
            cells.text("2022-%02d-%02d".formatted(1 + row % 12, 1 + row % 28));
            cells.text(BANKS.get(row % BANKS.size()));
            cells.text("单位" + row % 5000);
            cells.text(MATTERS.get(row % MATTERS.size()));
            cells.number(1);
            cells.text("第" + row + "次");
        });
        return List.of(survey, service);
    }

    /** What stands in a row of data. */
    @FunctionalInterface
    private interface Row {
        void write(int row, Cells cells) throws IOException;
    }

    /** The cells of one row after the other, texts in place. */
    private static final class Cells {

        private final Writer out;
        private int row;
        private int column;

        Cells(Writer out) {
            this.out = out;
        }

        void begin(int number) throws IOException {
            row = number;
            column = 0;
            out.write("<row r=\"" + row + "\">");
        }

        void text(String text) throws IOException {
            out.write("<c r=\"" + (char) ('A' + column++) + row + "\" t=\"inlineStr\"><is><t>" + text
                    + "</t></is></c>");
        }

        void number(int number) throws IOException {
            out.write("<c r=\"" + (char) ('A' + column++) + row + "\"><v>" + number + "</v></c>");
        }

        void end() throws IOException {
            out.write("</row>");
        }
    }

    private static void workbook(Path file, String title, int rows, List<String> head, Row data) throws IOException {
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
            Cells cells = new Cells(out);
            cells.begin(1);
            cells.text("2022年度" + title);
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
