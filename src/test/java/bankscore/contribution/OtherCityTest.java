package bankscore.contribution;

import static org.assertj.core.api.Assertions.assertThat;

import bankscore.answer.Answer;
import bankscore.contribution.judge.Report;
import bankscore.contribution.load.SchemeLoader;
import bankscore.contribution.say.BankAnswers;
import bankscore.contribution.say.GroupSentence;
import bankscore.finding.Code;
import bankscore.finding.PrintedFinding;
import bankscore.load.WordsLoader;
import bankscore.run.EndedRun;
import bankscore.run.request.RunRequest;
import bankscore.run.take.Configuration;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.CellType;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.apache.poi.xwpf.extractor.XWPFWordExtractor;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/**
 * Another city by configuration alone: a scheme of its own, a new column in a sheet that exists, a new sheet with a line
 * per bank and a new one with many, through the whole job into book, letter, page and JSON.
 */
class OtherCityTest {

    private static final String SCHEME = """
            rule: newtown
            scheme: newtown-2023
            title: 新城市银行支持地方发展考核办法
            in_force: {from: 2023-01-01, to: 2023-12-31}
            source: {document: 新城市银行支持地方发展考核办法, clauses: [第二条, 第三条, 第四条, 第五条]}
            full_points: 100
            rounding: {points: 1}
            assess: {not_kinds: [政策性银行], clause: 第二条, mark: text}
            measures:
              growth:  {name: 贷款增速, unit: "%", formula: (loans - loans_opening) / loans_opening * 100, round: 2, no_base: exclude, clause: 第二条, mark: text}
              green:   {name: 绿色贷款, unit: 万元, formula: green_loans}
              village: {name: 乡镇网点, unit: 个, formula: outlets}
              faults:  {name: 投诉, unit: 分, formula: complaints.severity, of: sum}
              change:  {name: 存款增速, unit: "%", formula: (deposits - deposits_opening) / deposits_opening * 100, round: 1}
            benchmarks:
              gdp:         {name: 生产总值增速, published: 生产总值增速}
              city_growth: {name: 全部银行贷款增速, formula: (sum(loans) - sum(loans_opening)) / sum(loans_opening) * 100, over: all, round: 2}
            items:
              - {id: growth, name: 贷款增速, kind: base, measure: growth, method: {linear: {base: 20, reference: city_growth, per: 1, points: 2, steps: pro_rata, min: 0, max: 40}}, only_if: {measure: growth, at_least: gdp, else: 5}, clause: 第三条, mark: text}
              - {id: green, name: 绿色贷款, kind: base, measure: green, method: {ratio_to_best: {full: 30}}, peers: 机构类型, clause: 第三条, mark: text}
              - {id: village, name: 乡镇网点, kind: base, measure: village, method: {rank: {first: 30, step: 5}}, clause: 第三条, mark: text}
              - {id: faults, name: 投诉, kind: deduction, measure: faults, method: {linear: {reference: 0, per: 2, points: -1, steps: whole, min: -10}}, clause: 第四条, mark: text}
              - {id: change, name: 存款下降, kind: deduction, measure: change, method: {bands: [{points: -6}, {from: -5, points: -3}, {from: 0, points: 0}]}, clause: 第四条, mark: text}
            allocation:
              share_by: {above: 40}
              clause: 第五条
              mark: text
              funds:
                社会保险基金: {percents_by_rank: [50, 30, 20]}
            """;

    @TempDir
    Path folder = Path.of("");

    private Path config = Path.of("");

    @BeforeEach
    void anotherCity() throws IOException {
        config = folder.resolve("config");
        try (Stream<Path> files = Files.walk(Path.of("config/datasets"))) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                Path to = config.resolve(Path.of("config").relativize(file));
                Files.createDirectories(Objects.requireNonNull(to.getParent()));
                Files.copy(file, to);
            }
        }
        // Another city has none of the rules whose papers are another office's here.
        String letter = Files.readString(Path.of("config/letter.yaml"));
        Files.writeString(config.resolve("letter.yaml"), letter.substring(0, letter.indexOf("\nrules:") + 1));
        write(config.resolve("bankscore.yaml"), "rule: newtown\njurisdiction: 新城市\n");
        write(config.resolve("schemes/newtown-2023.yaml"), SCHEME);
        Path credit = config.resolve("datasets/credit.yaml");
        String more = "columns:\n  - {id: green_loans, name: 绿色贷款余额, kind: money}\n";
        write(credit, Files.readString(credit).replace("columns:\n", more));
        write(config.resolve("datasets/outlets.yaml"), """
                dataset: outlets
                name: 乡镇网点
                sender: 农业农村局
                rows: bank
                presence: if_used
                columns:
                  - {id: bank, name: 银行名称, kind: bank, identifying: true}
                  - {id: outlets, name: 乡镇网点数, kind: number, identifying: true}
                """);
        write(config.resolve("datasets/complaints.yaml"), """
                dataset: complaints
                name: 投诉记录
                sender: 信访局
                rows: record
                presence: if_used
                columns:
                  - {id: bank, name: 银行名称, kind: bank, identifying: true}
                  - {id: day, name: 投诉日期, kind: date}
                  - {id: severity, name: 投诉计分, kind: number, identifying: true}
                """);

        sheet("名录", "银行编码,银行名称,机构类型,是否考核", """
                B1,甲银行,商业银行,是
                B2,乙银行,商业银行,是
                B3,丙银行,农商行,是
                B4,丁银行,政策性银行,是
                B5,戊银行,商业银行,是
                """);
        sheet("存贷款", "银行名称,存款余额（万元）,年初贷款余额（万元）,贷款余额（万元）,绿色贷款余额（万元）", """
                甲银行,600000,400000,450000,30000
                乙银行,430000,300000,315000,20000
                丙银行,294000,200000,209000,70
                丁银行,100000,150000,160000,50
                戊银行,20000,0,10000,5
                """);
        // A policy bank, which takes no part anyway.
        sheet("风险", "银行名称,风险类型,处置", "丁银行,流动性,暂停新增\n");
        sheet("上年数", "银行名称,年初存款余额（万元）", """
                甲银行,560000
                乙银行,460000
                丙银行,300000
                丁银行,100000
                戊银行,0
                """);
        sheet("网点", "银行名称,乡镇网点数", """
                甲银行,3
                乙银行,7
                丙银行,7
                丁银行,1
                戊银行,0
                """);
        sheet("投诉", "投诉日期,银行名称,投诉计分", """
                2023-03-01,甲银行,3
                2023-04-01,甲银行,2
                2023-05-01,丙银行,1
                """);
        sheet("参数", "项目,数值,来源", "生产总值增速,5,统计局\n");
        sheet("财政存款", "资金类别,银行名称,存款余额（万元）,未到期定期（万元）,到期日", """
                社会保险基金,甲银行,30000,10000,2024-06-30
                专户资金,丙银行,1000,0,
                """);
        sheet("资金池", "资金类别,次年调配总额（万元）", "社会保险基金,130000\n专户资金,40000.5\n");
    }

    private static void write(Path file, String text) throws IOException {
        Files.createDirectories(Objects.requireNonNull(file.getParent()));
        Files.writeString(file, text);
    }

    private void sheet(String name, String header, String rows) throws IOException {
        write(folder.resolve("input/2023Q4/" + name + ".csv"), header + "\n" + rows);
    }

    @Test
    void another_citys_scheme_runs_by_configuration_alone_and_its_papers_speak_of_nothing_else() throws Exception {
        try (Program program = new Program(folder.resolve("input"), folder.resolve("output"))) {
            program.run(program.request("2023Q4", config, false));
        }
        Path revision = folder.resolve("output/2023Q4/r1");
        JsonNode result = Program.json(revision.resolve("result.json"));

        // 丁 is a policy bank, 戊 had no loans to grow from. Citywide growth of all five: loans 1144000, at the start
        // 1050000:
        // 94000 ÷ 1050000 = 8.952… → 8.95 %.
        // 甲 12.50: 20 + 2 × 3.55 = 27.1. 乙 5.00, not below 5: 20 − 2 × 3.95 = 12.1. 丙 4.50 is below 5: 5 by the gate.
        // Green, among their own kind: 30 × 30000 ÷ 30000; 30 × 20000 ÷ 30000; 丙 is the only one of its kind: 30.
        // Outlets 3, 7, 7: 乙 and 丙 share the first place, 甲 is third: 30 − 2 × 5.
        // Complaints 5: two full steps of 2; 1: none; no row: a sum of 0.
        // Deposits +7.1 %: 0; −6.5 %: −6; −2.0 %: −3.
        assertThat(texts(
                        result.get("banks"),
                        bank -> bank.get("name").asString() + " "
                                + bank.get("rank").asInt() + " "
                                + bank.get("total").asString() + ": "
                                + String.join(
                                        " ",
                                        texts(
                                                bank.get("items"),
                                                item -> item.get("points").asString()))))
                .containsExactly(
                        "甲银行 1 75.10: 27.10 30.00 20.00 -2.00 0.00",
                        "乙银行 3 56.10: 12.10 20.00 30.00 0.00 -6.00",
                        "丙银行 2 62.00: 5.00 30.00 30.00 0.00 -3.00");
        assertThat(texts(
                        result.get("excluded"),
                        bank -> bank.get("name").asString() + "："
                                + bank.get("reason").asString()))
                .containsExactly("丁银行：机构类型“政策性银行”不在考核范围", "戊银行：“贷款增速”没有可以计算的基数");

        // 130000 by rank: 50, 20 and 30 %. 40000.50 above 40 points: 35.1, 16.1, 22 of 73.2 parts: 19180.567, 8797.924,
        // 12022.009: whole lots 19180, 8797, 12022, one more to .924, the odd 0.50 to the highest total.
        assertThat(texts(
                        result.get("allocation").get("funds"),
                        fund -> fund.get("fund").asString() + ": "
                                + String.join(
                                        " ",
                                        texts(
                                                fund.get("rows"),
                                                row -> row.get("target").asString()))))
                .containsExactly("社会保险基金: 65000.00 26000.00 39000.00", "专户资金: 19180.50 8798.00 12022.00");

        String book = book(revision.resolve("考核结果.xlsx"));
        String letter = letter(revision.resolve("资金调拨方案.docx"));
        String page = Files.readString(revision.resolve("report.html"));
        String json = Files.readString(revision.resolve("result.json"));
        assertThat(book).contains("绿色贷款余额", "乡镇网点数", "投诉计分", "以总分超过40分的部分的比例为依据", "第一名起依次为50%、30%、20%");
        assertThat(letter).contains("第二条、第三条、第四条、第五条的要求，").doesNotContain("第第", "条项");
        assertThat(letter).contains("以总分超过40分的部分的比例为依据", "社会保险基金按名次安排资金总额的一定比例");
        assertThat(page).contains("绿色贷款", "投诉：2条记录，合计5.00分");
        for (String paper : List.of(book, letter, page, json)) {
            assertThat(paper).doesNotContain("上饶", "饶企云", "全市存贷比", "满意度", "预算单位", "服务");
        }
    }

    /**
     * The register says whose a bank is, the sheet of outlets what they are worth. 丙's owner is not said: it is compared and
     * ranked by itself and gets no money of groups. 戊's outlets are bad; nobody says what 乙's are.
     */
    @Test
    void words_of_the_register_and_of_a_table_of_banks_group_banks_and_admit_them() throws Exception {
        Path roster = config.resolve("datasets/roster.yaml");
        write(
                roster,
                Files.readString(roster)
                        .replace("columns:\n", "columns:\n  - {id: ownership, name: 股权性质, kind: text}\n"));
        Path outlets = config.resolve("datasets/outlets.yaml");
        write(
                outlets,
                Files.readString(outlets) + "  - {id: outlet_grade, name: 网点评级, kind: choice, choices: [优, 良, 差]}\n");
        Path scheme = config.resolve("schemes/newtown-2023.yaml");
        String text = Files.readString(scheme)
                .replace(
                        "assess: {",
                        "ranks: {within: ownership}\nassess: {require: [{text: 网点评级, none_of: [差], else: 网点评级为差}], ")
                .replace("peers: 机构类型", "peers: 股权性质");
        write(scheme, text.substring(0, text.indexOf("allocation:")) + """
                        allocation:
                          clause: 第五条
                          within: 股权性质
                          groups: {国有: {percent_of_pool: 60}, 民营: {percent_of_pool: 40}}
                        """);
        sheet("名录", "银行编码,银行名称,机构类型,是否考核,股权性质", """
                B1,甲银行,商业银行,是,国有
                B2,乙银行,商业银行,是,民　营
                B3,丙银行,农商行,是,
                B4,丁银行,政策性银行,是,国有
                B5,戊银行,商业银行,是,国有
                """);
        sheet("网点", "银行名称,乡镇网点数,网点评级", """
                甲银行,3,优
                乙银行,7,
                丙银行,7,良
                丁银行,1,差
                戊银行,0,差
                """);
        try (Program program = new Program(folder.resolve("input"), folder.resolve("output"))) {
            program.run(program.request("2023Q4", config, false));
            Report report = program.report(program.request("2023Q4", config, false));
            assertThat(new GroupSentence(WordsLoader.load()).all(report.assessment()))
                    .containsExactly("股权性质分组：国有1家（甲银行）；民营1家（乙银行）；未分组1家（丙银行）。", "名次在“股权性质”各组内分别排列。");
        }
        Path revision = folder.resolve("output/2023Q4/r1");
        JsonNode result = Program.json(revision.resolve("result.json"));

        // Green: each is the best of its own, 30. 甲 27.1 + 30 + 20 − 2; 乙 12.1 + 30 + 30 − 6; 丙 5 + 30 + 30 − 3.
        assertThat(texts(
                        result.get("banks"),
                        bank -> bank.get("code").asString() + " "
                                + bank.get("rank").asInt() + " "
                                + bank.get("total").asString() + " "
                                + bank.get("groups").get("ownership").asString("-")))
                .containsExactly("B1 1 75.10 国有", "B2 1 66.10 民营", "B3 1 62.00 -");
        assertThat(texts(
                        result.get("excluded"),
                        bank -> bank.get("code").asString() + " "
                                + bank.get("reason").asString()))
                .contains("B5 网点评级为差");
        assertThat(texts(
                        result.get("allocation").get("funds").get(0).get("rows"),
                        row -> row.get("code").asString() + " "
                                + row.get("target").asString()))
                .containsExactly("B1 78000.00", "B2 52000.00", "B3 0.00");
        assertThat(texts(
                        result.get("findings"),
                        finding -> finding.get("code").asString() + " "
                                + finding.get("bank").asString() + " "
                                + finding.get("message").asString()))
                .anyMatch(finding -> finding.startsWith("W304 丙银行") && finding.contains("没有填写分组所依据的“股权性质”"));
        assertThat(book(revision.resolve("考核结果.xlsx"))).contains("股权性质", "网点评级", "民营");
    }

    @Test
    void a_period_outside_every_version_is_refused_and_a_version_may_be_named() throws Exception {
        try (Program program = new Program(folder.resolve("input"), folder.resolve("output"))) {
            RunRequest later = program.request("2024Q1", config, false);
            assertThat(org.assertj.core.api.Assertions.catchThrowableOfType(
                                    bankscore.finding.ConfigException.class, () -> Program.configuration(later))
                            .problems()
                            .get(0)
                            .print(WordsLoader.load()))
                    .isEqualTo(
                            "config/schemes/：2024Q1\n    期末没有任何版本有效，不能计算。各版本的有效期：newtown-2023 2023-01-01–2023-12-31。");
            assertThat(Configuration.load(config, later.period(), Optional.of("newtown-2023"), SchemeLoader::load)
                            .rule()
                            .id())
                    .isEqualTo("newtown-2023");
        }
    }

    @Test
    void a_version_chosen_by_hand_that_is_not_in_force_is_named_among_the_findings_that_every_paper_shows()
            throws Exception {
        Path newer = config.resolve("schemes/newtown-2024.yaml");
        Files.writeString(
                newer,
                Files.readString(config.resolve("schemes/newtown-2023.yaml"))
                        .replace("scheme: newtown-2023", "scheme: newtown-2024")
                        .replaceFirst("in_force: .*", "in_force: {from: 2024-01-01}"));
        try (Program program = new Program(folder.resolve("input"), folder.resolve("output"))) {
            RunRequest request = program.request("2023Q4", config, false);
            assertThat(program.check(request).findings())
                    .extracting(PrintedFinding::code)
                    .doesNotContain(Code.W311);

            EndedRun outcome = new EndedRun(program.periods()
                    .run(
                            request,
                            Configuration.load(
                                    config, request.period(), Optional.of("newtown-2024"), SchemeLoader::load)));

            assertThat(outcome.findings())
                    .filteredOn(finding -> finding.code() == Code.W311)
                    .extracting(PrintedFinding::found)
                    .singleElement()
                    .asString()
                    .endsWith("newtown-2024”，施行期间 2024-01-01 起。");
            assertThat(book(folder.resolve("output/2023Q4/r1/考核结果.xlsx"))).contains("newtown-2024”，施行期间 2024-01-01 起。");
        }
    }

    /**
     * 甲 75.1, 乙 56.1, 丙 62 points; 甲 and 丙 share 专户资金: half equally, half by green loans, 30000 and 70 of 30070.
     */
    @Test
    void an_answer_shows_how_the_parts_make_a_weight_and_why_a_bank_gets_nothing() throws Exception {
        Path scheme = config.resolve("schemes/newtown-2023.yaml");
        String text = Files.readString(scheme);
        write(scheme, text.substring(0, text.indexOf("allocation:")) + """
                        allocation:
                          clause: 第五条
                          share_by: {parts: [{percent: 50, by: equal}, {percent: 50, by: green}]}
                          take: {min_total: 60}
                          funds:
                            社会保险基金: {percents_by_rank: [50]}
                        """);
        try (Program program = new Program(folder.resolve("input"), folder.resolve("output"))) {
            Report report = program.report(program.request("2023Q4", config, false));

            assertThat(money(report, "B1"))
                    .contains(
                            "权重：50 × 每家1 ÷ 合计2 + 50 × 绿色贷款30,000 ÷ 合计30,070 = 74.883604…",
                            "配额：分块按不同指标比例分配，40,000.50 × 74.883604… ÷ 100 = 29,953.816386…万元");
            assertThat(money(report, "B2")).contains("总分56.1低于60分，不参与分配，方案为0");
            assertThat(money(report, "B3")).contains("第2名，在可以安排的名次之外，方案为0");
        }
    }

    private static List<String> money(Report report, String bank) {
        Answer answer = new BankAnswers(report, WordsLoader.load(), true)
                .of(report.quarter().roster().subject(bank).orElseThrow());
        return answer.sections().stream()
                .flatMap(section -> section.pieces().stream())
                .filter(Answer.Piece.Entry.class::isInstance)
                .flatMap(piece -> ((Answer.Piece.Entry) piece).lines().stream())
                .toList();
    }

    /** What stands in an array, each as the text that a function makes of it. */
    private static List<String> texts(JsonNode array, java.util.function.Function<JsonNode, String> text) {
        return StreamSupport.stream(array.spliterator(), false).map(text).toList();
    }

    private static String book(Path file) throws IOException {
        List<String> cells = new ArrayList<>();
        try (InputStream in = Files.newInputStream(file);
                XSSFWorkbook workbook = new XSSFWorkbook(in)) {
            for (Sheet sheet : workbook) {
                cells.add(sheet.getSheetName());
                for (Row row : sheet) {
                    for (Cell cell : row) {
                        if (cell.getCellType() == CellType.STRING) {
                            cells.add(cell.getStringCellValue());
                        }
                    }
                }
            }
        }
        return String.join("\n", cells);
    }

    private static String letter(Path file) throws IOException {
        try (InputStream in = Files.newInputStream(file);
                XWPFDocument document = new XWPFDocument(in);
                XWPFWordExtractor text = new XWPFWordExtractor(document)) {
            return text.getText();
        }
    }
}
