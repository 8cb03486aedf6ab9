package bankscore.contribution;

import bankscore.exact.Period;
import bankscore.run.request.Deletion;
import bankscore.sheet.Place;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.CellStyle;
import org.apache.poi.ss.usermodel.FormulaError;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.ss.usermodel.Workbook;
import org.apache.poi.ss.util.CellReference;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.jspecify.annotations.Nullable;

/**
 * A clean quarter of three assessed banks and one that is not, small enough to know every cell by heart, and whatever a
 * test does to it.
 *
 * <p>税收 for 2022Q4: title in A1, period in A2, unit in B2, header in row 3, banks in rows 4 to 6.
 */
public final class SmallQuarter {

    static final String ROSTER = "财政局/名录.xlsx";
    static final String CREDIT = "人民银行/存贷款.xlsx";
    public static final String TAX = "税收.xlsx";
    static final String PLATFORM = "饶企云.xlsx";
    static final String SURVEY = "财政局/满意度.xlsx";
    static final String SERVICE = "服务.xlsx";
    static final String FUNDS = "财政局/资金.xlsx";
    public static final String RISK = "风险.xlsx";
    static final String PUBLISHED = "参数.xlsx";

    /** Something a cell may hold besides text, numbers and dates. */
    enum Special {
        /** A formula without a cached value. */
        UNCACHED,
        /** A formula that failed. */
        BROKEN,
        /** 0.785 shown as 78.5%. */
        PERCENT
    }

    /** A number with a number format of its own. */
    record Formatted(Number number, String format) {

        @Override
        public String toString() {
            return number + " shown by " + format;
        }
    }

    /** Does something to the folder once the files are written. */
    @FunctionalInterface
    interface Afterwards {
        void on(Path folder) throws Exception;
    }

    private static final Map<List<Object>, byte[]> MADE = new ConcurrentHashMap<>();

    private final Period period;
    private final Map<String, Map<String, Map<String, Object>>> files = new LinkedHashMap<>();
    private final List<String> hiddenRows = new ArrayList<>();
    private final List<String> hiddenColumns = new ArrayList<>();
    private final List<String> hiddenSheets = new ArrayList<>();
    private final List<Afterwards> afterwards = new ArrayList<>();

    public SmallQuarter(Period period) {
        this.period = period;
        String[] banks = {"工商银行", "招商银行", "浙商银行"};
        rows(ROSTER, "银行名录", 1, row("银行名录"), row("银行编码", "银行名称", "简称", "别名", "机构类型", "开业日期", "是否考核"));
        rows(
                ROSTER,
                "银行名录",
                3,
                row("B001", "中国工商银行上饶分行", "工商银行", "工行", "国有", LocalDate.of(1990, 1, 1), "是"),
                row("B002", "招商银行上饶分行", "招商银行", "招行", "股份制", LocalDate.of(2005, 6, 1), "是"),
                row("B003", "浙商银行上饶分行", "浙商银行", "", "股份制", LocalDate.of(2010, 6, 1), "是"),
                row("B004", "农业发展银行上饶分行", "农发行", "", "政策性", LocalDate.of(1995, 1, 1), "否"));

        // Loans grow by a quarter of the year's growth each quarter, so that openings are last year's closings.
        int done = (period.year() - 2022) * 4 + period.quarter();
        int year = (period.year() - 2022) * 4;
        rows(CREDIT, "存贷款", 1, row("存贷款情况表（" + period.year() + "年第" + period.quarter() + "季度）"), row("", "单位：万元"));
        rows(CREDIT, "存贷款", 3, row("银行名称", "存款余额", "年初贷款余额", "贷款余额", "年初小微贷款余额", "小微贷款余额", "年初工业贷款余额", "工业贷款余额"));
        for (int i = 0; i < 3; i++) {
            int size = 3 - i;
            rows(
                    CREDIT,
                    "存贷款",
                    4 + i,
                    row(
                            banks[i],
                            1_300_000 * size,
                            1_000_000 * size + 25_000 * size * year,
                            1_000_000 * size + 25_000 * size * done,
                            200_000 * size + 6_000 * size * year,
                            200_000 * size + 6_000 * size * done,
                            150_000 * size + 3_000 * size * year,
                            150_000 * size + 3_000 * size * done));
        }
        rows(CREDIT, "存贷款", 7, row("农发行", 500_000, 400_000, 400_000, 40_000, 40_000, 30_000, 30_000));
        total(CREDIT, "存贷款", 8, 4, 7, 7);
        // All loans, 6,400,000 and 150,000 more each quarter, beside deposits of 8,300,000.
        rows(
                PUBLISHED,
                "参数",
                1,
                row("项目", "数值"),
                row("全市存贷比", Math.round((6_400_000 + 150_000 * done) / 830.0) / 100.0));

        rows(TAX, "税收", 1, row("税收情况"), row(span(), "单位：万元"), row("银行名称", "上缴税收"));
        rows(PLATFORM, "饶企云", 1, row("银行名称", "平台放款金额（万元）"));
        for (int i = 0; i < 3; i++) {
            rows(TAX, "税收", 4 + i, row(banks[i], 650.5 * period.quarter() + 100 * i));
            rows(PLATFORM, "饶企云", 2 + i, row(banks[i], 1200 * period.quarter() + 300 * i));
        }
        rows(SURVEY, "满意度", 1, row("预算单位", "银行名称", "评分"));
        for (int i = 0; i < 6; i++) {
            rows(SURVEY, "满意度", 2 + i, row(i < 3 ? "市教育局" : "市卫健委", banks[i % 3], 4.5 - 0.1 * (i % 3)));
        }
        rows(
                SERVICE,
                "服务",
                1,
                row("日期", "银行名称", "事项", "扣分", "说明"),
                row(LocalDate.of(period.year(), 1, 5), "招商银行", "资金拨付", "", "晚到"),
                row(LocalDate.of(period.year(), 2, 5), "工商银行", "其他", 0.3, "晚到"));
        rows(
                FUNDS,
                "财政存款",
                1,
                row("资金类别", "银行名称", "存款余额", "未到期定期", "到期日"),
                row("社会保险基金", "工商银行", 3000, 1000, LocalDate.of(period.year() + 1, 6, 30)),
                row("社会保险基金", "招商银行", 2000, "", ""),
                row("专户资金", "浙商银行", 1000, "", ""));
        rows(FUNDS, "资金池", 1, row("资金类别", "次年调配总额"), row("社会保险基金", 9000), row("专户资金", 4000));
        rows(
                RISK,
                "风险",
                1,
                row("银行名称", "风险类型", "处置", "认定日期"),
                row("浙商银行", "流动性", "暂停新增", LocalDate.of(period.year(), 3, 1)));
    }

    /** The year up to the period's end, as titles state it. */
    private String span() {
        return period.year() + "年1-" + 3 * period.quarter() + "月";
    }

    /** Whether a place is a sheet whose header stands in the first row, so that no line above it can state a period. */
    public static boolean isUntitled(Place place) {
        return place.equals(Place.of(PLATFORM, "饶企云"))
                || place.equals(Place.of(FUNDS, "财政存款"))
                || place.equals(Place.of(FUNDS, "资金池"));
    }

    private static List<Object> row(Object... cells) {
        return List.of(cells);
    }

    /** Writes rows from a row number of Excel's on; an empty text leaves its cell empty. */
    @SafeVarargs
    final SmallQuarter rows(String file, String sheet, int from, List<Object>... rows) {
        for (int i = 0; i < rows.length; i++) {
            for (int column = 0; column < rows[i].size(); column++) {
                set(file, sheet, CellReference.convertNumToColString(column) + (from + i), rows[i].get(column));
            }
        }
        return this;
    }

    private void total(String file, String sheet, int row, int from, int to, int columns) {
        set(file, sheet, "A" + row, "合计");
        for (int column = 1; column <= columns; column++) {
            String letters = CellReference.convertNumToColString(column);
            long sum = 0;
            for (int each = from; each <= to; each++) {
                sum += ((Number) Objects.requireNonNull(cells(file, sheet).get(letters + each))).longValue();
            }
            set(file, sheet, letters + row, sum);
        }
    }

    private Map<String, Object> cells(String file, String sheet) {
        return files.computeIfAbsent(file, name -> new LinkedHashMap<>())
                .computeIfAbsent(sheet, name -> new LinkedHashMap<>());
    }

    public SmallQuarter set(String file, String sheet, String cell, Object content) {
        if ("".equals(content)) {
            cells(file, sheet).remove(cell);
        } else {
            cells(file, sheet).put(cell, content);
        }
        return this;
    }

    Optional<Object> find(String file, String sheet, String cell) {
        return Optional.ofNullable(cells(file, sheet).get(cell));
    }

    Object get(String file, String sheet, String cell) {
        return Objects.requireNonNull(cells(file, sheet).get(cell));
    }

    SmallQuarter remove(String file) {
        files.remove(file);
        return this;
    }

    SmallQuarter removeSheet(String file, String sheet) {
        Optional.ofNullable(files.get(file)).ifPresent(sheets -> sheets.remove(sheet));
        return this;
    }

    SmallQuarter renameSheet(String file, String sheet, String name) {
        Map<String, Map<String, Object>> sheets = Objects.requireNonNull(files.get(file));
        sheets.put(name, Objects.requireNonNull(sheets.remove(sheet)));
        return this;
    }

    /** The same with sheets whose names state the period where no line above their header does. */
    SmallQuarter named() {
        return renameSheet(PLATFORM, "饶企云", "饶企云" + span())
                .renameSheet(FUNDS, "财政存款", "截至" + 3 * period.quarter() + "月末")
                .renameSheet(FUNDS, "资金池", period.year() + 1 + "年资金池");
    }

    SmallQuarter hideRow(String file, String sheet, int row) {
        hiddenRows.add(file + "|" + sheet + "|" + row);
        return this;
    }

    SmallQuarter hideColumn(String file, String sheet, int column) {
        hiddenColumns.add(file + "|" + sheet + "|" + column);
        return this;
    }

    SmallQuarter hideSheet(String file, String sheet) {
        hiddenSheets.add(file + "|" + sheet);
        return this;
    }

    SmallQuarter then(Afterwards step) {
        afterwards.add(step);
        return this;
    }

    String period() {
        return period.toString();
    }

    /** Writes the quarter below an input folder, in place of what was there. */
    public void write(Path input) throws Exception {
        Path folder = input.resolve(period.toString());
        Deletion.of(folder);
        Files.createDirectories(folder);
        for (Map.Entry<String, Map<String, Map<String, Object>>> file : files.entrySet()) {
            Path path = folder.resolve(file.getKey());
            Files.createDirectories(Objects.requireNonNull(path.getParent()));
            write(file.getKey(), file.getValue(), path);
        }
        for (Afterwards step : afterwards) {
            step.on(folder);
        }
    }

    /** A workbook is made once in a process: most tests change one file of a quarter. */
    private void write(String file, Map<String, Map<String, Object>> sheets, Path path) throws IOException {
        Map<String, Map<String, Object>> cells = new LinkedHashMap<>();
        sheets.forEach((sheet, contents) -> cells.put(sheet, new HashMap<>(contents)));
        List<Object> content = List.of(
                file,
                List.copyOf(cells.keySet()),
                cells,
                Set.copyOf(hiddenRows),
                Set.copyOf(hiddenColumns),
                Set.copyOf(hiddenSheets));
        byte[] made = MADE.get(content);
        if (made == null) {
            made = make(file, sheets);
            MADE.put(content, made);
        }
        Files.write(path, made);
    }

    private byte[] make(String file, Map<String, Map<String, Object>> sheets) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (XSSFWorkbook book = new XSSFWorkbook()) {
            CellStyle date = book.createCellStyle();
            date.setDataFormat(book.createDataFormat().getFormat("yyyy-mm-dd"));
            CellStyle percent = book.createCellStyle();
            percent.setDataFormat(book.createDataFormat().getFormat("0.0%"));
            sheets.forEach((name, cells) -> {
                Sheet sheet = book.createSheet(name);
                new TreeMap<>(cells).forEach((at, content) -> {
                    CellReference place = new CellReference(at);
                    Row row = sheet.getRow(place.getRow());
                    row = row == null ? sheet.createRow(place.getRow()) : row;
                    fill(row.createCell(place.getCol()), content, date, percent);
                });
                for (Row row : sheet) {
                    row.setZeroHeight(hiddenRows.contains(file + "|" + name + "|" + (row.getRowNum() + 1)));
                }
                for (int column = 0; column < 10; column++) {
                    sheet.setColumnHidden(column, hiddenColumns.contains(file + "|" + name + "|" + column));
                }
                if (hiddenSheets.contains(file + "|" + name)) {
                    book.setSheetHidden(book.getSheetIndex(sheet), true);
                }
            });
            book.write(out);
        }
        return out.toByteArray();
    }

    private static void fill(Cell cell, @Nullable Object content, CellStyle date, CellStyle percent) {
        if (content instanceof Number number) {
            cell.setCellValue(number.doubleValue());
        } else if (content instanceof Formatted formatted) {
            Workbook book = cell.getSheet().getWorkbook();
            CellStyle style = book.createCellStyle();
            style.setDataFormat(book.createDataFormat().getFormat(formatted.format()));
            cell.setCellValue(formatted.number().doubleValue());
            cell.setCellStyle(style);
        } else if (content instanceof LocalDate day) {
            cell.setCellValue(day);
            cell.setCellStyle(date);
        } else if (content == Special.UNCACHED) {
            cell.setCellFormula("1+1");
        } else if (content == Special.BROKEN) {
            cell.setCellFormula("1/0");
            cell.setCellErrorValue(FormulaError.REF.getCode());
        } else if (content == Special.PERCENT) {
            cell.setCellValue(0.785);
            cell.setCellStyle(percent);
        } else if (content != null) {
            cell.setCellValue(content.toString());
        }
    }
}
