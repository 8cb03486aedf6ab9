package bankscore.watch;

import static org.assertj.core.api.Assertions.assertThat;

import bankscore.contribution.Program;
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
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;

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
        Map<String, String> files = new HashMap<>(small());
        String name = files.keySet().stream()
                .filter(each -> each.endsWith(sheet))
                .findFirst()
                .orElseThrow();
        files.compute(name, (key, text) -> spoilt(Objects.requireNonNull(text), from, to));

        assertThat(brief(sheet, small(files)))
                .as(what)
                .isEqualTo(Optional.ofNullable(expected).orElse(""));
    }

    /** 稼澜 and 翎川 with what they underwrote by product: whoever has a premium has it of a product. */
    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', textBlock = """
            all told                       | 110,100,110,           | 190,200,,190           |
            nothing told of one            | 110,100,110,           | 190,200,,              | W225 D5
            a dash tells nothing           | 110,100,110,           | 190,200,—,—            | W225 D5
            a nought is told               | 110,100,110,           | 190,200,0,             |
            of no premium no product       | 110,100,110,           | 0,200,,                |
            told once for all              | 110,100,,              | 190,200,,              | W225 D4
            a part above the whole         | 110,100,110,           | 190,200,,191           | W205 E5
            what cannot be read is no gap  | 110,100,110,           | 190,200,约190,          | E201 D5
            """)
    void a_premium_of_no_product(String what, String first, String second, String expected) throws Exception {
        String sheet =
                "2022年度,,,,\n单位：万元,,,,\n机构名称,本期保费,上年同期保费,其中：财产险,人身险保费\n稼澜财险," + first + "\n翎川寿险," + second + "\n";

        EndedRun run = small(Map.of("业务保费", sheet));

        assertThat(brief("业务保费", run))
                .as(what)
                .isEqualTo(Optional.ofNullable(expected).orElse(""));
    }

    @Test
    void who_lacks_the_product_and_what_to_do_is_said() throws Exception {
        String head = "2022年度,,,,\n单位：万元,,,,\n机构名称,本期保费,上年同期保费,其中：财产险,人身险保费\n";

        assertThat(said(small(Map.of("业务保费", head + "稼澜财险,110,100,110,\n翎川寿险,190,200,,\n"))))
                .containsExactly("“翎川寿险”的“本期保费”填了 190万元，而“其中：财产险”、“人身险保费”都没有填。"
                        + "表里列了分项的，“本期保费”不是 0 的每一行至少应填一项分项。请补填分项，没有的填 0；确实分不出的，请写明原因。");
        assertThat(said(small(Map.of("业务保费", head + "稼澜财险,110,100,,\n翎川寿险,190,200,,\n"))))
                .containsExactly("有 2 行填了“本期保费”而没有填“其中：财产险”、“人身险保费”，例如“稼澜财险”。"
                        + "表里列了分项的，“本期保费”不是 0 的每一行至少应填一项分项。请补填分项，没有的填 0；确实分不出的，请写明原因。");
        // Of counties the same, in the sheet's own unit.
        assertThat(said(small(Map.of("县区保", "2022年度,,,\n单位：亿元,,,\n县区,本期保费,上年同期保费,财产险保费收入\n信州区,0.03,0.028,\n"))))
                .containsExactly("“信州区”的“本期保费”填了 0.03亿元，而“财产险保费收入”都没有填。"
                        + "表里列了分项的，“本期保费”不是 0 的每一行至少应填一项分项。请补填分项，没有的填 0；确实分不出的，请写明原因。");
    }

    private static List<String> said(EndedRun run) {
        return run.findings().stream()
                .filter(finding -> finding.code() == Code.W225)
                .map(finding -> finding.found() + finding.expected() + finding.action())
                .toList();
    }

    /** 900 were to come and 100 came: behind, unless a remark is just the word that spares. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            ''       | ''               | credit_behind
            口径调整  | 备注为“口径调整”   | ''
            口径调整后 | ''              | credit_behind
            """)
    void a_bank_is_spared_by_just_the_word(String remark, String exempt, String hit) throws Exception {
        EndedRun run = small(Map.of(
                "银行", "银行编码,银行名称,开业日期,备注\nB1,曜川银行,2001-01-01," + remark + "\nB2,枫屏银行,2001-01-01,\n",
                "信贷", "2022年四季度,,\n单位：万元,,\n银行名称,存款余额,贷款余额,年初贷款余额\n曜川银行,2000,1500,1400\n枫屏银行,2000,1600,1400\n",
                "目标", "单位：万元,\n银行名称,年度新增贷款目标\n曜川银行,900\n枫屏银行,90\n"));

        JsonNode bank = Program.json(run.folder().resolve("result.json"))
                .path("subjects")
                .path("banks")
                .path(0);
        assertThat(bank.path("code").asString()).isEqualTo("B1");
        assertThat(bank.path("exempt").asString("")).isEqualTo(exempt);
        assertThat(bank.path("hits").path(0).path("id").asString("")).isEqualTo(hit);
        assertThat(bank.path("ranks").path("increment").asString("")).isEqualTo(exempt.isEmpty() ? "2" : "");
    }

    /** Whoever is spared may lack what others must have. */
    @Test
    void a_bank_that_is_spared_by_the_word_needs_no_figures() throws Exception {
        Map<String, String> files = Map.of(
                "银行", "银行编码,银行名称,开业日期,备注\nB1,曜川银行,2001-01-01,口径调整\nB2,枫屏银行,2001-01-01,\n",
                "信贷", "2022年四季度,,\n单位：万元,,\n银行名称,存款余额,贷款余额,年初贷款余额\n枫屏银行,2000,1600,1400\n",
                "目标", "单位：万元,\n银行名称,年度新增贷款目标\n枫屏银行,90\n");
        assertThat(brief("信贷", small(files))).isEmpty();

        Map<String, String> judged = new HashMap<>(files);
        judged.computeIfPresent("银行", (name, text) -> text.replace("口径调整", "口径调整后"));
        assertThat(brief("信贷", small(judged))).isEqualTo("E303");
    }

    /** A run of small sheets that are right but for some. */
    private EndedRun small(Map<String, String> others) throws Exception {
        Map<String, String> files = new HashMap<>(small());
        files.putAll(others);
        for (Map.Entry<String, String> file : files.entrySet()) {
            write("input/2022Q4/" + file.getKey() + ".csv", file.getValue());
        }
        return opened.orElseThrow().run("2022Q4", "shangrao-watch");
    }

    private static Map<String, String> small() {
        return Map.of(
                "银行", "银行编码,银行名称,开业日期\nB1,曜川银行,2001-01-01\n",
                "信贷", "2022年四季度,,\n单位：万元,,\n银行名称,存款余额,贷款余额,年初贷款余额\n曜川银行,2000,1500,1400\n",
                "目标", "单位：万元,\n银行名称,年度新增贷款目标\n曜川银行,90\n",
                "县区名", "县区代码,县区名称\n361102,信州区\n",
                "存贷", "2022年四季度,,,,\n单位：万元,,,,\n县区,存款余额,贷款余额,年初贷款余额,上年同期贷款余额\n信州区,2000,1500,1400,1400\n",
                "县区保", "2022年度,,\n单位：万元,,\n县区,本期保费,上年同期保费\n信州区,300,280\n",
                "机构名录", INSURERS,
                "业务保费", PREMIUMS,
                "历史", HISTORY);
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
