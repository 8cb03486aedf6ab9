package bankscore.desk;

import static org.assertj.core.api.Assertions.assertThat;

import bankscore.cli.CommandsInProcess;
import bankscore.contribution.SmallQuarter;
import bankscore.desk.Desk.Listening;
import bankscore.desk.layout.Workplace;
import bankscore.exact.Period;
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
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

/** An office sets up its people in a browser, one reviews what another ran, and a third records the approval. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ReviewPageTest {

    private static final Clock CLOCK = Clock.fixed(Instant.parse("2023-01-12T03:00:00Z"), ZoneId.of("Asia/Shanghai"));
    private static final Pattern TOKEN = Pattern.compile("name=\"_csrf\" value=\"([^\"]+)\"");
    private static final String PASSWORD = "饶州古城2022";

    @TempDir
    static Path folder = Path.of("");

    private final HttpClient browser = HttpClient.newHttpClient();
    private Optional<Desk> desk = Optional.empty();
    private Optional<Workplace> workplace = Optional.empty();
    private String cookie = "";

    @BeforeAll
    void openTheDesk() throws Exception {
        FolderCopy.of(Path.of("config"), folder.resolve("config"));
        new SmallQuarter(new Period(2022, 4)).write(folder.resolve("input"));
        String[] places = {
            "--config",
            folder.resolve("config").toString(),
            "--input",
            folder.resolve("input").toString()
        };
        List<String> run = new ArrayList<>(List.of("run", "2022Q4", "--quiet"));
        run.addAll(List.of(places));
        assertThat(new CommandsInProcess(folder.resolve("output"))
                        .type(run.toArray(new String[0]))
                        .code())
                .isZero();
        Folders folders = new Folders();
        List<String> all = new ArrayList<>(List.of(places));
        all.addAll(List.of("--output", folder.resolve("output").toString()));
        new CommandLine(folders, new Commands(WordsLoader.load())).parseArgs(all.toArray(new String[0]));
        Workplace here = new Workplace(new Seat(Installation.of(CLOCK, "test"), Map.of()), folders);
        workplace = Optional.of(here);
        desk = Optional.of(Desk.start(here, Listening.anywhere()));
        cookie = ask(HttpRequest.newBuilder(URI.create(desk.orElseThrow().entry())))
                .headers()
                .firstValue("Set-Cookie")
                .orElse("none")
                .replaceFirst(";.*", "");
    }

    @AfterAll
    void close() {
        desk.ifPresent(Desk::close);
        workplace.ifPresent(Workplace::close);
    }

    private HttpResponse<String> ask(HttpRequest.Builder request) throws Exception {
        return browser.send(request.header("Cookie", cookie).build(), BodyHandlers.ofString());
    }

    private String address(String path) {
        return desk.orElseThrow().address() + path;
    }

    private HttpResponse<String> get(String path) throws Exception {
        return ask(HttpRequest.newBuilder(URI.create(address(path))));
    }

    /** Sends the form of a page, with the page's token; fields are names and values in turn. */
    private HttpResponse<String> send(String page, String path, String... fields) throws Exception {
        Matcher token = TOKEN.matcher(get(page).body());
        assertThat(token.find()).isTrue();
        return post(path, token.group(1), fields);
    }

    private HttpResponse<String> post(String path, String token, String... fields) throws Exception {
        StringBuilder body = new StringBuilder("_csrf=").append(token);
        for (int i = 0; i < fields.length; i += 2) {
            body.append('&')
                    .append(fields[i])
                    .append('=')
                    .append(URLEncoder.encode(fields[i + 1], StandardCharsets.UTF_8));
        }
        return ask(HttpRequest.newBuilder(URI.create(address(path)))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .header("Origin", address("").replaceFirst("/$", ""))
                .POST(BodyPublishers.ofString(body.toString())));
    }

    private HttpResponse<String> add(String name, String role, String user, String permission) throws Exception {
        return send(
                "people",
                "people/add",
                "person",
                name,
                "role",
                role,
                "user",
                user,
                "from",
                "2023-01-01",
                "password",
                PASSWORD,
                "again",
                PASSWORD,
                "administrator",
                "周八",
                "permission",
                permission);
    }

    private HttpResponse<String> review(String verdict, String words, String person, String password) throws Exception {
        return send(
                "review/2022Q4/1",
                "review/2022Q4/1/review",
                "verdict",
                verdict,
                "words",
                words,
                "person",
                person,
                "password",
                password);
    }

    private static void refused(HttpResponse<String> answer, String words) {
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(409);
        assertThat(answer.body()).contains("role=\"alert\">" + words);
    }

    private static void done(HttpResponse<String> answer) {
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(302);
    }

    @Test
    void people_are_set_up_and_one_reviews_what_another_ran_and_a_third_approves() throws Exception {
        assertThat(get("review").body()).contains("已生成，未复核", "/review/2022Q4/1");
        assertThat(get("people").body()).contains("还没有登记人员");
        refused(add("王五", "复核", "", ""), "没有保存：第一位必须是管理员。");
        refused(add("../王五", "管理员", "", ""), "没有保存：姓名、角色、起止日期要齐全、正确。");
        done(add("周八", "管理员", "", ""));
        refused(add("王五", "复核", "", "不是密码不是密码"), "密码不对");
        done(add("王五", "复核", "", PASSWORD));
        done(add("张三", "复核", System.getProperty("user.name"), PASSWORD));
        done(add("赵六", "负责人", "", PASSWORD));
        refused(add("赵六", "负责人", "", PASSWORD), "这个人已经有密钥，没有改动。");

        // Whoever ran it is not offered; nobody approves what nobody reviewed, once a review is asked for.
        String page = get("review/2022Q4/1").body();
        assertThat(page).contains("<option value=\"王五\">王五</option>").doesNotContain("<option value=\"张三\"");
        refused(review("REVIEWED", "", "张三", PASSWORD), "经办这一版的人不能复核");
        refused(review("REVIEWED", "", "王五", "不是密码不是密码"), "密码不对，或者密钥文件被改动过。");
        refused(review("REVIEWED", "", "孙七", PASSWORD), "人员名单里没有这个人。");
        refused(review("RETURNED", " ", "王五", PASSWORD), "退回要写明理由");
        done(review("RETURNED", "<img src=x>缺表", "王五", PASSWORD));
        assertThat(get("review/2022Q4/1").body())
                .contains("退回（王五，2023-01-12 11:00）：&lt;img src=x&gt;缺表")
                .doesNotContain("<img");
        done(review("REVIEWED", "", "王五", PASSWORD));
        assertThat(get("review").body()).contains("复核通过（王五，2023-01-12 11:00）");

        assertThat(post("review/2022Q4/1/review", "none", "verdict", "REVIEWED", "person", "王五", "password", PASSWORD)
                        .statusCode())
                .isEqualTo(403);
        String[] approval = {"document", "饶府字〔2023〕1号", "date", "2023-01-10", "person", "赵六", "password", PASSWORD};
        done(send("review/2022Q4/1", "review/2022Q4/1/approve", approval));
        String approved = get("review/2022Q4/1").body();
        assertThat(approved).contains("已批准（饶府字〔2023〕1号 2023-01-10；赵六 登记于 2023-01-12 11:00）", "下载签批单");
        HttpResponse<String> slip = get("review/2022Q4/1/page");
        assertThat(slip.statusCode()).isEqualTo(200);
        assertThat(slip.headers().firstValue("Content-Disposition").orElse("")).contains("2022Q4-r1-");
        assertThat(slip.body()).startsWith("PK");

        // Whoever signs in has a session of his own, and what he does is his.
        HttpResponse<String> wrong = send("people", "sign-in", "person", "王五", "password", "不是密码不是密码");
        assertThat(wrong.statusCode()).isEqualTo(403);
        assertThat(wrong.body()).contains("姓名或者密码不对。");
        String before = cookie;
        HttpResponse<String> entered = send("people", "sign-in", "person", "王五", "password", PASSWORD);
        done(entered);
        cookie = entered.headers().firstValue("Set-Cookie").orElse("none").replaceFirst(";.*", "");
        assertThat(get("people").body()).contains("<bdi>王五</bdi>\n      <button");
        String own = cookie;
        cookie = before;
        assertThat(get("people").statusCode()).isEqualTo(401);
        cookie = own;

        assertThat(get("review/2022Q4/7").statusCode()).isEqualTo(404);
        assertThat(get("review/2022Q4/1?rule=..%2F..").statusCode()).isEqualTo(404);
        assertThat(get("review/2022Q4/1/page?rule=..%2F..").statusCode()).isEqualTo(404);
    }
}
