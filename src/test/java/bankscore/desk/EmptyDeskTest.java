package bankscore.desk;

import static org.assertj.core.api.Assertions.assertThat;

import bankscore.machine.FolderCopy;
import java.io.ByteArrayInputStream;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Where nothing is yet, every page says what to do, and has what it is done with. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class EmptyDeskTest {

    private static final String BEGIN = "<a class=\"button main\" href=\"/period\">到“期间”去</a>";

    @TempDir
    static Path folder = Path.of("");

    private Optional<OpenDesk> open = Optional.empty();

    @BeforeAll
    void openTheDesk() throws Exception {
        Path config = folder.resolve("config");
        FolderCopy.of(Path.of("config"), config);
        open = Optional.of(OpenDesk.in(folder, config));
    }

    @AfterAll
    void close() {
        open.ifPresent(OpenDesk::close);
    }

    private String page(String path) throws Exception {
        HttpResponse<String> answer = open.orElseThrow().get(path);
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        return answer.body();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "period"})
    void without_a_period_one_is_begun(String path) throws Exception {
        assertThat(page(path))
                .contains("还没有任何一期的报表。请在下面写出期间，例如 2026Q4，打开后放入各单位报来的表。")
                .containsPattern(
                        "(?s)<form[^>]* action=\"/period/new\".*<option value=\"2023Q1\">2023年第一季度</option>\\s*"
                                + "<option value=\"2022Q4\">.*<button type=\"submit\" class=\"main\">打开</button>");
    }

    @Test
    void without_files_they_are_put_in_and_nothing_is_checked_or_run() throws Exception {
        assertThat(page("period/2026Q4"))
                .contains("第一步：放入各单位报来的表。没有表的，先下载空白表发给各单位填写。", ">放入</button>", ">下载空白表</a>")
                .doesNotContain("id=\"check\"", "id=\"run\"", "收表进度", "问题：");
    }

    @Test
    void blank_tables_are_handed_out_office_by_office() throws Exception {
        byte[] zip = open.orElseThrow().bytes("period/2026Q4/templates?rule=shangrao");
        List<String> names = new ArrayList<>();
        try (ZipInputStream entries = new ZipInputStream(new ByteArrayInputStream(zip), StandardCharsets.UTF_8)) {
            for (ZipEntry each = entries.getNextEntry(); each != null; each = entries.getNextEntry()) {
                assertThat(new String(entries.readNBytes(2), StandardCharsets.US_ASCII))
                        .isEqualTo("PK");
                names.add(each.getName());
            }
        }

        assertThat(names)
                .hasSizeGreaterThan(3)
                .allMatch(each -> each.endsWith(".xlsx") && !each.contains("/"))
                .anyMatch(each -> each.contains("税务局"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"result", "trial", "comparison", "review", "history"})
    void without_a_revision_the_way_to_one_is_told(String path) throws Exception {
        assertThat(page(path)).contains("还没有生成过结果。请先到“期间”放入各单位报来的表，检查无误后计算并生成结果。", BEGIN);
    }

    @Test
    void without_a_history_that_is_said() throws Exception {
        assertThat(page("history")).contains("还没有任何记录。").doesNotContain("链首", "<table class=\"dense\">");
    }

    @Test
    void without_people_it_is_said_who_acts_and_the_first_is_added() throws Exception {
        assertThat(page("people"))
                .contains("还没有登记人员：操作人就是电脑的用户，批准不签名。要由两个人复核签字，请先添加一位管理员", "id=\"add\"")
                .doesNotContain("id=\"end\"", "id=\"change\"", "以本人身份进入");
    }

    /** Whoever sits before the machine is called as its system calls him, and it is said that this is no name of a person. */
    @Test
    void nobody_has_signed_in_and_the_head_of_the_page_says_whose_machine_it_is() throws Exception {
        assertThat(page("")).contains("<bdi>电脑用户 " + System.getProperty("user.name") + "</bdi>");
    }

    @ParameterizedTest
    @CsvSource({"rule,贷款增量", "province/2022Q4,还没有运行过。"})
    void what_comes_with_the_program_is_there_and_what_was_never_run_says_so(String path, String words)
            throws Exception {
        assertThat(page(path)).contains(words);
    }
}
