package bankscore.subsidy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import bankscore.answer.Answer;
import bankscore.answer.Answer.Piece;
import bankscore.contribution.Program;
import bankscore.exact.Period;
import bankscore.load.ConfigFolder;
import bankscore.machine.FolderCopy;
import bankscore.office.Holder;
import bankscore.office.People;
import bankscore.office.Series;
import bankscore.run.Engine;
import bankscore.run.Face;
import bankscore.run.Office;
import bankscore.run.RunPeriod;
import bankscore.run.questions.Missing;
import bankscore.run.questions.Questions;
import bankscore.run.questions.Questions.Asked;
import bankscore.run.questions.Questions.Compared;
import bankscore.run.questions.Questions.Simulated;
import bankscore.run.request.Installation;
import bankscore.run.request.Progress;
import bankscore.run.request.RunFolders;
import bankscore.run.request.RunOutcome;
import bankscore.run.request.RunRequest;
import bankscore.run.revisions.History;
import bankscore.run.revisions.Remembered;
import bankscore.run.take.Configuration;
import bankscore.store.TestDatabase;
import bankscore.subsidy.load.SubsidyLoader;
import bankscore.subsidy.scheme.SubsidyScheme;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.apache.poi.ss.usermodel.Workbook;
import org.apache.poi.ss.usermodel.WorkbookFactory;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * One firm's three policies, premiums 9,000, 8,000 and 7,000 by day, and a fourth of 6,000 in the next period, half of each,
 * at most 10,000 a firm and year, of a budget of 30,000: as they are published, and with something otherwise.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class WhatIfTest {

    private static final String RULE = "jinhua-insurance";
    private static final Installation INSTALLATION = new Installation(Program.WORDS, Program.CLOCK, "test");
    private static final Period FIRST = new Period(2024, 4);
    private static final Period SECOND = new Period(2025, 1);
    private static final String FIRM = "婺川骁砺塑业有限公司,91339999YYY0000110";
    private static final String NAME = "环境污染责任保险保费补助";

    @TempDir
    static Path folder = Path.of("");

    private Optional<Engine> open = Optional.empty();

    @BeforeAll
    void two_batches() throws Exception {
        FolderCopy.of(Path.of("config"), config());
        version("jinhua-2024", "50%");
        write("input/2024Q4/企业名录.csv", "企业名称,统一社会信用代码,注册地\n" + FIRM + ",婺城区\n");
        write("input/2024Q4/预算.csv", "补助项目,预算金额\n环责险,30000\n");
        write("input/2024Q4/保费.csv", claims("ZJ-1,2024-05-20,9000", "ZJ-2,2024-08-20,8000", "ZJ-3,2024-11-20,7000"));
        write("input/2025Q1/企业名录.csv", "企业名称,统一社会信用代码,注册地\n" + FIRM + ",婺城区\n");
        write("input/2025Q1/预算.csv", "补助项目,预算金额\n环责险,30000\n");
        write("input/2025Q1/保费.csv", claims("ZJ-4,2024-12-20,6000"));
        Path output = Files.createDirectories(folder.resolve("output"));
        open = Optional.of(Engine.start(
                output, TestDatabase.H2.url(output), TestDatabase.credentials(), Holder.of(Program.caller("test"))));
        RunPeriod<SubsidyScheme> periods = new RunPeriod<>(open.orElseThrow(), new SubsidyJob(), INSTALLATION);
        run(periods, FIRST);
        run(periods, SECOND);
    }

    @AfterAll
    void close() {
        open.ifPresent(Engine::close);
    }

    /** The delivered rule with a budget, at a rate. */
    private static void version(String id, String rate) throws Exception {
        String text = Files.readString(Path.of("config/schemes/jinhua-2024.yaml"));
        String first = "- {amount: 10000, per: [enterprise, year], mark: text}\n";
        assertThat(text).contains(first).contains("rate: 50%");
        Files.writeString(
                config().resolve("schemes/" + id + ".yaml"),
                text.replace("scheme: jinhua-2024", "scheme: " + id)
                        .replaceFirst("rate: 50%", "rate: " + rate)
                        .replace(first, first + "      - {budget: 环责险, if_short: by_day, mark: assumed}\n"));
    }

    private static String claims(String... lines) {
        StringBuilder text = new StringBuilder("企业名称,统一社会信用代码,所在区,险种,保单号,保险起期,保险止期,实缴保费,发票日期,发票金额,账号\n");
        for (String line : lines) {
            String[] cells = line.split(",", -1);
            text.append(String.join(
                            ",",
                            FIRM,
                            "婺城区",
                            "环境污染责任保险",
                            cells[0],
                            cells[1],
                            cells[1],
                            cells[2],
                            cells[1],
                            cells[2],
                            "990000001"))
                    .append('\n');
        }
        return text.toString();
    }

    private static Path config() {
        return folder.resolve("config");
    }

    private static void write(String name, String text) throws Exception {
        Files.createDirectories(folder.resolve(name).getParent());
        Files.writeString(folder.resolve(name), text);
    }

    private static RunFolders folders() {
        return new RunFolders(config(), folder.resolve("input"), folder.resolve("output"));
    }

    private static Office office() throws Exception {
        return Office.of(folders(), false);
    }

    private static void run(RunPeriod<SubsidyScheme> periods, Period period) throws Exception {
        Configuration<SubsidyScheme> configuration = Configuration.load(
                new ConfigFolder(config()),
                period,
                Optional.of(RULE),
                Optional.of("jinhua-2024"),
                SubsidyLoader.READER);
        RunRequest request = new RunRequest(
                period, Optional.of("jinhua-2024"), false, folders(), Program.caller("run " + period), Progress.SILENT);
        RunOutcome.Told told = periods.run(request, configuration);
        assertThat(told.end()).as(told.toString()).isInstanceOf(RunOutcome.Published.class);
    }

    private Questions questions() throws Exception {
        return new Face<>(
                        open.orElseThrow(),
                        INSTALLATION,
                        new SubsidyJob(),
                        new Series(office().jurisdiction(), RULE),
                        People.NONE,
                        new Remembered())
                .questions();
    }

    private Simulated simulate(Period period, String... settings) throws Exception {
        return questions().simulate(period, List.of(settings), Program.caller("simulate " + period));
    }

    private static List<List<String>> rows(Answer answer, int section) {
        return ((Piece.Table) answer.sections().get(section).pieces().get(0)).rows();
    }

    private static List<List<String>> ofFirm(Answer answer, int section) {
        return rows(answer, section).stream()
                .filter(row -> row.get(0).equals(NAME))
                .toList();
    }

    /**
     * By hand: published 4,500 + 4,000 + 1,500 (cut from 3,500) = 10,000. At 60 %: 5,400 + 4,600 (cut from 4,800) + 0 (refused
     * from 4,200) = 10,000. Amounts before caps: 900 + 800 + 700 = 2,400 more; the caps take 200 off the second and
     * 1,500 + 700 off the third more than before.
     */
    @Test
    void a_higher_rate_below_the_same_cap_changes_lines_and_no_sum() throws Exception {
        Simulated simulated = simulate(FIRST, "subsidies.pollution_liability.rate=60%");

        assertThat(simulated.stopping()).isEmpty();
        assertThat(simulated.revision()).isEqualTo(1);
        Answer answer = simulated.answer().get();
        assertThat(answer.sections().get(0).pieces())
                .containsExactly(new Piece.Line("subsidies.pollution_liability.rate：50% → 60%"));
        assertThat(ofFirm(answer, 1)).containsExactly(List.of(NAME, "10,000.00", "10,000.00", "0.00"));
        assertThat(ofFirm(answer, 2))
                .containsExactly(
                        List.of(NAME, "办法、比例或公布的利率", "3", "+2,400.00"), List.of(NAME, "上限或预算", "2", "-2,400.00"));
        assertThat(ofFirm(answer, 3)).containsExactly(List.of(NAME, "3", "3 → 2", "1", "0 → 1", "2,000.00 → 200.00"));
    }

    /** By hand: 4,500 + 4,000 + 3,500 = 12,000; and with 11,000 of budget the third gets 2,500. */
    @Test
    void a_higher_cap_is_filled_as_far_as_the_budget_goes() throws Exception {
        String cap = "subsidies.pollution_liability.caps[0].amount=20000";

        assertThat(ofFirm(simulate(FIRST, cap).answer().get(), 1))
                .containsExactly(List.of(NAME, "10,000.00", "12,000.00", "+2,000.00"));
        Answer both = simulate(FIRST, cap, "budgets.环责险=11000").answer().get();
        assertThat(both.sections().get(0).pieces())
                .containsExactly(
                        new Piece.Line("subsidies.pollution_liability.caps[0].amount：10000 → 20000"),
                        new Piece.Line("budgets.环责险：30000 → 11000"));
        assertThat(ofFirm(both, 1)).containsExactly(List.of(NAME, "10,000.00", "11,000.00", "+1,000.00"));
        assertThat(rows(both, 4))
                .containsExactly(
                        List.of("市财政", "10,000.00", "11,000.00", "+1,000.00"), List.of("区财政", "0.00", "0.00", "0.00"));
        assertThat(rows(both, 5).get(0)).isEqualTo(List.of("拨付", "10,000.00", "11,000.00", "+1,000.00"));
    }

    /** By hand: what 2024Q4 was granted stands, 10,000 of 2024; a cap of 12,000 leaves 2,000 of 3,000. */
    @Test
    void what_earlier_batches_granted_counts_as_it_was_published() throws Exception {
        assertThat(ofFirm(
                        simulate(SECOND, "subsidies.pollution_liability.caps[0].amount=12000")
                                .answer()
                                .get(),
                        1))
                .containsExactly(List.of(NAME, "0.00", "2,000.00", "+2,000.00"));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            budgets.环保险=5                          | “budgets.环保险”里的“环保险”不存在。最接近的是：环责险。这里可以写：环责险。
            budgets.环责险=很多                       | “budgets.环责险”的值“很多”不是金额。请写新的金额（单位为元，如 2000000），或写增减的百分数（如 +10%、-5%）。
            budgets.环责险=-5                         | “budgets.环责险”的值“-5”（即 -5）不能作为数据：不可能为负数。
            subsidies.pollution.rate=5%               | “subsidies.pollution.rate”里的“pollution”不存在。这里可以写：pollution_liability, export_credit, export_interest, crop_matching, crop_local。
            subsidies.pollution_liability.caps[3].amount=5 | “subsidies.pollution_liability.caps[3].amount”里没有“[3]”：序号从 [0] 到 [2]。
            subsidies.pollution_liability.base=5      | “subsidies.pollution_liability.base”还没有写到一个具体的值，后面可以接：formula, unit, clause, mark。
            a..b=1                                    | 看不懂路径“a..b”。请用点连接各级，用方括号写序号（从 0 起），例如 subsidies.pollution_liability.caps[0].amount。
            """)
    void a_setting_that_leads_nowhere_is_refused_in_whole_sentences(String setting, String words) {
        assertThatThrownBy(() -> simulate(FIRST, setting))
                .isInstanceOfSatisfying(
                        Questions.Refused.class,
                        refused -> assertThat(refused.words()).isEqualTo(words));
    }

    @Test
    void a_rule_that_is_refused_is_refused_here_too() {
        assertThatThrownBy(() -> simulate(FIRST, "subsidies.pollution_liability.rate=60"))
                .isInstanceOfSatisfying(
                        Questions.Unsound.class,
                        refused -> assertThat(refused.problems()).hasSize(1));
    }

    /** A budget that may not be short stops a run. */
    @Test
    void what_would_stop_a_run_is_told_instead() throws Exception {
        assertThat(simulate(FIRST, "subsidies.pollution_liability.caps[1].if_short=refuse", "budgets.环责险=9999.99")
                        .stopping())
                .extracting(finding -> finding.code().name())
                .containsExactly("E403");
    }

    @Test
    void nothing_is_published_and_the_history_tells_of_it() throws Exception {
        Path revision = folder.resolve("output/2024Q4/" + RULE + "/r1/result.json");
        byte[] before = Files.readAllBytes(revision);

        simulate(FIRST, "subsidies.pollution_liability.rate=55%");

        assertThat(revision).hasBinaryContent(before);
        assertThat(folder.resolve("output/2024Q4/" + RULE + "/r2")).doesNotExist();
        assertThat(new History(open.orElseThrow().dataSource(), List.of(new Series(office().jurisdiction(), RULE)))
                        .lines())
                .last()
                .satisfies(line ->
                        assertThat(line.toString()).contains("simulate 2024Q4").contains("simulated"));
    }

    /** By hand: the three policies go, -10,000; the fourth is refused, 0.00. */
    @Test
    void two_batches_differ_by_their_lines_and_a_workbook_says_so() throws Exception {
        Compared compared =
                questions().compare(new Asked(FIRST, Optional.empty()), new Asked(SECOND, Optional.empty()), office());

        assertThat(ofFirm(compared.answer(), 0)).containsExactly(List.of(NAME, "10,000.00", "0.00", "-10,000.00"));
        assertThat(ofFirm(compared.answer(), 1))
                .containsExactly(List.of(NAME, "新增申报", "1", "0.00"), List.of(NAME, "不再申报", "3", "-10,000.00"));
        Path file = compared.file().write();
        assertThat(file.getFileName()).hasToString("jinhua-insurance_2024Q4-r1_2025Q1-r1.xlsx");
        try (Workbook book = WorkbookFactory.create(file.toFile())) {
            assertThat(book.getNumberOfSheets()).isEqualTo(1);
            var row = book.getSheetAt(0).getRow(5);
            assertThat(row.getCell(1).getStringCellValue()).isEqualTo(NAME);
            assertThat(row.getCell(2).getNumericCellValue()).isEqualTo(10_000);
            assertThat(row.getCell(4).getNumericCellValue()).isEqualTo(-10_000);
            assertThat(row.getCell(9).getCellFormula()).isEqualTo("ROUND(SUM(C6:I6),2)");
            assertThat(row.getCell(10).getNumericCellValue()).isEqualTo(-10_000);
        }
    }

    /** The draft has the rate of the first test. */
    @Test
    void two_versions_of_the_rule_decide_the_same_lines_and_the_unpublished_one_is_named() throws Exception {
        version("jinhua-draft", "60%");
        Compared compared = questions().compareVersions(FIRST, "jinhua-2024", "jinhua-draft", office());

        assertThat(compared.answer().sections().get(0).pieces())
                .containsExactly(new Piece.Line("注意：2024Q4 按办法 jinhua-draft 计算的结果没有发布，只供比较，不能作为依据。"));
        assertThat(ofFirm(compared.answer(), 2))
                .containsExactly(
                        List.of(NAME, "办法、比例或公布的利率", "3", "+2,400.00"), List.of(NAME, "上限或预算", "2", "-2,400.00"));
        assertThatThrownBy(() -> questions().compareVersions(FIRST, "jinhua-2024", "shangrao-agri-2022", office()))
                .isInstanceOfSatisfying(
                        Missing.class, missing -> assertThat(missing.kind()).isEqualTo(Missing.Kind.SCHEME));
    }
}
