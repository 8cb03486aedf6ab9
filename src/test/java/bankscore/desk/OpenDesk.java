package bankscore.desk;

import static org.assertj.core.api.Assertions.assertThat;

import bankscore.cli.CommandsInProcess;
import bankscore.cli.CommandsInProcess.Said;
import bankscore.contribution.SmallQuarter;
import bankscore.desk.Desk.Listening;
import bankscore.desk.layout.UploadLimits;
import bankscore.desk.layout.Workplace;
import bankscore.exact.Period;
import bankscore.front.Commands;
import bankscore.front.Folders;
import bankscore.front.Seat;
import bankscore.load.WordsLoader;
import bankscore.machine.FolderCopy;
import bankscore.run.request.Installation;
import java.io.ByteArrayOutputStream;
import java.io.Closeable;
import java.io.IOException;
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
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import picocli.CommandLine;

/** A desk that is started in a folder, and one browser without a script that came in. */
public final class OpenDesk implements Closeable {

    private static final Clock CLOCK = Clock.fixed(Instant.parse("2023-01-12T03:00:00Z"), ZoneId.of("Asia/Shanghai"));
    private static final String BETWEEN = "----between";
    private static final Pattern TOKEN = Pattern.compile("name=\"_csrf\" value=\"([^\"]+)\"");

    private final HttpClient browser = HttpClient.newHttpClient();
    private final Workplace workplace;
    private final Desk desk;
    private String cookie = "";

    private OpenDesk(Workplace workplace, Desk desk) {
        this.workplace = workplace;
        this.desk = desk;
    }

    /** The places of a folder's own input and output. */
    public static Workplace workplace(Path folder, Path config, String version) {
        return workplace(folder, config, version, false);
    }

    /** @param several whether several people work there */
    static Workplace workplace(Path folder, Path config, String version, boolean several) {
        return workplace(folder, config, version, several, Map.of());
    }

    private static Workplace workplace(
            Path folder, Path config, String version, boolean several, Map<String, String> more, String... words) {
        Folders folders = new Folders();
        List<String> typed = new ArrayList<>(List.of(
                "--config",
                config.toString(),
                "--input",
                folder.resolve("input").toString(),
                "--output",
                folder.resolve("output").toString()));
        typed.addAll(List.of(words));
        new CommandLine(folders, new Commands(WordsLoader.load())).parseArgs(typed.toArray(String[]::new));
        // Other programs are found as they are by whoever starts the desk.
        Map<String, String> environment = new HashMap<>(more);
        environment.put("PATH", System.getenv().getOrDefault("PATH", ""));
        return new Workplace(new Seat(Installation.of(CLOCK, version), environment), folders, several);
    }

    /** One that nobody has entered: its key is not spent. */
    public static OpenDesk unentered(Path folder, Path config) {
        return unentered(folder, config, UploadLimits.usual());
    }

    private static OpenDesk unentered(Path folder, Path config, UploadLimits limits) {
        Workplace workplace = workplace(folder, config, "test");
        return new OpenDesk(workplace, Desk.start(workplace, Listening.anywhere(), limits));
    }

    static OpenDesk in(Path folder, Path config) throws IOException, InterruptedException {
        return in(folder, config, UploadLimits.usual());
    }

    static OpenDesk in(Path folder, Path config, UploadLimits limits) throws IOException, InterruptedException {
        OpenDesk open = unentered(folder, config, limits);
        open.cookie = cookie(open.ask(open.desk.entry(), HttpRequest.newBuilder()));
        return open;
    }

    /** One whose database lies on a server. */
    static OpenDesk shared(Path folder, String url, Map<String, String> credentials)
            throws IOException, InterruptedException {
        Workplace workplace = workplace(folder, Path.of("config"), "test", false, credentials, "--db", url);
        OpenDesk open = new OpenDesk(workplace, Desk.start(workplace, Listening.anywhere()));
        open.cookie = cookie(open.ask(open.desk.entry(), HttpRequest.newBuilder()));
        return open;
    }

    /** One whose folder has a configuration of its own and a small quarter that is published. */
    static OpenDesk published(Path folder) throws Exception {
        Path config = folder.resolve("config");
        FolderCopy.of(Path.of("config"), config);
        new SmallQuarter(new Period(2022, 4)).write(folder.resolve("input"));
        publish(folder, config, "2022Q4");
        return in(folder, config);
    }

    /** Publishes a period of the input in a folder into its output, by the command line. */
    public static void publish(Path folder, Path config, String period, String... more) {
        List<String> words = new ArrayList<>(List.of(
                "run",
                period,
                "--quiet",
                "--config",
                config.toString(),
                "--input",
                folder.resolve("input").toString()));
        words.addAll(List.of(more));
        Said said = new CommandsInProcess(folder.resolve("output")).type(words.toArray(new String[0]));
        assertThat(said.code()).as(said.text()).isZero();
    }

    static String cookie(HttpResponse<?> answer) {
        return answer.headers().firstValue("Set-Cookie").orElse("none").replaceFirst(";.*", "");
    }

    static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    /** Its address, with a slash at the end. */
    public String address() {
        return desk.address();
    }

    /** What follows its address for the one browser that may come in. */
    public String entry() {
        return desk.entry().substring(desk.address().length());
    }

    /** The session of the browser. */
    String cookie() {
        return cookie;
    }

    /** Goes on in another session. */
    void goOn(String session) {
        cookie = session;
    }

    HttpResponse<String> get(String path) throws IOException, InterruptedException {
        return ask(desk.address() + path, HttpRequest.newBuilder());
    }

    byte[] bytes(String path) throws IOException, InterruptedException {
        return browser.send(
                        HttpRequest.newBuilder(URI.create(desk.address() + path))
                                .header("Cookie", cookie)
                                .build(),
                        BodyHandlers.ofByteArray())
                .body();
    }

    /** What a form of a page is known by. */
    String token(String page) throws IOException, InterruptedException {
        Matcher token = TOKEN.matcher(get(page).body());
        assertThat(token.find()).as(page).isTrue();
        return token.group(1);
    }

    /** Sends the form of a page; fields are names and values in turn. */
    HttpResponse<String> send(String page, String path, String... fields) throws IOException, InterruptedException {
        return sendAs(token(page), path, fields);
    }

    HttpResponse<String> sendAs(String token, String path, String... fields) throws IOException, InterruptedException {
        StringBuilder body = new StringBuilder("_csrf=").append(encoded(token));
        for (int i = 0; i < fields.length; i += 2) {
            body.append('&').append(encoded(fields[i])).append('=').append(encoded(fields[i + 1]));
        }
        return post(path, "application/x-www-form-urlencoded", body.toString().getBytes(StandardCharsets.UTF_8));
    }

    /** A file in a field of a form, as a browser calls it. */
    @SuppressWarnings("ArrayRecordComponent")
    record Chosen(String field, String name, byte[] content) {}

    /** Sends files by the form of a page; fields are names and values in turn. */
    HttpResponse<String> drop(String page, String path, List<Chosen> files, String... fields)
            throws IOException, InterruptedException {
        ByteArrayOutputStream body = new ByteArrayOutputStream();
        field(body, "_csrf", token(page));
        for (int i = 0; i < fields.length; i += 2) {
            field(body, fields[i], fields[i + 1]);
        }
        for (Chosen file : files) {
            text(
                    body,
                    "--" + BETWEEN + "\r\nContent-Disposition: form-data; name=\"" + file.field() + "\"; filename=\""
                            + file.name() + "\"\r\nContent-Type: application/octet-stream\r\n\r\n");
            body.write(file.content());
            text(body, "\r\n");
        }
        text(body, "--" + BETWEEN + "--\r\n");
        return post(path, "multipart/form-data; boundary=" + BETWEEN, body.toByteArray());
    }

    private static void field(ByteArrayOutputStream body, String name, String value) throws IOException {
        text(
                body,
                "--" + BETWEEN + "\r\nContent-Disposition: form-data; name=\"" + name + "\"\r\n\r\n" + value + "\r\n");
    }

    private static void text(ByteArrayOutputStream body, String text) throws IOException {
        body.write(text.getBytes(StandardCharsets.UTF_8));
    }

    /** Sends a body from a page of the desk. */
    HttpResponse<String> post(String path, String type, byte[] body) throws IOException, InterruptedException {
        return ask(desk.address() + path, posted(type, body));
    }

    /** Sends a body as a script of the desk does: the page's token stands beside it. */
    HttpResponse<String> scripted(String path, String type, byte[] body, String token)
            throws IOException, InterruptedException {
        return ask(desk.address() + path, posted(type, body).header("X-CSRF-TOKEN", token));
    }

    private HttpRequest.Builder posted(String type, byte[] body) {
        return HttpRequest.newBuilder()
                .header("Content-Type", type)
                .header("Origin", desk.address().replaceFirst("/$", ""))
                .POST(BodyPublishers.ofByteArray(body));
    }

    private HttpResponse<String> ask(String address, HttpRequest.Builder request)
            throws IOException, InterruptedException {
        return browser.send(
                request.uri(URI.create(address))
                        .header("Cookie", cookie)
                        .header("Accept", "text/html")
                        .build(),
                BodyHandlers.ofString());
    }

    @Override
    public void close() {
        desk.close();
        workplace.close();
    }
}
