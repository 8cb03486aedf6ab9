package bankscore.bench;

import java.io.File;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.spi.ToolProvider;
import java.util.stream.Stream;

/**
 * Prints the tables of {@code speed.md}. Every line is measured as a process started anew, the lines that are compared one
 * after the other in each round, so that what disturbs the machine disturbs them alike.
 *
 * <p>System properties: {@code rounds} (5), {@code rows} (10000,100000,1000000), {@code copy} (address of a PostgreSQL
 * with its user and password in it; without it there is no line for COPY), {@code parts} (small,office,banks,large,claims).
 */
public final class Bench {

    private static final String PERIOD = "2022Q4";
    private static final String BATCH = "2024Q4";
    private static final List<String> COMMON =
            List.of("-XX:+UseSerialGC", "-XX:-UsePerfData", "-Dfile.encoding=UTF-8");

    private final Path home = Path.of("").toAbsolutePath();
    private final Path work;
    private final String java =
            Path.of(System.getProperty("java.home"), "bin", "java").toString();
    private final PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
    private final int rounds = Integer.getInteger("rounds", 5);

    private Bench(Path work) {
        this.work = work;
    }

    /** One argument: a working folder, emptied. */
    public static void main(String[] arguments) throws Exception {
        Path work = Path.of(arguments[0]).toAbsolutePath();
        delete(work);
        Files.createDirectories(work);
        Bench bench = new Bench(work);
        List<String> parts = List.of(System.getProperty("parts", "small,office,banks,large,claims").split(",", -1));
        Samples samples = new Samples();
        if (parts.contains("small")) {
            bench.small(samples, parts.contains("office"));
        }
        if (parts.contains("banks")) {
            for (int banks : new int[] {20, 200, 2000}) {
                bench.wide(banks);
            }
        }
        if (parts.contains("large")) {
            for (String rows : System.getProperty("rows", "10000,100000,1000000").split(",", -1)) {
                bench.large(Integer.parseInt(rows));
            }
        }
        if (parts.contains("claims")) {
            for (String rows : System.getProperty("rows", "10000,100000,1000000").split(",", -1)) {
                bench.claims(Integer.parseInt(rows));
            }
        }
    }

    /** Seconds of repeated measurements by name. */
    private static final class Samples {

        private final Map<String, List<Double>> seconds = new LinkedHashMap<>();

        void add(String name, double second) {
            seconds.computeIfAbsent(name, key -> new ArrayList<>()).add(second);
        }

        double median(String name) {
            List<Double> sorted = sorted(name);
            return sorted.get(sorted.size() / 2);
        }

        List<Double> sorted(String name) {
            return seconds.getOrDefault(name, List.of(Double.NaN)).stream().sorted().toList();
        }
    }

    /** How a process went. */
    private record Ran(double seconds, long peakMegabytes, String said) {}

    private void small(Samples samples, boolean office) throws Exception {
        Path archive = work.resolve("floor.jsa");
        List<String> floor = new ArrayList<>(List.of(java));
        floor.addAll(COMMON);
        // As in the start script.
        floor.addAll(List.of("-Xmx512m", "-XX:MetaspaceSize=96m", "-XX:TieredStopAtLevel=1"));
        if (Runtime.getRuntime().availableProcessors() <= 2) {
            floor.add("-XX:CICompilerCount=1");
        }
        String classPath = jarsOf(System.getProperty("java.class.path"));
        List<String> making = new ArrayList<>(floor);
        making.addAll(List.of("-XX:ArchiveClassesAtExit=" + archive, "-Xlog:disable", "-cp", classPath));
        making.addAll(floorOf("run"));
        run(making);
        floor.addAll(List.of("-XX:SharedArchiveFile=" + archive, "-Xlog:disable", "-cp", classPath));
        Path kept = work.resolve("kept");
        bankscore("run", kept);
        for (int round = 0; round < rounds; round++) {
            for (String command : List.of("check", "run")) {
                Path folder = command.equals("run") ? work.resolve("folder" + round) : kept;
                if (command.equals("run")) {
                    samples.add("run, first of a folder", bankscore("run", work.resolve("first" + round)).seconds());
                    // As in every later quarter, the folder has its database.
                    bankscore("check", folder);
                }
                samples.add(command, bankscore(command, folder).seconds());
                List<String> plain = new ArrayList<>(floor);
                plain.addAll(floorOf(command));
                Ran ran = run(plain);
                double computing = Double.parseDouble(ran.said().strip()) / 1000;
                samples.add(command + " floor with figures in memory", ran.seconds());
                samples.add(command + " floor", ran.seconds() - computing);
            }
            samples.add("--help", run(List.of(home.resolve("bankscore").toString(), "--help")).seconds());
            samples.add("lint", run(List.of(home.resolve("bankscore").toString(), "lint")).seconds());
            if (office) {
                Path book = kept.resolve(PERIOD).resolve("r1").resolve("考核结果.xlsx");
                samples.add(
                        "office",
                        run(List.of(
                                        "soffice",
                                        "-env:UserInstallation=file://" + work.resolve("office"),
                                        "--headless",
                                        "--convert-to",
                                        "ods",
                                        "--outdir",
                                        work.resolve("ods").toString(),
                                        book.toString()))
                                .seconds());
            }
        }
        out.println("| sample quarter | median s | least – most s | ratio |");
        out.println("| --- | --- | --- | --- |");
        for (String command : List.of("check", "run")) {
            line(samples, command, "");
            line(
                    samples,
                    command + " floor",
                    String.format(Locale.ROOT, "%s = %.2f × it", command, samples.median(command)
                            / samples.median(command + " floor")));
            line(
                    samples,
                    command + " floor with figures in memory",
                    String.format(Locale.ROOT, "%s = %.2f × it", command, samples.median(command)
                            / samples.median(command + " floor with figures in memory")));
        }
        line(samples, "run, first of a folder", "");
        if (office) {
            line(
                    samples,
                    "office",
                    String.format(Locale.ROOT, "run = %.2f × it", samples.median("run") / samples.median("office")));
        }
        line(samples, "--help", "");
        line(samples, "lint", "");
        out.println();
    }

    private void line(Samples samples, String name, String ratio) {
        List<Double> sorted = samples.sorted(name);
        out.println(String.format(
                Locale.ROOT,
                "| %s | %.2f | %.2f – %.2f | %s |",
                name,
                samples.median(name),
                sorted.get(0),
                sorted.get(sorted.size() - 1),
                ratio));
    }

    private static List<String> floorOf(String command) {
        return List.of("bankscore.bench.Floor", command, PERIOD, "config", "input", "target/bench/floor");
    }

    private Ran bankscore(String command, Path output) throws Exception {
        return run(List.of(
                home.resolve("bankscore").toString(), command, PERIOD, "--output", output.toString(), "--quiet"));
    }

    /** The whole job for so many banks; what it costs per bank must not grow much. */
    private void wide(int banks) throws Exception {
        Path input = work.resolve("banks" + banks);
        WideQuarter.write(input.resolve(PERIOD), banks);
        Samples samples = new Samples();
        long peak = 0;
        for (int round = 0; round < rounds; round++) {
            Path output = work.resolve("wide");
            delete(output);
            Ran ran = run(List.of(
                    home.resolve("bankscore").toString(),
                    "run",
                    PERIOD,
                    "--input",
                    input.toString(),
                    "--output",
                    output.toString(),
                    "--quiet"));
            samples.add("run", ran.seconds());
            peak = Math.max(peak, ran.peakMegabytes());
        }
        List<Double> sorted = samples.sorted("run");
        out.println(String.format(
                Locale.ROOT,
                "%d banks: run %.2f s (%.2f – %.2f), %.1f ms a bank, peak %d MB resident with 512 MB of heap",
                banks,
                samples.median("run"),
                sorted.get(0),
                sorted.get(sorted.size() - 1),
                1000 * samples.median("run") / banks,
                peak));
        delete(input);
        delete(work.resolve("wide"));
    }

    private void large(int rows) throws Exception {
        Path input = work.resolve("in" + rows);
        LargeQuarter.write(home.resolve("input").resolve(PERIOD), input.resolve(PERIOD), rows);
        measured(new Large("survey and service rows", input, PERIOD, rows, List.of(), "h2"));
    }

    /** A subsidy rule with its caps over so many claims, and a register beside. */
    private void claims(int lines) throws Exception {
        Path input = work.resolve("claims" + lines);
        LargeClaims.write(home.resolve("input").resolve(BATCH), input.resolve(BATCH), lines);
        measured(new Large("lines of claims", input, BATCH, lines, List.of("--rule", "jinhua-insurance"), "claims"));
    }

    /**
     * A large whole run.
     *
     * @param insert the limit that inserts the same data
     */
    private record Large(
            String what, Path input, String period, int rows, List<String> options, String insert) {}

    private void measured(Large large) throws Exception {
        int rows = large.rows();
        Map<String, Double> limits = new LinkedHashMap<>();
        for (String limit : List.of("inflate", "parse", large.insert(), "copy")) {
            String address = System.getProperty("copy", "");
            if (limit.equals("copy") && (address.isEmpty() || !large.insert().equals("h2"))) {
                continue;
            }
            List<String> line = new ArrayList<>(List.of(java, "-Xmx256m"));
            line.addAll(COMMON);
            line.addAll(List.of("-cp", System.getProperty("java.class.path"), "bankscore.bench.Limits", limit));
            line.addAll(List.of(
                    large.input().resolve(large.period()).toString(),
                    work.resolve("limit").toString(),
                    Integer.toString(rows),
                    address));
            limits.put(limit, Double.parseDouble(run(line).said().strip()) / 1000);
            delete(work.resolve("limit"));
        }
        Path output = work.resolve("large");
        delete(output);
        Map<String, String> heap = Map.of("BANKSCORE_JAVA_OPTS", "-Xmx256m");
        List<String> line = new ArrayList<>(List.of(
                home.resolve("bankscore").toString(),
                "run",
                large.period(),
                "--input",
                large.input().toString(),
                "--output",
                output.toString(),
                "--quiet"));
        line.addAll(large.options());
        Ran ran = run(line, heap);
        double slower = Math.max(limits.getOrDefault("parse", 0.0), limits.getOrDefault(large.insert(), 0.0));
        out.println(String.format(
                Locale.ROOT,
                "%d %s: run %.1f s, %.0f rows/s, peak %d MB resident with 256 MB of heap,"
                        + " %.2f × the slower of parse and H2 insert",
                rows,
                large.what(),
                ran.seconds(),
                rows / ran.seconds(),
                ran.peakMegabytes(),
                ran.seconds() / slower));
        limits.forEach((limit, seconds) -> out.println(String.format(
                Locale.ROOT, "  limit %-8s %6.2f s %9.0f rows/s", limit, seconds, rows / seconds)));
        try (Stream<Path> logs = Files.walk(output.resolve("log"))) {
            for (Path log : logs.filter(Files::isRegularFile).toList()) {
                for (String each : Files.readAllLines(log)) {
                    if (each.contains(" ms")) {
                        out.println("  part  " + each.replaceFirst("^\\S+ \\S+ +\\S+ - ", ""));
                    }
                }
            }
        }
        out.println();
        delete(large.input());
        delete(output);
    }

    private Ran run(List<String> command) throws Exception {
        return run(command, Map.of());
    }

    private Ran run(List<String> command, Map<String, String> environment) throws Exception {
        File said = work.resolve("said").toFile();
        ProcessBuilder builder = new ProcessBuilder(command)
                .directory(home.toFile())
                .redirectOutput(said)
                .redirectError(work.resolve("complained").toFile());
        builder.environment().putAll(environment);
        long begin = System.nanoTime();
        Process process = builder.start();
        long peak = 0;
        while (!process.waitFor(20, TimeUnit.MILLISECONDS)) {
            peak = Math.max(peak, peak(process.pid()));
        }
        double seconds = (System.nanoTime() - begin) / 1e9;
        if (process.exitValue() != 0) {
            throw new IllegalStateException(
                    command.get(0) + " … " + command.get(command.size() - 1) + " ended with " + process.exitValue() + "\n"
                            + Files.readString(work.resolve("complained")));
        }
        return new Ran(seconds, peak / 1024, Files.readString(said.toPath()));
    }

    /** The most memory that a process had so far, in kB, as Linux counts it; 0 elsewhere. */
    private static long peak(long pid) {
        try {
            for (String line : Files.readAllLines(Path.of("/proc/" + pid + "/status"))) {
                if (line.startsWith("VmHWM:")) {
                    return Long.parseLong(line.replaceAll("\\D", ""));
                }
            }
            return 0;
        } catch (IOException e) {
            return 0;
        }
    }

    /** Class-data archives take jars alone: folders of classes are packed. */
    private String jarsOf(String classPath) throws Exception {
        List<String> jars = new ArrayList<>();
        for (String entry : classPath.split(File.pathSeparator, -1)) {
            if (Files.isDirectory(Path.of(entry))) {
                String jar = work.resolve("classes" + jars.size() + ".jar").toString();
                int code = ToolProvider.findFirst("jar")
                        .orElseThrow()
                        .run(System.out, System.err, "--create", "--file", jar, "-C", entry, ".");
                if (code != 0) {
                    throw new IllegalStateException("jar ended with " + code);
                }
                jars.add(jar);
            } else {
                jars.add(entry);
            }
        }
        return String.join(File.pathSeparator, jars);
    }

    private static void delete(Path folder) throws IOException {
        if (Files.exists(folder)) {
            try (Stream<Path> all = Files.walk(folder)) {
                for (Path path : all.sorted(Comparator.reverseOrder()).toList()) {
                    Files.delete(path);
                }
            }
        }
    }
}
