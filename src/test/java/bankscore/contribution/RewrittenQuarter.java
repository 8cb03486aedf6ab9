package bankscore.contribution;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.math.BigDecimal;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.stream.Stream;
import org.apache.poi.hssf.usermodel.HSSFWorkbook;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.CellStyle;
import org.apache.poi.ss.usermodel.CellType;
import org.apache.poi.ss.usermodel.DateUtil;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.ss.usermodel.Workbook;
import org.apache.poi.ss.usermodel.WorkbookFactory;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;

/**
 * A clean quarter's files written again by seeded transformations that keep their meaning: tables moved, numbers as text,
 * other units, other names of the banks, total rows, notes, hidden rows, split and merged files, .xls, CSV in several
 * encodings, line breaks in headings.
 */
final class RewrittenQuarter {

    private static final Map<String, BigDecimal> UNITS = Map.of(
            "元", new BigDecimal("10000"),
            "千元", new BigDecimal("10"),
            "万元", BigDecimal.ONE,
            "百万元", new BigDecimal("0.01"),
            "亿元", new BigDecimal("0.0001"));

    private final Random dice;
    private final Map<String, List<String>> names = new HashMap<>();

    RewrittenQuarter(long seed) {
        this.dice = new Random(seed * 7919 + 11);
    }

    /** One table: what stands above its header, the header, and its rows; a cell is a text, a BigDecimal or a date. */
    private record Table(String name, List<String> head, List<List<Object>> rows) {}

    /** Reads the plain files of a small quarter and writes them again elsewhere. */
    void rewrite(Path from, Path to) throws IOException {
        List<Path> files;
        try (Stream<Path> all = Files.walk(from)) {
            files = all.filter(Files::isRegularFile).sorted().toList();
        }
        List<Table> tables = new ArrayList<>();
        for (Path file : files) {
            try (InputStream in = Files.newInputStream(file);
                    Workbook book = WorkbookFactory.create(in)) {
                book.forEach(sheet -> tables.add(table(sheet)));
            }
        }
        tables.stream().filter(table -> table.head().contains("银行编码")).forEach(this::learnNames);
        List<Table> parts = new ArrayList<>();
        for (Table table : tables) {
            // The order of the banks and of the pools is part of the result.
            boolean ordered = table.head().contains("银行编码") || table.head().contains("次年调配总额");
            if (!ordered && table.rows().size() > 1 && chance(25)) {
                int cut = 1 + dice.nextInt(table.rows().size() - 1);
                parts.add(new Table(table.name(), table.head(), table.rows().subList(0, cut)));
                parts.add(new Table(
                        table.name(),
                        table.head(),
                        table.rows().subList(cut, table.rows().size())));
            } else {
                parts.add(table);
            }
        }
        Files.createDirectories(to);
        int number = 1;
        for (int at = 0; at < parts.size(); number++) {
            Path folder = chance(40) ? to.resolve("报送" + number) : to;
            Files.createDirectories(folder);
            if (chance(25)) {
                csv(parts.get(at++), folder.resolve("表" + number + ".csv"));
                continue;
            }
            int count = Math.min(parts.size() - at, 1 + dice.nextInt(3));
            boolean old = chance(30);
            try (Workbook book = old ? new HSSFWorkbook() : new XSSFWorkbook();
                    OutputStream out = Files.newOutputStream(folder.resolve("表" + number + (old ? ".xls" : ".xlsx")))) {
                for (Table table : parts.subList(at, at + count)) {
                    sheet(table, book.createSheet("表" + (book.getNumberOfSheets() + 1)));
                }
                book.write(out);
            }
            at += count;
        }
    }

    /** The small quarter's header is the last row with texts only before the first data; its total row is left out. */
    private static Table table(Sheet sheet) {
        int header = 0;
        while (sheet.getRow(header).getLastCellNum() < 2
                || sheet.getRow(header).getCell(1).getStringCellValue().startsWith("单位")
                || sheet.getRow(header).getCell(0) == null) {
            header++;
        }
        List<String> head = new ArrayList<>();
        String unit = "（万元）";
        sheet.getRow(header).forEach(cell -> head.add(cell.getStringCellValue().replace(unit, "")));
        List<List<Object>> rows = new ArrayList<>();
        for (int i = header + 1; i <= sheet.getLastRowNum(); i++) {
            List<Object> cells = new ArrayList<>();
            for (int column = 0; column < head.size(); column++) {
                cells.add(content(sheet.getRow(i).getCell(column)));
            }
            if (!cells.get(0).equals("合计")) {
                rows.add(cells);
            }
        }
        return new Table(sheet.getSheetName(), head, rows);
    }

    private static Object content(@org.jspecify.annotations.Nullable Cell cell) {
        if (cell == null) {
            return "";
        }
        if (cell.getCellType() == CellType.NUMERIC) {
            return DateUtil.isCellDateFormatted(cell)
                    ? cell.getLocalDateTimeCellValue().toLocalDate()
                    : new BigDecimal(Double.toString(cell.getNumericCellValue()));
        }
        return cell.getStringCellValue();
    }

    private void learnNames(Table roster) {
        for (List<Object> row : roster.rows()) {
            List<String> all = new ArrayList<>();
            for (int i = 0; i < 4; i++) {
                if (!row.get(i).toString().isEmpty()) {
                    all.add(row.get(i).toString());
                }
            }
            all.forEach(name -> names.put(name, all));
        }
    }

    private boolean chance(int percent) {
        return dice.nextInt(100) < percent;
    }

    private static boolean isMoney(String heading) {
        return heading.contains("余额")
                || heading.contains("税收")
                || heading.contains("金额")
                || heading.contains("总额")
                || heading.equals("未到期定期");
    }

    private static boolean isNumber(Object content) {
        return content instanceof BigDecimal;
    }

    /** The table as a grid: lines above, header, rows, lines below. */
    private List<List<Object>> grid(Table table, boolean csv) {
        List<List<Object>> grid = new ArrayList<>();
        boolean register = table.head().contains("银行编码");
        int left = chance(30) ? 1 + dice.nextInt(3) : 0;
        if (chance(60)) {
            grid.add(line(left, table.name() + "表"));
        }
        String sheetUnit = "万元";
        boolean stated = table.head().stream().anyMatch(RewrittenQuarter::isMoney) && chance(50);
        if (stated) {
            sheetUnit = unit();
            grid.add(line(left + 1, (chance(50) ? "单位：" : "金额单位: ") + sheetUnit));
        }
        if (chance(20)) {
            grid.add(line(left, "填表说明：按月末数填写"));
        }
        int gap = chance(25) ? 1 + dice.nextInt(table.head().size()) : -1;
        List<Object> head = line(left);
        List<BigDecimal> factors = new ArrayList<>();
        for (int i = 0; i < table.head().size(); i++) {
            if (i == gap) {
                head.add("");
            }
            String heading = table.head().get(i);
            String unit = sheetUnit;
            String written = heading;
            if (isMoney(heading) && chance(40)) {
                // The line and the bracket must not disagree.
                String other = unit();
                unit = stated ? sheetUnit : other;
                written = heading + (chance(50) ? "（" + unit + "）" : "\n(" + unit + ")");
            } else if (chance(20)) {
                written = heading.substring(0, 2) + (csv ? " " : "\n") + heading.substring(2);
            }
            head.add(written);
            factors.add(isMoney(heading) ? UNITS.getOrDefault(unit, BigDecimal.ONE) : BigDecimal.ONE);
        }
        grid.add(head);
        for (List<Object> row : table.rows()) {
            if (chance(10)) {
                grid.add(new ArrayList<>());
            }
            List<Object> cells = line(left);
            for (int i = 0; i < row.size(); i++) {
                if (i == gap) {
                    cells.add("");
                }
                cells.add(written(row.get(i), table.head().get(i), factors.get(i), register, csv));
            }
            grid.add(cells);
        }
        boolean records = table.head().contains("评分") || table.head().contains("事项");
        if (!records && !register && !table.rows().isEmpty() && chance(50)) {
            List<Object> total = line(left);
            for (int i = 0; i < table.head().size(); i++) {
                if (i == gap) {
                    total.add("");
                }
                int column = i;
                boolean money = isMoney(table.head().get(i));
                BigDecimal sum = table.rows().stream()
                        .map(row -> row.get(column))
                        .filter(RewrittenQuarter::isNumber)
                        .map(BigDecimal.class::cast)
                        .reduce(BigDecimal.ZERO, BigDecimal::add);
                total.add(i == 0 ? (chance(50) ? "合计" : "总 计") : money ? sum.multiply(factors.get(i)) : "");
            }
            grid.add(total);
        }
        if (chance(40)) {
            grid.add(new ArrayList<>());
            grid.add(line(left, "制表人：张三", "审核：李四"));
        }
        return grid;
    }

    private static List<Object> line(int left, Object... cells) {
        List<Object> line = new ArrayList<>();
        for (int i = 0; i < left; i++) {
            line.add("");
        }
        line.addAll(List.of(cells));
        return line;
    }

    private String unit() {
        return List.of("元", "千元", "万元", "百万元", "亿元").get(dice.nextInt(5));
    }

    private Object written(Object content, String heading, BigDecimal factor, boolean register, boolean csv) {
        if (content instanceof BigDecimal number) {
            BigDecimal value = number.multiply(factor).stripTrailingZeros();
            String plain = value.toPlainString();
            return switch (dice.nextInt(csv ? 3 : 6)) {
                case 0 -> grouped(plain);
                case 1 -> " " + plain + "\u00A0";
                case 2 -> plain.replace('1', '１').replace('.', '．');
                default -> value;
            };
        }
        if (content instanceof LocalDate day) {
            return switch (dice.nextInt(csv ? 3 : 5)) {
                case 0 -> day.toString();
                case 1 -> day.getYear() + "/" + day.getMonthValue() + "/" + day.getDayOfMonth();
                case 2 -> day.getYear() + "年" + day.getMonthValue() + "月" + day.getDayOfMonth() + "日";
                default -> day;
            };
        }
        String text = content.toString();
        if (!register && heading.equals("银行名称") && names.containsKey(text)) {
            List<String> all = names.getOrDefault(text, List.of(text));
            String name = all.get(dice.nextInt(all.size()));
            return chance(20) ? " " + name + " " : name;
        }
        return text.isEmpty() && !register && !heading.equals("扣分") && chance(20) ? "—" : text;
    }

    private static String grouped(String plain) {
        int point = plain.indexOf('.');
        String whole = point < 0 ? plain : plain.substring(0, point);
        String sign = whole.startsWith("-") ? "-" : "";
        StringBuilder text = new StringBuilder(whole.substring(sign.length()));
        for (int at = text.length() - 3; at > 0; at -= 3) {
            text.insert(at, ',');
        }
        return sign + text + (point < 0 ? "" : plain.substring(point));
    }

    private void sheet(Table table, Sheet sheet) {
        int down = chance(30) ? 1 + dice.nextInt(4) : 0;
        CellStyle date = sheet.getWorkbook().createCellStyle();
        date.setDataFormat(sheet.getWorkbook().createDataFormat().getFormat("yyyy-mm-dd"));
        List<List<Object>> grid = grid(table, false);
        for (int i = 0; i < grid.size(); i++) {
            Row row = sheet.createRow(down + i);
            for (int column = 0; column < grid.get(i).size(); column++) {
                Object content = grid.get(i).get(column);
                if (content instanceof BigDecimal number) {
                    row.createCell(column).setCellValue(number.doubleValue());
                } else if (content instanceof LocalDate day) {
                    Cell cell = row.createCell(column);
                    cell.setCellValue(day);
                    cell.setCellStyle(date);
                } else if (!content.toString().isEmpty()) {
                    row.createCell(column).setCellValue(content.toString());
                }
            }
            row.setZeroHeight(chance(5));
        }
    }

    private void csv(Table table, Path file) throws IOException {
        StringBuilder text = new StringBuilder();
        for (List<Object> row : grid(table, true)) {
            for (int i = 0; i < row.size(); i++) {
                String cell = row.get(i) instanceof BigDecimal number
                        ? number.toPlainString()
                        : row.get(i).toString();
                text.append(i == 0 ? "" : ",")
                        .append(cell.matches("(?s).*[,\"\n].*") ? "\"" + cell.replace("\"", "\"\"") + "\"" : cell);
            }
            text.append("\r\n");
        }
        String encoding =
                List.of("UTF-8", "UTF-8", "GB18030").get(dice.nextInt(3)).toUpperCase(Locale.ROOT);
        boolean mark = encoding.equals("UTF-8") && chance(50);
        Files.write(file, ((mark ? "\uFEFF" : "") + text).getBytes(Charset.forName(encoding)));
        if (text.isEmpty()) {
            Files.write(file, "".getBytes(StandardCharsets.UTF_8));
        }
    }
}
