package bankscore.watch.say;

import static org.assertj.core.api.Assertions.assertThat;

import bankscore.answer.Answer;
import bankscore.answer.Answer.Piece;
import bankscore.intake.change.ChangedValue;
import bankscore.sheet.Place;
import bankscore.watch.ShangraoWatch;
import bankscore.watch.WatchedCity;
import bankscore.watch.judge.Town;
import bankscore.watch.scheme.WatchScheme;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Two notices side by side, and what would be; whole rows, worked by hand. */
class ComparisonAnswerTest {

    private static Town town(WatchScheme rule, String loans, String premium, boolean assessed) {
        return Town.by(rule)
                .published("全省贷款增速", "11.2", "")
                .published("全市存贷比", "77.97", "")
                .published("险资在饶余额", "415.12", "")
                .subject("counties", Town.subject("C1", "", true), "", "deposits", "100", "loans", loans)
                .subject("counties", Town.subject("C2", "", true), "", "premium", premium, "premium_same_period", "100")
                .subject("counties", Town.subject("C3", "", assessed), "", "deposits", "100", "loans", "80");
    }

    private static Report report(Town town) {
        Report made = ShangraoWatch.report();
        return new Report(
                town.input(),
                town.judge(),
                made.columns(),
                made.registers(),
                List.of(),
                made.run(),
                List.of(),
                Optional.empty());
    }

    private static List<String> rows(Answer answer, String heading) {
        return answer.sections().stream()
                .filter(section -> section.heading().equals(heading))
                .flatMap(section -> section.pieces().stream())
                .flatMap(piece -> piece instanceof Piece.Table table
                        ? table.rows().stream().map(row -> String.join("|", row))
                        : Stream.of(((Piece.Line) piece).text()))
                .toList();
    }

    /** 72.97 is 5.00 below 77.97, the first grade; 67.97 is 10.00 below, the second; premiums of 99 are 1 % less than 100. */
    @Test
    void who_is_judged_otherwise_is_told_with_what_was_said_and_why() {
        WatchScheme rule = ShangraoWatch.rule();
        Comparison comparison =
                Comparison.of(report(town(rule, "72.97", "100", true)), report(town(rule, "67.97", "99", false)));
        Answer answer = ComparisonAnswer.of(comparison, List.of("other-2023"), WatchedCity.words());
        assertThat(answer.title())
                .isEqualTo("通报比较\n2022年第四季度第1版（银行保险业发展情况通报，shangrao-watch-2022）"
                        + "\n2022年第四季度第1版（银行保险业发展情况通报，shangrao-watch-2022）");
        assertThat(rows(answer, "说明")).containsExactly("注意：2022Q4 按办法 other-2023 计算的结果没有发布，只供比较，不能作为依据。");
        assertThat(rows(answer, "点名和处理措施的变化"))
                .containsExactly(
                        "县区|C1县|存贷比远低于全市平均（第1级）；提请加强组织领导|存贷比远低于全市平均（第2级）；提请加强组织领导|本期数据",
                        "县区|C2县|未点名|保费收入负增长；提请加强组织领导|本期数据",
                        "县区|C3县|未点名|只列示（名录中注明不参加考核）|名录");
        assertThat(rows(answer, "点名家数")).containsExactly("银行|0|0", "保险机构|0|0", "县区|1|2");
        assertThat(rows(answer, "基准")).containsExactly("全省贷款增速|11.2|11.2", "全市存贷比|77.97|77.97");
        // From 330 at the end of 2021 to 500 at the end of 2023: 365 of 730 days, 415.00 is due.
        assertThat(rows(answer, "目标"))
                .containsExactly(
                        "金惠保投保覆盖率|未报送（—，目标93%）|未报送（—，目标93%）",
                        "险资在饶余额|达到序时进度（415.12亿元，目标500亿元）|达到序时进度（415.12亿元，目标500亿元）",
                        "保险中介机构家数|未报送（—，目标20家）|未报送（—，目标20家）");
        assertThat(rows(answer, "指数")).containsExactly("科技保险发展指数|—|—");
    }

    @Test
    void the_same_twice_says_so() {
        Report report = report(town(ShangraoWatch.rule(), "70", "100", true));
        assertThat(rows(
                        ComparisonAnswer.of(Comparison.of(report, report), List.of(), WatchedCity.words()),
                        "点名和处理措施的变化"))
                .containsExactly("没有变化。");
    }

    @Test
    void what_would_be_begins_with_what_was_changed() {
        Comparison comparison = Comparison.of(
                report(town(ShangraoWatch.rule(), "70", "100", true)),
                report(town(ShangraoWatch.withoutDegrees(), "70", "100", true)));
        Answer answer = ComparisonAnswer.simulated(
                comparison,
                List.of(new ChangedValue("watch.ldr_far.by[0]", Optional.of("5"), "3", Place.NONE)),
                WatchedCity.words());
        assertThat(answer.title()).isEqualTo("2022Q4 试算（以第1版为基础，校验码 7K3Q-9XTB-0M4D-WHJ2）");
        assertThat(rows(answer, "改动")).containsExactly("watch.ldr_far.by[0]：5 → 3");
        assertThat(rows(answer, "点名和处理措施的变化")).containsExactly("县区|C1县|存贷比远低于全市平均（第1级）；提请加强组织领导|存贷比远低于全市平均（第1级）；—|规则");
        assertThat(rows(answer, "目标")).contains("保险中介机构家数|未报送（—，目标20家）|—");
    }
}
