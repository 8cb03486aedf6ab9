package bankscore.desk;

import static org.assertj.core.api.Assertions.assertThat;

import bankscore.cli.CommandsInProcess;
import bankscore.desk.Desk.Listening;
import bankscore.desk.layout.Workplace;
import bankscore.front.Commands;
import bankscore.front.Folders;
import bankscore.front.Seat;
import bankscore.load.WordsLoader;
import bankscore.machine.FolderCopy;
import bankscore.run.request.Installation;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

/** A quarter without a script: files, check, a reason, run, a file withdrawn; the command line sees the same. */
class PeriodPageTest {

    private static final Pattern TOKEN = Pattern.compile("name=\"_csrf\" value=\"([^\"]+)\"");
    private static final Pattern REVIEW =
            Pattern.compile("/period/2022Q4/finding/([0-9]+)\\?rule=shangrao\"[^>]*>查看表格，写明原因");
    private static final Pattern CODE = Pattern.compile("name=\"code\" value=\"([A-Z0-9]+)\"");

    @TempDir
    Path folder = Path.of("");

    private final HttpClient browser = HttpClient.newHttpClient();
    private String base = "";
    private String cookie = "";

    @Test
    void a_quarter_is_checked_explained_and_published() throws Exception {
        FolderCopy.of(Path.of("input/2022Q4"), folder.resolve("input/2022Q4"));
        Folders folders = new Folders();
        new CommandLine(folders, new Commands(WordsLoader.load()))
                .parseArgs(
                        "--config", "config",
                        "--input", folder.resolve("input").toString(),
                        "--output", folder.resolve("output").toString());
        Seat seat = new Seat(Installation.of(Clock.system(java.time.ZoneId.of("Asia/Shanghai")), "test"), Map.of());
        try (Workplace workplace = new Workplace(seat, folders);
                Desk desk = Desk.start(workplace, Listening.anywhere())) {
            base = desk.address();
            cookie = ask(HttpRequest.newBuilder(URI.create(desk.entry())))
                    .headers()
                    .firstValue("Set-Cookie")
                    .orElse("none")
                    .replaceFirst(";.*", "");
            String before = page("period/2022Q4");
            assertThat(before).contains("第二步：检查").contains("尚未检查").doesNotContain("收表进度");

            post("period/2022Q4/check?rule=shangrao", "");
            String told = stream("period/2022Q4/progress?rule=shangrao");
            String checked = page("period/2022Q4");
            assertThat(told).contains("event:end").contains("本步已完成");
            assertThat(checked).contains("检查完毕：").contains("收表进度").contains("已收到");

            Matcher review = REVIEW.matcher(checked);
            assertThat(review.find()).isTrue();
            String finding = page("period/2022Q4/finding/" + review.group(1) + "?rule=shangrao");
            assertThat(finding)
                    .contains("<mark>")
                    .contains("class=\"headings\"")
                    .contains("应当是");
            Matcher code = CODE.matcher(finding);
            assertThat(code.find()).isTrue();
            post(
                    "period/2022Q4/finding/" + review.group(1) + "/reason?rule=shangrao",
                    "code=" + code.group(1) + "&reason=" + encoded("已电话核实，数字无误"));
            assertThat(page("period/2022Q4")).contains("已电话核实，数字无误");
            assertThat(folder.resolve("input/2022Q4/说明（工作台填写）.xlsx")).isRegularFile();

            post("period/2022Q4/run?rule=shangrao", "");
            stream("period/2022Q4/progress?rule=shangrao");
            assertThat(page("period/2022Q4")).contains("已生成第 1 版结果").contains("已电话核实，数字无误");
            assertThat(page("")).contains("第 1 版").contains(">复核</a>");
            assertThat(Files.readString(folder.resolve("output/2022Q4/r1/result.json")))
                    .contains("已电话核实，数字无误");

            post("period/2022Q4/withdraw?rule=shangrao", "name=" + encoded("说明（工作台填写）.xlsx"));
            assertThat(folder.resolve("input/2022Q4/.withdrawn/说明（工作台填写）.xlsx")).isRegularFile();
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

    private String page(String path) throws Exception {
        HttpResponse<String> answer = ask(HttpRequest.newBuilder(URI.create(base + path)));
        assertThat(answer.statusCode()).as(path).isEqualTo(200);
        return answer.body();
    }

    /** All that is told until the end. */
    private String stream(String path) throws Exception {
        return ask(HttpRequest.newBuilder(URI.create(base + path))).body();
    }

    private void post(String path, String form) throws Exception {
        Matcher token = TOKEN.matcher(page("period/2022Q4"));
        assertThat(token.find()).isTrue();
        HttpResponse<String> answer = ask(HttpRequest.newBuilder(URI.create(base + path))
                .header("Origin", base.replaceFirst("/$", ""))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString("_csrf=" + encoded(token.group(1)) + "&" + form)));
        assertThat(answer.statusCode()).as(path).isEqualTo(302);
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    private HttpResponse<String> ask(HttpRequest.Builder request) throws Exception {
        return browser.send(
                request.header("Cookie", cookie).header("Accept", "text/html").build(), BodyHandlers.ofString());
    }
}
