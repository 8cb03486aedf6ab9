package bankscore.desk;

import static org.assertj.core.api.Assertions.assertThat;

import bankscore.contribution.SmallQuarter;
import bankscore.desk.Desk.Listening;
import bankscore.desk.layout.Workplace;
import bankscore.exact.Period;
import bankscore.front.RunLog;
import bankscore.machine.Waiting;
import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.apache.catalina.Context;
import org.apache.catalina.Session;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.tomcat.TomcatWebServer;
import org.springframework.boot.web.server.context.WebServerApplicationContext;

/** Who gets in to the desk of one machine, and who does not, asked by HTTP. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class GuardTest {

    private static final Pattern TOKEN = Pattern.compile("name=\"_csrf\" value=\"([^\"]+)\"");
    private static final String HOSTILE = "../../台账<img src=x>\u202Egnp.xlsx";

    @TempDir
    static Path folder = Path.of("");

    private final HttpClient browser = HttpClient.newHttpClient();
    private Optional<Workplace> workplace = Optional.empty();
    private Optional<Desk> started = Optional.empty();
    private String cookie = "";
    private String setCookie = "";

    @BeforeAll
    void open() throws Exception {
        new SmallQuarter(new Period(2022, 4)).write(folder.resolve("input"));
        Workplace here = OpenDesk.workplace(folder, Path.of("config"), "9.8.7");
        workplace = Optional.of(here);
        started = Optional.of(Desk.start(here, Listening.anywhere()));
        // Refused in every way first: none of it spends the key.
        assertThat(get(desk().entry() + "0", "").statusCode()).isEqualTo(401);
        assertThat(raw("GET " + path(desk().entry()) + " HTTP/1.1\r\nHost: evil.example\r\nConnection: close\r\n\r\n"))
                .startsWith("HTTP/1.1 421");
        assertThat(ask(request(desk().entry(), "").POST(BodyPublishers.noBody()))
                        .statusCode())
                .isEqualTo(403);
        setCookie = get(desk().entry(), "").headers().firstValue("Set-Cookie").orElse("none");
        cookie = setCookie.replaceFirst(";.*", "");
    }

    @AfterAll
    void close() {
        started.ifPresent(Desk::close);
        workplace.ifPresent(Workplace::close);
    }

    @Test
    void the_desk_has_no_database_of_its_own() {
        assertThat(desk().parts().getBeansOfType(DataSource.class)).isEmpty();
    }

    @Test
    void the_key_lets_one_browser_in_and_only_once() throws Exception {
        assertThat(setCookie).contains("HttpOnly").contains("SameSite=Strict");
        assertThat(get(desk().entry(), "").statusCode()).isEqualTo(401);
        assertThat(get(desk().address(), cookie).statusCode()).isEqualTo(200);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "period", "period/2022Q4", "history", "people", "review", "period/2022Q4/progress?rule=x"})
    void without_a_session_no_page_is_shown(String page) throws Exception {
        HttpResponse<String> answer = get(desk().address() + page, "");

        assertThat(answer.statusCode()).isEqualTo(401);
        assertThat(answer.body()).contains("请先进入工作台").doesNotContain("2022");
    }

    @ParameterizedTest
    @ValueSource(strings = {"evil.example", "evil.example:8620", "127.0.0.1", "127.0.0.1.evil.example"})
    void another_host_is_misdirected(String host) throws Exception {
        assertThat(raw("GET / HTTP/1.1\r\nHost: " + host + "\r\nCookie: " + cookie + "\r\nConnection: close\r\n\r\n"))
                .startsWith("HTTP/1.1 421");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "null", "http://evil.example", "https://127.0.0.1:1"})
    void another_origin_changes_nothing(String origin) throws Exception {
        HttpRequest.Builder request = request(desk().address() + "period/2022Q4/check", cookie)
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString("_csrf=" + token()));
        if (!origin.isEmpty()) {
            request.header("Origin", origin);
        }

        assertThat(ask(request).statusCode()).isEqualTo(403);
    }

    @Test
    void without_its_token_a_form_changes_nothing() throws Exception {
        HttpResponse<String> answer = ask(request(desk().address() + "period/2022Q4/withdraw", cookie)
                .header("Origin", origin())
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString("name=x")));

        assertThat(answer.statusCode()).isEqualTo(403);
    }

    @Test
    void nothing_is_inline_and_nothing_comes_from_elsewhere() throws Exception {
        HttpResponse<String> page = get(desk().address() + "period/2022Q4", cookie);

        assertThat(page.headers().firstValue("Content-Security-Policy").orElse(""))
                .startsWith("default-src 'none'; script-src 'self'; style-src 'self'")
                .doesNotContain("unsafe");
        assertThat(page.headers().firstValue("X-Frame-Options")).contains("DENY");
        assertThat(page.headers().firstValue("X-Content-Type-Options")).contains("nosniff");
        assertThat(page.body())
                .doesNotContain(" style=\"")
                .doesNotContain("onclick")
                .doesNotContain("<script>")
                .doesNotContain("src=\"http")
                .doesNotContain("href=\"http");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "nothing-here",
                "period/2022Q5",
                "period/2022Q4?rule=../../etc",
                "period/2022Q4/finding/999?rule=",
                "period/2022Q4/returned?rule=&name=../../../etc/passwd",
                "webjars/..%2f..%2fetc/passwd"
            })
    void what_is_not_there_is_refused_without_a_path_a_version_or_a_trace(String page) throws Exception {
        HttpResponse<String> answer = get(desk().address() + page, cookie);

        assertThat(answer.statusCode()).isBetween(400, 499);
        assertThat(answer.body())
                .doesNotContain("passwd")
                .doesNotContain("9.8.7")
                .doesNotContain("Exception")
                .doesNotContain("Tomcat")
                .doesNotContain("nothing-here");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"GET /a[b HTTP/1.1\r\nHost: x\r\n\r\n", "GET / HTTP/9.9\r\nHost: x\r\n\r\n", "\u0001\r\n\r\n"})
    void what_is_no_request_gets_one_sentence(String request) throws Exception {
        assertThat(raw(request))
                .doesNotContain("Tomcat")
                .doesNotContain("Apache")
                .doesNotContain("style=")
                .doesNotContain("Exception");
    }

    @Test
    void a_hostile_name_is_cleaned_once_and_shown_as_text() throws Exception {
        String body = "--b\r\nContent-Disposition: form-data; name=\"_csrf\"\r\n\r\n" + token()
                + "\r\n--b\r\nContent-Disposition: form-data; name=\"files\"; filename=\"" + HOSTILE
                + "\"\r\nContent-Type: application/octet-stream\r\n\r\nno workbook\r\n--b--\r\n";
        HttpResponse<String> put = ask(request(desk().address() + "period/2023Q1/files?rule=shangrao", cookie)
                .header("Origin", origin())
                .header("Content-Type", "multipart/form-data; boundary=b")
                .POST(BodyPublishers.ofString(body)));
        String page =
                get(desk().address() + "period/2023Q1?rule=shangrao", cookie).body();

        assertThat(put.statusCode()).isEqualTo(302);
        assertThat(names("input/2023Q1")).containsExactly("台账_img src=x_gnp.xlsx");
        assertThat(page).contains("台账_img src=x_gnp.xlsx").doesNotContain("<img");
    }

    /** Half an hour without a page is not waited for: that long a session lasts, and one that is over lets nobody in. */
    @Test
    void a_session_ends_after_half_an_hour() throws Exception {
        try (Desk other = Desk.start(workplace.orElseThrow(), Listening.anywhere())) {
            String own = OpenDesk.cookie(get(other.entry(), ""));
            assertThat(get(other.address(), own).statusCode()).isEqualTo(200);
            Session[] sessions = ((Context) ((TomcatWebServer) Objects.requireNonNull(
                                    ((WebServerApplicationContext) other.parts()).getWebServer()))
                            .getTomcat()
                            .getHost()
                            .findChildren()[0])
                    .getManager()
                    .findSessions();

            assertThat(sessions).hasSize(1).allMatch(each -> each.getMaxInactiveInterval() == 30 * 60);
            sessions[0].setMaxInactiveInterval(1);
            Waiting.until("the end of the session", () -> !sessions[0].isValid());
            assertThat(get(other.address(), own).statusCode()).isEqualTo(401);
        }
    }

    /** What goes wrong within is told by a number, and where it went wrong stands in the log under it. */
    @Test
    void a_fault_is_told_by_a_number_that_the_log_has() throws Exception {
        Files.writeString(folder.resolve("input/2023Q3"), "no folder");
        Path output = folder.resolve("logged");
        try (RunLog log = RunLog.open(output, "desk", Clock.systemUTC(), false)) {
            HttpResponse<String> answer = ask(request(desk().address() + "period/2023Q3/files?rule=shangrao", cookie)
                    .header("Origin", origin())
                    .header("Content-Type", "multipart/form-data; boundary=b")
                    .POST(BodyPublishers.ofString(upload(token()))));
            Matcher number = Pattern.compile("编号 ([0-9A-F]{8}) ").matcher(answer.body());

            assertThat(answer.statusCode()).as(answer.body()).isEqualTo(500);
            assertThat(answer.body())
                    .contains("请检查磁盘空间")
                    .doesNotContain("Exception")
                    .doesNotContain("2023Q3");
            assertThat(number.find()).as(answer.body()).isTrue();
            log.begins("test", "desk");
            try (Stream<Path> logs = Files.list(output.resolve("log"))) {
                assertThat(Files.readString(logs.findFirst().orElseThrow()))
                        .contains("fault " + number.group(1), "at bankscore.run.inbox.Inbox.put");
            }
        }
    }

    private static String upload(String token) {
        return "--b\r\nContent-Disposition: form-data; name=\"_csrf\"\r\n\r\n" + token
                + "\r\n--b\r\nContent-Disposition: form-data; name=\"files\"; filename=\"a.xlsx\""
                + "\r\nContent-Type: application/octet-stream\r\n\r\nno workbook\r\n--b--\r\n";
    }

    @Test
    void who_leaves_is_gone() throws Exception {
        // The key of this desk is spent; another desk has its own.
        try (Desk other = Desk.start(workplace.orElseThrow(), Listening.anywhere())) {
            String own = get(other.entry(), "")
                    .headers()
                    .firstValue("Set-Cookie")
                    .orElse("none")
                    .replaceFirst(";.*", "");
            String said = token(get(other.address(), own).body());
            HttpResponse<String> left = ask(request(other.address() + "leave", own)
                    .header("Origin", other.address().replaceFirst("/$", ""))
                    .header("Content-Type", "application/x-www-form-urlencoded")
                    .POST(BodyPublishers.ofString("_csrf=" + said)));

            assertThat(left.statusCode()).isEqualTo(302);
            assertThat(get(other.address(), own).statusCode()).isEqualTo(401);
            assertThat(get(other.address(), cookie).statusCode()).isEqualTo(401);
        }
    }

    private List<String> names(String place) throws IOException {
        try (Stream<Path> all = Files.list(folder.resolve(place))) {
            return all.map(each -> each.getFileName().toString()).sorted().toList();
        }
    }

    private Desk desk() {
        return started.orElseThrow();
    }

    private String origin() {
        return desk().address().replaceFirst("/$", "");
    }

    private static String path(String address) {
        return address.replaceFirst("^http://[^/]+", "");
    }

    private String token() throws Exception {
        return token(get(desk().address() + "period/2022Q4", cookie).body());
    }

    private static String token(String page) {
        Matcher matcher = TOKEN.matcher(page);
        assertThat(matcher.find()).as(page).isTrue();
        return matcher.group(1);
    }

    private HttpResponse<String> get(String address, String as) throws Exception {
        return ask(request(address, as));
    }

    private static HttpRequest.Builder request(String address, String as) {
        return HttpRequest.newBuilder(URI.create(address)).header("Cookie", as).header("Accept", "text/html");
    }

    private HttpResponse<String> ask(HttpRequest.Builder request) throws Exception {
        return browser.send(request.build(), BodyHandlers.ofString());
    }

    /** What is answered to bytes that no client would send. */
    private String raw(String request) throws IOException {
        URI address = URI.create(desk().address());
        try (Socket socket = new Socket(address.getHost(), address.getPort())) {
            socket.getOutputStream().write(request.getBytes(StandardCharsets.ISO_8859_1));
            socket.shutdownOutput();
            InputStream in = socket.getInputStream();
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
