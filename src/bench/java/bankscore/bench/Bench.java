package bankscore.bench;

import bankscore.run.request.Deletion;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/**
 * Prints the table of {@code speed.md}. Every line is measured as a process started anew, the lines that are compared one
 * after the other in each round, so that what disturbs the machine disturbs them alike.
 *
 * <p>System properties, all of them lists or numbers: {@code parts}, {@code rounds}, {@code rows}, {@code banks},
 * {@code subjects}, {@code counties}, {@code empty}; {@code .ci/bench} says what they are if nobody says otherwise.
 */
public final class Bench {

    private Bench() {}

    /** A part of the table. */
    @FunctionalInterface
    interface Part {

        /** Measures it as often as that, and adds its lines. */
        void measure(Programs programs, int rounds, Table table) throws Exception;
    }

    /** One argument: a working folder, emptied. */
    public static void main(String[] arguments) throws Exception {
        Path work = Path.of(arguments[0]).toAbsolutePath();
        Deletion.of(work);
        Files.createDirectories(work);
        Programs programs = new Programs(work);
        int rounds = Integer.getInteger("rounds", 1);
        Table table = new Table(new PrintStream(System.out, true, StandardCharsets.UTF_8));
        for (String part : System.getProperty("parts", "small").split(",", -1)) {
            for (Part each : parts(part)) {
                each.measure(programs, rounds, table);
            }
        }
        table.end();
    }

    private static List<Part> parts(String name) {
        return switch (name) {
            case "small" -> List.of(new Small());
            case "large" -> numbers("rows").map(rows -> (Part) Large.records(rows)).toList();
            case "claims" -> numbers("rows").map(rows -> (Part) Large.claims(rows)).toList();
            case "banks" -> numbers("banks").map(banks -> (Part) new Banks(banks)).toList();
            case "watch" -> numbers("subjects").map(each -> (Part) new Watching(each)).toList();
            case "province" -> List.of(
                    new Counties(Integer.getInteger("counties", 10), Integer.getInteger("empty", 2800)));
            case "desk" -> List.of(new ColdDesk(), new BusyDesk(), new Trials(20), new Trials(200));
            case "peers" -> numbers("rows").map(rows -> (Part) new Peers(rows)).toList();
            // The microbenchmarks are not of this table.
            case "jmh" -> List.of();
            default -> throw new IllegalArgumentException("no such part: " + name);
        };
    }

    private static Stream<Integer> numbers(String property) {
        return Stream.of(System.getProperty(property, "").split(",", -1)).map(Integer::valueOf);
    }
}
