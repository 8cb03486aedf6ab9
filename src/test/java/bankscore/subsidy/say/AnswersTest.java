package bankscore.subsidy.say;

import static org.assertj.core.api.Assertions.assertThat;

import bankscore.answer.Answer;
import bankscore.answer.Answer.Piece;
import bankscore.exact.Money;
import bankscore.rule.Condition;
import bankscore.rule.Mark;
import bankscore.subsidy.DecidedBatch;
import bankscore.subsidy.decide.Decisions;
import bankscore.subsidy.keep.FileRoom;
import bankscore.subsidy.scheme.Subsidy;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AnswersTest {

    @TempDir
    Path folder = Path.of("");

    private final ClaimantAnswers answers = new ClaimantAnswers(DecidedBatch.report(), DecidedBatch.words());

    @Test
    void a_claimant_is_told_every_line_with_its_cells_and_what_the_cap_left() {
        List<ClaimantAnswers.Answered> told = answers.of("甲化工有限公司");

        assertThat(told).hasSize(1);
        Answer answer = told.get(0).answer();
        assertThat(answer.title()).isEqualTo("甲化工有限公司\n2024年第四季度补助审核说明");
        assertThat(answer.sections().get(0).pieces()).containsExactly(new Piece.Line("共申报4笔，审定4笔、14,253.42元；不予补助0笔。"));
        assertThat(answer.sections().get(1).pieces().get(2))
                .isEqualTo(
                        new Piece.Entry(
                                "P0008",
                                "1,500.00元",
                                "条款一（原文）",
                                List.of(
                                        "计算基数：（实缴保费、发票金额中的较小数） = （7,000、7,000中的较小数） = 7,000元。",
                                        "测算：7,000 × 50% = 3,500.00元（四舍五入到分）。",
                                        "上限：同一企业每年合计不超过10,000.00元（经书面说明可以放宽）；额度10,000.00元，此前已用8,500.00元（本批8,500.00元），余1,500.00元。",
                                        "审定：1,500.00元，核减2,000.00元（已达上限）。",
                                        "数据：发票日期 2024年11月5日（F11）、发票金额 7,000（H11）、实缴保费 7,000（I11），见 申报/pollution_liability.xlsx › 申报表。")));
    }

    @Test
    void a_claimant_is_told_what_the_batch_before_used_of_the_cap() {
        Piece entry =
                answers.of("P0010").get(0).answer().sections().get(1).pieces().get(0);

        assertThat(((Piece.Entry) entry).lines())
                .contains(
                        "上限：同一企业每年合计不超过10,000.00元（经书面说明可以放宽）；额度10,000.00元，此前已用10,000.00元（2024年第三季度批次10,000.00元），余0.00元。");
    }

    @Test
    void the_interest_is_told_with_the_rate_of_its_day() {
        Answer answer = answers.of("P0001").get(0).answer();

        assertThat(answer.sections().get(1).pieces())
                .singleElement()
                .satisfies(piece -> assertThat(((Piece.Entry) piece).lines())
                        .contains(
                                "计算基数：贷款本金 × LPR一年期（放款日） ÷ 100 × 放款日至还款日的天数 ÷ 365 = 1,000,000 × 3.45 ÷ 100 × 2024年10月1日至2024年12月30日的天数 ÷ 365 = 8,506.849315…元。",
                                "负担：市财政2,552.05元、区财政1,701.37元。"));
    }

    @Test
    void nobody_else_is_in_a_claimants_answer() {
        String text = answers.of("91330702MA28A0002W").get(0).answer().toString();

        assertThat(text).contains("乙电镀有限公司").doesNotContain("甲化工", "P0001", "P0002", "丁皮革", DecidedBatch.ACCOUNT);
    }

    /** Lines that stand apart wait for each other on disk, where two at a time are in memory. */
    @Test
    void everybody_is_told_one_after_the_other_what_each_is_told_alone() {
        List<String> order = new ArrayList<>();
        DecidedBatch.report()
                .decisions()
                .lines()
                .each(line -> order.add(line.claimant().key()));
        List<String> claimants = order.stream().distinct().toList();
        assertThat(order)
                .as("not each claimant's lines are beside each other")
                .isNotEqualTo(order.stream()
                        .sorted(Comparator.comparing(claimants::indexOf))
                        .toList());

        List<ClaimantAnswers.Answered> all = new ArrayList<>();
        try (FileRoom room = new FileRoom(folder, 2)) {
            answers.each(room.waiting(), all::add);
        }

        assertThat(all).extracting(ClaimantAnswers.Answered::key).isEqualTo(claimants);
        assertThat(all).allSatisfy(told -> assertThat(answers.of(told.key())).containsExactly(told));
    }

    @Test
    void a_refused_line_is_told_with_reason_and_clause() {
        Piece entry =
                answers.of("P0004").get(0).answer().sections().get(1).pieces().get(0);

        assertThat(((Piece.Entry) entry).lines()).contains("不予补助：不在适用区域（条款附则1）。");
    }

    /** A cap without a clause is its subsidy's; a condition without one that is assumed stands in no document. */
    @Test
    void a_reason_without_a_clause_is_told_where_it_comes_from() {
        Report report = DecidedBatch.report();
        Subsidy liability = report.scheme().subsidies().get(0);
        Subsidy assumed = new Subsidy(
                liability.id(),
                liability.name(),
                liability.clause(),
                liability.mark(),
                liability.claims(),
                List.of(new Subsidy.Requirement(
                        new Condition.Unique(List.of("policy_no")), "同一保单重复申报", "", Mark.ASSUMED)),
                liability.amount(),
                liability.bearing());

        assertThat(Stream.of("附则1,不在适用区域", ",已达上限", ",同一保单重复申报")
                        .map(each -> each.split(",", -1))
                        .map(each -> report.clause(
                                assumed,
                                new Decisions.Reason(each[1], each[0], 1, 1, Money.ZERO, Money.ZERO),
                                DecidedBatch.words())))
                .containsExactly("附则1", "一", "假定");
    }

    @Test
    void who_is_in_no_line_has_no_answer() {
        assertThat(answers.of("庚公司")).isEmpty();
    }

    @Test
    void the_same_batch_has_not_changed() {
        Answer answer = ComparisonAnswer.of(
                Comparison.of(DecidedBatch.report(), DecidedBatch.report()), List.of(), DecidedBatch.words());

        assertThat(answer.sections().get(1).pieces()).containsExactly(new Piece.Line("两批相同，没有变化。"));
    }

    /** By hand: all of the small batch goes, -26400; 3 × 500.01 = 1500.03 is new; of other subsidies nothing is left. */
    @Test
    void causes_add_up_to_the_change_of_each_subsidy() {
        Answer answer = ComparisonAnswer.of(
                Comparison.of(DecidedBatch.report(), DecidedBatch.many(3)), List.of(), DecidedBatch.words());

        assertThat(((Piece.Table) answer.sections().get(0).pieces().get(0)).rows())
                .contains(List.of("环境污染责任保险保费补助", "26,400.00", "1,500.03", "-24,899.97"));
        assertThat(((Piece.Table) answer.sections().get(1).pieces().get(0)).rows())
                .contains(
                        List.of("环境污染责任保险保费补助", "新增申报", "3", "+1,500.03"),
                        List.of("环境污染责任保险保费补助", "不再申报", "8", "-26,400.00"));
    }
}
