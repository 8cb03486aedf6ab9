package bankscore.attack;

import bankscore.read.xlsx.Zips;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.apache.poi.hssf.usermodel.HSSFCellStyle;
import org.apache.poi.hssf.usermodel.HSSFRow;
import org.apache.poi.hssf.usermodel.HSSFSheet;
import org.apache.poi.hssf.usermodel.HSSFWorkbook;
import org.apache.poi.ss.util.CellRangeAddress;

/**
 * Files whose structure is made up: not bytes that happen to be wrong, but sheets, rows, cells, texts, styles and ranges that
 * are too many, too long, out of order, doubled or over each other. The same seed makes the same file.
 */
final class HostileStructure {

    private static final List<String> WORDS = List.of(
            "银行名称",
            "上缴税收",
            "存款余额",
            "贷款余额（万元）",
            "预算单位",
            "评分",
            "资金类别",
            "次年调配总额",
            "银行编码",
            "工商银行",
            "农业银行",
            "合计",
            "小计",
            "其中：",
            "单位：亿元",
            "单 位 ：",
            "2022年1-3月",
            "截至2022年3月末",
            "制表人：",
            "无",
            "—",
            "1,234.5",
            "1,23,4",
            "78.5%",
            "-3",
            "#REF!",
            "=1+1",
            "((((((((",
            "_x0000_",
            "_x202E_x",
            "&#x202E;",
            "&#xFFFD;");

    private final Random random;

    HostileStructure(long seed) {
        this.random = new Random(seed);
    }

    /** Makes a spreadsheet; gives its place. */
    Path spreadsheet(Path folder, String name) throws IOException {
        switch (random.nextInt(6)) {
            case 0 -> {
                return csv(folder.resolve(name + ".csv"));
            }
            case 1, 2 -> {
                return xls(folder.resolve(name + ".xls"));
            }
            default -> {
                return xlsx(folder.resolve(name + ".xlsx"));
            }
        }
    }

    private boolean once(int in) {
        return random.nextInt(in) == 0;
    }

    /** Mostly few, sometimes many. */
    private int some(int few, int many) {
        return once(12) ? random.nextInt(many) : random.nextInt(few);
    }

    private String text() {
        String word = WORDS.get(random.nextInt(WORDS.size()));
        if (once(15)) {
            return (once(2) ? word : String.valueOf((char) (' ' + random.nextInt(90))))
                    .replace("<", "")
                    .replace("&", "")
                    .repeat(1 + random.nextInt(700));
        }
        return once(6) ? word + " ".repeat(random.nextInt(60)) + WORDS.get(random.nextInt(WORDS.size())) : word;
    }

    private String number() {
        return switch (random.nextInt(6)) {
            case 0 -> Long.toString(random.nextLong());
            case 1 -> random.nextInt(1000) + "." + random.nextInt(1000);
            case 2 -> "1".repeat(1 + some(30, 1000));
            case 3 -> random.nextInt(9) + "E" + (random.nextInt(700) - 350);
            case 4 -> "9".repeat(random.nextInt(3)) + (once(9) ? "x" : "");
            default -> Integer.toString(random.nextInt(100_000));
        };
    }

    private String a1(int row, int column) {
        return bankscore.sheet.CellRef.letters(Math.max(0, column + (once(40) ? random.nextInt(20_000) - 3 : 0)))
                + (row + 1 + (once(60) ? random.nextInt(2_000_000) - 1 : 0));
    }

    private Path xlsx(Path file) throws IOException {
        Map<String, String> parts = Zips.workbook("");
        int sheets = 1 + some(3, 20);
        StringBuilder list = new StringBuilder();
        StringBuilder relations = new StringBuilder();
        for (int i = 0; i < sheets; i++) {
            int part = once(20) ? 0 : i;
            list.append("<sheet name='")
                    .append(once(25) ? "税收" : "表" + i)
                    .append(once(60) ? "长".repeat(random.nextInt(400)) : "")
                    .append("' sheetId='")
                    .append(i)
                    .append(once(15) ? "' state='veryHidden" : "")
                    .append("' r:id='x")
                    .append(i)
                    .append("'/>");
            relations
                    .append("<Relationship Id='x")
                    .append(i)
                    .append("' Type='http://schemas.openxmlformats.org/officeDocument/2006/relationships/worksheet'")
                    .append(" Target='worksheets/own")
                    .append(part)
                    .append(".xml'/>");
            parts.put("xl/worksheets/own" + i + ".xml", sheet());
        }
        parts.computeIfPresent(
                "xl/workbook.xml",
                (name, xml) -> xml.replaceFirst("<sheets>.*</sheets>", "<sheets>" + list + "</sheets>"));
        parts.computeIfPresent(
                "xl/_rels/workbook.xml.rels",
                (name, xml) -> xml.replace("</Relationships>", relations + "</Relationships>"));
        if (once(2)) {
            parts.put("xl/sharedStrings.xml", strings());
        }
        if (once(2)) {
            parts.put("xl/styles.xml", styles());
        }
        try (OutputStream bytes = Files.newOutputStream(file);
                ZipOutputStream zip = new ZipOutputStream(bytes)) {
            for (Map.Entry<String, String> part : parts.entrySet()) {
                zip.putNextEntry(new ZipEntry(part.getKey()));
                zip.write(part.getValue().getBytes(StandardCharsets.UTF_8));
            }
        }
        return file;
    }

    private String sheet() {
        StringBuilder xml = new StringBuilder("<worksheet xmlns='" + Zips.TRANSITIONAL + "'>");
        if (once(4)) {
            xml.append("<cols>");
            for (int i = some(3, 200); i > 0; i--) {
                xml.append("<col min='")
                        .append(random.nextInt(40))
                        .append("' max='")
                        .append(once(9) ? 999_999_999 : random.nextInt(40))
                        .append("' hidden='1'/>");
            }
            xml.append("</cols>");
        }
        xml.append("<sheetData>");
        int rows = some(15, 300);
        for (int row = 0; row < rows; row++) {
            int number = once(50) ? random.nextInt(2_000_000) : row + 1;
            xml.append(once(5) ? "<row>" : "<row r='" + number + "'" + (once(20) ? " hidden='1'" : "") + ">");
            int cells = some(6, 400);
            for (int column = 0; column < cells; column++) {
                cell(xml, row, column);
            }
            xml.append("</row>");
        }
        xml.append("</sheetData>");
        if (once(3)) {
            xml.append("<mergeCells>");
            for (int i = some(6, 2000); i > 0; i--) {
                xml.append("<mergeCell ref='")
                        .append(a1(random.nextInt(20), random.nextInt(20)))
                        .append(once(20) ? "" : ":" + a1(20 + random.nextInt(100), 20 + random.nextInt(200)))
                        .append("'/>");
            }
            xml.append("</mergeCells>");
        }
        if (once(20)) {
            xml.append("<x>".repeat(random.nextInt(400)));
        }
        return xml.append("</worksheet>").toString();
    }

    private void cell(StringBuilder xml, int row, int column) {
        String type = List.of("n", "n", "s", "str", "inlineStr", "inlineStr", "b", "e", "d", "?")
                .get(random.nextInt(once(10) ? 10 : 6));
        xml.append("<c")
                .append(once(4) ? "" : " r='" + a1(row, column) + "'")
                .append(" t='")
                .append(type)
                .append("'");
        xml.append(once(3) ? " s='" + some(10, 100_000) + "'>" : ">");
        if (once(20)) {
            xml.append("<f>").append(once(2) ? "SUM(A1:A9)" : "").append("</f>");
        }
        switch (type) {
            case "inlineStr" ->
                xml.append("<is>")
                        .append(once(9) ? "<r><t>" + text() + "</t></r>" : "")
                        .append("<t>")
                        .append(text())
                        .append("</t></is>");
            case "str", "e" -> xml.append("<v>").append(text()).append("</v>");
            case "s" -> xml.append("<v>").append(random.nextInt(30)).append("</v>");
            case "d" -> xml.append("<v>2022-0").append(random.nextInt(12)).append("-01</v>");
            default -> xml.append("<v>").append(once(30) ? text() : number()).append("</v>");
        }
        xml.append("</c>");
    }

    private String strings() {
        StringBuilder xml = new StringBuilder("<sst xmlns='" + Zips.TRANSITIONAL + "' count='999999999'>");
        for (int i = some(40, 3000); i > 0; i--) {
            xml.append(once(10) ? "<si/>" : "<si><t>" + text() + "</t></si>");
        }
        return xml.append("</sst>").toString();
    }

    private String styles() {
        StringBuilder xml = new StringBuilder("<styleSheet xmlns='" + Zips.TRANSITIONAL + "'><numFmts>");
        for (int i = some(10, 3000); i > 0; i--) {
            xml.append("<numFmt numFmtId='")
                    .append(164 + random.nextInt(50))
                    .append("' formatCode='")
                    .append(List.of(
                                    "0.00",
                                    "0!.0,&quot;万元&quot;",
                                    "[&lt;1E9]0;[&gt;x]@",
                                    "[$¥-804]#,##0;;;",
                                    "&quot;&quot;&quot;",
                                    "[[[[h]]",
                                    "yyyy\\",
                                    "0%%%%%",
                                    ",".repeat(300))
                            .get(random.nextInt(9)))
                    .append("'/>");
        }
        xml.append("</numFmts><cellXfs>");
        for (int i = some(10, 5000); i > 0; i--) {
            xml.append("<xf numFmtId='").append(random.nextInt(220)).append("'/>");
        }
        return xml.append("</cellXfs></styleSheet>").toString();
    }

    /** Cells by a library, then records that are not as long as they say, or another kind. */
    private Path xls(Path file) throws IOException {
        byte[] bytes;
        try (HSSFWorkbook workbook = new HSSFWorkbook();
                java.io.ByteArrayOutputStream out = new java.io.ByteArrayOutputStream()) {
            HSSFCellStyle style = workbook.createCellStyle();
            style.setDataFormat(workbook.createDataFormat().getFormat("0.00\"亿元\""));
            for (int i = 1 + some(2, 8); i > 0; i--) {
                HSSFSheet sheet = workbook.createSheet("表" + i);
                int rows = some(15, 200);
                for (int row = 0; row < rows; row++) {
                    HSSFRow line = sheet.createRow(row);
                    int cells = some(6, 100);
                    for (int column = 0; column < cells; column++) {
                        if (once(2)) {
                            line.createCell(column).setCellValue(text());
                        } else {
                            line.createCell(column).setCellValue(random.nextGaussian() * 1e6);
                            line.getCell(column).setCellStyle(style);
                        }
                    }
                }
                for (int range = some(3, 200); range > 0; range--) {
                    int row = random.nextInt(20);
                    sheet.addMergedRegionUnsafe(
                            new CellRangeAddress(row, row + 1 + random.nextInt(90), 0, 1 + random.nextInt(200)));
                }
            }
            workbook.write(out);
            bytes = out.toByteArray();
        }
        for (int i = some(4, 60); i > 0; i--) {
            int at = 512 + random.nextInt(bytes.length - 512);
            bytes[at] = (byte) (once(2) ? random.nextInt(256) : random.nextInt(4));
        }
        Files.write(file, bytes);
        return file;
    }

    private Path csv(Path file) throws IOException {
        StringBuilder text = new StringBuilder();
        for (int row = some(20, 2000); row > 0; row--) {
            for (int column = some(6, 300); column > 0; column--) {
                String cell = once(3) ? number() : text();
                text.append(once(8) ? "\"" + cell + (once(30) ? "" : "\"") : cell)
                        .append(once(200) ? "\"" : ",");
            }
            text.append(once(9) ? "\r\n" : once(20) ? "\r" : "\n");
        }
        Charset charset = List.of(StandardCharsets.UTF_8, Charset.forName("GB18030"), StandardCharsets.UTF_16)
                .get(random.nextInt(3));
        Files.write(file, text.toString().getBytes(charset));
        return file;
    }

    /** A file of rules in which something is deep, long, doubled or refers to itself. */
    String rule(String whole) {
        List<String> lines = new java.util.ArrayList<>(whole.lines().toList());
        for (int i = 1 + random.nextInt(4); i > 0; i--) {
            int at = random.nextInt(lines.size());
            String line = lines.get(at);
            String value = switch (random.nextInt(9)) {
                case 0 -> "[".repeat(random.nextInt(3000));
                case 1 -> "{a: ".repeat(random.nextInt(300)) + "1" + "}".repeat(random.nextInt(300));
                case 2 -> "9".repeat(some(100, 20_000));
                case 3 -> "deposits" + " + loans".repeat(some(300, 4_000));
                case 4 -> "(".repeat(some(300, 4_000)) + "1" + ")".repeat(some(300, 4_000));
                case 5 -> "&a [*a, *a]";
                case 6 -> "-".repeat(some(50, 4_000)) + "1";
                case 7 -> "!!java.lang.Runtime [x]";
                default -> text();
            };
            int colon = line.indexOf(": ");
            lines.set(at, colon < 0 || once(5) ? line + value : line.substring(0, colon + 2) + value);
        }
        return String.join("\n", lines) + "\n";
    }
}
