package bankscore.mistakes;

import static bankscore.mistakes.SampleSheet.CREDIT;
import static bankscore.mistakes.SampleSheet.DISTRICTS;
import static bankscore.mistakes.SampleSheet.HOLDINGS;
import static bankscore.mistakes.SampleSheet.INSTITUTIONS;
import static bankscore.mistakes.SampleSheet.OFFICES;
import static bankscore.mistakes.SampleSheet.PLATFORM;
import static bankscore.mistakes.SampleSheet.POOLS;
import static bankscore.mistakes.SampleSheet.RISK;
import static bankscore.mistakes.SampleSheet.SERVICE;
import static bankscore.mistakes.SampleSheet.TAX;

import bankscore.mistakes.Mistake.Group;
import bankscore.mistakes.Mistake.Kind;
import java.io.IOException;
import java.io.InputStream;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;

/** Figures of another time, or a title that says so. */
final class PeriodMistakes {

    private static final String PLAUSIBLE = "a quarter's figures look like the next quarter's";

    /** What the offices sent a quarter before, by the sheet of the fourth. */
    private static final Map<SampleSheet, String> LAST = Map.of(
            CREDIT, "人民银行/2022年三季度存贷款统计表.xlsx",
            TAX, "税务局/银行业上缴税收情况表（2022年1-9月）.xlsx",
            PLATFORM, "大数据局/饶企云平台放款统计（2022年1-9月）.xlsx",
            SERVICE, "国库支付中心/日常服务登记台账.xlsx",
            RISK, "金融监管/2022年三季度风险提示名单.xlsx",
            HOLDINGS, "财政局/财政存款及资金池（测算）.xlsx",
            DISTRICTS, "财政局/2022年三季度满意度调查.xlsx");

    private PeriodMistakes() {}

    static List<Kind> kinds() {
        return List.of(
                title("the title names an earlier month", List.of(TAX, PLATFORM, HOLDINGS), (clerk, title) -> {
                    String month = clerk.pick("11", "10", "9", "6");
                    return title.replace("1-12月", "1-" + month + "月").replace("12月末", month + "月末");
                }),
                title(
                        "the title names another year",
                        List.of(CREDIT, TAX, PLATFORM, OFFICES, INSTITUTIONS, DISTRICTS, HOLDINGS, RISK),
                        (clerk, title) -> title.replace("2022年", clerk.pick("2021年", "2023年", "2020年"))),
                title(
                        "the title names another quarter",
                        List.of(CREDIT, OFFICES, INSTITUTIONS, DISTRICTS, RISK),
                        (clerk, title) -> title.replace("四季度", clerk.pick("三季度", "二季度", "3季度", "第三季度"))),
                title(
                        "the title names the quarter's months only",
                        List.of(TAX, PLATFORM),
                        (clerk, title) -> title.replace("1-12月", clerk.pick("10-12月", "12月", "四季度当季", "10月至12月"))),
                title(
                        "pools of another year",
                        List.of(POOLS),
                        (clerk, title) -> title.replace("2023年", clerk.pick("2022年", "2021年", "2024年"))),
                kind("last quarter's file", clerk -> {
                    SampleSheet sheet = clerk.pick(List.copyOf(new TreeMap<>(LAST).keySet()));
                    clerk.write(sheet.file, Files.readAllBytes(last(clerk, sheet)));
                    Mistake mistake = Mistake.in(sheet, "the file is last quarter's")
                            .or(sheet.file, "")
                            .naming(sheet.dataset)
                            .told();
                    return Optional.of(
                            sheet == SERVICE
                                    ? mistake.knownByHistory("a ledger of the year may name any months of it")
                                    : mistake);
                }),
                kind("last quarter's figures under this quarter's title", clerk -> {
                    SampleSheet sheet = clerk.pick(CREDIT, TAX, PLATFORM, SERVICE, DISTRICTS);
                    relabel(clerk, sheet);
                    return Optional.of(Mistake.in(sheet, "last quarter's figures")
                            .or(sheet.file, "")
                            .knownByHistory(PLAUSIBLE));
                }),
                kind("opening figures are last quarter's closing ones", clerk -> {
                    Map<String, String> pairs = Map.of("D", "E", "G", "H", "I", "J");
                    try (XSSFWorkbook before = open(last(clerk, CREDIT))) {
                        Sheet third = before.getSheetAt(0);
                        for (Map.Entry<String, String> pair : pairs.entrySet()) {
                            for (int row : clerk.rows(CREDIT)) {
                                Cell closing = third.getRow(row - 1)
                                        .getCell(pair.getValue().charAt(0) - 'A');
                                clerk.put(CREDIT, pair.getKey() + row, closing.getNumericCellValue());
                            }
                        }
                    }
                    return Optional.of(Mistake.in(CREDIT, "D, G, I of last quarter")
                            .columns(clerk, CREDIT, "D", "G", "I")
                            .knownByHistory("a year's growth has no witness within the quarter"));
                }),
                kind("the quarter's own figures instead of the year's", clerk -> {
                    SampleSheet sheet = clerk.pick(TAX, PLATFORM);
                    String column = sheet.money.get(0);
                    clerk.times(sheet, column, clerk.rows(sheet), new BigDecimal(clerk.pick("0.25", "0.22", "0.3")));
                    return Optional.of(Mistake.in(sheet, column + " of three months")
                            .columns(clerk, sheet, column)
                            .knownByHistory("a quarter of the amount is as usual as the whole"));
                }),
                kind("the sheet's name is of another quarter", clerk -> {
                    String name = clerk.pick("三季度存贷款", "2022年三季度", "2021年四季度");
                    clerk.book(CREDIT.file).setSheetName(0, name);
                    return Optional.of(Mistake.in(CREDIT, "the sheet is called " + name)
                            .or(CREDIT.file, name)
                            .told());
                }),
                kind("a ledger of another year", clerk -> {
                    for (int row : clerk.rows(SERVICE)) {
                        clerk.put(
                                SERVICE,
                                "B" + row,
                                clerk.number(SERVICE, "B" + row).subtract(new BigDecimal(365)));
                    }
                    return Optional.of(Mistake.in(SERVICE, "B a year earlier")
                            .columns(clerk, SERVICE, "B")
                            .told());
                }));
    }

    private static Kind kind(String name, Mistake.Act act) {
        return new Kind(Group.PERIOD, name, act);
    }

    @FunctionalInterface
    private interface Rewording {
        String of(Clerk clerk, String title);
    }

    private static Kind title(String name, List<SampleSheet> sheets, Rewording rewording) {
        return kind(name, clerk -> {
            SampleSheet sheet = clerk.pick(sheets);
            String title = rewording.of(clerk, clerk.text(sheet, "A1"));
            clerk.put(sheet, "A1", title);
            return Optional.of(Mistake.in(sheet, title).told());
        });
    }

    private static Path last(Clerk clerk, SampleSheet sheet) {
        return clerk.period("2022Q3").resolve(LAST.getOrDefault(sheet, ""));
    }

    private static XSSFWorkbook open(Path file) throws IOException {
        try (InputStream in = Files.newInputStream(file)) {
            return new XSSFWorkbook(in);
        }
    }

    /** The figures of the third quarter in the workbook of the fourth: its rows, its title, its unit. */
    private static void relabel(Clerk clerk, SampleSheet sheet) throws IOException {
        try (XSSFWorkbook before = open(last(clerk, sheet))) {
            Sheet third = before.getSheetAt(0);
            int header = 0;
            while (third.getRow(header).getCell(0) == null
                    || !third.getRow(header).getCell(0).toString().equals("序号")) {
                header++;
            }
            int more = third.getLastRowNum() - header - 1 - (sheet.last - sheet.first);
            if (more > 0) {
                clerk.insert(sheet, sheet.last + 1, more);
            }
            int shown = sheet.first;
            for (int i = header + 1; i <= third.getLastRowNum(); i++) {
                Row row = third.getRow(i);
                if (row.getCell(0) != null
                        && row.getCell(0).getCellType() == org.apache.poi.ss.usermodel.CellType.NUMERIC) {
                    copy(clerk, sheet, row, shown++);
                }
            }
            List<Integer> rest = clerk.rows(sheet);
            int from = shown;
            clerk.delete(sheet, rest.stream().filter(row -> row >= from).toList());
        }
    }

    private static void copy(Clerk clerk, SampleSheet sheet, Row from, int to) throws IOException {
        for (Cell cell : from) {
            String at = cell.getAddress().formatAsString().replaceAll("\\d", "") + to;
            switch (cell.getCellType() == org.apache.poi.ss.usermodel.CellType.FORMULA
                    ? cell.getCachedFormulaResultType()
                    : cell.getCellType()) {
                case NUMERIC -> {
                    // The platform's figures of the third quarter are in 元, those of the fourth in 万元.
                    double figure = cell.getNumericCellValue();
                    clerk.put(sheet, at, sheet == PLATFORM && at.startsWith("D") ? figure / 10_000 : figure);
                }
                case STRING -> clerk.put(sheet, at, cell.getStringCellValue());
                default -> clerk.put(sheet, at, "");
            }
        }
    }
}
