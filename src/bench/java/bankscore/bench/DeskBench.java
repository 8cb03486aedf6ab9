package bankscore.bench;

import bankscore.run.keys.KeyFolder;
import java.io.Closeable;
import java.io.IOException;
import java.io.PrintStream;
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
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * How long the desk takes: to its first whole page, for its pages when ten people ask at once, and for a trial. Every desk is
 * a process of its own, started as the start script does.
 */
final class DeskBench {

    private static final int PEOPLE = 10;
    private static final int WALKS = 10;
    private static final int TRIALS = 20;
    private static final int PAUSE = 400;
    private static final String PASSWORD = "工作台测速2022";

    /** What a walk asks for: a page of each kind, with something on it. */
    private static final List<String> PAGES = List.of(
            "",
            "period",
            "period/2022Q4?rule=shangrao",
            "result?of=2022Q4+r1",
            "result/explained?of=2022Q4+r1&whom=",
            "trial?of=2022Q4+r1",
            "comparison?of=2022Q4+r1",
            "rule",
            "review",
            "history",
            "people");

    private final Path home;
    private final Path work;
    private final String java;
    private final PrintStream out;
    private final int rounds;

    DeskBench(Path home, Path work, String java, PrintStream out, int rounds) {
        this.home = home;
        this.work = work;
        this.java = java;
        this.out = out;
        this.rounds = rounds;
    }

    void measure() throws Exception {
        Path output = work.resolve("desk");
        for (String period : List.of("2022Q3", "2022Q4")) {
            publish(period, home.resolve("input"), output);
        }
        out.println("| desk | median | least – most |");
        out.println("| --- | --- | --- |");
        starts(output);
        people(output);
        for (int banks : new int[] {20, 200}) {
            trials(banks);
        }
        out.println();
    }

    private void publish(String period, Path input, Path output) throws IOException, InterruptedException {
        Process process = new ProcessBuilder(
                        home.resolve("bankscore").toString(),
                        "run",
                        period,
                        "--input",
                        input.toString(),
                        "--output",
                        output.toString(),
                        "--quiet")
                .directory(home.toFile())
                .redirectErrorStream(true)
                .redirectOutput(work.resolve("said").toFile())
                .start();
        if (process.waitFor() != 0) {
            throw new IllegalStateException(Files.readString(work.resolve("said")));
        }
    }

    private void starts(Path output) throws Exception {
        // The first start after another build reads jars that no later one reads from the disk.
        try (Served first = start(script(), output)) {
            first.page("");
        }
        Map<String, List<String>> ways = new LinkedHashMap<>();
        ways.put("first whole page after a start, s", script());
        ways.put("the same without the archive of classes, s", plain());
        Map<String, List<Double>> seconds = new LinkedHashMap<>();
        Map<String, List<Double>> megabytes = new LinkedHashMap<>();
        for (int round = 0; round < rounds; round++) {
            for (Map.Entry<String, List<String>> way : ways.entrySet()) {
                try (Served served = start(way.getValue(), output)) {
                    served.whole();
                    seconds.computeIfAbsent(way.getKey(), key -> new ArrayList<>())
                            .add(served.age() / 1000);
                    megabytes
                            .computeIfAbsent(way.getKey().replace(", s", ": resident MB"), key -> new ArrayList<>())
                            .add((double) served.peakMegabytes());
                }
            }
        }
        seconds.forEach((name, values) -> line(name, "%.2f", values));
        megabytes.forEach((name, values) -> line(name, "%.0f", values));
    }

    /** People who sign in on a desk that is served to several, and all walk through it at once. */
    private void people(Path output) throws Exception {
        Path config = work.resolve("people").resolve("config");
        copy(home.resolve("config"), config);
        StringBuilder signers = new StringBuilder();
        for (int person = 0; person < PEOPLE; person++) {
            signers.append("- {name: 王%d, key: %s, roles: [经办], from: 2022-01-01}\n"
                    .formatted(person, KeyFolder.beside(config).make("王" + person, PASSWORD)));
        }
        Files.writeString(config.resolve("signers.yaml"), signers);
        int port;
        try (ServerSocket socket = new ServerSocket(0)) {
            port = socket.getLocalPort();
        }
        String here = "127.0.0.1:" + port;
        List<String> command = new ArrayList<>(script());
        command.addAll(List.of("--listen", here, "--host", here, "--behind-proxy", "--config", config.toString()));
        ExecutorService all = Executors.newFixedThreadPool(PEOPLE);
        try (Served served = start(command, output)) {
            List<Person> signedIn = new ArrayList<>();
            for (int person = 0; person < PEOPLE; person++) {
                signedIn.add(served.signIn("王" + person));
            }
            // Each page once before, as on a server that has been up for a while.
            walk(signedIn.get(0), 0, 2, 0);
            Map<String, List<Double>> alone = walk(signedIn.get(0), 0, WALKS, 0);
            Map<String, List<Double>> clicking = together(all, signedIn, PAUSE);
            Map<String, List<Double>> together = together(all, signedIn, 0);
            percentiles("a page, one person, ms", alone);
            percentiles("a page, ten people, a click every 0.2 s each, ms", clicking);
            percentiles("a page, ten people without a pause, ms", together);
            for (String page : PAGES) {
                out.println(String.format(
                        Locale.ROOT,
                        "|   /%s | %.0f alone | %.0f clicking, %.0f without a pause |",
                        page,
                        of(alone.getOrDefault(page, List.of()), 0.5),
                        of(clicking.getOrDefault(page, List.of()), 0.5),
                        of(together.getOrDefault(page, List.of()), 0.5)));
            }
            out.println("| resident MB after ten people | " + served.peakMegabytes() + " | |");
        } finally {
            all.shutdownNow();
        }
    }

    private static Map<String, List<Double>> together(ExecutorService all, List<Person> people, int pause)
            throws InterruptedException {
        List<Future<Map<String, List<Double>>>> walking = new ArrayList<>();
        for (int person = 0; person < PEOPLE; person++) {
            int first = person;
            walking.add(all.submit(() -> walk(people.get(first), first, WALKS, pause)));
        }
        Map<String, List<Double>> times = new TreeMap<>();
        for (Future<Map<String, List<Double>>> each : walking) {
            result(each).forEach((page, its) ->
                    times.computeIfAbsent(page, key -> new ArrayList<>()).addAll(its));
        }
        return times;
    }

    private static Map<String, List<Double>> result(Future<Map<String, List<Double>>> walk) throws InterruptedException {
        try {
            return walk.get();
        } catch (ExecutionException e) {
            throw new IllegalStateException(e);
        }
    }

    /** @param pause at most so many milliseconds before a click, and half of it on average */
    private static Map<String, List<Double>> walk(Person person, int first, int walks, int pause)
            throws IOException, InterruptedException {
        Random random = new Random(first);
        Map<String, List<Double>> times = new TreeMap<>();
        for (int at = 0; at < walks * PAGES.size(); at++) {
            String page = PAGES.get((first + at) % PAGES.size());
            Thread.sleep(pause == 0 ? 0 : random.nextInt(pause));
            long begin = System.nanoTime();
            person.page(page);
            times.computeIfAbsent(page, key -> new ArrayList<>()).add((System.nanoTime() - begin) / 1e6);
        }
        return times;
    }

    /** A trial of two changes side by side, as the page sends it. */
    private void trials(int banks) throws Exception {
        Path input = work.resolve("trial" + banks);
        WideQuarter.write(input.resolve("2022Q4"), banks);
        Path output = work.resolve("tried" + banks);
        publish("2022Q4", input, output);
        List<Double> one = new ArrayList<>();
        List<Double> two = new ArrayList<>();
        double first;
        try (Served served = start(script(), output)) {
            Person person = served.alone();
            String token = person.token("trial?of=2022Q4+r1");
            first = tried(person, token, "one", 20);
            for (int trial = 0; trial < TRIALS; trial++) {
                // Never the same twice: nothing may be remembered.
                one.add(tried(person, token, "one", 21 + trial % 3));
                two.add(tried(person, token, "both", 21 + trial % 3));
            }
        }
        out.println(String.format(Locale.ROOT, "| %d banks: the first trial after a start, ms | %.0f | |", banks, first));
        line(banks + " banks: a trial, ms", "%.0f", one);
        line(banks + " banks: two trials side by side, ms", "%.0f", two);
    }

    private static double tried(Person person, String token, String which, int points)
            throws IOException, InterruptedException {
        Map<String, String> fields = new LinkedHashMap<>(Map.of("of", "2022Q4 r1", "_csrf", token));
        fields.put("one.set.items.tax.bands[5].points", Integer.toString(points));
        if (which.equals("both")) {
            fields.put("two.set.items.tax.bands[5].points", Integer.toString(points - 2));
        }
        long begin = System.nanoTime();
        HttpResponse<String> answer = person.send("trial", fields);
        double milliseconds = (System.nanoTime() - begin) / 1e6;
        if (answer.statusCode() != 200 || answer.body().contains("notice bad") || !answer.body().contains("class=\"tried\"")) {
            throw new IllegalStateException(answer.statusCode() + "\n" + answer.body());
        }
        return milliseconds;
    }

    private void percentiles(String name, Map<String, List<Double>> pages) {
        List<Double> all = pages.values().stream().flatMap(List::stream).toList();
        out.println(String.format(
                Locale.ROOT,
                "| %s, of %d | %.0f | 95 of 100 below %.0f, all below %.0f |",
                name,
                all.size(),
                of(all, 0.5),
                of(all, 0.95),
                of(all, 1)));
    }

    private void line(String name, String format, List<Double> values) {
        out.println(String.format(
                Locale.ROOT,
                "| %s | " + format + " | " + format + " – " + format + " |",
                name,
                of(values, 0.5),
                of(values, 0),
                of(values, 1)));
    }

    private static double of(List<Double> values, double share) {
        List<Double> sorted = values.stream().sorted().toList();
        return sorted.get((int) Math.min(sorted.size() - 1, Math.floor(share * sorted.size())));
    }

    private List<String> script() {
        return List.of(home.resolve("bankscore").toString(), "desk");
    }

    private List<String> plain() {
        Path app = home.resolve("target").resolve("app");
        return List.of(
                java,
                "@" + home.resolve("start").resolve("java.options"),
                "-cp",
                app.resolve("bankscore.jar") + java.io.File.pathSeparator
                        + app.resolve("lib").resolve("desk").resolve("*"),
                "bankscore.desk.Main");
    }

    private Served start(List<String> starting, Path output) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(starting);
        command.addAll(List.of("--no-browser", "--output", output.toString()));
        Path said = work.resolve("said");
        ProcessBuilder builder = new ProcessBuilder(command)
                .directory(home.toFile())
                .redirectOutput(said.toFile())
                .redirectError(work.resolve("complained").toFile());
        builder.environment().put("BANKSCORE_HOME", home.toString());
        builder.environment().put("LC_ALL", "C.UTF-8");
        long begin = System.nanoTime();
        Process process = builder.start();
        while (process.isAlive()) {
            Matcher told = Served.TOLD.matcher(Files.readString(said));
            if (told.find()) {
                return new Served(process, begin, told.group());
            }
            Thread.sleep(5);
        }
        throw new IllegalStateException(Files.readString(work.resolve("complained")));
    }

    private static void copy(Path from, Path to) throws IOException {
        try (var all = Files.walk(from)) {
            for (Path each : all.sorted(Comparator.naturalOrder()).toList()) {
                Path there = to.resolve(from.relativize(each).toString());
                if (Files.isDirectory(each)) {
                    Files.createDirectories(there);
                } else {
                    Files.copy(each, there);
                }
            }
        }
    }

    /** A desk that told its address. */
    private static final class Served implements Closeable {

        static final Pattern TOLD = Pattern.compile("https?://127[.]0[.]0[.]1:[0-9]+/enter[?]key=\\p{XDigit}+(?=\\R)");
        private static final Pattern ASSET = Pattern.compile("(?:href|src)=\"(/[^\"?]+[.](?:css|js|svg))\"");

        private final Process process;
        private final long begin;
        private final String entry;
        private final HttpClient browser = HttpClient.newHttpClient();
        private Person entered;

        Served(Process process, long begin, String entry) {
            this.process = process;
            this.begin = begin;
            this.entry = entry;
            this.entered = new Person(browser, origin(), "");
        }

        private String origin() {
            return entry.substring(0, entry.indexOf("/enter"));
        }

        /** Comes in by the key. */
        Person alone() throws IOException, InterruptedException {
            if (entered.cookie().isEmpty()) {
                entered = new Person(browser, origin(), cookie(entered.get(entry.substring(origin().length() + 1))));
            }
            return entered;
        }

        HttpResponse<String> page(String path) throws IOException, InterruptedException {
            return alone().page(path);
        }

        /** Asks for the first page and all that it shows. */
        void whole() throws IOException, InterruptedException {
            Matcher asset = ASSET.matcher(page("").body());
            int count = 0;
            while (asset.find()) {
                page(asset.group(1).substring(1));
                count++;
            }
            if (count < 4) {
                throw new IllegalStateException("scripts and styles: " + count);
            }
        }

        Person signIn(String name) throws IOException, InterruptedException {
            Person nobody = new Person(browser, origin(), "");
            HttpResponse<String> form = nobody.page("sign-in");
            Person asking = new Person(browser, origin(), cookie(form));
            HttpResponse<String> answer = asking.send(
                    "sign-in", Map.of("person", name, "password", PASSWORD, "_csrf", Person.token(form)));
            if (answer.statusCode() != 302) {
                throw new IllegalStateException(answer.statusCode() + "\n" + answer.body());
            }
            return new Person(browser, origin(), cookie(answer));
        }

        private static String cookie(HttpResponse<?> answer) {
            return answer.headers().firstValue("Set-Cookie").orElseThrow().replaceFirst(";.*", "");
        }

        /** Milliseconds since it was started. */
        double age() {
            return (System.nanoTime() - begin) / 1e6;
        }

        long peakMegabytes() {
            return Bench.peak(process.pid()) / 1024;
        }

        @Override
        public void close() throws IOException {
            process.destroy();
            try {
                process.waitFor();
            } catch (InterruptedException e) {
                throw new IOException(e);
            }
        }
    }

    /** Somebody with a session; behind a proxy, that is, its address is not that of the desk. */
    private record Person(HttpClient browser, String origin, String cookie) {

        private static final Pattern TOKEN = Pattern.compile("name=\"_csrf\" value=\"([^\"]+)\"");

        private HttpRequest.Builder request(String path) {
            HttpRequest.Builder request = HttpRequest.newBuilder(
                            URI.create(origin.replaceFirst("^https", "http") + "/" + path))
                    .header("Accept", "text/html,*/*");
            return cookie.isEmpty() ? request : request.header("Cookie", cookie);
        }

        HttpResponse<String> get(String path) throws IOException, InterruptedException {
            return browser.send(request(path).build(), BodyHandlers.ofString());
        }

        HttpResponse<String> page(String path) throws IOException, InterruptedException {
            HttpResponse<String> answer = get(path);
            if (answer.statusCode() != 200) {
                throw new IllegalStateException(path + ": " + answer.statusCode() + "\n" + answer.body());
            }
            return answer;
        }

        String token(String path) throws IOException, InterruptedException {
            return token(page(path));
        }

        static String token(HttpResponse<String> page) {
            Matcher token = TOKEN.matcher(page.body());
            if (!token.find()) {
                throw new IllegalStateException(page.body());
            }
            return token.group(1);
        }

        HttpResponse<String> send(String path, Map<String, String> fields) throws IOException, InterruptedException {
            List<String> pairs = new ArrayList<>();
            fields.forEach((name, value) -> pairs.add(encoded(name) + "=" + encoded(value)));
            return browser.send(
                    request(path)
                            .header("Origin", origin)
                            .header("Content-Type", "application/x-www-form-urlencoded")
                            .POST(BodyPublishers.ofString(String.join("&", pairs)))
                            .build(),
                    BodyHandlers.ofString());
        }

        private static String encoded(String text) {
            return URLEncoder.encode(text, StandardCharsets.UTF_8);
        }
    }
}
