package bankscore.desk;

import static org.assertj.core.api.Assertions.assertThat;

import bankscore.desk.OpenDesk.Chosen;
import bankscore.desk.layout.UploadLimits;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is sent to a period: several files and folders, all or none; what is too large or no upload gets one sentence. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class UploadTest {

    private static final int FILE = 200_000;
    private static final String TOO_LARGE = "文件太大，没有接收";

    @TempDir
    static Path folder = Path.of("");

    private Optional<OpenDesk> open = Optional.empty();

    @BeforeAll
    void openTheDesk() throws Exception {
        open = Optional.of(OpenDesk.in(folder, Path.of("config"), new UploadLimits(FILE, 5 * FILE)));
    }

    @AfterAll
    void close() {
        open.ifPresent(OpenDesk::close);
    }

    private HttpResponse<String> put(String period, List<Chosen> files) throws Exception {
        return open.orElseThrow().drop("period/" + period, "period/" + period + "/files?rule=shangrao", files);
    }

    private static Chosen chosen(String name, int bytes) {
        return chosenAs("files", name, bytes);
    }

    private static List<String> kept(String period) throws IOException {
        Path place = folder.resolve("input").resolve(period);
        if (!Files.isDirectory(place)) {
            return List.of();
        }
        try (Stream<Path> all = Files.walk(place)) {
            return all.filter(Files::isRegularFile)
                    .map(each -> place.relativize(each).toString())
                    .sorted()
                    .toList();
        }
    }

    @Test
    void several_files_and_a_folder_are_put_in_and_one_of_the_same_name_replaces() throws Exception {
        List<Chosen> files = List.of(
                chosen("C:\\报表\\一.xlsx", 10),
                chosen("../../二.xlsx", 10),
                new Chosen("folder", "各行/甲行/台账.xlsx", new byte[20]),
                new Chosen("folder", "各行/乙行/台账.xlsx", new byte[30]),
                new Chosen("folder", "../各行/../丙<行>/台账.xlsx", new byte[40]),
                new Chosen("folder", "各行/一/二/三/四/台账.xlsx", new byte[50]),
                new Chosen("folder", "一.xlsx/台账.xlsx", new byte[60]),
                new Chosen("folder", "各行/.git/config", new byte[5]),
                new Chosen("folder", "各行/~$台账.xlsx", new byte[5]),
                new Chosen("folder", "", new byte[0]));

        assertThat(put("2022Q1", files).statusCode()).isEqualTo(302);
        assertThat(kept("2022Q1"))
                .containsExactly(
                        "一.xlsx",
                        "一.xlsx_台账.xlsx",
                        "二.xlsx",
                        "各行/丙_行_/台账.xlsx",
                        "各行/乙行/台账.xlsx",
                        "各行/甲行/台账.xlsx",
                        "各行_一_二_三_四_台账.xlsx");

        assertThat(put("2022Q1", List.of(new Chosen("folder", "各行/甲行/台账.xlsx", new byte[7])))
                        .statusCode())
                .isEqualTo(302);
        assertThat(Files.size(folder.resolve("input/2022Q1/各行/甲行/台账.xlsx"))).isEqualTo(7);
        assertThat(open.orElseThrow().get("history?period=2022Q1").body())
                .contains(
                        "<bdi class=\"faint\">一.xlsx、二.xlsx、各行/甲行/台账.xlsx、各行/乙行/台账.xlsx、",
                        "<bdi class=\"faint\">各行/甲行/台账.xlsx</bdi>");
        assertThat(kept("2022Q1")).contains(".withdrawn/各行_甲行_台账.xlsx");
    }

    @Test
    void a_mended_file_of_another_name_is_told_beside_the_spoilt_one_and_either_goes() throws Exception {
        OpenDesk desk = open.orElseThrow();
        put(
                "2024Q1",
                List.of(
                        new Chosen("folder", "财政局/资金.xlsx", new byte[10]),
                        new Chosen("folder", "各行/甲行/台账.xlsx", new byte[10]),
                        new Chosen("folder", "各行/乙行/台账.xlsx", new byte[10])));
        assertThat(desk.get("period/2024Q1").body()).doesNotContain("可能是同一张表");

        HttpResponse<String> answer = put("2024Q1", List.of(chosen("资金（退回）改.xlsx", 20), chosen("存贷款 (1).xlsx", 20)));
        assertThat(answer.statusCode()).isEqualTo(302);
        String page = told(answer);
        assertThat(page)
                .contains("已放入 2 个文件。下一步：检查。")
                .contains("“资金（退回）改.xlsx”和“财政局/资金.xlsx”可能是同一张表的两份")
                .contains("撤下 财政局/资金.xlsx")
                .doesNotContain("“存贷款");
        assertThat(page.split("可能是同一张表", -1)).hasSize(2);

        desk.send("period/2024Q1", "period/2024Q1/withdraw?rule=shangrao", "name", "财政局/资金.xlsx");
        assertThat(desk.get("period/2024Q1").body()).doesNotContain("可能是同一张表");
        assertThat(kept("2024Q1")).contains(".withdrawn/财政局_资金.xlsx", "资金（退回）改.xlsx");
    }

    @Test
    void one_file_takes_the_place_of_another_whatever_the_two_are_called() throws Exception {
        put("2024Q2", List.of(new Chosen("folder", "财政局/资金.xlsx", new byte[10])));

        HttpResponse<String> answer = replace("2024Q2", "财政局/资金.xlsx", chosenAs("instead", "最终.xlsx", 30));
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(302);
        assertThat(told(answer)).contains("已放入 1 个文件，其中 1 个替换了原来的。下一步：检查。");
        assertThat(kept("2024Q2")).containsExactly(".withdrawn/财政局_资金.xlsx", "最终.xlsx");

        // One that is not there, one elsewhere, none, and one too large: nothing comes and nothing goes.
        assertThat(replace("2024Q2", "没有.xlsx", chosenAs("instead", "又.xlsx", 30))
                        .statusCode())
                .isEqualTo(404);
        assertThat(replace("2024Q2", "../2024Q2/最终.xlsx", chosenAs("instead", "又.xlsx", 30))
                        .statusCode())
                .isEqualTo(404);
        assertThat(replace("2024Q2", "最终.xlsx", chosenAs("instead", "", 0)).statusCode())
                .isEqualTo(400);
        assertThat(replace("2024Q2", "最终.xlsx", chosenAs("instead", "又.xlsx", FILE + 1))
                        .statusCode())
                .isEqualTo(413);
        assertThat(kept("2024Q2")).containsExactly(".withdrawn/财政局_资金.xlsx", "最终.xlsx");
    }

    private HttpResponse<String> replace(String period, String name, Chosen file) throws Exception {
        return open.orElseThrow()
                .drop("period/" + period, "period/" + period + "/replace?rule=shangrao", List.of(file), "name", name);
    }

    /** What is told after something was put in. */
    private String told(HttpResponse<String> answer) throws Exception {
        String where = answer.headers().firstValue("Location").orElseThrow();
        return open.orElseThrow().get(where.substring(1)).body();
    }

    private static Chosen chosenAs(String field, String name, int bytes) {
        return new Chosen(field, name, new byte[bytes]);
    }

    /** Of a folder of many files the history names a few, and how many there were. */
    @Test
    void what_was_done_to_files_is_in_the_history_with_who_did_it_and_what_was_refused_is_not() throws Exception {
        List<Chosen> many = new ArrayList<>();
        for (int number = 10; number < 22; number++) {
            many.add(chosen("表" + number + ".xlsx", 10));
        }
        put("2024Q3", many);
        replace("2024Q3", "表10.xlsx", chosenAs("instead", "新.xlsx", 10));
        OpenDesk desk = open.orElseThrow();
        desk.send("period/2024Q3", "period/2024Q3/withdraw?rule=shangrao", "name", "表11.xlsx");
        assertThat(put("2024Q3", List.of(chosen("大.xlsx", FILE + 1))).statusCode())
                .isEqualTo(413);
        assertThat(desk.send("period/2024Q3", "period/2024Q3/withdraw?rule=shangrao", "name", "没有.xlsx")
                        .statusCode())
                .isEqualTo(404);

        String page = desk.get("history?period=2024Q3").body();
        assertThat(page.split("<span>报表文件</span>", -1)).hasSize(4);
        assertThat(page)
                .contains("表18.xlsx、表19.xlsx 等 12 个文件</bdi>", ">已放入</bdi>")
                .contains(">新.xlsx</bdi>", ">已替换</bdi>")
                .contains(">表11.xlsx</bdi>", ">已撤下</bdi>")
                .contains("<bdi>" + System.getProperty("user.name") + "</bdi>")
                .doesNotContain("大.xlsx", "没有.xlsx", "表20.xlsx");
    }

    @Test
    void a_form_without_a_file_says_so() throws Exception {
        HttpResponse<String> answer = put("2023Q2", List.of(chosen("", 0), new Chosen("folder", "", new byte[0])));

        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(answer.body()).contains("没有选择文件，没有放入。");
        assertThat(kept("2023Q2")).isEmpty();
    }

    @Test
    void one_file_too_large_is_refused_and_so_are_those_beside_it() throws Exception {
        HttpResponse<String> answer = put("2022Q2", List.of(chosen("小.xlsx", 10), chosen("大.xlsx", FILE + 1)));

        assertThat(answer.statusCode()).isEqualTo(413);
        assertThat(answer.body()).contains(TOO_LARGE);
        assertThat(kept("2022Q2")).isEmpty();
    }

    /** The tests beside this one have smaller ones. */
    @Test
    void a_file_has_at_most_200_megabytes_and_a_period_one_gigabyte() {
        assertThat(UploadLimits.usual()).isEqualTo(new UploadLimits(200L * 1024 * 1024, 1024L * 1024 * 1024));
    }

    @Test
    void more_at_once_than_a_period_may_have_is_refused() throws Exception {
        HttpResponse<String> answer = put("2022Q3", Collections.nCopies(6, chosen("表.xlsx", FILE)));

        assertThat(answer.statusCode()).isEqualTo(413);
        assertThat(answer.body()).contains(TOO_LARGE);
        assertThat(kept("2022Q3")).isEmpty();
    }

    @Test
    void a_period_that_is_full_takes_none_of_what_is_sent_but_a_file_in_place_of_another() throws Exception {
        for (String name : List.of("一.xlsx", "二.xlsx", "三.xlsx", "四.xlsx")) {
            assertThat(put("2023Q4", List.of(chosen(name, FILE))).statusCode()).isEqualTo(302);
        }

        HttpResponse<String> answer = put("2023Q4", List.of(chosen("五.xlsx", 10), chosen("六.xlsx", FILE)));
        assertThat(answer.statusCode()).isEqualTo(413);
        assertThat(answer.body()).contains(TOO_LARGE);
        assertThat(kept("2023Q4")).containsExactly("一.xlsx", "三.xlsx", "二.xlsx", "四.xlsx");

        assertThat(put("2023Q4", List.of(chosen("四.xlsx", 10), chosen("五.xlsx", FILE)))
                        .statusCode())
                .isEqualTo(302);
        assertThat(kept("2023Q4"))
                .containsExactly(".withdrawn/四.xlsx", "一.xlsx", "三.xlsx", "二.xlsx", "五.xlsx", "四.xlsx");
    }

    @ParameterizedTest
    @ValueSource(strings = {"period/2023Q1/files?rule=shangrao", "rule", "history/file"})
    void what_is_no_upload_gets_one_sentence(String path) throws Exception {
        OpenDesk desk = open.orElseThrow();
        String token = desk.token("period/2023Q1");
        String begun = "--b\r\nContent-Disposition: form-data; name=\"_csrf\"\r\n\r\n" + token
                + "\r\n--b\r\nContent-Disposition: form-data; name=\"files\"; filename=\"a.xlsx\"\r\n\r\nPK";
        for (HttpResponse<String> answer : List.of(
                desk.post(path, "multipart/form-data; boundary=b", begun.getBytes(StandardCharsets.UTF_8)),
                desk.post(path, "multipart/form-data", begun.getBytes(StandardCharsets.UTF_8)),
                desk.scripted(path, "multipart/form-data; boundary=b", begun.getBytes(StandardCharsets.UTF_8), token),
                desk.scripted(path, "multipart/form-data", begun.getBytes(StandardCharsets.UTF_8), token))) {
            assertThat(answer.statusCode()).as(answer.body()).isEqualTo(400);
            assertThat(answer.body())
                    .as(answer.body())
                    .contains("这个请求不完整，没有处理。")
                    .doesNotContain("Exception");
        }
        assertThat(kept("2023Q1")).isEmpty();
    }
}
