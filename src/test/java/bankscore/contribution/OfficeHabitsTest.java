package bankscore.contribution;

import static bankscore.contribution.SmallQuarter.CREDIT;
import static bankscore.contribution.SmallQuarter.FUNDS;
import static bankscore.contribution.SmallQuarter.PLATFORM;
import static bankscore.contribution.SmallQuarter.RISK;
import static bankscore.contribution.SmallQuarter.ROSTER;
import static bankscore.contribution.SmallQuarter.SERVICE;
import static bankscore.contribution.SmallQuarter.SURVEY;
import static bankscore.contribution.SmallQuarter.TAX;
import static org.assertj.core.api.Assertions.assertThat;

import bankscore.exact.Period;
import bankscore.run.EndedRun;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * What offices do to their forms, each in a clean quarter: either it is understood and changes nothing in the result, or
 * it is found at its own cell and nothing else is accused. Never another number without a word.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class OfficeHabitsTest {

    private static final Period Q4 = new Period(2022, 4);
    private static final String DEPOSITS_OF_TWO_DAYS = """
            银行名称,存款余额,,年初贷款余额,贷款余额,年初小微贷款余额,小微贷款余额,年初工业贷款余额,工业贷款余额
            ,年初,年末,,,,,,
            工商银行,1,3900000,3000000,3300000,600000,672000,450000,486000
            招商银行,2,2600000,2000000,2200000,400000,448000,300000,324000
            浙商银行,3,1300000,1000000,1100000,200000,224000,150000,162000
            农发行,4,500000,400000,400000,40000,40000,30000,30000
            """;
    private static final String ALL_OF_TWO_DAYS = """
            银行名称,存款余额,贷款余额,,小微贷款余额,,工业贷款余额,
            ,,年初,年末,年初,年末,年初,年末
            工商银行,3900000,3000000,3300000,600000,672000,450000,486000
            招商银行,2600000,2000000,2200000,400000,448000,300000,324000
            浙商银行,1300000,1000000,1100000,200000,224000,150000,162000
            农发行,500000,400000,400000,40000,40000,30000,30000
            """;
    private static final String QUARTER_AND_YEAR = """
            银行名称,平台放款金额,
            ,本季,累计
            工商银行,1,4800
            招商银行,1,5100
            浙商银行,1,5400
            """;

    @TempDir
    static Path folder = Path.of("");

    private Program program;
    private Map<?, ?> clean = Map.of();

    /**
     * One habit.
     *
     * @param findings code and place of everything found; if none is an error, the result must be the clean one
     */
    record Habit(String name, UnaryOperator<SmallQuarter> change, List<String> findings) {
        @Override
        public String toString() {
            return name;
        }
    }

    private static Habit habit(String name, UnaryOperator<SmallQuarter> change, String... findings) {
        return new Habit(name, change, List.of(findings));
    }

    static Stream<Habit> habits() {
        return Stream.of(headers(), units(), lines(), twice(), titles(), names(), parameters())
                .flatMap(part -> part);
    }

    private static SmallQuarter csv(SmallQuarter quarter, String instead, String text) {
        return quarter.remove(instead).then(to -> Files.writeString(to.resolve("表.csv"), text));
    }

    private static Stream<Habit> headers() {
        return Stream.of(
                habit(
                        "a heading over two columns, told apart below it, in CSV",
                        quarter -> csv(quarter, CREDIT, DEPOSITS_OF_TWO_DAYS),
                        "N115 表.csv › 表"),
                habit(
                        "all headings over two columns, in CSV",
                        quarter -> csv(quarter, CREDIT, ALL_OF_TWO_DAYS),
                        "N115 表.csv › 表"),
                habit(
                        "a heading over two columns that nothing tells apart",
                        quarter -> csv(quarter, PLATFORM, QUARTER_AND_YEAR),
                        "E115 表.csv › 表 › B1"),
                habit(
                        "a word under one heading alone",
                        quarter -> quarter.set(TAX, "税收", "B3", "上缴税收")
                                .rows(
                                        TAX,
                                        "税收",
                                        4,
                                        List.of("", "（含地方级）"),
                                        List.of("工商银行", 2602),
                                        List.of("招商银行", 2702),
                                        List.of("浙商银行", 2802))),
                habit("columns numbered below the header", quarter -> taxBelow(quarter, "甲", "1")),
                habit("columns numbered by numbers", quarter -> taxBelow(quarter, "栏次", 1)),
                habit(
                        "a second table with other columns below",
                        quarter -> quarter.rows(PLATFORM, "饶企云", 8, List.of("银行名称", "上缴税收"), List.of("工商银行", 1)),
                        "E111 饶企云.xlsx › 饶企云 › A8"),
                habit(
                        "the header again, with its columns in another order",
                        quarter -> quarter.rows(
                                CREDIT,
                                "存贷款",
                                9,
                                List.of("银行名称", "贷款余额", "年初贷款余额", "存款余额", "年初小微贷款余额", "小微贷款余额", "年初工业贷款余额", "工业贷款余额"),
                                List.of("浙商银行", 1, 1, 1, 1, 1, 1, 1)),
                        "E111 人民银行/存贷款.xlsx › 存贷款 › A9"),
                habit(
                        "the same header again, as on a second printed page",
                        quarter -> quarter.rows(TAX, "税收", 6, List.of("银行名称", "上缴税收"), List.of("浙商银行", 2802)),
                        "N102 税收.xlsx › 税收 › A6"),
                habit(
                        "a heading in other words is named, with the sheet that it was meant for",
                        quarter -> quarter.set(TAX, "税收", "B3", "上缴税款"),
                        "E116 税收.xlsx › 税收 › B3"),
                habit(
                        "a heading that nothing resembles: the dataset is missing, and what was not recognised is named",
                        quarter -> quarter.set(TAX, "税收", "B3", "缴款"),
                        "E110 "));
    }

    /** The tax sheet with one more row between header and banks. */
    private static SmallQuarter taxBelow(SmallQuarter quarter, Object name, Object figure) {
        return quarter.rows(
                TAX,
                "税收",
                4,
                List.of(name, figure),
                List.of("工商银行", 2602),
                List.of("招商银行", 2702),
                List.of("浙商银行", 2802));
    }

    private static SmallQuarter taxInYuan(SmallQuarter quarter) {
        return quarter.set(TAX, "税收", "B2", "")
                .set(TAX, "税收", "B4", 26_020_000)
                .set(TAX, "税收", "B5", 27_020_000)
                .set(TAX, "税收", "B6", 28_020_000);
    }

    private static Stream<Habit> units() {
        return Stream.of(
                habit(
                        "the unit in a row below the header",
                        quarter -> quarter.set(TAX, "税收", "B2", "")
                                .rows(
                                        TAX,
                                        "税收",
                                        4,
                                        List.of("", "（元）"),
                                        List.of("工商银行", 26_020_000),
                                        List.of("招商银行", 27_020_000),
                                        List.of("浙商银行", 28_020_000))),
                habit(
                        "an unknown unit in a row below the header",
                        quarter -> taxBelow(quarter, "", "万美元"),
                        "E113 税收.xlsx › 税收 › B4"),
                habit(
                        "a unit in a row below that contradicts the heading",
                        quarter -> taxBelow(quarter, "", "元").set(TAX, "税收", "B3", "上缴税收（万元）"),
                        "E113 税收.xlsx › 税收 › B4"),
                habit(
                        "the unit in the title's bracket",
                        quarter -> taxInYuan(quarter).set(TAX, "税收", "A1", "上缴税收情况表（元）")),
                habit(
                        "the unit in the heading above a group of columns",
                        quarter -> {
                            for (int row = 4; row <= 8; row++) {
                                for (String column : List.of("G", "H")) {
                                    long wan = ((Number) quarter.get(CREDIT, "存贷款", column + row)).longValue();
                                    quarter.set(CREDIT, "存贷款", column + row, wan * 10_000);
                                }
                            }
                            return quarter.set(CREDIT, "存贷款", "G2", "工业贷款（元）");
                        },
                        "W108 人民银行/存贷款.xlsx › 存贷款 › G2"),
                habit(
                        "the unit in a note below the table",
                        quarter -> taxInYuan(quarter).set(TAX, "税收", "B2", "").set(TAX, "税收", "A9", "注：金额单位为元")),
                habit(
                        "the unit beside the table",
                        quarter -> taxInYuan(quarter).set(TAX, "税收", "B2", "").set(TAX, "税收", "D4", "单位：元")),
                habit(
                        "the unit behind the heading",
                        quarter -> taxInYuan(quarter).set(TAX, "税收", "B2", "").set(TAX, "税收", "B3", "上缴税收/元")),
                habit("元 shown as 万元 by the number format", quarter -> {
                    taxInYuan(quarter).set(TAX, "税收", "B2", "");
                    for (String cell : List.of("B4", "B5", "B6")) {
                        Number yuan = (Number) quarter.get(TAX, "税收", cell);
                        quarter.set(TAX, "税收", cell, new SmallQuarter.Formatted(yuan, "0!.0,\"万元\""));
                    }
                    return quarter;
                }),
                habit(
                        "万元 shown with ¥ and without thousands",
                        quarter -> quarter.set(
                                TAX,
                                "税收",
                                "B5",
                                new SmallQuarter.Formatted((Number) quarter.get(TAX, "税收", "B5"), "¥#,##0.00,"))),
                habit(
                        "a note below the table that states another unit",
                        quarter -> quarter.set(TAX, "税收", "A8", "注：金额单位为元"),
                        "E113 税收.xlsx › 税收 › A8"),
                habit(
                        "a note below the table that states the same unit",
                        quarter -> quarter.set(TAX, "税收", "A8", "注：以万元为单位")),
                habit(
                        "a second page in another unit",
                        quarter -> quarter.rows(
                                TAX,
                                "税收",
                                6,
                                List.of("", "单位：元"),
                                List.of("银行名称", "上缴税收"),
                                List.of("浙商银行", 28_020_000)),
                        "E113 税收.xlsx › 税收 › B6"));
    }

    private static Stream<Habit> lines() {
        return Stream.of(
                habit(
                        "averages below the ratings",
                        quarter -> quarter.rows(SURVEY, "满意度", 8, List.of("平均分", "工商银行", 4.5)),
                        "N102 财政局/满意度.xlsx › 满意度 › A8"),
                habit(
                        "an average of the banks",
                        quarter -> quarter.rows(TAX, "税收", 7, List.of("平均", 2702)),
                        "N102 税收.xlsx › 税收 › A7"),
                habit(
                        "a total of some banks",
                        quarter -> quarter.rows(TAX, "税收", 7, List.of("股份制银行合计", 5504)),
                        "N102 税收.xlsx › 税收 › A7"),
                habit(
                        "a signature without a colon, with a date",
                        quarter -> quarter.rows(TAX, "税收", 8, List.of("制表人 张三", "2023.1.5"))),
                habit(
                        "a telephone number",
                        quarter -> quarter.rows(TAX, "税收", 8, List.of("电话", 8221234)),
                        "N102 税收.xlsx › 税收 › A8"),
                habit(
                        "the date of making under the figures",
                        quarter -> quarter.rows(TAX, "税收", 8, List.of("", LocalDate.of(2023, 1, 5))),
                        "N102 税收.xlsx › 税收 › B8"),
                habit(
                        "numbered blank lines",
                        quarter -> {
                            quarter.removeSheet(TAX, "税收");
                            return quarter.rows(
                                    TAX,
                                    "税收",
                                    1,
                                    List.of("序号", "银行名称", "上缴税收"),
                                    List.of(1, "工商银行", 2602),
                                    List.of(2, "招商银行", 2702),
                                    List.of(3, "浙商银行", 2802),
                                    List.of(4),
                                    List.of(5));
                        },
                        "N115 税收.xlsx › 税收"));
    }

    private static Stream<Habit> twice() {
        String again = "财政局/资金（更正）.xlsx";
        return Stream.of(
                habit(
                        "a corrected table beside the first one",
                        quarter -> quarter.rows(
                                "税收2.xlsx",
                                "税收",
                                1,
                                List.of("银行名称", "上缴税收"),
                                List.of("工商银行", 2602),
                                List.of("招商银行", 2702),
                                List.of("浙商银行", 2803)),
                        "E302 税收2.xlsx › 税收 › A1",
                        "N115 税收2.xlsx › 税收"),
                habit(
                        "holdings sent twice add up, which must be verified",
                        quarter -> quarter.rows(
                                again,
                                "财政存款",
                                1,
                                List.of("资金类别", "银行名称", "存款余额"),
                                List.of("社会保险基金", "工商银行", 3000),
                                List.of("社会保险基金", "招商银行", 2500)),
                        "W211 财政局/资金（更正）.xlsx › 财政存款 › B1",
                        "N115 财政局/资金（更正）.xlsx › 财政存款"),
                habit(
                        "one deposit entered twice",
                        quarter -> quarter.rows(FUNDS, "财政存款", 5, List.of("社会保险基金", "招商银行", 2000)),
                        "W211 财政局/资金.xlsx › 财政存款 › B5"),
                habit(
                        "one fault entered twice",
                        quarter -> quarter.rows(
                                SERVICE, "服务", 4, List.of(LocalDate.of(2022, 1, 5), "招商银行", "资金拨付", "", "晚到")),
                        "W211 服务.xlsx › 服务 › B4"));
    }

    private static Habit title(String title, String... findings) {
        return habit("the title " + title, quarter -> quarter.set(TAX, "税收", "A1", title), findings);
    }

    private static Stream<Habit> titles() {
        String cell = "E114 税收.xlsx › 税收 › A1";
        return Stream.of(
                title("2021年度银行业上缴税收情况表", cell),
                title("2021年银行业上缴税收情况表", cell),
                title("截至2022年9月30日上缴税收情况", cell),
                title("上缴税收情况（2022.9）", cell),
                title("2022年度银行业上缴税收情况表"),
                title("截至2022年12月31日上缴税收情况"),
                title("上缴税收情况（按2021年办法填报）"),
                title("2023年1月5日上缴税收情况"),
                habit("next year's pools", quarter -> quarter.set(FUNDS, "资金池", "D1", "2023年")));
    }

    private static Stream<Habit> names() {
        return Stream.of(
                habit(
                        "a short name that is another bank's: no other sheet is accused of naming a stranger",
                        quarter -> quarter.set(ROSTER, "银行名录", "C4", "工商银行"),
                        "E308 财政局/名录.xlsx › 银行名录 › C4"),
                habit(
                        "a code twice: neither",
                        quarter -> quarter.set(ROSTER, "银行名录", "A4", "B001"),
                        "E302 财政局/名录.xlsx › 银行名录 › A4"),
                habit("a code in full width", quarter -> quarter.set(TAX, "税收", "A5", "Ｂ００２")),
                habit(
                        "a risk found after the period's end",
                        quarter -> quarter.set(RISK, "风险", "D2", LocalDate.of(2023, 3, 1)),
                        "W204 风险.xlsx › 风险 › D2"),
                habit(
                        "unmatured money that has fallen due",
                        quarter -> quarter.set(FUNDS, "财政存款", "E2", LocalDate.of(2022, 6, 30)),
                        "W204 财政局/资金.xlsx › 财政存款 › E2"));
    }

    private static Habit parameter(String name, Object value, String... findings) {
        return habit(
                name + " " + value,
                quarter -> quarter.rows("参数.xlsx", "参数", 1, List.of("项目", "数值"), List.of(name, value)),
                findings);
    }

    private static Stream<Habit> parameters() {
        return Stream.of(
                // 8250000 of loans over 8300000 of deposits: 84.34 %, as the program computes it where nothing is
                // published.
                parameter("全市存贷比率", 77.15, "W212 参数.xlsx › 参数 › A2"),
                parameter("全市存贷比", "", "E206 参数.xlsx › 参数 › B2"),
                parameter("全市存贷比", "约77%", "E201 参数.xlsx › 参数 › B2"));
    }

    @BeforeAll
    void start() throws Exception {
        program = new Program(folder.resolve("input"), folder.resolve("output"));
        new SmallQuarter(Q4).write(folder.resolve("input"));
        clean = bare(program.result("2022Q4"));
    }

    @AfterAll
    void close() {
        program.close();
    }

    @ParameterizedTest
    @MethodSource("habits")
    void is_understood_or_found_at_its_own_cell(Habit habit) throws Exception {
        habit.change().apply(new SmallQuarter(Q4)).write(folder.resolve("input"));

        EndedRun outcome = program.check("2022Q4");

        assertThat(outcome.findings().stream().map(finding -> finding.code() + " " + finding.place()))
                .containsExactlyElementsOf(habit.findings());
        boolean judged = habit.findings().stream().noneMatch(finding -> finding.matches("[EW].*"));
        if (judged) {
            assertThat(bare(program.result("2022Q4")).equals(clean)).isTrue();
        }
    }

    private static Map<?, ?> bare(Map<?, ?> result) {
        Map<Object, Object> bare = new LinkedHashMap<>(result);
        bare.remove("findings");
        bare.remove("code");
        bare.remove("received");
        return bare;
    }
}
