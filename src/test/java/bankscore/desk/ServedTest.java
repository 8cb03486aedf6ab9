package bankscore.desk;

import static org.assertj.core.api.Assertions.assertThat;

import bankscore.desk.layout.Workplace;
import bankscore.front.Seat;
import bankscore.machine.Tool;
import bankscore.machine.Waiting;
import bankscore.run.request.Installation;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.net.InetAddress;
import java.net.ServerSocket;
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
import java.security.KeyStore;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A desk that is served to others: by TLS or behind a proxy, and in no other way; who comes in signs in. */
class ServedTest {

    private static final String PASSWORD = "饶州古城2022";
    private static final String SEALED = "abc-12345";
    private static final Pattern TOKEN = Pattern.compile("name=\"_csrf\" value=\"([^\"]+)\"");
    private static final Clock CLOCK = Clock.fixed(Instant.parse("2023-01-12T03:00:00Z"), ZoneId.of("Asia/Shanghai"));

    @TempDir
    Path folder = Path.of("");

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();

    private int serve(String... words) {
        List<String> all = new ArrayList<>(List.of(words));
        for (String place : List.of("config", "input", "output")) {
            all.addAll(List.of("--" + place, folder.resolve(place).toString()));
        }
        return Main.serve(
                new Seat(Installation.of(CLOCK, "9.8.7"), Map.of("BANKSCORE_KEYSTORE_PASSWORD", SEALED)),
                new PrintStream(out, true, StandardCharsets.UTF_8),
                new PrintStream(err, true, StandardCharsets.UTF_8),
                all.toArray(new String[0]));
    }

    /** Served until the test is over. */
    private Thread begin(String... words) throws Exception {
        bankscore.machine.FolderCopy.of(Path.of("config"), folder.resolve("config"));
        Thread serving = new Thread(() -> serve(words), "served");
        serving.setDaemon(true);
        serving.start();
        Waiting.until("the desk's address", () -> text(out).contains("\n") || !serving.isAlive());
        assertThat(text(out)).as(text(err)).contains("/enter?key=");
        return serving;
    }

    private static void end(Thread serving) throws InterruptedException {
        serving.interrupt();
        serving.join(30_000);
        assertThat(serving.isAlive()).isFalse();
    }

    private static String text(ByteArrayOutputStream stream) {
        return stream.toString(StandardCharsets.UTF_8);
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

    private Path keystore() throws Exception {
        Path file = folder.resolve("desk.p12");
        Tool.run(
                folder.resolve("said"),
                List.of(
                        Path.of(System.getProperty("java.home"), "bin", "keytool")
                                .toString(),
                        "-genkeypair",
                        "-alias",
                        "desk",
                        "-keyalg",
                        "EC",
                        "-storetype",
                        "PKCS12",
                        "-keystore",
                        file.toString(),
                        "-storepass",
                        SEALED,
                        "-dname",
                        "CN=desk",
                        "-ext",
                        "SAN=IP:127.0.0.1"));
        return file;
    }

    private static HttpClient trusting(Path file) throws Exception {
        KeyStore store = KeyStore.getInstance("PKCS12");
        try (InputStream in = Files.newInputStream(file)) {
            store.load(in, SEALED.toCharArray());
        }
        KeyStore trusted = KeyStore.getInstance("PKCS12");
        trusted.load(null, null);
        trusted.setCertificateEntry("desk", store.getCertificate("desk"));
        TrustManagerFactory managers = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        managers.init(trusted);
        SSLContext context = SSLContext.getInstance("TLS");
        context.init(null, managers.getTrustManagers(), null);
        return HttpClient.newBuilder().sslContext(context).build();
    }

    /** One browser. */
    private record Browser(HttpClient client, String address) {

        HttpResponse<String> get(String path, String cookie) throws Exception {
            return client.send(request(path, cookie).build(), BodyHandlers.ofString());
        }

        /** Fields are names and values in turn. */
        HttpResponse<String> send(String page, String path, String cookie, String... fields) throws Exception {
            HttpResponse<String> form = get(page, cookie);
            Matcher token = TOKEN.matcher(form.body());
            assertThat(token.find()).as(form.body()).isTrue();
            String own = cookie.isEmpty() ? OpenDesk.cookie(form) : cookie;
            StringBuilder body = new StringBuilder("_csrf=").append(OpenDesk.encoded(token.group(1)));
            for (int i = 0; i < fields.length; i += 2) {
                body.append('&').append(fields[i]).append('=').append(OpenDesk.encoded(fields[i + 1]));
            }
            return client.send(
                    request(path, own)
                            .header("Origin", address.replaceFirst("/$", ""))
                            .header("Content-Type", "application/x-www-form-urlencoded")
                            .POST(BodyPublishers.ofString(body.toString()))
                            .build(),
                    BodyHandlers.ofString());
        }

        HttpResponse<String> signIn(String person, String password) throws Exception {
            return send("sign-in", "sign-in", "", "person", person, "password", password);
        }

        private HttpRequest.Builder request(String path, String cookie) {
            return HttpRequest.newBuilder(URI.create(address + path))
                    .header("Cookie", cookie)
                    .header("Accept", "text/html");
        }
    }

    @Test
    void by_tls_people_sign_in_and_who_tries_passwords_waits() throws Exception {
        Path store = keystore();
        int port = freePort();
        Thread serving = begin("--listen", "127.0.0.1:" + port, "--keystore", store.toString());
        try {
            Browser browser = new Browser(trusting(store), "https://127.0.0.1:" + port + "/");
            HttpResponse<String> stranger = browser.get("people", "");
            assertThat(stranger.statusCode()).isEqualTo(302);
            assertThat(stranger.headers().firstValue("Location")).contains("/sign-in");
            assertThat(browser.get("sign-in", "").body()).contains("以本人身份进入").doesNotContain("首页</a>");
            // In the clear nothing is shown.
            assertThat(raw(port, "GET /sign-in HTTP/1.1\r\nHost: 127.0.0.1:" + port + "\r\nConnection: close\r\n\r\n"))
                    .doesNotContain("200")
                    .doesNotContain("以本人身份进入");

            // Who started it reads the key, and makes the first administrator with it; it is spent then.
            String entry = text(out).strip().replaceFirst("^https://127[.]0[.]0[.]1:" + port + "/", "");
            HttpResponse<String> first = browser.get(entry, "");
            assertThat(first.headers().firstValue("Set-Cookie").orElse(""))
                    .contains("Secure", "HttpOnly", "SameSite=Strict");
            String cookie = OpenDesk.cookie(first);
            assertThat(browser.get(entry, "").statusCode()).isEqualTo(401);
            assertThat(browser.send(
                                    "people",
                                    "people/add",
                                    cookie,
                                    "person",
                                    "周八",
                                    "role",
                                    "管理员",
                                    "user",
                                    "",
                                    "from",
                                    "2023-01-01",
                                    "password",
                                    PASSWORD,
                                    "again",
                                    PASSWORD)
                            .statusCode())
                    .isEqualTo(302);

            assertThat(browser.signIn("周八", "不是密码不是密码").body()).contains("姓名或者密码不对。");
            HttpResponse<String> entered = browser.signIn("周八", PASSWORD);
            assertThat(entered.statusCode()).isEqualTo(302);
            assertThat(browser.get("people", OpenDesk.cookie(entered)).body()).contains("<bdi>周八</bdi>");

            // Whether somebody is one of the people is not told by who must wait.
            for (String name : List.of("周八", "孙七")) {
                for (int attempt = 1; attempt <= 5; attempt++) {
                    HttpResponse<String> wrong = browser.signIn(name, "不是密码不是密码");
                    assertThat(wrong.statusCode()).isEqualTo(403);
                    assertThat(wrong.body()).as("%s %d", name, attempt).contains("姓名或者密码不对。");
                }
                HttpResponse<String> waiting = browser.signIn(name, PASSWORD);
                assertThat(waiting.statusCode()).isEqualTo(403);
                assertThat(waiting.body()).contains("密码错的次数太多，请过一会儿再试。");
            }
        } finally {
            end(serving);
        }
    }

    @Test
    void behind_a_proxy_it_answers_by_the_name_that_browsers_call() throws Exception {
        int port = freePort();
        Thread serving = begin("--listen", "127.0.0.1:" + port, "--behind-proxy", "--host", "desk.example");
        try {
            assertThat(text(out)).startsWith("https://desk.example/enter?key=");
            assertThat(text(out).lines()).hasSize(1);
            assertThat(raw(port, get("desk.example")))
                    .startsWith("HTTP/1.1 302")
                    .contains("Location: /sign-in");
            assertThat(raw(port, get("127.0.0.1:" + port))).startsWith("HTTP/1.1 421");
            String page = raw(port, "GET /sign-in HTTP/1.1\r\nHost: desk.example\r\nConnection: close\r\n\r\n");
            assertThat(page).startsWith("HTTP/1.1 200").contains("Secure", "HttpOnly");
            Matcher token = TOKEN.matcher(page);
            assertThat(token.find()).isTrue();
            String cookie = page.replaceFirst("(?s).*Set-Cookie: (desk=[^;]+).*", "$1");
            String body = "_csrf=" + OpenDesk.encoded(token.group(1)) + "&person=x&password=y";
            assertThat(raw(port, post("https://desk.example", cookie, body)))
                    .startsWith("HTTP/1.1 403")
                    .contains("姓名或者密码不对。");
            assertThat(raw(port, post("http://desk.example", cookie, body)))
                    .startsWith("HTTP/1.1 403")
                    .doesNotContain("姓名或者密码不对。");
        } finally {
            end(serving);
        }
    }

    /** Where several work nothing is approved that nobody reviewed; on one machine it may be; and settings say otherwise. */
    @Test
    void a_review_is_asked_for_where_several_work() throws Exception {
        Path config = folder.resolve("config");
        bankscore.machine.FolderCopy.of(Path.of("config"), config);

        assertThat(asksForReview(config, true)).isTrue();
        assertThat(asksForReview(config, false)).isFalse();
        for (String word : List.of("required", "optional")) {
            Path settings = config.resolve("bankscore.yaml");
            Files.writeString(
                    settings, Files.readString(settings).replaceAll("(?m)^review:.*\n", "") + "review: " + word + "\n");
            assertThat(asksForReview(config, true)).isEqualTo(word.equals("required"));
            assertThat(asksForReview(config, false)).isEqualTo(word.equals("required"));
        }
    }

    private boolean asksForReview(Path config, boolean several) {
        try (Workplace workplace = OpenDesk.workplace(folder, config, "test", several)) {
            return workplace.<Boolean>ask(faces -> faces.office().people().review());
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "--listen 127.0.0.1:8620",
                "--listen 127.0.0.1:8620 --behind-proxy --keystore desk.p12",
                "--listen 127.0.0.1 --behind-proxy",
                "--listen 127.0.0.1:99999 --behind-proxy",
                "--listen 127.0.0.1:8620 --keystore nothing.p12"
            })
    void in_the_clear_or_without_a_certificate_it_is_not_served(String words) throws Exception {
        assertThat(serve(words.split(" "))).isEqualTo(2);
        assertThat(text(out)).isEmpty();
        assertThat(text(err).lines()).hasSize(1).allMatch(line -> line.contains("没有启动"));
    }

    @Test
    void a_certificate_that_its_password_does_not_open_is_told() throws Exception {
        Path store = Files.writeString(folder.resolve("spoilt.p12"), "x");

        assertThat(serve("--listen", "127.0.0.1:8620", "--keystore", store.toString()))
                .isEqualTo(2);
        assertThat(text(err)).contains("打不开").contains("没有启动");
    }

    @Test
    void a_port_that_is_taken_is_told_in_one_sentence_with_a_number_that_the_log_has() throws Exception {
        try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            assertThat(serve("--listen", "127.0.0.1:" + taken.getLocalPort(), "--behind-proxy"))
                    .isEqualTo(6);
        }
        Matcher number = Pattern.compile("没有启动：.*编号 ([0-9A-F]{8}) ").matcher(text(err));
        assertThat(number.find()).as(text(err)).isTrue();
        assertThat(text(err).lines()).hasSize(1);
        try (var logs = Files.list(folder.resolve("output/log"))) {
            assertThat(Files.readString(logs.findFirst().orElseThrow())).contains("fault " + number.group(1));
        }
    }

    private static String get(String host) {
        return "GET / HTTP/1.1\r\nHost: " + host + "\r\nConnection: close\r\n\r\n";
    }

    private static String post(String origin, String cookie, String body) {
        return "POST /sign-in HTTP/1.1\r\nHost: desk.example\r\nOrigin: " + origin + "\r\nCookie: " + cookie
                + "\r\nContent-Type: application/x-www-form-urlencoded\r\nContent-Length: " + body.length()
                + "\r\nConnection: close\r\n\r\n" + body;
    }

    private static String raw(int port, String request) throws IOException {
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
            socket.getOutputStream().write(request.getBytes(StandardCharsets.ISO_8859_1));
            return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
