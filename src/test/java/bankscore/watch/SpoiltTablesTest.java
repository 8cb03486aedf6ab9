package bankscore.watch;

import static org.assertj.core.api.Assertions.assertThat;

import bankscore.finding.Code;
import bankscore.finding.PrintedFinding;
import bankscore.run.Desk;
import bankscore.run.EndedRun;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Tables about counties and insurers are checked with the care of those about banks. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class SpoiltTablesTest {

    private static final String COUNTIES = """
            县区代码,县区名称,别名,备注
            361102,信州区,,
            361104,广信区,上饶县,
            361127,余干县,,
            """;
    private static final String LENDING = """
            2024年度,,,
            单位：万元,,,
            县区,新增存款,新增可贷资金,新增当地贷款
            信州区,100,70,56
            上饶县,50,35,20
            余干县,40,28,21
            上饶市,190,133,97
            """;

    private static final String INSURERS = """
            机构编码,机构名称,开业日期,备注
            BX1,稼澜财险,2001-01-01,
            BX2,翎川寿险,2002-02-02,
            """;
    private static final String PREMIUMS = """
            2022年度,,
            单位：万元,,
            机构名称,本期保费,上年同期保费
            稼澜财险,110,100
            翎川寿险,190,200
            合计,300,300
            """;
    private static final String HISTORY = """
            期间,对象类别,对象,指标,数值
            2021年第四季度,保险机构,翎川寿险,保费增速,-3.1%
            2022Q3,insurers,BX2,premium_growth,-2
            """;

    @TempDir
    static Path folder = Path.of("");

    private Optional<Desk> opened = Optional.empty();

    @BeforeAll
    void an_office() throws Exception {
        opened = Optional.of(new Desk(folder.resolve("input"), folder.resolve("output")));
    }

    @AfterAll
    void close() {
        opened.ifPresent(Desk::close);
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', textBlock = """
            as it should be          |                    |                    |
            a strange county         | 余干县,40           | 余千县,40           | E301 A6; E303
            a county twice           | 余干县,40           | 广信区,40           | E302 A6; E303
            a county without a row   | 余干县,40,28,21¶   |                    | E307 B6; E307 C6; E307 D6; E303
            a missing figure         | 40,28,21           | 40,28,             | E206 D6
            spared where it may be   | 50,35,20           | 50,,20             | E307 C7
            a total that is none     | 190,133            | 160,133            | E307 B7
            no number                | 100,70             | 约100,70           | E201 B4
            too few months           | 2024年度            | 2024年1-11月       | E114 A1
            a part of a row          | 余干县,40           | 其中：余干县,40      | E307 B7; E307 C7; E307 D7; E303; N103 A6
            """)
    void of_counties(String what, String from, String to, String expected) throws Exception {
        write("input/2024Q4/名录.csv", COUNTIES);
        write("input/2024Q4/当地使用.csv", spoilt(LENDING, from, to));

        assertThat(brief("当地使用", opened.orElseThrow().run("2024Q4", "local-lending")))
                .as(what)
                .isEqualTo(Optional.ofNullable(expected).orElse(""));
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', textBlock = """
            as it should be             | 保费 |                      |                        |
            a strange insurer           | 保费 | 稼澜财险,110          | 嫁澜财险,110            | E301 A4; E303
            an insurer twice            | 保费 | 翎川寿险,190          | BX1,190                | E302 A5; E303
            an insurer without a row    | 保费 | 翎川寿险,190,200¶    |                        | E307 B5; E307 C5; E303
            one that may lack figures   | 名录 | 2002-02-02,          | 2022-06-01,            |
            a total that is none        | 保费 | 合计,300              | 合计,310                | E307 B6
            another period of history   | 历史 | 2021年第四季度         | 去年年底                 | E211 A2
            another group               | 历史 | 保险机构              | 保险公司                 | E209 B2
            nobody of the register      | 历史 | BX2,premium          | BX7,premium            | E301 C3
            another measure             | 历史 | premium_growth       | growth                 | E209 D3
            a row twice                 | 历史 | 2022Q3,insurers      | 2021Q4,insurers        | E310 C3
            no number                   | 历史 | -3.1%                | 负增长                  | E201 E2
            nothing reported            | 历史 | -3.1%                |                        | E206 E2
            """)
    void of_insurers_and_their_history(String what, String sheet, String from, String to, String expected)
            throws Exception {
        Map<String, String> files = new HashMap<>(Map.of(
                "银行", "银行编码,银行名称,开业日期\nB1,曜川银行,2001-01-01\n",
                "信贷", "2022年四季度,,\n单位：万元,,\n银行名称,存款余额,贷款余额,年初贷款余额\n曜川银行,2000,1500,1400\n",
                "目标", "单位：万元,\n银行名称,年度新增贷款目标\n曜川银行,90\n",
                "县区名", "县区代码,县区名称\n361102,信州区\n",
                "存贷", "2022年四季度,,,,\n单位：万元,,,,\n县区,存款余额,贷款余额,年初贷款余额,上年同期贷款余额\n信州区,2000,1500,1400,1400\n",
                "县区保", "2022年度,,\n单位：万元,,\n县区,本期保费,上年同期保费\n信州区,300,280\n",
                "机构名录", INSURERS,
                "业务保费", PREMIUMS,
                "历史", HISTORY));
        String name = files.keySet().stream()
                .filter(each -> each.endsWith(sheet))
                .findFirst()
                .orElseThrow();
        files.compute(name, (key, text) -> spoilt(Objects.requireNonNull(text), from, to));
        for (Map.Entry<String, String> file : files.entrySet()) {
            write("input/2022Q4/" + file.getKey() + ".csv", file.getValue());
        }

        assertThat(brief(sheet, opened.orElseThrow().run("2022Q4", "shangrao-watch")))
                .as(what)
                .isEqualTo(Optional.ofNullable(expected).orElse(""));
    }

    /** The growth of five counties of five would be nothing at all; one that grew makes it four of five, which may be. */
    @ParameterizedTest
    @CsvSource({"500, W223 B3", "501, ''"})
    void last_years_figures_that_are_all_this_years_are_to_be_verified(String lastOne, String expected)
            throws Exception {
        String names = "甲县,乙县,丙县,丁县,戊县";
        StringBuilder register = new StringBuilder("县区代码,县区名称\n");
        StringBuilder credit = new StringBuilder("2022年四季度,,,,\n单位：万元,,,,\n县区,存款余额,贷款余额,年初贷款余额,上年同期贷款余额\n");
        StringBuilder premiums = new StringBuilder("2022年度,,\n单位：万元,,\n县区,本期保费,上年同期保费\n");
        int number = 0;
        for (String name : List.of(names.split(",", -1))) {
            number++;
            register.append("36110").append(number).append(',').append(name).append('\n');
            credit.append(name).append(",2000,1500,1400,1400\n");
            premiums.append(name).append(',').append(number).append("00,");
            premiums.append(number == 5 ? lastOne : number + "00").append('\n');
        }
        write("input/2022Q4/银行.csv", "银行编码,银行名称,开业日期\nB1,曜川银行,2001-01-01\n");
        write("input/2022Q4/信贷.csv", "2022年四季度,,\n单位：万元,,\n银行名称,存款余额,贷款余额,年初贷款余额\n曜川银行,2000,1500,1400\n");
        write("input/2022Q4/目标.csv", "单位：万元,\n银行名称,年度新增贷款目标\n曜川银行,90\n");
        write("input/2022Q4/机构名录.csv", INSURERS);
        write("input/2022Q4/业务保费.csv", PREMIUMS);
        write("input/2022Q4/历史.csv", HISTORY);
        write("input/2022Q4/县区名.csv", register.toString());
        write("input/2022Q4/存贷.csv", credit.toString());
        write("input/2022Q4/县区保.csv", premiums.toString());

        assertThat(brief("县区保", opened.orElseThrow().run("2022Q4", "shangrao-watch")))
                .isEqualTo(expected);
    }

    private static String spoilt(String text, String from, String to) {
        String part = Optional.ofNullable(from).orElse("").replace("¶", "\n");
        assertThat(text).contains(part);
        return part.isEmpty()
                ? text
                : text.replaceFirst(part, Optional.ofNullable(to).orElse(""));
    }

    private static String brief(String sheet, EndedRun run) {
        List<String> found = run.findings().stream()
                .filter(finding -> finding.place().file().contains(sheet) && finding.code() != Code.N411)
                .map(SpoiltTablesTest::brief)
                .toList();
        return String.join("; ", found);
    }

    private static String brief(PrintedFinding finding) {
        return (finding.code() + " " + finding.place().cell()).strip();
    }

    private static void write(String name, String text) throws Exception {
        Path file = folder.resolve(name);
        Files.createDirectories(file.getParent());
        Files.writeString(file, text);
    }
}
