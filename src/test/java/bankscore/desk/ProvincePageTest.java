package bankscore.desk;

import static org.assertj.core.api.Assertions.assertThat;

import bankscore.cli.CommandsInProcess;
import bankscore.cli.CommandsInProcess.Said;
import bankscore.machine.FolderCopy;
import bankscore.machine.ProgramProcess;
import bankscore.machine.ProgramProcess.Started;
import bankscore.machine.Waiting;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** How far the counties of a province are, on the desk of the province: what {@code province --status} says. */
class ProvincePageTest {

    private static final String PERIOD = "2022Q4";
    private static final String PAGE = "province/" + PERIOD;

    @TempDir
    Path folder = Path.of("");

    private void county(String name) throws Exception {
        FolderCopy.of(Path.of("input", PERIOD), sent(name));
    }

    private Path sent(String name) {
        return folder.resolve("counties").resolve(name).resolve("input").resolve(PERIOD);
    }

    private Said type(String... more) throws Exception {
        return new CommandsInProcess(folder.resolve("output")).type(words(more).toArray(String[]::new));
    }

    private List<String> words(String... more) {
        List<String> words = new ArrayList<>(List.of(
                "province", PERIOD, "--counties", folder.resolve("counties").toString()));
        words.addAll(List.of(more));
        return words;
    }

    @Test
    void what_came_of_every_county_is_said_as_the_command_line_says_it() throws Exception {
        county("县1");
        county("县2");
        Files.createDirectories(sent("县3"));
        assertThat(type("--quiet").code()).isEqualTo(3);
        String line = "已完成 3/3 个县：已发布 2，没有变化 0，有错误 1，失败 0；等待 0";
        assertThat(type("--status").text()).contains(line);

        try (OpenDesk desk = OpenDesk.in(folder, Path.of("config"))) {
            assertThat(desk.get("").body())
                    .contains("各县进度", line, "href=\"/" + PAGE + "?rule=shangrao\"")
                    .doesNotContain("还没有任何一期的报表");
            String page = desk.get(PAGE).body();
            assertThat(page)
                    .contains("2022年第四季度各县进度", line, "有错误的县，问题清单和退回文件在结果文件夹的“县名/2022Q4”里。")
                    .containsPattern(row("县1", "已发布", "r1"))
                    .containsPattern(row("县2", "已发布", "r1"))
                    .containsPattern(row("县3", "有错误，未发布"))
                    .doesNotContain("hx-trigger", "http-equiv=\"refresh\"");
            assertThat(desk.get("province/2022Q5").statusCode()).isEqualTo(404);
        }
    }

    private static String row(String... cells) {
        return "(?s)<th scope=\"row\"[^>]*><bdi>" + String.join("</bdi>.{0,60}<bdi>", cells) + "</bdi>";
    }

    /** The file is the other process's for as long as that works; the page follows all the same, and ends with all of it. */
    @Test
    void while_another_process_has_the_file_the_page_says_how_far_that_is_and_asks_again() throws Exception {
        for (int number = 1; number <= 4; number++) {
            county("县" + number);
        }
        try (OpenDesk desk = OpenDesk.in(folder, Path.of("config"))) {
            Started running = ProgramProcess.ofThisBuild()
                    .start(words(
                                    "--local",
                                    "1",
                                    "--output",
                                    folder.resolve("output").toString())
                            .toArray(String[]::new));
            try {
                Waiting.until("the first county", () -> Files.exists(folder.resolve("output/县1")));
                String live = desk.get(PAGE).body();
                assertThat(live)
                        .contains("/4 个县：已发布 ", "；正在处理 县", "各县的明细在它结束以后显示。")
                        .contains("hx-trigger=\"every 2s\"", "http-equiv=\"refresh\"")
                        .doesNotContain("没有完成");
                assertThat(desk.get("").body())
                        .contains("数据库正被另一个程序使用", "命令：province 2022Q4", "2022Q4 已完成 ", "；正在处理 县");
                assertThat(running.ended().code()).isZero();
            } finally {
                running.process().destroyForcibly();
            }
            assertThat(desk.get(PAGE).body())
                    .contains("已完成 4/4 个县：已发布 4")
                    .containsPattern(row("县4", "已发布", "r1"))
                    .doesNotContain("hx-trigger");
        }
    }
}
