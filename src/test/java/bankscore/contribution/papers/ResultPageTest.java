package bankscore.contribution.papers;

import static org.assertj.core.api.Assertions.assertThat;

import bankscore.contribution.ExecutionFixture;
import bankscore.contribution.PaperFixture;
import bankscore.contribution.judge.Report;
import bankscore.contribution.quarter.Quarter;
import bankscore.contribution.scheme.Item;
import bankscore.contribution.scheme.Scheme;
import bankscore.exact.Fraction;
import bankscore.exact.Period;
import bankscore.facts.FactTable;
import bankscore.facts.Figure;
import bankscore.facts.register.Register;
import bankscore.rule.Mark;
import bankscore.sheet.Place;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ResultPageTest {

    @Test
    void nothing_is_loaded_from_anywhere() {
        String html = html(PaperFixture.annual());
        assertThat(html)
                .doesNotContainPattern("(?i)(src|href)\\s*=\\s*\"(?!#)")
                .doesNotContainPattern("(?i)url\\(|@import|https?://|\\son[a-z]+=|\\sstyle=|javascript:")
                .doesNotContain(" th:", "<th:", "xmlns");
    }

    @Test
    void the_policy_allows_exactly_the_style_and_the_script_that_are_in_the_page() throws Exception {
        String html = html(PaperFixture.annual());
        Matcher policy = Pattern.compile("Content-Security-Policy\" content=\"([^\"]*)\"")
                .matcher(html);
        assertThat(policy.find()).isTrue();
        assertThat(policy.group(1).replace("&#39;", "'"))
                .isEqualTo("default-src 'none'; style-src '" + digest(html, "style") + "'; script-src '"
                        + digest(html, "script") + "'; base-uri 'none'; form-action 'none'");
    }

    @Test
    void a_withdrawal_that_is_not_carried_out_is_seen_before_anything_else() {
        String open = "应收回的资金没有全部收回：大坳银行的社会保险基金仍有12,000.00万元。";
        String html = html(ExecutionFixture.report("B005 20000 0 收回"));
        assertThat(html)
                .containsSubsequence(
                        "<a href=\"#execution\">执行情况</a>",
                        "<p class=\"notice open\">" + open,
                        "<h2 id=\"execution\">执行情况</h2>",
                        "<p class=\"notice open\">" + open,
                        "应转出2.00亿元",
                        "<td class=\"number\">40.00</td>",
                        "<tr class=\"withdrawn\">",
                        "大坳银行",
                        "应收回，部分落实",
                        "财政/财政存款.xlsx › 财政存款 › C5",
                        "<h2 id=\"ranking\">");
        assertThat(html(ExecutionFixture.report("B005 12000 12000")))
                .contains("没有需要划转的资金")
                .doesNotContain("class=\"notice open\"");
        assertThat(html(PaperFixture.annual())).doesNotContain("执行情况");
    }

    @Test
    void text_from_input_is_escaped() {
        String nasty = "</td><script>alert('1')</script>\"&银行";
        Scheme scheme = PaperFixture.scheme(
                "s",
                "试",
                List.of(PaperFixture.measure("x", "甲<b>", "", "a", -1)),
                List.of(PaperFixture.item("i", "项<i>", Item.Kind.BASE, "x", PaperFixture.best(10), Mark.TEXT)),
                Map.of());
        Quarter quarter = new Quarter(
                new FactTable(
                        new Period(2022, 4),
                        new Register(List.of(PaperFixture.bank("A", nasty, "", ""))),
                        Set.of(),
                        Map.of("a", Map.of("A", new Figure("a", Fraction.ONE, Place.NONE))),
                        Map.of(),
                        Map.of()),
                List.of(),
                List.of(),
                List.of());
        String html = html(PaperFixture.report(scheme, quarter, List.of()));
        assertThat(html)
                .contains("&lt;/td&gt;&lt;script&gt;alert(&#39;1&#39;)&lt;/script&gt;&quot;&amp;银行", "项&lt;i&gt;")
                .doesNotContain("alert('1')", "项<i>", "甲<b>");
    }

    @Test
    void the_page_shows_result_plan_argument_and_marks() {
        Report report = PaperFixture.annual();
        assertThat(html(report))
                .startsWith("<!DOCTYPE html>\n<html lang=\"zh-CN\">")
                .contains("校验码 " + report.run().code(), "126.52", "39.99")
                .contains("社会保险基金：资金总额500,000.00万元（单位：万元）", "提前支取", "到期划转（2023年5月15日）", "增量资金")
                .contains("另得零头</td>", "不足一份的零头", "元归总分最高的")
                .contains("30 × 30,000 ÷ 300,000 = 3分")
                .contains("<span class=\"mark text\">原文</span>", "<span class=\"mark reading\">理解</span>")
                .contains("<span class=\"mark assumed\">假定</span>", "已与税务局核对无误")
                .contains("<caption>", "scope=\"col\"", "scope=\"row\"", "aria-sort");
    }

    @Test
    void a_monitoring_quarter_is_never_shown_as_the_assessment() {
        String html = html(PaperFixture.report(PaperFixture.quarter(new Period(2022, 3), List.of(), true)));
        assertThat(html).contains("季度监测·测算", "资金调拨模拟方案").doesNotContain("年度考核");
    }

    @Test
    void the_file_is_the_page_in_utf_8(@TempDir Path folder) throws Exception {
        Path file = folder.resolve("report.html");
        ResultPage.write(PaperFixture.annual(), PaperFixture.words(), file);
        assertThat(Files.readString(file, StandardCharsets.UTF_8)).isEqualTo(html(PaperFixture.annual()));
    }

    private static String html(Report report) {
        return ResultPage.html(report, PaperFixture.words());
    }

    private static String digest(String html, String element) throws Exception {
        int from = html.indexOf("<" + element + ">") + element.length() + 2;
        String content = html.substring(from, html.indexOf("</" + element + ">"));
        byte[] digest = MessageDigest.getInstance("SHA-256").digest(content.getBytes(StandardCharsets.UTF_8));
        return "sha256-" + Base64.getEncoder().encodeToString(digest);
    }
}
