package bankscore.watch.say;

import static org.assertj.core.api.Assertions.assertThat;

import bankscore.load.WordsLoader;
import bankscore.watch.load.WatchFiles;
import bankscore.watch.scheme.Group;
import bankscore.watch.scheme.Watch;
import bankscore.watch.scheme.WatchScheme;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** A rule in sentences, whole. */
class RuleSentencesTest {

    private static String called(Group group) {
        return Map.of("roster", "银行", "insurers", "保险机构", "counties", "县区").getOrDefault(group.register(), "");
    }

    private static RuleSentences of(WatchScheme rule) {
        return new RuleSentences(
                rule, RuleSentencesTest::called, WordsLoader.load().of("watch"));
    }

    @Test
    void the_rule_of_shangrao_is_said_from_top_to_bottom() throws Exception {
        assertThat(of(WatchFiles.rule("shangrao-watch-2022")).all())
                .containsExactly(
                        "银行的新增贷款＝贷款余额 - 年初贷款余额（万元）。",
                        "银行的贷款增速＝(贷款余额 - 年初贷款余额) ÷ 年初贷款余额 × 100（%），保留2位小数。",
                        "保险机构的保费增速＝(本期保费 - 上年同期保费) ÷ 上年同期保费 × 100（%），保留2位小数。",
                        "县区的贷款增速＝(贷款余额 - 上年同期贷款余额) ÷ 上年同期贷款余额 × 100（%），保留2位小数。",
                        "县区的存贷比＝贷款余额 ÷ 存款余额 × 100（%），保留2位小数。",
                        "县区的保费增速＝(本期保费 - 上年同期保费) ÷ 上年同期保费 × 100（%），保留2位小数。",
                        "全省贷款增速：取参数表公布的“全省贷款增速”。",
                        "全省存贷比：取参数表公布的“全省存贷比”。",
                        "全省保费增速：取参数表公布的“全省保费增速”。",
                        "全市存贷比：取参数表公布的“全市存贷比”；没有公布的，为合计（县区贷款余额） ÷ 合计（县区存款余额） × 100（计全部对象），" + "保留2位小数。",
                        "县区的贷款增速低于全省贷款增速的，列为“信贷增速滞缓”。",
                        "县区的存贷比低于全市存贷比，差距达到5个百分点为第1级、达到10个百分点为第2级的，列为“存贷比远低于全市平均”。",
                        "县区的保费增速低于0%的，列为“保费收入负增长”。",
                        "保险机构的保费增速连续8个季度（含本季度）低于0%的，列为“保费收入长期负增长”。",
                        "银行的新增贷款低于年度新增贷款目标的序时进度（全年数×季度数÷4）的，列为“新增信贷完成滞后”。",
                        "银行、保险机构：列为“保费收入长期负增长”并已连续12个季度，或列为“新增信贷完成滞后”并已连续4个季度的，现场督导检查。",
                        "银行、保险机构：点名事项达到1项的，约谈。",
                        "县区：点名事项达到1项的，提请加强组织领导。",
                        "只列入表中，不排名、不点名的对象：是否考核为“否”；开业不满12个月；备注为“口径调整”。",
                        "贷款增速高于全省：全市贷款增速高于全省贷款增速。",
                        "存贷比高于全省：全市存贷比高于全省存贷比。",
                        "保费收入增速高于全省：全市保费增速高于全省保费增速。");
    }

    @Test
    void targets_and_indices_are_said_with_their_days_and_parts() throws Exception {
        assertThat(of(WatchFiles.rule("jinhua-targets-2024")).all())
                .containsExactly(
                        "金惠保投保覆盖率：金惠保投保覆盖率到2024年12月31日不低于93%。",
                        "金惠保三份占比：金惠保三份占比到2024年12月31日不低于78%。",
                        "险资在金余额：险资在金余额到2025年12月31日不低于500亿元，自2023年12月31日的330亿元起按日均匀推进。");
        assertThat(of(WatchFiles.rule("wuhan-targets-2021")).all())
                .contains(
                        "投保企业：投保企业数到2025年12月31日高于5,000家。",
                        "当年新增科技保险专营机构：当年新增科技保险专营机构数每年不低于2家，年内从零起按日均匀推进。",
                        "科技保险发展指数：以2021年第四季度为100，各项除以基期数后按投保企业数30%、风险保障金额30%、引进保险资金20%、" + "保险科技和研究机构数20%加权，保留2位小数。");
    }

    @Test
    void what_the_delivered_rules_do_not_say_has_its_words_too() throws Exception {
        assertThat(of(WatchFiles.parse(WatchFiles.SOUND, WatchFiles.datasets())).all())
                .contains(
                        "银行的占比＝贷款余额 ÷ 合计（贷款余额） × 100（%），保留2位小数。",
                        "县区的不良率＝年初贷款余额 ÷ 贷款余额 × 100（%），保留2位小数，越低越好。",
                        "县区的存贷比连续2个季度（含本季度）低于全市存贷比，差距达到5个百分点为第1级、达到10个百分点为第2级的，列为“偏低”。",
                        "县区的不良率高于各县区平均值的（备注为新区的除外），列为“偏高”。",
                        "银行、县区：列为“偏低”第2级以上并已连续4个季度，或（点名事项达到1项，且并非（列为“偏低”），" + "且列为“滞后”并已连续4个季度）的，督导。",
                        "全部对象：点名事项达到1项的，约谈。",
                        "新增机构：新增机构数每年高于目标数，年内从零起按日均匀推进。",
                        "指数：以2021年第四季度为100，各项除以基期数后按企业数60%、保额40%加权，保留1位小数。");
        assertThat(of(WatchFiles.rule("local-lending-2010")).all())
                .contains("县区的新增当地贷款不高于0万元的（新增可贷资金高于0万元的除外），列为“当地贷款未增加”。");
    }

    /** A mean is each group's own where a watch is of several; of one group a sentence says it as the papers do. */
    @Test
    void whose_mean_a_bound_is_is_said() throws Exception {
        String both = WatchFiles.SOUND
                .replace("increment: {name: 新增贷款", "npl: {name: 新增贷款")
                .replace("measure: increment, below: increment_target, progress: true", "measure: npl, above: 0, by: 0")
                .replace("{id: high, of: [counties]", "{id: high, of: [banks, counties]")
                .replace(", unless: {text: 备注, one_of: [新区]}", "");
        WatchScheme rule = WatchFiles.parse(both, WatchFiles.datasets());
        Watch high = rule.watch("high").orElseThrow();

        assertThat(of(rule).watch(high)).isEqualTo("银行、县区的新增贷款高于本组平均值的，列为“偏高”。");
        assertThat(of(rule).bound(rule.group("banks").orElseThrow(), high)).isEqualTo("各银行平均值");
        assertThat(of(rule).bound(rule.group("counties").orElseThrow(), high)).isEqualTo("各县区平均值");
        Watch behind = rule.watch("behind").orElseThrow();
        assertThat(of(rule).side(behind) + of(rule).bound(rule.group("banks").orElseThrow(), behind))
                .isEqualTo("不低于0万元");
    }
}
