package bankscore.bench;

import bankscore.run.request.Deletion;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * A large whole run in 256 MB of heap, beside what the same data take alone: their files are inflated, parsed, inserted.
 *
 * @param what the rows are
 * @param period of the sample that they are put into
 * @param options of the run
 * @param limit the one that inserts the same data
 * @param writer writes the period's folder
 */
record Large(String what, int rows, String period, List<String> options, String limit, Writer writer)
        implements Bench.Part {

    private static final String HEAP = "-Xmx256m";
    private static final String QUARTER = "2022Q4";
    private static final String BATCH = "2024Q4";

    /** Writes a large folder, as the sample's but for the rows. */
    @FunctionalInterface
    interface Writer {
        void write(Path sample, Path folder, int rows) throws Exception;
    }

    /** Survey and service rows. */
    static Large records(int rows) {
        return new Large("survey and service rows", rows, QUARTER, List.of(), "h2", LargeQuarter::write);
    }

    /** A subsidy rule with its caps over so many claims, and a register beside. */
    static Large claims(int lines) {
        return new Large(
                "lines of claims", lines, BATCH, List.of("--rule", "jinhua-insurance"), "claims", LargeClaims::write);
    }

    @Override
    public void measure(Programs programs, int rounds, Table table) throws Exception {
        Path input = programs.work().resolve("large");
        Path output = programs.work().resolve("output");
        writer.write(programs.home().resolve("input").resolve(period), input.resolve(period), rows);
        Measured run = new Measured("`run`, %,d %s".formatted(rows, what), rows);
        List<Measured> limits = Stream.of("inflate", "parse", limit)
                .map(name -> new Measured(
                        "%s %,d %s".formatted(name.equals(limit) ? "H2 insert" : name, rows, what), rows))
                .toList();
        for (int round = 0; round < rounds; round++) {
            limits.get(0).add(limit(programs, input, "inflate"));
            limits.get(1).add(limit(programs, input, "parse"));
            limits.get(2).add(limit(programs, input, limit));
            Deletion.of(output);
            List<String> words = new ArrayList<>(List.of(
                    "run", period, "--input", input.toString(), "--output", output.toString(), "--quiet"));
            words.addAll(options);
            run.add(programs.bankscore(Map.of("BANKSCORE_JAVA_OPTS", HEAP), words));
        }
        table.line(run, limits.get(1), limits.get(2));
        limits.forEach(table::line);
        parts(output, "%,d %s, the last round: ".formatted(rows, what), table);
        Deletion.of(input);
        Deletion.of(output);
    }

    /** One of the limits; it says what it took without the start of Java. */
    private Ran limit(Programs programs, Path input, String name) throws Exception {
        Path work = programs.work().resolve("limit");
        Ran ran = programs.java(
                List.of(HEAP),
                Limits.class,
                name,
                input.resolve(period).toString(),
                work.toString(),
                Integer.toString(rows));
        Deletion.of(work);
        return ran.lastingWhatItSaid();
    }

    /** What the run's log says of its parts. */
    private static void parts(Path output, String begin, Table table) throws Exception {
        List<String> parts = new ArrayList<>();
        try (Stream<Path> logs = Files.walk(output.resolve("log"))) {
            for (Path log : logs.filter(Files::isRegularFile).toList()) {
                Files.readAllLines(log).stream()
                        .filter(line -> line.contains(" ms"))
                        .forEach(line -> parts.add(line.replaceFirst("^\\S+ \\S+ +\\S+ - ", "")));
            }
        }
        table.note(begin + String.join("; ", parts));
    }
}
