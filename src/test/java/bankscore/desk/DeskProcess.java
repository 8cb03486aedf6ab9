package bankscore.desk;

import static org.assertj.core.api.Assertions.assertThat;

import bankscore.machine.ProgramProcess;
import bankscore.machine.ProgramProcess.Started;
import bankscore.machine.Waiting;
import java.io.Closeable;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A desk that is started as a process of its own, and one browser that came in by the address it told. */
final class DeskProcess implements Closeable {

    private static final Pattern TOLD = Pattern.compile("(http://127[.]0[.]0[.]1:[0-9]+/)enter[?]key=\\p{XDigit}+");
    private static final Pattern TOKEN = Pattern.compile("name=\"_csrf\" value=\"([^\"]+)\"");

    private final HttpClient browser = HttpClient.newHttpClient();
    private final Started started;
    private final String address;
    private String cookie = "";

    /** What is answered. */
    record Page(int status, String body) {}

    private DeskProcess(Started started, String address) {
        this.started = started;
        this.address = address;
    }

    static DeskProcess start(Path input, Path output) throws Exception {
        Started started = ProgramProcess.ofThisBuild()
                .with("-Xmx512m")
                .desk("--no-browser", "--input", input.toString(), "--output", output.toString());
        Waiting.until(
                "the desk's address",
                () -> TOLD.matcher(Files.readString(started.log())).find()
                        || !started.process().isAlive());
        Matcher told = TOLD.matcher(Files.readString(started.log()));
        assertThat(told.find()).as(Files.readString(started.log())).isTrue();
        DeskProcess desk = new DeskProcess(started, told.group(1));
        desk.cookie = OpenDesk.cookie(desk.ask(HttpRequest.newBuilder(URI.create(told.group()))));
        return desk;
    }

    String address() {
        return address;
    }

    Page get(String path) throws IOException, InterruptedException {
        HttpResponse<String> answer = ask(HttpRequest.newBuilder(URI.create(address + path)));
        return new Page(answer.statusCode(), answer.body());
    }

    /** Sends an empty form of a page. */
    void post(String page, String path) throws IOException, InterruptedException {
        Matcher token = TOKEN.matcher(get(page).body());
        assertThat(token.find()).isTrue();
        HttpResponse<String> answer = ask(HttpRequest.newBuilder(URI.create(address + path))
                .header("Origin", address.replaceFirst("/$", ""))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString("_csrf=" + OpenDesk.encoded(token.group(1)))));
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(302);
    }

    private HttpResponse<String> ask(HttpRequest.Builder request) throws IOException, InterruptedException {
        return browser.send(
                request.header("Cookie", cookie).header("Accept", "text/html").build(), BodyHandlers.ofString());
    }

    /** Kills it; whether it was still alive. */
    boolean kill() throws InterruptedException {
        boolean alive = started.process().isAlive();
        started.process().destroyForcibly().waitFor();
        return alive;
    }

    @Override
    public void close() {
        started.process().destroyForcibly();
    }
}
