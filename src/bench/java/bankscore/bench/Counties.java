package bankscore.bench;

import bankscore.machine.FolderCopy;
import bankscore.run.request.Deletion;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * A province whose counties all sent the sample quarter: a process for each, one warm process on one and two threads, and
 * workers over PostgreSQL; and what the engine itself takes, for counties of which there is nothing to do.
 */
final class Counties implements Bench.Part {

    private static final String PERIOD = "2022Q4";
    private static final int WARM = 2;
    private static final int WORKERS = 3;

    private final int counties;
    private final int empty;

    Counties(int counties, int empty) {
        this.counties = counties;
        this.empty = empty;
    }

    @Override
    public void measure(Programs programs, int rounds, Table table) throws Exception {
        Path folder = programs.work().resolve("counties");
        for (int county = 1; county <= counties; county++) {
            FolderCopy.of(
                    programs.home().resolve("input").resolve(PERIOD),
                    folder.resolve("县" + county).resolve("input").resolve(PERIOD));
        }
        Measured cold = new Measured("%d counties, a process each".formatted(counties), counties);
        List<Measured> warm = new ArrayList<>();
        List<Measured> workers = new ArrayList<>();
        List<Measured> servers = new ArrayList<>();
        for (int at = 1; at <= WARM; at++) {
            warm.add(new Measured("%d counties, `--local %d`".formatted(counties, at), counties));
        }
        for (int at = 1; at <= WORKERS; at++) {
            workers.add(new Measured(
                    "%d counties, PostgreSQL and %d worker%s".formatted(counties, at, at == 1 ? "" : "s"), counties));
            servers.add(new Measured("PostgreSQL itself meanwhile, %d worker%s".formatted(at, at == 1 ? "" : "s"), counties));
        }
        Measured engine = new Measured("%,d empty counties, `--local 1`: the engine itself".formatted(empty), empty);
        try (Server server = Server.start(programs.work())) {
            for (int round = 0; round < rounds; round++) {
                cold.add(cold(programs, folder));
                for (int at = 1; at <= WARM; at++) {
                    Path output = programs.work().resolve("province");
                    warm.get(at - 1).add(programs.bankscore(Map.of(), province(folder, output, "--local", "" + at)));
                    Deletion.of(output);
                }
                for (int at = 1; at <= WORKERS; at++) {
                    double before = server.processor();
                    Ran ran = shared(programs, folder, server.database(), at);
                    workers.get(at - 1).add(ran);
                    servers.get(at - 1).add(new Ran(Double.NaN, server.processor() - before, 0, ""));
                }
                engine.add(programs.java(
                        List.of("-Xmx512m", "-XX:TieredStopAtLevel=1"),
                        bankscore.province.EmptyCounties.class,
                        Integer.toString(empty),
                        programs.work().resolve("engine" + round).toString()));
            }
        }
        table.line(cold, warm.get(0), warm.get(1));
        warm.forEach(table::line);
        for (int at = 0; at < WORKERS; at++) {
            table.line(workers.get(at), warm.get(0));
            table.line(servers.get(at));
        }
        table.line(engine, warm.get(0));
        Deletion.of(folder);
    }

    private Ran cold(Programs programs, Path folder) throws Exception {
        Path output = programs.work().resolve("cold");
        Ran all = new Ran(0, 0, 0, "");
        for (int county = 1; county <= counties; county++) {
            all = all.then(programs.bankscore(
                    "run",
                    PERIOD,
                    "--input",
                    folder.resolve("县" + county).resolve("input").toString(),
                    "--output",
                    output.resolve("县" + county).toString(),
                    "--quiet"));
        }
        Deletion.of(output);
        return all;
    }

    private static List<String> province(Path folder, Path output, String... more) {
        List<String> words = new ArrayList<>(List.of(
                "province", PERIOD, "--counties", folder.toString(), "--output", output.toString(), "--quiet"));
        words.addAll(List.of(more));
        return words;
    }

    /** From the start of workers and manager to the manager's end; the processor time is that of all of them. */
    private static Ran shared(Programs programs, Path folder, String database, int workers) throws Exception {
        Path output = programs.work().resolve("shared");
        double before = Programs.spent();
        List<Programs.Running> started = new ArrayList<>();
        for (int worker = 1; worker <= workers; worker++) {
            started.add(programs.begin(
                    Server.credentials(),
                    List.of("worker", "--output", output.resolve("worker" + worker).toString(), "--db", database)));
        }
        Ran manager;
        try {
            manager = programs.bankscore(Server.credentials(), province(folder, output.resolve("all"), "--db", database));
        } finally {
            started.forEach(Programs.Running::close);
        }
        Deletion.of(output);
        return new Ran(manager.seconds(), Programs.spent() - before, manager.megabytes(), "");
    }
}
