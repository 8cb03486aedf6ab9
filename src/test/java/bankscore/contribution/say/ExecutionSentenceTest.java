package bankscore.contribution.say;

import static org.assertj.core.api.Assertions.assertThat;

import bankscore.contribution.ExecutionFixture;
import bankscore.contribution.PaperFixture;
import bankscore.contribution.judge.Report;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What is said of an approved plan, worked by hand; in 万元 信江银行 holds 80000, 灵山银行 150000, 大坳银行 12000. */
class ExecutionSentenceTest {

    private static final String PLAN = "饶府字〔2023〕1号（2023年1月10日）批准的方案，";

    @Test
    void all_that_is_due_has_moved() {
        assertThat(said("B001 70000 80000", "B002 160000 150000"))
                .containsExactly(
                        PLAN + "应转出1.00亿元、应转入1.00亿元；按2023年3月31日的余额，已转出1.00亿元、已转入1.00亿元，转出、转入合计完成100.00%。",
                        "到期应划转的已全部落实。");
    }

    /** 灵山银行 was to give 10000 and gave nothing; 信江银行 got 9999 of 10000, so that 49.995% of both have moved. */
    @Test
    void who_has_not_moved_is_named_and_nothing_is_called_complete_that_is_not() {
        assertThat(said("B001 70001 80001", "B002 150000 140000"))
                .containsExactly(
                        PLAN + "应转出1.00亿元、应转入1.00亿元；按2023年3月31日的余额，已转出0.00亿元、已转入1.00亿元，转出、转入合计完成49.99%。",
                        "到期没有划转完的有：灵山银行（社会保险基金，差1.00亿元）、信江银行（社会保险基金，差不足0.01亿元）。");
    }

    @Test
    void money_that_moved_the_other_way_is_told_apart_from_what_did_not_move() {
        assertThat(said("B001 90000 100000", "B002 140000 130000").subList(1, 2))
                .containsExactly("变动方向与方案相反的有：信江银行（社会保险基金应转入1.00亿元，反而减少1.00亿元）、灵山银行（社会保险基金应转出1.00亿元，反而增加1.00亿元）。");
    }

    @Test
    void a_withdrawal_that_is_not_carried_out_comes_first() {
        assertThat(said("B005 20000 0 收回"))
                .containsExactly(
                        "应收回的资金没有全部收回：大坳银行的社会保险基金仍有12,000.00万元。",
                        PLAN + "应转出2.00亿元、应转入0.00亿元；按2023年3月31日的余额，已转出0.80亿元、已转入0.00亿元，转出、转入合计完成40.00%。",
                        "到期没有划转完的有：大坳银行（社会保险基金，差1.20亿元）。");
    }

    @Test
    void a_plan_that_moves_nothing_says_so() {
        assertThat(said()).containsExactly(PLAN + "没有需要划转的资金（按2023年3月31日的余额核对）。");
    }

    private static List<String> said(String... rows) {
        Report report = ExecutionFixture.report(rows);
        ExecutionSentence sentence =
                new ExecutionSentence(report, report.execution().orElseThrow(), PaperFixture.words());
        List<String> said = new ArrayList<>(List.of(sentence.withdrawals(), sentence.progress()));
        said.addAll(sentence.exceptions());
        said.removeIf(String::isEmpty);
        return said;
    }
}
