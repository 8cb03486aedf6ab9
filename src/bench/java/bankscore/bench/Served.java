package bankscore.bench;

import java.io.IOException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A desk in a process of its own. Who visits it is in this one, so that neither is counted for the other. */
final class Served implements AutoCloseable {

    private static final Pattern TOLD = Pattern.compile("(https?)://([^/\\s]+)/(enter[?]key=\\p{XDigit}+)\\s");
    private static final Pattern TOKEN = Pattern.compile("name=\"_csrf\" value=\"([^\"]+)\"");
    private static final Pattern COOKIE = Pattern.compile("^[^;]+");
    private static final int MILLIS = 5;
    private static final int REFUSED = 400;

    private final Programs.Running running;
    private final String scheme;
    private final String host;
    private final String entry;

    private Served(Programs.Running running, String scheme, String host, String entry) {
        this.running = running;
        this.scheme = scheme;
        this.host = host;
        this.entry = entry;
    }

    /** Starts it, and waits until it tells its address. */
    static Served start(Programs programs, Map<String, String> environment, List<String> words) throws Exception {
        List<String> all = new ArrayList<>(List.of("desk", "--no-browser"));
        all.addAll(words);
        Programs.Running running = programs.begin(environment, all);
        while (true) {
            Matcher told = TOLD.matcher(Files.readString(running.said()));
            if (told.find()) {
                return new Served(running, told.group(1), told.group(2), told.group(3));
            }
            if (!running.process().isAlive()) {
                throw new IllegalStateException("the desk ended\n" + Files.readString(running.complained()));
            }
            TimeUnit.MILLISECONDS.sleep(MILLIS);
        }
    }

    /** A port that nobody has. */
    static int port() throws IOException {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }

    /** What it took so far; what was asked of it counts by the clock. */
    Ran ran(double seconds) {
        return new Ran(seconds, running.processor(), running.megabytes(), "");
    }

    /** Since its start. */
    double seconds() {
        return running.seconds();
    }

    /** Somebody who came in by the one-time key. */
    Visitor enter() throws IOException, InterruptedException {
        Visitor visitor = new Visitor();
        visitor.get(entry);
        return visitor;
    }

    /** Somebody who signed in. */
    Visitor signIn(String person, String password) throws IOException, InterruptedException {
        Visitor visitor = new Visitor();
        visitor.get("sign-in");
        visitor.post("sign-in", "person", person, "password", password);
        return visitor;
    }

    @Override
    public void close() {
        running.close();
    }

    /** A browser without a script. */
    final class Visitor {

        private final HttpClient browser = HttpClient.newHttpClient();
        private String cookie = "";
        private String token = "";

        /** A whole page, whose form may be sent next. */
        String get(String path) throws IOException, InterruptedException {
            return ask(request(path));
        }

        /** Sends a form of the last page that had one; fields are names and values in turn. */
        String post(String path, String... fields) throws IOException, InterruptedException {
            StringBuilder body = new StringBuilder("_csrf=").append(encoded(token));
            for (int at = 0; at < fields.length; at += 2) {
                body.append('&').append(encoded(fields[at])).append('=').append(encoded(fields[at + 1]));
            }
            return ask(request(path)
                    .header("Origin", scheme + "://" + host)
                    .header("Content-Type", "application/x-www-form-urlencoded")
                    .POST(BodyPublishers.ofString(body.toString())));
        }

        private HttpRequest.Builder request(String path) {
            // A proxy asks in the clear.
            return HttpRequest.newBuilder(URI.create("http://" + host + "/" + path))
                    .header("Cookie", cookie)
                    .header("Accept", "text/html");
        }

        private String ask(HttpRequest.Builder request) throws IOException, InterruptedException {
            HttpResponse<String> answer = browser.send(request.build(), BodyHandlers.ofString());
            if (answer.statusCode() >= REFUSED) {
                throw new IllegalStateException(answer + "\n" + answer.body());
            }
            answer.headers().firstValue("Set-Cookie").ifPresent(set -> {
                Matcher first = COOKIE.matcher(set);
                cookie = first.find() ? first.group() : cookie;
            });
            Matcher known = TOKEN.matcher(answer.body());
            token = known.find() ? known.group(1) : token;
            return answer.body();
        }

        private static String encoded(String text) {
            return URLEncoder.encode(text, StandardCharsets.UTF_8);
        }
    }
}
