package bankscore.desk;

import static org.assertj.core.api.Assertions.assertThat;

import bankscore.cli.CommandsInProcess;
import bankscore.contribution.HostileFiles;
import bankscore.contribution.SmallQuarter;
import bankscore.desk.OpenDesk.Chosen;
import bankscore.exact.Period;
import bankscore.machine.FolderCopy;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A quarter without a script: files, check, a reason, run, a file withdrawn; the command line sees the same. */
class PeriodPageTest {

    private static final Pattern REVIEW =
            Pattern.compile("/period/2022Q4/finding/([0-9]+)\\?rule=shangrao\"[^>]*>查看表格，写明原因");
    private static final Pattern CAPTION = Pattern.compile("<caption><bdi>([^<]+)</bdi></caption>");
    private static final Pattern LINE =
            Pattern.compile("<td class=\"number\">[0-9]+</td>\\s*<td class=\"short\">([^<]*)</td>"
                    + "\\s*<td class=\"short\"><bdi>([^<]*)</bdi>.*</td>\\s*<td title=\"[^\"]*\">(.*)</td>"
                    + "\\s*<td class=\"short\"><bdi>2022Q4[^<]*</bdi></td>\\s*<td><bdi>([^<]*)</bdi></td>");
    private static final Pattern SENDER = Pattern.compile("(?<=<option value=\")[^\"]+");
    private static final Pattern CODE = Pattern.compile("name=\"code\" value=\"([A-Z0-9]+)\"");

    @TempDir
    Path folder = Path.of("");

    @Test
    void a_quarter_is_checked_explained_and_published() throws Exception {
        FolderCopy.of(Path.of("input/2022Q4"), folder.resolve("input/2022Q4"));
        try (OpenDesk desk = OpenDesk.in(folder, Path.of("config"))) {
            assertThat(page(desk, ""))
                    .contains("尚未检查")
                    .contains("还没有检查")
                    .doesNotContain("没有待处理的问题")
                    .doesNotContain("收表进度")
                    .doesNotContain("已报 ");
            String before = page(desk, "period/2022Q4");
            assertThat(before).contains("第二步：检查").contains("尚未检查").doesNotContain("收表进度");

            post(desk, "period/2022Q4/check?rule=shangrao");
            String told = desk.get("period/2022Q4/progress?rule=shangrao").body();
            String checked = page(desk, "period/2022Q4");
            assertThat(told).contains("event:end").contains("本步已完成");
            assertThat(checked).contains("检查完毕：").contains("收表进度").contains("已收到");

            // The first page says the same, office by office, and by which rules nothing was asked.
            assertThat(page(desk, ""))
                    .containsPattern("<bdi>[^<]+</bdi>\\s*<span class=\"mark good\">已报 [0-9]+ / [0-9]+ 张表")
                    .containsPattern(
                            "2022年第四季度还可以按其他办法检查：</span>\\s*<a href=\"/period/2022Q4\\?rule=[^<]*</a>.*rule=shangrao-watch");
            Matcher review = REVIEW.matcher(checked);
            assertThat(review.find()).isTrue();
            String finding = page(desk, "period/2022Q4/finding/" + review.group(1) + "?rule=shangrao");
            Matcher caption = CAPTION.matcher(finding);
            assertThat(caption.find()).isTrue();
            String place = caption.group(1);
            assertThat(finding)
                    .contains("<mark>")
                    .contains("class=\"headings\"")
                    .contains("应当是");
            Matcher code = CODE.matcher(finding);
            assertThat(code.find()).isTrue();
            post(
                    desk,
                    "period/2022Q4/finding/" + review.group(1) + "/reason?rule=shangrao",
                    "code",
                    code.group(1),
                    "reason",
                    "已电话核实，数字无误");
            assertThat(page(desk, "period/2022Q4")).contains("已电话核实，数字无误");
            assertThat(folder.resolve("input/2022Q4/说明（工作台填写）.xlsx")).isRegularFile();

            post(desk, "period/2022Q4/run?rule=shangrao");
            assertThat(desk.get("period/2022Q4/progress?rule=shangrao").body()).contains("event:end");
            assertThat(page(desk, "period/2022Q4")).contains("已生成第 1 版结果").contains("已电话核实，数字无误");
            assertThat(page(desk, "")).contains("第 1 版").contains(">登记批准</a>");
            assertThat(Files.readString(folder.resolve("output/2022Q4/r1/result.json")))
                    .contains("已电话核实，数字无误");

            post(desk, "period/2022Q4/withdraw?rule=shangrao", "name", "说明（工作台填写）.xlsx");
            assertThat(folder.resolve("input/2022Q4/.withdrawn/说明（工作台填写）.xlsx")).isRegularFile();
            assertThat(done(desk))
                    .containsExactly(
                            "报表文件 说明（工作台填写）.xlsx|已撤下", "运行|已发布", "说明原因 " + place + " 已电话核实，数字无误|已写明原因", "检查|没有错误");
        }
        assertThat(new CommandsInProcess(folder.resolve("output"))
                        .type(
                                "verify",
                                "2022Q4",
                                "--input",
                                folder.resolve("input").toString())
                        .code())
                .isZero();
    }

    /** Whatever arrives is put in and refused by name when it is read; nothing else happens, and the page is there. */
    @Test
    void hostile_files_are_refused_by_name() throws Exception {
        new SmallQuarter(new Period(2022, 4)).write(folder.resolve("input"));
        Path mail = Files.createDirectories(folder.resolve("mail"));
        HostileFiles.refused(mail);
        List<Chosen> sent = new ArrayList<>();
        try (Stream<Path> all = Files.list(mail)) {
            for (Path each : all.sorted().toList()) {
                sent.add(new Chosen("files", String.valueOf(each.getFileName()), Files.readAllBytes(each)));
            }
        }
        try (OpenDesk desk = OpenDesk.in(folder, Path.of("config"))) {
            assertThat(desk.drop("period/2022Q4", "period/2022Q4/files?rule=shangrao", sent)
                            .statusCode())
                    .isEqualTo(302);
            check(desk);
            String page = page(desk, "period/2022Q4");
            assertThat(page).contains("有必须处理的问题");
            for (String name : List.of("zip-bomb.xlsx", "billion-laughs.xlsx", "external-entity.xlsx", "cut.xlsx")) {
                assertThat(page(desk, "period/2022Q4?rule=shangrao&level=ERROR&file=" + name))
                        .as(name)
                        .containsPattern("<li class=\"error\">(?s:.*)<bdi class=\"faint\">" + name);
            }
            assertThat(page).doesNotContain("root:x:0:0");
        }
        assertThat(folder.resolve("up.xlsx")).doesNotExist();
        assertThat(folder.resolve("input/2022Q4/up.xlsx")).isRegularFile();
    }

    /** What one office is to be told of: its sheets, and what is missing of it. */
    @Test
    void findings_are_shown_office_by_office() throws Exception {
        new SmallQuarter(new Period(2022, 4))
                .set(SmallQuarter.TAX, "税收", "B4", "约两千六")
                .write(folder.resolve("input"));
        Path risk = folder.resolve("input/2022Q4").resolve(SmallQuarter.RISK);
        try (OpenDesk desk = OpenDesk.in(folder, Path.of("config"))) {
            check(desk);
            String all = page(desk, "period/2022Q4");
            assertThat(SENDER.matcher(all.substring(all.indexOf("<select id=\"sender\"")))
                            .results()
                            .map(MatchResult::group))
                    .contains("税务局", "银行业监管部门", "人民银行");
            assertThat(found(desk, "税务局")).anyMatch(each -> each.contains("税收.xlsx › 税收 › B4"));
            assertThat(found(desk, "银行业监管部门")).isEmpty();
            assertThat(found(desk, "人民银行")).isEmpty();

            Files.delete(risk);
            check(desk);
            assertThat(found(desk, "银行业监管部门")).hasSize(1).allMatch(each -> each.contains("没有找到“风险”表"));
            assertThat(found(desk, "税务局")).isEmpty();
        }
    }

    private static void check(OpenDesk desk) throws Exception {
        post(desk, "period/2022Q4/check?rule=shangrao");
        assertThat(desk.get("period/2022Q4/progress?rule=shangrao").body()).contains("event:end");
    }

    private static List<String> found(OpenDesk desk, String sender) throws Exception {
        String page = page(desk, "period/2022Q4?rule=shangrao&sender=" + OpenDesk.encoded(sender));
        assertThat(page).containsPattern("<option value=\"" + sender + "\" selected");
        return List.of(page.split("<li class=\"(?=error|review|hint)", -1)).stream()
                .skip(1)
                .toList();
    }

    /** A run that is stopped between two steps leaves nothing published, and the next one publishes. */
    @Test
    void a_run_is_stopped_between_two_steps_and_begun_again() throws Exception {
        FolderCopy.of(Path.of("input/2022Q4"), folder.resolve("input/2022Q4"));
        try (OpenDesk desk = OpenDesk.in(folder, Path.of("config"))) {
            String token = desk.token("period/2022Q4");
            desk.sendAs(token, "period/2022Q4/run?rule=shangrao");
            desk.sendAs(token, "period/2022Q4/stop?rule=shangrao");
            String told = desk.get("period/2022Q4/progress?rule=shangrao").body();

            assertThat(told).contains("event:end");
            assertThat(page(desk, "period/2022Q4")).contains("已按要求停止，没有生成结果。");
            assertThat(folder.resolve("output/2022Q4/r1")).doesNotExist();

            post(desk, "period/2022Q4/run?rule=shangrao");
            assertThat(desk.get("period/2022Q4/progress?rule=shangrao").body()).contains("event:end");
            assertThat(page(desk, "period/2022Q4")).contains("已生成第 1 版结果");
            assertThat(folder.resolve("output/2022Q4/r1/result.json")).isRegularFile();
        }
    }

    /** What the history says was done by whoever sits here, the latest first, and what came of it. */
    private static List<String> done(OpenDesk desk) throws Exception {
        String page = page(desk, "history");
        List<String> done = new ArrayList<>();
        Matcher line = LINE.matcher(page);
        while (line.find()) {
            assertThat(line.group(1)).isEqualTo("2023-01-12 11:00");
            assertThat(line.group(2)).isEqualTo(System.getProperty("user.name"));
            done.add(line.group(3).replaceAll("<[^>]*>", "").strip() + "|" + line.group(4));
        }
        return done;
    }

    private static String page(OpenDesk desk, String path) throws Exception {
        HttpResponse<String> answer = desk.get(path);
        assertThat(answer.statusCode()).as(path).isEqualTo(200);
        return answer.body();
    }

    private static void post(OpenDesk desk, String path, String... fields) throws Exception {
        assertThat(desk.send("period/2022Q4", path, fields).statusCode())
                .as(path)
                .isEqualTo(302);
    }
}
