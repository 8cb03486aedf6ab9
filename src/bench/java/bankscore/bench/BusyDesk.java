package bankscore.bench;

import bankscore.machine.FolderCopy;
import bankscore.run.request.Deletion;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;

/**
 * A desk that is served to ten people, each with a session of his own, over PostgreSQL: all pages when it has just started,
 * then pages with a pause of half a second on average between an answer and the next click, then without one.
 */
final class BusyDesk implements Bench.Part {

    private static final int PEOPLE = 10;
    private static final int CLICKS = 40;
    private static final int PAUSE = 1000;
    private static final String PASSWORD = "饶州古城2022";
    private static final List<String> PERIODS = List.of("2022Q3", "2022Q4");
    private static final List<String> PAGES = List.of(
            "", "period/2022Q4", "result", "result/2022Q4", "trial", "comparison", "rule", "review", "history", "people");

    private final Latencies cold = new Latencies("ten people, each page for the first time");
    private final Latencies paused = new Latencies("ten people, pages");
    private final Latencies hurried = new Latencies("ten people who never pause, pages");
    private final Map<String, List<Double>> pages = new TreeMap<>();

    /** A click, and how long the answer took. */
    private record Click(String page, double seconds) {}

    @Override
    public void measure(Programs programs, int rounds, Table table) throws Exception {
        Path work = programs.work().resolve("served");
        Path config = work.resolve("config");
        FolderCopy.of(programs.home().resolve("config"), config);
        try (Server server = Server.start(work)) {
            List<String> places = List.of(
                    "--config", config.toString(), "--output", work.resolve("output").toString(), "--db", server.database());
            for (String period : PERIODS) {
                List<String> run = new ArrayList<>(List.of("run", period, "--quiet"));
                run.addAll(places);
                programs.bankscore(Server.credentials(), run);
            }
            for (int round = 0; round < rounds; round++) {
                List<String> words = new ArrayList<>(places);
                words.addAll(List.of("--listen", "127.0.0.1:" + Served.port(), "--behind-proxy"));
                try (Served desk = Served.start(programs, Server.credentials(), words)) {
                    if (round == 0) {
                        people(desk);
                    }
                    visit(desk);
                }
            }
        }
        cold.lines(table);
        paused.lines(table);
        hurried.lines(table);
        table.note("ten people, median ms by page: "
                + pages.entrySet().stream()
                        .map(page -> "/" + page.getKey() + " "
                                + Table.number(1000 * Measured.middle(page.getValue().stream().sorted().toList())))
                        .collect(Collectors.joining(", ")));
        Deletion.of(work);
    }

    /** Sets them up, the administrator first. */
    private static void people(Served desk) throws Exception {
        Served.Visitor visitor = desk.enter();
        visitor.get("people");
        for (int person = 0; person < PEOPLE; person++) {
            visitor.post(
                    "people/add",
                    "person",
                    name(person),
                    "role",
                    person == 0 ? "管理员" : "经办",
                    "from",
                    LocalDate.now(ZoneOffset.UTC).minusDays(1).toString(),
                    "password",
                    PASSWORD,
                    "again",
                    PASSWORD,
                    "administrator",
                    name(0),
                    "permission",
                    PASSWORD);
        }
    }

    private static String name(int person) {
        return "人" + "一二三四五六七八九十".charAt(person);
    }

    private void visit(Served desk) throws Exception {
        List<Served.Visitor> visitors = new ArrayList<>();
        for (int person = 0; person < PEOPLE; person++) {
            visitors.add(desk.signIn(name(person), PASSWORD));
        }
        cold.add(seconds(clicks(visitors, PAGES.size(), 0)), desk);
        List<Click> clicks = clicks(visitors, CLICKS, PAUSE);
        paused.add(seconds(clicks), desk);
        clicks.forEach(click ->
                pages.computeIfAbsent(click.page(), page -> new ArrayList<>()).add(click.seconds()));
        hurried.add(seconds(clicks(visitors, CLICKS, 0)), desk);
    }

    private static List<Double> seconds(List<Click> clicks) {
        return clicks.stream().map(Click::seconds).toList();
    }

    /** All at once, each with an order of pages of his own, which is the same at every call. */
    private static List<Click> clicks(List<Served.Visitor> visitors, int each, int pause) throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(visitors.size());
        try {
            List<Callable<List<Click>>> all = new ArrayList<>();
            for (int person = 0; person < visitors.size(); person++) {
                Served.Visitor visitor = visitors.get(person);
                Random chance = new Random(person);
                all.add(() -> clicks(visitor, each, pause, chance));
            }
            List<Click> clicks = new ArrayList<>();
            for (Future<List<Click>> done : threads.invokeAll(all)) {
                clicks.addAll(done.get());
            }
            return clicks;
        } finally {
            threads.shutdownNow();
        }
    }

    private static List<Click> clicks(Served.Visitor visitor, int count, int pause, Random chance) throws Exception {
        List<String> order = new ArrayList<>(PAGES);
        List<Click> clicks = new ArrayList<>();
        for (int click = 0; click < count; click++) {
            if (click % order.size() == 0) {
                Collections.shuffle(order, chance);
            }
            if (pause > 0) {
                TimeUnit.MILLISECONDS.sleep(chance.nextInt(pause));
            }
            String page = order.get(click % order.size());
            long begin = System.nanoTime();
            visitor.get(page);
            clicks.add(new Click(page, (System.nanoTime() - begin) / 1e9));
        }
        return clicks;
    }
}
