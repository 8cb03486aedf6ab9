package bankscore.watch.say;

import static org.assertj.core.api.Assertions.assertThat;

import bankscore.answer.Answer;
import bankscore.answer.Answer.Piece;
import bankscore.facts.Subject;
import bankscore.run.questions.AnswerPages.Page;
import bankscore.watch.ShangraoWatch;
import bankscore.watch.WatchedCity;
import bankscore.watch.judge.Past;
import bankscore.watch.judge.Town;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Why somebody is named, since when, what follows, and what would have to be otherwise; whole sentences, worked by hand. */
class SubjectAnswersTest {

    private static Subject subject(String code, String name, String shortName, String opened) {
        return new Subject(
                code,
                name,
                shortName,
                List.of(),
                "",
                opened.isEmpty() ? Optional.empty() : Optional.of(LocalDate.parse(opened)),
                true);
    }

    private static Town town() {
        Town town = Town.by(ShangraoWatch.rule())
                .published("全省贷款增速", "11.2", "")
                .published("全市存贷比", "77.97", "2022-12-30")
                .subject(
                        "banks",
                        subject("B1", "甲银行", "", ""),
                        "",
                        "loans",
                        "112000",
                        "loans_opening",
                        "100000",
                        "increment_target",
                        "10000")
                .subject(
                        "banks",
                        subject("B2", "乙银行", "", ""),
                        "",
                        "loans",
                        "51500",
                        "loans_opening",
                        "50000",
                        "increment_target",
                        "4000")
                .subject(
                        "insurers",
                        subject("I1", "平安财险上饶中心支公司", "平安财险", ""),
                        "",
                        "premium",
                        "9875",
                        "premium_same_period",
                        "10000")
                .subject(
                        "insurers",
                        subject("I2", "大地财险上饶中心支公司", "", "2022-05-06"),
                        "",
                        "premium",
                        "60",
                        "premium_same_period",
                        "100")
                .subject(
                        "counties",
                        subject("C1", "婺源县", "", ""),
                        "",
                        "deposits",
                        "20000",
                        "loans",
                        "13594",
                        "loans_same_period",
                        "12600",
                        "premium",
                        "390",
                        "premium_same_period",
                        "400")
                .subject(
                        "counties",
                        subject("C2", "德兴市", "", ""),
                        "",
                        "deposits",
                        "15000",
                        "loans",
                        "12000",
                        "loans_same_period",
                        "10000",
                        "premium",
                        "600",
                        "premium_same_period",
                        "0")
                .subject("counties", subject("C3", "玉山县", "", ""), "", "deposits", "10000", "loans", "7298")
                .earlier("2022Q3", "counties", "C1", new Past.Then(false, Map.of("ldr_far", 1), Map.of("ldr", 2)))
                .earlier("2022Q3", "insurers", "I1", new Past.Then(false, Map.of("premium_falling", 1), Map.of()))
                .earlier("2022Q3", "banks", "B2", new Past.Then(true, Map.of(), Map.of()));
        for (String at : List.of(
                "2022Q2", "2022Q1", "2021Q4", "2021Q3", "2021Q2", "2021Q1", "2020Q4", "2020Q3", "2020Q2", "2020Q1")) {
            town.reported(at, "insurers", "I1", "premium_growth", "-0.5");
        }
        return town;
    }

    private static List<Page> told(Optional<String> asked) {
        List<Page> pages = new ArrayList<>();
        answers(town()).each(asked, pages::add);
        return pages;
    }

    private static SubjectAnswers answers(Town town) {
        Report made = ShangraoWatch.report();
        return new SubjectAnswers(
                new Report(
                        town.input(),
                        town.judge(),
                        made.columns(),
                        made.registers(),
                        List.of(),
                        made.run(),
                        List.of(),
                        Optional.empty()),
                WatchedCity.words());
    }

    private static List<String> told(String asked) {
        List<Page> pages = told(Optional.of(asked));
        assertThat(pages).hasSize(1);
        return lines(pages.get(0).answer());
    }

    private static List<String> lines(Answer answer) {
        List<String> lines = new ArrayList<>(List.of(answer.title(), answer.subtitle()));
        for (Answer.Section section : answer.sections()) {
            lines.add("# " + section.heading());
            for (Piece piece : section.pieces()) {
                if (piece instanceof Piece.Line line) {
                    lines.add(line.text());
                } else if (piece instanceof Piece.Table table) {
                    lines.add(String.join("|", table.head()));
                    table.rows().forEach(row -> lines.add(String.join("|", row)));
                } else if (piece instanceof Piece.Entry entry) {
                    lines.add("## " + entry.name() + " " + entry.value() + " " + entry.basis());
                    lines.addAll(entry.lines());
                }
            }
        }
        return lines;
    }

    /**
     * (9875 − 10000) ÷ 10000 = −1.25 %, two quarters published and ten reported before: twelve with this one. Premiums of 9999.51 are
     * −0.0049 %, published as 0.00, those of 9999.50 −0.005 %, published as −0.01.
     */
    @Test
    void who_is_named_reads_why_since_when_what_follows_and_what_would_have_to_be_otherwise() {
        assertThat(told("平安财险"))
                .containsExactly(
                        "平安财险上饶中心支公司\n2022年第四季度通报情况说明",
                        "2022年第四季度 第1版　校验码 7K3Q-9XTB-0M4D-WHJ2",
                        "# 结论",
                        "本期被点名1项：保费收入长期负增长。",
                        "处理措施：现场督导检查（第四部分第11项，假定）。银行、保险机构：列为“保费收入长期负增长”并已连续12个季度，" + "或列为“新增信贷完成滞后”并已连续4个季度的，现场督导检查。",
                        "# 逐项说明",
                        "## 保费收入长期负增长 点名 第四部分第11项（假定）",
                        "规定：保险机构的保费增速连续8个季度（含本季度）低于0%的，列为“保费收入长期负增长”。",
                        "计算：保费增速 = (9,875.00 - 10,000.00) ÷ 10,000.00 × 100 = -1.25%，保留2位小数四舍五入为-1.25%",
                        "数据：本期保费 9,875.00万元，见 县区.xlsx › insurers › C2",
                        "数据：上年同期保费 10,000.00万元，见 县区.xlsx › insurers › D2",
                        "结果：保费增速-1.25%，低于0%，相差1.25个百分点。",
                        "时间：自2020年第一季度起已连续12个季度；2020年第一季度至2022年第二季度采用报送的历史数据；" + "2019年第四季度既没有公布结果，也没有历史数据，不再往前计。",
                        "不被点名的条件：保费增速须不低于0.00%（现为-1.25%，相差1.25个百分点）。",
                        "其他数不变，即本期保费不少于9,999.51万元（现为9,875.00万元，须增加124.51万元）。",
                        "# 各项指标",
                        "指标|本期|名次|上期名次",
                        "保费增速|-1.25%|1|—",
                        "# 依据",
                        "《关于进一步推动银行保险业加快发展的意见》（饶府厅发〔2022〕1号）。");
    }

    /** 67.97 % of 77.97 %: 10.00 points, the second grade; 72.98 % would do, and 14595 ÷ 20000 = 72.975 % is published so. */
    @Test
    void of_several_watches_each_is_told_by_itself() {
        assertThat(told("C1"))
                .contains(
                        "本期被点名3项：信贷增速滞缓、存贷比远低于全市平均、保费收入负增长。",
                        "处理措施：提请加强组织领导（第四部分第11项，原文）。县区：点名事项达到1项的，提请加强组织领导。",
                        "以下3项都不再出现，才不被点名。",
                        "## 存贷比远低于全市平均 点名 第四部分第11项（假定）",
                        "数据：全市存贷比 77.97%，见 全市.xlsx › 参数 › B3",
                        "结果：存贷比67.97%，低于全市存贷比（77.97%），相差10.00个百分点，属第2级。",
                        "时间：自2022年第三季度起已连续2个季度；2022年第二季度既没有公布结果，也没有历史数据，不再往前计。",
                        "不被点名的条件：存贷比须不低于72.98%（现为67.97%，相差5.01个百分点）。",
                        "其他数不变，即贷款余额不少于14,595.00万元（现为13,594.00万元，须增加1,001.00万元）。",
                        "存贷比|67.97%|3|2");
    }

    /** Of 4000 the year is over: 50000 + 4000. The mean of 12 % and 3 % is 7.5 %. */
    @Test
    void a_year_s_target_and_a_row_that_is_not_full_are_told() {
        assertThat(told("乙银行"))
                .contains(
                        "结果：新增贷款1,500.00万元，低于年度新增贷款目标的序时进度（4,000万元），相差2,500.00万元。",
                        "时间：本季度出现；2022年第三季度只列示、不判定，不再往前计。",
                        "不被点名的条件：新增贷款须不低于4,000.00万元（现为1,500.00万元，相差2,500.00万元）。",
                        "其他数不变，即贷款余额不少于54,000.00万元（现为51,500.00万元，须增加2,500.00万元）。",
                        "## 贷款增速低于各行平均 未点名 第四部分第11项（假定）",
                        "连续1个季度，满4个季度才点名。");
    }

    @Test
    void who_is_exempt_is_told_so_and_nothing_is_held_against_it() {
        assertThat(told("I2"))
                .contains("只列示，不排名、不点名：开业日期为2022年5月6日，不足规定月数。", "保费增速|-40.00%|—|—")
                .doesNotContain("# 逐项说明");
    }

    @Test
    void who_is_not_named_reads_how_near_it_was_and_what_could_not_be_judged() {
        assertThat(told("德兴市"))
                .contains(
                        "本期没有被点名。",
                        "结果：贷款增速20.00%，对照全省贷款增速（11.2%），没有落后。",
                        "## 保费收入负增长 不判定 第四部分第11项（原文）",
                        "结果：保费增速没有数。");
        // 72.98 is below 77.97 by 4.99
        assertThat(told("C3"))
                .contains("## 存贷比远低于全市平均 未点名 第四部分第11项（假定）", "结果：存贷比72.98%，低于全市存贷比（77.97%），相差4.99个百分点，没有达到点名的差距。");
    }

    @Test
    void nobody_else_s_name_or_figure_is_told() {
        List<Page> all = told(Optional.empty());
        assertThat(all.stream().map(Page::code)).containsExactly("B1", "B2", "I1", "I2", "C1", "C2", "C3");
        for (Page page : all) {
            String told = String.join("\n", lines(page.answer()));
            for (Page other : all) {
                if (!other.code().equals(page.code())) {
                    assertThat(told).doesNotContain(other.name());
                }
            }
        }
        assertThat(String.join("\n", told("C1")))
                .doesNotContain("12,000.00", "15,000.00", "20.00%", "80.00%", "72.98%，低于");
    }

    @Test
    void who_is_not_there_is_not_answered_and_the_nearest_name_is_known() {
        assertThat(told(Optional.of("婺源"))).isEmpty();
        assertThat(answers(town()).knows(Optional.of("婺源"))).isFalse();
        assertThat(answers(town()).nearest("婺源县区")).contains("婺源县");
    }
}
