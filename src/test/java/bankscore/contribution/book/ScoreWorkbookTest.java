package bankscore.contribution.book;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import bankscore.contribution.SampleReport;
import bankscore.contribution.book.cells.Book;
import bankscore.contribution.judge.Judgement;
import bankscore.contribution.judge.PrintedFund;
import bankscore.contribution.judge.Report;
import bankscore.contribution.load.RuleFiles;
import bankscore.contribution.place.FundPlan;
import bankscore.contribution.place.Plan;
import bankscore.contribution.place.PlanRow;
import bankscore.contribution.place.Transfer;
import bankscore.contribution.score.ScoreCard;
import bankscore.contribution.score.ScoreLine;
import bankscore.exact.Money;
import bankscore.exact.Period;
import bankscore.intake.ColumnWords;
import bankscore.paper.book.RunSheet;
import bankscore.paper.workbook.BookFile;
import bankscore.paper.workbook.CellLook;
import bankscore.paper.workbook.Fonts;
import bankscore.paper.workbook.Grid;
import bankscore.paper.workbook.recalculation.Recalculation;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.CellType;
import org.apache.poi.ss.usermodel.CellValue;
import org.apache.poi.ss.usermodel.DataFormatter;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.ss.util.CellRangeAddress;
import org.apache.poi.ss.util.CellReference;
import org.apache.poi.xssf.streaming.SXSSFWorkbook;
import org.apache.poi.xssf.usermodel.XSSFChart;
import org.apache.poi.xssf.usermodel.XSSFClientAnchor;
import org.apache.poi.xssf.usermodel.XSSFShape;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.openxmlformats.schemas.spreadsheetml.x2006.main.CTCol;

/** The book of two invented quarters, reopened and compared with what the engine says. */
class ScoreWorkbookTest {

    private static final List<String> SHEETS = List.of(
            "摘要", "得分汇总", "资金调拨方案", "划转清单", "数据核实", "图表", "调拨测算", "得分说明", "差一点", "指标测算", "基础数据", "规则与口径", "收表回执",
            "运行信息");

    /** Those that leaders get on paper. */
    private static final int PRINTED = 5;

    /** The bank's code on 得分汇总, beside rank, bank, nine items, total and share. */
    private static final int CODE = 14;

    /** Cells hold doubles; beyond this they could not be told apart when shown. */
    private static final double TINY = 1e-9;

    private final Path folder;

    ScoreWorkbookTest(@TempDir Path folder) {
        this.folder = folder;
    }

    @Test
    void theSheetsStandInTheOrderOfTheContract() throws IOException {
        try (XSSFWorkbook book = written(SampleReport.small())) {
            assertThat(IntStream.range(0, book.getNumberOfSheets())
                            .mapToObj(book::getSheetName)
                            .toList())
                    .isEqualTo(SHEETS);
        }
    }

    @Test
    void everySheetIsReadyToPrint() throws IOException {
        try (XSSFWorkbook book = written(SampleReport.small())) {
            for (int i = 0; i < book.getNumberOfSheets(); i++) {
                XSSFSheet sheet = book.getSheetAt(i);
                assertThat(sheet.getPrintSetup().getLandscape())
                        .as(sheet.getSheetName())
                        .isEqualTo(!List.of("划转清单", "得分说明", "差一点").contains(sheet.getSheetName()));
                assertThat(sheet.getPrintSetup().getPaperSize()).isEqualTo((short) 9);
                assertThat(sheet.getFitToPage()).isTrue();
                assertThat(sheet.getPrintSetup().getFitWidth()).isEqualTo((short) 1);
                assertThat(sheet.getPrintSetup().getFitHeight())
                        .as("only 摘要 and the scores of few banks are squeezed onto one page")
                        .isEqualTo((short) (i <= 1 ? 1 : 0));
                // A page each; the others are counted by sheet.
                assertThat(sheet.getFooter().getCenter()).isEqualTo(i < PRINTED ? "第 &P 页 共 5 页" : "第 &P 页");
                assertThat(sheet.getPrintSetup().getUsePage()).isTrue();
                assertThat((int) sheet.getPrintSetup().getPageStart())
                        .as(sheet.getSheetName())
                        .isEqualTo(i < PRINTED ? i + 1 : 1);
                assertThat(sheet.getFooter().getRight()).isEqualTo("校验码 3F9A20C1");
                assertThat(sheet.isDisplayGridlines()).isFalse();
                assertThat(book.getPrintArea(i)).isNotNull();
                if (i > 0 && !List.of("图表", "运行信息").contains(sheet.getSheetName())) {
                    assertThat(sheet.getRepeatingRows()).isNotNull();
                    assertThat(sheet.getPaneInformation().isFreezePane()).isTrue();
                }
            }
        }
    }

    @Test
    void printSheetsEndWithASignatureLine() throws IOException {
        try (XSSFWorkbook book = written(SampleReport.small())) {
            for (String name : List.of("摘要", "得分汇总", "资金调拨方案", "划转清单", "数据核实", "调拨测算", "差一点")) {
                assertThat(texts(sheet(book, name)))
                        .as(name)
                        .anySatisfy(text -> assertThat(text).startsWith("制表：").contains("复核：", "审核："));
            }
        }
    }

    @Test
    void pointsTotalsRanksAndSharesAreTheEngines() throws IOException {
        Report report = SampleReport.city(new Period(2022, 4), true);
        try (XSSFWorkbook book = written(report)) {
            Sheet scores = sheet(book, "得分汇总");
            List<ScoreCard> cards = report.assessment().ranked();
            int first = 4;
            for (int i = 0; i < cards.size(); i++) {
                ScoreCard card = cards.get(i);
                Row row = scores.getRow(first + i);
                assertThat(row.getCell(CODE).getStringCellValue())
                        .isEqualTo(card.bank().code());
                assertNumber(row.getCell(0), String.valueOf(card.rank()));
                int column = 2;
                for (ScoreLine line : card.lines()) {
                    assertNumber(row.getCell(column++), line.points().toString());
                }
                assertNumber(row.getCell(column), card.total().toString());
                assertThat(row.getCell(column).getCellFormula())
                        .startsWith("MAX('规则与口径'!$C$")
                        .contains("ROUND(SUM(C" + (first + i + 1) + ":K" + (first + i + 1) + "),'规则与口径'!$C$");
                assertNumber(row.getCell(column + 1), card.sharePercent().toPlainString());
            }
            Row sum = scores.getRow(first + cards.size());
            assertThat(sum.getCell(1).getStringCellValue()).isEqualTo("合计");
            assertNumber(sum.getCell(11), report.assessment().sumOfTotals().toString());
            assertThat(sum.getCell(11).getCellFormula()).startsWith("ROUND(SUM($L$5:$L$22),'规则与口径'!$C$");
            assertNumber(sum.getCell(12), "100");
        }
    }

    @Test
    void theWorkedQuarterHasItsPoints() throws IOException {
        // 甲江: increment 200 of best 200 → 30; growth 20 % of best 20 % → 20; sme 25 % of 25 % → 20; industrial 30 % of
        // 30 % → 10; platform 80 of 80 → 10; rating 45 ÷ 10 = 4.5 → 4.50; faults 2 × 0.5 = 1 → 4.00; tax exactly 10000
        // → 30; ldr 60 % is 17.15 short of 77.15: 3 whole steps → −3. Sum 125.50.
        try (XSSFWorkbook book = written(SampleReport.small())) {
            Row row = sheet(book, "得分汇总").getRow(4);
            String[] expected = {"30", "20", "20", "10", "10", "4.5", "4", "30", "-3", "125.5"};
            assertNumber(row.getCell(0), "1");
            for (int i = 0; i < expected.length; i++) {
                assertNumber(row.getCell(2 + i), expected[i]);
            }
        }
    }

    @Test
    void thePlanAddsUpToItsPool() throws IOException {
        Report report = SampleReport.small();
        FundPlan fund = report.placement().funds().get(0);
        try (XSSFWorkbook book = written(report)) {
            Sheet plan = sheet(book, "调拨测算");
            for (int i = 0; i < fund.rows().size(); i++) {
                PlanRow expected = fund.rows().get(i);
                Row row = plan.getRow(4 + i);
                assertNumber(row.getCell(3), expected.current().toString());
                assertNumber(row.getCell(4), expected.target().toString());
                assertNumber(row.getCell(5), expected.change().toString());
                assertNumber(row.getCell(6), expected.now().toString());
                assertNumber(row.getCell(7), expected.atMaturity().toString());
            }
            // 丙山 holds 30.5, of which 10 have not matured: all is taken back at once.
            assertThat(plan.getRow(6).getCell(8).getStringCellValue()).isEqualTo("提前支取");
            Row sum = plan.getRow(7);
            assertThat(sum.getCell(1).getStringCellValue()).isEqualTo("合计");
            assertNumber(sum.getCell(4), "400");
            assertThat(sum.getCell(4).getCellFormula()).isEqualTo("ROUND(SUM(E5:E7),6)");
            assertThat(plan.getRow(8).getCell(1).getStringCellValue()).isEqualTo("未安排");
            assertNumber(plan.getRow(8).getCell(4), "0");
            assertThat(plan.getRow(10).getCell(1).getStringCellValue()).isEqualTo("计划外：丁发展银行");
            assertNumber(plan.getRow(10).getCell(3), "8");
        }
    }

    /** The second fund has six decimals, and its banks hold eighths: half of them print a hundredth more. */
    @Test
    void thePrintedPlanIsThatOfTheOtherPapersAndAddsUp() throws IOException {
        Report report = SampleReport.city(new Period(2022, 4), true);
        try (XSSFWorkbook book = written(report)) {
            Sheet plan = sheet(book, "资金调拨方案");
            int odd = 0;
            for (FundPlan fund : report.placement().funds()) {
                PrintedFund printed = PrintedFund.of(fund, report.assessment().cards());
                int line = startingWith(plan, fund.pool().fund()).getRowNum() + 1;
                for (PrintedFund.Row expected : printed.rows()) {
                    Row row = plan.getRow(++line);
                    assertThat(row.getCell(1).getStringCellValue())
                            .as(fund.pool().fund() + " " + row.getRowNum())
                            .isEqualTo(expected.exact().bank().label());
                    amounts(
                            row,
                            expected.current(),
                            expected.target(),
                            expected.change(),
                            expected.now(),
                            expected.atMaturity());
                    assertThat(row.getCell(8).getStringCellValue().contains("尾差"))
                            .isEqualTo(expected.odd());
                    odd += expected.odd() ? 1 : 0;
                }
                amounts(
                        plan.getRow(line + 1),
                        printed.current(),
                        printed.target(),
                        printed.change(),
                        printed.now(),
                        printed.atMaturity());
                assertNumber(
                        plan.getRow(line + 2).getCell(4), printed.unplaced().toString());
                assertNumber(plan.getRow(line + 3).getCell(4), printed.pool().toString());
            }
            assertThat(odd).isGreaterThan(5);
            // 500000 and 88888.888888.
            assertNumber(row(plan, 1, "资金池").getCell(4), "500000");
            assertThat(texts(plan)).contains("2. 财政专户资金（资金池 88,888.89 万元）");
        }
    }

    private static void amounts(Row row, Money... expected) {
        for (int i = 0; i < expected.length; i++) {
            assertThat(row.getCell(3 + i).getCellType()).isEqualTo(CellType.FORMULA);
            assertNumber(row.getCell(3 + i), expected[i].toString());
        }
    }

    private static Row startingWith(Sheet sheet, String fund) {
        for (Row row : sheet) {
            Cell cell = row.getCell(0);
            if (cell != null && cell.toString().contains(fund)) {
                return row;
            }
        }
        throw new AssertionError(fund);
    }

    /** Sixty banks take three pages; every page has the fund's name and the headings. */
    @Test
    void aFundThatRunsOverNamesItselfOnEveryPage() throws IOException {
        SampleReport.QuarterBuilder quarter = SampleReport.cityQuarter(new Period(2022, 4), true);
        for (int i = 21; i <= 62; i++) {
            String code = "B0" + i;
            quarter.bank(code, "县域银行" + i, "县域" + i, true)
                    .credit(code, "1000", String.valueOf(1000 + i), "100", "110", "50", "51", "2000")
                    .tax(code, String.valueOf(40 * i))
                    .platform(code, "5");
        }
        try (XSSFWorkbook book = written(quarter.report(List.of()))) {
            XSSFSheet plan = book.getSheet("资金调拨方案");
            List<String> starts = new ArrayList<>();
            for (int end : plan.getRowBreaks()) {
                starts.add(plan.getRow(end + 1).getCell(0).getStringCellValue() + " "
                        + plan.getRow(end + 2).getCell(0).getStringCellValue());
            }
            assertThat(starts)
                    .containsExactly(
                            "1. 社会保险基金（资金池 500,000.00 万元）（续） 名次",
                            "1. 社会保险基金（资金池 500,000.00 万元）（续） 名次",
                            "2. 财政专户资金（资金池 88,888.89 万元） 名次",
                            "2. 财政专户资金（资金池 88,888.89 万元）（续） 名次",
                            "2. 财政专户资金（资金池 88,888.89 万元）（续） 名次");
        }
    }

    @Test
    void transfersAreInYuanToTheFenAndInWanYuanThatAddUp() throws IOException {
        Report report = SampleReport.city(new Period(2022, 4), true);
        try (XSSFWorkbook book = written(report)) {
            Sheet transfers = sheet(book, "划转清单");
            int row = 3;
            BigDecimal yuan = BigDecimal.ZERO;
            for (FundPlan fund : report.placement().funds()) {
                BigDecimal wan = BigDecimal.ZERO;
                for (Transfer transfer : fund.transfers()) {
                    row++;
                    Row line = transfers.getRow(row);
                    BigDecimal exact = new BigDecimal(transfer.amount().fen(), 2);
                    assertNumber(line.getCell(4), exact.toPlainString());
                    double printed = line.getCell(3).getNumericCellValue();
                    assertThat(printed).isCloseTo(exact.doubleValue() / 10_000, within(0.01));
                    wan = wan.add(BigDecimal.valueOf(printed));
                    yuan = yuan.add(exact);
                }
                row++;
                assertThat(transfers.getRow(row).getCell(1).getStringCellValue())
                        .isEqualTo("小计");
                assertNumber(transfers.getRow(row).getCell(3), wan.toPlainString());
                row++;
            }
            assertThat(transfers.getRow(row).getCell(1).getStringCellValue()).isEqualTo("合计");
            assertNumber(transfers.getRow(row).getCell(4), yuan.toPlainString());
        }
    }

    /** What formulas need on their way stands behind the printed columns, folded, and no code or id among the printed. */
    @Test
    void stepsAreFoldedAndCodesAreNotPrinted() throws IOException {
        try (XSSFWorkbook book = written(SampleReport.city(new Period(2022, 4), true))) {
            for (String name : SHEETS.subList(0, PRINTED)) {
                XSSFSheet sheet = book.getSheet(name);
                List<CTCol> columns = sheet.getCTWorksheet().getColsArray(0).getColList();
                for (int i = 1; i < columns.size(); i++) {
                    assertThat(columns.get(i).getMin())
                            .as("Excel takes a column that is described twice for damage")
                            .isGreaterThan(columns.get(i - 1).getMax());
                }
                CellRangeAddress area = CellRangeAddress.valueOf(
                        book.getPrintArea(book.getSheetIndex(name)).replaceFirst(".*!", ""));
                for (Row row : sheet) {
                    for (Cell cell : row) {
                        int column = cell.getColumnIndex();
                        if (column > area.getLastColumn()) {
                            assertThat(sheet.isColumnHidden(column)).as(name).isTrue();
                            assertThat(sheet.getColumnOutlineLevel(column)).isEqualTo(1);
                        } else if (cell.getCellType() == CellType.STRING) {
                            assertThat(cell.getStringCellValue())
                                    .as(name)
                                    .doesNotContainPattern("[A-Z]\\d{1,3}(?!\\d)|[a-z]+_|\\d{4}-\\d\\d");
                        }
                    }
                }
            }
        }
    }

    /** The general lot is 1, this fund's 10: a formula that took the general one would come to something else. */
    @Test
    void theFormulasOfAFundThatDiffersTakeItsOwnParameters() throws Exception {
        String scheme = Files.readString(RuleFiles.CONFIG.resolve("schemes/shangrao-2022.yaml"))
                .replace("  lot: 1\n", "  lot: 1\n  funds: {" + SampleReport.FUND + ": {lot: 10}}\n");
        Report report = SampleReport.cityQuarter(new Period(2022, 4), true).report(List.of(), RuleFiles.parse(scheme));
        try (XSSFWorkbook book = written(report)) {
            Row first = sheet(book, "调拨测算").getRow(4);
            assertThat(first.getCell(4).getCellType()).isEqualTo(CellType.FORMULA);
        }
    }

    @Test
    void withoutAPlanTheSheetSaysWhy() throws IOException {
        try (XSSFWorkbook book = written(SampleReport.city(new Period(2022, 2), false))) {
            assertThat(texts(sheet(book, "资金调拨方案"))).contains("本期没有调拨方案：没有收到“资金池”和“财政存款”两张表。");
            assertThat(texts(sheet(book, "划转清单"))).contains("本期没有调拨方案：没有收到“资金池”和“财政存款”两张表。");
        }
    }

    /** A sheet 资金池 with headings and no row: banks have their points, and there is nothing to place. */
    @Test
    void aPlanWithoutAnyFundSaysSoAndNotThatNobodyHasPoints() throws IOException {
        String line = "本期没有调拨方案：“资金池”没有列出任何资金。";
        try (XSSFWorkbook book = written(unfunded(SampleReport.city(new Period(2022, 2), false)))) {
            for (String name : List.of("摘要", "资金调拨方案", "划转清单")) {
                assertThat(texts(sheet(book, name))).as(name).contains(line);
            }
        }
    }

    /** Every bank loses 500 points, and no floor holds its total at zero. */
    @Test
    void whereTotalsAddUpToLessThanNothingNobodyHasAShareAndTheFormulaSaysSoToo() throws Exception {
        String scheme = Files.readString(RuleFiles.CONFIG.resolve("schemes/shangrao-2022.yaml"))
                .replaceFirst("(?m)^totals:.*$", "")
                .replace(
                        "linear: {base: 5, reference: 0, per: 1, points: -1, steps: pro_rata, min: 0,",
                        "linear: {base: -500, reference: 0, per: 1, points: -1, steps: pro_rata, min: -500,");
        Report report = SampleReport.cityQuarter(new Period(2022, 2), false).report(List.of(), RuleFiles.parse(scheme));
        assertThat(report.assessment().sumOfTotals().signum() < 0).isTrue();
        try (XSSFWorkbook book = written(report)) {
            Row first = row(sheet(book, "得分汇总"), CODE, "B001");
            assertThat(first.getCell(CODE + 1).getCellFormula())
                    .startsWith("IF(")
                    .contains(">0,");
            assertNumber(first.getCell(CODE + 1), "0");
            assertNumber(first.getCell(CODE - 2), "0");
        }
    }

    @Test
    void theCitywideRatioIsAPercentage() throws IOException {
        try (XSSFWorkbook book = written(SampleReport.small())) {
            assertThat(texts(sheet(book, "摘要"))).anyMatch(text -> text.contains("77.15%（采用公布数）"));
        }
    }

    private static Report unfunded(Report report) {
        return new Report(
                new Judgement(report.quarter(), report.assessment(), new Plan(true, List.of(), List.of()), List.of()),
                report.findings(),
                report.run(),
                report.arguments());
    }

    @Test
    void aMonitoringQuarterIsMarkedButItsWithdrawalsAreReal() throws IOException {
        try (XSSFWorkbook book = written(SampleReport.city(new Period(2022, 3), true))) {
            assertThat(texts(sheet(book, "得分汇总"))).contains("上饶市银行机构贡献度考核得分汇总表（季度监测·测算）");
            assertThat(texts(sheet(book, "资金调拨方案")))
                    .contains("上饶市财政性资金存放调拨方案（季度监测·测算）（模拟方案）", "收回，正式执行")
                    .doesNotContain("收回");
        }
    }

    @Test
    void aWithdrawalIsShownEvenWithoutAPlan() throws IOException {
        String line = "监管处置为收回、但本期方案中没有存放金额的银行：婺源村镇银行。请核对实际存放，有存放的须立即全部收回。";
        try (XSSFWorkbook book = written(SampleReport.city(new Period(2022, 2), false))) {
            assertThat(texts(sheet(book, "摘要"))).contains(line, "暂停新增：赣州银行。").doesNotContain("本期没有需要收回资金的银行。");
            assertThat(texts(sheet(book, "资金调拨方案"))).contains(line);
        }
        try (XSSFWorkbook book = written(SampleReport.city(new Period(2022, 4), true))) {
            assertThat(texts(sheet(book, "摘要"))).doesNotContain(line);
        }
    }

    @Test
    void textFromInputNeverBecomesAFormula() throws IOException {
        try (XSSFWorkbook book = written(SampleReport.small())) {
            for (Sheet sheet : book) {
                for (Row row : sheet) {
                    for (Cell cell : row) {
                        if (cell.getCellType() == CellType.STRING) {
                            assertThat(cell.getStringCellValue()).doesNotStartWith("=");
                        }
                    }
                }
            }
            assertThat(texts(sheet(book, "得分汇总"))).contains("'=乙河农商行");
        }
        assertThat(List.of("=1+1", "+1", "-1", "@a", "\tx", "a=b", ""))
                .extracting(Grid::safe)
                .containsExactly("'=1+1", "'+1", "'-1", "'@a", "'\tx", "a=b", "");
    }

    @Test
    void everyFigureHasItsRowAndItsCell() throws IOException {
        Report report = SampleReport.small();
        try (XSSFWorkbook book = written(report)) {
            Sheet figures = sheet(book, "基础数据");
            Row first = figures.getRow(3);
            assertThat(IntStream.of(0, 1, 10, 2, 5, 6, 7, 8)
                            .mapToObj(column -> first.getCell(column).getStringCellValue())
                            .toList())
                    .isEqualTo(List.of("B001", "甲江银行", "loans", "各项贷款余额", "万元", "人行/存贷款.xlsx", "存贷款", "D4"));
            assertNumber(first.getCell(4), "1200");
            // 4 banks × 7 + 3 tax + 3 platform; ratings 2 × 3 rows; faults 3 (count, empty, sum); 1 published; 1 pool;
            // 4
            // holdings with 2 unmatured and 2 dates; 1 risk.
            assertThat(figures.getLastRowNum()).isEqualTo(2 + 28 + 6 + 6 + 3 + 1 + 1 + 4 + 4 + 1);
        }
    }

    @Test
    void parametersAreNumbersWhereTheyAreNumeric() throws IOException {
        try (XSSFWorkbook book = written(SampleReport.small())) {
            Sheet rules = sheet(book, "规则与口径");
            Row bound = row(rules, 1, "items.tax.bands[6].from");
            assertNumber(bound.getCell(2), "10000");
            assertThat(row(rules, 1, "rule").getCell(2).getStringCellValue()).isEqualTo("shangrao");
            for (int number = 1; number <= 22; number++) {
                assertThat(row(rules, 0, "D" + number).getCell(5).getStringCellValue())
                        .isNotBlank();
            }
            assertThat(row(rules, 0, "D1").getCell(2).getStringCellValue()).isEqualTo("下限含在本档内，上限归上一档次");
            assertThat(row(rules, 0, "D2").getCell(2).getStringCellValue()).isEqualTo("不足一档不计");
        }
    }

    @Test
    void aMeasureThatDoesNotExistIsADash() throws IOException {
        try (XSSFWorkbook book = written(SampleReport.small())) {
            // 丙山 had no industrial loans to grow from (D11).
            assertThat(sheet(book, "指标测算").getRow(5).getCell(6).getStringCellValue())
                    .isEqualTo("—");
        }
    }

    @Test
    void everyFormulaRecalculatesToTheEnginesValue() throws IOException {
        List<Report> reports =
                List.of(SampleReport.small(), SampleReport.city(new Period(2022, 4), true), SampleReport.unpublished());
        for (Report report : reports) {
            try (XSSFWorkbook book = written(report)) {
                var evaluator = book.getCreationHelper().createFormulaEvaluator();
                int formulas = 0;
                for (Sheet sheet : book) {
                    for (Row row : sheet) {
                        for (Cell cell : row) {
                            if (cell.getCellType() == CellType.FORMULA) {
                                formulas++;
                                assertSame(cell, evaluator.evaluate(cell));
                            }
                        }
                    }
                }
                assertThat(formulas)
                        .as("measures, totals, ranks, shares and sums are formulas")
                        .isGreaterThan(report.assessment().cards().size() * 12);
            }
        }
    }

    private static void assertSame(Cell cell, CellValue recalculated) {
        String where = cell.getSheet().getSheetName() + " " + cell.getAddress() + " " + cell.getCellFormula();
        assertThat(recalculated.getCellType()).as(where).isEqualTo(cell.getCachedFormulaResultType());
        if (cell.getCachedFormulaResultType() == CellType.STRING) {
            assertThat(recalculated.getStringValue()).as(where).isEqualTo(cell.getStringCellValue());
        } else {
            double cached = cell.getNumericCellValue();
            assertThat(recalculated.getNumberValue())
                    .as(where)
                    .isCloseTo(cached, within(Math.abs(cached) * TINY + 1e-12));
        }
    }

    @Test
    void aBenchmarkThatIsNotPublishedIsComputedInTheBook() throws IOException {
        // Loans 1200 + 880 + 480 + 950 = 3510 over deposits 2000 + 1600 + 400 + 50 = 4050: 86.67 %.
        try (XSSFWorkbook book = written(SampleReport.unpublished())) {
            Row row = row(sheet(book, "指标测算"), 1, "全市存贷比");
            assertNumber(row.getCell(3), "86.67");
            assertThat(row.getCell(3).getCellFormula()).startsWith("IFERROR(ROUND(ROUND(SUM(");
            assertThat(row.getCell(2).getStringCellValue()).isEqualTo("计算数");
        }
    }

    @Test
    void aCellThatDoesNotRecalculateBecomesAValueWithANoteAndIsTold() throws IOException {
        try (SXSSFWorkbook workbook = BookFile.empty()) {
            Fonts fonts = Fonts.of("通用", SampleReport.words());
            Book book = new Book(SampleReport.small(), fonts, SampleReport.words(), workbook);
            Grid grid = book.grid(Book.Part.SCORES, 10, 10).next();
            grid.formula(0, "1+1", new java.math.BigDecimal("3"), CellLook.POINTS);
            grid.formula(1, "A1*2", new java.math.BigDecimal("6"), CellLook.POINTS);
            var found = Recalculation.of(book, List.of(book.sheet(Book.Part.SCORES)));
            assertThat(found).containsExactly(new Recalculation.Difference("得分汇总!A1", "2", "3"));
            Row row = workbook.getSheet("得分汇总").getRow(0);
            assertThat(row.getCell(0).getCellType()).isEqualTo(CellType.NUMERIC);
            assertNumber(row.getCell(0), "3");
            assertThat(row.getCell(0).getCellComment().getString().getString())
                    .isEqualTo("本格公式复算与程序计算的结果不一致，已改为程序计算的数值。");
            assertThat(row.getCell(1).getCellType())
                    .as("what follows from it agrees again and stays live")
                    .isEqualTo(CellType.FORMULA);
            RunSheet.fill(
                    book,
                    book.sheet(Book.Part.RUN),
                    new RunSheet.About(
                            "运行信息",
                            book.report().quarter().period(),
                            "s",
                            "d",
                            book.report().run()),
                    found);
            assertThat(row(workbook.getSheet("运行信息"), 0, "复算不一致的单元格").getCell(1).getStringCellValue())
                    .isEqualTo("共 1 个，已改为程序计算的数值并加批注：得分汇总!A1");
        }
    }

    @Test
    void oneReportGivesTheSameBytesTwice() throws IOException {
        Path one = folder.resolve("one.xlsx");
        Path other = folder.resolve("other.xlsx");
        ScoreWorkbook.write(SampleReport.small(), "通用", SampleReport.words(), one);
        ScoreWorkbook.write(SampleReport.small(), "通用", SampleReport.words(), other);
        assertThat(java.nio.file.Files.mismatch(one, other)).isEqualTo(-1);
    }

    @Test
    void theTrendShowsEarlierPeriodsAndTheirCorrections() throws IOException {
        Report now = SampleReport.small();
        Report.BankResult earlier = new Report.BankResult(
                "B001", bankscore.exact.Fraction.of("100.5"), 1, bankscore.exact.Fraction.of("0.625"));
        Report report = new Report(
                now.judged(),
                now.findings(),
                now.run(),
                List.of(new Report.Earlier(new Period(2022, 3), 2, List.of(earlier))),
                List.of(),
                java.util.Map.of("loans", new ColumnWords("贷款余额", "万元")),
                java.util.Optional.empty(),
                java.util.Optional.empty(),
                now.arguments());
        try (XSSFWorkbook book = written(report)) {
            Sheet trend = sheet(book, "趋势");
            assertNumber(trend.getRow(4).getCell(2), "100.5");
            assertNumber(trend.getRow(4).getCell(3), "125.5");
            assertNumber(trend.getRow(4).getCell(4), "1");
            assertNumber(trend.getRow(4).getCell(6), "62.5");
            assertThat(texts(trend)).contains("注：1. 2022年3季度的结果首次公布后作过更正，本表采用其最新的第 2 版。");
            for (int column : new int[] {2, 4, 6}) {
                assertThat(trend.getRow(3)
                                .getCell(column)
                                .getCellComment()
                                .getString()
                                .getString())
                        .isEqualTo("本列是当期第 2 版公布的结果，取自数据库，不随本工作簿改动重算。");
                // The current period beside it is live.
                assertThat(trend.getRow(3).getCell(column + 1).getCellComment()).isNull();
                assertThat(trend.getRow(4).getCell(column + 1).getCellType()).isEqualTo(CellType.FORMULA);
            }
            assertThat(charts(book, "图表")).endsWith("总分走势（分，本期名次前 3 家）");
            assertThat(texts(sheet(book, "基础数据"))).contains("贷款余额");
        }
    }

    @Test
    void anAmountOfTheSummaryThatIsNoFormulaSaysWhereItComesFrom() throws IOException {
        try (XSSFWorkbook book = written(SampleReport.small())) {
            Sheet summary = sheet(book, "摘要");
            int heading = row(summary, 5, "立即划转").getRowNum();
            Row fund = summary.getRow(heading + 1);
            List<String> notes = new java.util.ArrayList<>();
            for (int column = 1; column <= 8; column++) {
                Cell cell = fund.getCell(column);
                if (cell.getCellType() == CellType.NUMERIC) {
                    notes.add(cell.getCellComment().getString().getString().replaceFirst("。.*", ""));
                }
            }
            assertThat(notes)
                    .containsExactly(
                            "本格为程序计算的数值：“划转清单”中该类资金同一时间各笔金额之和，笔数随方案变化",
                            "本格为程序计算的数值：“划转清单”中该类资金同一时间各笔金额之和，笔数随方案变化",
                            "本格为程序计算的数值：不参加考核的行现有存放之和，各行金额见“资金调拨方案”");
        }
    }

    @Test
    void theDistanceSheetTellsWhatIsMissing() throws IOException {
        try (XSSFWorkbook book = written(SampleReport.small())) {
            Sheet distance = sheet(book, "差一点");
            // =乙河农商行 paid 499.99: 0.01 short of 500, which gives 5 points. Its ratio 880 ÷ 1600 = 55 % is 22.15 short
            // of
            // 77.15, 4 whole steps of 5: 2.15 up leaves 20, 2.85 down reaches 25.
            Row row = of(distance, "纳税情况", "'=乙河农商行");
            assertNumbers(row, "499.99", "500", "0.01", "5");
            assertNumbers(of(distance, "存贷比", "'=乙河农商行"), "55", "-22.15", "-4", "2.15", "2.85");
            // 甲江 leads with 125.5.
            assertNumbers(of(distance, "总分", "甲江银行"), "125.5", "1");
            // What is missing is never shown as nothing: 29999999.6 元 of 30000000 lack 0.00004 万元.
            String format = row.getCell(4).getCellStyle().getDataFormatString();
            DataFormatter shown = new DataFormatter(Locale.ROOT);
            assertThat(Stream.of(0.00004, 0.01, 1234.5).map(number -> shown.formatRawCellContents(number, -1, format)))
                    .containsExactly("0.00004", "0.01", "1,234.50");
            assertThat(row.getCell(4).getCellFormula()).contains("MAX(ROUND(").contains(",6),0.000001)");
        }
    }

    private static void assertNumbers(Row row, String... expected) {
        for (int i = 0; i < expected.length; i++) {
            assertNumber(row.getCell(2 + i), expected[i]);
        }
    }

    /** A bank's row in the table that begins with a title. */
    private static Row of(Sheet sheet, String title, String bank) {
        for (int row = row(sheet, 0, title).getRowNum(); row <= sheet.getLastRowNum(); row++) {
            Cell name = sheet.getRow(row).getCell(1);
            if (name != null && name.toString().equals(bank)) {
                return sheet.getRow(row);
            }
        }
        throw new AssertionError(bank + " is not below " + title);
    }

    @Test
    void everyNumberLeadsToItsCellInThreeClicks() throws IOException {
        try (XSSFWorkbook book = written(SampleReport.small())) {
            // The target of 甲江: its name in the plan leads to the exact amount, its name there to 得分汇总, its name there
            // to
            // 得分说明, and an item there to the figure's row in 基础数据.
            Cell exact = follow(book, sheet(book, "资金调拨方案").getRow(4).getCell(1));
            assertThat(exact.getSheet().getSheetName()).isEqualTo("调拨测算");
            assertThat(exact.getStringCellValue()).isEqualTo("甲江银行");
            Cell total = follow(book, exact);
            assertThat(total.getSheet().getSheetName()).isEqualTo("得分汇总");
            Cell line = follow(book, total.getRow().getCell(1));
            assertThat(line.getSheet().getSheetName()).isEqualTo("得分说明");
            assertThat(line.getStringCellValue()).isEqualTo("甲江银行");
            Row figure = follow(
                            book,
                            book.getSheet("得分说明").getRow(line.getRowIndex() + 1).getCell(0))
                    .getRow();
            assertThat(figure.getSheet().getSheetName()).isEqualTo("基础数据");
            assertThat(figure.getCell(6).getStringCellValue()).isEqualTo("人行/存贷款.xlsx");
            assertThat(figure.getCell(8).getStringCellValue()).isEqualTo("D4");
            // The mean of the survey, sixth of the items, of which each has two rows: its records with their range.
            Row ratings = follow(
                            book,
                            sheet(book, "得分说明")
                                    .getRow(line.getRowIndex() + 1 + 2 * 5)
                                    .getCell(0))
                    .getRow();
            assertThat(ratings.getCell(8).getStringCellValue()).isEqualTo("C4:C310");
            // The published benchmark, and the pool.
            Row published = follow(book, row(sheet(book, "指标测算"), 1, "全市存贷比").getCell(1))
                    .getRow();
            assertThat(published.getCell(8).getStringCellValue()).isEqualTo("B2");
            Row pool = follow(book, row(sheet(book, "资金调拨方案"), 1, "资金池").getCell(4))
                    .getRow();
            assertThat(pool.getCell(7).getStringCellValue()).isEqualTo("资金池");
        }
    }

    private static Cell follow(XSSFWorkbook book, Cell from) {
        assertThat(from.getHyperlink()).as(from.getAddress().toString()).isNotNull();
        CellReference to = new CellReference(from.getHyperlink().getAddress());
        return book.getSheet(to.getSheetName()).getRow(to.getRow()).getCell(to.getCol());
    }

    @Test
    void aChartOfManyBanksShowsTheFirstTenAndTheLastTenAndSaysSo() throws IOException {
        SampleReport.QuarterBuilder quarter = SampleReport.cityQuarter(new Period(2022, 4), true);
        for (int i = 21; i < 90; i++) {
            String code = "B0" + i;
            quarter.bank(code, "县域银行" + i, "县域" + i, true)
                    .credit(code, "1000", String.valueOf(1000 + i), "100", "110", "50", "51", "2000")
                    .tax(code, String.valueOf(40 * i))
                    .platform(code, "5");
        }
        Report report = quarter.report(List.of());
        List<String> ranked = report.assessment().ranked().stream()
                .map(card -> card.bank().label())
                .toList();
        List<String> shown = new ArrayList<>(ranked.subList(0, 10));
        shown.addAll(ranked.subList(ranked.size() - 10, ranked.size()));
        try (XSSFWorkbook book = written(report)) {
            assertThat(charts(book, "摘要")).containsExactly("各行总分（分，按名次），前 10 名和后 10 名");
            // 500000 万元 and 88888.888888 万元 in two funds.
            assertThat(charts(book, "图表"))
                    .containsExactly(
                            "各行总分（分，按名次），前 10 名和后 10 名",
                            "社会保险基金：现有存放与调整后存放（万元，按名次），前 10 名和后 10 名",
                            "财政专户资金：现有存放与调整后存放（万元，按名次），前 10 名和后 10 名");
            for (XSSFChart chart : book.getSheet("图表").getDrawingPatriarch().getCharts()) {
                assertThat(names(chart)).isEqualTo(shown);
            }
            assertThat(names(book.getSheet("摘要")
                            .getDrawingPatriarch()
                            .getCharts()
                            .get(0)))
                    .isEqualTo(shown);
        }
    }

    private static List<String> charts(XSSFWorkbook book, String sheet) {
        return book.getSheet(sheet).getDrawingPatriarch().getCharts().stream()
                .map(chart -> chart.getTitleText().getString())
                .toList();
    }

    private static List<String> names(XSSFChart chart) {
        var names = chart.getChartSeries().get(0).getSeries(0).getCategoryData();
        return IntStream.range(0, names.getPointCount())
                .mapToObj(i -> (String) names.getPointAt(i))
                .toList();
    }

    /** The chart stands beside its table, on a page of its own, and takes its numbers from there. */
    @Test
    void theTotalsAreDrawnByRankAndEachFundBesideItsTable() throws IOException {
        Report report = SampleReport.city(new Period(2022, 4), true);
        try (XSSFWorkbook book = written(report)) {
            XSSFSheet sheet = book.getSheet("图表");
            List<ScoreCard> ranked = report.assessment().ranked();
            for (int i = 0; i < ranked.size(); i++) {
                Row row = sheet.getRow(4 + i);
                assertNumber(row.getCell(0), String.valueOf(ranked.get(i).rank()));
                assertThat(row.getCell(1).getStringCellValue())
                        .isEqualTo(ranked.get(i).bank().label());
                assertNumber(row.getCell(2), ranked.get(i).total().toString());
                for (int column = 0; column < 4; column++) {
                    assertThat(row.getCell(column).getCellType()).isEqualTo(CellType.FORMULA);
                }
            }
            for (XSSFChart chart : sheet.getDrawingPatriarch().getCharts()) {
                assertThat(names(chart))
                        .isEqualTo(
                                ranked.stream().map(card -> card.bank().label()).toList());
            }
            for (XSSFShape frame : sheet.getDrawingPatriarch().getShapes()) {
                int top = ((XSSFClientAnchor) frame.getAnchor()).getRow1();
                assertThat(sheet.getRow(top).getCell(0).getStringCellValue()).isEqualTo("名次");
                assertThat(top == 3 || sheet.isRowBroken(top - 2)).isTrue();
            }
        }
    }

    @Test
    void theProfileOfFontsIsTheOneChosen() throws IOException {
        Path file = folder.resolve("official.xlsx");
        ScoreWorkbook.write(SampleReport.small(), "公文", SampleReport.words(), file);
        try (XSSFWorkbook book = new XSSFWorkbook(java.nio.file.Files.newInputStream(file))) {
            assertThat(book.getSheetAt(0)
                            .getRow(0)
                            .getCell(0)
                            .getCellStyle()
                            .getFont()
                            .getFontName())
                    .isEqualTo("方正小标宋简体");
            assertThat(row(sheet(book, "运行信息"), 0, "字体方案").getCell(1).getStringCellValue())
                    .isEqualTo("公文");
        }
    }

    @Test
    void theSummaryHasItsChart() throws IOException {
        try (XSSFWorkbook book = written(SampleReport.small())) {
            assertThat(book.getSheetAt(0).getDrawingPatriarch().getCharts()).hasSize(1);
        }
    }

    @Test
    void rowsOfDataHoldNoMergedCells() throws IOException {
        try (XSSFWorkbook book = written(SampleReport.city(new Period(2022, 4), true))) {
            for (CellRangeAddress merged : sheet(book, "得分汇总").getMergedRegions()) {
                assertThat(merged.getFirstRow() < 4 || merged.getFirstRow() > 22)
                        .as(merged.formatAsString())
                        .isTrue();
            }
            for (String name : List.of("基础数据", "指标测算")) {
                assertThat(sheet(book, name).getMergedRegions())
                        .as(name)
                        .filteredOn(merged -> merged.getFirstRow() > 1)
                        .allMatch(merged -> merged.getFirstColumn() == 6);
            }
        }
    }

    @Test
    void theOnlyTimeInTheBookIsTheRuns() throws IOException {
        Report report = SampleReport.small();
        try (XSSFWorkbook book = written(report)) {
            var properties = book.getProperties().getCoreProperties();
            var started = report.run().started().withZoneSameInstant(ZoneOffset.UTC);
            assertThat(properties.getCreated().toInstant()).isEqualTo(started.toInstant());
            assertThat(properties.getModified().toInstant()).isEqualTo(started.toInstant());
        }
    }

    @Test
    void aBookHasFewStyles() throws IOException {
        try (XSSFWorkbook book = written(SampleReport.city(new Period(2022, 4), true))) {
            assertThat(book.getNumCellStyles()).isLessThan(60);
        }
    }

    private XSSFWorkbook written(Report report) throws IOException {
        Path file = folder.resolve("book.xlsx");
        assertThat(ScoreWorkbook.write(report, "通用", SampleReport.words(), file))
                .as("every formula recalculates to the engine's value")
                .isEmpty();
        try (var in = java.nio.file.Files.newInputStream(file)) {
            return new XSSFWorkbook(in);
        }
    }

    private static Sheet sheet(XSSFWorkbook book, String name) {
        Sheet sheet = book.getSheet(name);
        assertThat(sheet).as(name).isNotNull();
        return sheet;
    }

    private static void assertNumber(Cell cell, String expected) {
        assertThat(cell.getNumericCellValue())
                .as(cell.getSheet().getSheetName() + " " + cell.getAddress())
                .isCloseTo(Double.parseDouble(expected), within(TINY));
    }

    private static List<String> texts(Sheet sheet) {
        List<String> texts = new ArrayList<>();
        for (Row row : sheet) {
            for (Cell cell : row) {
                if (cell.getCellType() == CellType.STRING) {
                    texts.add(cell.getStringCellValue());
                }
            }
        }
        return texts;
    }

    private static Row row(Sheet sheet, int column, String text) {
        for (Row row : sheet) {
            Cell cell = row.getCell(column);
            if (cell != null
                    && cell.getCellType() == CellType.STRING
                    && cell.getStringCellValue().equals(text)) {
                return row;
            }
        }
        throw new AssertionError(text + " is not in " + sheet.getSheetName());
    }
}
