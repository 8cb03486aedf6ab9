package bankscore.desk;

import static org.assertj.core.api.Assertions.assertThat;

import bankscore.desk.OpenDesk.Chosen;
import bankscore.machine.Tool;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A published quarter is read, tried otherwise, compared and verified in a browser that runs no script. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class PublishedPagesTest {

    private static final Pattern EXPLAINED =
            Pattern.compile("<td class=\"number\"><a href=\"/(result/explained[^\"]+)\">");
    private static final String WHICH = "2022Q4+r1";

    @TempDir
    static Path folder = Path.of("");

    private Optional<OpenDesk> open = Optional.empty();

    @BeforeAll
    void openTheDesk() throws Exception {
        open = Optional.of(OpenDesk.published(folder));
    }

    @AfterAll
    void close() {
        open.ifPresent(OpenDesk::close);
    }

    private OpenDesk desk() {
        return open.orElseThrow();
    }

    @Test
    void every_number_of_the_ranking_leads_to_its_explanation_down_to_the_cell() throws Exception {
        String page = desk().get("result").body();
        Matcher link = EXPLAINED.matcher(page);
        assertThat(link.find()).isTrue();

        // Each of them, a bank once: its row leads to one page.
        Set<String> links = new LinkedHashSet<>();
        for (boolean more = true; more; more = link.find()) {
            links.add(link.group(1).replace("&amp;", "&"));
        }
        assertThat(links).hasSizeGreaterThanOrEqualTo(3);
        for (String each : links) {
            assertThat(desk().get(each).body()).as(each).contains("考核得分说明").containsPattern("\\.xlsx[^<]*[A-Z]+[0-9]+");
        }
        assertThat(page).contains("得分排名").doesNotContain(" style=");
    }

    @ParameterizedTest
    @ValueSource(strings = {"result", "trial", "comparison", "review", "history"})
    void where_something_is_published_no_page_says_that_nothing_is(String page) throws Exception {
        assertThat(desk().get(page).body()).contains("第 1 版").doesNotContain("还没有生成过结果", "到“期间”去");
    }

    @Test
    void every_file_of_a_revision_is_handed_out_as_it_was_published_and_no_other() throws Exception {
        Path revision = folder.resolve("output/2022Q4/r1");
        List<Path> files;
        try (var all = Files.list(revision)) {
            files = all.toList();
        }
        assertThat(files).isNotEmpty();
        for (Path file : files) {
            assertThat(desk().bytes("result/file?of=" + WHICH + "&name="
                            + OpenDesk.encoded(String.valueOf(file.getFileName()))))
                    .isEqualTo(Files.readAllBytes(file));
        }
        HttpResponse<String> elsewhere =
                desk().get("result/file?of=" + WHICH + "&name=" + OpenDesk.encoded("../../bankscore.mv.db"));
        assertThat(elsewhere.statusCode()).isEqualTo(404);
        assertThat(elsewhere.body()).doesNotContain(folder.toString());
    }

    @Test
    void the_book_is_printed_where_there_is_an_office_suite() throws Exception {
        Tool.assumeThere("soffice");

        assertThat(desk().get("result").body())
                .contains("/result/print?of=2022Q4%20r1")
                .doesNotContain("请在这台电脑上安装 LibreOffice");
        byte[] printed = desk().bytes("result/print?of=" + WHICH + "&name=" + OpenDesk.encoded("考核结果.xlsx"));
        assertThat(new String(printed, 0, 5, StandardCharsets.US_ASCII)).isEqualTo("%PDF-");
        assertThat(desk().get("result/print?of=" + WHICH + "&name=result.json").statusCode())
                .isEqualTo(404);
    }

    @Test
    void a_dropped_file_is_the_published_one_or_is_not() throws Exception {
        byte[] published = Files.readAllBytes(folder.resolve("output/2022Q4/r1/result.json"));
        byte[] changed = (new String(published, StandardCharsets.UTF_8) + " ").getBytes(StandardCharsets.UTF_8);

        assertThat(drop("history", "history/file", "copy.json", published))
                .contains("这份文件就是发布的那一份：2022Q4 第 1 版的 result.json，逐字节相同。")
                .contains("已按当时的数据和规则重新计算，结果逐字节相同。");
        assertThat(drop("history", "history/file", "result.json", changed))
                .contains("这份文件与发布的不同：2022Q4 第 1 版有同名文件 result.json，内容不一样。")
                .doesNotContain("逐字节相同");
        assertThat(drop("history", "history/file", "<img src=x>.json", changed))
                .contains("&lt;img src=x&gt;.json 不是已发布的任何一版里的文件，也不是回执。");
    }

    @Test
    void a_slip_is_held_against_the_history() throws Exception {
        Path slip = folder.resolve("output/2022Q4/r1-回执.json");

        assertThat(drop("history", "history/file", "r1-回执.json", Files.readAllBytes(slip)))
                .contains("相符　数据库中有这一版。")
                .contains("回执与数据库相符。");
    }

    @Test
    void a_code_that_belongs_to_no_revision_is_told() throws Exception {
        assertThat(desk().send("history", "history/code", "code", "7QK2-M0XA-93TD-H5VN")
                        .body())
                .contains("校验码 7QK2-M0XA-93TD-H5VN 不属于任何已发布的版本");
        assertThat(desk().send("history", "history/code", "code", "上饶").body()).contains("这不是校验码");
    }

    @Test
    void two_trials_stand_side_by_side_and_the_history_tells_of_them() throws Exception {
        String page = desk().send(
                        "trial",
                        "trial",
                        "of",
                        "2022Q4 r1",
                        "one.set.items.tax.bands[5].points",
                        "24",
                        "two.set.full_points",
                        "120")
                .body();

        // The fifth band gives 25 points; the full points of the basic items add up to 100, which 120 contradicts.
        assertThat(page)
                .contains("纳税情况 · 分档 · 第 6 项 · 分值：25 → 24")
                .contains("aria-label=\"试算一 贷款增量 · 满分\"")
                .doesNotContainPattern(">[^<>\"]*items[.]")
                .contains("改动后的办法有 1 处问题，没有试算（办法文件没有改动）")
                .contains("没有发布，没有改动任何文件");
        assertThat(desk().get("history").body()).contains("已试算，未发布").contains("改动不成立，未试算");
    }

    /** A figure of one bank is tried as a parameter is: what it was, what it would be, and what comes of it. */
    @Test
    void a_figure_is_tried() throws Exception {
        String page = desk().get("trial?of=" + WHICH).body();
        String bank = option(page, "one.of.0");
        String column = option(page, "one.column.0");
        String tried = tried(bank, column, "+10%");

        assertThat(tried.substring(tried.indexOf("id=\"tried\"")))
                .contains("<bdi>" + bank + " ", " → ", "试算得分", "没有发布，没有改动任何文件")
                .doesNotContain("看不懂", "figures.");
        assertThat(tried(bank, column, "很多"))
                .contains("“" + bank + " ", "的值“很多”不是数。请写新的数")
                .doesNotContain("figures.");
    }

    private String tried(String bank, String column, String value) throws Exception {
        return desk().send(
                        "trial",
                        "trial",
                        "of",
                        "2022Q4 r1",
                        "one.of.0",
                        bank,
                        "one.column.0",
                        column,
                        "one.value.0",
                        value)
                .body();
    }

    private static String option(String page, String select) {
        Matcher options = Pattern.compile("<option value=\"([^\"]+)\"")
                .matcher(page.substring(page.indexOf("name=\"" + select + "\"")));
        assertThat(options.find()).isTrue();
        return options.group(1);
    }

    @Test
    void a_single_revision_says_what_to_do_for_a_comparison_and_another_period_is_none() throws Exception {
        assertThat(desk().get("comparison?of=" + WHICH).body()).contains("只有这一版，没有可以比较的。");
        assertThat(desk().get("result?of=2021Q4+r1").statusCode()).isEqualTo(404);
    }

    @Test
    void a_changed_rule_is_proved_line_by_line_and_kept_only_as_a_new_version() throws Exception {
        Path schemes = folder.resolve("config/schemes");
        Path rule = schemes.resolve("shangrao-2022.yaml");
        String text = Files.readString(rule);
        String spoilt = text.replaceFirst("full_points:", "ful_points:");
        long above = text.substring(0, text.indexOf("full_points:")).lines().count();

        assertThat(drop("rule", "rule", "a.yaml", spoilt.getBytes(StandardCharsets.UTF_8)))
                .contains("shangrao-2022.yaml 第 " + (above + 1) + " 行：ful_points");
        assertThat(drop("rule", "rule", "a.yaml", text.getBytes(StandardCharsets.UTF_8), "keep", "true"))
                .contains("编号 shangrao-2022 的版本已经有了，已有的版本不能改动。");
        assertThat(Files.readString(rule)).isEqualTo(text);
        String next = text.replaceFirst("scheme: shangrao-2022", "scheme: shangrao-2021")
                .replaceFirst("in_force: \\{[^}]*}", "in_force: {from: 2021-01-01, to: 2022-01-12}");
        assertThat(drop("rule", "rule", "a.yaml", next.getBytes(StandardCharsets.UTF_8), "keep", "true"))
                .contains("shangrao-2021");
        assertThat(Files.readString(schemes.resolve("shangrao-2021.yaml"))).isEqualTo(next);
        assertThat(desk().get("history").body()).contains("shangrao-2021");

        // One that follows a version without an end: that is told and asked, and then both are written.
        String later = text.replaceFirst("scheme: shangrao-2022", "scheme: shangrao-2026")
                .replaceFirst("in_force: \\{[^}]*}", "in_force: {from: 2026-01-01}");
        byte[] following = later.getBytes(StandardCharsets.UTF_8);
        assertThat(drop("rule", "rule", "a.yaml", following)).contains("止期 2025-12-31", "同意给原版本写上止期");
        assertThat(drop("rule", "rule", "a.yaml", following, "keep", "true")).contains("还没有保存");
        assertThat(schemes.resolve("shangrao-2026.yaml")).doesNotExist();
        assertThat(Files.readString(rule)).isEqualTo(text);
        assertThat(drop("rule", "rule", "a.yaml", following, "keep", "true", "end", "true"))
                .contains("已保存为新版本 shangrao-2026", "原版本 shangrao-2022 的止期已写为 2025-12-31。");
        assertThat(Files.readString(schemes.resolve("shangrao-2026.yaml"))).isEqualTo(later);
        assertThat(Files.readString(rule)).isEqualTo(text.replaceFirst("(in_force: \\{[^}]*)}", "$1, to: 2025-12-31}"));
        assertThat(desk().get("rule?version=shangrao-2022").body())
                .contains("没有问题", "开业满12个月的参加考核。", "贷款增量 · 满分")
                .doesNotContain("items.", "ratio_to_best")
                .doesNotContain("有效期重叠");
        // What the two versions differ in, and what they do not.
        assertThat(desk().get("rule?version=shangrao-2026&other=shangrao-2022").body())
                .contains("版本对照：shangrao-2022 → shangrao-2026");
        try (var all = Files.list(schemes)) {
            assertThat(all.filter(each -> each.toString().matches(".*(draft|part|kept|keeping).*")))
                    .isEmpty();
        }
    }

    /** The page keeps what it proved; a file that has changed, however deep it lies, is proved anew. */
    @Test
    void a_worked_case_that_no_longer_comes_out_is_told_at_the_next_look() throws Exception {
        Path example = folder.resolve("config/cases/shangrao-2022/odd-rest.yaml");
        String text = Files.readString(example);
        String page = "rule?version=shangrao-2022";
        assertThat(desk().get(page).body()).contains("没有问题").doesNotContain("odd-rest.yaml");

        Files.writeString(example, text.replaceFirst("targets: \\{A: [0-9.]+", "targets: {A: 1.23"));
        assertThat(desk().get(page).body()).contains("odd-rest.yaml", "1.23").doesNotContain("没有问题");

        Files.writeString(example, text);
        assertThat(desk().get(page).body()).contains("没有问题");
    }

    /** Drops a file onto a form of a page. */
    private String drop(String page, String path, String name, byte[] content, String... fields) throws Exception {
        return desk().drop(page, path, List.of(new Chosen("file", name, content)), fields)
                .body();
    }
}
