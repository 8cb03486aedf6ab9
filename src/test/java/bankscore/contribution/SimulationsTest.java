package bankscore.contribution;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import bankscore.contribution.judge.Report;
import bankscore.contribution.papers.ResultJson;
import bankscore.contribution.place.FundPlan;
import bankscore.contribution.say.WorkingSentence;
import bankscore.contribution.score.Assessment;
import bankscore.contribution.score.ScoreCard;
import bankscore.contribution.score.ScoreLine;
import bankscore.exact.Fraction;
import bankscore.exact.Period;
import bankscore.load.WordsLoader;
import bankscore.machine.FolderCopy;
import bankscore.run.EndedRun;
import bankscore.run.questions.Questions;
import bankscore.run.request.RunOutcome.Published;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What would have been: the small quarter as it is published, and with one thing or two otherwise. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class SimulationsTest {

    private static final Period PERIOD = new Period(2022, 4);

    @TempDir
    static Path folder = Path.of("");

    private final List<Program> open = new ArrayList<>();
    private int folders;

    @BeforeAll
    void publish() throws Exception {
        Path input = folder.resolve("input");
        new SmallQuarter(PERIOD).write(input);
        Program program = new Program(input, folder.resolve("output"));
        open.add(program);
        assertThat(program.run("2022Q4").end()).isEqualTo(Published.class);
    }

    @AfterAll
    void close() {
        open.forEach(Program::close);
    }

    private Simulations.Simulated simulate(String... settings) throws Exception {
        return new Simulations(open.get(0).revisions("上饶市"))
                .simulate(new Simulations.Asked(PERIOD, List.of(settings), Program.caller("simulate")));
    }

    /**
     * Points by hand. All three grow alike (20 + 20 + 10), pay 2602, 2702 and 2802 万元 of tax (10 each) and lie above the
     * city's ratio.
     *
     * <pre>
     * B001  increment 30, platform 10 × 4800 ÷ 5400 = 8.89, satisfaction 4.5, service 5 - 0.3:  108.09
     * B002  increment 20, platform 10 × 5100 ÷ 5400 = 9.44, satisfaction 4.4, service 5 - 0.5:   98.34
     * B003  increment 10, platform 10, satisfaction 4.3, service 5:                              89.30
     * </pre>
     *
     * With a tax of 8000, B002 has 25 points instead of 10: 113.34 and the first rank. The social security fund of 9000 is
     * shared by B001 and B002 alone, as B003 may get nothing new: 9000 × 108.09 ÷ 206.43 = 4712.54, which gets the lot
     * that is left; then 9000 × 108.09 ÷ 221.43 = 4393.31, and the lot goes to the other.
     */
    @Test
    void a_higher_tax_moves_total_rank_share_and_money_as_worked_out_by_hand() throws Exception {
        Simulations.Simulated simulated = simulate("figures.B002.tax=8000");

        assertThat(told(simulated.base().assessment()))
                .containsExactly("B001 108.09 1 36.55", "B002 98.34 2 33.25", "B003 89.3 3 30.20");
        assertThat(told(simulated.judged().assessment()))
                .containsExactly("B001 108.09 2 34.79", "B002 113.34 1 36.47", "B003 89.3 3 28.74");
        assertThat(targets(simulated.base().placement().funds().get(0)))
                .containsExactly("B001 4713.00", "B002 4287.00", "B003 0.00");
        assertThat(targets(simulated.judged().placement().funds().get(0)))
                .containsExactly("B001 4393.00", "B002 4607.00", "B003 0.00");
    }

    @Test
    void a_figure_moves_only_what_depends_on_it() throws Exception {
        Simulations.Simulated simulated = simulate("figures.B002.tax=8000");

        List<String> moved = new ArrayList<>();
        for (ScoreCard card : simulated.judged().assessment().cards()) {
            ScoreCard before =
                    simulated.base().assessment().card(card.bank().code()).orElseThrow();
            for (ScoreLine line : card.lines()) {
                if (!line.equals(before.line(line.item().id()))) {
                    moved.add(card.bank().code() + " " + line.item().id());
                }
            }
        }
        assertThat(moved).containsExactly("B002 tax");
        assertThat(simulated.judged().assessment().benchmarks())
                .isEqualTo(simulated.base().assessment().benchmarks());
    }

    /** The changed cell of the offices' files, or the changed text of the rule file, beside the settings. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            figures.B002.tax=8000                                | 税收.xlsx 税收 B5 8000
            figures.招行.上缴税收=+10%                           | 税收.xlsx 税收 B5 2972.2
            figures.B001.loans=+10%                              | 人民银行/存贷款.xlsx 存贷款 D4 3630000; 人民银行/存贷款.xlsx 存贷款 D8 7330000
            figures.B003.platform_amount=0 figures.B001.tax=-50% | 饶企云.xlsx 饶企云 B4 0; 税收.xlsx 税收 B4 1301
            parameters.全市存贷比=95 items.ldr.weight=85%        | 参数.xlsx 参数 A1 项目; 参数.xlsx 参数 B1 数值; 参数.xlsx 参数 A2 全市存贷比; 参数.xlsx 参数 B2 95; rule kind: deduction => kind: deduction, weight: 85%
            items.tax.bands[2].points=12 allocation.lot=10       | rule {from: 1000, points: 10} => {from: 1000, points: 12}; rule lot: 1 => lot: 10
            values.fault_cost.资金拨付=1 allocation.take.best=1  | rule 资金拨付: 0.5 => 资金拨付: 1; rule share_by: total => take: {best: 1}
            pools.专户资金=+25%                                  | 财政局/资金.xlsx 资金池 B3 5000
            pools.社会保险基金=9000.5 risk.浙商银行=收回         | 财政局/资金.xlsx 资金池 B2 9000.5; 风险.xlsx 风险 C2 收回
            risk.B003=无 risk.招行=暂停新增                      | 风险.xlsx 风险 A2 招商银行
            items.tax.bands[2].from=2650 assess.min_months_open=200 | rule {from: 1000, => {from: 2650,; rule open: 12 => open: 200
            """)
    void the_answer_is_what_a_run_on_files_changed_so_publishes(String settings, String edits) throws Exception {
        Simulations.Simulated simulated = simulate(settings.split(" ", -1));
        Report base = simulated.base();
        Report answer = new Report(
                simulated.judged(),
                base.findings(),
                base.run(),
                new WorkingSentence(WordsLoader.load()).all(simulated.judged().assessment()));

        Map<?, ?> expected = published(edits);
        Map<?, ?> told = Program.parse(ResultJson.of(answer, WordsLoader.load()).bytes());
        assertThat(simulated.stopping()).isEmpty();
        assertThat(told)
                .isNotEqualTo(
                        Program.parse(ResultJson.of(base, WordsLoader.load()).bytes()));
        for (String part : List.of("banks", "excluded", "allocation")) {
            assertThat(told.get(part)).as(part).isEqualTo(expected.get(part));
        }
    }

    /** By hand: 500 less than the computed 4713 and 500 more than 4287. */
    @Test
    void leaders_adjustments_are_tried_before_anybody_writes_them_down() throws Exception {
        Simulations.Simulated simulated = simulate("adjustments.社会保险基金.B001=-500", "adjustments.社会保险基金.招行=+500");

        assertThat(simulated.stopping()).isEmpty();
        assertThat(targets(simulated.judged().placement().funds().get(0)))
                .containsExactly("B001 4213.00", "B002 4787.00", "B003 0.00");
        assertThat(told(simulated.judged().assessment()))
                .isEqualTo(told(simulated.base().assessment()));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            adjustments.社会保险基金.B001=500                                                  | E314
            adjustments.社会保险基金.B001=500 adjustments.社会保险基金.B002=-500.000001         | E314
            adjustments.社会保险基金.B001=500 adjustments.专户资金.B002=-500                   | E314 E314
            adjustments.社会保险基金.B001=5000 adjustments.社会保险基金.B002=-5000             | E316
            adjustments.社会保险基金.B003=500 adjustments.社会保险基金.B002=-500               | E317
            adjustments.社会保险基金.B001=5 adjustments.社会保险基金.B002=-5 risk.B002=收回     | E315
            """)
    void what_no_plan_can_follow_stops_as_a_run_would(String settings, String codes) throws Exception {
        assertThat(simulate(settings.split(" ", -1)).stopping())
                .extracting(finding -> finding.code().name())
                .containsExactly(codes.split(" ", -1));
    }

    private Map<?, ?> published(String edits) throws Exception {
        Path own = folder.resolve("fresh" + folders++);
        SmallQuarter quarter = new SmallQuarter(PERIOD);
        Path config = own.resolve("config");
        FolderCopy.of(Path.of("config"), config);
        Path scheme = config.resolve("schemes/shangrao-2022.yaml");
        for (String edit : edits.split("; ", -1)) {
            if (edit.startsWith("rule ")) {
                String[] change = edit.substring("rule ".length()).split(" => ", -1);
                String text = Files.readString(scheme);
                assertThat(text).contains(change[0]);
                Files.writeString(scheme, text.replace(change[0], change[1]));
            } else {
                String[] cell = edit.split(" ", -1);
                boolean number = cell[3].matches("[0-9.]+");
                quarter.set(cell[0], cell[1], cell[2], number ? Double.valueOf(cell[3]) : cell[3]);
            }
        }
        quarter.write(own.resolve("input"));
        try (Program fresh = new Program(own.resolve("input"), own.resolve("output"))) {
            EndedRun outcome = fresh.run(fresh.request("2022Q4", config, false));
            assertThat(outcome.end()).isEqualTo(Published.class);
            return Program.parse(Files.readAllBytes(own.resolve("output/2022Q4/r1/result.json")));
        }
    }

    @Test
    void a_figure_that_is_missing_may_be_set_but_not_raised() throws Exception {
        Simulations.Simulated simulated = simulate("figures.农发行.tax=9000.000001");

        assertThat(simulated.changes().get(0).before()).isEmpty();
        assertThat(simulated.changes().get(0).after()).isEqualTo("9000.000001");
        assertThat(told(simulated.judged().assessment()))
                .isEqualTo(told(simulated.base().assessment()));
        assertThatThrownBy(() -> simulate("figures.农发行.tax=+1%"))
                .isInstanceOfSatisfying(
                        Questions.Refused.class,
                        refused ->
                                assertThat(refused.words()).isEqualTo("“figures.农发行.tax”原来没有数据，不能按“+1%”增减。请直接写一个数。"));
    }

    @Test
    void a_raise_is_exact() throws Exception {
        // 2702 × 1.33333333333333333333 = 3602.66666666666666665766 exactly; nothing is rounded.
        assertThat(simulate("figures.B002.tax=+33.333333333333333333%")
                        .changes()
                        .get(0)
                        .after())
                .isEqualTo(Fraction.of("2702")
                        .times(Fraction.of("1.33333333333333333333"))
                        .toString());
    }

    @Test
    void nobody_left_to_assess_stops_as_a_run_would() throws Exception {
        Simulations.Simulated simulated = simulate("assess.min_months_open=9999");

        assertThat(simulated.stopping())
                .extracting(finding -> finding.code().name())
                .containsExactly("E312");
    }

    /** The small quarter's platform sheet has no column of counts, which a run on such a rule would miss. */
    @Test
    void a_figure_that_the_changed_rule_needs_must_be_there_or_be_given() throws Exception {
        String formula = "measures.platform_lending.formula=platform_count";

        assertThat(simulate(formula, "figures.B001.platform_count=3").stopping())
                .extracting(finding -> finding.code().name() + " " + finding.subject() + " " + finding.column())
                .containsExactly("E206 招商银行上饶分行 平台放款笔数", "E206 浙商银行上饶分行 平台放款笔数");
        assertThat(simulate(
                                formula,
                                "figures.B001.platform_count=3",
                                "figures.B002.platform_count=4",
                                "figures.B003.platform_count=5")
                        .stopping())
                .isEmpty();
    }

    private static List<String> told(Assessment assessment) {
        return assessment.cards().stream()
                .map(card -> card.bank().code() + " " + card.total() + " " + card.rank() + " "
                        + card.sharePercent().toPlainString())
                .toList();
    }

    private static List<String> targets(FundPlan fund) {
        return fund.rows().stream()
                .map(row -> row.bank().code() + " " + row.target())
                .toList();
    }
}
