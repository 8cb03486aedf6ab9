package bankscore.contribution;

import static bankscore.contribution.SmallQuarter.CREDIT;
import static bankscore.contribution.SmallQuarter.FUNDS;
import static bankscore.contribution.SmallQuarter.PLATFORM;
import static bankscore.contribution.SmallQuarter.PUBLISHED;
import static bankscore.contribution.SmallQuarter.RISK;
import static bankscore.contribution.SmallQuarter.ROSTER;
import static bankscore.contribution.SmallQuarter.SERVICE;
import static bankscore.contribution.SmallQuarter.SURVEY;
import static bankscore.contribution.SmallQuarter.TAX;
import static org.assertj.core.api.Assertions.assertThat;

import bankscore.exact.Period;
import bankscore.finding.Code;
import bankscore.finding.PrintedFinding;
import bankscore.machine.FolderCopy;
import bankscore.run.request.Deletion;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.poi.poifs.crypt.EncryptionInfo;
import org.apache.poi.poifs.crypt.EncryptionMode;
import org.apache.poi.poifs.crypt.Encryptor;
import org.apache.poi.poifs.filesystem.POIFSFileSystem;
import org.apache.poi.ss.util.CellReference;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.apache.poi.xssf.usermodel.XSSFWorkbookType;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every finding code by one runnable workbook: a clean quarter, one mistake, and exactly that code at exactly that cell. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class FindingCatalogueTest {

    private static final String BIDS = "投标.xlsx";

    private static final Period Q4 = new Period(2022, 4);

    /** Codes that no input brings about, with the reason. */
    private static final Map<Code, String> NOT_BY_INPUT = Map.ofEntries(
            Map.entry(Code.W105, "needs a dataset in two sheets last time; provoked in UnrecognisedSheetsTest"),
            Map.entry(Code.E325, "only earlier versions found it; it is E320 today"),
            Map.entry(Code.W309, "only earlier versions found it"),
            Map.entry(Code.E120, "needs a thousand mistakes in one file; provoked in FileAttackTest"),
            Map.entry(Code.W120, "the same; provoked in FindingStoreTest"),
            Map.entry(Code.N120, "the same; provoked in FindingStoreTest"),
            Map.entry(Code.E331, "needs a figure of the year; provoked in YearlyFiguresTest"),
            Map.entry(Code.W314, "the same"),
            Map.entry(Code.W311, "comes of a word of the command; provoked in OtherCityTest"),
            Map.entry(Code.W321, "needs an approved plan; provoked in DueCommandTest"),
            Map.entry(Code.W322, "needs a plan approved long ago; provoked in HeldAgainstPlanTest"),
            Map.entry(Code.W323, "needs an approved plan; provoked in DueCommandTest"),
            Map.entry(Code.W324, "the same; provoked in HeldAgainstPlanTest"),
            Map.entry(Code.E220, "of claims; provoked in ClaimRowsTest"),
            Map.entry(Code.E221, "the same"),
            Map.entry(Code.E222, "the same"),
            Map.entry(Code.E223, "the same"),
            Map.entry(Code.W224, "the same"),
            Map.entry(Code.W225, "of premiums; provoked in SpoiltTablesTest"),
            Map.entry(Code.W226, "needs a column whose last figure counts; provoked in LateFiguresTest"),
            Map.entry(Code.E401, "of subsidies; provoked in DeciderTest"),
            Map.entry(Code.E402, "the same"),
            Map.entry(Code.E403, "the same"),
            Map.entry(Code.E404, "the same"),
            Map.entry(Code.E405, "the same"),
            Map.entry(Code.W401, "the same"),
            Map.entry(Code.W402, "the same"),
            Map.entry(Code.W403, "the same"),
            Map.entry(Code.W404, "of subsidies over two periods; provoked in EarlierBatchesTest"),
            Map.entry(Code.W405, "of subsidies; provoked in DeciderTest"),
            Map.entry(Code.W406, "the same"),
            Map.entry(Code.W411, "of watching; provoked in JudgeTest"),
            Map.entry(Code.W412, "of watching; provoked in SpoiltSampleTest"),
            Map.entry(Code.N411, "of watching; provoked in JudgeTest"),
            Map.entry(Code.N401, "of subsidies; provoked in DeciderTest"),
            Map.entry(Code.N405, "the same as W405, by another level of the rule's check"));

    private static final String ADJUSTMENTS = "财政局/调整.xlsx";

    @TempDir
    static Path folder = Path.of("");

    private Program fresh;
    private Program experienced;

    /** What is published before the check. */
    private enum History {
        /** Nothing. */
        NONE,
        /** The third quarter and the fourth. */
        PUBLISHED
    }

    /**
     * One mistake.
     *
     * @param cell file, sheet and cell of the one finding, the last parts may be missing; several parted by |
     * @param also codes that follow of necessity, such as the bank without a row when its name is unknown
     * @param config what is changed in the configuration: file, text, replacement
     */
    record Mistake(
            Code code,
            String what,
            String cell,
            UnaryOperator<SmallQuarter> plant,
            Period period,
            History history,
            Set<Code> also,
            List<String> config) {

        Mistake in(Period other) {
            return new Mistake(code, what, cell, plant, other, history, also, config);
        }

        Mistake afterwards() {
            return new Mistake(code, what, cell, plant, period, History.PUBLISHED, also, config);
        }

        Mistake with(String... changes) {
            return new Mistake(code, what, cell, plant, period, history, also, List.of(changes));
        }

        Mistake followedBy(Code... codes) {
            return new Mistake(code, what, cell, plant, period, history, Set.of(codes), config);
        }

        /** The same mistake accused elsewhere. */
        Mistake accused(String place) {
            return new Mistake(code, what, place, plant, period, history, also, config);
        }

        /** The same mistake accused at another cell of its sheet. */
        Mistake at(String other) {
            return new Mistake(
                    code,
                    what,
                    cell.substring(0, cell.lastIndexOf(' ') + 1) + other,
                    plant,
                    period,
                    history,
                    also,
                    config);
        }

        @Override
        public String toString() {
            return code + " " + what;
        }
    }

    private static Mistake mistake(Code code, String what, String cell, UnaryOperator<SmallQuarter> plant) {
        return new Mistake(code, what, cell, plant, Q4, History.NONE, Set.of(), List.of());
    }

    /** A mistake that is one cell's content. */
    private static Mistake cell(Code code, String file, String sheet, String cell, Object content) {
        return mistake(
                code,
                content + " in " + file + " " + cell,
                file + " › " + sheet + " › " + cell,
                quarter -> quarter.set(file, sheet, cell, content));
    }

    static Stream<Mistake> mistakes() {
        return Stream.of(
                        setup(),
                        cells(),
                        tables(),
                        sizes(),
                        swaps(),
                        scales(),
                        doubts(),
                        history(),
                        published(),
                        scores(),
                        notes())
                .flatMap(part -> part);
    }

    private static Stream<Mistake> setup() {
        return Stream.of(
                mistake(Code.E101, "an empty folder", "", quarter -> {
                    List.of(ROSTER, CREDIT, TAX, PLATFORM, SURVEY, SERVICE, FUNDS, RISK, PUBLISHED)
                            .forEach(quarter::remove);
                    return quarter;
                }),
                mistake(
                        Code.E102,
                        "half a file",
                        TAX,
                        quarter -> quarter.then(
                                to -> Files.write(to.resolve(TAX), Arrays.copyOf(read(to.resolve(TAX)), 2000)))),
                mistake(Code.E103, "a password", TAX, quarter -> quarter.then(to -> encrypt(to.resolve(TAX)))),
                mistake(
                        Code.E104,
                        "a workbook with macros",
                        "宏.xlsm",
                        quarter -> quarter.then(to -> workbook(to.resolve("宏.xlsm"), XSSFWorkbookType.XLSM, 1))),
                mistake(
                        Code.E105,
                        "a web page named .xls",
                        "网页.xls",
                        quarter ->
                                quarter.then(to -> Files.writeString(to.resolve("网页.xls"), "<html><table></table>"))),
                mistake(
                        Code.E106,
                        "a file that is open",
                        TAX,
                        quarter -> quarter.then(to -> Files.write(to.resolve("~$" + TAX), new byte[165]))),
                mistake(
                        Code.E107,
                        "257 sheets",
                        "多.xlsx",
                        quarter -> quarter.then(to -> workbook(to.resolve("多.xlsx"), XSSFWorkbookType.XLSX, 257))),
                mistake(Code.E110, "no tax", "", quarter -> quarter.remove(TAX)),
                mistake(Code.E110, "no list of risks where the plan is real", "", quarter -> quarter.remove(RISK)),
                mistake(
                        Code.E111,
                        "tax and platform in one header",
                        "两样.xlsx › 表 › A1",
                        quarter -> quarter.rows("两样.xlsx", "表", 1, List.of("银行名称", "上缴税收", "平台放款金额"))),
                cell(Code.E112, CREDIT, "存贷款", "C3", "去年贷款").at("A3"),
                cell(Code.E113, CREDIT, "存贷款", "D3", "贷款余额（万美元）"),
                cell(Code.E113, TAX, "税收", "B2", "单位：万美元"),
                cell(Code.E113, TAX, "税收", "B3", "上缴税收（元）"),
                cell(Code.E113, TAX, "税收", "A7", "注：金额单位为亿元"),
                cell(Code.E113, TAX, "税收", "D5", "单位：亿元"),
                cell(Code.E113, TAX, "税收", "B5", new SmallQuarter.Formatted(750.5, "0.00\"亿元\"")),
                cell(Code.E113, FUNDS, "资金池", "B3", new SmallQuarter.Formatted(4000, "0\"亿元\"")),
                mistake(
                        Code.E113,
                        "another unit in the name of the sheet",
                        "税收.xlsx › 税收（元） › B2",
                        quarter -> renamed(quarter.remove(TAX), "税收（元）")),
                mistake(
                        Code.E113,
                        "a number format that is not what the name of the sheet says",
                        "税收.xlsx › 税收（万元） › B5",
                        quarter -> renamed(quarter.remove(TAX), "税收（万元）")
                                .set(TAX, "税收（万元）", "B5", new SmallQuarter.Formatted(750.5, "0.00\"亿元\""))
                                .set(TAX, "税收（万元）", "B2", "")),
                cell(Code.W108, CREDIT, "存贷款", "G2", "工业贷款（千元）"),
                cell(Code.E114, CREDIT, "存贷款", "A1", "存贷款情况表（2022年第3季度）"),
                cell(Code.E114, TAX, "税收", "A1", "税收情况（2022年1-11月）"),
                cell(Code.E114, TAX, "税收", "A2", "2022年10-12月"),
                mistake(
                        Code.E114,
                        "a sheet of pools named by the year that ends",
                        FUNDS + " › 2022年资金池",
                        quarter -> quarter.renameSheet(FUNDS, "资金池", "2022年资金池")),
                cell(Code.E115, CREDIT, "存贷款", "I3", "各项贷款余额"),
                cell(Code.E116, RISK, "风险", "C1", "处置意见"),
                cell(Code.E116, SURVEY, "满意度", "B1", "网点").at("A1"),
                mistake(
                                Code.E116,
                                "a ledger that lost its headings, known by its name",
                                SERVICE + " › 服务 › A2",
                                quarter -> headings(quarter, SERVICE, "服务", 5))
                        .afterwards(),
                mistake(
                        Code.E117,
                        "pools with headings only",
                        FUNDS + " › 资金池 › A1",
                        quarter -> emptied(quarter, FUNDS, "资金池", 3)));
    }

    /** Without the headings in row 1. */
    private static SmallQuarter headings(SmallQuarter quarter, String file, String sheet, int columns) {
        for (int column = 0; column < columns; column++) {
            quarter.set(file, sheet, CellReference.convertNumToColString(column) + 1, "");
        }
        return quarter;
    }

    /** Without its rows below the headings in row 1. */
    private static SmallQuarter emptied(SmallQuarter quarter, String file, String sheet, int last) {
        for (int row = 2; row <= last; row++) {
            for (int column = 0; column < 5; column++) {
                quarter.set(file, sheet, CellReference.convertNumToColString(column) + row, "");
            }
        }
        return quarter;
    }

    /** The taxes in a sheet of another name, which may state another unit than its line. */
    private static SmallQuarter renamed(SmallQuarter quarter, String sheet) {
        return quarter.rows(
                TAX,
                sheet,
                1,
                List.of("税收情况"),
                List.of("", "单位：万元"),
                List.of("银行名称", "上缴税收"),
                List.of("工商银行", 2602),
                List.of("招商银行", 2702),
                List.of("浙商银行", 2802));
    }

    private static Stream<Mistake> cells() {
        return Stream.of(
                cell(Code.E201, CREDIT, "存贷款", "D5", "约三百万"),
                cell(Code.E201, TAX, "税收", "B5", new SmallQuarter.Formatted(750.5, "yyyy-mm-dd")),
                cell(Code.E201, FUNDS, "资金池", "B3", new SmallQuarter.Formatted(4000, "yyyy-mm-dd")),
                cell(Code.E202, CREDIT, "存贷款", "D5", "1,23,4"),
                cell(Code.E203, CREDIT, "存贷款", "D5", "78.5%"),
                cell(Code.E203, CREDIT, "存贷款", "D5", SmallQuarter.Special.PERCENT),
                cell(Code.E204, CREDIT, "存贷款", "D5", SmallQuarter.Special.BROKEN),
                mistake(
                        Code.E204,
                        "a formula that failed, and with it its column's total",
                        CREDIT + " › 存贷款 › D5",
                        quarter -> quarter.set(CREDIT, "存贷款", "D5", SmallQuarter.Special.BROKEN)
                                .set(CREDIT, "存贷款", "D8", SmallQuarter.Special.BROKEN)),
                cell(Code.E205, CREDIT, "存贷款", "D5", SmallQuarter.Special.UNCACHED),
                cell(Code.E206, CREDIT, "存贷款", "D5", ""),
                cell(Code.E206, TAX, "税收", "B4", "—"),
                mistake(
                        Code.E206,
                        "a published figure left empty",
                        "参数.xlsx › 参数 › B2",
                        quarter -> quarter.rows("参数.xlsx", "参数", 1, List.of("项目", "数值"), List.of("全市存贷比", ""))),
                cell(Code.E207, CREDIT, "存贷款", "B4", -5),
                cell(Code.E208, SURVEY, "满意度", "C4", 5.5),
                cell(Code.E209, SERVICE, "服务", "C2", "送错"),
                cell(Code.E210, SERVICE, "服务", "D3", ""),
                cell(Code.E211, SERVICE, "服务", "A2", "去年"),
                cell(Code.E211, ROSTER, "银行名录", "F4", "2005"),
                cell(Code.E212, RISK, "风险", "C2", ""),
                cell(Code.E212, RISK, "风险", "C2", "收回（已执行）"),
                mistake(
                        Code.E212,
                        "the disposal among the notes, and nothing but the bank",
                        RISK + " › 风险 › C2",
                        quarter -> quarter.set(RISK, "风险", "C2", "")
                                .set(RISK, "风险", "B2", "")
                                .set(RISK, "风险", "E1", "说明")
                                .set(RISK, "风险", "E2", "建议暂停新增")),
                mistake(
                        Code.E206,
                        "a fund written once for a block of rows",
                        FUNDS + " › 财政存款 › A3",
                        quarter -> quarter.set(FUNDS, "财政存款", "A3", "").set(FUNDS, "财政存款", "A4", "")),
                cell(Code.E206, ROSTER, "银行名录", "B4", ""),
                mistake(
                        Code.E206,
                        "a fault of which only the bank is told",
                        SERVICE + " › 服务 › A4|" + SERVICE + " › 服务 › C4",
                        quarter -> quarter.set(SERVICE, "服务", "B4", "招商银行")),
                cell(Code.E213, SURVEY, "满意度", "A3", "=市教育局"),
                cell(Code.E219, SURVEY, "满意度", "A3", "局".repeat(201)),
                cell(Code.E214, FUNDS, "财政存款", "C3", 2000.0000001),
                cell(Code.E215, CREDIT, "存贷款", "B4", 1e35),
                mistake(
                        Code.E216,
                        "two and a half loans",
                        PLATFORM + " › 饶企云 › C3",
                        quarter -> quarter.rows(PLATFORM, "饶企云", 1, List.of("银行名称", "平台放款金额", "平台放款笔数"))
                                .set(PLATFORM, "饶企云", "C2", 3)
                                .set(PLATFORM, "饶企云", "C3", 2.5)
                                .set(PLATFORM, "饶企云", "C4", 4)),
                mistake(
                        Code.E217,
                        "a change since the year's beginning that is not the difference, and a later one",
                        CREDIT + " › 存贷款 › I5",
                        quarter -> quarter.set(CREDIT, "存贷款", "I3", "贷款比年初增减")
                                .set(CREDIT, "存贷款", "I4", 300_000)
                                .set(CREDIT, "存贷款", "I5", 200_000.05)
                                .set(CREDIT, "存贷款", "I6", 1)),
                // 2602, 2702 and 2802 together are 8106: 32.10, 33.33 and 34.57 percent.
                mistake(
                        Code.E217,
                        "parts of a total that are in no proportion",
                        TAX + " › 税收 › C5",
                        quarter -> quarter.set(TAX, "税收", "C3", "占比（%）")
                                .set(TAX, "税收", "C4", 32.1)
                                .set(TAX, "税收", "C5", 35.3)
                                .set(TAX, "税收", "C6", 34.57)));
    }

    private static Stream<Mistake> sizes() {
        return Stream.of(
                mistake(
                        Code.E319,
                        "tax in 元 in the first quarter",
                        TAX + " › 税收 › B3",
                        quarter -> times(times(times(quarter, "B4", 10_000), "B5", 10_000), "B6", 10_000)),
                mistake(
                        Code.E319,
                        "deposits in 元 beside loans in 万元",
                        CREDIT + " › 存贷款 › B3",
                        quarter -> quarter.set(CREDIT, "存贷款", "B2", "").set(CREDIT, "存贷款", "B3", "存款余额（亿元）")),
                mistake(
                                Code.W218,
                                "tax or loans in another unit",
                                TAX + " › 税收 › B3",
                                quarter -> times(times(times(quarter, "B4", 10_000), "B5", 10_000), "B6", 10_000))
                        .with("datasets/tax.yaml", "surely_above: 50000", "surely_above: 500000000"),
                // 150,000 of 2,200,000.
                cell(Code.W213, TAX, "税收", "B5", 150_000),
                mistake(
                                Code.W213,
                                "one bank's deposits in 亿元",
                                CREDIT + " › 存贷款 › B5",
                                quarter -> quarter.set(CREDIT, "存贷款", "B5", 260).set(CREDIT, "存贷款", "B8", ""))
                        .followedBy(Code.W215, Code.W312),
                mistake(
                                Code.W213,
                                "a pool in 元",
                                FUNDS + " › 资金池 › B3",
                                quarter -> quarter.set(FUNDS, "资金池", "B3", 40_000_000))
                        .followedBy(Code.W312),
                cell(Code.W203, SERVICE, "服务", "D3", 30));
    }

    private static Stream<Mistake> swaps() {
        return Stream.of(
                mistake(
                        Code.E320,
                        "numbers and amounts of loans",
                        PLATFORM + " › 饶企云 › C1",
                        quarter -> quarter.rows(
                                PLATFORM,
                                "饶企云",
                                1,
                                List.of("银行名称", "平台放款金额", "平台放款笔数"),
                                List.of("工商银行", 30, 4800.5),
                                List.of("招商银行", 31, 5100.5),
                                List.of("浙商银行", 32, 5400.5))),
                mistake(
                        Code.E320,
                        "deposits and loans",
                        CREDIT + " › 存贷款 › D3",
                        quarter -> exchanged(quarter, "B", "D", 4, 8)),
                mistake(
                                Code.W219,
                                "deposits and loans where nothing is published",
                                CREDIT + " › 存贷款 › D3",
                                quarter -> exchanged(fiveBanks(quarter), "B", "D", 4, 9)
                                        .remove(PUBLISHED))
                        .followedBy(Code.W216, Code.W313),
                mistake(
                        Code.W214,
                        "industrial loans at the beginning and at the end",
                        CREDIT + " › 存贷款 › H3",
                        quarter -> quarter.set(CREDIT, "存贷款", "H4", 150_000)
                                .set(CREDIT, "存贷款", "H5", 100_000)
                                .set(CREDIT, "存贷款", "H6", 50_000)
                                .set(CREDIT, "存贷款", "H8", "")),
                mistake(
                                Code.W214,
                                "loans fall at nearly all banks",
                                CREDIT + " › 存贷款 › H3",
                                quarter -> exchanged(fiveBanks(quarter), "G", "H", 4, 9))
                        .followedBy(Code.W313));
    }

    /** Two columns of the credit sheet with each other's figures. */
    private static SmallQuarter exchanged(SmallQuarter quarter, String one, String other, int from, int to) {
        for (int row = from; row <= to; row++) {
            Object kept = quarter.get(CREDIT, "存贷款", one + row);
            quarter.set(CREDIT, "存贷款", one + row, quarter.get(CREDIT, "存贷款", other + row))
                    .set(CREDIT, "存贷款", other + row, kept);
        }
        return quarter;
    }

    /** Two more banks that are assessed, each like the third one; the credit sheet has no total. */
    private static SmallQuarter fiveBanks(SmallQuarter quarter) {
        for (int i = 0; i < 2; i++) {
            String bank = List.of("中信银行", "光大银行").get(i);
            quarter.rows(ROSTER, "银行名录", 7 + i, List.of("B00" + (5 + i), bank + "上饶分行", bank, "", "股份制", "", "是"))
                    .rows(
                            CREDIT,
                            "存贷款",
                            8 + i,
                            List.of(bank, 1_300_000, 1_000_000, 1_100_000, 200_000, 224_000, 150_000, 162_000))
                    .rows(TAX, "税收", 7 + i, List.of(bank, 2750.5))
                    .rows(PLATFORM, "饶企云", 5 + i, List.of(bank, 5000))
                    .rows(SURVEY, "满意度", 8 + i, List.of("市水利局", bank, 4.5));
        }
        return quarter;
    }

    private static Stream<Mistake> scales() {
        return Stream.of(
                mistake(
                        Code.E321,
                        "ratings from 0 to 1",
                        SURVEY + " › 满意度 › C1",
                        quarter -> ratings(quarter, SURVEY, 21, 0.9)),
                mistake(
                        Code.E321,
                        "ratings from 0 to 100",
                        SURVEY + " › 满意度 › C1",
                        quarter -> ratings(quarter, SURVEY, 21, 90)),
                mistake(
                        Code.W217,
                        "a sheet of half the ratings",
                        "满意度二.xlsx › 满意度 › C1",
                        quarter -> ratings(ratings(quarter, SURVEY, 24, 4.5), "满意度二.xlsx", 21, 2.25)));
    }

    /** Ratings of the three banks, all the same, each by a unit of its own. */
    private static SmallQuarter ratings(SmallQuarter quarter, String file, int count, double rating) {
        quarter.rows(file, "满意度", 1, List.of("预算单位", "银行名称", "评分"));
        for (int i = 0; i < count; i++) {
            quarter.rows(
                    file,
                    "满意度",
                    2 + i,
                    List.of(
                            file + "第" + (i + 1) + "小学",
                            List.of("工商银行", "招商银行", "浙商银行").get(i % 3),
                            rating));
        }
        return quarter;
    }

    private static Stream<Mistake> tables() {
        return Stream.of(
                cell(Code.E301, SURVEY, "满意度", "B3", "招商"),
                cell(Code.E301, TAX, "税收", "A5", "招商").followedBy(Code.E303),
                mistake(
                        Code.E301,
                        "a bank that the register lacks, in all sheets and under two names",
                        CREDIT + " › 存贷款 › A5",
                        quarter -> {
                            for (String cell : List.of("A", "B", "C", "D", "E", "F", "G")) {
                                quarter.set(ROSTER, "银行名录", cell + 4, "");
                            }
                            return quarter.set(TAX, "税收", "A5", "招商银行上饶分行");
                        }),
                sentTwice("a survey", SURVEY, "满意度", "B1", 7, 3),
                sentTwice("a ledger", SERVICE, "服务", "B1", 3, 5),
                sentTwice("the list of risks", RISK, "风险", "A1", 2, 4).accused(RISK + " › 风险 › A1"),
                mistake(
                        Code.E330,
                        "the register twice",
                        "银行名录（更正）.xlsx › 银行名录 › A2",
                        quarter -> copied(quarter, ROSTER, "银行名录", "银行名录（更正）.xlsx", 6, 7)),
                mistake(
                        Code.E330,
                        "a newer list of other banks",
                        "风险（新版）.xlsx › 风险 › A1",
                        quarter ->
                                copied(quarter, RISK, "风险", "风险（新版）.xlsx", 2, 4).set("风险（新版）.xlsx", "风险", "A2", "农发行")),
                mistake(
                        Code.E302,
                        "one bank under two names",
                        TAX + " › 税收 › A7",
                        quarter -> quarter.rows(TAX, "税收", 7, List.of("招行", 5))),
                mistake(
                        Code.E303,
                        "a bank without a row",
                        TAX + " › 税收",
                        quarter -> quarter.set(TAX, "税收", "A6", "").set(TAX, "税收", "B6", "")),
                cell(Code.E304, FUNDS, "财政存款", "A4", "专项资金"),
                tender(Code.E304, "a bid for a fund without a pool", BIDS + " › 投标 › A3", "专项资金", "工商银行", 2.5),
                tender(Code.E302, "two bids of one bank for one fund", BIDS + " › 投标 › B3", "社会保险基金", "招行", 2.5),
                cell(Code.E305, FUNDS, "资金池", "B2", ""),
                cell(Code.E306, FUNDS, "财政存款", "D2", 3001),
                cell(Code.E307, CREDIT, "存贷款", "B8", 8_300_001),
                mistake(
                        Code.E307,
                        "a wrong total of ratings",
                        SURVEY + " › 满意度 › C8",
                        quarter -> quarter.rows(SURVEY, "满意度", 8, List.of("合计", "", 27))),
                cell(Code.E308, ROSTER, "银行名录", "D4", "工行"),
                mistake(
                                Code.E309,
                                "tax in 元",
                                TAX + " › 税收 › B3",
                                quarter -> times(times(times(quarter, "B4", 10_000), "B5", 10_000), "B6", 10_000))
                        .afterwards(),
                cell(Code.E310, FUNDS, "资金池", "A3", "社会保险基金").followedBy(Code.E304),
                mistake(
                                Code.E311,
                                "amounts by rank above the pool",
                                FUNDS + " › 资金池 › B3",
                                quarter -> quarter.set(FUNDS, "资金池", "B2", 60)
                                        .set(FUNDS, "资金池", "B3", 40)
                                        .set(RISK, "风险", "A2", "农发行"))
                        .followedBy(Code.W213)
                        .with(
                                "schemes/shangrao-2022.yaml",
                                "  share_by: total\n  lot: 1\n",
                                "  amounts_by_rank: [30, 20, 10]\n"),
                adjusted(Code.E313, "a fund without a pool", "A2", List.of("专项资金", "工商银行", 0, "r", "a")),
                adjusted(
                        Code.E314,
                        "adjustments that do not add up",
                        "C3",
                        List.of("社会保险基金", "工商银行", -100, "r", "a"),
                        List.of("社会保险基金", "招商银行", 99.99, "r", "a")),
                adjusted(
                        Code.E315,
                        "a bank that is not assessed",
                        "C2",
                        List.of("社会保险基金", "农发行", 100, "r", "a"),
                        List.of("社会保险基金", "招商银行", -100, "r", "a")),
                mistake(
                        Code.E315,
                        "a bank whose deposits are taken back",
                        ADJUSTMENTS + " › 调整 › C3",
                        quarter -> adjustments(
                                        quarter,
                                        List.of("社会保险基金", "招商银行", -100, "r", "a"),
                                        List.of("社会保险基金", "浙商银行", 100, "r", "a"))
                                .set(RISK, "风险", "C2", "收回")),
                // The pool is 9000; nobody can have more than that to give away.
                adjusted(
                        Code.E316,
                        "less than nothing",
                        "C2",
                        List.of("社会保险基金", "工商银行", -9001, "r", "a"),
                        List.of("社会保险基金", "招商银行", 9001, "r", "a")),
                // Frozen at the 1000 that it holds.
                adjusted(
                        Code.E317,
                        "more than a frozen bank may have",
                        "C4",
                        List.of("专户资金", "工商银行", -1000.01, "r", "a"),
                        List.of("专户资金", "浙商银行", 0.01, "r", "a"),
                        List.of("专户资金", "浙商银行", 1000, "r", "a")),
                mistake(
                                Code.E318,
                                "adjustments without a plan",
                                ADJUSTMENTS + " › 调整 › C2",
                                quarter -> adjustments(
                                                quarter,
                                                List.of("社会保险基金", "招商银行", -100, "r", "a"),
                                                List.of("社会保险基金", "工商银行", 100, "r", "a"))
                                        .removeSheet(FUNDS, "财政存款"))
                        .in(new Period(2022, 3))
                        .followedBy(Code.W102),
                mistake(Code.E312, "nobody is assessed", "", quarter -> {
                    for (String cell : List.of("G3", "G4", "G5")) {
                        quarter.set(ROSTER, "银行名录", cell, "否");
                    }
                    return quarter;
                }));
    }

    /** A sheet again in another file. */
    private static Mistake sentTwice(String what, String file, String sheet, String cell, int rows, int columns) {
        String copy = "重报（修订）.xlsx";
        return mistake(
                Code.E330,
                what,
                copy + " › " + sheet + " › " + cell,
                quarter -> copied(quarter, file, sheet, copy, rows, columns));
    }

    private static SmallQuarter copied(
            SmallQuarter quarter, String file, String sheet, String copy, int rows, int columns) {
        for (int row = 1; row <= rows; row++) {
            for (int column = 0; column < columns; column++) {
                String cell = (char) ('A' + column) + Integer.toString(row);
                quarter.find(file, sheet, cell).ifPresent(content -> quarter.set(copy, sheet, cell, content));
            }
        }
        // A file of the same bytes would be read once.
        return quarter.set(copy, sheet, "K1", "重报");
    }

    @SafeVarargs
    @SuppressWarnings("varargs") // handed on, not kept
    private static SmallQuarter adjustments(SmallQuarter quarter, List<Object>... rows) {
        return quarter.rows(ADJUSTMENTS, "调整", 1, List.of("资金类别", "银行名称", "调整金额（万元）", "理由", "批准人"))
                .rows(ADJUSTMENTS, "调整", 2, rows);
    }

    /** Rows of 调整 with a mistake at a cell. */
    @SafeVarargs
    private static Mistake adjusted(Code code, String what, String cell, List<Object>... rows) {
        return mistake(code, what, ADJUSTMENTS + " › 调整 › " + cell, quarter -> adjustments(quarter, rows));
    }

    private static Stream<Mistake> doubts() {
        return Stream.of(
                mistake(Code.W101, "no platform", "", quarter -> quarter.remove(PLATFORM)),
                mistake(Code.W101, "no list of risks in another quarter", "", quarter -> quarter.remove(RISK))
                        .in(new Period(2022, 3)),
                mistake(
                        Code.W106,
                        "a list of risks that says 无",
                        RISK + " › 风险 › A1",
                        quarter -> quarter.rows(RISK, "风险", 2, List.of("无", "", "", ""))),
                mistake(
                        Code.W231,
                        "a reason for another cell",
                        "说明.xlsx › 说明 › A2",
                        quarter -> quarter.rows(
                                "说明.xlsx",
                                "说明",
                                1,
                                List.of("代码", "文件", "单元格", "原因"),
                                List.of("W301", "税收", "b5", "属实"))),
                mistake(Code.W102, "holdings without pools", "", quarter -> quarter.removeSheet(FUNDS, "资金池"))
                        .in(new Period(2022, 3)),
                cell(Code.W103, TAX, "税收", "A1", "税收情况　模板版本：000000"),
                mistake(
                        Code.W104,
                        "a list of accounts beside the survey",
                        "账户.xlsx › 账户 › A1",
                        quarter -> quarter.rows(
                                "账户.xlsx", "账户", 1, List.of("预算单位", "银行名称", "账号"), List.of("市教育局", "工商银行", "62"))),
                mistake(
                        Code.W106,
                        "a ledger with headings only",
                        SERVICE + " › 服务 › A1",
                        quarter -> emptied(quarter, SERVICE, "服务", 3)),
                mistake(
                        Code.W106,
                        "a second sheet of ratings with headings only",
                        "满意度二.xlsx › 满意度 › A1",
                        quarter -> quarter.rows("满意度二.xlsx", "满意度", 1, List.of("预算单位", "银行名称", "评分"))),
                mistake(Code.W201, "a hidden row", TAX + " › 税收 › A5", quarter -> quarter.hideRow(TAX, "税收", 5)),
                mistake(
                        Code.W201,
                        "a hidden row of the register",
                        ROSTER + " › 银行名录 › A4",
                        quarter -> quarter.hideRow(ROSTER, "银行名录", 4)),
                mistake(
                        Code.W201,
                        "a hidden column",
                        CREDIT + " › 存贷款 › F3",
                        quarter -> quarter.hideColumn(CREDIT, "存贷款", 5)),
                mistake(Code.W201, "a hidden sheet", FUNDS + " › 资金池 › A1", quarter -> quarter.hideSheet(FUNDS, "资金池")),
                mistake(
                                Code.W202,
                                "0.785 for 78.5",
                                TAX + " › 税收 › C5",
                                quarter -> quarter.set(TAX, "税收", "C3", "入库率")
                                        .set(TAX, "税收", "C4", 98)
                                        .set(TAX, "税收", "C5", 0.785))
                        .with(
                                "datasets/tax.yaml",
                                "flow: ytd, negative: review}",
                                "flow: ytd, negative: review}\n  - {id: rate, name: 入库率, headings: [入库率], kind: percent}"),
                cell(Code.W203, TAX, "税收", "B5", 90_000)
                        .with(
                                "datasets/tax.yaml",
                                "flow: ytd, negative: review}",
                                "flow: ytd, negative: review, usual: [0, 80000]}"),
                cell(Code.W204, SERVICE, "服务", "A2", LocalDate.of(2023, 1, 1)),
                mistake(
                        Code.W205,
                        "micro loans above all loans",
                        CREDIT + " › 存贷款 › F6",
                        quarter -> quarter.set(CREDIT, "存贷款", "F6", 1_100_001)
                                .set(CREDIT, "存贷款", "E6", 1_000_000)
                                .set(CREDIT, "存贷款", "E8", "")
                                .set(CREDIT, "存贷款", "F8", "")),
                mistake(
                        Code.W211,
                        "one deposit entered twice",
                        FUNDS + " › 财政存款 › B5",
                        quarter -> quarter.rows(FUNDS, "财政存款", 5, List.of("社会保险基金", "招商银行", 2000))),
                mistake(
                        Code.W212,
                        "a published figure under another name",
                        "参数.xlsx › 参数 › A2",
                        quarter -> quarter.rows("参数.xlsx", "参数", 1, List.of("项目", "数值"), List.of("市存贷比", 77))),
                cell(Code.W206, SURVEY, "满意度", "A5", "市教育局").at("B5"),
                cell(Code.W207, TAX, "税收", "B5", -3),
                mistake(Code.W208, "one bank's tax in 元", TAX + " › 税收 › B5", quarter -> times(quarter, "B5", 10_000))
                        .afterwards(),
                cell(Code.W209, TAX, "税收", "B5", 1500).afterwards(),
                mistake(
                                Code.W210,
                                "an opening balance changed",
                                CREDIT + " › 存贷款 › C4",
                                quarter -> quarter.set(CREDIT, "存贷款", "C4", 3_300_001)
                                        .set(CREDIT, "存贷款", "C8", ""))
                        .afterwards()
                        .in(new Period(2023, 1)));
    }

    /** The published figure in the unit of what is held against it: percent in the rule as it is, otherwise 万元. */
    private static Stream<Mistake> published() {
        String scheme = "schemes/shangrao-2022.yaml";
        String percent = """
                {name: 存贷比, unit: "%",""";
        String money = "{name: 存贷比, unit: 万元,";
        return Stream.of(
                mistake(
                                Code.W202,
                                "a published rate as a fraction",
                                "参数.xlsx › 参数 › B2",
                                quarter ->
                                        quarter.rows("参数.xlsx", "参数", 1, List.of("项目", "数值"), List.of("全市利率", 0.7715)))
                        .with(scheme, "published: 全市存贷比", "published: 全市利率"),
                parameter(Code.E208, "B2", "数值", 0.7715),
                parameter(Code.E208, "B2", "数值", 7797),
                parameter(Code.W215, "B2", "数值", 77.15),
                // Deposits for each hundred of loans: 8,300,000 to 7,000,000.
                parameter(Code.W215, "B2", "数值", 118.57),
                mistake(Code.W216, "no published figure", "", quarter -> quarter.remove(PUBLISHED)),
                mistake(
                        Code.E322,
                        "a published figure under nearly its name",
                        "参数.xlsx › 参数 › A2",
                        quarter -> quarter.set(PUBLISHED, "参数", "A2", "全市平均存贷比")),
                mistake(
                        Code.E310,
                        "one item twice on one day, and rightly on another",
                        "参数.xlsx › 参数 › A4",
                        quarter -> quarter.rows(
                                PUBLISHED,
                                "参数",
                                1,
                                List.of("项目", "数值", "日期"),
                                List.of("全市存贷比", 82.53, LocalDate.of(2022, 9, 30)),
                                List.of("全市存贷比", 84.34, LocalDate.of(2022, 12, 31)),
                                List.of("全市存贷比", 84.34, LocalDate.of(2022, 12, 31)))),
                parameter(Code.E113, "B1", "数值（万元）", 77.15),
                parameter(Code.E203, "B2", "数值", "77.15%").with(scheme, percent, money),
                parameter(Code.E203, "B2", "数值", SmallQuarter.Special.PERCENT).with(scheme, percent, money),
                parameter(Code.E201, "B2", "数值（亿元）", "3亿元").with(scheme, percent, money));
    }

    private static Mistake parameter(Code code, String cell, String heading, Object value) {
        return mistake(
                code,
                value + " under " + heading,
                "参数.xlsx › 参数 › " + cell,
                quarter -> quarter.rows("参数.xlsx", "参数", 1, List.of("项目", heading), List.of("全市存贷比", value)));
    }

    private static Stream<Mistake> scores() {
        return Stream.of(
                cell(Code.W301, TAX, "税收", "B5", 3000),
                cell(Code.W107, TAX, "税收", "B5", new SmallQuarter.Formatted(2999.9996, "#,##0.00")),
                cell(Code.W107, TAX, "税收", "B5", new SmallQuarter.Formatted(3000.4, "0")),
                cell(Code.W107, TAX, "税收", "B5", 2999.99996),
                cell(Code.W302, PLATFORM, "饶企云", "B4", 60_000),
                mistake(
                        Code.W303,
                        "a holder that is not assessed",
                        FUNDS + " › 财政存款 › C5",
                        quarter -> quarter.rows(FUNDS, "财政存款", 5, List.of("专户资金", "农发行", 800))),
                cell(Code.W304, TAX, "税收", "B5", 400)
                        .with(
                                "schemes/shangrao-2022.yaml",
                                "        - {points: 0}                         # open below\n",
                                ""),
                mistake(
                        Code.W306,
                        "no micro loans at the year's beginning",
                        CREDIT + " › 存贷款 › E6",
                        quarter -> quarter.set(CREDIT, "存贷款", "E6", 0).set(CREDIT, "存贷款", "E8", "")),
                mistake(
                                Code.W312,
                                "more public money than all deposits of two banks",
                                CREDIT + " › 存贷款 › B4|" + CREDIT + " › 存贷款 › B5",
                                quarter -> quarter.set(FUNDS, "资金池", "B2", 9_000_000)
                                        .set(FUNDS, "资金池", "B3", 4_000_000))
                        .followedBy(Code.W213),
                mistake(
                                Code.W312,
                                "more public money than all deposits of all banks",
                                FUNDS + " › 资金池 › B2",
                                quarter -> quarter.set(FUNDS, "资金池", "B2", 90_000_000)
                                        .set(RISK, "风险", "A2", "农发行"))
                        .followedBy(Code.W213),
                mistake(Code.W313, "five banks in one band", TAX + " › 税收", FindingCatalogueTest::fiveBanks),
                mistake(Code.W305, "no bank has a point", "", FindingCatalogueTest::allZero),
                mistake(
                                Code.W307,
                                "a published figure of 0 as reference: each bank is told",
                                SURVEY + " › 满意度 › C2:C5|" + SURVEY + " › 满意度 › C3:C6|" + SURVEY + " › 满意度 › C4:C7",
                                quarter -> quarter.rows("参数.xlsx", "参数", 1, List.of("项目", "数值"), List.of("全市利率", 0)))
                        .with(
                                "schemes/shangrao-2022.yaml",
                                "{ratio_to_reference: {full: 5, reference: 5}}",
                                "{ratio_to_reference: {full: 5, reference: city_ldr}}",
                                "schemes/shangrao-2022.yaml",
                                "published: 全市存贷比",
                                "published: 全市利率"),
                mistake(
                                Code.W308,
                                "more than the amounts by rank",
                                FUNDS + " › 资金池 › B2",
                                quarter -> quarter.set(FUNDS, "资金池", "B2", 100)
                                        .set(FUNDS, "资金池", "B3", 60)
                                        .set(RISK, "风险", "A2", "农发行"))
                        .followedBy(Code.W213)
                        .with(
                                "schemes/shangrao-2022.yaml",
                                "  share_by: total\n  lot: 1\n",
                                "  amounts_by_rank: [30, 20, 10]\n"),
                tender(Code.W315, "nobody bids for a fund", FUNDS + " › 资金池 › B3", "社会保险基金", "工商银行", 2.5),
                mistake(Code.W310, "a fund of the scheme under another name", FUNDS + " › 资金池", quarter -> quarter)
                        .with("schemes/shangrao-2022.yaml", "  lot: 1\n", "  lot: 1\n  funds: {社保基金: {lot: 100}}\n"));
    }

    /** Bids for 社会保险基金 by 招商银行, and one more. */
    private static Mistake tender(Code code, String what, String cell, Object... bid) {
        return mistake(
                        code,
                        what,
                        cell,
                        quarter -> quarter.rows(
                                BIDS,
                                "投标",
                                1,
                                List.of("标项", "银行名称", "报价利率", "最高限价利率"),
                                List.of("社会保险基金", "招商银行", 2.4, 3),
                                List.of(bid[0], bid[1], bid[2], 3)))
                .with(
                        "schemes/shangrao-2022.yaml",
                        "\nmeasures:\n",
                        "\nmeasures:\n  bid: {name: 报价, unit: \"%\", formula: bid_rate}\n",
                        "schemes/shangrao-2022.yaml",
                        "\nitems:\n",
                        "\nitems:\n  - {id: bid, name: 报价, kind: bonus, fund: \"*\", measure: bid, method: {value: {}},"
                                + " clause: 三(一)2, mark: text}\n");
    }

    private static SmallQuarter allZero(SmallQuarter quarter) {
        for (int row = 4; row <= 6; row++) {
            for (String[] pair : new String[][] {{"C", "D"}, {"E", "F"}, {"G", "H"}}) {
                quarter.set(CREDIT, "存贷款", pair[1] + row, quarter.get(CREDIT, "存贷款", pair[0] + row));
            }
            quarter.set(TAX, "税收", "B" + row, 100);
            quarter.set(PLATFORM, "饶企云", "B" + (row - 2), 0);
        }
        for (String column : List.of("B", "C", "D", "E", "F", "G", "H")) {
            quarter.set(CREDIT, "存贷款", column + 8, "");
        }
        quarter.set(PUBLISHED, "参数", "B2", 77.11);
        for (int row = 2; row <= 7; row++) {
            quarter.set(SURVEY, "满意度", "C" + row, 0);
        }
        quarter.rows(
                SERVICE,
                "服务",
                4,
                List.of("2022-03-01", "工商银行", "其他", 5),
                List.of("2022-03-01", "招商银行", "其他", 5),
                List.of("2022-03-01", "浙商银行", "其他", 5));
        return quarter;
    }

    private static Stream<Mistake> notes() {
        return Stream.of(
                mistake(
                        Code.N101,
                        "a sheet of words",
                        "说明.xlsx › 说明 › B2",
                        quarter -> quarter.set("说明.xlsx", "说明", "B2", "本表由各行报送")),
                cell(Code.N102, TAX, "税收", "A8", "以上为全市数"),
                mistake(
                        Code.N102,
                        "a kind of banks with figures",
                        TAX + " › 税收 › A7",
                        quarter -> quarter.rows(TAX, "税收", 7, List.of("股份制银行", 5))),
                mistake(
                        Code.N111,
                        "characters that nobody sees in two names of a column",
                        TAX + " › 税收 › A5",
                        quarter -> quarter.set(TAX, "税收", "A5", "招商\u200B银行").set(TAX, "税收", "A6", "浙\u2060商银行")),
                mistake(
                        Code.N103,
                        "a part of the row above",
                        TAX + " › 税收 › A7",
                        quarter -> quarter.rows(TAX, "税收", 7, List.of("其中：营业部", 3))),
                cell(Code.N104, TAX, "税收", "A900", "x"),
                mistake(
                        Code.N105,
                        "the same file twice",
                        "税收（副本）.xlsx",
                        quarter -> quarter.then(to -> Files.copy(to.resolve(TAX), to.resolve("税收（副本）.xlsx")))),
                mistake(
                        Code.N115,
                        "no period above the tax",
                        TAX + " › 税收",
                        quarter -> quarter.set(TAX, "税收", "A2", "")),
                mistake(
                        Code.N106,
                        "a letter",
                        "函.txt",
                        quarter -> quarter.then(to -> Files.writeString(to.resolve("函.txt"), "见附件"))),
                mistake(
                                Code.N107,
                                "no published figure",
                                "参数.xlsx › 参数 › A1",
                                quarter ->
                                        quarter.set(PUBLISHED, "参数", "A2", "").set(PUBLISHED, "参数", "B2", ""))
                        .followedBy(Code.W216),
                mistake(
                        Code.N108,
                        "a lock that was left behind",
                        "~$旧.xlsx",
                        quarter -> quarter.then(to -> Files.write(to.resolve("~$旧.xlsx"), new byte[165]))),
                mistake(
                        Code.N109,
                        "a file that was not sent to its end",
                        "空.xlsx",
                        quarter -> quarter.then(to -> Files.createFile(to.resolve("空.xlsx")))));
    }

    /** What is told by the third quarter alone; two values tell something here, for there are few banks. */
    private static Stream<Mistake> history() {
        List<Object> third = List.of(1951.5, 2051.5, 2151.5);
        return Stream.of(
                        mistake(
                                        Code.E323,
                                        "last quarter's tax",
                                        TAX + " › 税收 › A3",
                                        quarter -> column(quarter, TAX, "税收", "B4", third))
                                .with(few("tax")),
                        mistake(
                                        Code.E323,
                                        "last quarter's tax but for one bank",
                                        TAX + " › 税收 › B3",
                                        quarter -> column(quarter, TAX, "税收", "B4", List.of(1951.5, 2051.5, 0)))
                                .with(few("tax")),
                        // Deposits are the same in every quarter.
                        mistake(Code.W220, "last quarter's deposits", CREDIT + " › 存贷款 › B3", quarter -> quarter)
                                .with(few("credit")),
                        mistake(
                                        Code.E324,
                                        "loans of September as those of January",
                                        CREDIT + " › 存贷款 › C3",
                                        quarter -> column(
                                                quarter,
                                                CREDIT,
                                                "存贷款",
                                                "C4",
                                                List.of(3_225_000, 2_150_000, 1_075_000, 400_000, "")))
                                .with(few("credit"))
                                .followedBy(Code.W220),
                        mistake(
                                        Code.E320,
                                        "deposits for loans and loans for deposits",
                                        CREDIT + " › 存贷款 › B3",
                                        quarter -> column(
                                                column(
                                                        quarter,
                                                        CREDIT,
                                                        "存贷款",
                                                        "D4",
                                                        List.of(3_900_000, 2_600_000, 1_300_000, 500_000, "")),
                                                CREDIT,
                                                "存贷款",
                                                "B4",
                                                List.of(3_300_000, 2_200_000, 1_100_000, 400_000, "")))
                                .with(few("credit")),
                        mistake(
                                        Code.W223,
                                        "deposits copied over loans",
                                        CREDIT + " › 存贷款 › B3",
                                        quarter -> column(
                                                quarter,
                                                CREDIT,
                                                "存贷款",
                                                "D4",
                                                List.of(3_900_000, 2_600_000, 1_300_000, 500_000, "")))
                                .with(few("credit"))
                                .followedBy(Code.W215),
                        mistake(
                                Code.E326,
                                "a fault that is no longer there",
                                SERVICE + " › 服务 › D1",
                                quarter -> quarter.rows(SERVICE, "服务", 3, List.of("", "", "", "", ""))),
                        cell(Code.E326, SERVICE, "服务", "D3", 0.2).at("D1"),
                        mistake(
                                        Code.W222,
                                        "ratings on another scale",
                                        SURVEY + " › 满意度 › C1",
                                        quarter -> column(quarter, SURVEY, "满意度", "C2", List.of(3, 3, 3, 3.1, 3, 3)))
                                .with(few("survey")),
                        cell(Code.W221, ROSTER, "银行名录", "A6", "B009"),
                        cell(Code.W221, ROSTER, "银行名录", "B6", "农发行上饶分行"),
                        cell(Code.W221, ROSTER, "银行名录", "E6", "国有"),
                        cell(Code.W221, ROSTER, "银行名录", "F6", LocalDate.of(1995, 1, 2)),
                        mistake(
                                Code.W221,
                                "a new bank",
                                ROSTER + " › 银行名录 › B7",
                                quarter -> quarter.rows(
                                        ROSTER, "银行名录", 7, List.of("B005", "国家开发银行", "", "", "政策性", "", "否"))))
                .map(Mistake::afterwards);
    }

    /** Two rows of a dataset tell something. */
    private static String[] few(String dataset) {
        String file = "datasets/" + dataset + ".yaml";
        return dataset.equals("survey")
                ? new String[] {file, "{rows: 20}", "{rows: 2}"}
                : new String[] {file, "rows: bank\n", "rows: bank\nagainst_earlier: {rows: 2}\n"};
    }

    /** Cells one below the other. */
    private static SmallQuarter column(SmallQuarter quarter, String file, String sheet, String from, List<?> contents) {
        int row = Integer.parseInt(from.substring(1));
        for (int i = 0; i < contents.size(); i++) {
            quarter.set(file, sheet, from.charAt(0) + Integer.toString(row + i), contents.get(i));
        }
        return quarter;
    }

    private static SmallQuarter times(SmallQuarter quarter, String cell, int factor) {
        Number number = (Number) quarter.get(TAX, "税收", cell);
        return quarter.set(TAX, "税收", cell, number.doubleValue() * factor);
    }

    private static byte[] read(Path file) throws IOException {
        return Files.readAllBytes(file);
    }

    private static void workbook(Path file, XSSFWorkbookType type, int sheets) throws IOException {
        try (XSSFWorkbook book = new XSSFWorkbook(type);
                OutputStream out = Files.newOutputStream(file)) {
            for (int i = 0; i < sheets; i++) {
                book.createSheet("表" + i);
            }
            book.write(out);
        }
    }

    private static void encrypt(Path file) throws Exception {
        try (POIFSFileSystem container = new POIFSFileSystem()) {
            Encryptor encryptor = new EncryptionInfo(EncryptionMode.agile).getEncryptor();
            encryptor.confirmPassword("secret");
            try (XSSFWorkbook plain = new XSSFWorkbook(file.toFile());
                    OutputStream out = encryptor.getDataStream(container)) {
                plain.write(out);
            }
            try (OutputStream out = Files.newOutputStream(file)) {
                container.writeFilesystem(out);
            }
        }
    }

    @BeforeAll
    void publishEarlierQuarters() throws Exception {
        fresh = new Program(folder.resolve("input"), folder.resolve("fresh"));
        experienced = new Program(folder.resolve("input"), folder.resolve("experienced"));
        for (Period period : List.of(new Period(2022, 3), Q4)) {
            new SmallQuarter(period).write(folder.resolve("input"));
            assertThat(experienced.run(period.toString()).findings()).isEmpty();
        }
    }

    @AfterAll
    void close() {
        fresh.close();
        experienced.close();
    }

    @Test
    void the_clean_quarters_have_no_finding_at_all() throws Exception {
        for (Period period : List.of(new Period(2022, 3), Q4, new Period(2023, 1))) {
            new SmallQuarter(period).write(folder.resolve("input"));
            assertThat(fresh.check(period.toString()).findings()).isEmpty();
            assertThat(experienced.check(period.toString()).findings()).isEmpty();
        }
    }

    @ParameterizedTest
    @MethodSource("mistakes")
    void one_mistake_gives_exactly_its_code_at_exactly_its_cell(Mistake mistake) throws Exception {
        mistake.plant().apply(new SmallQuarter(mistake.period())).write(folder.resolve("input"));
        Program program = mistake.history() == History.NONE ? fresh : experienced;

        Path config = config(mistake);
        List<PrintedFinding> findings = program.check(
                        program.request(mistake.period().toString(), config, false))
                .findings();

        assertThat(findings.stream()
                        .filter(finding -> !mistake.also().contains(finding.code()))
                        .map(finding -> finding.code() + " " + finding.place()))
                .containsExactlyElementsOf(Arrays.stream(mistake.cell().split("\\|", -1))
                        .map(each -> mistake.code() + " " + each)
                        .toList());
        assertThat(findings.stream().map(PrintedFinding::message)).noneMatch(words -> words.contains("{"));
    }

    private Path config(Mistake mistake) throws IOException {
        if (mistake.config().isEmpty()) {
            return Path.of("config");
        }
        Path copy = folder.resolve("config");
        Deletion.of(copy);
        FolderCopy.of(Path.of("config"), copy);
        for (int i = 0; i < mistake.config().size(); i += 3) {
            Path file = copy.resolve(mistake.config().get(i));
            String text = Files.readString(file);
            assertThat(text).contains(mistake.config().get(i + 1));
            Files.writeString(
                    file,
                    text.replace(mistake.config().get(i + 1), mistake.config().get(i + 2)),
                    StandardCharsets.UTF_8);
        }
        return copy;
    }

    @Test
    void every_code_has_its_workbook_or_the_reason_why_none_can_be_made() {
        Set<Code> shown = mistakes().map(Mistake::code).collect(Collectors.toCollection(TreeSet::new));

        Set<Code> rest = EnumSet.complementOf(EnumSet.copyOf(shown));

        assertThat(rest).isEqualTo(new TreeSet<>(NOT_BY_INPUT.keySet()));
    }
}
